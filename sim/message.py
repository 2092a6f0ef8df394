"""What a message says, and what stands in its places, kept apart until somebody reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Self


class Message(str):
    """English for people that remembers its template and its values, so that `sim.words.say` can say it in Chinese.

    A value may be a message itself, such as a hint or the name of a thing: it is said in the reader's language too.
    Any other value is somebody's own, such as a path, a key or an id, and stays as it is. `str` gives the message
    itself, so that an error which carries one hands it on whole; an f-string makes plain text of it.

    >>> wrong = Message("no {sort} is named '{text}'", sort=Message("link"), text="outfal")
    >>> wrong, wrong.template
    ("no link is named 'outfal'", "no {sort} is named '{text}'")
    """

    __slots__ = ("template", "values")

    template: str
    values: dict[str, Any]

    def __new__(cls, template: str, /, **values: object) -> Self:
        self = str.__new__(cls, template.format_map(values))
        self.template, self.values = template, values
        return self

    def __getnewargs_ex__(self) -> tuple[tuple[Any, ...], dict[str, Any]]:
        return (self.template,), self.values

    def __str__(self) -> str:
        return self


class Listed(Message):
    """Several things one after the other, such as `a, b or c`; `last` stands before the last one.

    >>> Listed(["a", "b", "c"]), Listed(["a", "b", "c"], " or "), Listed([])
    ('a, b, c', 'a, b or c', '')
    """

    __slots__ = ("joints", "parts")

    parts: tuple[object, ...]
    joints: tuple[str, str]
    """What stands before the last, and between two others."""

    def __new__(cls, parts: Iterable[object], last: str = ", ", joint: str = ", ") -> Self:
        each = tuple(parts)
        self = super().__new__(cls, "{texts}", texts=joined(list(map(str, each)), last, joint))
        self.parts, self.joints = each, (last, joint)
        return self

    def __getnewargs_ex__(self) -> tuple[tuple[Any, ...], dict[str, Any]]:
        return (self.parts, *self.joints), {}


class Instead(Message):
    """A message that knows the whole text that is wrong, and what could stand in its place; says what `said` says.

    >>> found = Instead(Message("did you mean '{close}'?", close="pool-3"), "pol-3", ["pool-3"])
    >>> found, found.old, found.new
    ("did you mean 'pool-3'?", 'pol-3', ('pool-3',))
    """

    __slots__ = ("new", "old")

    old: str
    new: tuple[str, ...]
    """One where only that can be meant; several to choose from, such as units."""

    def __new__(cls, said: Message, old: str, new: Iterable[str]) -> Self:
        self = str.__new__(cls, said)
        self.template, self.values, self.old, self.new = said.template, said.values, old, tuple(new)
        return self

    def __getnewargs_ex__(self) -> tuple[tuple[Any, ...], dict[str, Any]]:
        return (Message(self.template, **self.values), self.old, self.new), {}


def instead(message: object) -> Iterator[Instead]:
    """What a message, or a message within it, knows could stand in the place of something.

    >>> near = Instead(Message("did you mean '{close}'?", close="b"), "c", ["b"])
    >>> list(instead(about("x.yaml:1:2", Message("no link is named 'c'; {hint}", hint=near))))
    ["did you mean 'b'?"]
    """
    if isinstance(message, Instead):
        yield message
    parts = message.parts if isinstance(message, Listed) else getattr(message, "values", {}).values()
    for each in parts if isinstance(message, Message) else ():
        yield from instead(each)


def joined(texts: list[str], last: str, joint: str) -> str:
    """Texts in one, with `last` before the last of them."""
    return last.join(filter(None, [joint.join(texts[:-1]), *texts[-1:]]))


def about(place: object, message: str) -> Message:
    """A message with the place that it is about, such as a file, a key or an option.

    >>> about("--seed", Message("must be above 0, found {text}", text="-1"))
    '--seed: must be above 0, found -1'
    """
    return Message("{place}: {message}", place=place, message=message)


@cache
def a(thing: str) -> Message:
    """A thing with its article, which Chinese has not.

    >>> a("storage"), a("operation sheet")
    ('a storage', 'an operation sheet')
    """
    return Message("an {thing}" if thing[0] in "aeio" else "a {thing}", thing=Message(thing))

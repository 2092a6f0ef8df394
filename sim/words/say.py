"""A finished message in another language.

Messages are English where they are made, as in gettext; here, at the shore, their template is found again and said in
Chinese. What stands in its places is said as well when it is a message itself, such as a hint or the name of a thing;
names of the user's own, paths and keys stay what they are. Only errors come this way, so nothing is made ready before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from string import Formatter
from typing import NamedTuple

Words = Mapping[str, str]
"""Translations by their originals."""
SPLIT = ": "
"""Between the places of a message and what it says."""
JOINED = {", or ": "，或", ", ": "、", " or ": "或", " and ": "和"}
_JOINT = re.compile("(" + "|".join(JOINED) + ")")
_WORD = re.compile("[A-Za-z]+")
_ARTICLE = re.compile(r"^an? (?=\w)")
THINGS = frozenset({"thing", "what", "sorts", "sort", "a", "wanted", "side", "reason"})
"""Names of places that hold things; elsewhere a word such as `sensor` is a key of somebody's file, and stays."""
WRITTEN = frozenset({"head"})
"""Places that hold what stands in somebody's file, as places in quotes do."""
VERBATIM = frozenset({"problem", "context"})
"""Places that hold another program's words."""


class Template(NamedTuple):
    """A message with places, ready to be looked for."""

    said: str
    """The translation."""
    pieces: tuple[str, ...]
    """What stands between the places."""
    places: tuple[str, ...]
    quoted: frozenset[str]
    """Places in quotes, which hold what somebody wrote."""

    @property
    def letters(self) -> int:
        """How much of it is fixed; the most wins."""
        return sum(map(len, self.pieces))

    def values(self, text: str) -> dict[str, str] | None:
        """What stands in the places of a text; None when it is another message."""
        if not text.startswith(self.pieces[0]) or not text.endswith(self.pieces[-1]):
            return None
        if not all(piece in text for piece in self.pieces):
            return None
        match = _pattern(self.pieces).fullmatch(text)
        return dict(zip(self.places, match.groups(), strict=True)) if match else None


def in_language(message: str, language: str) -> str:
    """The message in `language`; every line of it that is known.

    >>> in_language("p.yaml:2:10: horizon: 1 has no unit; write 1 min?", "zh")
    'p.yaml:2:10: horizon: 1 没有单位；是否为 1 min？'
    >>> in_language("no link is named 'outfal'; did you mean 'outfall'?", "zh")
    '没有名为“outfal”的连接；是否为“outfall”？'
    """
    if language == "en":
        return message
    return "\n".join(_line(line) for line in message.split("\n"))


def _line(line: str) -> str:
    """A line with its indentation and the places before the message."""
    body = line.lstrip(" ")
    best = max(((*_said(body[begin:]), begin) for begin in _begins(body)), key=lambda found: (found[0], found[2]))
    known, said, begin = best
    return line[: len(line) - len(body)] + (body[:begin] + said if known else body)


def _begins(text: str) -> Iterator[int]:
    """Where the message itself may begin: at the front, or after any place before it."""
    yield 0
    yield from (match.end() for match in re.finditer(SPLIT, text))


@lru_cache(maxsize=4096)
def _said(text: str) -> tuple[int, str]:
    """The most of a whole text that can be said: how many letters of it are known, and the translation."""
    whole, index = _catalogue()
    if text in whole:
        return len(text), whole[text]
    return max((each for template in index.candidates(text) for each in _filled(template, text)), default=(0, text))


def _filled(template: Template, text: str) -> Iterator[tuple[int, str]]:
    """A text as this template, if it is one, with what stands in its places said too."""
    values = template.values(text)
    if values is not None:
        inner = {place: _place(place, value, template) for place, value in values.items()}
        known = template.letters + sum(max(0, letters - 1) for letters, _ in inner.values())  # the plainer reading wins
        yield known, template.said.format(**{place: said for place, (_, said) in inner.items()})


def _place(place: str, value: str, template: Template) -> tuple[int, str]:
    """What stands in a place: a message, a thing, several of them, or anything else, which stays."""
    if place in template.quoted | WRITTEN:
        return 0, value
    if found := _thing(place, value):
        return found
    parts = _JOINT.split(value)
    if len(parts) == 1 or place in VERBATIM:
        return 0, value
    said = [_thing(place, part) or (0, part) for part in parts[::2]]
    if not any(known for known, _ in said) and any(" " in part for part in parts[::2]):
        return 0, value
    joints = [JOINED[part] for part in parts[1::2]]
    return sum(known for known, _ in said), "".join(x + y for (_, x), y in zip(said, [*joints, ""], strict=True))


def _thing(place: str, value: str) -> tuple[int, str] | None:
    """A message or a thing, with or without its article; a bare word is one only where things are spoken of."""
    if value.isalpha() and place not in THINGS:
        return None
    for each in (value, _ARTICLE.sub("", value)):
        known, said = _said(each)
        if known:
            return known, said
    return None


class Index(NamedTuple):
    """Templates by a word that every text of theirs must have, so that few are tried on a text."""

    templates: tuple[Template, ...]
    """The longest first."""
    by_word: Mapping[str, tuple[int, ...]]
    """Templates by one of their fixed words, the rarest; those without a whole word stand under the empty one."""

    def candidates(self, text: str) -> Iterator[Template]:
        """The templates that a text may be, the longest first."""
        found = {place for word in {"", *_WORD.findall(text)} for place in self.by_word.get(word, ())}
        return (self.templates[place] for place in sorted(found))


def _indexed(templates: Sequence[Template]) -> Index:
    """Templates under the rarest of their fixed words."""
    words = [_fixed_words(each) for each in templates]
    often = Counter(word for each in words for word in each)
    by_word: dict[str, tuple[int, ...]] = {}
    for place, each in enumerate(words):
        rarest = min(each, key=lambda word: (often[word], word), default="")
        by_word[rarest] = (*by_word.get(rarest, ()), place)
    return Index(tuple(templates), by_word)


def _fixed_words(template: Template) -> set[str]:
    """The words that stand whole between its places: one that touches a place may be part of a longer one."""
    last = len(template.pieces) - 1
    return {
        match.group()
        for k, piece in enumerate(template.pieces) for match in _WORD.finditer(piece)
        if (match.start() > 0 or k == 0) and (match.end() < len(piece) or k == last)
    }  # fmt: skip


@cache
def _catalogue() -> tuple[Words, Index]:
    """Messages without places, and those with some."""
    from sim.words.messages import MESSAGES

    whole = {en: zh for en, zh in MESSAGES.items() if not _has_places(en)}
    templates = [template(en, zh) for en, zh in MESSAGES.items() if _has_places(en)]
    whole = {en.format(): zh.format() for en, zh in whole.items()}
    return whole, _indexed(sorted(templates, key=lambda each: -each.letters))


def _has_places(text: str) -> bool:
    return any(name is not None for _, name, _, _ in Formatter().parse(text))


def template(english: str, chinese: str) -> Template:
    """A message of the catalogue, taken apart.

    >>> template("'{text}' is no {what}", "“{text}”不是{what}").pieces
    ("'", "' is no ", '')
    """
    pieces, places, last = [], [], ""
    for fixed, name, _, _ in Formatter().parse(english):
        last += fixed
        if name is not None:
            pieces.append(last)
            places.append(name)
            last = ""
    pieces.append(last)
    quoted = {name for before, name, after in zip(pieces, places, pieces[1:], strict=False)
              if before.endswith("'") and after.startswith("'")}  # fmt: skip
    return Template(chinese, tuple(pieces), tuple(places), frozenset(quoted))


@cache
def _pattern(pieces: tuple[str, ...]) -> re.Pattern[str]:
    """Anything between the pieces, as little as can be."""
    return re.compile("(.*?)".join(map(re.escape, pieces)))

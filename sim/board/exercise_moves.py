"""What a document asks for in an exercise that is being held: a move of its director, or what an observer says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sim.drill.entry import Taken, mark, take, told, written
from sim.drill.log import What
from sim.drill.play import Play
from sim.errors import InputError
from sim.message import Message

LONGEST_WORDS = 500
"""Letters of a note, or of an inject of one's own."""
LONGEST_NAME = 80
LONGEST_KEY = 64
EXAMPLE = '{"do": "mark", "number": 14, "what": "done", "seq": 3}'


def text_of(document: Mapping[str, Any], name: str, most: int) -> str:
    """A text of a document in one line; empty where it is left out.

    Raises:
        InputError: it is no text, or too long.
    """
    found = document.get(name, "")
    if not isinstance(found, str):
        raise InputError(Message("{name} is a text; found {found}", name=name, found=type(found).__name__))
    words = " ".join(found.split())
    if len(words) > most or not words.isprintable():
        raise InputError(Message("{name} has at most {most} letters, all of which can be printed; found {found}",
                                 name=name, most=most, found=len(words)))  # fmt: skip
    return words


def number_of(document: Mapping[str, Any], name: str) -> int:
    """A whole number of a document.

    Raises:
        InputError: there is none.
    """
    found = document.get(name)
    if not isinstance(found, int) or isinstance(found, bool):
        raise InputError(Message("{name} is a whole number; write such as {example}", name=name, example=EXAMPLE))
    return found


def _marked(play: Play, now_s: float, document: Mapping[str, Any]) -> Taken:
    at, note, by = (text_of(document, name, most) for name, most in
                    (("at", LONGEST_NAME), ("note", LONGEST_WORDS), ("by", LONGEST_NAME)))  # fmt: skip
    return mark(play, now_s, number_of(document, "number"), text_of(document, "what", LONGEST_NAME), at, note, by)


def _released(play: Play, now_s: float, document: Mapping[str, Any]) -> Taken:
    return mark(play, now_s, number_of(document, "number"), str(What.RELEASED))


def _jumped(play: Play, now_s: float, document: Mapping[str, Any]) -> Taken:
    return take(play, now_s, f"jump {text_of(document, 'forward', LONGEST_NAME)}")


def _told(play: Play, now_s: float, document: Mapping[str, Any]) -> Taken:
    return told(now_s, text_of(document, "text", LONGEST_WORDS), text_of(document, "to", LONGEST_NAME))


def _written(play: Play, now_s: float, document: Mapping[str, Any]) -> Taken:
    return written(now_s, text_of(document, "note", LONGEST_WORDS), text_of(document, "by", LONGEST_NAME))


def _entry(word: str) -> Callable[[Play, float, Mapping[str, Any]], Taken]:
    """What is asked by one word in the terminal, too."""
    return lambda play, now_s, document: take(play, now_s, word)


NOTES = {"mark": _marked, "note": _written}
"""What observers say."""
MOVES = {
    **NOTES, "release": _released, "hold": _entry("pause"), "go": _entry("go"), "jump": _jumped, "inject": _told,
    "undo": _entry("undo"), "end": _entry("quit"),
}  # fmt: skip
"""What the director does."""


def asked(play: Play, now_s: float, document: Mapping[str, Any], *, director: bool) -> Taken:
    """What a document asks for at a time of the exercise.

    Raises:
        InputError: it is written otherwise.
    """
    may = MOVES if director else NOTES
    do = document.get("do")
    if not isinstance(do, str) or do not in may:
        raise InputError(Message("do is one of {names}; write such as {example}", names=", ".join(may),
                                 example=EXAMPLE))  # fmt: skip
    taken = may[do](play, now_s, document)
    key = text_of(document, "key", LONGEST_KEY)
    return replace(taken, moves=tuple(replace(move, key=own_key(key, director=director)) for move in taken.moves))


def own_key(key: str, *, director: bool) -> str:
    """A key as the journal has it: those of observers are none of the director's; empty for none."""
    return f"{'director' if director else 'observer'}/{key}" if key else ""

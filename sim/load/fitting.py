"""Texts as they come in, without the letters that no document can hold."""

from __future__ import annotations

from sim.letters import fit, letter_text, unfit
from sim.load.place import Faults, Place
from sim.message import Message


def fitting(text: str, file: str, faults: Faults) -> str | None:
    """A text whose letters all belong in texts; None when one does not, which is noted where it stands.

    >>> fitting("a: Duty\\vteam", "x.yaml", Faults())
    'a: Duty team'
    """
    at = next(unfit(text), None)
    if at is None:
        return fit(text)
    before = text[:at]
    place = Place(file, before.count("\n") + 1, at - before.rfind("\n"))
    faults.add(place, "", _no_letter(text[at]))
    return None


def fitting_value(text: str, place: Place, path: str, faults: Faults) -> str | None:
    """The same of a value, which may have been written by escapes such as `\\x07`; its own place counts."""
    if text.isprintable():  # which nothing unfit is; most are, and this is the quickest to ask
        return text
    at = next(unfit(text), None)
    if at is None:
        return fit(text)
    faults.add(place, path, _no_letter(text[at]))
    return None


def _no_letter(letter: str) -> Message:
    return Message("the character {letter} does not belong in a text file; delete it", letter=letter_text(letter))

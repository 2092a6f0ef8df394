"""What may be a slip in a park or a scenario, a line each."""

from __future__ import annotations

from sim.called import Called
from sim.lint import Doubt, find_doubts
from sim.report.numbers import exact
from sim.units import flow_text, mm, time_text, volume_text

MOST = 3
"""Storages named; the others are counted."""
TEXTS = {"_m3_s": flow_text, "_m3": volume_text, "_mm": lambda depth_m: exact(mm(depth_m)), "_s": time_text}
"""How a number is said, by what its key ends with; a depth of rain is said in mm."""


def noted_lines(called: Called) -> list[str]:
    """What to know before results are read: the scenario's own notes, though nothing is wrong with it, and doubts."""
    notes = called.scenario.notes if called.scenario else ()
    return [*(called.says("note", note=note) for note in notes), *doubt_lines(called)]


def doubt_lines(called: Called) -> list[str]:
    """A line for each, in the order in which they are found."""
    return [called.says("doubt", what=_sentence(called, each)) for each in find_doubts(called.park, called.scenario)]


def _sentence(called: Called, doubt: Doubt) -> str:
    return called.says(f"doubt_{doubt.what}", storages=_names(called, doubt.storages), **doubt.words,
                **dict(_said(key, number) for key, number in doubt.numbers.items()))  # fmt: skip


def _names(called: Called, ids: tuple[str, ...]) -> str:
    """What people call the storages; of many the first ones."""
    named = called.listed(called.place(id) for id in ids[:MOST])
    return named if len(ids) <= MOST else called.says("doubt_more", names=named, count=len(ids) - MOST)


def _said(key: str, number: float) -> tuple[str, str]:
    """The place in a sentence that a number fills, and how it is said."""
    unit = next(each for each in TEXTS if key.endswith(each))
    return key.removesuffix(unit), TEXTS[unit](number)

"""What may be a slip in a park or a scenario, a line each."""

from __future__ import annotations

from sim.lint import Doubt, find_doubts
from sim.park import Park
from sim.report.naming import place_name
from sim.report.numbers import exact
from sim.scenario import Scenario
from sim.units import flow_text, mm, time_text, volume_text
from sim.words import text

MOST = 3
"""Storages named; the others are counted."""
TEXTS = {"_m3_s": flow_text, "_m3": volume_text, "_mm": lambda depth_m: exact(mm(depth_m)), "_s": time_text}
"""How a number is said, by what its key ends with; a depth of rain is said in mm."""


def doubt_lines(park: Park, scenario: Scenario | None, language: str) -> list[str]:
    """A line for each, in the order in which they are found."""
    return [text("doubt", language, what=_sentence(park, each, language)) for each in find_doubts(park, scenario)]


def _sentence(park: Park, doubt: Doubt, language: str) -> str:
    return text(f"doubt_{doubt.what}", language, storages=_names(park, doubt.storages, language), **doubt.words,
                **dict(_said(key, number) for key, number in doubt.numbers.items()))  # fmt: skip


def _names(park: Park, ids: tuple[str, ...], language: str) -> str:
    """What people call the storages; of many the first ones."""
    named = text("doubt_next", language).join(place_name(park, id, language) for id in ids[:MOST])
    return named if len(ids) <= MOST else text("doubt_more", language, names=named, count=len(ids) - MOST)


def _said(key: str, number: float) -> tuple[str, str]:
    """The place in a sentence that a number fills, and how it is said."""
    unit = next(each for each in TEXTS if key.endswith(each))
    return key.removesuffix(unit), TEXTS[unit](number)

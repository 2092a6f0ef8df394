"""What an exercise is, in a line."""

from __future__ import annotations

from math import isfinite

from sim.drill.clock import clock_of, zone_text
from sim.drill.exercise_clock import ExerciseClock
from sim.drill.master_list import MasterList
from sim.drill.paper.labels import TYPES
from sim.drill.paper.typeset import span
from sim.units import SECONDS_A_MINUTE
from sim.words import text as say

HASH_LETTERS = 8


def title(master: MasterList, language: str) -> str:
    """The title of the list."""
    return say("book_title", language, incidents=incidents(master, language))


def incidents(master: MasterList, language: str) -> str:
    """What is played."""
    names = [each.name.in_language(language) or each.id for each in master.incidents]
    return say("drill_and", language).join(names)


def pages(language: str) -> str:
    """The number of a page and that of all pages, as a foot has them."""
    return say("pages", language, page="&P", pages="&N")


def facts(master: MasterList, language: str) -> str:
    """Type, beginning, length and park."""
    clock = clock_of(master)
    begins = f"{clock:%Y-%m-%d %H:%M} {zone_text(clock)}".strip() if clock else say("begins_unsaid", language)
    values = {
        "type": TYPES[master.exercise.type].in_language(language),
        "begins": begins,
        "lasts": span(length_s(master), language),
        "park": master.called(language).name(master.park),
    }
    text = say("facts", language, **values)
    return text[:1].upper() + text[1:]


def length_s(master: MasterList) -> float:
    """How long the exercise takes, to the minute [s]."""
    return round(master.lines[-1].exercise_s / SECONDS_A_MINUTE) * SECONDS_A_MINUTE if master.lines else 0.0


def hashes(master: MasterList) -> str:
    """Of the inputs that the runs were made of, short; empty when nobody knows them."""
    return ", ".join(each.inputs_hash[:HASH_LETTERS] for each in master.incidents if each.inputs_hash)


def on_exercise_clock(master: MasterList, incident: str, at_s: float) -> float:
    """When a time of an incident comes by the exercise clock; what is jumped over comes with the jump [s]."""
    return ExerciseClock.of(master, incident).exercise_s(at_s) if isfinite(at_s) else at_s

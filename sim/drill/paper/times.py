"""When things are by the clocks of an exercise."""

from __future__ import annotations

from datetime import datetime, timedelta

from sim.drill.clock import clock_of
from sim.drill.exercise_clock import ExerciseClock
from sim.drill.line import Line
from sim.drill.master_list import MasterList
from sim.drill.paper.typeset import no_later_s, span
from sim.words import text as say


def ends_s(master: MasterList) -> float:
    """When the last line is due since the exercise began [s]."""
    return max(line.exercise_s for line in master.lines)


def exercise_s(master: MasterList, incident: str, at_s: float) -> float:
    """When a time of an incident comes by the exercise's clock [s]."""
    return ExerciseClock.of(master, incident).exercise_s(at_s)


def clock_text(master: MasterList, at_s: float, language: str) -> str:
    """The minute that the exercise's clock shows; elapsed time when nobody said when it begins."""
    starts = clock_of(master)
    if starts is None:
        return say("elapsed", language, time=span(no_later_s(at_s), language))
    return _to_the_minute(starts, at_s, language)


def incident_clock_text(master: MasterList, line: Line, language: str) -> str:
    """The clock time that the incident is played at; nothing when its scenario has none."""
    starts = master.incident(line).starts
    return _to_the_minute(datetime.fromisoformat(starts), line.at_s, language) if starts else ""


def _to_the_minute(starts: datetime, at_s: float, language: str) -> str:
    then = starts + timedelta(seconds=no_later_s(at_s))
    days = (then.date() - starts.date()).days
    clock = f"{then:%H:%M}"
    return say("next_day", language, clock=clock, day=str(days + 1)) if days else clock

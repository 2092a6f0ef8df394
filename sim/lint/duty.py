"""How many teams are on duty when somebody asks for them."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from math import inf

from sim.lint.moment import earliest_s, latest_s
from sim.park import Crew, Park
from sim.scenario import Scenario, Trigger

SOON_S = 7200.0
"""For so long after the start a crew must have one shift, for it to be taken to stay so [s]."""

DAY = timedelta(days=1).total_seconds()


class Surety(StrEnum):
    """How well it is known how many are on duty."""

    SURE = "sure"
    """There is one number for every time at which they can be asked for."""
    AT_START = "at_start"
    """So many are on duty at the start, and some hours on; when they are asked for nobody knows."""
    FEWEST = "fewest"
    """So many are on duty when they are fewest."""


def on_duty(park: Park, scenario: Scenario, crew: Crew, trigger: Trigger, after_s: float) -> tuple[int, Surety]:
    """Teams of a crew on duty so long after a trigger, and how sure that is.

    At the time of day at which the trigger happens, if it is known when that is at the latest; else
    as at the start, if the crew has no change of shift soon after it; else as when they are fewest.
    """
    counts = _counts(crew, 0, DAY)
    last_s = latest_s(park, scenario, trigger)
    if scenario.starts and last_s < inf:
        first_s = _time_of_day_s(scenario) + after_s
        counts = _counts(crew, first_s + earliest_s(park, scenario, trigger), first_s + last_s)
    elif scenario.starts and len(counts) > 1:
        starts_s = _time_of_day_s(scenario)
        soon = _counts(crew, starts_s, starts_s + SOON_S)
        if len(soon) == 1:
            return min(soon), Surety.AT_START
    return min(counts), Surety.SURE if len(counts) == 1 else Surety.FEWEST


def _time_of_day_s(scenario: Scenario) -> float:
    """When the run starts, since midnight [s]."""
    starts = datetime.fromisoformat(scenario.starts)
    return (starts - starts.replace(hour=0, minute=0, second=0, microsecond=0)).total_seconds()


def _counts(crew: Crew, since_s: float, until_s: float) -> set[int]:
    """How many teams are on duty between two times since a midnight, both included."""
    days = range(int(since_s // DAY), int(until_s // DAY) + 1)
    changes = (day * DAY + time for shift in crew.shifts for time in (shift.from_s, shift.until_s) for day in days)
    times = [since_s, *(time for time in changes if since_s < time <= until_s)]
    return {crew.teams_at(time % DAY) for time in times}

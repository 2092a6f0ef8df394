"""Crews and equipment that would have to be in two places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from heapq import heapify, heappop, heappush

from sim.lint.conflict import Conflict, Kind, Saying, Value
from sim.lint.job import Job, jobs
from sim.park import Crew, Park
from sim.scenario import Clock, Scenario, Trigger

Group = tuple[Trigger | None, list[Job]]
"""What is ordered together: by one event, times counting from it; or by the clock (None), times since the start."""


def two_places(park: Park, scenario: Scenario) -> Iterator[Conflict]:
    """Ask whether what one event sets off, or the clock, needs more teams of a crew at once than are on duty.

    A team is busy from the order until its sheet is done; of sheets done one by one each waits for
    the one before. On duty are the teams of that time of day where a clock time says it, else
    those of the time of day with the fewest.

    Not decided: what different events set off at the same time; the way from one facility to the next.
    """
    for trigger, group in groups(park, scenario):
        for crew in park.crews.values():
            mine = [job for job in group if job.sheet.crew == crew.id and job.takes_s > 0]
            for stretch in _stretches(mine):
                yield from _asked_too_much(scenario, crew, trigger, stretch)


def groups(park: Park, scenario: Scenario) -> Iterator[Group]:
    """The jobs that rules order at first, by what sets them off; a sheet that is ordered twice at once is one job."""
    found: dict[Trigger | None, dict[tuple[str, float], Job]] = defaultdict(dict)
    for rule in scenario.rules:
        clock = isinstance(rule.when, Clock)
        starts_s = rule.when.at_s if isinstance(rule.when, Clock) else 0
        for job in jobs(park, rule):
            moved = replace(job, from_s=starts_s + job.from_s, until_s=starts_s + job.until_s)
            found[None if clock else rule.when].setdefault((job.sheet.id, moved.from_s), moved)
    for trigger, same in found.items():
        yield trigger, sorted(same.values(), key=lambda job: job.from_s)


def _stretches(group: list[Job]) -> Iterator[list[Job]]:
    """The jobs in pieces between which nobody has anything to do."""
    stretch: list[Job] = []
    for job in group:
        if stretch and job.from_s >= max(each.until_s for each in stretch):
            yield stretch
            stretch = []
        stretch.append(job)
    if stretch:
        yield stretch


def _asked_too_much(scenario: Scenario, crew: Crew, trigger: Trigger | None, stretch: list[Job]) -> Iterator[Conflict]:
    """The finding about one crew in one stretch, if there is one."""
    busiest = max(stretch, key=lambda job: _busy(stretch, job.from_s))
    asked, at_s = _busy(stretch, busiest.from_s), busiest.from_s if trigger is None else None
    teams = _on_duty(scenario, crew, at_s)
    if asked <= teams:
        return
    values: dict[str, Value] = {
        "when": trigger or Clock(busiest.from_s),
        "crew": crew.id,
        "sheets": tuple(dict.fromkeys(job.sheet.id for job in stretch)),
        "count": asked,
        "teams": teams,
    }
    if teams:
        wait_s, last = _longest_wait(stretch, teams)
        values |= {"sheet": last.sheet.id, "wait_s": wait_s}
    rules = tuple(dict.fromkeys(job.rule.id for job in stretch))
    known = not crew.shifts or (at_s is not None and scenario.starts != "")
    yield Conflict(Kind.TWO_PLACES, _saying(teams, known), rules, (), (crew.id,), at_s, values)


def _saying(teams: int, known: bool) -> Saying:
    if teams:
        return Saying.TEAMS if known else Saying.FEWEST_TEAMS
    return Saying.OFF_DUTY if known else Saying.SOMETIMES_OFF_DUTY


def _busy(stretch: list[Job], at_s: float) -> int:
    """How many teams are asked for at a time."""
    return sum(job.from_s <= at_s < job.until_s for job in stretch)


def _on_duty(scenario: Scenario, crew: Crew, at_s: float | None) -> int:
    """Teams on duty at a time since the start; the fewest of all times of day when it is not known."""
    if at_s is not None and scenario.starts:
        moment = datetime.fromisoformat(scenario.starts) + timedelta(seconds=at_s)
        midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
        return crew.teams_at((moment - midnight).total_seconds())
    changes = (0.0, *(time for shift in crew.shifts for time in (shift.from_s, shift.until_s)))
    return min(crew.teams_at(time) for time in changes)


def _longest_wait(stretch: list[Job], teams: int) -> tuple[float, Job]:
    """How long the last one waits until a team is free, those of lower priority served first [s]."""
    free = [0.0] * teams
    heapify(free)
    waits = []
    for job in sorted(stretch, key=lambda job: (job.from_s, job.rule.priority)):
        begins_s = max(job.from_s, heappop(free))
        heappush(free, begins_s + job.takes_s)
        waits.append((begins_s - job.from_s, job))
    return max(waits, key=lambda each: each[0])

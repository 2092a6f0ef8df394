"""Crews and equipment that would have to be in two places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from heapq import heapify, heappop, heappush

from sim.lint.conflict import Conflict, Kind, Saying, Value
from sim.lint.duty import Surety, on_duty
from sim.lint.job import Job, jobs
from sim.park import Crew, Park
from sim.scenario import Clock, Scenario, Trigger

Group = tuple[Trigger | None, list[Job]]
"""What is ordered together: by one event, times counting from it; or by the clock (None), times since the start."""

WORTH_S = 300.0
"""Who waits less than this is not told of [s]."""

TEAMS = {Surety.SURE: Saying.TEAMS, Surety.AT_START: Saying.TEAMS_AT_START, Surety.FEWEST: Saying.FEWEST_TEAMS}


def two_places(park: Park, scenario: Scenario) -> Iterator[Conflict]:
    """Ask whether what one event sets off, or the clock, needs more teams of a crew at once than are on duty.

    A team is busy from the order until its sheet is done; of sheets done one by one each waits for
    the one before. Told when nobody is on duty, or when the last one waits for 5 min or longer. How
    many are on duty is `on_duty`'s to say.

    Not decided: what different events set off at the same time; the way from one facility to the next.
    """
    for trigger, group in groups(park, scenario):
        for crew in park.crews.values():
            mine = [job for job in group if job.sheet.crew == crew.id and job.takes_s > 0]
            for stretch in _stretches(mine):
                yield from _asked_too_much(park, scenario, crew, trigger, stretch)


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


def _asked_too_much(
    park: Park, scenario: Scenario, crew: Crew, trigger: Trigger | None, stretch: list[Job]
) -> Iterator[Conflict]:
    """The finding about one crew in one stretch, if there is one."""
    busiest = max(stretch, key=lambda job: _busy(stretch, job.from_s))
    asked, at_s = _busy(stretch, busiest.from_s), busiest.from_s
    teams, surety = on_duty(park, scenario, crew, trigger or Clock(0), at_s)
    if asked <= teams:
        return
    values: dict[str, Value] = {
        "when": trigger or Clock(at_s),
        "crew": crew.id,
        "sheets": tuple(dict.fromkeys(job.sheet.id for job in stretch)),
        "count": asked,
        "teams": teams,
    }
    if teams:
        wait_s, last = _longest_wait(stretch, teams)
        if wait_s < WORTH_S:
            return
        values |= {"sheet": last.sheet.id, "wait_s": wait_s}
    rules = tuple(dict.fromkeys(job.rule.id for job in stretch))
    off = Saying.OFF_DUTY if surety is Surety.SURE else Saying.SOMETIMES_OFF_DUTY
    saying = TEAMS[surety] if teams else off
    yield Conflict(Kind.TWO_PLACES, saying, rules, (), (crew.id,), at_s if trigger is None else None, values)


def _busy(stretch: list[Job], at_s: float) -> int:
    """How many teams are asked for at a time."""
    return sum(job.from_s <= at_s < job.until_s for job in stretch)


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

"""Equipment that would have to be in two places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import inf

from sim.lint.conflict import Conflict, Kind, Saying, Value
from sim.lint.job import Job
from sim.lint.move import moves, opens_it
from sim.lint.two_places import Group, groups
from sim.park import Equipment, Park
from sim.scenario import Clock, Scenario

ENOUGH = 1e-9
"""Units that are lacking by rounding only [-]."""


def short_stock(park: Park, scenario: Scenario) -> Iterator[Conflict]:
    """Ask whether what one event sets off, or the clock, needs more units of equipment at once than are in stock.

    A unit is in use from the order on: until the sheet is done when that only looks; for good when
    it is spent; else until the next operation at its facility is done. When that one is set off by
    another event nobody knows, and the unit counts as free once its own sheet is done.
    """
    orders = Counter(move.facility for move in moves(park, scenario))
    for group in groups(park, scenario):
        for equipment in park.equipment.values():
            yield from _short(group, equipment, orders)


def _short(group: Group, equipment: Equipment, orders: Counter[str]) -> Iterator[Conflict]:
    """The finding about one sort of equipment in one group, if there is one."""
    trigger, jobs = group
    uses = [(job, _free_s(job, equipment, jobs, orders)) for job in jobs if job.sheet.needs.get(equipment.id)]
    if not uses:
        return
    busiest = max((_in_use(uses, job.from_s) for job, _ in uses), key=lambda held: _units(held, equipment))
    asked, at_s = _units(busiest, equipment), max(job.from_s for job in busiest)
    if asked <= equipment.count + ENOUGH:
        return
    values: dict[str, Value] = {
        "when": Clock(at_s) if trigger is None else trigger,
        "equipment": equipment.id,
        "sheets": tuple(job.sheet.id for job in busiest),
        "units": asked,
        "stock": equipment.count,
    }
    rules = tuple(dict.fromkeys(job.rule.id for job in busiest))
    at = at_s if trigger is None else None
    yield Conflict(Kind.TWO_PLACES, Saying.UNITS, rules, (), (equipment.id,), at, values)


def _free_s(job: Job, equipment: Equipment, jobs: list[Job], orders: Counter[str]) -> float:
    """When what a job uses is free again; inf for never [s]."""
    if equipment.spent:
        return inf
    if opens_it(job.sheet) is None:
        return job.until_s
    same = [each for each in jobs if each.sheet.facility == job.sheet.facility and opens_it(each.sheet) is not None]
    later = [each.until_s for each in same if each.from_s > job.from_s]
    if later:
        return min(later)
    return job.until_s if orders[job.sheet.facility] > len(same) else inf


def _in_use(uses: list[tuple[Job, float]], at_s: float) -> list[Job]:
    """The jobs that hold units at a time; a job of no length holds them at its own."""
    return [job for job, free_s in uses if job.from_s <= at_s < free_s or job.from_s == at_s]


def _units(held: list[Job], equipment: Equipment) -> float:
    return sum(job.sheet.needs[equipment.id] for job in held)

"""Generated incidents: a small leak, and a plan that calls everything there is for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sim.drill.cover.duty import Duty, Family, Hindrance, duties, failing_id, hindrances, undo_of
from sim.drill.cover.site import Site
from sim.park import Name, Park
from sim.scenario import (
    Detected,
    Detection,
    Ending,
    Fault,
    Inflow,
    InflowKind,
    Rule,
    Scenario,
    SheetEnds,
)
from sim.units import SECONDS_A_MINUTE

STARTS = "2026-06-10T09:00:00+08:00"
"""A working day at nine, so that day shifts are on duty; the calendar gives each drill a date of its own."""
LEAK_M3, LEAK_SHARE, LEAK_S = 20.0, 0.01, 10.0 * SECONDS_A_MINUTE
"""A leak: so much at most, or that share of its storage if that is less, over that time; assumed."""
REPORT_S, DECIDE_S, STAND_S = 3.0 * SECONDS_A_MINUTE, 2.0 * SECONDS_A_MINUTE, 10.0 * SECONDS_A_MINUTE
"""Until somebody reports it; until it is decided; how long what is done stands before it is put back; assumed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a generated incident is about."""

    id: str
    name: Name
    leak_into: str
    duties: tuple[Duty, ...]
    fallback: int = 0
    """Which fall-back has to do: 0 for none, everything works."""


def duties_of(park: Park, sites: Sequence[Site]) -> tuple[Duty, ...]:
    """The duties of several sites."""
    return tuple(each for site in sites for each in duties(park, site.sheets))


def with_fallback(found: Sequence[Duty], number: int) -> tuple[Duty, ...]:
    """The duties that have so many fall-backs; with 0 all."""
    return tuple(each for each in found if len(each.answers) > number)


def scenario_of(park: Park, asked: Asked, horizon_s: float) -> Scenario:
    """The scenario of a generated incident, a plain value; nothing is written."""
    plans = [_Plan.of(park, each, asked.fallback) for each in asked.duties]
    faults = {failing_id(each.fails): each.fails for each in plans if each.fails is not None}
    return Scenario(
        id=asked.id,
        name=asked.name,
        horizon_s=horizon_s,
        inflows=(_leak(park, asked.leak_into),),
        rules=tuple(_rules(park, plans)),
        detection=Detection(REPORT_S),
        faults=tuple(Fault(f"fault-{id}", what) for id, what in faults.items()),
        starts=STARTS,
    )


def _leak(park: Park, storage: str) -> Inflow:
    volume_m3 = round(min(LEAK_M3, LEAK_SHARE * park.storages[storage].capacity_m3), 3)
    rate = volume_m3 / LEAK_S
    return Inflow("leak", InflowKind.RELEASE, (storage,), (1.0,), (0.0, LEAK_S), (rate, 0.0))


@dataclass(frozen=True, slots=True)
class _Plan:
    """A duty as it is played: what is ordered, and what fails first."""

    duty: Duty
    answers: tuple[str, ...]
    """Ordered one when the other fails; the last is the one that is to be done."""
    fails: Hindrance | None

    @classmethod
    def of(cls, park: Park, duty: Duty, fallback: int) -> _Plan:
        """With the fault that makes all before the fall-back fail; where there is none it is ordered outright."""
        wanted, before = duty.answers[fallback], duty.answers[:fallback]
        fault = _common(park, before, wanted)
        return cls(duty, (*before, wanted) if fault or not before else (wanted,), fault)


def _common(park: Park, before: Sequence[str], wanted: str) -> Hindrance | None:
    """What makes all of these fail and leaves the wanted one able."""
    if not before:
        return None
    spare = park.sheets[wanted]
    each = [list(hindrances(park, park.sheets[id], spare)) for id in before]
    return next((what for what in each[0] if all(what in others for others in each[1:])), None)


def _rules(park: Park, plans: Sequence[_Plan]) -> Iterator[Rule]:
    """Call whoever comes from outside, look, do everything, put it back."""
    if outside := _outside(park, plans):
        yield Rule("call", Detected(), DECIDE_S, call=outside)
    look = tuple(id for plan in plans if plan.duty.family is Family.LOOK for id in plan.answers)
    if look:
        yield Rule("look", Detected(), DECIDE_S, look)
    faults = [plan.fails for plan in plans if plan.fails is not None]
    acting = [plan for plan in plans if plan.duty.family is not Family.LOOK]
    if alone := tuple(plan.answers[0] for plan in acting):
        yield Rule("answer", Detected(), DECIDE_S, alone)
    for plan in acting:
        for before, after in zip(plan.answers, plan.answers[1:], strict=False):
            yield Rule(f"instead-of-{before}", SheetEnds(before, Ending.FAILED), 0.0, (after,))
        able = [id for id in undo_of(park, plan.duty, plan.answers[-1]) if not _hindered(park, id, faults)]
        for undo in able[:1]:
            yield Rule(f"after-{plan.answers[-1]}", SheetEnds(plan.answers[-1], Ending.DONE), STAND_S, (undo,))


def _outside(park: Park, plans: Sequence[_Plan]) -> tuple[str, ...]:
    """Crews and equipment that are not there yet and will be needed; called at once, as plans do."""
    wanted = [park.sheets[id] for plan in plans for id in plan.answers]
    away = {id for id, each in park.crews.items() if each.arrives_s > 0}
    away |= {id for id, each in park.equipment.items() if each.arrives_s > 0}
    needed = [id for sheet in wanted for id in (sheet.crew, *sheet.needs)]
    return tuple(dict.fromkeys(id for id in needed if id in away))


def _hindered(park: Park, sheet: str, faults: Sequence[Hindrance]) -> bool:
    """Whether one of the faults would make a sheet fail."""
    return any(what in faults for what in hindrances(park, park.sheets[sheet]))

"""Faults: what goes wrong, from when, and until it is repaired."""

from __future__ import annotations

from collections.abc import Generator
from math import inf
from typing import assert_never

import simpy

from sim.engine.clock import FAULTS
from sim.engine.sensing import Lookout, hear_report, is_silent
from sim.engine.stage import Stage
from sim.park import LinkKind
from sim.record.event import BY_CLOCK, Cause, FaultBegan, Repaired
from sim.scenario.fault import (
    CrewAbsent,
    EquipmentMissing,
    Fault,
    OnLink,
    Opens,
    PowerLoss,
    SensorFault,
    Underreported,
)
from sim.units import SECONDS_AN_HOUR

DRIFT_STEP_S = SECONDS_AN_HOUR
"""How often a drifting sensor is looked at; in between it reads as at the last look."""

Befalling = Generator[simpy.Event, None, None]


def befall(stage: Stage, lookout: Lookout, fault: Fault, place: int) -> Befalling:
    """Let a fault happen, and be repaired."""
    cause, own = BY_CLOCK, Cause("fault", fault.id)
    if isinstance(fault.what, Opens) and fault.what.level is not None:
        level = fault.what.level
        yield stage.level(level.storage, level.volume_m3, rising=level.rising)
        cause = Cause("crossed", level.storage)
    else:
        yield stage.clock.at(fault.from_s, FAULTS, place)
    stage.note(FaultBegan(stage.now_s, fault.id, cause))
    _set(stage, lookout, fault, begins=True)
    ends_s = stage.now_s + fault.lasts_s
    if isinstance(fault.what, SensorFault) and not is_silent(fault.what):
        yield from _drift(stage, lookout, fault.what, place, ends_s)
    if ends_s == inf:
        return
    yield stage.clock.at(ends_s, FAULTS, place)
    _set(stage, lookout, fault, begins=False)
    stage.note(Repaired(stage.now_s, fault.id, own))


def _set(stage: Stage, lookout: Lookout, fault: Fault, *, begins: bool) -> None:
    """Let a failure begin, or be repaired."""
    match fault.what:
        case PowerLoss() | OnLink():
            _hinder(stage, fault.id, fault.what, begins=begins)
        case Opens(link=link):
            stage.water.set_link(link.id, float(begins), 0.0, 1.0)
        case SensorFault():
            _blind(lookout, fault.id, fault.what, begins=begins)
        case Underreported(said=share):
            _report(stage, fault.id, share, begins=begins)
        case CrewAbsent(crew=crew):
            teams = stage.crew(crew)
            (teams.absent.add if begins else teams.absent.discard)(fault.id)
            teams.muster()
        case EquipmentMissing(equipment=equipment):
            _remove(stage, fault.id, equipment, begins=begins)
        case _:
            assert_never(fault.what)


def _hinder(stage: Stage, fault: str, what: PowerLoss | OnLink, *, begins: bool) -> None:
    """Let links fail, or repair them. Of those without power only pumps stop; sheets that need it find none."""
    cause = Cause("fault" if begins else "repaired", fault)
    if isinstance(what, PowerLoss):
        without = stage.dark.setdefault(what.area, set())
        (without.add if begins else without.discard)(fault)
    for id in what.hits(stage.park):
        if isinstance(what, OnLink) or stage.park.links[id].kind is LinkKind.PUMP:
            facility = stage.facility(id)
            facility.hit(fault, what, cause) if begins else facility.mend(fault, cause)


def _mark(faults: dict[str, float], id: str, value: float, *, begins: bool) -> None:
    """Enter a fault with what it brings, or strike it out."""
    if begins:
        faults[id] = value
    else:
        del faults[id]


def _blind(lookout: Lookout, id: str, fault: SensorFault, *, begins: bool) -> None:
    if not is_silent(fault):
        lookout.drift(fault, 1.0)
    elif begins:
        lookout.go_blind(fault.sensor, id)
    else:
        lookout.see_again(fault.sensor, id)


def _drift(stage: Stage, lookout: Lookout, fault: SensorFault, place: int, ends_s: float) -> Befalling:
    """Let a sensor depart from the truth, step by step."""
    from_s = stage.now_s
    while stage.now_s < min(from_s + fault.over_s, ends_s):
        step_s = min(DRIFT_STEP_S, from_s + fault.over_s - stage.now_s, ends_s - stage.now_s)
        yield stage.clock.at(stage.now_s + step_s, FAULTS, place)
        gone = min((stage.now_s - from_s) / fault.over_s, 1.0)
        lookout.drift(fault, 1 - (1 - fault.reads) * gone)


def _report(stage: Stage, id: str, share: float, *, begins: bool) -> None:
    """Say less of the spill than there is, or correct it."""
    _mark(stage.understated, id, share, begins=begins)
    if not begins and stage.detected:
        hear_report(stage, Cause("repaired", id))


def _remove(stage: Stage, id: str, equipment: str, *, begins: bool) -> None:
    """Take what is in stock away, or bring it back when no fault is left; what is in use stays there."""
    stock = stage.stock(equipment)
    if begins:
        stock.faults.add(id)
        stock.missing, stock.units = stock.missing + stock.units, 0.0
    else:
        stock.faults.discard(id)
        if not stock.faults:
            stock.bring(stock.missing)
            stock.missing = 0.0

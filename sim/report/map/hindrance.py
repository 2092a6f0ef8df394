"""What keeps a gate, valve, pump or sensor from doing what it is there for, at an instant of a run."""

from __future__ import annotations

from collections.abc import Iterable

from sim.park import Park
from sim.record.event import FaultBegan, Repaired
from sim.record.record import Record
from sim.scenario import Scenario
from sim.scenario.fault import Fault, Hinders, Hindrance, SensorFault


def in_force(scenario: Scenario, record: Record, at_s: float) -> list[Fault]:
    """Faults that have happened by an instant [s] and are not repaired, in the order in which they happened."""
    known = {each.id: each for each in scenario.faults}
    found: dict[str, Fault] = {}
    for event in record.events:
        if event.at_s > at_s:
            break
        if isinstance(event, FaultBegan):
            found[event.subject] = known[event.subject]
        elif isinstance(event, Repaired):
            found.pop(event.subject, None)
    return list(found.values())


def hindrances(park: Park, faults: Iterable[Fault]) -> dict[str, tuple[Hindrance, ...]]:
    """What keeps each link and sensor that faults have hit from working, the gravest first."""
    found: dict[str, set[Hindrance]] = {}
    for what in (each.what for each in faults):
        if isinstance(what, Hinders | SensorFault):
            for id in what.hits(park) if isinstance(what, Hinders) else (what.sensor,):
                found.setdefault(id, set()).add(what.hindrance)
    return {id: tuple(each for each in Hindrance if each in own) for id, own in found.items()}

"""What keeps a gate, valve, pump or sensor from doing what it is there for, at an instant of a run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from sim.park import Park
from sim.record.event import FaultBegan, Repaired
from sim.record.record import Record
from sim.scenario import Blocked, Fault, Leaks, PowerLoss, Refuses, Scenario, SensorFault, Stuck, Trips


class Hindrance(StrEnum):
    """Why something does not work, the graver first."""

    TRIPPED = "tripped"
    """A pump that stands still until it is repaired."""
    NO_POWER = "no-power"
    """A pump that stands still, or a gate or valve that nobody moves but by hand."""
    STUCK = "stuck"
    """It cannot be moved."""
    REFUSES = "refuses"
    """It stays as it is when it is ordered about."""
    BLOCKED = "blocked"
    """It passes only part of its flow."""
    LEAKS = "leaks"
    """It passes water when shut."""
    UNTRUE = "untrue"
    """A sensor that reports nothing, or not the truth."""


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
    for fault in faults:
        for id, hindrance in _of(park, fault).items():
            found.setdefault(id, set()).add(hindrance)
    return {id: tuple(each for each in Hindrance if each in own) for id, own in found.items()}


def _of(park: Park, fault: Fault) -> Mapping[str, Hindrance]:
    """Whom a fault hits, and how."""
    match fault.what:
        case Trips(link=link):
            return {link: Hindrance.TRIPPED}
        case PowerLoss(area=area):
            return dict.fromkeys((id for id, each in park.links.items() if each.power == area), Hindrance.NO_POWER)
        case Stuck(link=link):
            return {link: Hindrance.STUCK}
        case Refuses(link=link):
            return {link: Hindrance.REFUSES}
        case Blocked(link=link):
            return {link: Hindrance.BLOCKED}
        case Leaks(link=link):
            return {link: Hindrance.LEAKS}
        case SensorFault(sensor=sensor):
            return {sensor: Hindrance.UNTRUE}
    return {}

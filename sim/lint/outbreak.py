"""When the accident begins, and when somebody has seen it."""

from __future__ import annotations

from math import inf

from sim.lint.reach import standing
from sim.park import ACCIDENT_ORIGINS, Park, Quantity, Sensor
from sim.scenario import Scenario, SensorFault

LIKELY = 0.5
"""Chance of missing a reading from which on a sensor is not relied on [-]."""


def begins_s(park: Park, scenario: Scenario) -> float:
    """When there first is accident water in the park; inf when there never is [s]."""
    return 0 if standing(park, scenario) else min(_comes_s(scenario).values(), default=inf)


def seen_s(park: Park, scenario: Scenario) -> float:
    """When a camera or a caller has told of accident water poured in where it looks; inf where none looks [s]."""
    comes_s = _comes_s(scenario)
    watching = (each for each in park.sensors.values() if each.quantity is Quantity.PRESENCE)
    reached = (each for each in watching if each.watches in comes_s and _is_reliable(scenario, each))
    return min((comes_s[each.watches] + each.every_s + each.delay_s + each.confirm_s for each in reached), default=inf)


def _comes_s(scenario: Scenario) -> dict[str, float]:
    """When accident water first comes into each storage that it is poured into [s]."""
    found: dict[str, float] = {}
    for each in scenario.inflows:
        if each.kind.origin in ACCIDENT_ORIGINS:
            begins = min((time for time, rate in zip(each.times_s, each.rates, strict=True) if rate > 0), default=inf)
            found |= {id: min(begins, found.get(id, inf)) for id in each.into}
    return found


def _is_reliable(scenario: Scenario, sensor: Sensor) -> bool:
    """Whether no fault touches a sensor, and it sees more than it misses."""
    fails = any(isinstance(fault.what, SensorFault) and fault.what.sensor == sensor.id for fault in scenario.faults)
    return not fails and sensor.misses < LIKELY

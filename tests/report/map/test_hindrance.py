"""What fails is shown as it stands: by faults written by hand, in runs whose valves and pumps are known."""

from dataclasses import replace
from pathlib import Path

import pytest

from sim.load import load_case
from sim.report.map.moment import moment
from sim.result import run
from sim.scenario import Blindness, Blocked, Fault, Leaks, Refuses, SensorFault, Stuck, Trips
from sim.scenario.fault import Hindrance

ROOT = Path(__file__).parents[3]
ON_S = 8732.0
"""The pump of the first park starts at T+2 h 25.5 min."""


@pytest.fixture(scope="module")
def dark():
    """Sub-area A is without power from minute 4 to minute 604."""
    case = load_case(ROOT / "scenarios" / "changshou-power-loss.yaml")
    return run(case.park, case.scenario)


def first_with(*faults):
    case = load_case(ROOT / "docs" / "first-park" / "fire.yaml")
    return run(case.park, replace(case.scenario, faults=faults))


def at(result, at_s):
    return moment(result.park, result.scenario, result.record, result.verdict, at_s)


def openings(result, link, *times_s):
    return [at(result, each).openings[link] for each in times_s]


def test_a_pump_without_power_stands_still_and_goes_on_when_power_is_back(dark):
    """It waits for its level until minute 4; when power is back at minute 604 the water has long been above it."""
    assert openings(dark, "dedicated-a", 239, 240, 603 * 60, 604 * 60) == [0, 0, 0, 1]


def test_a_gate_without_power_stays_as_it_is_and_is_marked(dark):
    """Outfall 05 stays open until a plug is in it at minute 77; the gates of sub-area B keep their power."""
    now = at(dark, 240)

    assert openings(dark, "outfall-05", 240, 76 * 60, 77 * 60) == [1, 1, 0]
    assert now.hindered["outfall-05"] == (Hindrance.NO_POWER,)
    assert {dark.park.links[id].power for id in now.hindered} == {"area-a"}
    assert at(dark, 239).hindered == at(dark, 604 * 60).hindered == {}


def test_a_pump_that_trips_stands_still_until_it_is_repaired():
    result = first_with(Fault("motor", Trips("transfer"), from_s=9000, lasts_s=600))

    assert openings(result, "transfer", ON_S - 60, 8999, 9000, 9599, 9600) == [0, 1, 0, 0, 1]
    assert at(result, 9000).hindered == {"transfer": (Hindrance.TRIPPED,)}


def test_what_is_stuck_stands_as_it_was_found_or_as_the_fault_says():
    """Stuck while it stands still, the pump does not start when its team is there; stuck at a third it runs so."""
    still = first_with(Fault("motor", Stuck("transfer"), from_s=0))
    third = first_with(Fault("motor", Stuck("transfer", 0.3), from_s=9000, lasts_s=600))
    running = first_with(Fault("motor", Stuck("transfer"), from_s=9000))

    assert openings(still, "transfer", 0, 9000) == [0, 0]
    assert openings(third, "transfer", 8999, 9000, 9600) == [1, 0.3, 1]
    assert openings(running, "transfer", 8999, 9000) == [1, 1]


def test_the_gravest_comes_first():
    """A pump that is blocked, leaks, does not follow and has tripped; and a sensor that is silent."""
    what = (Blocked("transfer", 0.5), Leaks("transfer", 0.1), Refuses("transfer"), Trips("transfer"))
    case = load_case(ROOT / "docs" / "first-park" / "fire.yaml")
    sensor = next(iter(case.park.sensors))
    faults = [Fault(str(place), each) for place, each in enumerate((*what, SensorFault(sensor, Blindness.SILENT)))]

    assert at(first_with(*faults), 0).hindered == {
        "transfer": (Hindrance.TRIPPED, Hindrance.REFUSES, Hindrance.BLOCKED, Hindrance.LEAKS),
        sensor: (Hindrance.UNTRUE,),
    }

"""Faults as they are written, each in its line."""

from math import inf

import pytest

from sim.load import load_case
from sim.park import Link, LinkKind, Name, Outlet, WeirRating
from sim.scenario import (
    Blindness,
    Blocked,
    CrewAbsent,
    EquipmentMissing,
    Fault,
    InflowKind,
    Leaks,
    Level,
    Opens,
    PowerLoss,
    Refuses,
    SensorFault,
    Stuck,
    Trips,
    Underreported,
)


@pytest.mark.parametrize(
    "fault",
    [
        Fault("sluice-sticks", Stuck("sluice", 0.1), 3600, 7200, Name("A branch lies under the gate.")),
        Fault("outfall-sticks", Stuck("outfall", None), 0, inf),
        Fault("deaf", Refuses("outfall"), 0, 1800),
        Fault("trip", Trips("lift"), 7200, inf),
        Fault("dark", PowerLoss("grid"), 3600, 14_400),
        Fault("silt", Blocked("hole", left=0.3)),
        Fault("cave-in", Blocked("outfall", left=0), 10_800),
        Fault("drips", Leaks("sluice", share=0.05)),
        Fault("quiet", SensorFault("pit-level", Blindness.SILENT)),
        Fault("frozen", SensorFault("drain-quality", Blindness.STUCK), 600),
        Fault("drift", SensorFault("outfall-flow", Blindness.DRIFTING, reads=0.5, over_s=7200), 3600),
        Fault("small-talk", Underreported(0.1), 0, 7200),
        Fault("asleep", CrewAbsent("brigade"), 0, 3600),
        Fault("lent", EquipmentMissing("truck-pump")),
    ],
    ids=lambda fault: fault.id,
)
def test_each_fault(fire, fault):
    """
    From the start and to the end, where no times are written.
    """
    assert fault in fire.faults


def way(scenario, id):
    """What a fault opens."""
    (fault,) = (fault for fault in scenario.faults if fault.id == id)
    assert isinstance(fault.what, Opens)
    return fault.what


def test_cross_connection_is_a_way_that_is_not_there_before(fire):
    link = Link("foul", Name("foul"), LinkKind.PIPE, "pit", "river-1", capacity_m3_s=0.005, opening=0, lag_s=600)

    assert way(fire, "foul") == Opens(link, level=None)


def test_wall_that_breaks_when_it_is_filled_so_far(fire):
    """
    90 % of the 700 m3 that the bund holds; a weir 2 m wide, 0.5 m above the floor.
    """
    link = Link("wall", Name("wall"), LinkKind.PIPE, "bund", "drain", rating=WeirRating(2, 0.5), opening=0, lag_s=60,
                outlet=Outlet.TOP)  # fmt: skip

    assert way(fire, "wall") == Opens(link, Level("bund", 630))


def test_dam_that_breaks_at_a_time(fire):
    """
    Onto the ground, where nothing else is written.
    """
    link = Link("dam", Name("dam"), LinkKind.PIPE, "north.pool", "ground", capacity_m3_s=0.1, opening=0,
                outlet=Outlet.TOP)  # fmt: skip

    assert way(fire, "dam") == Opens(link)
    assert next(fault for fault in fire.faults if fault.id == "dam").from_s == 5 * 3600


def test_scenario_knows_the_ways_its_faults_bring(fire, park):
    assert [link.id for link in fire.links] == ["foul", "wall", "dam"]
    assert {"foul", "wall", "dam"}.isdisjoint(park.links)
    assert park.with_links(fire.links).links["wall"].source == "bund"


def test_breach_at_the_floor(small):
    case = load_case(small / "fire.yaml", sets=["faults.wall={breaks: bund, width: 2 m, from: 1 h}"])

    assert way(case.scenario, "wall").link.rating == WeirRating(2, 0)
    assert way(case.scenario, "wall").link.target == "ground"


def test_second_storm_is_rain(fire):
    """
    20 mm on 17,000 m2 are 340 m3; the table's 9.6 mm fall on all 32,000 m2.
    """
    inflows = {inflow.id: inflow for inflow in fire.inflows}

    assert [fault.id for fault in fire.faults if "storm" in fault.id] == []
    assert [inflow.id for inflow in fire.inflows][-2:] == ["next-storm", "last-storm"]
    assert inflows["next-storm"].kind is InflowKind.RAIN
    assert inflows["next-storm"].times_s == (36_000, 39_600)
    assert inflows["next-storm"].volume_m3(fire.horizon_s) == pytest.approx(340)
    assert inflows["last-storm"].volume_m3(fire.horizon_s) == pytest.approx(0.0096 * 32_000)


def test_faults_stand_in_the_order_of_the_file(fire):
    assert [fault.id for fault in fire.faults][:3] == ["sluice-sticks", "outfall-sticks", "deaf"]


def test_loop_of_the_park_is_not_blamed_on_a_fault(small):
    """
    A pump back without a lag closes it, whatever the faults are.
    """
    from sim.errors import Problems

    back = "{kind: pump, from: drain, to: pit, capacity: 1 L/s, opening: stopped}"
    with pytest.raises(Problems) as caught:
        load_case(small / "fire.yaml", sets=[f"park.links.back={back}"])

    assert [": links.back: water would run round" in message for message in caught.value.messages] == [True]

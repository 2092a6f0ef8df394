"""The water here against EPA SWMM 5.2.4 on networks written twice by hand, so that no way of writing is shared.

Bars: peaks within 0.5 % of capacity, volumes over crests and walls within 0.5 % of inflow each, first times within a
minute.
"""

from functools import cache

import numpy as np
import pytest

from sim.exchange import Routing
from tests.exchange.compare import differences, missed
from tests.swmm.networks import (
    LIP_HEADS_M,
    NETWORKS,
    backwater_on_a_slope,
    lip_m3_s,
    pump_with_levels,
    two_tanks_joined,
    under_a_lip,
    wall_overtopped,
    weir_in_balance,
)
from tests.water.by_hand import HOUR

PEAK, PASSED, FIRST_MIN = 0.5, 0.5, 1.0
"""What is allowed: % of capacity, % of inflow, minutes."""


@cache
def played(network):
    """A network, run once here and once there for all tests."""
    return network()


@pytest.mark.parametrize("name", NETWORKS)
def test_peaks_volumes_and_first_times_are_those_of_swmm(name):
    twice = played(NETWORKS[name])

    assert abs(float(twice.theirs["unaccounted"])) < 0.5
    assert [id for id in twice.park.storages if abs(twice.peak_apart(id)) > PEAK] == []
    assert [way for way in twice.ways if abs(twice.passed_apart(way)) > PASSED] == []
    assert [way for way in twice.ways if abs(twice.first_apart(way)) > FIRST_MIN] == []


@pytest.mark.parametrize("name", NETWORKS)
def test_the_file_that_we_write_of_it_runs_there_as_here(name):
    """
    Within the bars of the cross-check: 1 % of capacity, 1 % of inflow, 3 min.
    """
    twice = played(NETWORKS[name])

    assert missed(differences(lambda: (twice.park, twice.scenario), Routing.DYNWAVE)) == []


def test_a_wall_is_overtopped():
    """
    wall-overtopped: the crest passes at most 0.42 x 1 m x 4.429 x 0.5^1.5 = 0.658 m3/s.

    SWMM: 2,561 m3 into the pool. 18,000 come, and 2,000 and what stands on the crest at the end stay in the bund:
    over the wall run the other 13,437.
    """
    twice = played(wall_overtopped)
    ours, theirs = twice.passed_m3("crest")
    over, there = twice.passed_m3("bund>wall")

    assert twice.ours.over("peak_m3_s", "crest") == pytest.approx(0.6577, rel=0.01)
    assert (ours, theirs) == pytest.approx((2561, 2561), rel=0.005)
    assert (over, there) == pytest.approx((13_437, 13_437), rel=0.005)


def test_a_lip_passes_what_an_orifice_of_its_height_passes():
    """
    partial-gate: 10 % of a sluice 2 m x 2 m; 0.672, 1.009 and 1.810 m3/s at 0.5, 1 and 3 m.
    """
    twice = played(under_a_lip)
    ours = [twice.ours.rate(way, 0.0) for way in twice.ways]
    theirs = [float(twice.rate_m3_s(way)[0]) for way in twice.ways]

    assert theirs == pytest.approx([lip_m3_s(head) for head in LIP_HEADS_M], rel=0.001)
    assert ours == pytest.approx(theirs, rel=0.01)
    at_m = dict(zip(LIP_HEADS_M, theirs, strict=True))
    assert (at_m[0.5], at_m[1.0], at_m[3.0]) == pytest.approx((0.672, 1.009, 1.810), abs=0.001)


def test_the_pit_follows_the_river_down():
    """
    backwater-step: what stands in the pit after 1, 2, 3, 6 and 24 h, within 0.5 % of its 800 m3. The sill lets the
    river down to 0.10 m, so that 0.10 m x 200 m2 = 20 m3 stay.
    """
    ours, theirs = played(backwater_on_a_slope).volumes_m3("pit", np.array([1, 2, 3, 6, 24]) * HOUR)

    assert theirs.tolist() == pytest.approx([144.3, 129.1, 21.6, 20.0, 20.0], abs=0.5)
    assert ours.tolist() == pytest.approx(theirs.tolist(), abs=4)
    assert ours[-1] == pytest.approx(20, abs=1)


def test_a_stopped_pump_with_levels_starts_by_itself():
    """
    pump-never-starts: 600 m3 / 0.02 m3/s = 30,000 s, 8 h 20 min. At 20 h 600 - 42,000 x (0.02778 - 0.02) = 273.3 m3
    are left, and 2,640 s later it stops at 200 m3: 44,640 s x 0.02778 = 1,240 m3.
    """
    twice = played(pump_with_levels)
    ours, theirs = twice.first_s("lift")

    assert ours == pytest.approx(30_000)
    assert theirs == pytest.approx(30_000, abs=20)
    assert twice.passed_m3("lift") == pytest.approx((1240, 1240), abs=1)


def test_a_weir_comes_into_balance():
    """
    200 m2 x 1.41647 m = 283.29 m3, within 0.5 % of 600 m3.
    """
    ours, theirs = played(weir_in_balance).volumes_m3("tank", [4 * HOUR])

    assert theirs[0] == pytest.approx(283.29, abs=0.1)
    assert ours[0] == pytest.approx(283.29, abs=3)


@pytest.mark.parametrize(("other_m2", "level_m"), [(100.0, 2.3), (400.0, 1.82)])
def test_two_joined_tanks_end_level(other_m2, level_m):
    """
    (310 + 150) m3 / 200 m2 = 2.3 m; (310 + 600) m3 / 500 m2 = 1.82 m; within 0.1 % of 4 m.
    """
    twice = two_tanks_joined(other_m2)
    areas = {"one": 100.0, "other": other_m2}
    levels = {id: [side[0] / area for side in twice.volumes_m3(id, [4 * HOUR])] for id, area in areas.items()}

    assert [theirs for _, theirs in levels.values()] == pytest.approx([level_m] * 2, abs=0.004)
    assert [ours for ours, _ in levels.values()] == pytest.approx([level_m] * 2, abs=0.004)

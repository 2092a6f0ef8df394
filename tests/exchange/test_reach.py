"""How many conduits a travel time becomes in SWMM."""

import pytest

from sim.exchange.swmm.reach import Reach


def test_a_conduit_takes_20_s_or_four_steps():
    """
    800 s are 40 conduits of 20 s; in steps of 30 s, 6 of 120 s or a little more; 10 s are one.
    """
    pieces = [Reach.of(lag_s, None, 0.25, step_s).pieces for lag_s, step_s in ((800, 1), (800, 30), (10, 1))]

    assert pieces == [40, 6, 1]


def test_no_wave_runs_through_a_conduit_in_one_step():
    """
    60 m3/s at 0.2 m/s need 300 m2, 3.162 m wide and 94.87 m deep, in which a wave runs sqrt(9.81 x 94.87) = 30.5 m/s:
    153.5 m in 5 s, so 1,000 m are six conduits; without waves 90, the most there are.
    """
    reaches = [Reach.of(5000, 1000, 60.0, 5.0, has_waves) for has_waves in (True, False)]

    assert [each.pieces for each in reaches] == [6, 90]
    assert reaches[0].depth_m == pytest.approx(94.87, abs=0.01)

"""How ground delays rain: nothing is lost, and what can be worked out by hand is."""

from itertools import pairwise
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.hydrology.runoff import depth_m, first_flush, mean_runoff, rational, reservoir

RATES = st.one_of(st.just(0.0), st.floats(1e-9, 1e-3))
SPANS = st.floats(1, 50_000)
STORMS = st.lists(st.tuples(SPANS, RATES), min_size=1, max_size=12)
TIMES = st.floats(30, 20_000)


def storm_of(parts):
    """Steps of so many seconds at so much a second, one after another."""
    time, steps = 0.0, []
    for span, rate in parts:
        steps.append((time, rate))
        time += span
    return [*steps, (time, 0.0)]


def fallen(steps, until):
    """What has come by a time [m]."""
    pieces = pairwise(steps)
    return sum(rate * max(min(end, until) - start, 0) for (start, rate), (end, _) in pieces)


@pytest.mark.parametrize("shed", [rational, reservoir])
@given(parts=STORMS, time=TIMES)
def test_nothing_is_lost(shed, parts, time):
    """
    To 1e-12; nothing runs backwards, times grow, and at the end it is dry.
    """
    storm = storm_of(parts)
    runoff = shed(storm, time)

    assert depth_m(runoff) == pytest.approx(depth_m(storm), rel=1e-12)
    assert min(rate for _, rate in runoff) >= 0
    assert runoff[-1][1] == 0
    assert all(a < b for (a, _), (b, _) in pairwise(runoff))


@pytest.mark.parametrize("shed", [rational, reservoir])
@given(parts=STORMS, time=TIMES)
def test_runoff_never_comes_before_the_rain_nor_faster(shed, parts, time):
    """
    No rate is above the rain's highest, but for what the end of a reservoir's tail brings at once: a thousandth.
    """
    storm = storm_of(parts)
    runoff = shed(storm, time)
    most = max(rate for _, rate in storm)

    assert all(rate <= most * (1 + 1e-9) for _, rate in runoff[:-2])
    for at, _ in runoff:
        assert fallen(runoff, at) <= fallen(storm, at) * (1 + 1e-9)


def test_rational_in_long_rain_is_the_rational_method():
    """
    36 mm/h for 20 min on ground of 10 min: straight up to 1e-5 m/s after 10 min, level to 20, straight down to 30.
    """
    runoff = rational([(0, 1e-5), (1200, 0)], 600)

    assert fallen(runoff, 600) == pytest.approx(0.003)  # half of 600 s x 1e-5
    assert [rate for at, rate in runoff if 600 <= at < 1200] == [1e-5]
    assert fallen(runoff, 1200) == pytest.approx(0.009)
    assert runoff[-1] == (1800, 0)


def test_rational_in_short_rain_stays_below_it():
    """
    5 min of rain on ground of 10 min: half the rate at most, from 5 to 10 min.
    """
    runoff = rational([(0, 1e-5), (300, 0)], 600)

    assert max(rate for _, rate in runoff) == pytest.approx(0.5e-5)
    assert [at for at, rate in runoff if rate == pytest.approx(0.5e-5)] == [300]


@pytest.mark.parametrize("at", [300, 600, 900, 1200, 1800])
def test_reservoir_follows_the_exponential(at):
    """
    With k = 10 min and 1e-5 m/s for 20 min: S = R k (1 - exp(-t / k)) while it rains, then it falls by exp(-t / k).
    """
    runoff = reservoir([(0, 1e-5), (1200, 0)], 600)
    stands = 0.006 * (1 - exp(-min(at, 1200) / 600)) * exp(-max(at - 1200, 0) / 600)

    assert 1e-5 * min(at, 1200) - fallen(runoff, at) == pytest.approx(stands, rel=1e-2)


def test_reservoir_ends_when_a_thousandth_is_left():
    """
    0.864665 of 6 mm stand when the rain of 12 mm ends, 432 thousandths; k ln 432.33 = 3,641.5 s later one is left.
    """
    runoff = reservoir([(0, 1e-5), (1200, 0)], 600)

    assert runoff[-1][0] == pytest.approx(1200 + 3641.5, abs=0.1)


@given(STORMS, st.floats(1e-6, 1))
def test_first_flush_is_the_first_of_it(parts, first_m):
    """
    Its depth is what was asked, or all there is; with the rest it is the whole, and the rest begins where it ends.
    """
    storm = storm_of(parts)
    first, rest = first_flush(storm, first_m)
    whole = depth_m(storm)

    assert depth_m(first) == pytest.approx(min(first_m, whole), abs=1e-11)
    assert depth_m(first) + depth_m(rest) == pytest.approx(whole, rel=1e-12)
    assert not rest or first[-1][0] == rest[0][0]


def test_first_flush_that_ends_with_a_step():
    """
    10 mm are the first step: nothing of the second is in it.
    """
    first, rest = first_flush([(0, 1e-5), (1000, 2e-5), (2000, 0)], 0.01)

    assert depth_m(first) == pytest.approx(0.01)
    assert depth_m(rest) == pytest.approx(0.02)


def test_runoff_of_several_land_uses():
    """
    2 ha x 0.9 + 1 ha x 0.15 + 1 ha x 0.525 = 2.475 of 4 ha.
    """
    areas = {"roof": 20_000, "green": 10_000, "macadam": 10_000}

    assert mean_runoff(areas, {"roof": 0.9, "green": 0.15, "macadam": 0.525}) == pytest.approx(0.61875)

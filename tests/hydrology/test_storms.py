"""Design storms: the published depths, and storms that hold exactly what the formula says."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.errors import InputError
from sim.hydrology.runoff import depth_m
from sim.hydrology.storm_sets import STORM_SETS
from sim.hydrology.storms import L_S_HA, StormFormula, block, chicago

MINUTE = 60
YUBEI = STORM_SETS["yubei-2017"].formula


@pytest.mark.parametrize(
    ("period_a", "minutes", "depth_mm"),
    [
        (2, 10, 16.1), (2, 60, 47.5), (2, 120, 67.0), (2, 180, 81.3),
        (10, 10, 24.3), (10, 60, 71.9), (10, 120, 101.5), (10, 180, 123.0),
    ],
)  # fmt: skip
def test_depths_of_yubei_2017(period_a, minutes, depth_mm):
    """
    By hand, P = 10 a in 60 min: 1111 x 1.945 / 69.713^0.561 = 199.7 L/(s ha) are 0.01997 mm/s, 71.9 mm.
    """
    assert YUBEI.depth_m(minutes * MINUTE, period_a) * 1000 == pytest.approx(depth_mm, abs=0.051)


@pytest.mark.parametrize(
    ("area_m2", "flow_l_s"), [(4600, 84.0), (10_000, 182.5), (18_200, 332.2), (29_500, 538.5), (44_500, 812.3)]
)
def test_flows_of_yubei_2013(area_m2, flow_l_s):
    """
    Q = q psi F with psi 0.65, P = 2 a, t = 10 min: 280.8 L/(s ha) x 0.65 = 182.5 L/s from a hectare.
    """
    q = STORM_SETS["yubei-2013"].formula.intensity_m_s(10 * MINUTE, 2)

    assert q * 0.65 * area_m2 * 1000 == pytest.approx(flow_l_s, abs=0.06)


@pytest.mark.parametrize(
    ("set", "a", "c", "b", "n"),
    [
        ("shapingba-2017", 1132, 0.958, 5.408, 0.595),
        ("banan-2017", 1898, 0.867, 9.480, 0.709),
        ("yubei-2017", 1111, 0.945, 9.713, 0.561),
        ("shapingba-2013", 1563.609, 0.633, 6.947, 0.624),
        ("yubei-2013", 1178.521, 0.633, 8.534, 0.551),
        ("banan-2013", 1737.388, 0.724, 7.149, 0.692),
    ],
)
def test_published_sets(set, a, c, b, n):
    """
    As printed; the id is the district and the year, and the source names the year.
    """
    found = STORM_SETS[set]

    assert found.formula == StormFormula(a, c, b, n)
    assert set == f"{found.name['en'].lower()}-{found.year}"
    assert str(found.year) in found.source


def test_once_a_year_the_logarithm_is_nothing():
    """
    lg 1 = 0: 1111 / (20.287 + 9.713)^0.561 L/(s ha), with t + b = 30 min.
    """
    assert YUBEI.intensity_m_s(20.287 * MINUTE, 1) / L_S_HA == pytest.approx(1111 / 30**0.561)


def test_a_period_without_rain():
    """
    1 + 0.945 lg P is nothing at P = 10^(-1 / 0.945) = 0.0875 a.
    """
    with pytest.raises(InputError, match=r"its periods begin at 0\.087 a"):
        YUBEI.depth_m(600, 0.08)


FORMULAS = st.builds(StormFormula, st.floats(100, 1e4), st.floats(0, 2), st.floats(0.1, 40), st.floats(0.2, 1))
LASTS = st.floats(60, 86_400)
PEAKS = st.floats(0.01, 0.99)


@given(FORMULAS, LASTS, st.floats(1, 100), st.integers(1, 300), st.floats(0.01, 1), PEAKS)
def test_chicago_holds_the_depth_of_the_formula(formula, lasts, period, count, part, peak):
    """
    Whatever its peak, length and step, to 1e-9; no step rains backwards, and the last ends with the storm.
    """
    storm = chicago(formula, lasts, period, min(lasts / (count - 1 + part), lasts), peak)

    assert depth_m(storm) == pytest.approx(formula.depth_m(lasts, period), rel=1e-9)
    assert min(rate for _, rate in storm) >= 0
    assert storm[-1] == (lasts, 0)
    assert all(a < b for (a, _), (b, _) in pairwise(storm))


@given(FORMULAS, LASTS, st.integers(2, 200), PEAKS)
def test_chicago_has_its_peak_where_it_is_put(formula, lasts, count, peak):
    """
    It never rains less as the peak comes nearer, step by step from either side; the peak's own step is left out.
    """
    storm = chicago(formula, lasts, 2, lasts / count, peak)
    before = [rate for (_, rate), (end, _) in pairwise(storm) if end <= peak * lasts]
    after = [rate for start, rate in storm if start >= peak * lasts]

    slack = 1e-9 * max(rate for _, rate in storm)
    assert all(b >= a - slack for a, b in pairwise(before))
    assert all(b <= a + slack for a, b in pairwise(after))


@given(LASTS, st.floats(0.05, 0.95), st.floats(0.02, 1))
def test_chicago_holds_every_shorter_storm_around_its_peak(lasts, peak, share):
    """
    Of any T' < T, r of the formula's depth of T' falls in r T' before the peak, the rest in (1 - r) T' after it; to
    what a step of a thousandth of the storm can bring.
    """
    shorter = lasts * share
    top = peak * lasts
    for start, length in ((top - peak * shorter, peak * shorter), (top, (1 - peak) * shorter)):
        part = _between(chicago(YUBEI, lasts, 2, lasts / 997, peak), start, start + length)
        whole = YUBEI.depth_m(shorter, 2) * length / shorter
        assert part == pytest.approx(whole, rel=1e-3, abs=2 * YUBEI.intensity_m_s(0, 2) * lasts / 997)


def _between(storm, start, end):
    """What falls from `start` to `end` [m]."""
    pieces = pairwise(storm)
    return sum(rate * max(min(b, end) - max(a, start), 0) for (a, rate), (b, _) in pieces)


def test_chicago_by_hand():
    """
    60 min with the peak at 24 min, in steps of 24, 24 and 12 min: 40 % of 47.5 mm fall in the first.
    """
    first, *_ = chicago(YUBEI, 3600, 2, 24 * MINUTE)

    assert first[1] * 24 * MINUTE == pytest.approx(0.4 * YUBEI.depth_m(3600, 2))


def test_block_holds_the_depth_of_the_formula():
    assert depth_m(block(YUBEI, 7200, 2)) == pytest.approx(YUBEI.depth_m(7200, 2), rel=1e-12)

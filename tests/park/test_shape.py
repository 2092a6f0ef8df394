"""How deep a volume stands in what lies on a slope: against the arithmetic, a quadrature, and back again."""

from math import isclose, pi

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.integrate import quad

from sim.park import RoundPipe, StageTable, Trapezoid

WEDGE = Trapezoid(1000, 10, 2, bed_slope=0.001)
MAIN = RoundPipe(1, 2000, 0.002)


@pytest.mark.parametrize(
    ("depth_m", "volume_m3"),
    [
        (0.5, 1333.3333333333333),  # (5 x 0.25 + 2 x 0.125 / 3) / 0.001: the water ends after 500 m
        (1.0, 5666.666666666667),  # (5 + 2 / 3) / 0.001: it just reaches the upper end
        (3.0, 37666.666666666664),  # 1,000 (10 x 2.5 + 2 (9 - 3 + 1 / 3)); 48,000 on a level bed
    ],
)
def test_wedge_behind_a_gate(depth_m, volume_m3):
    """
    10 m wide, banks 2 : 1, falling 1 m over 1,000 m: the integral of 10 y + 2 y2 along the bed.
    """
    assert WEDGE.volume_m3(depth_m) == pytest.approx(volume_m3, rel=1e-14)
    assert WEDGE.depth_m(volume_m3) == pytest.approx(depth_m, rel=1e-14)


def test_a_wedge_without_banks():
    """
    Vertical walls 4 m apart, 1 % over 100 m: 0.5 m at the gate are 4 x 0.5 x 50 / 2 = 50 m3.
    """
    flume = Trapezoid(100, 4, 0, bed_slope=0.01)

    assert flume.volume_m3(0.5) == pytest.approx(50)
    assert flume.depth_m(50) == pytest.approx(0.5)
    assert flume.surface_m2(0.5) == pytest.approx(200)


@pytest.mark.parametrize("slope", [1e-6, 1e-9, 1e-12, 1e-300, 0.0])
def test_a_bed_hardly_sloped_is_a_level_one(slope):
    """
    `L (B h + m h2)` = 100 (16 + 6), less at most B h' s L / 2 of it.
    """
    reach = Trapezoid(100, 8, 1.5, slope)

    assert reach.volume_m3(2) == pytest.approx(2200, rel=100 * slope + 1e-15)
    assert reach.depth_m(2200) == pytest.approx(2, rel=100 * slope + 1e-15)


def test_what_all_rain_mains_of_the_park_hold():
    """
    140.27 km full: 39,660 m3 if they are DN600, 110,170 if DN1000.
    """
    assert round(RoundPipe(0.6, 140_270).full_m3, -1) == 39_660
    assert round(RoundPipe(1.0, 140_270).full_m3, -1) == 110_170


def test_a_level_pipe():
    """
    Half full it holds half: pi / 8 x 100 m. Above the crown its manholes take 1 % of 1 m x 100 m a metre.
    """
    pipe = RoundPipe(1, 100)

    assert pipe.volume_m3(0.5) == pytest.approx(pi / 8 * 100)
    assert pipe.depth_m(pi / 8 * 100) == pytest.approx(0.5)
    assert pipe.volume_m3(3) == pytest.approx(pi / 4 * 100 + 2)
    assert pipe.depth_m(pi / 4 * 100 + 2) == pytest.approx(3)


def test_a_pipe_on_a_slope():
    """
    DN1000 falling 4 m over 2,000 m, the crown of its lower end just wet: 500 m of it are wet, on the mean half of
    each section, so pi / 4 x 500 / 2 = 196.35 m3. Full to its upper end it is at 1 + 4 m.
    """
    assert MAIN.volume_m3(1) == pytest.approx(pi / 4 * 250)
    assert MAIN.top_m == pytest.approx(5)
    assert MAIN.volume_m3(5) == pytest.approx(MAIN.full_m3) == pytest.approx(pi / 4 * 2000)
    assert MAIN.depth_m(MAIN.full_m3 + 10) == pytest.approx(5.5)


def test_the_surface_of_a_surveyed_storage():
    table = StageTable((0, 1, 3), (0, 100, 500))

    assert [table.surface_m2(depth) for depth in (0, 0.5, 1, 9)] == [100, 100, 200, 200]


SLOPES = st.one_of(st.just(0.0), st.floats(1e-7, 0.1))
REACHES = st.builds(Trapezoid, st.floats(1, 5000), st.floats(0.1, 100), st.floats(0, 5), SLOPES)
PIPES = st.builds(RoundPipe, st.floats(0.1, 4), st.floats(1, 5000), SLOPES)
SHARES = st.floats(1e-3, 2)


@given(REACHES, st.floats(1e-3, 20))
def test_a_reach_finds_its_depth_again(reach, depth_m):
    """
    To rounding, whatever the slope.
    """
    assert isclose(reach.depth_m(reach.volume_m3(depth_m)), depth_m, rel_tol=1e-13)


@given(PIPES, SHARES)
def test_a_pipe_finds_its_depth_again(pipe, share):
    """
    From a thousandth of the depth at which it is full to twice that. Just below there its surface vanishes, and a
    depth is known from a volume only to about the 2/3rd power of rounding.
    """
    depth = pipe.top_m * share

    assert isclose(pipe.depth_m(pipe.volume_m3(depth)), depth, rel_tol=1e-8)


@given(st.one_of(REACHES, PIPES), SHARES, SHARES)
def test_volumes_rise_with_depths(shape, one, other):
    low, high = sorted((one * 3, other * 3))

    assert 0 < shape.volume_m3(low) <= shape.volume_m3(high)
    assert shape.volume_m3(high) > shape.volume_m3(low) or high - low < 1e-6


@given(st.one_of(REACHES, PIPES), SHARES)
def test_volumes_do_not_jump(shape, share):
    """
    A billionth of a metre more is a billionth of a metre of the water's surface more, at most of the largest.
    """
    depth, step = share * 3, 1e-9
    more = shape.volume_m3(depth + step) - shape.volume_m3(depth)

    widest = max(shape.surface_m2(depth), shape.surface_m2(depth + step))
    assert -1e-9 * shape.volume_m3(depth) <= more <= 2 * step * widest + 1e-9 * shape.volume_m3(depth)


def _section_m2(shape, depth_m):
    if depth_m <= 0:
        return 0.0
    if isinstance(shape, Trapezoid):
        return shape.bottom_m * depth_m + shape.side_slope * depth_m**2
    return RoundPipe(shape.diameter_m, 1.0).volume_m3(min(depth_m, shape.diameter_m))


@given(st.one_of(REACHES, PIPES), st.floats(0.05, 1))
def test_a_quadrature_along_the_slope_agrees(shape, share):
    """
    The section at x upstream is wetted h - s x deep. Falls so small that a pipe counts as level are left out.
    """
    pipe = isinstance(shape, RoundPipe)
    slope = shape.slope if pipe else shape.bed_slope
    assume(not pipe or slope == 0 or slope * shape.length_m > 1e-4 * shape.diameter_m)
    depth = share * (shape.top_m if pipe else 5)
    ends = [depth / slope, (depth - shape.diameter_m) / slope if pipe else 0] if slope else []
    bends = [x for x in ends if 0 < x < shape.length_m]

    found, _ = quad(lambda x: _section_m2(shape, depth - slope * x), 0, shape.length_m, points=bends or None)

    assert shape.volume_m3(depth) == pytest.approx(found, rel=1e-6)


@given(st.one_of(REACHES, PIPES), st.floats(0.1, 3))
def test_the_surface_is_how_fast_the_volume_grows(shape, depth_m):
    """
    But where a pipe has just become full: there it shrinks to the slot at once.
    """
    assume(not isinstance(shape, RoundPipe) or abs(depth_m - shape.top_m) > 1e-4)
    step = 1e-6
    grown = (shape.volume_m3(depth_m + step) - shape.volume_m3(depth_m - step)) / (2 * step)
    edges = [shape.surface_m2(depth_m + each) for each in (-2 * step, 0, 2 * step)]

    assert min(edges) * (1 - 1e-3) - 1e-2 <= grown <= max(edges) * (1 + 1e-3) + 1e-2

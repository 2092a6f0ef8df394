"""Formulas with answers worked out by hand."""

from math import acos, pi, sin, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.hydrology.hydraulics import (
    GRAVITY,
    conveyance_share,
    gate_m3_s,
    gravity_pipe_m3_s,
    hole_m3_s,
    manning_full_m3_s,
    orifice_m3_s,
    pipe_inlet_m3_s,
    weir_m3_s,
)

DEPTHS = st.floats(-1, 30)
SIZES = st.floats(0.05, 5)
SHAPES = {
    "weir": lambda depth, one, other: weir_m3_s(depth, one),
    "orifice": lambda depth, one, other: orifice_m3_s(depth, one),
    "gate": gate_m3_s,
    "hole": lambda depth, one, other: hole_m3_s(depth, one, lip_m=other, height_m=other * 1.3),
    "pipe": lambda depth, one, other: gravity_pipe_m3_s(depth, one, 300 * other, other - 0.05),
}


def test_weir_grows_with_head_to_the_power_three_halves():
    """
    Four times the head is eight times the flow; below the crest nothing flows.
    """
    assert weir_m3_s(0.4, 3) == pytest.approx(8 * weir_m3_s(0.1, 3))
    assert weir_m3_s(-0.1, 3) == 0


def test_orifice_passes_coefficient_times_area_at_the_head_of_one_metre_per_second():
    """
    H = 1 / (2 g) gives 1 m/s: 0.61 x 0.2 m2 = 0.122 m3/s.
    """
    assert orifice_m3_s(1 / (2 * GRAVITY), 0.2) == pytest.approx(0.122)


def test_full_pipe_by_manning():
    """
    D = 4 m has R = 1 m: A sqrt(S) / n = 12.566371 x 0.01 / 0.0125 = 10.053096 m3/s at S = 1e-4.
    """
    assert manning_full_m3_s(4, 1e-4, 0.0125) == pytest.approx(10.053096)


def test_gate_is_an_orifice_above_its_lip():
    """
    Half a metre over the centre of 1 m x 2 m: 0.6 x 2 m2 x sqrt(9.81) = 3.758510 m3/s.
    """
    assert gate_m3_s(1.0, width_m=2, height_m=1) == pytest.approx(3.758510)


def test_gate_is_a_weir_below_its_lip():
    """
    The weir's coefficient is 0.6 / sqrt(2): 0.424264 x 2 x 4.429447 x 0.125 = 0.469814 m3/s at 0.25 m.
    """
    assert gate_m3_s(0.25, width_m=2, height_m=1) == pytest.approx(0.469814, rel=1e-5)
    assert gate_m3_s(0.25, 2, 1) == pytest.approx(weir_m3_s(0.25, 2, 0.6 / sqrt(2)))


def test_flat_pipe_passes_critical_flow_of_a_half_full_circle():
    """
    Half full of D = 1 m: A = pi / 8, T = 1 m, Q = sqrt(g A^3 / T) = 0.77079 m3/s, head 0.5 + A / (2 T).
    """
    assert pipe_inlet_m3_s(0.5 + pi / 16, 1) == pytest.approx(0.77079, rel=0.05)


@pytest.mark.parametrize("filling", [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.68])
def test_fit_of_the_inlet_is_near_the_exact_critical_flow(filling):
    """
    With depth y in a circle: A = (a - sin a) / 8, T = sin(a / 2), cos(a / 2) = 1 - 2 y; Q = sqrt(g A^3 / T).
    """
    angle = 2 * acos(1 - 2 * filling)
    area, top = (angle - sin(angle)) / 8, sin(angle / 2)
    head = filling + area / (2 * top)

    assert pipe_inlet_m3_s(head, 1) == pytest.approx(sqrt(GRAVITY * area**3 / top), rel=0.05)


def test_drowned_inlet_is_an_orifice():
    """
    A short steep pipe of D = 1 m under 3 m: 0.6 x pi / 4 x sqrt(2 g x 2.5 m) = 3.300355 m3/s.
    """
    assert gravity_pipe_m3_s(3, 1, length_m=5, fall_m=2) == pytest.approx(3.300355)


def test_long_pipe_spends_its_head_on_friction():
    """
    D = 4 m, R = 1 m, 4 km, n = 0.0125: 1.5 + 2 g n2 L = 13.7625 velocity heads out of
    10 + 5 - 2 = 13 m give 4.304996 m/s x 12.566371 m2 = 54.098 m3/s.
    """
    assert gravity_pipe_m3_s(10, 4, length_m=4000, fall_m=5, roughness=0.0125) == pytest.approx(54.098, rel=1e-5)


def test_very_long_full_pipe_tends_to_manning():
    """
    With the water at the outlet's centre plus slope x length, entry losses vanish in a 100-km pipe.
    """
    diameter, slope, length = 1.0, 0.002, 100_000.0

    full = gravity_pipe_m3_s(diameter, diameter, length, slope * length)

    assert full == pytest.approx(manning_full_m3_s(diameter, slope), rel=0.003)


def test_half_full_pipe_carries_half_of_its_full_flow():
    """
    Half a circle has half the area and the same hydraulic radius; nothing flows in a dry pipe.
    """
    assert conveyance_share(0.5) == pytest.approx(0.5)
    assert conveyance_share(1) == 1
    assert conveyance_share(0) == 0


@pytest.mark.parametrize("shape", SHAPES)
@given(one=SIZES, other=SIZES, depth=DEPTHS, rise=st.floats(0, 5))
def test_flow_never_falls_as_the_water_rises(shape, one, other, depth, rise):
    """
    Whatever the size: no flow is negative, and none is smaller at a greater depth.
    """
    low, high = (SHAPES[shape](level, one, other) for level in (depth, depth + rise))

    assert 0 <= low <= high * (1 + 1e-12)


@pytest.mark.parametrize("shape", SHAPES)
@given(one=SIZES, other=SIZES, depth=DEPTHS)
def test_flow_does_not_jump(shape, one, other, depth):
    """
    A ten-thousand-millionth of a metre more water changes the flow by at most 1 L/s.
    """
    before, after = (SHAPES[shape](level, one, other) for level in (depth, depth + 1e-10))

    assert after - before < 1e-3

"""Ratings of links: from the depth over a storage's floor to a flow, worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.park.rating import GateRating, GravityPipe, OrificeRating, WeirRating
from sim.water.rating import rating_m3_s

LENGTHS = st.floats(0.05, 5)
HEIGHTS = st.floats(0, 3)
RATINGS = st.one_of(
    st.builds(OrificeRating, area_m2=LENGTHS, centre_m=HEIGHTS),
    st.builds(WeirRating, length_m=LENGTHS, crest_m=HEIGHTS),
    st.builds(GateRating, width_m=LENGTHS, height_m=LENGTHS, sill_m=HEIGHTS),
    st.builds(GravityPipe, diameter_m=LENGTHS, length_m=st.floats(1, 9000), fall_m=HEIGHTS, invert_m=HEIGHTS),
)


def test_orifice_drowned():
    """
    1.05 m of water, 1 m over the centre of 0.2 m2: 0.61 x 0.2 x sqrt(19.62) = 0.540393 m3/s.
    """
    hole = OrificeRating(area_m2=0.2, centre_m=0.05)

    assert rating_m3_s(hole, 1.05) == pytest.approx(0.540393, rel=1e-5)


def test_orifice_partly_drowned_is_a_square_with_a_crest():
    """
    1 m2 around 2 m reaches from 1.5 m to 2.5 m; a quarter full it passes an eighth of its flow at the lip.
    """
    hole = OrificeRating(area_m2=1.0, centre_m=2.0)

    assert rating_m3_s(hole, 1.5) == 0
    assert rating_m3_s(hole, 1.75) == pytest.approx(rating_m3_s(hole, 2.5) / 8)


def test_orifice_in_the_floor_passes_nothing_when_dry():
    """
    A hole centred on the floor has no part below it: flow begins at no depth, full at half its side.
    """
    hole = OrificeRating(area_m2=1.0, centre_m=0.0, coefficient=0.6)

    assert rating_m3_s(hole, 0.0) == 0
    assert rating_m3_s(hole, 0.5) == pytest.approx(0.6 * 9.81**0.5)


def test_weir_counts_from_its_crest():
    """
    A quarter of a metre over 5 m of crest: 0.42 x 5 x 4.429447 x 0.125 = 1.162730 m3/s.
    """
    crest = WeirRating(length_m=5, crest_m=1)

    assert rating_m3_s(crest, 1.0) == 0
    assert rating_m3_s(crest, 1.25) == pytest.approx(1.162730)


def test_gate_counts_from_its_sill():
    """
    1 m over a sill at 0.5 m, 2 m wide, 1 m clear: 0.6 x 2 m2 x sqrt(9.81) = 3.758510 m3/s.
    """
    gate = GateRating(width_m=2, height_m=1, sill_m=0.5)

    assert rating_m3_s(gate, 0.5) == 0
    assert rating_m3_s(gate, 1.5) == pytest.approx(3.758510)


def test_pipe_counts_from_its_invert():
    """
    10 m over the invert of the 4 km pipe of the hydraulics tests: 54.098 m3/s.
    """
    pipe = GravityPipe(diameter_m=4, length_m=4000, fall_m=5, invert_m=2, roughness=0.0125)

    assert rating_m3_s(pipe, 2.0) == 0
    assert rating_m3_s(pipe, 12.0) == pytest.approx(54.098, rel=1e-5)


@given(rating=RATINGS, depth=st.floats(0, 20), rise=st.floats(0, 5))
def test_no_rating_falls_as_the_water_rises(rating, depth, rise):
    """
    Whatever stands there: a dry storage passes nothing, and more water never passes less.
    """
    assert rating_m3_s(rating, 0.0) == 0
    assert 0 <= rating_m3_s(rating, depth) <= rating_m3_s(rating, depth + rise) * (1 + 1e-12)

"""Places of a park that cannot be meant (inputs of `places`)."""

import pytest

from sim.errors import Problems
from sim.load import load_park

PARK = """\
id: p
basis: assumed
{origin}tiers: {{plant: {{promise: nothing leaves}}}}
storages:
  one: {{tier: plant, kind: accident-pool, capacity: 300 m3, {one}}}
  two: {{tier: plant, kind: accident-pool, capacity: 300 m3, {two}}}
  three: {{tier: plant, kind: accident-pool, capacity: 300 m3, {three}}}
"""
ORIGIN = "origin: {longitude: 107.08, latitude: 29.83}\n"


def said_of(tmp_path, one, two, three, origin=""):
    """What is wrong with three places, without the name of the file; nothing when they are taken."""
    file = tmp_path / "park.yaml"
    file.write_text(PARK.format(origin=origin, one=one, two=two, three=three), encoding="utf-8")
    try:
        load_park(file)
    except Problems as caught:
        return [message.partition(": ")[2] for message in caught.messages]
    return []


def test_a_northing_of_a_national_grid_beside_an_origin_is_refused(tmp_path):
    """
    places, gk-park: 411,079.8 m east and 3,301,623.9 m north are sqrt(411.0798^2 + 3,301.6239^2) = 3,327 km away.
    """
    grid = "x: 411079.8 m, y: 3301623.9 m"

    (said,) = said_of(tmp_path, "x: 0 m, y: 0 m", "x: 100 m, y: 100 m", grid, ORIGIN)

    assert said == (
        "storages.three.y: 3301623.9 m looks like a northing of a national grid (3,327 km from the park's origin, "
        "where x and y begin); write metres from there, or leave origin: out"
    )


def test_metres_far_from_the_origin_are_refused(tmp_path):
    (said,) = said_of(tmp_path, "x: 0 m, y: 0 m", "x: 100 m, y: 100 m", "x: 80000 m, y: 60000 m", ORIGIN)

    assert said == (
        "storages.three.x: with y it is 100 km from the park's origin, where x and y begin; "
        "what stands in a park lies within 50 km of it"
    )


def test_a_whole_park_on_a_national_grid_is_taken(tmp_path):
    ends = [f"x: {411000 + east} m, y: {3301000 + east} m" for east in (0, 100, 20000)]

    assert said_of(tmp_path, *ends) == []


@pytest.mark.parametrize("odd", range(3))
def test_the_odd_one_out_is_named_wherever_it_stands(tmp_path, odd):
    """
    places, swap-park: half the globe's width from the others, whichever of them is written first.
    """
    places = ["longitude: 107.08, latitude: 29.83", "longitude: 107.09, latitude: 29.84"]
    places.insert(odd, "longitude: 29.83, latitude: 85.08")
    (said,) = said_of(tmp_path, *places)

    assert said.startswith(f"storages.{('one', 'two', 'three')[odd]}.longitude: 6,58")
    assert said.endswith("what stands in one park lies within 50 km of the rest")


def test_degrees_that_fit_the_other_way_round_are_asked_about(tmp_path):
    """
    34 degrees east and 36 north beside 36 east and 34 north.
    """
    here = "longitude: 36.0, latitude: 34.0"
    (said,) = said_of(tmp_path, here, here, "longitude: 34.0, latitude: 36.0")

    assert said.endswith("within 50 km of the rest; are longitude and latitude exchanged?")

"""Places as people hold them, and where they lie on WGS 84."""

import pytest

from sim.errors import InputError
from sim.park import Place
from sim.park.datum import SYSTEMS, Datum, datum_named
from sim.park.datum.grid import degrees_of
from sim.park.datum.obscured import back, to_bd09, to_gcj02

PARK = (107.08, 29.83)


@pytest.mark.parametrize(("wgs84", "gcj02"), [
    ((121.5272106, 31.1774276), (121.531541859215, 31.17530398364597)),
    ((113.912316, 22.543847), (113.9171764808363, 22.540796131694766)),
    ((116.377817, 39.911954), (116.38404722455657, 39.91334545536069)),
])  # fmt: skip
def test_gcj02_is_what_other_converters_say(wgs84, gcj02):
    """
    Shanghai, Shenzhen and Beijing as the tests of eviltransform have them, in double precision.
    """
    assert to_gcj02(*wgs84) == pytest.approx(gcj02, abs=1e-10)
    assert Datum("gcj02").on_earth(*gcj02).east_north == pytest.approx(wgs84, abs=2e-9)


@pytest.mark.parametrize(("drawn", "metres"), [(to_gcj02, 511), (to_bd09, 1126)])
def test_what_a_mistaken_datum_does(drawn, metres):
    """
    By pyproj's geodesic; seven other converters agree on it to the metre.
    """
    from pyproj import Geod

    assert Geod(ellps="WGS84").inv(*PARK, *drawn(*PARK))[2] == pytest.approx(metres, abs=1)


@pytest.mark.parametrize("drawn", [to_gcj02, to_bd09])
def test_there_and_back_over_china_is_good_to_a_millimetre(drawn):
    """
    Each whole degree and its middle; 105 degrees east is where the formula has a kink.
    """
    for longitude in range(73, 136):
        for latitude in range(4, 55):
            for part in (0.0, 1e-7, 0.5):
                place = Place(longitude + part, latitude + part)
                assert place.metres_to(Place(*back(drawn, *drawn(*place.east_north)))) < 0.001


def test_the_plain_inverse_would_not_do():
    """
    To subtract the shift found at the wrong end misses by more than a centimetre; that is what is iterated away.
    """
    x, y = to_gcj02(*PARK)
    again = to_gcj02(x, y)
    plain = Place(2 * x - again[0], 2 * y - again[1])

    assert plain.metres_to(Place(*PARK)) > 0.01


@pytest.mark.parametrize("east_m", [411079.8, 36411079.8])
def test_a_grid_with_and_without_its_zone(east_m):
    """
    CGCS2000 around 108 degrees east, zone 36, of the park's place as a national survey gives it: 107.08 E, 29.83 N.
    """
    place = Datum("cgcs2000", 108).on_earth(east_m, 3301623.9)

    assert place.metres_to(Place(*PARK)) < 0.1


def test_the_neighbouring_zone():
    """
    Read around 105 degrees, the same numbers lie 3 degrees further west: 3 x 111.32 km x cos(29.83) = 290 km.
    """
    place = Datum("cgcs2000", 105).on_earth(411079.8, 3301623.9)

    assert place.metres_to(Place(*PARK)) == pytest.approx(290e3, rel=0.005)


@pytest.mark.parametrize(("system", "metres"), [("beijing54", 59), ("xian80", 1.5)])
def test_older_grids_lie_on_their_own_figure_of_the_earth(system, metres):
    """
    The figure alone; what is more is not known, and so nobody claims it is converted.
    """
    place = Datum(system, 108).on_earth(411079.8, 3301623.9)

    assert place.metres_to(Place(*PARK)) == pytest.approx(metres, rel=0.05)
    assert Datum(system, 108).error_m == 100


@pytest.mark.parametrize(("east", "north", "said"), [
    (3301623.9, 411079.8, "x counts east and y north, which Chinese survey sheets call Y and X: swap them"),
    (3301623.9, 36411079.8, "x counts east and y north, which Chinese survey sheets call Y and X: swap them"),
    (107.08, 29.83, "these look like degrees"),
    (99000.0, 3301623.9, "an easting counts 500 km at the central meridian, a northing from the equator"),
])  # fmt: skip
def test_what_no_grid_can_be(east, north, said):
    with pytest.raises(InputError) as caught:
        Datum("cgcs2000", 108).on_earth(east, north)

    assert str(caught.value) == f"{east:.1f} m east, {north:.1f} m north lies in no zone of this grid; {said}"


def test_a_zone_that_is_another():
    with pytest.raises(InputError) as caught:
        Datum("xian80", 105).on_earth(36411079.8, 3301623.9)

    assert str(caught.value) == (
        "36411079.8 begins with the zone 36, whose central meridian is 108; write datum: xian80-gk-108"
    )


@pytest.mark.parametrize("datum", ["gcj02", "bd09"])
def test_outside_of_china_nothing_is_passed_through(datum):
    with pytest.raises(InputError) as caught:
        Datum(datum).on_earth(2.35, 48.86)

    assert str(caught.value) == f"2.35 east, 48.86 north lies outside of China, where {datum} does not hold"


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("meridian", range(75, 136, 3))
def test_every_grid_counts_500_km_at_its_meridian(system, meridian):
    assert degrees_of(system, meridian, 5e5, 3.3e6)[0] == pytest.approx(meridian, abs=1e-9)


def test_names_are_read_back():
    for name in ("wgs84", "cgcs2000", "gcj02", "bd09", "cgcs2000-gk-75", "beijing54-gk-108", "xian80-gk-135"):
        assert datum_named(name).name == name
    assert [datum_named(each) for each in ("", "WGS", "cgcs2000-gk", "cgcs2000-gk-109", "gcj02-gk-108")] == [None] * 5

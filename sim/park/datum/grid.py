"""China's national grids: 3-degree zones of Gauss and Krueger, metres, with or without the zone's number."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sim.errors import InputError
from sim.message import Message

if TYPE_CHECKING:
    from pyproj import Transformer

MERIDIANS = range(75, 136, 3)
"""Central meridians [degrees east]; a zone's number is a third of its own."""
FIRST_EPSG = {"cgcs2000": 4534, "beijing54": 2422, "xian80": 2370}
"""Of the grid around 75 degrees east without its zone's number; the others follow, meridian by meridian."""
FIRST_ZONED_EPSG = {"cgcs2000": 4513, "beijing54": 2401, "xian80": 2349}
"""The same of the grids whose eastings begin with the number of their zone."""
ZONED_FROM_M = 1e7
ZONE_M = 1e6
"""What a zone's number counts in front of an easting [m]."""
EASTINGS_M = (2e5, 8e5)
"""500 km stand at the central meridian; at the equator a zone is 334 km wide, and neighbours overlap a little."""
NORTHINGS_M = (3e5, 6e6)
"""China lies between 3 and 54 degrees north."""


def degrees_of(system: str, meridian: int, east_m: float, north_m: float) -> tuple[float, float]:
    """Longitude and latitude on the system's own figure of the earth.

    Raises:
        InputError: the numbers cannot be of this grid; says what they may be.
    """
    zone, bare_m = divmod(east_m, ZONE_M) if east_m >= ZONED_FROM_M else (meridian / 3, east_m)
    if zone * 3 != meridian and zone * 3 in MERIDIANS and _lies_in(bare_m, north_m):
        raise InputError(Message("{east} begins with the zone {zone}, whose central meridian is {found}; write datum: "
                                 "{system}-gk-{found}", east=f"{east_m:.1f}", zone=f"{zone:.0f}",
                                 found=f"{zone * 3:.0f}", system=system))  # fmt: skip
    if not _lies_in(bare_m, north_m) or zone * 3 != meridian:
        wrong = Message("{east} m east, {north} m north lies in no zone of this grid", east=f"{east_m:.1f}",
                        north=f"{north_m:.1f}")  # fmt: skip
        raise InputError(Message("{wrong}; {slip}", wrong=wrong, slip=_slip(east_m, north_m)))
    longitude, latitude = _transformer(FIRST_EPSG[system] + MERIDIANS.index(meridian)).transform(
        bare_m, north_m, errcheck=True
    )
    return longitude, latitude


def metres_of(system: str, meridian: int, longitude: float, latitude: float) -> tuple[float, float]:
    """Metres east, without the zone's number, and north, of degrees on the system's own figure of the earth."""
    transformer = _transformer(FIRST_EPSG[system] + MERIDIANS.index(meridian))
    east_m, north_m = transformer.transform(longitude, latitude, errcheck=True, direction="INVERSE")
    return east_m, north_m


def are_swapped(east_m: float, north_m: float) -> bool:
    """Whether these are a grid's numbers the wrong way round, as Chinese survey sheets have them: X north, Y east."""
    bare_m = north_m % ZONE_M if north_m >= ZONED_FROM_M else north_m
    return not _lies_in(east_m, north_m) and _lies_in(bare_m, east_m)


def _slip(east_m: float, north_m: float) -> Message:
    """What may have gone wrong in writing it."""
    if are_swapped(east_m, north_m):
        return Message("x counts east and y north, which Chinese survey sheets call Y and X: swap them")
    if abs(east_m) <= 180 and abs(north_m) <= 180:
        return Message("these look like degrees")
    return Message("an easting counts 500 km at the central meridian, a northing from the equator")


def _lies_in(east_m: float, north_m: float) -> bool:
    return EASTINGS_M[0] <= east_m <= EASTINGS_M[1] and NORTHINGS_M[0] <= north_m <= NORTHINGS_M[1]


@cache
def _transformer(epsg: int) -> Transformer:
    """From a grid to the degrees of its own system, east before north."""
    from pyproj import CRS, Transformer

    grid = CRS.from_epsg(epsg)
    assert grid.geodetic_crs is not None  # it is a projection of one
    return Transformer.from_crs(grid, grid.geodetic_crs, always_xy=True)

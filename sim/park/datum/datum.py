"""A datum by its name, such as gcj02 or cgcs2000-gk-108, and the places that it holds on WGS 84."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sim.errors import InputError
from sim.message import Message
from sim.park.datum.grid import FIRST_EPSG, FIRST_ZONED_EPSG, MERIDIANS, degrees_of, metres_of
from sim.park.datum.obscured import Degrees, back, to_bd09, to_gcj02
from sim.park.place import Place

DEGREES = ("wgs84", "cgcs2000", "gcj02", "bd09")
"""Those that hold degrees. CGCS2000 and WGS 84 differ by centimetres."""
SYSTEMS = tuple(FIRST_EPSG)
"""Those that have grids."""
OBSCURED: Mapping[str, Callable[[float, float], Degrees]] = MappingProxyType({"gcj02": to_gcj02, "bd09": to_bd09})
CHINA = ((72.004, 0.8293), (137.8347, 55.8271))
"""Outside of these corners maps sold in China show WGS 84, and nobody says where in between that begins."""
EPSG_OF_DEGREES = {4326: "wgs84", 4979: "wgs84", 4490: "cgcs2000"}
DIGITS = 9
"""Decimals of a degree; a tenth of a millimetre."""
ERRORS_M = {"gcj02": 0.001, "bd09": 0.001, "beijing54": 100.0, "xian80": 100.0}
"""How far off a place may be that was held so, in order of size [m]; nothing to speak of in the others.

Grids of Beijing 1954 and Xian 1980 are read on their own figure of the earth. How that lies to WGS 84 differs from
region to region and is not published; maps moved by 30 to 60 m north and up to 80 m east from Beijing 1954 to CGCS2000.
"""
_GRID = re.compile(rf"({'|'.join(SYSTEMS)})-gk-(\d{{2,3}})")


@dataclass(frozen=True, slots=True)
class Datum:
    """How places are held."""

    system: str
    meridian: int | None = None
    """Central meridian of its 3-degree zone, where it is a grid [degrees east]."""

    @property
    def name(self) -> str:
        """As it is written.

        >>> Datum("gcj02").name, Datum("cgcs2000", 108).name
        ('gcj02', 'cgcs2000-gk-108')
        """
        return self.system if self.meridian is None else f"{self.system}-gk-{self.meridian}"

    @property
    def is_grid(self) -> bool:
        """Whether it counts metres."""
        return self.meridian is not None

    @property
    def error_m(self) -> float:
        """How far off its places may be on WGS 84, in order of size [m]."""
        return ERRORS_M.get(self.system, 0.0)

    @property
    def error_text(self) -> str:
        """The same, for people.

        >>> Datum("gcj02").error_text, Datum("xian80", 108).error_text
        ('1 mm', '100 m')
        """
        return f"{self.error_m:g} m" if self.error_m >= 1 else f"{self.error_m * 1000:g} mm"

    def on_earth(self, east: float, north: float) -> Place:
        """Where on WGS 84 a place lies that is held so [degrees, or metres in a grid].

        >>> Datum("gcj02").on_earth(107.08446145, 29.82752820)
        Place(longitude=107.080000002, latitude=29.829999998)

        Raises:
            InputError: it lies where this datum does not hold, or the numbers are no degrees or none of this grid.
        """
        if self.meridian is not None:
            longitude, latitude = degrees_of(self.system, self.meridian, east, north)
        elif self.system in OBSCURED:
            (west, south), (most_east, most_north) = CHINA
            if not (west <= east <= most_east and south <= north <= most_north):
                raise InputError(Message("{east} east, {north} north lies outside of China, where {datum} does not "
                                         "hold", east=east, north=north, datum=self.name))  # fmt: skip
            longitude, latitude = back(OBSCURED[self.system], east, north)
        elif abs(east) <= 180 and abs(north) <= 90:
            longitude, latitude = east, north
        elif abs(east) <= 90 and abs(north) <= 180:
            raise InputError(Message("{east} east, {north} north are no degrees, but would be the other way round; the "
                                     "longitude goes first", east=f"{east:.1f}", north=f"{north:.1f}"))  # fmt: skip
        else:
            raise InputError(Message("{east} east, {north} north are no degrees; a national grid counts metres, such "
                                     "as cgcs2000-gk-108", east=f"{east:.1f}", north=f"{north:.1f}"))  # fmt: skip
        return Place(round(longitude, DIGITS), round(latitude, DIGITS))

    def held(self, place: Place) -> Degrees:
        """How a place on WGS 84 is written in it, east first [degrees, or metres in a grid].

        >>> Datum("gcj02").held(Place(107.08, 29.83))
        (107.08446144772053, 29.827528202027736)
        """
        if self.meridian is not None:
            return metres_of(self.system, self.meridian, *place.east_north)
        return OBSCURED[self.system](*place.east_north) if self.system in OBSCURED else place.east_north


WGS84 = Datum("wgs84")


def datum_named(text: str) -> Datum | None:
    """The datum that is written so; None when there is none.

    >>> datum_named("xian80-gk-108"), datum_named("utm-48n"), datum_named("cgcs2000-gk-107")
    (Datum(system='xian80', meridian=108), None, None)
    """
    if text in DEGREES:
        return Datum(text)
    found = _GRID.fullmatch(text)
    meridian = int(found[2]) if found else 0
    return Datum(found[1], meridian) if found and meridian in MERIDIANS else None


def datum_of_epsg(code: int) -> Datum | None:
    """The datum of a code of the EPSG's list; None for any other.

    >>> [datum_of_epsg(code) for code in (4490, 4545, 4524, 3857)]
    [Datum(system='cgcs2000', meridian=None), Datum(system='cgcs2000', meridian=108), Datum(system='cgcs2000', \
meridian=108), None]
    """
    if code in EPSG_OF_DEGREES:
        return Datum(EPSG_OF_DEGREES[code])
    for firsts in (FIRST_EPSG, FIRST_ZONED_EPSG):
        for system, first in firsts.items():
            if 0 <= code - first < len(MERIDIANS):
                return Datum(system, MERIDIANS[code - first])
    return None

"""Points on the map: by degrees, or by metres from a point of the park's own."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, degrees, hypot, radians, sin, sqrt

EARTH_M = 6_371_008.8
"""Mean radius of the earth [m] (IUGG)."""
TWO_SORTS = "a place by degrees and one by x and y have no distance; a park has one sort of places"


@dataclass(frozen=True, slots=True)
class Place:
    """Degrees east and north."""

    longitude: float
    latitude: float

    @property
    def east_north(self) -> tuple[float, float]:
        """Its coordinates, east first [degrees]."""
        return self.longitude, self.latitude

    def metres_to(self, other: AnyPlace) -> float:
        """Distance as the crow flies, by the haversine formula [m].

        >>> round(Place(107.0, 29.8).metres_to(Place(107.0, 29.9)))
        11120

        Raises:
            TypeError: the other one is a place by x and y.
        """
        if not isinstance(other, Place):
            raise TypeError(TWO_SORTS)
        north, south = radians(self.latitude), radians(other.latitude)
        rise, turn = sin((north - south) / 2), sin(radians(self.longitude - other.longitude) / 2)
        return 2 * EARTH_M * asin(sqrt(rise**2 + cos(north) * cos(south) * turn**2))


@dataclass(frozen=True, slots=True)
class LocalPlace:
    """Metres east and north of a point of the park's own."""

    x_m: float
    y_m: float

    @property
    def east_north(self) -> tuple[float, float]:
        """Its coordinates, east first [m]."""
        return self.x_m, self.y_m

    def metres_to(self, other: AnyPlace) -> float:
        """Distance as the crow flies [m].

        >>> LocalPlace(0, 0).metres_to(LocalPlace(300, -400))
        500.0

        Raises:
            TypeError: the other one is a place by degrees.
        """
        if not isinstance(other, LocalPlace):
            raise TypeError(TWO_SORTS)
        return hypot(other.x_m - self.x_m, other.y_m - self.y_m)

    def on_earth(self, origin: Place) -> Place:
        """Where it lies, its zero being at `origin`: on a sphere, east along the origin's parallel.

        A park is a few kilometres wide, where the sphere and the parallel are right to some metres.

        >>> LocalPlace(0, 111195.08).on_earth(Place(107.0, 29.8))
        Place(longitude=107.0, latitude=30.8)
        """
        east = degrees(self.x_m / (EARTH_M * cos(radians(origin.latitude))))
        north = degrees(self.y_m / EARTH_M)
        return Place(round(origin.longitude + east, 7), round(origin.latitude + north, 7))

    @classmethod
    def seen_from(cls, origin: Place, place: Place) -> LocalPlace:
        """Where a place on earth lies from an origin: what `on_earth` takes back there.

        >>> LocalPlace.seen_from(Place(107.0, 29.8), Place(107.0, 30.8))
        LocalPlace(x_m=0.0, y_m=111195.08)
        """
        x_m = radians(place.longitude - origin.longitude) * EARTH_M * cos(radians(origin.latitude))
        return cls(round(x_m, 3), round(radians(place.latitude - origin.latitude) * EARTH_M, 3))


AnyPlace = Place | LocalPlace
"""Either sort; all places of one park are of the same."""

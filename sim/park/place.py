"""A point on the map."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

EARTH_M = 6_371_008.8
"""Mean radius of the earth [m] (IUGG)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Degrees east and north."""

    longitude: float
    latitude: float

    def metres_to(self, other: Place) -> float:
        """Distance as the crow flies, by the haversine formula [m].

        >>> round(Place(107.0, 29.8).metres_to(Place(107.0, 29.9)))
        11120
        """
        north, south = radians(self.latitude), radians(other.latitude)
        rise, turn = sin((north - south) / 2), sin(radians(self.longitude - other.longitude) / 2)
        return 2 * EARTH_M * asin(sqrt(rise**2 + cos(north) * cos(south) * turn**2))

"""What a shape measures on the ground: its place, its length, its area."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sim.exchange.gis.shape import AREAS, LINES, Geometry
from sim.park import AnyPlace, LocalPlace, Place
from sim.park.datum import Datum


@dataclass(frozen=True, slots=True)
class Measured:
    """A shape on the ground."""

    place: AnyPlace
    """Of a point itself, of a line half way along it, of an area its middle, or else a point in it."""
    length_m: float | None
    area_m2: float | None
    ground: Geometry
    """The shape in degrees of WGS 84, or in metres from the park's zero."""

    def covers(self, place: AnyPlace) -> bool:
        """Whether an area lies around a place."""
        from shapely import Point

        return self.area_m2 is not None and self.ground.covers(Point(*place.east_north))


def measured(geometry: Geometry, datum: Datum | None) -> Measured:
    """What a shape measures that is held in a datum; None is the park's own x and y [m].

    Raises:
        InputError: a point of it cannot be where the datum has it.
    """
    ground = geometry if datum is None else _on_earth(geometry, datum)
    kind = ground.geom_type
    return Measured(
        _place(ground, datum),
        _length_m(ground, datum) if kind in LINES else None,
        _area_m2(ground, datum) if kind in AREAS and ground.is_valid else None,
        ground,
    )


def _on_earth(geometry: Geometry, datum: Datum) -> Geometry:
    """The shape in degrees of WGS 84, corner by corner."""
    import numpy as np
    from shapely import force_2d, transform

    def moved(rows: Any) -> Any:
        return np.array([datum.on_earth(*row).east_north for row in rows.tolist()])

    return transform(force_2d(geometry), moved)


def _place(ground: Geometry, datum: Datum | None) -> AnyPlace:
    kind = ground.geom_type
    if kind in AREAS:
        middle = ground.centroid if ground.covers(ground.centroid) else ground.representative_point()
    else:
        middle = ground.interpolate(0.5, normalized=True) if kind == "LineString" else ground.centroid
    return LocalPlace(middle.x, middle.y) if datum is None else Place(middle.x, middle.y)


def _length_m(ground: Geometry, datum: Datum | None) -> float:
    """Along the ellipsoid, or straight in metres [m]."""
    if datum is None:
        return float(ground.length)
    from pyproj import Geod

    return float(Geod(ellps="WGS84").geometry_length(ground))


def _area_m2(ground: Geometry, datum: Datum | None) -> float:
    """On the ellipsoid, or flat in metres [m2]; holes are left out whichever way round they are drawn."""
    if datum is None:
        return float(ground.area)
    from pyproj import Geod
    from shapely.geometry.polygon import orient

    earth = Geod(ellps="WGS84")
    parts = ground.geoms if ground.geom_type == "MultiPolygon" else [ground]
    return sum(abs(float(earth.geometry_area_perimeter(orient(each))[0])) for each in parts)

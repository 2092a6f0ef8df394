"""Shapes of a map layer or drawing, as they were read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sim.message import Message
from sim.park.datum import Datum

Geometry = Any
"""A geometry of shapely, which has no types."""
LINES, AREAS = ("LineString", "MultiLineString"), ("Polygon", "MultiPolygon")


@dataclass(frozen=True, slots=True)
class Shape:
    """A point, a line or an area with what is written about it."""

    layer: str
    number: int
    """Which of its layer it is, from 1."""
    geometry: Geometry
    """Degrees or metres, east before north."""
    names: tuple[str, ...]
    """What it may be called, in any order."""
    sort: str = ""
    """What sort of thing it is, where the layer says so, such as storage."""

    @property
    def shown(self) -> str:
        """Its layer and number, and what it is called."""
        said = f" '{self.names[0]}'" if self.names else ""
        return f"{self.layer} {self.number}{said}"


@dataclass(frozen=True, slots=True)
class Layers:
    """What stands in a file."""

    path: str
    shapes: tuple[Shape, ...]
    datum: Datum | None = None
    """How its places are held, where it says so."""
    told: tuple[Message, ...] = ()
    """What whoever reads on should know."""
    in_metres: bool = False
    """Whether it counts metres, as drawings do."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """Shapes of each layer."""

"""What a map is made of: bands, nodes and edges, in map units (about pixels), y downwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import nan

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Room:
    """What a sheet gives and its words ask for, in map units; the width is always the same."""

    box_height: float = 66.0
    """Of storages that are drawn large."""
    highest: float = 1150.0
    """Of a true map, which is made as large as it may be."""
    to_scale: bool = True
    """Whether a park with places is drawn as a true map."""
    heights: Mapping[str, float] = field(default_factory=dict)
    """Of boxes of a true map, where they differ."""


@dataclass(frozen=True, slots=True)
class Band:
    """The strip of a tier; the outermost, of tier "", is what lies outside. x and y are its upper left corner."""

    tier: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Node:
    """A thing on the map; x and y are its upper left corner. `sort` and `id` together are its own.

    >>> Node("pool", "storage", "accident-pool", "plant", 100, 50, 150, 60, main=True).middle
    (175.0, 80.0)
    """

    id: str
    sort: str
    """storage, receiver, catchment, sensor, crew, plant, area or more."""
    kind: str
    """In the park's words; of areas and `more` the kind of storages in it, or ""."""
    tier: str
    x: float
    y: float
    width: float
    height: float
    main: bool
    """Drawn large, with its name."""
    placed: bool = True
    """On a true map: whether its place is known. It stands beside what it drains into where it is not."""
    spot: Point | None = None
    """On a true map: where it lies, when it is drawn so far from there that its box does not cover the place."""

    @property
    def middle(self) -> Point:
        """Its centre."""
        return self.x + self.width / 2, self.y + self.height / 2

    @property
    def right(self) -> float:
        """Its right border."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower border."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Edge:
    """A link on the map, from the border of its source to that of its target."""

    id: str
    """A link's, or `STORAGE>ground` as in a record."""
    source: str
    target: str
    kind: str
    """In the park's words; `ground` for what runs over a wall."""
    points: tuple[Point, ...]
    main: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """A park laid out on a sheet: a true map where places are known, else a schematic of its tiers."""

    width: float
    height: float
    bands: tuple[Band, ...]
    """Tiers from the inside out, then what lies outside; none on a true map."""
    nodes: tuple[Node, ...]
    """Areas and plants first: what is drawn below the others."""
    edges: tuple[Edge, ...]
    """Links between things drawn large; of a park alone all links."""
    geographic: bool
    metres_a_unit: float = nan
    """Scale of a true map."""

    def node(self, id: str, sort: str = "storage") -> Node | None:
        """A node; None when it is not on the map."""
        return next((each for each in self.nodes if (each.sort, each.id) == (sort, id)), None)

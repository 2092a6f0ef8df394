"""A storage as SWMM keeps it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from sim.exchange.swmm.sections import Sections
from sim.park import Link, LinkKind, Prism, RoundPipe, Shape, StageTable, Storage, Trapezoid, WeirRating

EQUIVALENT_M = 2.0
"""Depth at capacity of a storage without a shape; nothing that leaves it looks at the depth [m]."""
LEAST_ROOM_M = 0.1
"""Above the brim or the wall, at least: what runs over needs some depth in SWMM, above which it would be lost [m]."""
ROWS = 200
"""Steps of depth in which the surface of what lies on a slope is written, while it bends."""
STEP_M = 1e-4
"""Within which the area changes where a surveyed table has a corner [m]."""


@dataclass(frozen=True, slots=True)
class Basin:
    """A storage whose depth is 0 where its water is gone: what is dead for good stands below.

    >>> from sim.park import Name
    >>> pool = Storage("pool", Name("Pool"), "plant", "pool", 300, dead_m3=100, shape=Prism(100))
    >>> basin = Basin.of(pool, ())
    >>> basin.depth_m(50), basin.crest_m, basin.area_m2(1)
    (0.5, 2.0, 100)
    """

    storage: Storage
    shape: Shape
    floor_m: float
    """Height of that level over the storage's floor [m]."""
    head_m: float
    """What its walls hold above the crest [m]."""
    runs_over_m3: float = 0.0
    """What stands above them at most while it runs over [m3]."""

    @classmethod
    def of(cls, storage: Storage, leaving: Iterable[Link], runs_over_m3: float = 0.0) -> Basin:
        """The basin of a storage with the links that leave it, and as much above its wall."""
        shape = storage.shape or Prism(storage.capacity_m3 / EQUIVALENT_M)
        ratings = [each.rating for each in leaving if each.kind is LinkKind.SPILLWAY]
        heads = [each.head_m for each in ratings if isinstance(each, WeirRating)]
        return cls(storage, shape, shape.depth_m(storage.dead_m3), max(heads, default=0.0), runs_over_m3)

    @property
    def crest_m(self) -> float:
        """Depth at which it is full [m]."""
        return self.depth_m(self.storage.holds_m3)

    @property
    def wall_m(self) -> float:
        """Depth at the top of its walls [m]."""
        return self.crest_m + self.head_m

    @property
    def top_m(self) -> float:
        """Depth that SWMM is told it can have [m]."""
        return self.wall_m + max(LEAST_ROOM_M, self.runs_over_m3 / self.area_m2(self.wall_m))

    def depth_m(self, volume_m3: float) -> float:
        """How deep a volume of water stands [m]."""
        return self.shape.depth_m(volume_m3 + self.storage.dead_m3) - self.floor_m

    def volume_m3(self, depth_m: float) -> float:
        """What stands so deep [m3]."""
        return self.shape.volume_m3(depth_m + self.floor_m) - self.storage.dead_m3

    def area_m2(self, depth_m: float) -> float:
        """The water's surface at a depth [m2]."""
        return self.shape.surface_m2(depth_m + self.floor_m)

    def write(self, sections: Sections, name: str, height_m: float, volume_m3: float) -> None:
        """Write it with its floor at a height and a volume of water in it."""
        curve: tuple[str | float, ...]
        match self.shape:
            case StageTable():
                curve = ("TABULAR", name)
                self._write_table(sections, name, self.shape)
            case Trapezoid(bed_slope=0):
                slope = 2 * self.shape.length_m * self.shape.side_slope
                curve = ("FUNCTIONAL", slope, 1 if slope else 0, self.area_m2(0.0))
            case Prism():
                curve = ("FUNCTIONAL", 0.0, 0, self.area_m2(0.0))
            case Trapezoid(fall_m=bent) | RoundPipe(top_m=bent):
                curve = ("TABULAR", name)
                self._write_curve(sections, name, bent)
        sections.add("STORAGE", name, height_m, self.top_m, self.depth_m(volume_m3), *curve, 0, 0)

    def _write_curve(self, sections: Sections, name: str, bent_m: float) -> None:
        """Areas over depths, in fine steps up to the depth `bent_m` over the floor; from there on they are straight."""
        bent = min(max(bent_m - self.floor_m, 0.0), self.top_m)
        kind: tuple[str, ...] = ("STORAGE",)
        for depth in sorted({*(bent * row / ROWS for row in range(ROWS)), bent, self.top_m}):
            sections.add("CURVES", name, *kind, depth, self.area_m2(depth))
            kind = ()

    def _write_table(self, sections: Sections, name: str, table: StageTable) -> None:
        """Areas over depths: constant between two rows of a surveyed table, since volumes are linear there."""
        corners = [depth - self.floor_m for depth in table.depths_m[1:-1] if depth > self.floor_m + 2 * STEP_M]
        kind: tuple[str, ...] = ("STORAGE",)
        for low, high in pairwise([0.0, *corners, self.top_m]):
            area = self.area_m2((low + high) / 2)
            sections.add("CURVES", name, *kind, low + STEP_M * (low > 0), area)
            sections.add("CURVES", name, high - STEP_M * (high < self.top_m), area)
            kind = ()

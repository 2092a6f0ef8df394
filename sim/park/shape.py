"""How deep a volume stands: stage-storage curves.

A shape answers one question, `depth_m(volume_m3)`, for volumes from empty up. Above its own
top it goes on with vertical walls, so that a crest can hold water above the capacity; a channel
goes on with its banks, a pipe with a slot above its crown.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import sqrt

from sim.park.round_pipe import RoundPipe


@dataclass(frozen=True, slots=True)
class Prism:
    """Vertical walls over a flat floor.

    >>> Prism(area_m2=200).depth_m(100)
    0.5
    """

    area_m2: float

    def depth_m(self, volume_m3: float) -> float:
        """Depth of water over the floor [m]."""
        return volume_m3 / self.area_m2

    def volume_m3(self, depth_m: float) -> float:
        """Volume that stands `depth_m` deep [m3]."""
        return self.area_m2 * depth_m

    def surface_m2(self, depth_m: float) -> float:
        """The water's surface at a depth [m2]."""
        return self.area_m2


@dataclass(frozen=True, slots=True)
class Trapezoid:
    """A channel reach held by a gate, its water level: trapezoid `L (B h + m h2)`, depths over the bed at the gate.

    With a `bed_slope` it is a wedge, `h - s x` deep at x upstream of the gate. With the depth z in the middle of the
    reach and d = s L that is `L (B z + m (z2 + d2 / 12))` while all of the bed is wet, and
    `(B h2 / 2 + m h3 / 3) / s` while the water ends short of the upper end.

    Source: domain practice, level-pool reach; the wedge by integrating `B y + m y2` along the bed.

    >>> reach = Trapezoid(length_m=100, bottom_m=8, side_slope=1.5)
    >>> reach.volume_m3(2)
    2200.0
    >>> reach.depth_m(2200)
    2.0
    >>> wedge = Trapezoid(1000, 10, 0, bed_slope=0.001)
    >>> wedge.volume_m3(0.5), wedge.volume_m3(3)  # half of 500 m of 0.5 m; 2.5 m on the mean
    (1250.0, 25000.0)
    """

    length_m: float
    bottom_m: float
    side_slope: float
    """Horizontal over vertical [-]."""
    bed_slope: float = 0.0
    """Fall of the bed over its length [-]."""

    @property
    def fall_m(self) -> float:
        """How much lower the bed is at the gate than at the upper end [m]."""
        return self.bed_slope * self.length_m

    def depth_m(self, volume_m3: float) -> float:
        """Depth of water over the bed, at the gate [m]."""
        if volume_m3 < self._wedge_m3(self.fall_m):
            return self._depth_of_wedge_m(volume_m3)
        area = volume_m3 / self.length_m - self.side_slope * self.fall_m**2 / 12
        root = sqrt(self.bottom_m**2 + 4 * self.side_slope * area)
        return 2 * area / (self.bottom_m + root) + self.fall_m / 2

    def _depth_of_wedge_m(self, volume_m3: float) -> float:
        """Depth while the water ends short of the upper end [m].

        The start is too deep, as each of the two terms alone would have it; from there Newton's steps only fall,
        since the volume bends upward all the way.
        """
        if volume_m3 <= 0:
            return 0.0
        scaled = volume_m3 * self.bed_slope
        depth = sqrt(2 * scaled / self.bottom_m)
        if self.side_slope:
            depth = min(depth, (3 * scaled / self.side_slope) ** (1 / 3))
        while True:
            step = (self._wedge_m3(depth) - volume_m3) / self._wedge_m2(depth)
            if not depth - step < depth:
                return depth
            depth -= step

    def volume_m3(self, depth_m: float) -> float:
        """Volume that stands `depth_m` deep at the gate [m3]."""
        if depth_m < self.fall_m:
            return self._wedge_m3(depth_m)
        mean, fall = depth_m - self.fall_m / 2, self.fall_m
        return self.length_m * (self.bottom_m * mean + self.side_slope * (mean**2 + fall**2 / 12))

    def _wedge_m3(self, depth_m: float) -> float:
        """Volume of a wedge that ends on the bed [m3]."""
        if self.bed_slope == 0:
            return 0.0
        return depth_m**2 * (self.bottom_m / 2 + self.side_slope * depth_m / 3) / self.bed_slope

    def surface_m2(self, depth_m: float) -> float:
        """The water's surface at a depth [m2]."""
        if depth_m < self.fall_m:
            return self._wedge_m2(depth_m)
        return self.length_m * (self.bottom_m + self.side_slope * (2 * depth_m - self.fall_m))

    def _wedge_m2(self, depth_m: float) -> float:
        """The surface of a wedge that ends on the bed [m2]."""
        return depth_m * (self.bottom_m + self.side_slope * depth_m) / self.bed_slope


@dataclass(frozen=True, slots=True)
class StageTable:
    """A surveyed stage-storage table, linear between its rows, starting at (0, 0).

    >>> StageTable(depths_m=(0, 1, 2), volumes_m3=(0, 100, 400)).depth_m(250)
    1.5
    """

    depths_m: tuple[float, ...]
    volumes_m3: tuple[float, ...]

    def depth_m(self, volume_m3: float) -> float:
        """Depth of water over the lowest point [m]."""
        return _interpolate(volume_m3, self.volumes_m3, self.depths_m)

    def volume_m3(self, depth_m: float) -> float:
        """Volume that stands `depth_m` deep [m3]."""
        return _interpolate(depth_m, self.depths_m, self.volumes_m3)

    def surface_m2(self, depth_m: float) -> float:
        """The water's surface at a depth [m2], the same between two rows."""
        return _slope(_row(depth_m, self.depths_m), self.depths_m, self.volumes_m3)


Shape = Prism | Trapezoid | RoundPipe | StageTable


def _interpolate(x: float, xs: tuple[float, ...], ys: tuple[float, ...]) -> float:
    """Linear between rows; past the last row the last slope goes on."""
    row = _row(x, xs)
    return ys[row] + (x - xs[row]) * _slope(row, xs, ys)


def _row(x: float, xs: tuple[float, ...]) -> int:
    """The row from which on `x` lies."""
    return min(max(bisect_right(xs, x) - 1, 0), len(xs) - 2)


def _slope(row: int, xs: tuple[float, ...], ys: tuple[float, ...]) -> float:
    """How fast the second column grows with the first after a row."""
    return (ys[row + 1] - ys[row]) / (xs[row + 1] - xs[row])

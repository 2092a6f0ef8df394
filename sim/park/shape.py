"""How deep a volume stands: stage-storage curves.

A shape answers one question, `depth_m(volume_m3)`, for volumes from empty up. Above its own
top it goes on with vertical walls, so that a crest can hold water above the capacity.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import sqrt


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


@dataclass(frozen=True, slots=True)
class Trapezoid:
    """A channel reach held by a gate: trapezoid `L (B h + m h2)` with a level bed.

    Source: domain practice, level-pool reach; a bed slope is taken off the usable length by
    whoever measures `length_m`.

    >>> reach = Trapezoid(length_m=100, bottom_m=8, side_slope=1.5)
    >>> reach.volume_m3(2)
    2200.0
    >>> reach.depth_m(2200)
    2.0
    """

    length_m: float
    bottom_m: float
    side_slope: float
    """Horizontal over vertical [-]."""

    def depth_m(self, volume_m3: float) -> float:
        """Depth of water over the bed [m]."""
        area = volume_m3 / self.length_m
        if self.side_slope == 0:
            return area / self.bottom_m
        root = sqrt(self.bottom_m**2 + 4 * self.side_slope * area)
        return (root - self.bottom_m) / (2 * self.side_slope)

    def volume_m3(self, depth_m: float) -> float:
        """Volume that stands `depth_m` deep [m3]."""
        return self.length_m * (self.bottom_m * depth_m + self.side_slope * depth_m**2)


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


Shape = Prism | Trapezoid | StageTable


def _interpolate(x: float, xs: tuple[float, ...], ys: tuple[float, ...]) -> float:
    """Linear between rows; past the last row the last slope goes on."""
    row = min(max(bisect_right(xs, x) - 1, 0), len(xs) - 2)
    slope = (ys[row + 1] - ys[row]) / (xs[row + 1] - xs[row])
    return ys[row] + (x - xs[row]) * slope

"""How deep a volume stands in a round pipe laid on a slope."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, inf, pi, sin, sqrt

LEVEL = 1e-5
"""A fall along the pipe of less than this share of its diameter counts as none; differences would be rounding [-]."""
ROUNDING = 1e-12
"""A step of Newton's this small, as a share of the depth, is the last: the next would be as small as rounding [-]."""
SLOT = 0.01
"""Width that water has above the crown, of the diameter [-]: about what manholes of 0.7 m every 40 m hold for DN1000.

The ratio is the one usual for Preissmann's slot (from memory); here it keeps depths rising with volumes."""


@dataclass(frozen=True, slots=True)
class RoundPipe:
    """A round pipe that stores water up to a level below its lower end, depths over the invert there.

    The water is still and level: it reaches as far up the pipe as its depth over the slope. Once the upper end
    is full too, what comes goes into a slot above the whole pipe, as into its manholes.

    Source: area of a circular segment, integrated along the slope in closed form.

    >>> main = RoundPipe(diameter_m=1, length_m=2000, slope=0.002)
    >>> round(main.full_m3, 1), round(main.volume_m3(1), 1), round(main.volume_m3(5), 1)  # a quarter while h = D
    (1570.8, 196.3, 1570.8)
    >>> round(main.depth_m(196.349540849), 9), round(main.depth_m(main.full_m3 + 20), 9)  # 20 / (0.01 x 2,000)
    (1.0, 6.0)
    """

    diameter_m: float
    length_m: float
    slope: float = 0.0
    """Fall over length [-]."""

    @property
    def full_m3(self) -> float:
        """What fits below its crown, all along [m3]."""
        return pi * self.diameter_m**2 / 4 * self.length_m

    @property
    def top_m(self) -> float:
        """Depth at which it is full to its upper end [m]."""
        return self.diameter_m + self._fall_m

    @property
    def _fall_m(self) -> float:
        fall = self.slope * self.length_m
        return fall if fall > LEVEL * self.diameter_m else 0.0

    def volume_m3(self, depth_m: float) -> float:
        """Volume that stands `depth_m` deep at its lower end [m3]."""
        if depth_m >= self.top_m:
            return self.full_m3 + SLOT * self.diameter_m * self.length_m * (depth_m - self.top_m)
        if self._fall_m == 0:
            return self._segment_m2(depth_m) * self.length_m
        upper = depth_m - self._fall_m
        return (self._below_m3(depth_m) - self._below_m3(upper)) / self.slope

    def surface_m2(self, depth_m: float) -> float:
        """The water's surface at a depth [m2]."""
        if depth_m >= self.top_m:
            return SLOT * self.diameter_m * self.length_m
        if self._fall_m == 0:
            return 2 * sqrt(max(depth_m * (self.diameter_m - depth_m), 0.0)) * self.length_m
        return (self._segment_m2(depth_m) - self._segment_m2(depth_m - self._fall_m)) / self.slope

    def depth_m(self, volume_m3: float) -> float:
        """Depth of water over the invert at its lower end [m].

        Newton's steps, with the bracket halved where one would leave it.
        """
        if volume_m3 <= 0:
            return 0.0
        if volume_m3 >= self.full_m3:
            return self.top_m + (volume_m3 - self.full_m3) / (SLOT * self.diameter_m * self.length_m)
        low, high = 0.0, self.top_m
        depth = volume_m3 / self.full_m3 * high
        while True:
            excess, surface = self.volume_m3(depth) - volume_m3, self.surface_m2(depth)
            low, high = (low, depth) if excess > 0 else (depth, high)
            better = depth - excess / surface if surface > 0 else inf
            if abs(better - depth) <= ROUNDING * depth:
                return better
            depth = better if low < better < high else (low + high) / 2
            if not low < depth < high:
                return depth

    def _segment_m2(self, depth_m: float) -> float:
        """Wetted area of a section filled `depth_m` deep [m2]."""
        half = self._half_angle(depth_m)
        return self.diameter_m**2 / 4 * (half - sin(half) * cos(half))

    def _below_m3(self, depth_m: float) -> float:
        """The wetted area integrated over depths from 0 to `depth_m` [m3].

        With the half angle a of the water line it is `r^3 (sin a - a cos a - sin^3 a / 3)`; above the crown the
        area does not grow any more.
        """
        half, radius = self._half_angle(depth_m), self.diameter_m / 2
        below = radius**3 * (sin(half) - half * cos(half) - sin(half) ** 3 / 3)
        return below + pi * radius**2 * max(depth_m - self.diameter_m, 0.0)

    def _half_angle(self, depth_m: float) -> float:
        """Half of the angle that the water line spans at the pipe's axis [rad]."""
        return 2 * asin(sqrt(min(max(depth_m / self.diameter_m, 0.0), 1.0)))

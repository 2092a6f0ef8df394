"""What a treatment plant can take on: its capacity less the load of the day."""

from __future__ import annotations

from dataclasses import dataclass

HOURS = 24
"""Factors in a pattern: one for each hour of the day, the first from midnight on."""


@dataclass(frozen=True, slots=True)
class Treatment:
    """Capacity and daily load of a treatment plant; what is left is its headroom.

    With a pattern the load of an hour is its mean times that hour's factor. What comes above the
    capacity is the plant's own to keep back: headroom is never negative, and owes nothing.

    >>> plant = Treatment(capacity_m3_s=0.3, load_m3_s=0.25, pattern=(0.8,) * 12 + (1.2,) * 12)
    >>> round(plant.headroom_m3_s, 6), round(plant.largest_m3_s, 6), round(plant.share(3), 6), plant.share(15)
    (0.05, 0.1, 1.0, 0.0)
    """

    capacity_m3_s: float
    """What it can treat [m3/s]."""
    load_m3_s: float
    """What it treats every day, mean of the day [m3/s]."""
    pattern: tuple[float, ...] = ()
    """Load of each hour over its mean, 24 of them from midnight on; empty for the same load all day [-]."""

    def headroom_at(self, hour: int) -> float:
        """What it can take on in an hour of the day, 0 to 23 [m3/s]."""
        factor = self.pattern[hour] if self.pattern else 1.0
        return max(self.capacity_m3_s - self.load_m3_s * factor, 0.0)

    @property
    def headroom_m3_s(self) -> float:
        """What it could take on if its load were the same all day [m3/s]."""
        return max(self.capacity_m3_s - self.load_m3_s, 0.0)

    @property
    def largest_m3_s(self) -> float:
        """The headroom of the hour in which it has most [m3/s]."""
        return max(map(self.headroom_at, range(HOURS))) if self.pattern else self.headroom_m3_s

    @property
    def mean_m3_s(self) -> float:
        """The headroom of a day, over its hours [m3/s]."""
        return sum(map(self.headroom_at, range(HOURS))) / HOURS if self.pattern else self.headroom_m3_s

    def share(self, hour: int) -> float:
        """The headroom of an hour over the largest of the day [-]."""
        most = self.largest_m3_s
        return self.headroom_at(hour) / most if most > 0 else 0.0

"""How sure a share is that was counted."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """A chance as counted, and between what it lies with a confidence of 95 %."""

    count: int
    of: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """The counted share [-]."""
        return self.count / self.of if self.of else float("nan")

    @property
    def half_width(self) -> float:
        """Half of how far the ends are apart [-]."""
        return (self.high - self.low) / 2


def interval(count: int, of: int) -> Interval:
    """The exact interval of Clopper and Pearson, Biometrika 26 (1934): never too narrow, and good at 0 of many.

    >>> none = interval(0, 200)  # (1 - p)^200 = 0.025
    >>> none.low, round(none.high, 4)
    (0.0, 0.0183)
    """
    return Interval(count, of, *bounds(count, of))


def bounds(count: float, of: float) -> tuple[float, float]:
    """The ends of that interval; of draws that tell as much as fewer independent ones, neither need be whole."""
    from scipy.special import betaincinv

    tail = (1 - CONFIDENCE) / 2
    low = float(betaincinv(count, of - count + 1, tail)) if count else 0.0
    high = float(betaincinv(count + 1, of - count, 1 - tail)) if count < of else 1.0
    return low, high


def least_correlation(of: int) -> float:
    """The rank correlation beyond which so many pairs hardly come by chance: three standard deviations [-]."""
    return 3 / sqrt(of - 1) if of > 1 else 1.0

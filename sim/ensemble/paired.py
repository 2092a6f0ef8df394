"""How sure a difference is between two designs that were played on the same draws, run by run."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, nan, sqrt
from typing import TYPE_CHECKING

from sim.ensemble.interval import CONFIDENCE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Difference:
    """The second less the first, and between what it lies with a confidence of 95 %; infinite ends are not known."""

    value: float
    low: float
    high: float

    @property
    def sure(self) -> bool:
        """Whether it is beyond chance which of the two is more."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True)
class Pairs:
    """Runs of two designs on the same draws, by which of the two breached.

    >>> pairs = Pairs(20, 12, 2, 16)
    >>> pairs.of, round(pairs.difference.value, 3), pairs.lone
    (50, -0.2, 14)
    """

    both: int
    first: int
    """Only the first."""
    second: int
    """Only the second."""
    neither: int

    @classmethod
    def of_flags(cls, first: Flags, second: Flags) -> Pairs:
        """Counted from two columns."""
        both, one, other = (int(each.sum()) for each in (first & second, first & ~second, second & ~first))
        return cls(both, one, other, len(first) - both - one - other)

    @property
    def of(self) -> int:
        """How many runs there are."""
        return self.both + self.first + self.second + self.neither

    @property
    def lone(self) -> int:
        """Runs that one of the two breached, and the other did not."""
        return self.first + self.second

    @property
    def chance(self) -> float:
        """How likely so uneven a split is if neither is better: McNemar's test (1947) by the exact binomial law."""
        from scipy.stats import binomtest

        return float(binomtest(self.first, self.lone).pvalue) if self.lone else 1.0

    @property
    def difference(self) -> Difference:
        """Of the shares that breach: Newcombe, Statistics in Medicine 17 (1998) 2635, method 10, for paired runs.

        Wilson's intervals of the two shares, put together by how closely the two go together; so it is an interval even
        where no run differs.
        """
        if not self.of:
            return Difference(nan, -inf, inf)
        first, second = (self.both + self.first) / self.of, (self.both + self.second) / self.of
        low_1, high_1 = wilson(first, self.of)
        low_2, high_2 = wilson(second, self.of)
        alike = self._alike()
        value = second - first
        down = _joined(second - low_2, high_1 - first, alike)
        up = _joined(high_2 - second, first - low_1, alike)
        return Difference(value, value - down, value + up)

    def _alike(self) -> float:
        """The correlation of the two, less what a half a run may bring about: Newcombe's corrected phi [-]."""
        sides = ((self.both + self.first) * (self.second + self.neither)
                 * (self.both + self.second) * (self.first + self.neither))  # fmt: skip
        excess = float(self.both * self.neither - self.first * self.second)
        if excess > 0:
            excess = max(excess - self.of / 2, 0.0)
        return excess / sqrt(sides) if sides else 0.0


def _joined(one: float, other: float, alike: float) -> float:
    """The arm of a difference from one of each of its two shares."""
    return sqrt(max(one * one - 2 * alike * one * other + other * other, 0.0))


def wilson(share: float, of: int) -> tuple[float, float]:
    """Wilson's interval of a share, Journal of the American Statistical Association 22 (1927).

    >>> [round(each, 4) for each in wilson(0.0, 200)]  # z^2 / (n + z^2)
    [0.0, 0.0188]
    """
    from scipy.special import ndtri

    z = float(ndtri((1 + CONFIDENCE) / 2))
    middle, half = 2 * of * share + z * z, z * sqrt(z * z + 4 * of * share * (1 - share))
    return max((middle - half) / (2 * (of + z * z)), 0.0), min((middle + half) / (2 * (of + z * z)), 1.0)


def mean_difference(first: Floats, second: Floats) -> Difference:
    """Of the means of two columns, run by run: Student's interval of paired differences (1908).

    Where no two runs differ in their difference it says nothing of how far it may be off.
    """
    from scipy.special import stdtrit

    each = second - first
    if not len(each):
        return Difference(nan, -inf, inf)
    value = float(each.mean())
    scatter = float(each.std(ddof=1)) if len(each) > 1 else 0.0
    if not scatter:
        return Difference(value, -inf, inf)
    arm = float(stdtrit(len(each) - 1, (1 + CONFIDENCE) / 2)) * scatter / sqrt(len(each))
    return Difference(value, value - arm, value + arm)

"""Numbers that nobody knows for certain: how each is spread, by its quantiles."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property
from math import inf, log
from typing import TYPE_CHECKING

from sim.park.basis import Basis, Placed
from sim.units import Dimension

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


class Spread(ABC):
    """How a number is spread, in its unit inside the program."""

    @abstractmethod
    def quantiles(self, shares: Floats) -> Floats:
        """The values that the number stays below with chances of `shares`, each between 0 and 1."""

    @property
    def median(self) -> float:
        """The value that it is as often below as above: what a single run takes."""
        return self.at(0.5)

    def at(self, share: float) -> float:
        """One quantile."""
        import numpy as np

        return float(self.quantiles(np.array([share]))[0])


@dataclass(frozen=True, slots=True)
class Uniform(Spread):
    """Anything between two values, one as likely as another.

    >>> Uniform(2.0, 6.0).median
    4.0
    """

    low: float
    high: float

    def quantiles(self, shares: Floats) -> Floats:
        return self.low + (self.high - self.low) * shares


@dataclass(frozen=True, slots=True)
class Triangular(Spread):
    """Between two values, and likeliest at one of them or between.

    >>> round(Triangular(0.0, 0.0, 1.0).median, 6)  # (1 - x)^2 = 1/2
    0.292893
    """

    low: float
    mode: float
    high: float

    def quantiles(self, shares: Floats) -> Floats:
        import numpy as np

        whole, rise = self.high - self.low, self.mode - self.low
        rising = self.low + np.sqrt(shares * whole * rise)
        falling = self.high - np.sqrt((1 - shares) * whole * (self.high - self.mode))
        return np.where(shares * whole < rise, rising, falling)


@dataclass(frozen=True)
class Normal(Spread):
    """By its mean and standard deviation, cut at what is possible: no value below `least` or above `most`.

    >>> Normal(5.0, 1.0).median, round(Normal(0.0, 1.0, least=0.0).median, 4)  # half of a half of the bell
    (5.0, 0.6745)
    """

    mean: float
    sd: float
    least: float = -inf
    most: float = inf

    @property
    def possible(self) -> float:
        """The part of the bell that lies where it is possible [-]."""
        below, above = self._cut
        return above - below

    @cached_property
    def _cut(self) -> tuple[float, float]:
        """The parts of the bell below what is possible, and below its end."""
        from scipy.special import ndtr

        return tuple(float(ndtr((x - self.mean) / self.sd)) for x in (self.least, self.most))  # type: ignore[return-value]

    def quantiles(self, shares: Floats) -> Floats:
        import numpy as np
        from scipy.special import ndtri

        below, above = self._cut
        return np.clip(self.mean + self.sd * ndtri(below + shares * (above - below)), self.least, self.most)


@dataclass(frozen=True)
class Lognormal(Spread):
    """By its median and the value that 95 % stay below, cut at the most that is possible.

    >>> spread = Lognormal(300.0, 1200.0)
    >>> round(spread.at(0.5), 6), round(spread.at(0.95), 6)
    (300.0, 1200.0)
    """

    middle: float
    p95: float
    most: float = inf

    @cached_property
    def logs(self) -> Normal:
        """How its logarithm is spread."""
        from scipy.special import ndtri

        middle = log(self.middle)
        return Normal(middle, (log(self.p95) - middle) / float(ndtri(0.95)), most=log(self.most))

    def quantiles(self, shares: Floats) -> Floats:
        import numpy as np

        return np.exp(self.logs.quantiles(shares))


@dataclass(frozen=True, slots=True)
class BetaPert(Spread):
    """Between two values and likeliest at a third, which weighs four times as much as each end: PERT of Malcolm et al.,
    Operations Research 7 (1959).

    >>> BetaPert(0.0, 3.0, 6.0).median
    3.0
    """

    low: float
    mode: float
    high: float

    def quantiles(self, shares: Floats) -> Floats:
        from scipy.special import betaincinv

        whole = self.high - self.low
        rise, fall = (1 + 4 * each / whole for each in (self.mode - self.low, self.high - self.mode))
        return self.low + whole * betaincinv(rise, fall, shares)


@dataclass(frozen=True, slots=True)
class Weighted(Spread):
    """One of several values, the least first, each with its chance.

    >>> Weighted((1.0, 2.0, 4.0), (0.3, 0.3, 0.4)).median
    2.0
    """

    values: tuple[float, ...]
    chances: tuple[float, ...]
    """They add up to 1 [-]."""

    def quantiles(self, shares: Floats) -> Floats:
        import numpy as np

        ends = np.cumsum(self.chances)[:-1]
        return np.array(self.values)[np.searchsorted(ends, shares, side="left")]


@dataclass(frozen=True, slots=True)
class Empirical(Spread):
    """Values that were seen, each as likely as another: the inverse of their empirical distribution function, so the
    k-th least of n from a chance of (k - 1) / n up to one of k / n, both ends of the step included but the lower one.
    It is the first of the nine definitions of Hyndman and Fan, The American Statistician 50 (1996): a draw is always
    one of the values.

    >>> seen = Empirical((1.0, 2.0, 4.0, 8.0))
    >>> seen.median, seen.at(0.51), seen.at(0.01)
    (2.0, 4.0, 1.0)
    """

    values: tuple[float, ...]
    """Rising."""

    def quantiles(self, shares: Floats) -> Floats:
        import numpy as np

        places = np.ceil(shares * len(self.values)).astype(np.intp) - 1
        found: Floats = np.array(self.values)[places.clip(0, len(self.values) - 1)]
        return found


@dataclass(frozen=True, slots=True)
class Uncertain(Placed):
    """One number of a file that is spread."""

    path: str
    """Where it stands in the file, such as `actions.shut-valve.after`."""
    spread: Spread
    text: str
    """As it was written."""
    measures: str
    """What it is: the name of a dimension such as `time`, or empty for a bare number."""
    group: str = ""
    """The numbers that move together with it; empty for none."""
    basis: Basis = Basis.ASSUMED
    source: str = ""
    because: str = ""
    """Why it is spread so; empty when nobody said."""
    whole: bool = False
    """Whether it counts something."""
    names: tuple[str, ...] = ()
    """What its values 0, 1 and so on stand for; empty where they are numbers."""

    def written(self, number: float) -> str:
        """A value of it as a file would have it, equal to the last bit."""
        if self.names:
            return self.names[int(number)]
        if self.whole:
            return str(int(number))
        unit = Dimension(self.measures).si if self.measures and self.measures != Dimension.SHARE else ""
        return f"{number!r} {unit}".strip()

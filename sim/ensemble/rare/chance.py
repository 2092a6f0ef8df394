"""A chance that is a product of shares, each counted among runs that hang together, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, inf, log, nan, prod, sqrt
from typing import TYPE_CHECKING

from sim.ensemble.interval import bounds

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Counted:
    """The runs of a level, in chains one after the other, and which of them went on."""

    inside: Floats
    """1 for those that did, 0 for the others."""
    chain: Counts
    """The number of its chain for each; those of a chain stand side by side. A run drawn by itself is one."""
    lineage: Counts
    """Which of the runs of the first level each comes from."""

    @property
    def of(self) -> int:
        """How many runs there are."""
        return len(self.inside)

    @property
    def share(self) -> float:
        """Of those that went on [-]."""
        return float(self.inside.mean())

    @property
    def single(self) -> float:
        """The squared spread of the share, relative to it, were they independent [-]."""
        return (1 - self.share) / (self.share * self.of)

    @property
    def chained(self) -> float:
        """The same with what runs of a chain have in common, whatever its length: Au and Beck, Probabilistic
        Engineering Mechanics 16 (2001).

        >>> import numpy as np
        >>> pairs = Counted(np.array([1.0, 1, 0, 0]), np.array([0, 0, 1, 1]), np.arange(4))  # each counted twice
        >>> pairs.single, pairs.chained
        (0.25, 0.5)
        """
        import numpy as np

        apart = self.inside - self.share
        variance = float(apart @ apart) / self.of
        longest = int(np.bincount(self.chain).max())
        together = 0.0
        for lag in range(1, longest if variance else 1):
            same = self.chain[lag:] == self.chain[:-lag]
            together += 2 * float((apart[lag:] * apart[:-lag])[same].sum()) / (self.of * variance)
        return self.single * max(1 + together, 1.0)


@dataclass(frozen=True, slots=True)
class Chance:
    """A chance as estimated, and between what it lies with a confidence of 95 %."""

    share: float
    """0 where nothing of the sort was found [-]."""
    low: float
    high: float
    spread: float
    """The standard deviation of such estimates, relative to the chance: their coefficient of variation; NaN where the
    chance was not found to be above 0 [-]."""

    @property
    def plain_runs(self) -> float:
        """How many runs, each drawn by itself, would make the chance as sure."""
        return (1 - self.share) / (self.share * self.spread**2) if self.spread else inf


def chance_of(levels: Sequence[Counted]) -> Chance:
    """The chance to go through all these levels.

    Its logarithm is a sum, of which every run of the first level brings a part: its own, and that of all runs that come
    from it in later levels. The parts' squares add up to the variance, which so has in it what runs of a chain have in
    common, and chains, and levels (Chan and Lai, Annals of Statistics 41 (2013); Lee and Whiteley, Biometrika 105
    (2018)). Where few lines go on, that says too little; what Au and Beck reckon with is the least that is stated.

    Each level's interval is that of as many independent runs as tell as much, after Clopper and Pearson; those of the
    levels are put together by how far the ends lie from the middle (Zou and Donner, Statistics in Medicine 27 (2008)),
    on a scale of logarithms. So a single level has the plain interval, and a level that nothing went through an upper
    end.
    """
    passed = [each for each in levels if each.share]
    single = sum(each.single for each in passed)
    variance = max(single, sum(each.chained for each in passed), _by_lineage(passed))
    blown_up = variance / single if single else 1.0
    low, high = _ends(passed, blown_up)
    if len(passed) == len(levels):
        return Chance(prod(each.share for each in passed), low, high, sqrt(variance))
    last = levels[-1]
    telling = min(last.of / blown_up, len(set(last.chain.tolist())))
    return Chance(0.0, 0.0, high * bounds(0, telling)[1], nan)


def _by_lineage(passed: Sequence[Counted]) -> float:
    """The variance of the logarithm, by the parts of the first level's runs."""
    import numpy as np

    most = max((int(each.lineage.max()) + 1 for each in passed), default=0)
    parts = np.zeros(most)
    for each in passed:
        parts += np.bincount(each.lineage, (each.inside - each.share) / (each.share * each.of), minlength=most)
    return float(parts @ parts)


def _ends(passed: Sequence[Counted], blown_up: float) -> tuple[float, float]:
    """Between what the chance to go through some levels lies, each run telling as much as so many times fewer."""
    below = above = middle = 0.0
    for each in passed:
        low, high = bounds(each.share * each.of / blown_up, each.of / blown_up)
        middle += log(each.share)
        below += log(each.share / low) ** 2
        above += log(high / each.share) ** 2
    return exp(middle - sqrt(below)), min(exp(middle + sqrt(above)), 1.0)

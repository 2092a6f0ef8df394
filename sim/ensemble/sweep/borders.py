"""Up to which value of a quantity a breach stays less likely than wanted, and how sure that is.

The same draws are played at every value. A value is on the safe side where no more of them breach the tier than the
wanted share; between two values of which one is, the border is found by halving, and of the draws only those are played
that do not fare alike at both. Where each draw turns once, its border is one of the values at which draws turn, a
quantile of them, and so are the ends of its interval: those ranks between which a quantile lies with 95 %, whatever the
distribution is (Hahn and Meeker, Statistical Intervals, 1991, section 5.2). They are the same as where the interval of
Clopper and Pearson lies wholly on one side of the wanted chance.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.ensemble.interval import CONFIDENCE
from sim.ensemble.player import Point
from sim.ensemble.sweep.axis import Axis
from sim.ensemble.sweep.sweep import Plays, Tell

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Fates = NDArray[np.int8]
    """Of every draw and tier: 1 for breached, 0 for not, `NOT_PLAYED` where it could not be."""

NOT_PLAYED = -1


@dataclass(frozen=True, slots=True)
class Side:
    """How far the values reach that are safe, beginning at one end of the range; None for not even there."""

    value: float | None
    """The last with no larger share of breaches than wanted [SI]."""
    sure: float | None
    """The last at which that is known with 95 % confidence [SI]."""
    over: float | None
    """The first at which the opposite is; None for nowhere [SI]."""


@dataclass(frozen=True, slots=True)
class Border:
    """Where a breach of a tier is less likely than wanted."""

    tier: str
    chance: float
    """That is wanted [-]."""
    up: Side
    """From the least value on upwards."""
    down: Side
    """From the largest on downwards."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Chances whose borders are looked for, and how close to find them, as a share of the range [-]."""

    chances: tuple[float, ...]
    accuracy: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """What every draw is played with, but for what is swept."""

    numbers: Sequence[tuple[float, ...]]
    lots: Sequence[int]


def ranks(chance: float, draws: int) -> tuple[int, int, int]:
    """How many of some draws breach a tier at most where the chance is surely less, is no more as counted, and is not
    surely more; -1 where no count is so.

    >>> ranks(0.05, 100), ranks(0.05, 20)
    ((0, 5, 10), (-1, 1, 3))
    """
    from scipy.stats import binom

    tail = (1 - CONFIDENCE) / 2
    return int(binom.ppf(tail, draws, chance)) - 1, int(chance * draws + 1e-9), int(binom.ppf(1 - tail, draws, chance))


def find_borders(
    plays: Plays, drawn: Drawn, known: Mapping[float, Fates], wanted: Wanted, tell: Tell
) -> tuple[Border, ...]:
    """The borders of every tier and chance, from what became of all draws at some values of one quantity."""
    search = _Search(plays, drawn, dict(known), wanted)
    search.halve(tell)
    return tuple(search.borders())


class _Search:
    """What is known, value by value."""

    def __init__(self, plays: Plays, drawn: Drawn, known: dict[float, Fates], wanted: Wanted) -> None:
        self.plays, self.drawn, self.known, self.wanted = plays, drawn, known, wanted
        self.axis: Axis = plays.axes[0]
        self.tiers = plays.player.tiers

    def halve(self, tell: Tell) -> None:
        """Play what lies between until every border is known closely enough."""
        while middles := dict(self._open()):
            tell(min(1.0, self.wanted.accuracy / max(middles.values())))
            self._play(sorted(middles))

    def borders(self) -> Iterator[Border]:
        """Tier by tier, inside out."""
        counts, draws = self._counted()
        for place, tier in enumerate(self.tiers):
            for chance in self.wanted.chances:
                up, down = (self._side(counts, place, ranks(chance, draws), upwards) for upwards in (True, False))
                yield Border(tier, chance, up, down)

    def _counted(self) -> tuple[dict[float, list[int]], int]:
        """How many draws breach each tier at each value, the least first, and how many could be played at all."""
        import numpy as np

        values = sorted(self.known)
        fates = np.array([self.known[value] for value in values])
        good = (fates != NOT_PLAYED).all(axis=(0, 2))
        counts = fates[:, good].sum(axis=1, dtype=int)
        return dict(zip(values, counts.tolist(), strict=True)), int(good.sum())

    def _open(self) -> Iterator[tuple[float, float]]:
        """Values half-way between two of which one is on the other side, and how far apart these are, as a share."""
        counts, draws = self._counted()
        for place in range(len(self.tiers)):
            most = {each for chance in self.wanted.chances for each in ranks(chance, draws)}
            turns = {self._turn(counts, place, each, upwards) for each in most for upwards in (True, False)}
            for last, beyond in turns:
                if last is None or beyond is None:
                    continue
                low, high = sorted((last, beyond))
                middle, apart = self.axis.middle(low, high), self.axis.share(high) - self.axis.share(low)
                if apart > self.wanted.accuracy and low < middle < high:
                    yield middle, apart

    def _turn(
        self, counts: dict[float, list[int]], place: int, most: int, upwards: bool
    ) -> tuple[float | None, float | None]:
        """The last value with so many breaches at most, beginning at one end, and the first with more."""
        last = None
        for value in counts if upwards else reversed(counts):
            if counts[value][place] > most:
                return last, value
            last = value
        return last, None

    def _side(self, counts: dict[float, list[int]], place: int, most: tuple[int, int, int], upwards: bool) -> Side:
        (sure, _), (value, _), (_, over) = (self._turn(counts, place, each, upwards) for each in most)
        return Side(value, sure, over)

    def _play(self, middles: Sequence[float]) -> None:
        """Let draws run at new values that do not fare alike at the values on both sides."""
        values = sorted(self.known)
        points: list[Point] = []
        for middle in middles:
            after = bisect_left(values, middle)
            low, high = (self.known[values[k]] for k in (after - 1, after))
            self.known[middle] = low.copy()
            points += (Point(k, self.plays.put(self.drawn.numbers[k], (middle,)), self.drawn.lots[k])
                       for k in (low != high).any(axis=1).nonzero()[0].tolist())  # fmt: skip
        place = self.plays.places[0]
        for point, run in zip(points, self.plays.runs(points, lambda share: None), strict=True):
            self.known[point.numbers[place]][point.index] = [each.breached for each in run.tiers] or NOT_PLAYED

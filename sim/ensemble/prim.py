"""Boxes of numbers in which something happens: the patient rule induction method of Friedman and Fisher.

Statistics and Computing 9 (1999). From all runs a box is peeled, a slab at a time, until little is left; of all boxes
on the way the one is taken in which most of what happens lies (coverage) and in which little else does (density), both
at once: the one with the largest harmonic mean of the two. Then each of its limits is put where that mean is largest,
the others held, which is pasting where it goes outward. A limit is dropped that chance would do as well (the
quasi-p-value of Bryant and Lempert, Technological Forecasting and Social Change 77, 2010), or that hardly matters, and
one is added that is worth it. Where few runs mislead the peeling, limits that are added to no box at all may do better;
the better box is taken. What it covers is taken away, and the next one is sought in the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Places = NDArray[np.intp]

ALPHA = 0.05
"""Share of a box's runs that a slab has [-]."""
LEAST_RUNS = 20
"""A box has no fewer, so that its density says something."""
LEAST_HITS = 10
"""And so many runs in it in which it happens."""
SIGNIFICANT = 0.05
"""Chance with which any limit at all is kept that chance alone would do as well [-]."""
LEAST_LOSS = 0.01
"""Of the harmonic mean that a limit must be worth [-]."""
ENOUGH = 0.8
"""Coverage of all boxes together at which no more are sought [-]."""
LEAST_COVERAGE = 0.1
"""A box that covers less of all that happens is not worth telling [-]."""
MOST_BOXES = 3


@dataclass(frozen=True, slots=True)
class Limit:
    """What a box lets through of one number: a range, or some of several values."""

    low: float = -inf
    high: float = inf
    values: tuple[float, ...] | None = None
    """The values of one that takes several; None for one that has a range."""

    def holds(self, numbers: Floats) -> Flags:
        """Which of some numbers it lets through."""
        import numpy as np

        if self.values is not None:
            return np.isin(numbers, self.values)
        within: Flags = (numbers >= self.low) & (numbers <= self.high)
        return within


Box = Mapping[int, Limit]
"""The limits of a box by the columns of their numbers; others are as they may be."""


class Step(NamedTuple):
    """A box on the way, and what lies in it."""

    runs: int
    hits: int
    """Runs in it in which it happens."""
    numbers: int
    """How many have a limit."""


class Side(NamedTuple):
    """One end of a range, or the values of a number."""

    column: int
    end: str
    """`low`, `high` or `values`."""
    p: float
    """Chance with which the box without this limit would give as dense a one by chance [-]."""
    loss: float
    """Of the harmonic mean without it [-]."""


@dataclass(frozen=True, slots=True)
class Found:
    """A box, and what of the runs that no box before it covers lies in it."""

    limits: Box
    sides: tuple[Side, ...]
    """The limits one by one, the strongest first."""
    runs: int
    hits: int
    steps: tuple[Step, ...]
    """How it was peeled, from all runs on."""
    peeled: int
    """The step that was taken, before its limits were put right."""

    @property
    def density(self) -> float:
        """The share of its runs in which it happens [-]."""
        return self.hits / self.runs

    @property
    def columns(self) -> tuple[int, ...]:
        """The numbers that have a limit, the strongest first."""
        return tuple(dict.fromkeys(each.column for each in self.sides))


def boxes(numbers: Floats, hit: Flags, choices: Sequence[bool]) -> list[Found]:
    """Boxes in which it happens, one after the other.

    Args:
        numbers: of every run a row of what was drawn, shape (runs, numbers).
        hit: in which runs it happens, shape (runs,).
        choices: which numbers take one of several values instead of any.

    >>> import numpy as np
    >>> drawn = np.random.default_rng(1).random((1000, 2))
    >>> found, = boxes(drawn, drawn[:, 0] > 0.7, [False, False])
    >>> found.columns, round(found.limits[0].low, 2), found.density
    ((0,), 0.7, 1.0)
    """
    import numpy as np

    found: list[Found] = []
    rest, total = np.arange(len(hit)), int(hit.sum())
    while len(found) < MOST_BOXES and sum(each.hits for each in found) < ENOUGH * total:
        next_box = _Search(numbers[rest], hit[rest], choices).found()
        if next_box is None or next_box.hits < LEAST_COVERAGE * total:
            break
        found.append(next_box)
        rest = rest[~inside(next_box.limits, numbers[rest])]
    return found


def inside(box: Box, numbers: Floats) -> Flags:
    """Which runs lie in a box."""
    import numpy as np

    within: Flags = np.ones(len(numbers), dtype=bool)
    for column, limit in box.items():
        within &= limit.holds(numbers[:, column])
    return within


Ends = tuple[int, float, float, tuple[int, int], tuple[int, int]]


class _Search:
    """A box that is sought among some runs."""

    def __init__(self, numbers: Floats, hit: Flags, choices: Sequence[bool]) -> None:
        import numpy as np

        self.numbers = np.asfortranarray(numbers)  # a column at a time is what is asked of it
        self.hit, self.total = hit, int(hit.sum())
        self.choices = [column for column, each in enumerate(choices) if each]
        self.ranges = [column for column, each in enumerate(choices) if not each]
        self.taken = {column: tuple(np.unique(numbers[:, column]).tolist()) for column in self.choices}

    def mean(self, hits: int, runs: int) -> float:
        """The harmonic mean of coverage and density [-]."""
        return 2 * hits / (runs + self.total) if self.total else 0.0

    def of(self, box: Box) -> tuple[int, int]:
        """How many hits and runs lie in a box."""
        within = inside(box, self.numbers)
        return int(self.hit[within].sum()), int(within.sum())

    def found(self) -> Found | None:
        """The box; None where no limit is worth it."""
        way = list(self._peeled())
        steps = tuple(step for _, step in way)
        place = max(range(len(way)), key=lambda k: self.mean(steps[k].hits, steps[k].runs))
        box = max((self._finished(start) for start in (way[place][0], {})), key=lambda each: self.mean(*self.of(each)))
        if not box:
            return None
        hits, runs = self.of(box)
        return Found(box, tuple(sorted(self._sides(box), key=lambda each: -each.loss)), runs, hits, steps, place)

    def _finished(self, box: Box) -> Box:
        """The box with every limit that is worth it, and no other, each where it is best."""
        box = self._pruned(box)
        for _ in range(self.numbers.shape[1]):
            grown = self._pruned(self._grown(box))
            if self.mean(*self.of(grown)) < self.mean(*self.of(box)) + LEAST_LOSS:
                break
            box = grown
        return box

    def _pruned(self, box: Box) -> Box:
        """The box without what is not worth it, the weakest limit first."""
        box = self._settled(box)
        while weakest := self._droppable(self._sides(box)):
            box = self._settled(without(box, weakest))
        return box

    def _grown(self, box: Box) -> Box:
        """The box with the one limit more that makes its mean largest."""
        ends = [(column, end) for column in self.ranges for end in ("low", "high")]
        ends += [(column, "values") for column in self.choices]
        new = (self._moved(box, *each) for each in ends if each not in _ends_of(box))
        return max(new, key=lambda each: self.mean(*self.of(each)), default=box)

    def _peeled(self) -> Iterator[tuple[Box, Step]]:
        """Ever smaller boxes from all runs on, each without the slab whose loss makes it densest for each run lost.

        By runs lost, since values of a choice have more of them than a slab: Kwakkel and Jaxa-Rozen, Environmental
        Modelling & Software 79 (2016).
        """
        import numpy as np

        box: dict[int, Limit] = {}
        rows = np.arange(len(self.hit))
        while True:
            hits = int(self.hit[rows].sum())
            yield dict(box), Step(len(rows), hits, len(box))
            best = max(self._slabs(box, rows), key=lambda each: each[0], default=None)
            if best is None or hits == len(rows):
                return
            _, column, limit = best
            rows = rows[limit.holds(self.numbers[rows, column])]
            if len(rows) < LEAST_RUNS or self.hit[rows].sum() < LEAST_HITS:
                return
            box[column] = limit

    def _slabs(self, box: Box, rows: Places) -> Iterator[tuple[float, int, Limit]]:
        """What may be peeled off: how much denser the box is then for each run lost, the number, its new limit."""
        hit = self.hit[rows]
        runs, hits = len(rows), int(hit.sum())

        def gain(lost: int, lost_hits: int) -> float:
            return ((hits - lost_hits) / (runs - lost) - hits / runs) / lost if 0 < lost < runs else -inf

        for column, low, high, below, above in self._ends(rows):
            old = box.get(column, Limit())
            for limit, lost in ((Limit(low, old.high), below), (Limit(old.low, high), above)):
                if 0 < lost[0] < runs:
                    yield gain(*lost), column, limit
        for column in self.choices:
            values = _values(box.get(column), self.taken[column])
            for value in values if len(values) > 1 else ():
                there = self.numbers[rows, column] == value
                limit = Limit(values=tuple(each for each in values if each != value))
                yield gain(int(there.sum()), int(hit[there].sum())), column, limit

    def _ends(self, rows: Places) -> Iterator[Ends]:
        """Of each number where a slab ends at its low side and at its high, and the runs and hits of both slabs."""
        import numpy as np

        count, hit = len(rows), self.hit[rows]
        slab = max(int(ALPHA * count), 1)
        if count < 2 or not self.ranges:
            return
        own = self.numbers.T[np.array(self.ranges)[:, None], rows]
        places = sorted({slab - 1, slab, count - slab - 1, count - slab})
        placed = np.partition(own, places, axis=1)
        low = (placed[:, slab - 1] + placed[:, slab]) / 2
        high = (placed[:, count - slab - 1] + placed[:, count - slab]) / 2
        below, above = own < low[:, None], own > high[:, None]
        counts = [each.sum(axis=1).tolist() for each in (below, below[:, hit], above, above[:, hit])]
        for k, column in enumerate(self.ranges):
            runs_below, hits_below, runs_above, hits_above = (each[k] for each in counts)
            yield column, float(low[k]), float(high[k]), (runs_below, hits_below), (runs_above, hits_above)

    def _settled(self, box: Box) -> Box:
        """The box with every limit where the mean is largest, the others held."""
        best = self.mean(*self.of(box))
        moved = True
        while moved:
            moved = False
            for column, end in _ends_of(box):
                other = self._moved(box, column, end) if (column, end) in _ends_of(box) else box
                mean = self.mean(*self.of(other))
                if mean > best + 1e-12:
                    box, best, moved = other, mean, True
        return box

    def _moved(self, box: Box, column: int, end: str) -> Box:
        """The box with one limit where the mean is largest."""
        rows = inside(without(box, (column, end)), self.numbers)
        numbers, hit = self.numbers[rows, column], self.hit[rows]
        limit = box.get(column, Limit())
        if end == "values":
            values = self._best_values(numbers, hit, self.taken[column])
            return put(box, column, Limit(values=values) if values != self.taken[column] else Limit())
        order = numbers.argsort()
        if end == "low":
            order = order[::-1]
        cut = self._best_cut(numbers[order], hit[order])
        return put(box, column, Limit(cut, limit.high) if end == "low" else Limit(limit.low, cut))

    def _best_cut(self, numbers: Floats, hit: Flags) -> float:
        """Where a row of numbers is best cut, of which the first are kept."""
        import numpy as np

        means = 2 * hit.cumsum() / (np.arange(1, len(hit) + 1) + self.total)
        means[:-1][numbers[1:] == numbers[:-1]] = -inf  # what is alike is not parted
        last = int(means.argmax())
        if last == len(numbers) - 1:
            return inf if numbers[-1] >= numbers[0] else -inf
        return float(numbers[last] + numbers[last + 1]) / 2

    def _best_values(self, numbers: Floats, hit: Flags, taken: Sequence[float]) -> tuple[float, ...]:
        """The values with which the mean is largest: the densest ones, as many as that."""
        counts = {each: (int(hit[numbers == each].sum()), int((numbers == each).sum())) for each in taken}
        ranked = sorted(taken, key=lambda each: -counts[each][0] / max(counts[each][1], 1))
        kept = range(1, len(ranked) + 1)
        sums = [[sum(counts[each][k] for each in ranked[:many]) for k in (0, 1)] for many in kept]
        many = max(kept, key=lambda each: self.mean(*sums[each - 1]))
        return tuple(sorted(ranked[:many]))

    def _sides(self, box: Box) -> list[Side]:
        """What each limit of a box is worth."""
        from scipy.special import bdtrc

        hits, runs = self.of(box)
        sides = []
        for column, end in _ends_of(box):
            more_hits, more = self.of(without(box, (column, end)))
            p = 1.0 if more == runs else float(bdtrc(hits - 1, runs, more_hits / more))
            sides.append(Side(column, end, p, self.mean(hits, runs) - self.mean(more_hits, more)))
        return sides

    def _droppable(self, sides: Sequence[Side]) -> Side | None:
        """The weakest limit that chance would do as well, or that hardly matters; None where all are worth it.

        So many might have been kept by chance, each in as many places as there are slabs, that each must be that much
        surer: Bonferroni.
        """
        most = SIGNIFICANT * ALPHA / (2 * len(self.ranges) + len(self.choices))
        weak = [each for each in sides if each.p > most or each.loss < LEAST_LOSS]
        return min(weak, key=lambda each: each.loss, default=None)


def _values(limit: Limit | None, otherwise: tuple[float, ...]) -> tuple[float, ...]:
    return otherwise if limit is None or limit.values is None else limit.values


def _ends_of(box: Box) -> list[tuple[int, str]]:
    """The limits of a box one by one."""
    found = []
    for column, limit in box.items():
        if limit.values is not None:
            found.append((column, "values"))
            continue
        found += [(column, end) for end, at in (("low", limit.low), ("high", limit.high)) if abs(at) < inf]
    return found


def without(box: Box, side: Side | tuple[int, str]) -> Box:
    """A box with one limit less.

    >>> without({3: Limit(1.0, 2.0)}, (3, "low"))
    {3: Limit(low=-inf, high=2.0, values=None)}
    """
    column, end = side[:2]
    limit = box.get(column, Limit())
    left = Limit() if end == "values" else Limit(-inf, limit.high) if end == "low" else Limit(limit.low, inf)
    return put(box, column, left)


def put(box: Box, column: int, limit: Limit) -> Box:
    """A box with another limit of a number; with none where it lets everything through."""
    if limit != Limit():
        return {**box, column: limit}
    return {key: each for key, each in box.items() if key != column}

"""Runs that belong together in rows: what is compared within a row is lost with any run of it that cannot be played."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, nan
from typing import TYPE_CHECKING, Protocol, overload

from sim.ensemble.outputs import Output, answers, outputs_of
from sim.ensemble.player import Player, Point
from sim.ensemble.workers import Asked, workers_of
from sim.record.column import Columns, columns

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

BATCH = 50
"""Runs that a process plays before it tells of them, or a whole row."""
RESAMPLED = 1000
"""How often rows are drawn again to see how far an answer scatters."""
AGAIN = 2
"""Stream of a study's seed by which they are."""
TAIL = 2.5
"""Per cent of what is drawn again that lies below an interval, and above it."""
Tell = Callable[[float], None]
"""Told how much of the runs is done [-]."""


class Rows(Protocol):
    """Which runs a study plays."""

    @property
    def count(self) -> int:
        """How many rows there are."""
        ...

    @property
    def changed(self) -> tuple[str, ...]:
        """Of every run of a row, what is changed in it."""
        ...

    def row(self, row: int) -> list[tuple[tuple[float, ...], int | None]]:
        """The numbers of every run of a row, in SI, and what its lots are drawn with."""
        ...


@dataclass(frozen=True, slots=True)
class Failure:
    """A run that could not be played."""

    row: int
    changed: str
    """What is changed in it."""
    lots: int | None
    failed: str
    """Why."""


FAILURES: Columns[Failure] = columns(Failure, "row", "changed", "lots", ("why", "failed"))


@dataclass(frozen=True, slots=True)
class Played:
    """What all runs of whole rows say."""

    outputs: tuple[Output, ...]
    values: Floats
    """By row, run of a row and output."""
    whole: Flags
    """Of every row that was asked for, whether all its runs could be played."""
    untouched: tuple[float, ...]
    """Of every tier, the share of all runs in which its whole free room stands for its margin [-]."""
    failures: tuple[Failure, ...]

    @property
    def runs(self) -> int:
        """How many were asked for."""
        return len(self.whole) * len(self.values[0])

    def of(self, output: Output) -> Floats:
        """One output, by row and run of a row."""
        return self.values[:, :, self.outputs.index(output)]


class _Batches(Sequence[list[Point]]):
    """Rows cut into what a process plays at a time, each made when it is asked for."""

    def __init__(self, rows: Rows) -> None:
        self.rows, self.size = rows, len(rows.changed)
        self.step: int = max(BATCH // self.size, 1)

    def __len__(self) -> int:
        return ceil(self.rows.count / self.step)

    @overload
    def __getitem__(self, place: int) -> list[Point]: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[list[Point]]: ...
    def __getitem__(self, place: int | slice) -> list[Point] | Sequence[list[Point]]:
        if isinstance(place, slice):
            return [self[k] for k in range(len(self))[place]]
        if not 0 <= place < len(self):
            raise IndexError(place)
        rows = range(place * self.step, min((place + 1) * self.step, self.rows.count))
        return [Point(row * self.size + k, numbers, lots) for row in rows
                for k, (numbers, lots) in enumerate(self.rows.row(row))]  # fmt: skip


def play_rows(player: Player, rows: Rows, workers: Asked, tell: Tell) -> Played:
    """Play all rows, on so many processes."""
    import numpy as np

    outputs, size = outputs_of(player), len(rows.changed)
    values = np.full((rows.count * size, len(outputs)), np.nan)
    untouched = np.zeros(len(player.tiers))
    failures, done = [], 0
    with workers_of(workers) as who:
        for batch in who.each(answers, player.start, _Batches(rows)):
            for each in batch:
                if each.failed:
                    failures.append(Failure(done // size, rows.changed[done % size], each.lots, each.failed))
                else:
                    values[done] = each.values
                    untouched += each.untouched
                done += 1
            tell(done / len(values))
    table = values.reshape(rows.count, size, len(outputs))
    whole = np.isfinite(table).all(axis=(1, 2))
    shares = untouched / max(done - len(failures), 1)
    return Played(outputs, table[whole], whole, tuple(shares.tolist()), tuple(failures))


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its 95 % interval, from rows drawn again."""

    value: float
    low: float
    high: float


UNKNOWN = Estimate(nan, nan, nan)


def steady(values: Floats) -> bool:
    """Whether an output is the same in all runs, but for the last digits; it then has nothing to be explained."""
    import numpy as np

    return bool(np.ptp(values) <= 1e-9 * max(1.0, float(np.abs(values).max())))


def estimates(means: Floats, of: Callable[[Floats], Floats], seed: int) -> list[Estimate]:
    """Numbers that are worked out from the means of columns, with a row of `means` for each row of a study.

    `of` takes means, a row each time rows were drawn, to the numbers in the same rows: the bootstrap of Efron, Annals
    of Statistics 7 (1979), by percentiles.

    >>> import numpy as np
    >>> found, = estimates(np.arange(100.0)[:, None], lambda means: means, seed=1)
    >>> found.value, 43 < found.low < 45, 54 < found.high < 56  # 49.5 +- 1.96 * 28.9 / 10
    (49.5, True, True)
    """
    import numpy as np

    count, rng = len(means), np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(AGAIN,)))
    weights = (np.bincount(rng.integers(0, count, count), minlength=count) for _ in range(RESAMPLED))
    with np.errstate(divide="ignore", invalid="ignore"):  # rows drawn again may be all alike, which says nothing
        again = of(np.stack([each @ means / count for each in weights]))
    low, high = np.nanpercentile(np.where(np.isfinite(again), again, np.nan), [TAIL, 100 - TAIL], axis=0)
    found = of(means.mean(axis=0, keepdims=True))[0]
    return [Estimate(*each) for each in zip(found.tolist(), low.tolist(), high.tolist(), strict=True)]

"""How much of an output's variance each input decides: Sobol's indices, first and total.

A row has a run A, a run B, and for each input a run that is A but for that input, which it has of B: Saltelli et al.,
Computer Physics Communications 181 (2010). What that run has in common with B is the first index of the input; what it
lacks of A, as half the square of their difference, the total one: Jansen, Computer Physics Communications 117 (1999).
What A and B have in common by chance is taken out of both, after Glen and Isaacs, Environmental Modelling & Software 37
(2012). So where inputs only add up, first indices add up to 1 exactly, and what is lacking is what several decide
together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import nan
from typing import TYPE_CHECKING

from sim.ensemble.design import Design, Sampling
from sim.ensemble.inputs import LUCK, Input, Sort, draws_lots, inputs_of
from sim.ensemble.interval import least_correlation
from sim.ensemble.player import Player
from sim.ensemble.rows import UNKNOWN, Estimate, estimates
from sim.errors import ProgramError
from sim.message import Message

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


FEWEST_CARRIERS = 10.0
"""Runs of A, and of B, that must carry the variance for an index."""


@dataclass(frozen=True)
class SobolRows:
    """The runs behind the indices, on scrambled Sobol points: A, B, and A with each input of B."""

    player: Player
    count: int

    @cached_property
    def inputs(self) -> tuple[Input, ...]:
        """What is varied one at a time; all lots together are one, too, where there are any."""
        lots = (Input(LUCK, Sort.LOTS),) if draws_lots(self.player) else ()
        return (*inputs_of(self.player), *lots)

    @property
    def changed(self) -> tuple[str, ...]:
        """Of every run of a row, what it has of B."""
        return ("-", "all", *(each.name for each in self.inputs))

    @cached_property
    def shares(self) -> tuple[Floats, Floats]:
        """The shares of the chance below every number of A and of B."""
        import numpy as np

        design = self.player.design
        names = tuple(f"{half} {name}" for half in "AB" for name in design.columns)
        both = Design(design.seed, names, Sampling.SOBOL, self.count).shares(0, self.count)
        one, other = (design.grouped(half) for half in np.hsplit(both, 2))
        return one, other

    @cached_property
    def numbers(self) -> tuple[Floats, Floats]:
        """Every number of A and of B, in SI."""
        one, other = (self.player.varying.quantiles(each) for each in self.shares)
        return one, other

    def row(self, row: int) -> list[tuple[tuple[float, ...], int | None]]:
        """The runs of a row; all have the lots of A but B, and A with the lots of B."""
        a, b = (each[row] for each in self.numbers)
        of_a, of_b = (self.player.design.lots(2 * row + k) for k in range(2))
        mixed = []
        for each in self.inputs:
            numbers = a.copy()
            numbers[list(each.places)] = b[list(each.places)]
            mixed.append((tuple(numbers.tolist()), of_b if each.sort is Sort.LOTS else of_a))
        return [(tuple(a.tolist()), of_a), (tuple(b.tolist()), of_b), *mixed]


@dataclass(frozen=True, slots=True)
class SobolEffect:
    """How much of an output's variance an input decides."""

    input: Input
    alone: Estimate
    """By itself, whatever the others are: its first index [-]."""
    whole: Estimate
    """With all that it does only together with others: its total index [-]."""
    larger: float
    """Rank correlation with the output; NaN where it is none beyond chance, and of lots [-]."""


@dataclass(frozen=True, slots=True)
class SobolEffects:
    """What decides an output."""

    effects: tuple[SobolEffect, ...]
    """The one that decides most first."""
    joint: Estimate
    """What no input decides by itself, but several only together [-]."""


def sobol_effects(rows: SobolRows, values: Floats, whole: NDArray[np.bool_]) -> SobolEffects:
    """What decides an output, of which `values` has a row for each row that is whole; nothing where too few differ."""
    count = len(rows.inputs)
    if min(carriers(values[:, k]) for k in range(2)) < FEWEST_CARRIERS:
        return SobolEffects((), UNKNOWN)
    found = indices(values, rows.player.start.seed)
    larger = _larger(rows, values, whole)
    effects = map(SobolEffect, rows.inputs, found[:count], found[count : 2 * count], larger)
    return SobolEffects(tuple(sorted(effects, key=lambda each: -each.whole.value)), found[-1])


def indices(values: Floats, seed: int) -> list[Estimate]:
    """First indices of all inputs, then total ones, then what is left by all first ones.

    `values` has the columns A, B, and A with each input of B.

    >>> import numpy as np
    >>> rng = np.random.default_rng(1)
    >>> a, b = rng.random((2, 4000, 2)) * [3, 4]  # x + y of 0 to 3 and 0 to 4: 9 and 16 of 25
    >>> found = indices(np.stack([a.sum(1), b.sum(1), b[:, 0] + a[:, 1], a[:, 0] + b[:, 1]], axis=1), seed=1)
    >>> all(abs(each.value - known) < 0.02 for each, known in zip(found, (0.36, 0.64, 0.36, 0.64, 0.0)))
    True

    Raises:
        ProgramError: some are no numbers, which would make all of them wrong.
    """
    import numpy as np

    if not np.isfinite(values).all():
        raise ProgramError(Message("an index is asked of an output that is no number in some runs"))
    a, b, *mixed = (values - values[:, :2].mean()).T

    def of(means: Floats) -> Floats:
        of_a, of_b, square_a, square_b, both = (means[:, k : k + 1] for k in range(5))
        middle, square, by_b, change = np.split(means[:, 5:], 4, axis=1)
        a, b, own = square_a - of_a**2, square_b - of_b**2, square - middle**2  # variances
        common, with_b = both - of_a * of_b, by_b - of_b * middle  # covariances
        with_a = (a + own - change + (of_a - middle) ** 2) / 2
        alone = (with_b * a - with_a * common) / (a * b - common**2)
        chance = 2 * common / (a + b)
        kept = (2 * with_a / (a + own) - 2 * with_b / (b + own) * chance) / (1 - chance**2)
        return np.hstack([alone, 1 - kept, 1 - alone.sum(axis=1, keepdims=True)])

    changed = np.stack(mixed)
    parts = [a, b, a**2, b**2, a * b, *changed, *changed**2, *(b * changed), *((changed - a) ** 2)]
    return estimates(np.stack(parts, axis=1), of, seed)


def carriers(values: Floats) -> float:
    """How many runs carry the variance of an output: all where it is shared out evenly, one where one is far off.

    >>> import numpy as np
    >>> round(carriers(np.array([0.0, 1.0] * 50)), 3), round(carriers(np.array([0.0] * 997 + [1.0] * 3)), 1)
    (100.0, 3.0)
    """
    square = (values - values.mean()) ** 2
    most = square.max()
    return float((square / most).sum() ** 2 / ((square / most) ** 2).sum()) if most else 0.0


def _larger(rows: SobolRows, values: Floats, whole: NDArray[np.bool_]) -> Sequence[float]:
    """Rank correlations of inputs with an output over A and B; of a group the mean of its numbers'."""
    import numpy as np
    from scipy.stats import rankdata

    def standard(column: Floats) -> Floats:
        ranks: Floats = rankdata(column)
        scaled: Floats = (ranks - ranks.mean()) / (ranks.std() or 1.0)
        return scaled

    output = standard(np.concatenate([values[:, 0], values[:, 1]]))
    a, b = (each[whole] for each in rows.numbers)
    ranks = [float((standard(np.concatenate([a[:, k], b[:, k]])) * output).mean()) for k in range(a.shape[1])]
    found = (float(np.mean([ranks[k] for k in each.places])) if each.places else 0.0 for each in rows.inputs)
    least = least_correlation(len(output))
    return [each if abs(each) >= least else nan for each in found]

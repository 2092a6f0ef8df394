"""Which of many inputs matter at all: Morris's elementary effects, at few runs.

A trajectory begins somewhere and moves one input after the other by half of its chances, each in its own run. What
the output then changes by, doubled, is an elementary effect: how much it would change from one end of the input to the
other.
Morris, Technometrics 33 (1991); groups and mu* by Campolongo et al., Environmental Modelling & Software 22 (2007).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sim.ensemble.inputs import Input, inputs_of
from sim.ensemble.player import Player
from sim.ensemble.rows import Estimate, estimates

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Whole = NDArray[np.int64]

LEVELS = 8
"""Equal parts of the chances of each input, in whose middles it may be; their ends would be numbers without bounds."""
STEP = 0.5
"""By how much of its chances an input moves."""
TRAJECTORY = 3
"""Stream of a study's seed by which trajectories are drawn."""


@dataclass(frozen=True)
class MorrisRows:
    """Trajectories: a row each, which begins with its start."""

    player: Player
    count: int

    @cached_property
    def inputs(self) -> tuple[Input, ...]:
        """What moves. Lots do not: a trajectory has the same in all its runs."""
        return inputs_of(self.player)

    @property
    def changed(self) -> tuple[str, ...]:
        """Of every run of a row, what has moved in it; which input that is hangs on the row."""
        return ("-", *(f"step {k}" for k in range(1, len(self.inputs) + 1)))

    @cached_property
    def starts(self) -> tuple[Whole, Whole]:
        """Where each trajectory begins, by level of every input, and in which order its inputs move.

        Starts are a Latin hypercube: each input moves from each of its levels as often as from another.
        """
        import numpy as np
        from scipy.stats import qmc

        rng = np.random.default_rng(np.random.SeedSequence(self.player.start.seed, spawn_key=(TRAJECTORY,)))
        inputs = len(self.inputs)
        levels = np.floor(qmc.LatinHypercube(inputs, seed=rng).random(self.count) * LEVELS).astype(np.int64)
        orders = rng.permuted(np.tile(np.arange(inputs), (self.count, 1)), axis=1)
        return levels, orders

    def row(self, row: int) -> list[tuple[tuple[float, ...], int | None]]:
        """The runs of a trajectory."""
        import numpy as np

        start, order = (each[row] for each in self.starts)
        levels = np.tile(start, (len(order) + 1, 1))
        for step, place in enumerate(order, start=1):
            levels[step:, place] = (start[place] + LEVELS * STEP) % LEVELS
        shares = np.empty((len(levels), len(self.player.uncertain)))
        for k, each in enumerate(self.inputs):
            shares[:, list(each.places)] = ((levels[:, k] + 0.5) / LEVELS)[:, None]
        lots = self.player.design.lots(row)
        return [(tuple(numbers), lots) for numbers in self.player.varying.quantiles(shares).tolist()]


@dataclass(frozen=True, slots=True)
class MorrisEffect:
    """What an input does to an output, from one end of its chances to the other."""

    input: Input
    size: Estimate
    """By how much it changes the output, whichever way: mu*, in the output's unit."""
    mean: float
    """By how much it raises it: mu, in the output's unit."""
    scatter: float
    """How much its effect differs from place to place, by what the others are or how far it is itself: sigma."""

    @property
    def larger(self) -> float:
        """Which way it moves the output: 1 for always up, -1 for always down; 0 where it does nothing [-]."""
        return self.mean / self.size.value if self.size.value else 0.0


def morris_effects(rows: MorrisRows, values: Floats, whole: NDArray[np.bool_]) -> tuple[MorrisEffect, ...]:
    """What each input does to an output, of which `values` has a row for each trajectory that is whole."""
    import numpy as np

    starts, orders = (each[whole] for each in rows.starts)
    changes = np.empty(orders.shape)
    np.put_along_axis(changes, orders, np.diff(values, axis=1), axis=1)
    effects = changes / STEP * np.where(starts < LEVELS * STEP, 1, -1)
    sizes = estimates(np.abs(effects), lambda means: means, rows.player.start.seed)
    scatters = effects.std(axis=0, ddof=1).tolist()
    found = map(MorrisEffect, rows.inputs, sizes, effects.mean(axis=0).tolist(), scatters)
    return tuple(sorted(found, key=lambda each: -each.size.value))

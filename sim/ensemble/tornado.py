"""What each input does by itself, from a low value to a high one: the others in their middle, nothing fails by lot."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sim.ensemble.inputs import Input, inputs_of
from sim.ensemble.player import Player

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

LOW, MIDDLE, HIGH = 0.05, 0.5, 0.95
"""Shares of the chance below each value."""


@dataclass(frozen=True)
class TornadoRows:
    """A row for each input: all in the middle, then the input low and high."""

    player: Player

    @cached_property
    def inputs(self) -> tuple[Input, ...]:
        """What is varied; the numbers of a group are all low or all high together."""
        return inputs_of(self.player)

    @property
    def count(self) -> int:
        """A row an input."""
        return len(self.inputs)

    @property
    def changed(self) -> tuple[str, ...]:
        """Of every run of a row, where the input is."""
        return "-", "low", "high"

    def row(self, row: int) -> list[tuple[tuple[float, ...], int | None]]:
        """The runs of an input; as in a plain run, nothing fails by lot."""
        import numpy as np

        shares = np.full((3, len(self.player.uncertain)), MIDDLE)
        shares[:, list(self.inputs[row].places)] = np.array([MIDDLE, LOW, HIGH])[:, None]
        return [(tuple(numbers), None) for numbers in self.player.varying.quantiles(shares).tolist()]


@dataclass(frozen=True, slots=True)
class TornadoEffect:
    """An output with an input low and high, in the output's unit."""

    input: Input
    low: float
    high: float
    middle: float
    """With all inputs in their middle."""

    @property
    def size(self) -> float:
        """How far the three are apart."""
        return max(self.low, self.high, self.middle) - min(self.low, self.high, self.middle)


def tornado_effects(rows: TornadoRows, values: Floats, whole: NDArray[np.bool_]) -> tuple[TornadoEffect, ...]:
    """What each input does to an output, of which `values` has a row for each input that is whole."""
    inputs = (each for each, good in zip(rows.inputs, whole.tolist(), strict=True) if good)
    found = (TornadoEffect(each, low, high, middle)
             for each, (middle, low, high) in zip(inputs, values.tolist(), strict=True))  # fmt: skip
    return tuple(sorted(found, key=lambda each: -each.size))

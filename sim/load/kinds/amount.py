"""Amounts of which only the file's own unit says what they measure, and how large numbers may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sim.load.kinds.spread import Range
from sim.units import Dimension

SMALLEST = 1e-9
"""Least that is more than nothing, in SI."""
LARGEST = {
    Dimension.VOLUME: 1e12,
    Dimension.FLOW: 1e5,
    Dimension.TIME: 1e9,
    Dimension.LENGTH: 1e7,
    Dimension.AREA: 1e12,
    Dimension.SPEED: 1e3,
    Dimension.PERIOD: 1e5,
    Dimension.CONCENTRATION: 1e5,
    Dimension.DENSITY: 1e5,
    Dimension.DISPERSION: 1e6,
    Dimension.FREQUENCY: 1e4,
}
"""Beyond these a number is a slip, and sums of flows would no longer be exact."""


@dataclass(frozen=True)
class Amount:
    """An amount of water in a storage: a volume, a share of what it holds, or a depth; of product in water."""

    dimension: Dimension
    value: float
    text: str

    def range(self) -> Range:
        """The number in it, and between what another may lie."""
        most = 1.0 if self.dimension is Dimension.SHARE else LARGEST[self.dimension]
        return Range(self.value, 0.0, most, str(self.dimension))


def with_number(value: Any, number: float) -> Any:
    """Another value with a number in it, as `value` holds one.

    >>> with_number(Amount(Dimension.VOLUME, 2.0, "2 m3"), 3.0), with_number(2, 3.0)
    (Amount(dimension=<Dimension.VOLUME: 'volume'>, value=3.0, text='3 m3'), 3)
    """
    if isinstance(value, Amount):
        return Amount(value.dimension, number, f"{number:.6g} {value.dimension.si}".strip())
    return int(number) if isinstance(value, int) else number

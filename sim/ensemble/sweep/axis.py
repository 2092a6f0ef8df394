"""One quantity that is swept: where its number stands, and the values it is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log, sqrt

from sim.ensemble.player import Player, Start
from sim.ensemble.sweep.over import Over
from sim.errors import InputError, Problems
from sim.load.kinds.spread import Range
from sim.load.loading import Asked
from sim.load.override import Flag
from sim.load.sweepable import Sweepable
from sim.load.sweepables import Sweepables
from sim.message import Message, about
from sim.park import Uncertain
from sim.park.spread import Uniform

MOST_AXES = 2
LESSER = 1
"""The chance of each end of a range, as it is written for the reader [%]; nobody draws by it."""
USUAL = {1: 41, 2: 21}
"""Values of each quantity unless somebody says otherwise, by how many there are."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A quantity and its values.

    >>> axis = Axis(Uncertain("a.b", Uniform(1.0, 100.0), "", "volume"), (1.0, 100.0), log=True)
    >>> axis.middle(1.0, 100.0), axis.share(10.0)
    (10.0, 0.5)
    """

    number: Uncertain
    """Its path as flags write it, and what it measures; spread between the ends of what is swept."""
    values: tuple[float, ...]
    """Rising [SI]."""
    own: float | None = None
    """What the files say it is; None when nothing, or something of another sort [SI]."""
    log: bool = False
    """Whether equal factors are equal steps."""
    written: str = ""

    @property
    def path(self) -> str:
        """Where it stands."""
        return self.number.path

    def share(self, value: float) -> float:
        """Where a value lies from the least to the most, 0 to 1 where it lies between."""
        low, high = self.values[0], self.values[-1]
        if self.log:
            return log(value / low) / log(high / low)
        return (value - low) / (high - low)

    def middle(self, one: float, other: float) -> float:
        """The value half-way between two, whole where it counts something."""
        middle = sqrt(one * other) if self.log else (one + other) / 2
        return float(int(middle)) if self.number.whole else middle

    @property
    def flag(self) -> Flag:
        """The change that makes it a number that a run may give any value; its middle is what the files say."""
        ends = self.values[0], self.values[-1]
        middle = ends[0] if self.own is None else self.own
        chances = {self.number.written(each): LESSER for each in ends}
        chances[self.number.written(middle)] = 100 - LESSER * len(chances.keys() - {self.number.written(middle)})
        choice = ", ".join(f"{value}: {chance} %" for value, chance in chances.items())
        return Flag(f"{self.path}={{choice: {{{choice}}}, basis: assumed, source: swept}}", f"--over {self.written}")

    def place(self, player: Player) -> int:
        """Which of a player's uncertain numbers it is."""
        return player.paths.index(self.path)


def axes_of(start: Start, written: Sequence[str]) -> tuple[Axis, ...]:
    """The quantities that somebody wrote.

    Raises:
        Problems: what is wrong with the scenario, or else with any of them.
    """
    if not written or len(written) > MOST_AXES:
        raise InputError(Message("one or two quantities are swept, found {count}; write --over once or twice",
                                 count=len(written)))  # fmt: skip
    known = Sweepables(start.scenario, Asked(start.pick, start.sets, start.levels, start.max_age_s))
    axes: list[Axis] = []
    wrong: list[Message] = []
    for each in written:
        try:
            axes.append(_axis(Over.of(each), known, USUAL[len(written)]))
        except InputError as error:
            wrong.append(about(f"--over {each}", error.message))
    if len({axis.path for axis in axes}) < len(axes):
        wrong.append(about(f"--over {written[1]}", Message("this quantity is swept already; name another one")))
    if wrong:
        raise Problems(wrong)
    return tuple(axes)


def swept(start: Start, axes: Sequence[Axis]) -> Start:
    """The same with the numbers of the quantities free."""
    return replace(start, sets=(*start.sets, *(axis.flag for axis in axes)))


def _axis(over: Over, known: Sweepables, usual: int) -> Axis:
    """A quantity with its values.

    Raises:
        InputError: there is none, or these are no values of it.
    """
    quantity = known.at(over.path)
    ranges = [quantity.read(each) for each in over.values]
    if len({each.measures for each in ranges}) > 1:
        raise InputError(Message("its values are of several sorts; write all of them alike, such as all as volumes or "
                                 "all as shares"))  # fmt: skip
    numbers = [float(each.number) for each in ranges]
    values = _between(over, numbers, ranges[0], over.count or usual) if over.between else tuple(sorted(set(numbers)))
    if len(values) < 2:
        raise InputError(Message("two different values at least are wanted, found {found}",
                                 found=over.written.partition("=")[2]))  # fmt: skip
    own = quantity.own if quantity.own and quantity.own.measures == ranges[0].measures else None
    own_value = None if own is None else float(own.number)
    return Axis(_uncertain(quantity, ranges[0], values), values, own_value, over.log, over.written)


def _between(over: Over, ends: Sequence[float], first: Range, count: int) -> tuple[float, ...]:
    """Values at even distances, whole where they count something.

    Raises:
        InputError: the range does not rise, or has no factors.
    """
    import numpy as np

    low, high = ends
    if low >= high:
        raise InputError(Message("the range must rise, from the least to the most; found {low} to {high}",
                                 low=over.values[0], high=over.values[1]))  # fmt: skip
    if over.log and low <= 0:
        raise InputError(Message("values a factor apart begin above 0, found {low}", low=over.values[0]))
    found = np.geomspace(low, high, count) if over.log else np.linspace(low, high, count)
    found[0], found[-1] = low, high
    return tuple(float(each) for each in (np.unique(found.round()) if first.whole else found))


def _uncertain(quantity: Sweepable, first: Range, values: Sequence[float]) -> Uncertain:
    return Uncertain(quantity.path, Uniform(values[0], values[-1]), "", first.measures, whole=first.whole)

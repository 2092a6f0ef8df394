"""A number that the board lets people move: how far, in which unit, and what the files say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import floor, log10

from sim.errors import InputError
from sim.load.kinds.spread import Range
from sim.load.sweepable import Sweepable
from sim.message import Message
from sim.units import SECONDS_AN_HOUR, Dimension

TIMES_OWN = 3.0
"""How far up a number may be moved, as a multiple of what the files say; assumed."""
LEAST_SHARE_OF_OWN = 0.1
"""How far down one that cannot be nothing may be moved; assumed."""
LEAST_SPAN_S = SECONDS_AN_HOUR
"""How far up a time may be moved at least; assumed."""
PERIODS_A = (1.0, 100.0)
"""Between which a return period may be moved; assumed."""
MORE = 2
"""By how many what is counted may be more; assumed."""
SLACK = 1e-9
"""Of a quotient that should be whole."""
STEPS = 100
"""A range of 100 to 1,000 steps."""
WRITTEN = re.compile(r"\s*[-+]?[\d,]*\.?\d+\s*(?P<unit>[^\d\s].*)?")
"""A single number with its unit."""


@dataclass(frozen=True, slots=True)
class Knob:
    """A number that may be moved."""

    quantity: Sweepable
    unit: str
    """As it is written behind the number; empty for a bare number."""
    factor: float
    """What one of the unit is in SI."""
    low: float
    """In the unit."""
    high: float
    """In the unit."""
    turns: bool = True
    """Whether some tier's verdict is another one at an end of the range."""

    @property
    def path(self) -> str:
        """Where it stands, as `--set` writes it."""
        return self.quantity.path

    @property
    def own(self) -> Range:
        """What the files say [SI]."""
        assert self.quantity.own is not None  # nothing else is a knob
        return self.quantity.own

    @property
    def text(self) -> str:
        """What the files say, as it is written."""
        return self.quantity.text or self.written(self.own.number / self.factor)

    @property
    def ends(self) -> tuple[float, float]:
        """Between what it may be moved, the files' own value included [SI]."""
        own = self.own.number
        return min(self.low * self.factor, own), max(self.high * self.factor, own)

    @property
    def step(self) -> float:
        """From one place of a slider to the next, in the unit."""
        return 1.0 if self.own.whole else _power(self.high - self.low) / STEPS

    @property
    def steps(self) -> int:
        """How many steps its slider has."""
        return int((self.high - self.low) / self.step + SLACK)

    def at_step(self, step: float) -> float:
        """Where its slider is after so many steps, in the unit."""
        return float(f"{self.low + step * self.step:.12g}")

    def written(self, value: float) -> str:
        """A value in the unit, as `--set` writes it."""
        return f"{value:.12g} {self.unit}".strip()

    def read(self, text: str) -> float:
        """A value that somebody wrote [SI].

        Raises:
            InputError: it is none, or measures something else.
        """
        found = self.quantity.read(text)
        if found.measures != self.own.measures:
            raise InputError(Message("{text} is of another sort than {own}, which stands in the file; write it "
                                     "alike",
                                     text=text, own=self.text))  # fmt: skip
        return float(found.number)


def knob_of(
    quantity: Sweepable, most: float | None = None, ends: tuple[float, float] | None = None
) -> Knob | None:
    """A number with the range that it may be moved over: between `ends` and what the files say, where somebody chose
    them, else up to `most` where that is known [SI]; None where there is nothing to be moved."""
    if quantity.own is None:
        return None
    own = quantity.own
    unit = _unit(quantity)
    factor = float(quantity.read(f"1 {unit}".strip()).number)
    if ends:
        low, high = min(ends[0], own.number), max(ends[1], own.number)
        return Knob(quantity, unit, factor, float(f"{low / factor:.12g}"), float(f"{high / factor:.12g}"))
    if quantity.seen:
        least, most_seen = quantity.seen
        return Knob(quantity, unit, factor, least / factor, most_seen / factor)
    low, high = _range(own, most)
    low, high = _rounded(low / factor), _rounded(high / factor, down=most is not None)
    return Knob(quantity, unit, factor, low, high) if low < high else None


def _range(own: Range, most: float | None) -> tuple[float, float]:
    """Between what a number may be moved [SI]."""
    low = own.least if own.least <= 0 or own.whole else own.number * LEAST_SHARE_OF_OWN
    if own.measures == Dimension.SHARE:
        return max(own.least, 0.0), own.most
    if own.measures == Dimension.PERIOD:
        return PERIODS_A
    if own.whole:
        return own.least, own.number + MORE
    high = own.number * TIMES_OWN
    if own.measures == Dimension.TIME:
        high = max(high, LEAST_SPAN_S)
    return max(low, 0.0), high if most is None else most


def _unit(quantity: Sweepable) -> str:
    """The unit that the files write, where they write one number with one; else that of SI."""
    assert quantity.own is not None  # whoever asks has seen to that
    if quantity.own.whole:
        return ""
    found = WRITTEN.fullmatch(quantity.text)
    if found and not (quantity.own.number == 0 and quantity.own.measures == Dimension.TIME):  # `0 s` is as good
        return (found["unit"] or "").strip()
    measures = quantity.own.measures
    if measures == Dimension.TIME:
        return "min"
    return Dimension(measures).si if measures and measures != Dimension.SHARE else ""


def _power(value: float) -> float:
    """The power of ten that a number begins with."""
    return float(10.0 ** floor(log10(value)))


def _rounded(value: float, down: bool = False) -> float:
    """A number to two digits, which is enough for the end of a slider; `down` never to more than it is.

    >>> _rounded(107_300.0), _rounded(0.35), _rounded(1_990.0, down=True)
    (110000.0, 0.35, 1900.0)
    """
    if value == 0:
        return 0.0
    digits = 1 - floor(log10(value))
    scaled = value * 10.0**digits
    return float(f"{floor(scaled + 1e-9) if down else round(scaled)}e{-digits}")

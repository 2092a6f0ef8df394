"""Kinds of numbers that only sizing sheets have: tonnes, rain intensities, depths in mm and areas in ha."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf
from typing import Any
from unicodedata import normalize

from sim.errors import InputError
from sim.hydrology.size_sheet import Figure
from sim.load.kinds.amount import LARGEST
from sim.load.kinds.kind import Number, Schema
from sim.load.kinds.numbers import Quantity
from sim.load.reading import Spot
from sim.message import Instead, Listed, Message
from sim.units import Dimension, UnitError, half_digit, mm, number, parse, pattern

POUND_T = 0.45359237e-3
"""The international pound, exactly."""
TONNES = {"t": 1.0, "吨": 1.0, "万t": 1e4, "万吨": 1e4, "kg": 1e-3, "千克": 1e-3, "公斤": 1e-3,
          "lb": POUND_T, "lbs": POUND_T}  # fmt: skip
MOST_T = 1e9
_NUMBER = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?"
_PIECES = re.compile(rf"({_NUMBER})\s*(.*)$")
PER_AREA = r"(L|l|升)\s*/\s*(\(\s*(s|秒)\s*[·.*⋅•]?\s*(ha|hm2|公顷)\s*\)|(s|秒)\s*/\s*(ha|hm2|公顷))"
_PER_AREA = re.compile(rf"({_NUMBER})\s*{PER_AREA}$")


@dataclass(frozen=True)
class OneOf(Quantity):
    """A quantity of which somebody who wrote no unit may have meant any of these."""

    units: tuple[str, ...] = ()
    most: float = inf
    """More than falls anywhere, in SI."""

    def parse(self, text: str, spot: Spot) -> float:
        try:
            number(text)
        except UnitError:
            return self._checked(super().parse(text, spot), text)
        new = [f"{text} {unit}" for unit in self.units]
        raise InputError(Instead(Message("{text} has no unit; write {units}?", text=text,
                                         units=Listed(new, " or ", " or ")), text, new))  # fmt: skip


    def _checked(self, value: float, text: str) -> float:
        if value > self.most:
            raise InputError(Message("must be at most {mm} mm, more than falls anywhere; found {text}",
                                     mm=f"{mm(self.most):,.10g}", text=text))  # fmt: skip
        return value


@dataclass(frozen=True)
class MeanYear(OneOf):
    """Rain of a mean year; where none shall count, there is another key to say so."""

    def _checked(self, value: float, text: str) -> float:
        if value == 0:
            raise InputError(Message("must be more than 0, found {text}; where no rain comes in, write volume: 0 m3",
                                     text=text))  # fmt: skip
        return super()._checked(value, text)


@dataclass(frozen=True)
class PrintedVolume(Quantity):
    """A volume that somebody printed; becomes a `Figure`, which knows its last digit."""

    dimension: Dimension = Dimension.VOLUME

    def parse(self, text: str, spot: Spot) -> Any:
        return Figure(super().parse(text, spot), half_digit(text, self.dimension), text)


@dataclass(frozen=True)
class Tonnes(Number):
    """A mass, in tonnes."""

    wanted = Message("a mass such as 1200 t")

    def parse(self, text: str, spot: Spot) -> float:
        match = _PIECES.match(normalize("NFKC", text).strip())
        if match is None:
            raise InputError(Message("{text!r} is not a mass; write a number with its unit, such as 1200 t", text=text))
        if not match[2]:
            raise InputError(Instead(Message("{text} has no unit; write t or kg behind it", text=text), text,
                                     [f"{text} t", f"{text} kg"]))  # fmt: skip
        if match[2] not in TONNES:
            raise InputError(Message("{text} is no mass; write one such as 1200 t", text=text))
        tonnes = number(match[1]) * TONNES[match[2]]
        if not 0 <= tonnes <= MOST_T:
            raise InputError(Message("must lie in 0 to {most_t} t, found {text}", most_t=f"{MOST_T:.0e}", text=text))
        return tonnes

    def bare(self) -> Schema:
        return {"type": "string", "pattern": rf"^\s*{_NUMBER}\s*({'|'.join(TONNES)})\s*$"}


@dataclass(frozen=True)
class Intensity(Number):
    """How hard it rains: a depth in a time, or the L/(s ha) of storm formulas; becomes m/s."""

    or_none: bool = False
    """Whether it may not rain at all."""
    wanted = Message("an intensity such as 75.2 L/(s ha) or 27 mm/h")

    def parse(self, text: str, spot: Spot) -> float:
        match = _PER_AREA.match(normalize("NFKC", text).strip())
        try:
            value = _per_area_m_s(match[1]) if match else parse(text, Dimension.SPEED)
        except UnitError as error:
            raise InputError(Message("{text!r} is no rain intensity; write one such as 75.2 L/(s ha) or 27 mm/h",
                                     text=text)) from error  # fmt: skip
        if not 0 <= value <= LARGEST[Dimension.SPEED] or (value == 0 and not self.or_none):
            raise InputError(Message("must not be negative, found {text}" if self.or_none else
                                     "must be more than 0, found {text}", text=text))  # fmt: skip
        return value

    def bare(self) -> Schema:
        return {"anyOf": [{"type": "string", "pattern": rf"^\s*{_NUMBER}\s*{PER_AREA}\s*$"},
                          {"type": "string", "pattern": pattern(Dimension.SPEED)}]}  # fmt: skip


def _per_area_m_s(bare: str) -> float:
    """So many L/(s ha) as a depth in a time [m/s]."""
    return parse(f"{bare} L/s", Dimension.FLOW) / parse("1 ha", Dimension.AREA)

"""Kinds of numbers that only sizing sheets have: tonnes, rain intensities, depths in mm and areas in ha."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf
from unicodedata import normalize

from sim.errors import InputError
from sim.load.kinds.kind import Number, Schema
from sim.load.kinds.numbers import LARGEST, Quantity
from sim.load.reading import Spot
from sim.units import Dimension, UnitError, mm, number, parse, pattern

TONNES = {"t": 1.0, "吨": 1.0, "万t": 1e4, "万吨": 1e4, "kg": 1e-3, "千克": 1e-3, "公斤": 1e-3}
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
        raise InputError(f"{text} has no unit; write {' or '.join(f'{text} {unit}' for unit in self.units)}?")


    def _checked(self, value: float, text: str) -> float:
        if value > self.most:
            raise InputError(f"must be at most {mm(self.most):,.10g} mm, more than falls anywhere; found {text}")
        return value


@dataclass(frozen=True)
class MeanYear(OneOf):
    """Rain of a mean year; where none shall count, there is another key to say so."""

    def _checked(self, value: float, text: str) -> float:
        if value == 0:
            raise InputError(f"must be more than 0, found {text}; where no rain comes in, write volume: 0 m3")
        return super()._checked(value, text)


@dataclass(frozen=True)
class Tonnes(Number):
    """A mass, in tonnes."""

    wanted = "a mass such as 1200 t"

    def parse(self, text: str, spot: Spot) -> float:
        match = _PIECES.match(normalize("NFKC", text).strip())
        if match is None:
            raise InputError(f"{text!r} is not a mass; write a number with its unit, such as 1200 t")
        if not match[2]:
            raise InputError(f"{text} has no unit; write t or kg behind it")
        if match[2] not in TONNES:
            raise InputError(f"{text} is no mass; write one such as 1200 t")
        tonnes = number(match[1]) * TONNES[match[2]]
        if not 0 <= tonnes <= MOST_T:
            raise InputError(f"must lie in 0 to {MOST_T:.0e} t, found {text}")
        return tonnes

    def bare(self) -> Schema:
        return {"type": "string", "pattern": rf"^\s*{_NUMBER}\s*({'|'.join(TONNES)})\s*$"}


@dataclass(frozen=True)
class Intensity(Number):
    """How hard it rains: a depth in a time, or the L/(s ha) of storm formulas; becomes m/s."""

    or_none: bool = False
    """Whether it may not rain at all."""
    wanted = "an intensity such as 75.2 L/(s ha) or 27 mm/h"

    def parse(self, text: str, spot: Spot) -> float:
        match = _PER_AREA.match(normalize("NFKC", text).strip())
        try:
            value = _per_area_m_s(match[1]) if match else parse(text, Dimension.SPEED)
        except UnitError as error:
            raise InputError(f"{text!r} is no rain intensity; write one such as 75.2 L/(s ha) or 27 mm/h") from error
        if not 0 <= value <= LARGEST[Dimension.SPEED] or (value == 0 and not self.or_none):
            raise InputError(f"must {'not be negative' if self.or_none else 'be more than 0'}, found {text}")
        return value

    def bare(self) -> Schema:
        return {"anyOf": [{"type": "string", "pattern": rf"^\s*{_NUMBER}\s*{PER_AREA}\s*$"},
                          {"type": "string", "pattern": pattern(Dimension.SPEED)}]}  # fmt: skip


def _per_area_m_s(bare: str) -> float:
    """So many L/(s ha) as a depth in a time [m/s]."""
    return parse(f"{bare} L/s", Dimension.FLOW) / parse("1 ha", Dimension.AREA)

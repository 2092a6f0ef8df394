"""Kinds of numbers: quantities with a unit, shares, openings, coefficients, counts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import inf
from typing import Any

from sim.errors import InputError
from sim.load.kinds.amount import LARGEST, SMALLEST, Amount, with_number
from sim.load.kinds.kind import Number, Schema
from sim.load.kinds.spread import Range
from sim.load.reading import Spot
from sim.load.suggest import hint
from sim.message import Instead, Message, a
from sim.park import Switch
from sim.units import Dimension, UnitError, number, parse, parse_any

OPENINGS = {"open": 1.0, "running": 1.0, "shut": 0.0, "stopped": 0.0}
"""Words for an opening."""

@dataclass(frozen=True)
class Quantity(Number):
    """A quantity with its unit, not negative unless `signed`."""

    dimension: Dimension
    positive: bool = False
    """Whether nothing at all is refused, too."""
    signed: bool = False
    """Whether it may be negative, as a height above a zero may."""
    largest: float | None = None
    """The largest that is understood [SI], where that is not the one of its dimension."""
    spreads = True

    @property
    def wanted(self) -> Message:  # type: ignore[override]
        return Message("{a} such as {example}", a=a(self.dimension.called), example=self.dimension.example)

    def parse(self, text: str, spot: Spot) -> float:
        value = parse(text, self.dimension)
        if (value < 0 and not self.signed) or (self.positive and value < SMALLEST):
            raise InputError(Message("must be more than 0, found {text}" if self.positive else
                                     "must not be negative, found {text}", text=text))  # fmt: skip
        if abs(value) > self._largest:
            most = f"{self._largest:.0e} {self.dimension.si}"
            raise InputError(Message("must be at most {most}, more than any park needs; found {text}", most=most,
                                     text=text))  # fmt: skip
        return value

    @property
    def _largest(self) -> float:
        return LARGEST[self.dimension] if self.largest is None else self.largest

    def range_of(self, value: Any) -> Range:
        least = -self._largest if self.signed else SMALLEST if self.positive else 0.0
        return Range(value, least, self._largest, str(self.dimension))

    def bare(self) -> Schema:
        return {"$ref": f"#/$defs/{self.dimension}"}


SHARE = Message("a share such as 35 % or 0.35")
SHARES = str(Dimension.SHARE)


@dataclass(frozen=True)
class Share(Number):
    """A share, `35 %` or a bare number, 0 to 1."""

    positive: bool = False
    wanted: Message = SHARE
    spreads = True

    def parse(self, text: str, spot: Spot) -> float:
        value = parse(text, Dimension.SHARE)
        if not 0 <= value <= 1:
            meant = Instead(Message("; write {text} %?", text=text), text, [f"{text} %"])
            suggestion = meant if 1 < value <= 100 and "%" not in text else ""
            raise InputError(Message("a share must lie in 0 to 100 %, found {text}{suggestion}", text=text,
                                     suggestion=suggestion))  # fmt: skip
        if self.positive and value == 0:
            raise InputError(Message("must be more than 0, found {text}", text=text))
        return value

    def range_of(self, value: Any) -> Range:
        return Range(value, SMALLEST if self.positive else 0.0, 1.0, SHARES)

    def bare(self) -> Schema:
        return {"$ref": "#/$defs/share"}


@dataclass(frozen=True)
class Opening(Number):
    """How far a link is open: a word or a share."""

    wanted = Message("an opening: open, shut, running, stopped or a share such as 40 %")
    spreads = True

    def parse(self, text: str, spot: Spot) -> float:
        return _opening(text, spot, OPENINGS)

    def range_of(self, value: Any) -> Range:
        return Range(value, 0.0, 1.0, SHARES)

    def bare(self) -> Schema:
        return {"anyOf": [{"enum": list(OPENINGS)}, {"$ref": "#/$defs/share"}]}


def _opening(text: str, spot: Spot, known: Collection[str]) -> float:
    """The share that a word or a number stands for; `known` are the words that may stand there."""
    if text in OPENINGS:
        return OPENINGS[text]
    if not any(letter.isdigit() for letter in text):
        raise InputError(Message("{text!r} is no opening; {hint}", text=text,
                                 hint=hint(text, known, "write a share such as 40 % or one of {names}")))  # fmt: skip
    return Share().parse(text, spot)


@dataclass(frozen=True)
class Switched(Number):
    """How far a link is open, or what the switch stands at of a link with levels of its own."""

    wanted = Message("an opening: open, shut, running, stopped, automatic, manual, off or a share such as 40 %")
    spreads = True

    def parse(self, text: str, spot: Spot) -> float | Switch:
        if text in list(Switch):
            return Switch(text)
        return _opening(text, spot, [*OPENINGS, *Switch])

    def range_of(self, value: Any) -> Range:
        if isinstance(value, Switch):
            raise InputError(Message("'{value}' is no number, and only numbers are drawn; write shares", value=value))
        return Range(value, 0.0, 1.0, SHARES)

    def bare(self) -> Schema:
        return {"anyOf": [{"enum": [*OPENINGS, *Switch]}, {"$ref": "#/$defs/share"}]}


@dataclass(frozen=True)
class Level(Number):
    """An amount of water in a storage; `flows` lets it be a flow into a link."""

    flows: bool = False
    spreads = True

    @property
    def wanted(self) -> Message:  # type: ignore[override]
        flow = Message(", or a flow such as 20 L/s") if self.flows else ""
        return Message("a volume such as 300 m3, a share such as 60 %, or a depth such as 2.1 m{flow}", flow=flow)

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """What it may be."""
        return (Dimension.VOLUME, Dimension.SHARE, Dimension.LENGTH, *[Dimension.FLOW] * self.flows)

    def parse(self, text: str, spot: Spot) -> Amount:
        dimension, value = parse_any(text, *self.dimensions)
        if dimension is Dimension.SHARE:
            value = Share().parse(text, spot)
        if value < 0:
            raise InputError(Message("must not be negative, found {text}", text=text))
        return Amount(dimension, value, text)

    def range_of(self, value: Any) -> Range:
        found: Range = value.range()
        return found

    def holding(self, value: Any, number: float) -> Any:
        return with_number(value, number)

    def bare(self) -> Schema:
        return {"anyOf": [{"$ref": f"#/$defs/{dimension}"} for dimension in self.dimensions]}


@dataclass(frozen=True)
class Content(Number):
    """How much product is in water: a share of its volume, or a mass in it."""

    wanted = Message("a share of product such as 0.1 %, or a concentration such as 500 mg/L")

    def parse(self, text: str, spot: Spot) -> Amount:
        dimension, value = parse_any(text, Dimension.SHARE, Dimension.CONCENTRATION)
        if dimension is Dimension.SHARE:
            value = Share().parse(text, spot)
        if value <= 0:
            raise InputError(Message("must be more than 0, found {text}", text=text))
        return Amount(dimension, value, text)

    def bare(self) -> Schema:
        return {"anyOf": [{"$ref": "#/$defs/share"}, {"$ref": "#/$defs/concentration"}]}


@dataclass(frozen=True)
class Coefficient(Number):
    """A bare number within bounds."""

    low: float = 0.0
    high: float = inf
    positive: bool = False
    example: str = "0.42"
    spreads = True

    @property
    def wanted(self) -> Message:  # type: ignore[override]
        return Message("a bare number such as {example}", example=self.example)

    def parse(self, text: str, spot: Spot) -> float:
        value = number(text, self.example)
        if self.positive and value <= 0:
            raise InputError(Message("must be more than 0, found {text}", text=text))
        if not self.low <= value <= self.high:
            bounds = Message("be at least {low}", low=f"{self.low:g}")
            if self.high < inf:
                bounds = Message("lie in {low} to {high}", low=f"{self.low:g}", high=f"{self.high:g}")
            raise InputError(Message("must {bounds}, found {text}", bounds=bounds, text=text))
        return value

    def range_of(self, value: Any) -> Range:
        return Range(value, max(self.low, SMALLEST) if self.positive else self.low, self.high, "")

    def bare(self) -> Schema:
        bounds: Schema = {"exclusiveMinimum": 0} if self.positive else {"minimum": self.low}
        return {"type": "number", **bounds, **({"maximum": self.high} if self.high < inf else {})}


@dataclass(frozen=True)
class Count(Number):
    """A whole number."""

    low: int | None = 0
    wanted = Message("a whole number such as 3")
    spreads = True

    def parse(self, text: str, spot: Spot) -> int:
        try:
            value = number(text)
        except UnitError:
            value = inf
        if abs(value) > 10**9 or value != int(value):
            raise InputError(Message("{text!r} is not a whole number; write one such as 3", text=text))
        if self.low is not None and value < self.low:
            raise InputError(Message("must be at least {low}, found {text}", low=self.low, text=text))
        return int(value)

    def range_of(self, value: Any) -> Range:
        return Range(value, -inf if self.low is None else self.low, inf, "", whole=True)

    def holding(self, value: Any, number: float) -> Any:
        return with_number(value, number)

    def bare(self) -> Schema:
        return {"type": "integer", **({} if self.low is None else {"minimum": self.low})}


@dataclass(frozen=True)
class Total(Number):
    """A published total; which dimension it has is asked once it is known what it adds up."""

    wanted = Message("a published total such as 14.7 万m3 or 9")

    def parse(self, text: str, spot: Spot) -> Any:
        return text

    def counts(self, text: str) -> bool:
        return False

    def bare(self) -> Schema:
        names = ("volume", "flow", "length", "area")
        return {"anyOf": [{"type": "integer", "minimum": 0}, *({"$ref": f"#/$defs/{name}"} for name in names)]}



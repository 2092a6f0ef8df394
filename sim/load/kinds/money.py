"""What something costs: a number with whatever money it is, and what one of something costs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple
from unicodedata import normalize

from sim.errors import InputError
from sim.load.kinds.kind import Number, Schema
from sim.load.reading import Spot
from sim.message import Message

_NUMBER = r"\d+(?:\.\d*)?(?:[eE]\d{1,2})?"
_MONEY = rf"({_NUMBER})\s*([^\s\d/+.,-][^\d/]*?)\s*(?:/\s*(\S.*?))?\s*"
_PIECES = re.compile(_MONEY)
_COMMAS = re.compile(r"\d{1,3}(,\d{3})+")


class Money(NamedTuple):
    """An amount of money."""

    amount: float
    unit: str
    """Of the money, as it was written: CNY, 万元."""
    per: str = ""
    """The unit of what it is the price of; empty for a sum."""


@dataclass(frozen=True)
class Cost(Number):
    """An amount of money, or the price of a unit."""

    priced: bool = False
    """Whether it may be a price."""

    @property
    def wanted(self) -> Message:  # type: ignore[override]
        if self.priced:
            return Message("what it costs, such as 1200000 CNY, or 1800 CNY/m3 of what grows by steps")
        return Message("what it costs, such as 1200000 CNY")

    def parse(self, text: str, spot: Spot) -> Money:
        plain = normalize("NFKC", text).strip()
        if found := _COMMAS.match(plain):
            raise InputError(Message("{text} has commas in its number; write {replace}", text=text,
                                     replace=plain.replace(found.group(), found.group().replace(",", ""))))  # fmt: skip
        match = _PIECES.fullmatch(plain)
        if match is None:
            raise InputError(Message("{text!r} is no cost; write {wanted}", text=text, wanted=self.wanted))
        if match[3] and not self.priced:
            raise InputError(Message("{text} is the price of a unit; write a sum here, such as 1200000 CNY", text=text))
        return Money(float(match[1]), match[2], match[3] or "")

    def bare(self) -> Schema:
        return {"type": "string", "pattern": rf"^\s*{_MONEY}$"}

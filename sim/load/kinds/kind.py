"""What a kind of value is: how it is written, read, written back and described to an editor.

A kind is the one source of truth for its values: `read` turns what was written into a number or
word, `plain` into the text of a resolved copy, `schema` into a piece of JSON Schema.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from sim.errors import InputError
from sim.load.emit import Data
from sim.load.kinds.spread import SPREAD, Range, plain_spread, read_spread, spread_key
from sim.load.node import HERITAGE, Block, Broken, Node, Scalar, what
from sim.load.reading import Spot
from sim.load.slip import slip_in_value, slip_text
from sim.load.suggest import hint
from sim.message import Message, a
from sim.units import UnitError

Schema = dict[str, Any]
"""A piece of JSON Schema."""


class Kind(ABC):
    """How one kind of value is written."""

    wanted: Message = a("value")
    """With an article and an example, for messages."""

    @abstractmethod
    def read(self, node: Node, spot: Spot) -> Any:
        """The value, or None when it is wrong; what is wrong has been noted."""

    @abstractmethod
    def plain(self, node: Node) -> Data:
        """What was written, as plain data; only asked of what was read without fault."""

    @abstractmethod
    def schema(self) -> Schema:
        """For an editor."""

    def refuse(self, node: Node, spot: Spot) -> None:
        """Say that something else stands where this kind is wanted."""
        if isinstance(node, Scalar) and node.missing:
            spot.fault(node, Message("nothing is written here; write {wanted}, or leave the key out",
                                     wanted=self.wanted))  # fmt: skip
        elif isinstance(node, Scalar) and (slip := slip_in_value(node.text)):
            spot.fault(node, slip_text(slip))
        elif not isinstance(node, Broken):
            spot.fault(node, Message("{what} stands here; {wanted} is wanted", what=what(node), wanted=self.wanted))


class Single(Kind):
    """A value written as one piece of text."""

    def read(self, node: Node, spot: Spot) -> Any:
        if not isinstance(node, Scalar) or node.missing:
            self.refuse(node, spot)
            return None
        try:
            return self.parse(node.text, spot)
        except (InputError, UnitError) as error:
            spot.fault(node, error.message)
            return None

    @abstractmethod
    def parse(self, text: str, spot: Spot) -> Any:
        """The value of a text.

        Raises:
            InputError: the text is none; says what would be right.
            UnitError: the same, of quantities and bare numbers.
        """

    def plain(self, node: Node) -> Data:
        return node.text if isinstance(node, Scalar) else ""


class Number(Single):
    """A number, which knows its basis; `{value:, basis:, source:}` may stand instead of it, or how it is spread."""

    spreads = False
    """Whether it may be spread."""

    def range_of(self, value: Any) -> Range:
        """The number in a value, what it measures, and between what it may lie; only asked of one that may be spread.

        Raises:
            NotImplementedError: it may not.
        """
        raise NotImplementedError

    def holding(self, value: Any, number: float) -> Any:
        """Another number, held as `value` holds one."""
        return number

    def read(self, node: Node, spot: Spot) -> Any:
        if spread_key(node) and spot.may_vary and self.spreads:
            return read_spread(node, spot, self)
        bare, at = unwrap(node, spot, self)
        if bare is None:
            return None
        value = super().read(bare, at)
        if value is not None and isinstance(bare, Scalar) and self.counts(bare.text):
            at.note(bare.text)
        return value

    def counts(self, text: str) -> bool:
        """Whether the text is a number at all, and not a word such as `open`."""
        return any(letter.isdigit() for letter in text)

    def plain(self, node: Node) -> Data:
        return plain_spread(node, heritage(node)) if spread_key(node) else wrapped(node, super().plain)

    def schema(self) -> Schema:
        return valued(self.bare(), spreads=self.spreads)

    @abstractmethod
    def bare(self) -> Schema:
        """The number without its basis, for an editor."""


def unwrap(node: Node, spot: Spot, kind: Kind) -> tuple[Node | None, Spot]:
    """What stands in `{value: ..., basis: ..., source: ...}`, or `node` itself, with its heritage.

    None when there is no value in it; that has been noted.
    """
    at = spot.under(node)
    if not isinstance(node, Block):
        return node, at
    if drawn := spread_key(node):
        spot.fault(node, Message("a distribution ({drawn}) stands here, and nothing varies this in a run; write "
                                 "{wanted}", drawn=drawn, wanted=kind.wanted))  # fmt: skip
        return None, at
    if drawn := spread_key(node.within("value")):
        spot.fault(node, Message("a distribution stands beside its basis, not under value; write {drawn}: without "
                                 "value:", drawn=drawn))  # fmt: skip
        return None, at
    unknown = [key for key in node.entries if key not in (*HERITAGE, "value")]
    for key in unknown:
        advice = hint(key, ["value", *HERITAGE], "a value with its basis knows {names}")
        spot.child(key).fault(node.entries[key].place, Message("unknown key; {hint}", hint=advice))
    if node.get("value") is None and not unknown:
        spot.fault(node, Message("value is missing; write {{value: ...}} with {wanted}", wanted=kind.wanted))
    return (None if unknown else node.get("value")), at


def wrapped(node: Node, plain: Any) -> Data:
    """Plain data of a value that may be wrapped in a block with its basis."""
    inner = node.get("value") if isinstance(node, Block) else node
    data: Data = plain(inner)
    own = heritage(node)
    return {"value": data, **own} if own else data


def heritage(node: Node) -> dict[str, Data]:
    """The basis and source that a node brings, itself or from the override behind it."""
    own: dict[str, Data] = {"basis": "assumed", "source": node.by} if node.by else {}
    if isinstance(node, Block):
        own |= {key: each.text for key in HERITAGE if isinstance(each := node.get(key), Scalar)}
    return {key: own[key] for key in HERITAGE if key in own}


def valued(bare: Schema, *, spreads: bool = False) -> Schema:
    """A schema for a value, bare or in a block with its basis, or spread."""
    block = {"$ref": "#/$defs/valued", "properties": {"value": bare}}
    return {"anyOf": [bare, block, *[SPREAD] * spreads]}

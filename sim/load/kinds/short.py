"""A list of records, of which one may be written short: as the value of its first key alone."""

from __future__ import annotations

from dataclasses import dataclass

from sim.load.emit import Data
from sim.load.kinds.blocks import Form, Record
from sim.load.kinds.kind import Kind, Schema
from sim.load.node import Block, Entry, Items, Node, Scalar
from sim.load.reading import Spot
from sim.message import Message


@dataclass(frozen=True)
class Shorts(Kind):
    """Records in a list; `releases.rupture.volume` stands for `{number: releases.rupture.volume}`."""

    of: Record
    example: str

    @property
    def wanted(self) -> Message:  # type: ignore[override]
        return Message("a list such as {example}", example=self.example)

    def read(self, node: Node, spot: Spot) -> tuple[Form, ...] | None:
        if not isinstance(node, Items):
            self.refuse(node, spot)
            return None
        forms = [self.of.read(self._long(item), spot.item(k)) for k, item in enumerate(node.items)]
        if not forms:
            spot.fault(node, Message("the list is empty; write {wanted}, or leave the key out", wanted=self.wanted))
        return tuple(form for form in forms if form is not None)

    def _long(self, node: Node) -> Node:
        """The block that one value stands for."""
        if isinstance(node, Scalar) and not node.missing:
            return Block({self.of.fields[0].key: Entry(node.place, node)}, node.place, node.by)
        return node

    def plain(self, node: Node) -> Data:
        return [self.of.plain(self._long(item)) for item in node.items] if isinstance(node, Items) else []

    def schema(self) -> Schema:
        first = self.of.fields[0].kind.schema()
        return {"type": "array", "items": {"anyOf": [first, self.of.schema()]}, "minItems": 1}

"""The kind of a trigger: a block, or the one word `detected`."""

from __future__ import annotations

from dataclasses import dataclass

from sim.load.emit import Data
from sim.load.kinds.blocks import Form, Record
from sim.load.kinds.kind import Kind, Schema
from sim.load.node import Block, Entry, Node, Scalar
from sim.load.reading import Spot
from sim.message import Message

DETECTED = "detected"


@dataclass(frozen=True)
class When(Kind):
    """A record of a trigger, for which `detected` may be written short."""

    record: Record

    @property
    def wanted(self) -> Message:  # type: ignore[override]
        return Message("{detected}, or a block such as {{storage: pool-3, above: 70 %}}", detected=DETECTED)

    def read(self, node: Node, spot: Spot) -> Form | None:
        long = _long(node)
        if isinstance(long, Block):
            return self.record.read(long, spot)
        self.refuse(node, spot)
        return None

    def plain(self, node: Node) -> Data:
        return self.record.plain(_long(node))

    def schema(self) -> Schema:
        return {"anyOf": [{"enum": [DETECTED]}, self.record.schema()]}


def _long(node: Node) -> Node:
    """The block that the one word stands for."""
    if isinstance(node, Scalar) and node.text == DETECTED:
        return Block({DETECTED: Entry(node.place, Scalar("true", node.place))}, node.place, node.by)
    return node

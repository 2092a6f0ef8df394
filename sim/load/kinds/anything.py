"""A kind that takes whatever is written and leaves it to others to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sim.load.emit import Data
from sim.load.kinds.kind import Kind, Schema
from sim.load.node import Block, Items, Node, Scalar
from sim.load.reading import Spot
from sim.message import Message


@dataclass(frozen=True)
class Anything(Kind):
    """A block whose keys are not known beforehand."""

    what: Message

    @property
    def wanted(self) -> Message:  # type: ignore[override]
        return Message("a block with {what}", what=self.what)

    def read(self, node: Node, spot: Spot) -> Any:
        if isinstance(node, Block):
            return node
        self.refuse(node, spot)
        return None

    def plain(self, node: Node) -> Data:
        return written(node)

    def schema(self) -> Schema:
        return {"type": "object"}


def written(node: Node) -> Data:
    """What stands there, as plain data."""
    if isinstance(node, Block):
        return {key: written(entry.node) for key, entry in node.entries.items()}
    if isinstance(node, Items):
        return [written(each) for each in node.items]
    return node.text if isinstance(node, Scalar) else ""

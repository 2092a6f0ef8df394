"""What was written, with its place: text, lists and blocks, before anybody asks what it means.

Every piece of text keeps its letters: `12:00`, `no` and `010` stay what they are until a kind
of value reads them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sim.load.place import Place
from sim.message import a

MOST = 40
"""Letters of a text that a message repeats."""
HERITAGE = ("basis", "source")
"""Keys of any block that hold for everything below it."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text."""

    text: str
    place: Place
    plain: bool = True
    """Written without quotes."""
    by: str = ""
    """The override that put it here; empty for what the file says."""

    @property
    def missing(self) -> bool:
        """Whether it stands for nothing: empty, `~` or `null`."""
        return self.plain and self.text in {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    place: Place
    by: str = ""


@dataclass(frozen=True, slots=True)
class Broken:
    """Something already found wrong, of which no more shall be said."""

    place: Place
    by: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value."""

    place: Place
    """Of the key."""
    node: Node


@dataclass(frozen=True, slots=True)
class Block:
    """Keys with values, in the order of the file."""

    entries: dict[str, Entry]
    place: Place
    by: str = ""

    def get(self, key: str) -> Node | None:
        """The value of `key`."""
        entry = self.entries.get(key)
        return None if entry is None else entry.node

    def within(self, key: str) -> Block:
        """The block under `key`; an empty one when there is none."""
        node = self.get(key)
        return node if isinstance(node, Block) else Block({}, self.place)

    def ids(self) -> Iterator[str]:
        """The keys of a collection: all but `basis` and `source`."""
        return (key for key in self.entries if key not in HERITAGE)

    def has(self, id: str) -> bool:
        """Whether a collection has something of that id."""
        return id in self.entries and id not in HERITAGE

    def put(self, key: str, node: Node, place: Place | None = None) -> Block:
        """The same block with another value under `key`."""
        old = self.entries.get(key)
        entry = Entry(place or (old.place if old else node.place), node)
        return replace(self, entries={**self.entries, key: entry})

    def without(self, *keys: str) -> Block:
        """The same block less some keys."""
        return replace(self, entries={key: entry for key, entry in self.entries.items() if key not in keys})


Node = Scalar | Items | Block | Broken


def what(node: Node) -> str:
    """What a node is, for a message; of a long text, such as a whole file of another sort, how it begins.

    >>> what(Scalar("a" * 99, Place("x.csv")))
    "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...'"
    """
    if isinstance(node, Block):
        return a("block of keys")
    text = getattr(node, "text", "")
    return a("list") if isinstance(node, Items) else repr(text if len(text) <= MOST else f"{text[:MOST]}...")


def signed(node: Node, place: Place | None, by: str) -> Node:
    """The same node, put there by an override, at `place` if the node has none of its own."""
    spot = place or node.place
    if isinstance(node, Block):
        inner = {key: Entry(place or entry.place, signed(entry.node, place, "")) for key, entry in node.entries.items()}
        return Block(inner, spot, by)
    if isinstance(node, Items):
        return Items(tuple(signed(item, place, "") for item in node.items), spot, by)
    return replace(node, place=spot, by=by)


@dataclass(slots=True)
class RowBuilder:
    """A block in the making, from the cells of a table's row."""

    place: Place
    entries: dict[str, Entry | RowBuilder] = field(default_factory=dict)

    def put(self, path: tuple[str, ...], entry: Entry) -> None:
        """Set the value at a path, making the blocks on the way; a number may say beside itself how it is known."""
        here = self.entries.get(path[0])
        if len(path) == 1 and isinstance(here, RowBuilder) and not isinstance(entry.node, Broken):
            here.put(("value",), entry)
            return
        if len(path) == 1:
            self.entries[path[0]] = entry
            return
        if isinstance(here, Entry) and path[1] in HERITAGE:
            self.entries[path[0]] = RowBuilder(here.place, {"value": here})
        inner = self.entries.setdefault(path[0], RowBuilder(entry.place))
        if isinstance(inner, RowBuilder):  # else a column of that name is broken, which has been noted
            inner.put(path[1:], entry)

    def block(self) -> Block:
        """The finished block."""
        done = {key: Entry(each.place, each.block()) if isinstance(each, RowBuilder) else each
                for key, each in self.entries.items()}  # fmt: skip
        return Block(done, self.place)

"""Distributions that are a column of a table: `{data: FILE, column: NAME}` becomes the values that stand there.

So the resolved copy has them, and whoever reads the number checks each value where it stands in its file.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from sim.load.files import Files, beside
from sim.load.head import head_of
from sim.load.kinds.amount import Amount
from sim.load.kinds.blocks import Field, Record
from sim.load.kinds.numbers import Level
from sim.load.kinds.spread import DATA
from sim.load.node import Block, Broken, Entry, Items, Node, Scalar
from sim.load.reading import Spot
from sim.load.suggest import hint
from sim.load.table import Table, open_table
from sim.load.table_form import TableForm, is_bare
from sim.message import Message, a
from sim.park.names import named
from sim.units import Dimension, parse_any

COLUMN, UNIT = "column", "unit"
DRAWN = "a drawn value"
"""The key of the column that is wanted; no head says so."""


@dataclass(frozen=True)
class AnySort(Level):
    """A number of any sort: which is wanted is said by the number that it is drawn for."""

    def parse(self, text: str, spot: Spot) -> Amount:
        dimension, value = parse_any(text, *Dimension)
        return Amount(dimension, value, text)


RECORD = Record(a("value"), (Field(DRAWN, AnySort(), "What is drawn."),))


def with_data(tree: Block, parts: Collection[str], path: str, files: Files) -> Block:
    """A file's tree, in some parts of which the values stand of each column that is named as a distribution."""
    for key in parts:
        node = tree.get(key)
        if node is not None and (read := data_of(node, path, files)) is not node:
            tree = tree.put(key, read)
    return tree


def data_of(node: Node, path: str, files: Files) -> Node:
    """What stands in a file, with the values of each column that it names as a distribution."""
    if not isinstance(node, Block):
        return node
    if isinstance(node.get(DATA), Scalar):
        return _read(node, path, files)
    read = {key: data_of(entry.node, path, files) for key, entry in node.entries.items()}
    changed = {key: Entry(node.entries[key].place, each) for key, each in read.items()
               if each is not node.entries[key].node}  # fmt: skip
    return Block({**node.entries, **changed}, node.place, node.by) if changed else node


def _read(block: Block, path: str, files: Files) -> Block:
    """A distribution with its values instead of their table, which is its source unless another is named."""
    file, column = block.get(DATA), block.get(COLUMN)
    assert isinstance(file, Scalar)  # it names a file
    rest = block.without(COLUMN, UNIT)
    if not isinstance(column, Scalar) or column.missing:
        files.faults.add(block.place, "", Message("which column of {file} it is, nobody says; write column: with its "
                                                  "head", file=file.text))  # fmt: skip
        return rest.put(DATA, Broken(block.place))
    values = _values(beside(path, file.text), file, column, block.get(UNIT), files)
    if values is None:
        return rest.put(DATA, Broken(file.place))
    known = rest if "source" in rest.entries else rest.put("source", Scalar(f"{file.text}, {column.text}", file.place))
    return known.put(DATA, Items(values, file.place))


def _values(path: str, file: Scalar, column: Scalar, unit: Node | None, files: Files) -> tuple[Node, ...] | None:
    """The values of a column; None when there is none, which is noted."""
    name = head_of(column.text).name
    heads = {name.lower(): DRAWN, name.replace(" ", ""): DRAWN}
    table = open_table(path, file.place, TableForm(RECORD, heads, ((DRAWN,),)), files)
    if table is None or table.is_broken:
        return None
    if DRAWN not in table.keys:
        known = [head_of(each.text).name for each in table.header if each.text]
        files.faults.add(column.place, "", Message("no column of {file} is named '{column}'; {hint}", file=path,
                                                   column=column.text, hint=hint(column.text, known)))  # fmt: skip
        return None
    found = _cells(table, path, files)
    return _with_unit(found, table, unit, files)


def _cells(table: Table, path: str, files: Files) -> list[Node]:
    """The cells that hold something; how many do not is told."""
    place = next(k for k, each in enumerate(table.columns) if each.path == (DRAWN,))
    cells = [table.columns[place].node(row[place]) for row in table.rows]
    found: list[Node] = [each for each in cells if not isinstance(each, Scalar) or each.text]
    if len(found) < len(cells):
        files.note(named("note_data_empty", file=path, column=table.header[place].text, empty=len(cells) - len(found),
                         rows=len(cells)))  # fmt: skip
    return found


def _with_unit(cells: list[Node], table: Table, unit: Node | None, files: Files) -> tuple[Node, ...] | None:
    """Bare values with the unit that stands beside the column's name; None where the head has one, too."""
    head = next(each for each in table.columns if each.path == (DRAWN,)).unit
    if not isinstance(unit, Scalar) or unit.missing:
        return tuple(cells)
    if head:
        files.faults.add(unit.place, "", Message("the head of the column has the unit {head} already; leave unit: out",
                                                 head=head))  # fmt: skip
        return None
    return tuple(replace(each, text=f"{each.text} {unit.text}") if isinstance(each, Scalar) and is_bare(each.text)
                 else each for each in cells)  # fmt: skip

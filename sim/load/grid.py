"""The cells of a table, whatever file they came from: text with its place, and where the heads of the columns stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sim.load.node import Scalar
from sim.load.place import Place
from sim.message import Message

MOST_BYTES = 8 * 2**20
"""Largest table as text [B]."""
MOST_CELLS = 300_000
ABOVE = 30
"""Rows among which the heads of the columns are looked for."""
UNSAVED = Message("a formula that was saved without its value; open the file in a spreadsheet program and save it "
                  "there")  # fmt: skip

Rows = list[list[Scalar]]
Knows = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Heads:
    """What the heads of a table's columns may be."""

    knows: Knows
    """Whether a text is the head of a column that the table may have."""
    fits: Callable[[list[Scalar]], bool]
    """Whether a row has the heads that the table must have."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells, blank rows and columns left out; the first row names the columns."""

    rows: Rows
    above: Rows = field(default_factory=list)
    """What stands above the heads, such as a title."""
    merged: Mapping[Place, Scalar] = field(default_factory=dict)
    """Cells that are one with the cell above them, and that cell."""
    unsaved: frozenset[Place] = frozenset()
    """Cells with a formula that was saved without its value."""
    counts_cells: bool = False
    """Whether the columns of places are those of cells, as in a workbook, and not of letters."""

    def place(self, row: list[Scalar], column: int) -> Place:
        """Where a cell beyond the end of its row would stand; in a text, where the row begins."""
        first = row[0].place
        return Place(first.file, first.line, column) if self.counts_cells else first


def headed(rows: Rows, knows: Knows) -> int:
    """Which row names the columns: of the first ones, that with the most known heads; the first of these."""
    found, most = 0, 0
    for place, row in enumerate(rows[:ABOVE]):
        known = known_in(row, knows) if len(row) > most else 0
        found, most = (place, known) if known > most else (found, most)
    return found


def known_in(row: list[Scalar], knows: Knows) -> int:
    """How many cells of a row are heads that are known."""
    return sum(bool(cell.text) and knows(cell.text) for cell in row)


def trimmed(row: list[Scalar], keep: frozenset[Place] = frozenset()) -> list[Scalar]:
    """A row without the empty cells at its end; those in `keep` are none."""
    last = len(row)
    while last and not row[last - 1].text and not (keep and row[last - 1].place in keep):
        last -= 1
    return row[:last]

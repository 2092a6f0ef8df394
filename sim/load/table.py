"""Tables beside a park or scenario file: one object a row, every cell with its place.

Text stays text, as in YAML; a unit in the header goes with every bare number below. What a table has and nobody
reads is told; what may be a slip is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sim.load.files import Files
from sim.load.grid import UNSAVED, Grid
from sim.load.head import head_of
from sim.load.kinds.blocks import Record
from sim.load.node import Block, Broken, Entry, RowBuilder, Scalar
from sim.load.place import Faults, Place
from sim.load.table_form import DASHES, Column, TableForm, fault_of
from sim.message import Message
from sim.park.names import named

TOTALS = frozenset(("合计", "总计", "小计", "共计", "总和", "total", "totals", "sum", "subtotal"))
_BREAK = re.compile("[\x0b\x0c]")
"""What word processors put where a line breaks inside a paragraph, or a page."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
MOST_TOLD = 12
"""Heads listed in a note before the rest is only counted."""
Cell = Scalar | Broken


@dataclass(frozen=True)
class Table:
    """What stands in a table: its columns, and of each row as many cells as there are columns."""

    file: str
    header: list[Scalar]
    """Empty when nothing is in the file."""
    columns: list[Column]
    rows: list[list[Cell]]

    @property
    def is_broken(self) -> bool:
        """Whether something is wrong with a column."""
        return any(column.broken for column in self.columns)

    @property
    def keys(self) -> set[str]:
        """The first keys of the columns that are read."""
        return {column.path[0] for column in self.columns if column.path}

    def blocks(self) -> Iterator[Block]:
        """What each row says, by the columns."""
        for row in self.rows:
            builder = RowBuilder(row[0].place)
            for column, cell in zip(self.columns, row, strict=True):
                if column.path and (column.broken or isinstance(cell, Broken) or cell.text):
                    builder.put(column.path, Entry(cell.place, column.node(cell)))
            yield builder.block()


def open_table(path: str, where: Place, form: TableForm, files: Files) -> Table | None:
    """The table in a file, CSV or a workbook; None when it cannot be read, which is noted."""
    grid = files.grid(path, where, form.heads)
    if grid is None:
        return None
    if not grid.rows:
        return Table(path, [], [], [])
    header, *below = grid.rows
    columns = _read_header(header, form, path, files)
    _tell(grid, header, columns, path, files)
    faults = files.faults if form.heads.fits(header) else Faults()  # a column that is missing may be what stands there
    rows = [_aligned(row, columns, grid, faults) for row in below if not _is_total(row, files)]
    return Table(path, header, columns, rows)


def read_table(path: str, where: Place, record: Record, files: Files) -> tuple[list[tuple[str, Entry]], bool]:
    """The objects of a table, each id with its block, and whether these are all; what is wrong is noted."""
    table = open_table(path, where, TableForm(record), files)
    if table is None:
        return [], False
    if not table.header:
        files.faults.add(Place(path), "",
                         Message("the table is empty; its first row must name the columns, id among them"))  # fmt: skip
        return [], False
    if "id" not in table.keys:
        files.faults.add(table.header[0].place, "",
                         Message("the column id is missing; every row needs an id of its own (a list of emergency "
                                 "spaces becomes a park by `import inventory`)"))  # fmt: skip
        return [], False
    found = [_object(block, files.faults) for block in table.blocks()]
    whole = [each for each in found if each is not None]
    return whole, len(whole) == len(found)


def _object(block: Block, faults: Faults) -> tuple[str, Entry] | None:
    """The id and block of one row; None when it has no id, which is noted."""
    id = block.get("id")
    if isinstance(id, Scalar):
        return id.text, Entry(id.place, block.without("id"))
    if id is None:
        faults.add(block.place, "", Message("the id of this row is missing"))
    return None


def _read_header(header: Sequence[Scalar], form: TableForm, path: str, files: Files) -> list[Column]:
    """The columns under their heads; what is wrong with them is noted, and which are not read is told."""
    columns = form.columns(header)
    known = {column.path for column in columns}
    seen: set[tuple[str, ...]] = set()
    unread = []
    for place, cell in enumerate(header):
        text: Message | None = None
        key = columns[place].path
        if key:
            text = _fault(cell, columns[place], seen)
            seen.add(key)
        elif cell.text:
            name = head_of(cell.text).name
            meant = form.meant(name)
            if not name:
                text = Message("a column is headed by a unit alone, {text}; write what it is before it", text=cell.text)
            elif meant and form.path_of(meant) not in known:  # else it is one more of what is there already
                text = Message("unknown column '{text}'; did you mean '{meant}'?", text=cell.text, meant=meant)
                key = form.path_of(meant)
            else:
                unread.append(cell.text)
        if text:
            files.faults.add(cell.place, "", text)
            columns[place] = Column(key[:1], "", broken=True)
    if unread:
        names, more = ", ".join(unread[:MOST_TOLD]), len(unread) - MOST_TOLD
        files.note(named("note_unread_more" if more > 0 else "note_unread", file=path, names=names, more=more))
    return columns


def _fault(cell: Scalar, column: Column, seen: set[tuple[str, ...]]) -> Message | None:
    """What is wrong with a known column; None when nothing is."""
    if column.path in seen:
        return Message("two columns are named {path}; keep one",
                       path=cell.text if column.path == ("id",) else ".".join(column.path))  # fmt: skip
    return None if column.path == ("id",) else fault_of(column, cell.text, head_of(cell.text).unit)


def _tell(grid: Grid, header: list[Scalar], columns: list[Column], path: str, files: Files) -> None:
    """Note what stands above the heads, and what stands in columns without one."""
    if grid.above:
        said = next(cell.text for row in grid.above for cell in row if cell.text)[:30]
        line = header[0].place.line
        files.note(named("note_title", file=path, line=line, words=said))
    blank = {place for place, cell in enumerate(header) if not cell.text}
    held = next((cell for row in grid.rows for place, cell in enumerate(row) if place in blank and cell.text), None)
    if held:
        files.note(named("note_no_head", file=path, text=held.text, place=held.place))


def _is_total(row: Sequence[Scalar], files: Files) -> bool:
    """Whether a row adds others up, which is noted."""
    word = total_word(row)
    if word is None:
        return False
    files.note(named("note_total", place=word.place, words=word.text))
    return True


def total_word(row: Sequence[Scalar]) -> Scalar | None:
    """The word by which a row adds others up, with nothing but numbers beside it; None when it does not."""
    words = [cell for cell in row if cell.text and not cell.text[:1].isdigit() and cell.text not in DASHES]
    is_total = len(words) == 1 and "".join(words[0].text.split()).rstrip(":：").lower() in TOTALS
    return words[0] if is_total else None


def _aligned(row: list[Scalar], columns: Sequence[Column], grid: Grid, faults: Faults) -> list[Cell]:
    """The cells of a row, one for each column; those beyond the last are noted, and formulas without a value."""
    for cell in row[len(columns) :]:
        if cell.text:
            faults.add(cell.place, "", Message("{text!r} stands beyond the last column; is there a comma too many?",
                                               text=cell.text))  # fmt: skip
    missing = (Scalar("", grid.place(row, column)) for column in range(len(row) + 1, len(columns) + 1))
    return [_cell(cell, column, grid, faults) for cell, column in zip((*row, *missing), columns, strict=False)]


def _cell(cell: Scalar, column: Column, grid: Grid, faults: Faults) -> Cell:
    """A cell as its column reads it."""
    if grid.unsaved and cell.place in grid.unsaved and column.path:
        faults.add(cell.place, "", UNSAVED)
        return Broken(cell.place)
    if _CONTROL.search(cell.text):
        return _without_breaks(cell, column, faults)
    if grid.merged and not cell.text and column.fills_down:
        return replace(grid.merged.get(cell.place, cell), place=cell.place)
    return replace(cell, text="") if column.is_none(cell.text) else cell


def _without_breaks(cell: Scalar, column: Column, faults: Faults) -> Cell:
    """A cell with blanks for its line breaks; any other control character is noted."""
    plain = _BREAK.sub(" ", cell.text)
    found = _CONTROL.search(plain)
    if found is None or not column.path:
        return replace(cell, text=plain)
    text = Message("the control character U+{ord} stands in this cell; delete it", ord=f"{ord(found.group()):04X}")
    faults.add(cell.place, "", text)
    return Broken(cell.place)

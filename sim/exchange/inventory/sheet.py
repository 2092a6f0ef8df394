"""Sheets of inventories: every sheet of a workbook with the heads of one, or the table of a CSV file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from pathlib import PurePath

from sim.errors import InputError
from sim.exchange.inventory.heads import FORM
from sim.load.book import BookSheet, read_book
from sim.load.files import Files
from sim.load.grid import MOST_BYTES, Rows, headed, known_in, trimmed
from sim.load.head import head_of
from sim.load.node import Scalar
from sim.load.place import Place
from sim.load.workbook import OLD, ZIP
from sim.message import Message

BOOKS = (".xlsx", ".xlsm", ".xls", ".ods")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one sheet."""

    file: str
    """Its path, and behind a colon the sheet's name where the workbook has several."""
    header: list[Scalar]
    rows: Rows
    above: Rows = field(default_factory=list)
    """What stands above the heads, such as a title."""
    merged: Mapping[Place, Scalar] = field(default_factory=dict)
    """Cells that are one with a cell above them, and that cell."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """The sheets of a file that are inventories, and the names of those that are none."""

    read: tuple[Sheet, ...]
    left: tuple[str, ...] = ()


def sheets_of(path: str, files: Files) -> Sheets:
    """The inventories in a file; what is wrong with it is noted."""
    if PurePath(path).suffix.lower() in BOOKS or _begins(path, files).startswith((ZIP, OLD)):
        return _of_book(path, files)
    grid = files.grid(path, Place(path), FORM.heads)
    if grid is None:
        return Sheets(())
    sheet = _headed(path, [*grid.above, *grid.rows], {})
    if sheet is None:
        _refuse(path, files)
        return Sheets(())
    return Sheets((sheet,))


def _begins(path: str, files: Files) -> bytes:
    """The first bytes of a file; none of one that cannot be read, which whoever reads it will say."""
    if path in files.brought:
        return files.brought[path][: len(OLD)]
    try:
        with open(path, "rb") as file:
            return file.read(len(OLD))
    except OSError:
        return b""


def _refuse(path: str, files: Files) -> None:
    text = Message("no row names the columns of an inventory; it wants the name of each space (名称, name) and its "
                   "type or volume (类型, kind; 容量, capacity)")  # fmt: skip
    files.faults.add(Place(path), "", text)


def _of_book(path: str, files: Files) -> Sheets:
    data = files.data(path, Place(path), MOST_BYTES)
    if data is None:
        return Sheets(())
    try:
        shown = read_book(data)
    except InputError as error:
        files.faults.add(Place(path), "", error.message)
        return Sheets(())
    found = {each.title: _placed(path if len(shown) == 1 else f"{path}:{each.title}", each) for each in shown}
    read = {title: sheet for title, sheet in found.items() if sheet is not None}
    if not read:
        _refuse(path, files)
    return Sheets(tuple(read.values()), tuple(title for title in found if title not in read))


def _placed(file: str, sheet: BookSheet) -> Sheet | None:
    """The cells of a sheet with their places; None when no row has the heads of an inventory."""
    rows = [
        [Scalar(text, Place(file, line, column)) for column, text in enumerate(row, start=1)]
        for line, row in enumerate(sheet.rows, start=1)
    ]
    merged = {
        Place(file, row + 1, left + 1): rows[top][left]
        for left, top, bottom in sheet.merged if top < len(rows) and left < len(rows[top])
        for row in range(top + 1, min(bottom, len(rows)) + 1)
    }  # fmt: skip
    return _headed(file, rows, merged)


def _headed(file: str, rows: Rows, merged: Mapping[Place, Scalar]) -> Sheet | None:
    """A sheet, taken apart at the row of its heads; None when there is none."""
    filled = [short for row in rows if (short := trimmed(row))]
    head = headed(filled, FORM.heads.knows)
    one = [(filled[head], head, head + 1)] if filled else []
    two = [(_joined(*filled[top : top + 2]), top, top + 2) for top in (head - 1, head) if 0 <= top < len(filled) - 1]
    header, top, below = max((*one, *two), key=lambda each: known_in(each[0], FORM.heads.knows), default=([], 0, 0))
    return Sheet(file, header, filled[below:], filled[:top], merged) if FORM.heads.fits(header) else None


def _joined(upper: list[Scalar], lower: list[Scalar]) -> list[Scalar]:
    """Two rows of heads as one: what stands below a head of several columns is the head of each; where nothing does,
    the upper one goes over both. A unit above is that of the volumes below."""
    joined, group = [], ""
    for above, below in zip_longest(upper, lower):
        group = above.text if above and above.text else group
        if not (below and below.text):
            joined.append(above or below)
            continue
        name, unit = head_of(below.text)
        of_all = head_of(group).unit if FORM.key_of(name) == "capacity" and not unit else ""
        joined.append(replace(below, text=f"{name}({of_all})") if of_all else below)
    return joined

"""Sheets of inventories: every sheet of a workbook with the heads of one, or the table of a CSV file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING

from sim.errors import InputError
from sim.exchange.inventory.heads import FORM
from sim.load.files import Files
from sim.load.grid import MOST_BYTES, MOST_CELLS, Rows, headed, trimmed
from sim.load.node import Scalar
from sim.load.place import Place
from sim.load.sheet_cell import value_text
from sim.load.workbook import OLD, ZIP
from sim.message import Message

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

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
    if PurePath(path).suffix.lower() in BOOKS or _begins(path).startswith((ZIP, OLD)):
        return _of_book(path, files)
    grid = files.grid(path, Place(path), FORM.heads)
    if grid is None:
        return Sheets(())
    sheet = _headed(path, [*grid.above, *grid.rows], {})
    if sheet is None:
        _refuse(path, files)
        return Sheets(())
    return Sheets((sheet,))


def _begins(path: str) -> bytes:
    """The first bytes of a file; none of one that cannot be read, which whoever reads it will say."""
    try:
        with open(path, "rb") as file:
            return file.read(len(OLD))
    except OSError:
        return b""


def _refuse(path: str, files: Files) -> None:
    files.faults.add(Place(path), "", Message("no row names the columns of an inventory; it wants the name of each space "
                                              "(名称, name) and its type or volume (类型, kind; 容量, capacity)"))  # fmt: skip


def _of_book(path: str, files: Files) -> Sheets:
    data = files.data(path, Place(path), MOST_BYTES)
    if data is None:
        return Sheets(())
    try:
        found = dict(_opened(path, data))
    except InputError as error:
        files.faults.add(Place(path), "", error.message)
        return Sheets(())
    read = {title: sheet for title, sheet in found.items() if sheet is not None}
    if not read:
        _refuse(path, files)
    return Sheets(tuple(read.values()), tuple(title for title in found if title not in read))


def _opened(path: str, data: bytes) -> Iterator[tuple[str, Sheet | None]]:
    """Every visible sheet by its name; None for one that is no inventory.

    Raises:
        InputError: no workbook can be read from it, or one sheet is too large.
    """
    try:
        from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum
    except ModuleNotFoundError as error:
        raise InputError(Message("a workbook needs python-calamine; install the extra `lists`, or save the table as "
                                 "CSV")) from error  # fmt: skip
    try:
        book: CalamineWorkbook = CalamineWorkbook.from_filelike(BytesIO(data))
        shown = [each.name for each in book.sheets_metadata if each.visible is SheetVisibleEnum.Visible]
        for title in shown:
            file = path if len(shown) == 1 else f"{path}:{title}"
            yield title, _read(file, book.get_sheet_by_name(title))
    except CalamineError as error:
        raise InputError(Message("no workbook can be read from it ({reason}); save it as .xlsx again",
                                 reason=type(error).__name__)) from error  # fmt: skip


def _read(file: str, sheet: CalamineSheet) -> Sheet | None:
    """The cells of a sheet; None when no row has the heads of an inventory.

    Raises:
        InputError: it has too many cells.
    """
    if sheet.total_height * sheet.total_width > MOST_CELLS:
        raise InputError(Message("the sheet '{title}' has more than {most} cells; delete what is not the table",
                                 title=sheet.name, most=f"{MOST_CELLS:,}"))  # fmt: skip
    rows = [
        [Scalar(" ".join(value_text(value).split()), Place(file, line, column))
         for column, value in enumerate(row, start=1)]
        for line, row in enumerate(sheet.to_python(skip_empty_area=False), start=1)
    ]  # fmt: skip
    return _headed(file, rows, _merged(sheet, rows, file))


def _merged(sheet: CalamineSheet, rows: Rows, file: str) -> dict[Place, Scalar]:
    """Cells that are one with a cell above them, in the column in which it stands."""
    found = {}
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        if top < len(rows) and left < len(rows[top]):
            found |= {Place(file, row + 1, left + 1): rows[top][left] for row in range(top + 1, bottom + 1)}
    return found


def _headed(file: str, rows: Rows, merged: Mapping[Place, Scalar]) -> Sheet | None:
    """A sheet, taken apart at the row of its heads; None when there is none."""
    filled = [short for row in rows if (short := trimmed(row))]
    head = headed(filled, FORM.heads.knows)
    if not filled or not FORM.heads.fits(filled[head]):
        return None
    return Sheet(file, filled[head], filled[head + 1 :], filled[:head], merged)

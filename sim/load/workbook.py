"""Workbooks (.xlsx) to cells: the one sheet that has the wanted columns, as people see it on the screen."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile, ZipInfo

from sim.errors import InputError
from sim.load.grid import MOST_CELLS, Grid, Heads, Rows, headed, known_in, trimmed
from sim.load.node import Scalar
from sim.load.place import Place
from sim.load.sheet_cell import cell_text
from sim.load.suggest import one_of
from sim.message import Listed, Message
from sim.park.names import named

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from sim.load.files import Files

ZIP, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""How files begin that are archives, as workbooks are, and workbooks from before 2007 or with a password."""
MOST_TEXT = 8 * 2**20
"""Largest sum of the texts in a workbook once it is unpacked, some hundred thousand cells [B]."""
MOST_UNPACKED = 64 * 2**20
"""Largest sum of everything in a workbook, pictures too [B]."""
SPREAD = ("mergeCell", "hyperlink")
"""What may be written once for a range of cells."""
_RANGE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d+):\$?([A-Za-z]{1,3})\$?(\d+)")
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384


@dataclass
class _Sheet:
    """What stands on one sheet."""

    title: str
    is_hidden: bool
    rows: Rows
    merged: dict[Place, Scalar] = field(default_factory=dict)
    unsaved: frozenset[Place] = frozenset()
    hidden_rows: int = 0
    head: int = 0
    """Which row names the columns."""


def read_workbook(
    data: bytes, file: str, heads: Heads, files: Files
) -> Grid | None:
    """The cells of the sheet that has the columns; None when there is none, which is noted.

    What whoever reads the results should be told, though nothing is wrong, is noted, too.
    """
    try:
        sheets = list(_sheets(data, file, _has_formulas(data)))
    except ModuleNotFoundError:
        text = Message("a workbook needs openpyxl; install the extra `drill`, or save the table as CSV")
    except InputError as error:
        text = error.message
    except Exception as error:  # openpyxl raises whatever zipfile, its XML parser and itself may
        text = Message("no workbook can be read from it ({reason}); save it as .xlsx again",
                       reason=type(error).__name__)  # fmt: skip
    else:
        return _chosen(sheets, file, heads, files)
    files.faults.add(Place(file), "", text)
    return None


def _has_formulas(data: bytes) -> bool:
    """Whether there are formulas in a workbook; looks at what is in it before anything is unpacked.

    Raises:
        InputError: it is too large, or of another sort.
        BadZipFile: it is no archive, or damaged.
    """
    if data.startswith(OLD):
        raise InputError(Message("a workbook from before 2007, or one with a password; save it as .xlsx, without one"))
    with ZipFile(BytesIO(data)) as archive:
        texts = texts_in(archive)
        if "xl/workbook.xml" not in archive.namelist():
            raise InputError(Message("a file of another program (or .xlsb); save it as .xlsx, or as CSV UTF-8"))
        found = [_looked_through(archive.read(each)) for each in texts]
    if sum(cells for cells, _ in found) > MOST_CELLS:
        raise InputError(Message("more than {most} cells are merged; take merged cells apart", most=f"{MOST_CELLS:,}"))
    return any(has_formula for _, has_formula in found)


def texts_in(archive: ZipFile) -> list[ZipInfo]:
    """The texts in a workbook.

    Raises:
        InputError: unpacked it is too large.
    """
    parts = archive.infolist()
    texts = [each for each in parts if each.filename.lower().endswith((".xml", ".rels", ".vml"))]
    if max(sum(each.file_size for each in texts) / MOST_TEXT,
           sum(each.file_size for each in parts) / MOST_UNPACKED) > 1:  # fmt: skip
        most = MOST_TEXT / 2**20
        raise InputError(Message("unpacked it is larger than {most} MB; keep the table alone in a workbook",
                                 most=f"{most:g}"))  # fmt: skip
    return texts


def _looked_through(part: bytes) -> tuple[int, bool]:
    """How many cells the ranges cover that openpyxl takes apart cell by cell, and whether there is a formula.

    Raises:
        ParseError: it is no XML.
    """
    from xml.etree.ElementTree import iterparse

    cells, has_formula = 0, False
    for _, element in iterparse(BytesIO(part)):
        tag = element.tag.rpartition("}")[2]
        has_formula = has_formula or tag == "f"
        if tag in SPREAD:
            cells += _area(element.get("ref", ""))
        element.clear()
    return cells, has_formula


def _area(reference: str) -> int:
    """How many cells a range has; none when it is no range.

    >>> _area("A1:C10"), _area("B2")
    (30, 0)
    """
    from openpyxl.utils import column_index_from_string

    match = _RANGE.fullmatch(reference)
    if match is None:
        return 0
    columns = column_index_from_string(match[3]) - column_index_from_string(match[1]) + 1
    return columns * (int(match[4]) - int(match[2]) + 1)


def _sheets(data: bytes, file: str, has_formulas: bool) -> Iterator[_Sheet]:
    """Every sheet with something on it that people can show; a very hidden one is a program's own."""
    values = _opened(data, data_only=True)
    written = _opened(data, data_only=False) if has_formulas else None
    for sheet in values.worksheets:
        if sheet.sheet_state != "veryHidden":
            found = _read(sheet, written[sheet.title] if written else None, file, values.epoch)
            if found.rows:
                yield found


def _opened(data: bytes, data_only: bool) -> Workbook:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of features of other programs that it leaves out
        return load_workbook(BytesIO(data), data_only=data_only, keep_links=False)


def _read(sheet: Worksheet, written: Any, file: str, epoch: Any) -> _Sheet:
    """The cells that a sheet has, row by row; `written` is the same sheet with its formulas."""
    unsaved = set()
    by_row: dict[int, dict[int, Scalar]] = {}
    for (row, column), cell in sorted(sheet._cells.items()):  # iter_rows would make all those between, too
        place = Place(file, row, column)
        text = cell_text(cell, epoch)
        if written is not None and cell.value is None and written.cell(row, column).data_type == "f":
            unsaved.add(place)
        if text or place in unsaved:
            by_row.setdefault(row, {})[column] = Scalar(text, place)
    _check_extent(sheet.title, by_row)
    rows = [_filled(cells, Place(file, row)) for row, cells in by_row.items()]
    hidden = sum(bool(sheet.row_dimensions[row].hidden) for row in by_row if row in sheet.row_dimensions)
    return _Sheet(sheet.title, sheet.sheet_state == "hidden", rows, dict(_merged(sheet, by_row, file)),
                  frozenset(unsaved), hidden)  # fmt: skip


def _check_extent(title: str, by_row: dict[int, dict[int, Scalar]]) -> None:
    """Refuse what no sheet can be, and what is spread out too far.

    Raises:
        InputError: there is a row or column beyond the last, or too many cells with the empty ones between.
    """
    widths = [max(row) for row in by_row.values()]
    if by_row and (max(by_row) > LAST_ROW or max(widths) > LAST_COLUMN):
        raise InputError(Message("the sheet '{title}' has cells beyond the last row or column that a sheet may have",
                                 title=title))  # fmt: skip
    if sum(widths) > MOST_CELLS:
        raise InputError(Message("the sheet '{title}' has more than {most} cells; delete what is not the table",
                                 title=title, most=f"{MOST_CELLS:,}"))  # fmt: skip


def _filled(cells: dict[int, Scalar], row: Place) -> list[Scalar]:
    """A row from its first column to its last cell."""
    return [cells.get(column) or Scalar("", Place(row.file, row.line, column)) for column in range(1, max(cells) + 1)]


def _merged(sheet: Worksheet, by_row: dict[int, dict[int, Scalar]], file: str) -> Iterator[tuple[Place, Scalar]]:
    """Cells that are one with a cell above them, in the column in which it stands."""
    for each in sheet.merged_cells.ranges:
        left, top, _, bottom = each.bounds
        if top in by_row and left in by_row[top]:
            yield from ((Place(file, row, left), by_row[top][left]) for row in range(top + 1, bottom + 1))


def _chosen(
    sheets: list[_Sheet], file: str, heads: Heads, files: Files
) -> Grid | None:
    """The sheet that is meant: the one that has the columns, else that with most known heads."""
    shown = [each for each in sheets if not each.is_hidden]
    if not shown:
        text = Message("nothing is in the workbook that is not hidden; its first row must name the columns")
        files.faults.add(Place(file), "", text)
        return None
    for each in shown:
        each.head = headed(each.rows, heads.knows)
    fit = [each for each in shown if heads.fits(each.rows[each.head])]
    if len(fit) > 1:
        names = one_of([f"'{each.title}'" for each in fit])
        files.faults.add(Place(file), "", Message("{fit} sheets have such columns: {names}; keep one, or hide the "
                                                  "others", fit=len(fit), names=names))  # fmt: skip
        return None
    best = fit[0] if fit else max(shown, key=lambda each: known_in(each.rows[each.head], heads.knows))
    _tell(best, sheets, file, files)
    rows = [short for row in best.rows if (short := trimmed(row, best.unsaved))]
    return Grid(rows[best.head :], rows[: best.head], best.merged, best.unsaved, counts_cells=True)


def _tell(best: _Sheet, sheets: list[_Sheet], file: str, files: Files) -> None:
    """Note which sheet was read where there are others, and that hidden rows were."""
    others = [each.title for each in sheets if each is not best]
    if others:
        files.note(named("note_sheet", file=file, sheet=best.title, others=Listed(others)))
    if best.hidden_rows:
        files.note(named("note_hidden", file=file, count=best.hidden_rows, sheet=best.title))

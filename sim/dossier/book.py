"""The workbook of the package: the list of spaces, that of facilities and means, and every number with its basis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sim.called import Called
from sim.dossier.cover import every_number
from sim.dossier.dossier import Dossier
from sim.dossier.facilities import COLUMNS as FACILITIES
from sim.dossier.facilities import facilities_table
from sim.dossier.names import not_known
from sim.dossier.spaces import COLUMNS as SPACES
from sim.dossier.spaces import spaces_table
from sim.office.book import new_book
from sim.office.look import A3, A4, printed
from sim.office.sheet_table import put_table, put_title
from sim.record.column import Columns, Sort, placed

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

OWN, SCALE = SPACES.header.index("pack_col_remark") + 1, 75
"""Columns of the list of spaces that parks' own lists have, and how large it is printed [%]."""
NUMBERS = placed(
    ("pack_col_file", 18), ("pack_col_path", 44), ("pack_col_value", Sort.AMOUNT, 18), ("pack_col_basis", 12),
    ("pack_col_source", 60),
)  # fmt: skip


def write_book(dossier: Dossier, language: str) -> Workbook:
    """The three lists, each on a sheet of its own."""
    book = new_book()
    called = dossier.called(language)
    for key, columns, rows, paper in (
        ("spaces", SPACES, spaces_table(dossier, language).rows, A3),
        ("facilities", FACILITIES, facilities_table(dossier, language).rows, A3),
        ("numbers", NUMBERS, _numbers(dossier, called), A4),
    ):
        _add(book, key, called, columns, rows, paper)
    _two_pages_wide(book.worksheets[0])
    return book


def _two_pages_wide(sheet: Worksheet) -> None:
    """Print the columns of parks' own lists on one page, and how each space is used on the next."""
    from openpyxl.worksheet.pagebreak import Break, ColBreak

    sheet.sheet_properties.pageSetUpPr = None
    sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = None
    sheet.page_setup.scale = SCALE
    sheet.col_breaks = ColBreak()
    sheet.col_breaks.append(Break(OWN))
    sheet.print_title_cols = "A:B"


def _numbers(dossier: Dossier, called: Called) -> Sequence[Sequence[str]]:
    """Every written number with its basis and its source."""
    return [(file, each.path, each.text, called.says(f"pack_basis_{each.basis}"), each.source or not_known(called))
            for file, each in every_number(dossier)]  # fmt: skip


def _add(
    book: Workbook, key: str, called: Called, columns: Columns[Sequence[Any]], rows: Sequence[Sequence[Any]], paper: int
) -> None:
    """A sheet with a title, heads that stay and are repeated on every page, and a filter."""
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(called.says(f"pack_tab_{key}"))
    title = called.says(f"pack_list_{key}", park=called.name(called.park))
    put_title(sheet, 1, title, called.language)
    last = put_table(sheet, columns, rows, 2, called.language, size_pt=9, held=2)
    sheet.auto_filter.ref = f"A2:{get_column_letter(len(columns))}{max(last, 3)}"
    printed(sheet, title, "&P / &N", paper, landscape=True)

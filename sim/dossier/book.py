"""The workbook of the package: the list of spaces, that of facilities and means, and every number with its basis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sim.dossier.cover import every_number
from sim.dossier.dossier import Dossier
from sim.dossier.facilities import facilities_table
from sim.dossier.names import not_known
from sim.dossier.spaces import COLUMNS, spaces_table
from sim.office.book import new_book
from sim.office.look import A3, A4, boxed, font, head, lines_of_text, printed, put, wrapped
from sim.record.table import Cell, Table

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.styles import NamedStyle
    from openpyxl.worksheet.worksheet import Worksheet

SPACES = (5, 26, 18, 12, 14, 16, 11, 11, 9, 12, 20, 16, 12, 11, 24, 22, 20, 34, 16, 34, 10, 28)
FACILITIES = (5, 30, 12, 18, 14, 34, 11, 11, 50, 16, 10, 22)
OWN, SCALE = COLUMNS.index("remark") + 1, 75
"""Columns of the list of spaces that parks' own lists have, and how large it is printed [%]."""
NUMBERS = (18, 44, 18, 12, 60)
"""Widths of the columns, in letters."""
LINE_PT, MOST_LINES = 12.0, 30
BODY, SMALL, LARGE = "list text", "list figure below 1000", "list figure"
STYLES = {BODY: "General", SMALL: "#,##0.######", LARGE: "#,##0"}
"""How cells look: texts, then figures with and without what stands behind the point."""
A_THOUSAND = 1000.0


def write_book(dossier: Dossier, language: str) -> Workbook:
    """The three lists, each on a sheet of its own."""
    book = new_book()
    for name, figures in STYLES.items():
        book.add_named_style(_style(name, figures, language))
    called = dossier.called(language)
    park = called.name(dossier.park)
    for key, table, widths, paper in (
        ("spaces", spaces_table(dossier, language), SPACES, A3),
        ("facilities", facilities_table(dossier, language), FACILITIES, A3),
        ("numbers", numbers_table(dossier, language), NUMBERS, A4),
    ):
        _add(book, called.says(f"pack_tab_{key}"), called.says(f"pack_list_{key}", park=park), table, widths, paper,
             language)  # fmt: skip
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


def _style(name: str, figures: str, language: str) -> NamedStyle:
    """A style by its name: set by it, tens of thousands of cells take seconds, not a minute."""
    from openpyxl.styles import NamedStyle

    style = NamedStyle(name)
    aligned = wrapped("left" if name == BODY else "right")
    style.font, style.border, style.alignment, style.number_format = font(language), boxed(), aligned, figures
    return style


def numbers_table(dossier: Dossier, language: str) -> Table:
    """Every written number with its basis and its source."""
    called = dossier.called(language)
    rows: list[list[Cell]] = [
        [file, each.path, each.text, called.says(f"pack_basis_{each.basis}"), each.source or not_known(called)]
        for file, each in every_number(dossier)
    ]
    keys = ("file", "path", "value", "basis", "source")
    return Table(tuple(called.says(f"pack_col_{each}") for each in keys), rows)


def _add(
    book: Workbook, tab: str, title: str, table: Table, widths: Sequence[float], paper: int, language: str
) -> None:
    """A sheet with a title, heads that stay and are repeated on every page, and a filter."""
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(tab)
    put(sheet.cell(1, 1), title)
    sheet.cell(1, 1).font = font(language, 14, bold=True)
    for column, (text, width) in enumerate(zip(table.header, widths, strict=True), start=1):
        head(sheet.cell(2, column), text, language)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[2].height = 3 * LINE_PT
    for row, cells in enumerate(table.rows, start=3):
        for column, cell in enumerate(cells, start=1):
            there = sheet.cell(row, column)
            put(there, cell)
            there.style = BODY if not isinstance(cell, float) else SMALL if abs(cell) < A_THOUSAND else LARGE
        lines = max(lines_of_text(str(cell), width) for cell, width in zip(cells, widths, strict=True))
        sheet.row_dimensions[row].height = min(lines, MOST_LINES) * LINE_PT + 3
    last = get_column_letter(len(widths))
    sheet.auto_filter.ref = f"A2:{last}{max(len(table.rows), 1) + 2}"
    sheet.freeze_panes = "C3"
    sheet.print_title_rows = "1:2"
    printed(sheet, title, "&P / &N", paper, landscape=True)

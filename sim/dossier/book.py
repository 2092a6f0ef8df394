"""The workbook of the package: the list of spaces, that of facilities and means, and every number with its basis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sim.dossier.cover import every_number
from sim.dossier.dossier import Dossier
from sim.dossier.facilities import facilities_table
from sim.dossier.names import not_known
from sim.dossier.spaces import spaces_table
from sim.office.book import new_book
from sim.office.look import A3, A4, boxed, font, head, lines_of_text, printed, put, wrapped
from sim.record.table import Cell, Table

if TYPE_CHECKING:
    from openpyxl import Workbook

SPACES = (5, 26, 18, 12, 14, 16, 11, 11, 9, 12, 20, 16, 11, 24, 22, 20, 34, 16, 34, 10, 28)
FACILITIES = (5, 30, 12, 18, 14, 34, 11, 11, 50, 16, 10, 22)
NUMBERS = (18, 44, 18, 12, 60)
"""Widths of the columns, in letters."""
LINE_PT, MOST_LINES = 12.0, 30


def write_book(dossier: Dossier, language: str) -> Workbook:
    """The three lists, each on a sheet of its own."""
    book = new_book()
    called = dossier.called(language)
    park = called.name(dossier.park)
    for key, table, widths, paper in (
        ("spaces", spaces_table(dossier, language), SPACES, A3),
        ("facilities", facilities_table(dossier, language), FACILITIES, A3),
        ("numbers", numbers_table(dossier, language), NUMBERS, A4),
    ):
        _add(book, called.says(f"pack_tab_{key}"), called.says(f"pack_list_{key}", park=park), table, widths, paper,
             language)  # fmt: skip
    return book


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
    letters, box, wrap = font(language), boxed(), wrapped()
    for row, cells in enumerate(table.rows, start=3):
        for column, cell in enumerate(cells, start=1):
            there = sheet.cell(row, column)
            put(there, cell)
            there.font, there.border, there.alignment = letters, box, wrap
            if isinstance(cell, float):
                there.number_format = "#,##0.######" if abs(cell) < 1000 else "#,##0"
        lines = max(lines_of_text(str(cell), width) for cell, width in zip(cells, widths, strict=True))
        sheet.row_dimensions[row].height = min(lines, MOST_LINES) * LINE_PT + 3
    last = get_column_letter(len(widths))
    sheet.auto_filter.ref = f"A2:{last}{max(len(table.rows), 1) + 2}"
    sheet.freeze_panes = "C3"
    sheet.print_title_rows = "1:2"
    printed(sheet, title, ("", "/", ""), paper, landscape=True)

"""A table on a sheet of a workbook: heads that stay in view and on every page, rows as high as their fullest cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from sim.office.look import ELAPSED, boxed, fill, font, head, lines_of_text, put, wrapped
from sim.record.column import Column, Row
from sim.words import text as say

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FORMS = {date: "yyyy-mm-dd", time: "hh:mm", timedelta: ELAPSED}
"""How a spreadsheet shows what is no text."""


def put_table(
    sheet: Worksheet, columns: Sequence[Column[Row]], rows: Iterable[Row], at: int, language: str, *, bold: str = "",
    least_pt: float = 0.0, shade: Callable[[Row], str] | None = None,
) -> int:  # fmt: skip
    """Write heads into row `at`, and rows below it; returns the last of them.

    `bold` is the column whose words are, `least_pt` how high a row is at least, `shade` its colour. Programs do not
    raise the rows of a file by themselves.
    """
    from openpyxl.utils import get_column_letter

    for place, column in enumerate(columns, start=1):
        head(sheet.cell(at, place), say(column.head, language), language)
        sheet.column_dimensions[get_column_letter(place)].width = column.least
    sheet.row_dimensions[at].height = 30
    last = at
    for last, row in enumerate(rows, start=at + 1):
        tallest = 1
        for place, column in enumerate(columns, start=1):
            cell, value = sheet.cell(last, place), column.of(row)
            put(cell, value)
            cell.font, cell.border = font(language, 10, bold=column.head == bold), boxed()
            cell.alignment = wrapped("center" if column.sort.numeric else "left")
            cell.number_format = FORMS.get(type(value), "General")
            if shade is not None:
                cell.fill = fill(shade(row))
            tallest = max(tallest, lines_of_text(value if isinstance(value, str) else "", column.least * 0.92))
        sheet.row_dimensions[last].height = max(least_pt, 6 + 14 * tallest)
    sheet.freeze_panes = f"A{at + 1}"
    sheet.print_title_rows = f"1:{at}"
    return last


def put_title(sheet: Worksheet, row: int, text: str, language: str, size: float = 14, italic: bool = False) -> None:
    """Write what stands above a table; what is large is bold."""
    put(sheet.cell(row, 1), text)
    sheet.cell(row, 1).font = font(language, size, bold=size > 12, italic=italic)

"""A table on a sheet of a workbook: heads that stay in view and on every page, rows as high as their fullest cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from sim.office.look import ELAPSED, boxed, fill, font, head, lines_of_text, put, wrapped
from sim.record.column import Column, Row
from sim.words import text as say

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

FORMS = {date: "yyyy-mm-dd", time: "hh:mm", timedelta: ELAPSED}
"""How a spreadsheet shows what is neither text nor a number."""
SMALL, LARGE, A_THOUSAND = "#,##0.######", "#,##0", 1000.0
"""Figures with what stands behind the point, and without it from a thousand on."""
LINE, LETTER_PT = 1.4, 9.2
"""Height of a line in sizes of its letters, and the size of letters of which a column holds as many as it is wide."""
APART_PT, MOST_PT = 6.0, 400.0
"""Above and below the words of a row, and how high it is at most: no program knows higher ones."""


def put_table(
    sheet: Worksheet, columns: Sequence[Column[Row]], rows: Iterable[Row], at: int, language: str, *, bold: str = "",
    size_pt: float = 10.0, least_pt: float = 0.0, held: int = 0, shade: Callable[[Row], str] | None = None,
) -> int:  # fmt: skip
    """Write heads into row `at`, and rows below it; returns the last of them. Where None stands, a cell stays as it is.

    `bold` is the column whose words are, `least_pt` how high a row is at least, `held` how many columns stay in view,
    `shade` a row's colour. Programs do not raise the rows of a file by themselves.
    """
    from openpyxl.utils import get_column_letter

    heads = [each.title or say(each.head, language) for each in columns]
    for place, (column, text) in enumerate(zip(columns, heads, strict=True), start=1):
        head(sheet.cell(at, place), text, language)
        sheet.column_dimensions[get_column_letter(place)].width = column.least
    sheet.row_dimensions[at].height = max(30.0, _height_pt(columns, heads, size_pt))
    assert sheet.parent is not None  # it stands in a workbook
    looks = _Looks(sheet.parent, language, size_pt)
    last = at
    for last, row in enumerate(rows, start=at + 1):
        values = [each.of(row) for each in columns]
        for place, (column, value) in enumerate(zip(columns, values, strict=True), start=1):
            if value is None:
                continue
            cell = sheet.cell(last, place)
            put(cell, value)
            cell.style = looks.named(column.sort.numeric, column.head == bold, _form(value))
            if shade is not None:
                cell.fill = fill(shade(row))
        sheet.row_dimensions[last].height = max(least_pt, _height_pt(columns, values, size_pt))
    sheet.freeze_panes = f"{get_column_letter(held + 1)}{at + 1}"
    sheet.print_title_rows = f"1:{at}"
    return last


def _form(value: Any) -> str:
    """How a spreadsheet shows a value."""
    if isinstance(value, float):
        return SMALL if abs(value) < A_THOUSAND else LARGE
    return FORMS.get(type(value), "General")


def _height_pt(columns: Sequence[Column[Any]], values: Sequence[Any], size_pt: float) -> float:
    """Of a row."""
    letters = LETTER_PT / size_pt
    lines = max(lines_of_text(value, each.least * letters) if isinstance(value, str) else 1
                for each, value in zip(columns, values, strict=True))  # fmt: skip
    return min(MOST_PT, APART_PT + LINE * size_pt * lines)


class _Looks:
    """How cells look, by styles that a workbook knows by name: set one by one, ten thousands take a minute."""

    def __init__(self, book: Workbook, language: str, size_pt: float) -> None:
        self._book, self._language, self._size_pt = book, language, size_pt
        self._names: dict[tuple[bool, bool, str], str] = {}

    def named(self, right: bool, bold: bool, form: str) -> str:
        """A style, made when it is wanted first."""
        found = self._names.get((right, bold, form))
        if found is None:
            found = self._names[right, bold, form] = self._made(right, bold, form)
        return found

    def _made(self, right: bool, bold: bool, form: str) -> str:
        from openpyxl.styles import NamedStyle

        name = f"table {self._size_pt:g} {form}{' right' if right else ''}{' bold' if bold else ''}"
        if name not in self._book.named_styles:
            letters, aligned = font(self._language, self._size_pt, bold=bold), wrapped("right" if right else "left")
            self._book.add_named_style(NamedStyle(name, letters, border=boxed(), alignment=aligned, number_format=form))
        return name


def put_title(sheet: Worksheet, row: int, text: str, language: str, size: float = 14, italic: bool = False) -> None:
    """Write what stands above a table; what is large is bold."""
    put(sheet.cell(row, 1), text)
    sheet.cell(row, 1).font = font(language, size, bold=size > 12, italic=italic)

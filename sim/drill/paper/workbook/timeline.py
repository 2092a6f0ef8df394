"""The sheet with every line of the master list, which a designer edits and hands back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.drill.line import Line
from sim.drill.master_list import MasterList
from sim.drill.numbers import line_key
from sim.drill.paper.columns import COLUMNS, Column, header, printed_columns, value_of
from sim.drill.paper.workbook.facts import pages, title
from sim.drill.paper.workbook.lists import offer
from sim.drill.paper.workbook.style import CLOCK_WITH_DATE, FORMATS, LOOKS, excel_value, side_of
from sim.office.look import A3, boxed, fill, font, head, lines_of_text, printed, put, wrapped
from sim.record.column import Sort
from sim.words import text as say

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

HEAD_ROW = 2
KEY_COLUMN = len(COLUMNS) + 1
"""Hidden: what each line keeps its number by."""
NOT_TAKEN = ("sheet", "incident", "deadline_s")
"""Fields that are a designer's only in lines of the designer's own; their heads are light."""
SIZE = 10
LINE_POINTS = 14.0
"""Height of a line of text [pt]."""


def add_timeline(book: Workbook, master: MasterList, language: str) -> None:
    """Add the sheet."""
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(say("book_timeline", language))
    put(sheet.cell(1, 1), title(master, language))
    sheet.cell(1, 1).font = font(language, 14, bold=True)
    sheet.row_dimensions[1].height = 24
    sheet.row_dimensions[HEAD_ROW].height = 42
    for place, column in enumerate(COLUMNS, start=1):
        _head(sheet, place, column, master, language)
    sheet.column_dimensions[get_column_letter(KEY_COLUMN)].hidden = True
    for row, line in enumerate(master.lines, start=HEAD_ROW + 1):
        _row(sheet, row, line, master, language)
    last = HEAD_ROW + len(master.lines)
    sheet.freeze_panes = f"B{HEAD_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{get_column_letter(len(COLUMNS))}{last}"
    sheet.print_title_rows = f"1:{HEAD_ROW}"
    sheet.print_area = f"A1:{get_column_letter(printed_columns(master))}{last}"
    printed(sheet, title(master, language), pages(language), A3, landscape=True)
    offer(book, sheet, master, HEAD_ROW + 1, language)


def _head(sheet: Worksheet, place: int, column: Column, master: MasterList, language: str) -> None:
    """A column's head, dark over what a designer changes, with its width and the form of what is written below."""
    from openpyxl.utils import get_column_letter

    edited = bool(column.field) and column.field not in NOT_TAKEN
    head(sheet.cell(HEAD_ROW, place), header(column, master, language), language, dark=edited)
    of_column = sheet.column_dimensions[get_column_letter(place)]
    of_column.width = column.width
    of_column.number_format = _form(column, master)
    of_column.font = font(language, SIZE)
    of_column.alignment = wrapped(side_of(column.sort))
    if column.sort is Sort.CLOCK and _over_midnight(master):
        of_column.width = column.width + 4


def _form(column: Column, master: MasterList) -> str:
    """The form of a column's numbers; clock times have their date when there is more than one."""
    return CLOCK_WITH_DATE if column.sort is Sort.CLOCK and _over_midnight(master) else FORMATS[column.sort]


def _over_midnight(master: MasterList) -> bool:
    clocks = [clock for line in master.lines if (clock := master.clock(line))]
    return len({clock.date() for clock in clocks}) > 1


def _row(sheet: Worksheet, row: int, line: Line, master: MasterList, language: str) -> None:
    look = LOOKS[line.kind]
    letters = font(language, SIZE, italic=look.italic, ink=look.ink)
    strong = font(language, SIZE, bold=look.bold, italic=look.italic, ink=look.ink)
    shade, box = fill(look.fill), boxed(look.dashed)
    tallest = 1
    for place, column in enumerate(COLUMNS, start=1):
        cell = sheet.cell(row, place)
        value = value_of(column, master, line, language)
        put(cell, excel_value(value, column.sort))
        cell.number_format = _form(column, master)
        cell.font = strong if column.key in ("number", "kind", "text", "action", "deadline") else letters
        cell.fill, cell.border = shade, box
        cell.alignment = wrapped(side_of(column.sort))
        if isinstance(value, str) and column.printed:
            tallest = max(tallest, lines_of_text(value, column.width * 1.0))
    sheet.row_dimensions[row].height = 4 + LINE_POINTS * tallest
    put(sheet.cell(row, KEY_COLUMN), line_key(line))

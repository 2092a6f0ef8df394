"""What the workbook is, what may be changed in it, and what its colours mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.drill.mark import list_mark
from sim.drill.master_list import MasterList
from sim.drill.paper.labels import KINDS
from sim.drill.paper.workbook.facts import facts, hashes, pages, title
from sim.drill.paper.workbook.style import LOOKS
from sim.office.look import boxed, fill, font, lines_of_text, printed, put, wrapped
from sim.words import text as say

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

WIDTH = 100.0
READ_ME = {
    "rm_what": ("rm_what_timeline", "rm_what_times", "rm_what_cards"),
    "rm_may": ("rm_may_cells", "rm_may_sort", "rm_may_new"),
    "rm_not": ("rm_not_heads", "rm_not_jumps"),
    "rm_back": ("rm_back_file", "rm_back_sheets"),
}
"""What it says, by its headings."""


def add_read_me(book: Workbook, master: MasterList, language: str) -> None:
    """Add the sheet."""
    sheet = book.create_sheet(say("read_me", language))
    sheet.column_dimensions["A"].width = WIDTH
    row = _text(sheet, 1, title(master, language), language, size=16, bold=True)
    row = _text(sheet, row, facts(master, language), language)
    mark = say("list_mark_text", language, mark=list_mark(master.lines))
    row = _text(sheet, row, say("colon", language, name=say("list_mark", language), what=mark), language, size=9)
    if hashes(master):
        row = _text(sheet, row, say("hash", language, hashes=hashes(master)), language, size=9)
    for heading, sentences in READ_ME.items():
        row = _text(sheet, row + 1, say(heading, language), language, size=12, bold=True)
        for each in sentences:
            row = _text(sheet, row, say(each, language), language)
    row = _text(sheet, row + 1, say("rm_kinds", language), language, size=12, bold=True)
    for kind, name in KINDS.items():
        look, cell = LOOKS[kind], sheet.cell(row, 1)
        row = _text(sheet, row, name.in_language(language), language, bold=look.bold, italic=look.italic, ink=look.ink)
        cell.fill, cell.border = fill(look.fill), boxed(look.dashed)
    printed(sheet, title(master, language), pages(language))


def _text(sheet: Worksheet, row: int, text: str, language: str, size: float = 11, **letters: object) -> int:
    """Write a paragraph; returns the next row."""
    cell = sheet.cell(row, 1)
    put(cell, text)
    cell.font, cell.alignment = font(language, size, **letters), wrapped()  # type: ignore[arg-type]
    sheet.row_dimensions[row].height = 4 + 1.4 * size * lines_of_text(text, WIDTH * 0.95 * 11 / size)
    return row + 1

"""How workbooks look: fonts of both languages, heads, boxes, and pages as they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.words import text

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.styles import Alignment, Border, Font, PatternFill
    from openpyxl.worksheet.worksheet import Worksheet

DARK, LIGHT, INK, PALE = "1F3864", "D6DCE5", "1A1A1A", "FFFFFF"
ELAPSED = "[h]:mm:ss"
"""How a stretch of time is shown."""
A4, A3 = 9, 8
"""Paper sizes as Excel counts them."""


def font(language: str, size: float = 9, bold: bool = False, italic: bool = False, ink: str = INK) -> Font:
    """Letters in a language's font."""
    from openpyxl.styles import Font

    return Font(name=text("language_font", language), size=size, bold=bold, italic=italic, color=ink)


def fill(colour: str) -> PatternFill:
    """A plain fill."""
    from openpyxl.styles import PatternFill

    return PatternFill("solid", fgColor=colour)


def wrapped(horizontal: str = "left", vertical: str = "top") -> Alignment:
    """Text that goes on in the next line of its cell."""
    from openpyxl.styles import Alignment

    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=True, indent=int(horizontal == "right"))


def boxed(dashed: bool = False) -> Border:
    """A line all round."""
    from openpyxl.styles import Border, Side

    side = Side(style="dashed", color="7F7F7F") if dashed else Side(style="thin", color="A6A6A6")
    return Border(left=side, right=side, top=side, bottom=side)


def put(cell: Cell | MergedCell, value: str | float | datetime | timedelta | None) -> None:
    """Write a value; text that begins with `=` stays text."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def head(cell: Cell | MergedCell, words: str, language: str, dark: bool = True) -> None:
    """A head of a column."""
    put(cell, words)
    cell.font = font(language, bold=True, ink=PALE if dark else INK)
    cell.fill = fill(DARK if dark else LIGHT)
    cell.alignment = wrapped("center", "center")
    cell.border = boxed()


def printed(sheet: Worksheet, foot: str, pages: str, paper: int = A4, landscape: bool = False) -> None:
    """Set a page up: fit to its width, with a foot that counts pages: `&P` is the number of one, `&N` of all."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = paper
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom = 0.5, 0.6
    sheet.print_options.horizontalCentered = True
    foot_line = sheet.oddFooter
    assert foot_line is not None  # every sheet has one, with its parts
    for part, words in ((foot_line.left, foot.replace("&", "&&")), (foot_line.right, pages)):
        assert part is not None
        part.text, part.size = words, 8
    sheet.sheet_view.showGridLines = False


def lines_of_text(text: str, letters: float) -> int:
    """How many lines a text takes in a cell so many letters wide; a Chinese letter counts as two.

    >>> lines_of_text("abcdef", 3), lines_of_text("关闭闸门", 4), lines_of_text("", 3)
    (2, 2, 1)
    """
    return sum(max(1, -(-_letters(each) // max(1, int(letters)))) for each in text.split("\n"))


def _letters(text: str) -> int:
    return len(text) if text.isascii() else sum(2 if ord(letter) > 0x2E7F else 1 for letter in text)

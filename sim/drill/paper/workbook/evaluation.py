"""The evaluators' form: a block for each expected action, rated as HSEEP does (P, S, M, U; from memory)."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from sim.drill.line import Kind, Line
from sim.drill.master_list import MasterList
from sim.drill.paper.columns import BY_KEY, cell_text, hms, value_of
from sim.drill.paper.workbook.facts import incidents, on_exercise_clock, pages, title
from sim.office.look import LIGHT, boxed, fill, font, head, lines_of_text, printed, put, wrapped
from sim.words import text as say

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

RATINGS = ("P", "S", "M", "U")
WIDTHS = (16.0, 15.0, 15.0, 15.0, 15.0, 18.0)
LAST = len(WIDTHS)
BLOCK_ROWS = 7
FIRST_ROW = 5
CLOCK = "[h]:mm"
PAGE_POINTS = 700.0
"""Height of what fits on a page below its title [pt]."""


def add_evaluation(book: Workbook, master: MasterList, language: str) -> None:
    """Add the sheet."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.pagebreak import Break

    sheet = book.create_sheet(say("book_evaluation", language))
    for place, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    rule = DataValidation("list", formula1=f'"{",".join(RATINGS)}"', allow_blank=True)
    rule.error, rule.showErrorMessage = say("ev_wrong", language), True
    sheet.add_data_validation(rule)
    actions = list(master.of(Kind.ACTION))
    rows = [FIRST_ROW + k * (BLOCK_ROWS + 1) for k in range(len(actions))]
    for row, line in zip(rows, actions, strict=True):
        _block(sheet, row, line, master, language)
        rule.add(f"E{row + 3}")
    for row in _first_on_page(sheet, rows):
        sheet.row_breaks.append(Break(id=row - 1))
    _top(sheet, master, [f"E{row + 3}" for row in rows], language)
    sheet.print_title_rows = "1:2"
    printed(sheet, title(master, language), pages(language))


def _first_on_page(sheet: Worksheet, rows: list[int]) -> list[int]:
    """The blocks that begin a page, lest one be cut."""
    found: list[int] = []
    left = PAGE_POINTS - 30.0
    for row in rows:
        tall = sum(sheet.row_dimensions[each].height or 15.0 for each in range(row, row + BLOCK_ROWS + 1))
        if tall > left:
            found.append(row)
            left = PAGE_POINTS
        left -= tall
    return found


def _top(sheet: Worksheet, master: MasterList, cells: list[str], language: str) -> None:
    """What to do, and how many have which rating."""
    put(sheet.cell(1, 1), f"{say('book_evaluation', language)} | {incidents(master, language)}")
    sheet.cell(1, 1).font = font(language, 14, bold=True)
    _wide(sheet, 2, 1, LAST, say("ev_how", language), language)
    put(sheet.cell(3, 1), say("ev_rated", language))
    sheet.cell(3, 1).font = font(language, 10, bold=True)
    for place, rating in enumerate(RATINGS, start=2):
        column = f"E{FIRST_ROW}:E{FIRST_ROW + len(cells) * (BLOCK_ROWS + 1)}"
        sheet.cell(3, place).value = f'="{rating}: "&COUNTIF({column},"{rating}")'
        sheet.cell(3, place).font = font(language, 10)


def _block(sheet: Worksheet, row: int, line: Line, master: MasterList, language: str) -> None:
    """What is planned, what must be, and what was."""
    name = str(value_of(BY_KEY["action"], master, line, language) or "")
    what = name if line.sheet in master.park.sheets else line.text.in_language(language)
    heading = f"{line.number}   {what} | {line.receiver.in_language(language)}"
    _wide(sheet, row, 1, LAST, heading, language, bold=True)
    sheet.cell(row, 1).fill = fill(LIGHT)
    heads = ("ev_on_clock", "ev_ordered", "ev_done", "ev_latest", "ev_rating", "ev_evaluator")
    for place, key in enumerate(heads, start=1):
        head(sheet.cell(row + 1, place), say(key, language), language, dark=False)
    sheet.row_dimensions[row + 1].height = 30
    for place, value in enumerate(_planned(line, master, language), start=1):
        _cell(sheet, row + 2, place, value, language)
    for place in range(1, LAST + 1):
        _cell(sheet, row + 3, place, say("actual", language) if place == 1 else None, language)
        sheet.cell(row + 3, place).number_format = CLOCK if place < 4 else "General"
    sheet.row_dimensions[row + 3].height = 22
    _said(sheet, row + 4, "evaluate", line.evaluate.in_language(language), language)
    _said(sheet, row + 5, "ev_evidence", line.evidence.in_language(language), language)
    _said(sheet, row + 6, "ev_observed", _missed(line, master, language), language, least=46)


def _planned(line: Line, master: MasterList, language: str) -> list[str]:
    """What is planned by the exercise clock, with T+ below."""

    def both(at_s: float, otherwise: str) -> str:
        if not isfinite(at_s):
            return otherwise
        return f"{hms(on_exercise_clock(master, line.incident, at_s))}\n(T+ {hms(at_s)})"

    deadline = value_of(BY_KEY["deadline"], master, line, language)
    latest = deadline if isinstance(deadline, str) else say("paper_none", language)
    ordered = f"{hms(line.exercise_s)}\n(T+ {hms(line.at_s)})"
    done = both(line.done_s, say("ev_never", language))
    return [say("ev_planned", language), ordered, done, both(line.deadline_s, latest), "", ""]


def _missed(line: Line, master: MasterList, language: str) -> str:
    """What follows if it is missed, to begin the evaluator's notes with; empty when nothing does."""
    if line.missed is None:
        return ""
    cells = {key: cell_text(BY_KEY[key], value_of(BY_KEY[key], master, line, language))
             for key in ("missed", "where", "first")}  # fmt: skip
    text = say("ev_missed_text", language, volume=cells["missed"], where=cells["where"], first=cells["first"])
    return f"({say('ev_missed', language)}: {text})"


def _cell(sheet: Worksheet, row: int, place: int, value: str | None, language: str) -> None:
    cell = sheet.cell(row, place)
    put(cell, value)
    cell.font, cell.border = font(language, 10, bold=place == 1), boxed()
    cell.alignment = wrapped("left" if place == 1 else "center", "center")
    if value:
        tallest = lines_of_text(value, WIDTHS[place - 1] * 0.9)
        sheet.row_dimensions[row].height = max(sheet.row_dimensions[row].height or 0, 4 + 14 * tallest)


def _said(sheet: Worksheet, row: int, key: str, text: str, language: str, least: float = 18) -> None:
    """A label with text beside it."""
    _cell(sheet, row, 1, say(key, language), language)
    _wide(sheet, row, 2, LAST, text, language, least=least)


def _wide(
    sheet: Worksheet, row: int, first: int, last: int, text: str, language: str, bold: bool = False, least: float = 18
) -> None:
    """Text over several columns; merged cells do not find their height by themselves."""
    sheet.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)
    for place in range(first, last + 1):
        sheet.cell(row, place).border = boxed()
    cell = sheet.cell(row, first)
    put(cell, text or None)
    cell.font, cell.alignment = font(language, 10, bold=bold), wrapped()
    tallest = lines_of_text(text, sum(WIDTHS[first - 1 : last]) * 0.95)
    sheet.row_dimensions[row].height = max(least, 4 + 14 * tallest)

"""The operation sheets that an exercise calls: roles, never names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.drill.master_list import MasterList
from sim.drill.paper.workbook.facts import incidents, pages, title
from sim.office.look import boxed, font, head, lines_of_text, printed, put, wrapped
from sim.park import Name, Sheet
from sim.park.sheet import SheetText
from sim.units import SECONDS_A_MINUTE
from sim.words import text as say

if TYPE_CHECKING:
    from openpyxl import Workbook

HEADS = (("op_lines", 8.0), ("sheet", 24.0), ("op_crew", 20.0), ("op_person", 18.0), ("op_start", 26.0),
         ("op_division", 26.0), ("op_handling", 28.0), ("op_means", 24.0), ("op_time", 10.0),
         ("op_check", 26.0))  # fmt: skip
FIRST_ROW = 3


def add_operations(book: Workbook, master: MasterList, language: str) -> None:
    """Add the sheet; none when nothing is called by an operation sheet."""
    from openpyxl.utils import get_column_letter

    called = _called(master)
    if not called:
        return
    sheet = book.create_sheet(say("operations", language))
    put(sheet.cell(1, 1), f"{say('operations', language)} | {incidents(master, language)}")
    sheet.cell(1, 1).font = font(language, 14, bold=True)
    for place, (key, width) in enumerate(HEADS, start=1):
        head(sheet.cell(FIRST_ROW - 1, place), say(key, language), language)
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.row_dimensions[FIRST_ROW - 1].height = 30
    for row, (id, numbers) in enumerate(called.items(), start=FIRST_ROW):
        values = _values(master, master.park.sheets[id], numbers, language)
        for place, value in enumerate(values, start=1):
            cell = sheet.cell(row, place)
            put(cell, value)
            cell.font, cell.border = font(language, 10, bold=place == 2), boxed()
            cell.alignment = wrapped("center" if place == 9 else "left")
        tallest = max(lines_of_text(value, HEADS[place][1] * 0.92) for place, value in enumerate(values))
        sheet.row_dimensions[row].height = 6 + 14 * tallest
    sheet.freeze_panes = f"A{FIRST_ROW}"
    sheet.print_title_rows = f"1:{FIRST_ROW - 1}"
    printed(sheet, title(master, language), pages(language), landscape=True)


def _called(master: MasterList) -> dict[str, list[int]]:
    """Operation sheets with the numbers of the lines that call them."""
    called: dict[str, list[int]] = {}
    for line in master.lines:
        if line.sheet in master.park.sheets:
            called.setdefault(line.sheet, []).append(line.number)
    return called


def _values(master: MasterList, sheet: Sheet, numbers: list[int], language: str) -> list[str]:
    called = master.called(language)
    crew = called.crew(sheet.crew) if sheet.crew else called.says("op_control_room")
    said = {key: sheet.texts.get(key, Name()).in_language(language) for key in SheetText}
    needs = [f"{called.equipment(id)} x {count:,.15g}" for id, count in sheet.needs.items()]
    means = "\n".join(filter(None, [said[SheetText.MEANS], *needs]))
    times = " + ".join(f"{(each or 0) / SECONDS_A_MINUTE:.3g}" for each in (sheet.travel_s, sheet.work_s))
    return [
        ", ".join(map(str, sorted(numbers))), called.job(sheet.id), crew, said[SheetText.PERSON],
        said[SheetText.START], said[SheetText.DIVISION], said[SheetText.HANDLING], means, times, sheet.check,
    ]  # fmt: skip

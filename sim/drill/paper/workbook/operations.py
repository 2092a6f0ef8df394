"""The operation sheets that an exercise calls: roles, never names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.drill.master_list import MasterList
from sim.drill.paper.workbook.facts import incidents, pages, title
from sim.office.look import printed
from sim.office.sheet_table import put_table, put_title
from sim.park import Name, Sheet
from sim.park.sheet import SheetText
from sim.record.column import Sort, placed
from sim.units import SECONDS_A_MINUTE
from sim.words import text as say

if TYPE_CHECKING:
    from openpyxl import Workbook

COLUMNS = placed(
    ("op_lines", Sort.TEXT, 8.0), ("sheet", Sort.TEXT, 24.0), ("op_crew", Sort.TEXT, 20.0),
    ("op_person", Sort.TEXT, 18.0), ("op_start", Sort.TEXT, 26.0), ("op_division", Sort.TEXT, 26.0),
    ("op_handling", Sort.TEXT, 28.0), ("op_means", Sort.TEXT, 24.0), ("op_time", Sort.FIGURE, 10.0),
    ("op_check", Sort.TEXT, 26.0),
)  # fmt: skip
HEAD_ROW = 2


def add_operations(book: Workbook, master: MasterList, language: str) -> None:
    """Add the sheet; none when nothing is called by an operation sheet."""
    called = _called(master)
    if not called:
        return
    sheet = book.create_sheet(say("operations", language))
    put_title(sheet, 1, f"{say('operations', language)} | {incidents(master, language)}", language)
    rows = [_values(master, master.park.sheets[id], numbers, language) for id, numbers in called.items()]
    put_table(sheet, COLUMNS, rows, HEAD_ROW, language, bold="sheet")
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

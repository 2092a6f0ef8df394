"""The list of gaps as a workbook: what we know in grey, empty yellow columns for whoever answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from sim.called import Called
from sim.drill.paper.book import new_book, save
from sim.drill.paper.workbook.style import boxed, fill, font, head, printed, put, wrapped
from sim.park import Basis
from sim.report.gaps import ASKED, TOLD

YELLOW = "FFF2CC"
WIDTHS = {
    "gap": 20, "thing": 22, "missing": 20, "meanwhile": 20, "tried": 18, "span": 22, "hangs": 26, "question": 36,
    "whom": 16, "answer": 14, "unit": 8, "basis": 12, "source": 18, "by": 14, "date": 12,
}  # fmt: skip
"""Of the columns, in letters."""
KNOWN = (Basis.MEASURED, Basis.PUBLISHED, Basis.DESIGNED)
"""How an answer may be known: an assumption is none."""


def write_gaps_book(path: Path, rows: Sequence[Mapping[str, str]], called: Called) -> None:
    """Write the rows as a workbook.

    Raises:
        InputError: openpyxl is not installed.
    """
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    language, bases = called.language, [called.says(f"basis_{each}") for each in KNOWN]
    book = new_book()
    sheet = book.create_sheet(called.says("gap_sheet"))
    put(sheet.cell(1, 1), called.says("gap_title", park=called.name(called.park), bases=called.listed(bases)))
    sheet.cell(1, 1).font = font(language, 11, bold=True)
    keys = (*TOLD, *ASKED)
    for column, key in enumerate(keys, start=1):
        head(sheet.cell(2, column), called.says(f"gap_head_{key}"), language)
        sheet.column_dimensions[get_column_letter(column)].width = WIDTHS[key]
    letters, empty, top, line = font(language), fill(YELLOW), wrapped(), boxed()
    for number, row in enumerate(rows, start=3):
        for column, key in enumerate(keys, start=1):
            cell = sheet.cell(number, column)
            put(cell, row[key] or None)
            cell.font, cell.alignment, cell.border = letters, top, line
            if key in ASKED and key != "unit":
                cell.fill = empty
    choice = DataValidation(type="list", formula1=f'"{",".join(bases)}"', allow_blank=True)
    sheet.add_data_validation(choice)
    place = get_column_letter(keys.index("basis") + 1)
    choice.add(f"{place}3:{place}{max(len(rows) + 2, 3)}")
    sheet.freeze_panes = "C3"
    printed(sheet, called.name(called.park), ("", "/", ""), landscape=True)
    sheet.print_title_rows = "2:2"
    save(book, path)

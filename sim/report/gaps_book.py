"""The list of gaps as a workbook: what is asked, yellow columns for whoever answers, and the ranges' reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sim.called import Called
from sim.exchange.gaps import KNOWN
from sim.office.book import new_book, save
from sim.office.look import PALE, boxed, fill, font, head, lines_of_text, printed, put, wrapped
from sim.report.gaps import ASKED, Spoken

if TYPE_CHECKING:
    from openpyxl import Workbook

YELLOW = "FFF2CC"
WIDTHS = {
    "gap": 20, "thing": 24, "question": 44, "whom": 18, "answer": 14, "unit": 8, "basis": 12, "source": 20, "by": 16,
    "date": 12, "meanwhile": 22, "tried": 20, "hangs": 34,
}  # fmt: skip
"""Of the columns in their order, in letters."""
LINE_PT = 13
"""Height of a line of text [pt]."""


def write_gaps_book(path: Path, rows: Sequence[Mapping[str, str]], spoken: Spoken) -> None:
    """Write the rows, and the reasons of the ranges that were tried, as a workbook.

    Raises:
        InputError: openpyxl is not installed.
    """
    from openpyxl.styles import Font, NamedStyle
    from openpyxl.utils import get_column_letter

    called, book = spoken.called, new_book()
    letters = Font(name=called.says("language_font"), size=9)
    book.add_named_style(NamedStyle("said", font=letters, alignment=wrapped(), border=boxed()))
    sheet, bases = book.create_sheet(called.says("gap_sheet")), [called.says(f"basis_{each}") for each in KNOWN]
    put(sheet.cell(1, 1), called.says("gap_title", park=called.name(called.park), bases=called.listed(bases)))
    sheet.cell(1, 1).font = font(called.language, 11, bold=True)
    for column, (key, width) in enumerate(WIDTHS.items(), start=1):
        whole = sheet.column_dimensions[get_column_letter(column)]
        whole.width = width
        if key in ASKED and key != "unit":
            whole.fill, whole.font, whole.alignment, whole.border = fill(YELLOW), letters, wrapped(), boxed()
            sheet.cell(1, column).fill = fill(PALE)
        head(sheet.cell(2, column), called.says(f"gap_head_{key}"), called.language)
        for number, row in enumerate(rows, start=3):
            if row[key]:
                cell = sheet.cell(number, column, row[key])
                cell.style = "said"
                if row[key].startswith("="):
                    put(cell, row[key])
    for number, row in enumerate(rows, start=3):
        lines = max(lines_of_text(row[key], width) for key, width in WIDTHS.items())
        sheet.row_dimensions[number].height = LINE_PT * lines + 2
    _choose(book, bases, len(rows))
    sheet.freeze_panes = "C3"
    printed(sheet, called.name(called.park), "&P / &N", landscape=True)
    sheet.print_title_rows = "2:2"
    _add_spans(book, rows, called)
    save(book, path)


def _choose(book: Workbook, bases: Sequence[str], count: int) -> None:
    """Offer what may be said of how an answer is known."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    choice = DataValidation(type="list", formula1=f'"{",".join(bases)}"', allow_blank=True)
    book.worksheets[0].add_data_validation(choice)
    place = get_column_letter(list(WIDTHS).index("basis") + 1)
    choice.add(f"{place}3:{place}{max(count + 2, 3)}")


def _add_spans(book: Workbook, rows: Sequence[Mapping[str, str]], called: Called) -> None:
    """A sheet that says between which ends each sort was tried, and why."""
    sheet = book.create_sheet(called.says("gap_head_span"))
    for column, (key, width) in enumerate((("missing", 40), ("span", 80)), start=1):
        head(sheet.cell(1, column), called.says(f"gap_head_{key}"), called.language)
        sheet.column_dimensions["AB"[column - 1]].width = width
    spans = dict.fromkeys((row["missing"], row["span"]) for row in rows if row["span"])
    for number, texts in enumerate(spans, start=2):
        for column, text in enumerate(texts, start=1):
            put(sheet.cell(number, column), text)
            sheet.cell(number, column).style = "said"

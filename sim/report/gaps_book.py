"""The list of gaps as a workbook: what is asked, yellow columns for whoever answers, and the ranges' reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.exchange.gaps import KNOWN
from sim.office.book import new_book, save
from sim.office.look import PALE, boxed, fill, font, printed, wrapped
from sim.office.sheet_table import put_table, put_title
from sim.report.gaps import ASKED, COLUMNS, HEAD, Spoken

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

YELLOW = "FFF2CC"
ORDER = ("gap", "thing", "question", "whom", *ASKED, "meanwhile", "tried", "hangs")
SHOWN = COLUMNS.named(*(HEAD + key for key in ORDER))
SPANS = COLUMNS.named(f"{HEAD}missing", f"{HEAD}span")
LETTERS_PT = 9.0


def write_gaps_book(path: Path, rows: Sequence[Mapping[str, str]], spoken: Spoken) -> None:
    """Write the rows, and the reasons of the ranges that were tried, as a workbook.

    Raises:
        InputError: openpyxl is not installed.
    """
    called, book = spoken.called, new_book()
    sheet, bases = book.create_sheet(called.says("gap_sheet")), [called.says(f"basis_{each}") for each in KNOWN]
    title = called.says("gap_title", park=called.name(called.park), bases=called.listed(bases))
    put_title(sheet, 1, title, called.language)
    filled: Iterable[Mapping[str, Any]] = ({key: said or None for key, said in row.items()} for row in rows)
    put_table(sheet, SHOWN, filled, 2, called.language, size_pt=LETTERS_PT, held=2)
    _colour(sheet, called.language)
    _choose(sheet, bases, len(rows))
    printed(sheet, called.name(called.park), "&P / &N", landscape=True)
    sheet.print_title_rows = "2:2"
    spans = {(row["missing"], row["span"]): row for row in rows if row["span"]}
    put_table(book.create_sheet(called.says(f"{HEAD}span")), SPANS, spans.values(), 1, called.language,
              size_pt=LETTERS_PT)  # fmt: skip
    save(book, path)


def _colour(sheet: Worksheet, language: str) -> None:
    """Colour the columns of whoever answers, below their heads and as far down as there are rows."""
    from openpyxl.utils import get_column_letter

    for place, key in enumerate(SHOWN.header, start=1):
        if key.removeprefix(HEAD) in ASKED and key != f"{HEAD}unit":
            whole = sheet.column_dimensions[get_column_letter(place)]
            whole.fill, whole.font = fill(YELLOW), font(language, LETTERS_PT)
            whole.alignment, whole.border = wrapped(), boxed()
            sheet.cell(1, place).fill = fill(PALE)


def _choose(sheet: Worksheet, bases: Sequence[str], count: int) -> None:
    """Offer what may be said of how an answer is known."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    choice = DataValidation(type="list", formula1=f'"{",".join(bases)}"', allow_blank=True)
    sheet.add_data_validation(choice)
    place = get_column_letter(SHOWN.header.index(f"{HEAD}basis") + 1)
    choice.add(f"{place}3:{place}{max(count + 2, 3)}")

"""Words to choose from: a hidden sheet of lists, and the cells that offer them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sim.drill.master_list import MasterList
from sim.drill.paper.columns import BY_KEY, COLUMNS
from sim.drill.paper.labels import KINDS, PHASES
from sim.office.look import put
from sim.park import Name
from sim.words import text as say

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

SHEET = "_lists"
ROWS_MORE = 300
"""Rows below the last line in which the lists are offered, too."""
CLOSED = ("phase", "tier", "kind")
"""Columns in which nothing else may stand."""


def _words(master: MasterList, language: str) -> dict[str, list[str]]:
    """What each column offers."""

    def of(names: Iterable[Name]) -> list[str]:
        return sorted(dict.fromkeys(text for each in names if (text := each.in_language(language))))

    return {
        "phase": [each.in_language(language) for each in PHASES.values()],
        "tier": [each.name.in_language(language) for each in master.park.tiers.values()],
        "kind": [each.in_language(language) for each in KINDS.values()],
        "from": of(line.sender for line in master.lines),
        "to": of(line.receiver for line in master.lines),
        "medium": of(line.medium for line in master.lines),
    }


def offer(book: Workbook, sheet: Worksheet, master: MasterList, first_row: int, language: str) -> None:
    """Offer words in the cells of the timeline."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    hidden = book.create_sheet(SHEET)
    hidden.sheet_state = "veryHidden"
    last = first_row + len(master.lines) + ROWS_MORE
    for place, (key, words) in enumerate(_words(master, language).items(), start=1):
        for row, word in enumerate(words, start=1):
            put(hidden.cell(row, place), word)
        letter = get_column_letter(place)
        rule = DataValidation(
            "list", formula1=f"'{SHEET}'!${letter}$1:${letter}${max(len(words), 1)}", allow_blank=True
        )
        rule.showErrorMessage = key in CLOSED
        rule.error = say("wrong_word", language)
        at = get_column_letter(COLUMNS.index(BY_KEY[key]) + 1)
        rule.add(f"{at}{first_row}:{at}{last}")
        sheet.add_data_validation(rule)

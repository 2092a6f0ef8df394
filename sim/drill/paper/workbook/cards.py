"""A card for each player: what reaches them and what they are expected to do, without deadlines or consequences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sim.drill.call_sign import call_sign
from sim.drill.line import Kind, Line
from sim.drill.master_list import MasterList
from sim.drill.paper.workbook.facts import pages, title
from sim.drill.paper.workbook.style import excel_value
from sim.office.look import printed
from sim.office.sheet_table import put_table, put_title
from sim.park import Name
from sim.park.sheet import SheetText
from sim.record.column import Sort, placed
from sim.words import LANGUAGES
from sim.words import text as say

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

COLUMNS = placed(
    ("number", Sort.COUNT, 5.5), ("card_time", Sort.ELAPSED, 9.0), ("card_from", Sort.TEXT, 20.0),
    ("card_told", Sort.TEXT, 42.0), ("card_do", Sort.TEXT, 42.0), ("card_notes", Sort.TEXT, 24.0),
)  # fmt: skip
HEAD_ROW = 3
LONGEST = 31
"""Letters that a sheet's name may have."""


class Item(NamedTuple):
    """A line as it stands on a card."""

    line: Line
    told: str = ""
    do: str = ""


def players(master: MasterList) -> list[Name]:
    """Who plays: whoever is told, ordered or owes something, but for exercise control, evaluators and "all"."""
    staff = {name for line in master.lines if line.key.startswith("control/") for name in (line.sender, line.receiver)}
    staff |= {line.sender for line in master.of(Kind.MEASUREMENT)}
    named = [line.receiver for line in master.of(Kind.INJECT, Kind.ACTION)]
    named += [line.sender for line in master.of(Kind.ACTION, Kind.REPORT)]
    return [name for name in dict.fromkeys(named) if name not in staff and str(name)]


def items(master: MasterList, player: Name, language: str) -> Iterator[Item]:
    """What stands on a player's card."""
    everybody = {line.receiver for line in master.lines if line.key.startswith("control/")}
    for line in master.lines:
        text = line.text.in_language(language)
        receiver = line.receiver.in_language(language)
        if line.kind is Kind.ACTION and line.receiver == player:
            yield Item(line, text, _carry_out(master, line, language))
        elif line.kind is Kind.ACTION and line.sender == player:
            yield Item(line, do=say("card_order", language, receiver=call_sign(receiver), text=text))
        elif line.kind is Kind.REPORT and line.sender == player:
            says_whom = any(line.receiver.in_language(each) in line.text.in_language(each) for each in LANGUAGES)
            yield Item(line, do=text if says_whom else say("card_report", language, receiver=receiver, text=text))
        elif line.kind is Kind.INJECT and (line.receiver == player or line.receiver in everybody):
            yield Item(line, text)


def _carry_out(master: MasterList, line: Line, language: str) -> str:
    """What to do by the operation sheet."""
    sheet = master.park.sheets.get(line.sheet)
    if sheet is None:
        return say("card_done", language)
    handling = sheet.texts.get(SheetText.HANDLING, Name()).in_language(language)
    handling = say("card_handling", language, words=f"{handling[:1].upper()}{handling[1:]}") if handling else ""
    what = say("card_carry_out", language, sheet=sheet.name.in_language(language), handling=handling)
    return f"{what}{say('card_done', language)}".replace("  ", " ")


def add_cards(book: Workbook, master: MasterList, language: str) -> None:
    """Add a sheet a player."""
    for player in players(master):
        _card(book.create_sheet(_sheet_name(book, player.in_language(language), language)), master, player, language)


def _sheet_name(book: Workbook, player: str, language: str) -> str:
    """A name that no other sheet has, short enough, without letters that sheets' names must not have."""
    plain = re.sub(r"[\[\]:*?/\\']", " ", player)
    base = f"{say('card', language)} {plain}"[:LONGEST].strip()
    name, count = base, 2
    while name in book.sheetnames:
        name, count = f"{base[: LONGEST - 3]} {count}", count + 1
    return name


def _card(sheet: Worksheet, master: MasterList, player: Name, language: str) -> None:
    from openpyxl.utils import get_column_letter

    put_title(sheet, 1, say("card_title", language, player=player.in_language(language)), language, 16)
    put_title(sheet, 2, say("card_note", language), language, 10, italic=say("language_slant", language) == "italic")
    rows = [_cells(item, language) for item in items(master, player, language)]
    last = put_table(sheet, COLUMNS, rows, HEAD_ROW, language, bold="card_do", least_pt=30.0)
    sheet.print_area = f"A1:{get_column_letter(len(COLUMNS))}{last}"
    printed(sheet, title(master, language), pages(language), landscape=True)


def _cells(item: Item, language: str) -> tuple[object, ...]:
    line = item.line
    came = [line.sender.in_language(language), line.medium.in_language(language)] if item.told else []
    due_s = None if line.kind is Kind.REPORT else line.exercise_s
    due = excel_value(due_s, Sort.ELAPSED)
    return line.number, due, "\n".join(filter(None, came)), item.told, item.do, None

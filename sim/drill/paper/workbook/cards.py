"""A card for each player: what reaches them and what they are expected to do, without deadlines or consequences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sim.drill.call_sign import call_sign
from sim.drill.line import Kind, Line
from sim.drill.master_list import MasterList
from sim.drill.paper.columns import Sort
from sim.drill.paper.workbook.facts import pages, title
from sim.drill.paper.workbook.style import ELAPSED, excel_value
from sim.office.look import boxed, font, head, lines_of_text, printed, put, wrapped
from sim.park import Name
from sim.park.sheet import SheetText
from sim.words import text as say

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

HEADS = (("number", 5.5), ("card_time", 9.0), ("card_from", 20.0), ("card_told", 42.0), ("card_do", 42.0),
         ("card_notes", 24.0))  # fmt: skip
FIRST_ROW = 4
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
            says_whom = line.receiver.zh in line.text.zh
            yield Item(line, do=text if says_whom else say("card_report", language, receiver=receiver, text=text))
        elif line.kind is Kind.INJECT and (line.receiver == player or line.receiver in everybody):
            yield Item(line, text)


def _carry_out(master: MasterList, line: Line, language: str) -> str:
    """What to do by the operation sheet."""
    sheet = master.park.sheets.get(line.sheet)
    if sheet is None:
        return say("card_done", language)
    handling = sheet.texts.get(SheetText.HANDLING, Name()).in_language(language)
    handling = f"{handling[:1].upper()}{handling[1:]}{'。' if language == 'zh' else '. '}" if handling else ""
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

    put(sheet.cell(1, 1), say("card_title", language, player=player.in_language(language)))
    sheet.cell(1, 1).font = font(language, 16, bold=True)
    put(sheet.cell(2, 1), say("card_note", language))
    sheet.cell(2, 1).font = font(language, 10, italic=language == "en")
    for place, (key, width) in enumerate(HEADS, start=1):
        text = "No." if language == "en" else "序号"
        head(sheet.cell(FIRST_ROW - 1, place), text if key == "number" else say(key, language), language)
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.row_dimensions[FIRST_ROW - 1].height = 30
    row = FIRST_ROW - 1
    for row, item in enumerate(items(master, player, language), start=FIRST_ROW):
        _item(sheet, row, item, language)
    sheet.freeze_panes = f"A{FIRST_ROW}"
    sheet.print_title_rows = f"1:{FIRST_ROW - 1}"
    sheet.print_area = f"A1:{get_column_letter(len(HEADS))}{row}"
    printed(sheet, title(master, language), pages(language), landscape=True)


def _item(sheet: Worksheet, row: int, item: Item, language: str) -> None:
    line = item.line
    came = [line.sender.in_language(language), line.medium.in_language(language)] if item.told else []
    due_s = None if line.kind is Kind.REPORT else line.exercise_s
    values = (line.number, excel_value(due_s, Sort.ELAPSED), "\n".join(filter(None, came)), item.told, item.do, None)
    for place, value in enumerate(values, start=1):
        cell = sheet.cell(row, place)
        put(cell, value)
        cell.font = font(language, 10, bold=place == 5)
        cell.alignment = wrapped("center" if place <= 2 else "left")
        cell.border = boxed()
    sheet.cell(row, 2).number_format = ELAPSED
    tallest = max(lines_of_text(str(value or ""), HEADS[place][1] * 0.92) for place, value in enumerate(values))
    sheet.row_dimensions[row].height = max(30.0, 4 + 14 * tallest)

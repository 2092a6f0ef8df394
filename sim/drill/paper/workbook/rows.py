"""The rows of a timeline that comes back: which column is which, whatever was sorted, moved or hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sim.drill.paper.columns import COLUMNS
from sim.words import LANGUAGES, text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LOOKED_AT = 12
"""Rows in which the heads are looked for."""
NEEDED = ("at", "text")
SHEETS_HIDDEN = ("_lists", "_memory")


@dataclass(frozen=True, slots=True)
class Row:
    """A row with something in it."""

    number: int
    key: str
    """Hidden; empty for a row that the designer added."""
    cells: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Grid:
    """A timeline as it came back."""

    title: str
    columns: Mapping[str, int]
    """Places of the columns by their keys, counted from 1."""
    heads: Mapping[str, str]
    rows: tuple[Row, ...]

    def place(self, row: Row, key: str) -> dict[str, object]:
        """Where a cell stands, for messages."""
        from openpyxl.utils import get_column_letter

        letter = get_column_letter(self.columns[key])
        return {"sheet": self.title, "row": row.number, "letter": letter, "head": self.heads[key]}


def grid_of(book: Workbook, keys: frozenset[str]) -> Grid | None:
    """The timeline of a workbook, wherever it is; None when there is none. `keys` are those that lines may have."""
    titles = [text("book_timeline", language) for language in LANGUAGES]
    sheets = sorted(book.worksheets, key=lambda sheet: sheet.title not in titles)
    for sheet in sheets:
        if sheet.title not in SHEETS_HIDDEN and (grid := _grid(sheet, keys)) is not None:
            return grid
    return None


def _grid(sheet: Worksheet, keys: frozenset[str]) -> Grid | None:
    table = [list(row) for row in sheet.iter_rows(values_only=True)]
    for place, values in enumerate(table[:LOOKED_AT]):
        columns = dict(_columns(values))
        if all(key in columns for key in NEEDED):
            heads = {key: " ".join(str(values[at - 1]).split()) for key, at in columns.items()}
            rows = tuple(_rows(table[place + 1 :], place + 2, columns, keys))
            return Grid(sheet.title, columns, heads, rows)
    return None


def _columns(values: list[Any]) -> Iterator[tuple[str, int]]:
    """The columns that a row of heads names, in any language."""
    found: set[str] = set()
    known = {_head(text): column.key for column in COLUMNS for text in column.header.values()}
    for place, value in enumerate(values, start=1):
        key = known.get(_head(re.sub(r"UTC[+-][\d:]+", "", str(value or ""))))
        if key is not None and key not in found:
            found.add(key)
            yield key, place


def _head(text: str) -> str:
    return "".join(text.split()).lower()


def _rows(table: list[list[Any]], first: int, columns: Mapping[str, int], keys: frozenset[str]) -> Iterator[Row]:
    for number, values in enumerate(table, start=first):
        cells = {key: values[place - 1] for key, place in columns.items()}
        if any(value not in (None, "") for value in cells.values()):
            beyond = (str(each) for place, each in enumerate(values, start=1) if place not in columns.values() and each)
            yield Row(number, next((each for each in beyond if each in keys), ""), cells)

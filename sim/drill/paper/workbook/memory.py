"""What a workbook remembers of the list it was made from, in a sheet that nobody sees.

It holds the list as JSON and every cell of the timeline as it was written, so that what a designer
changed can be told from what the run said, whatever has become of the park's names since.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sim.drill.master_list import MasterList
from sim.drill.numbers import line_key
from sim.drill.paper.columns import COLUMNS, value_of
from sim.drill.paper.json import data_of
from sim.message import Message
from sim.office.look import put
from sim.record.plain import built, from_json
from sim.words import LANGUAGES

if TYPE_CHECKING:
    from openpyxl import Workbook

SHEET = "_memory"
LETTERS = 30_000
"""In a cell; Excel takes 32,767."""


def add_memory(book: Workbook, master: MasterList, language: str) -> None:
    """Add the sheet."""
    sheet = book.create_sheet(SHEET)
    sheet.sheet_state = "veryHidden"
    cells = {line_key(line): {column.key: _plain(value_of(column, master, line, language)) for column in COLUMNS}
             for line in master.lines}  # fmt: skip
    data = {"language": language, "list": data_of(master), "cells": cells}
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, allow_nan=False, separators=(",", ":"))
    for row, start in enumerate(range(0, len(text), LETTERS), start=1):
        put(sheet.cell(row, 1), text[start : start + LETTERS])


def _plain(value: str | float | datetime | None) -> str | float | None:
    """A cell as JSON knows it; a clock time as text."""
    return value.isoformat() if isinstance(value, datetime) else value


def remembered(book: Workbook) -> dict[str, Any]:
    """What a workbook remembers.

    Raises:
        KeyError: it has no such sheet.
        ValueError: the sheet was damaged.
    """
    rows = book[SHEET].iter_rows(min_col=1, max_col=1, values_only=True)
    data = from_json("".join(str(text) for (text,) in rows if text is not None))
    if not isinstance(data, dict) or data.get("language") not in LANGUAGES or "list" not in data:
        raise ValueError(Message("no list"))
    built(Mapping[str, Mapping[str, str | float | None]], data.get("cells"), "cells")
    return data

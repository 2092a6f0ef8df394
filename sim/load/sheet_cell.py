"""A cell of a workbook as people read it on the screen."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from sim.load.clock_text import clock_of

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell

CHINESE_FORMATS = frozenset((*range(27, 37), *range(50, 59)))
"""Built-in formats of dates and times in Chinese, Japanese and Korean spreadsheets (ECMA-376 part 1, 18.8.30).

They are known by these numbers alone and no text in the file says what they are; openpyxl takes their cells for
numbers.
"""
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\[\]]*\]')


def cell_text(cell: Cell | MergedCell, epoch: datetime) -> str:
    """What stands in a cell; empty for nothing.

    Raises:
        OverflowError, ValueError: a number has the format of a date and lies beyond all dates.
    """
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value_text(value)
    if _format_number(cell) in CHINESE_FORMATS:
        from openpyxl.utils.datetime import from_excel

        return value_text(from_excel(value, epoch))
    if "%" in _LITERAL.sub("", cell.number_format):
        return f"{(Decimal(repr(value)) * 100).normalize():f} %"
    return value_text(value)


def _format_number(cell: Cell | MergedCell) -> int:
    """The number of a cell's format: of formats openpyxl tells only texts, General for those it does not know."""
    return int(cell._style.numFmtId)  # type: ignore[union-attr]


def value_text(value: object) -> str:
    """A value as text: whole numbers without a point, times of day and spans by the clock.

    >>> value_text(14.0), value_text(time(2, 50)), value_text(timedelta(hours=39, minutes=58)), value_text(None)
    ('14', '02:50:00', '39:58:00', '')
    """
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return clock_of(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()

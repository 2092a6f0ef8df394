"""Workbooks as both the exercise and the year of drills write them: empty at first, the same bytes in the end."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from sim.message import Message
from sim.office.same_bytes import same_bytes
from sim.office.wanted import not_installed

if TYPE_CHECKING:
    from openpyxl import Workbook


def new_book() -> Workbook:
    """A workbook without a sheet.

    Raises:
        InputError: openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
    except ModuleNotFoundError:
        raise not_installed("openpyxl", Message("workbooks")) from None

    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def save(book: Workbook, path: Path) -> None:
    """Write a workbook without the time at which it was made."""
    data = BytesIO()
    book.save(data)
    path.write_bytes(same_bytes(data.getvalue()))

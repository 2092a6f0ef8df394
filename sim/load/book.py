"""Workbooks to texts: every visible sheet of .xlsx, .xls and .ods, as people see it on the screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zipfile import BadZipFile, ZipFile

from sim.errors import InputError
from sim.load.grid import MOST_CELLS
from sim.load.sheet_cell import value_text
from sim.load.workbook import OLD, ZIP, texts_in
from sim.message import Message

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

PATIENCE_S = 60.0
"""After which a workbook that is still being read is given up; ten thousand rows take a second [s]."""


class BookSheet(NamedTuple):
    """What stands on a sheet."""

    title: str
    rows: list[list[str]]
    """From the first row and column on, empty ones too."""
    merged: list[tuple[int, int, int]]
    """Of cells that are one over several rows: the column, the first and the last row, counted from 0."""


def read_book(data: bytes) -> list[BookSheet]:
    """The visible sheets of a workbook.

    The old .xls format is read in a process of its own: one that is damaged may end the reader's.

    Raises:
        InputError: none can be read from it, or it is too large.
    """
    if not data.startswith(OLD):
        return list(_sheets(data))
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    try:
        done = subprocess.run([sys.executable, "-m", __name__], input=data, capture_output=True, env=environment,
                              timeout=PATIENCE_S, check=False)  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise _unread(error) from error
    if done.returncode != 0:
        told = Message("a workbook with a password, or a damaged one; save it as .xlsx, without a password")
        raise InputError(told)
    return [BookSheet(title, rows, [(left, top, bottom) for left, top, bottom in merged])
            for title, rows, merged in json.loads(done.stdout)]  # fmt: skip


def _unread(error: Exception) -> InputError:
    return InputError(Message("no workbook can be read from it ({reason}); save it as .xlsx again",
                              reason=type(error).__name__))  # fmt: skip


def _sheets(data: bytes) -> Iterator[BookSheet]:
    try:
        from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum
    except ModuleNotFoundError as error:
        raise InputError(Message("a workbook needs python-calamine; install the extra `lists`, or save the table as "
                                 "CSV")) from error  # fmt: skip
    try:
        if data.startswith(ZIP):
            with ZipFile(BytesIO(data)) as archive:
                texts_in(archive)
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        for each in book.sheets_metadata:
            if each.visible is SheetVisibleEnum.Visible:
                yield _sheet(book.get_sheet_by_name(each.name))
    except (CalamineError, BadZipFile, ValueError, OverflowError) as error:
        raise _unread(error) from error


def _sheet(sheet: CalamineSheet) -> BookSheet:
    if sheet.total_height * sheet.total_width > MOST_CELLS:
        raise InputError(Message("the sheet '{title}' has more than {most} cells; delete what is not the table",
                                 title=sheet.name, most=f"{MOST_CELLS:,}"))  # fmt: skip
    rows = [[" ".join(value_text(value).split()) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    merged = [(left, top, bottom) for (top, left), (bottom, _) in sheet.merged_cell_ranges or () if bottom > top]
    return BookSheet(sheet.name, rows, merged)


if __name__ == "__main__":
    print(json.dumps(list(_sheets(sys.stdin.buffer.read()))))

"""CSV tables whose headers carry units and whose numbers read back to the last bit."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from io import StringIO
from math import isnan
from pathlib import Path
from typing import TextIO

from sim.errors import InputError, cause
from sim.message import Message, about

Cell = str | float | bool | None

FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
"""How a text begins that a spreadsheet would work out, or that has been kept from it."""
FIGURE = re.compile(r"[+\-－](\d[\w.,: %]*)?")
"""A figure with a sign as people read it, such as `-33 min`, or a dash alone: nothing to work out."""
MARK = "'"
"""What spreadsheets take for: here begins text."""
_marked: ContextVar[bool] = ContextVar("marked", default=True)


@dataclass(frozen=True, slots=True)
class Table:
    """A header and rows below it; numbers are in the unit their header names."""

    header: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]


def cell_text(cell: Cell) -> str:
    """What stands in a cell: nothing for None and for the NaN that means never.

    >>> [cell_text(each) for each in ("pool", 0.1 + 0.2, 3, True, float("nan"), None)]
    ['pool', '0.30000000000000004', '3', 'true', '', '']
    """
    if cell is None or isinstance(cell, str):
        return cell or ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int):
        return str(cell)
    return "" if isnan(cell) else repr(float(cell))


@contextmanager
def formulas_left() -> Iterator[None]:
    """Inside, texts that a spreadsheet would take for formulas are written as they are."""
    before = _marked.set(False)
    try:
        yield
    finally:
        _marked.reset(before)


def marked(text: str) -> str:
    """A text that no spreadsheet works out: it begins with an apostrophe where it looked like a formula.

    >>> marked("=1+1"), marked("-33 min"), marked("-2+3"), marked("pool"), marked("'=1")
    ("'=1+1", '-33 min', "'-2+3", 'pool', "''=1")
    """
    return MARK + text if FORMULA.match(text) and not FIGURE.fullmatch(text) else text


def unmarked(text: str) -> str:
    """The text that `marked` was given.

    >>> unmarked("'=1+1"), unmarked("'tis"), unmarked("''=1")
    ('=1+1', "'tis", "'=1")
    """
    return text[1:] if text.startswith(MARK) and FORMULA.match(text) else text


def number(text: str) -> float:
    """The number of a cell; NaN when it is empty.

    >>> number("0.30000000000000004"), number("")
    (0.30000000000000004, nan)
    """
    return float(text) if text else float("nan")


def write_table(path: Path, table: Table, bom: bool = False) -> None:
    """Write a table as UTF-8, with a byte-order mark for Excel if `bom`."""
    with path.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as file:
        _write(file, table)


def table_bytes(table: Table, bom: bool = False) -> bytes:
    """What `write_table` writes.

    >>> table_bytes(Table(("a", "b [m3]"), [("x", 1.5)]))
    b'a,b [m3]\\nx,1.5\\n'
    """
    file = StringIO(newline="")
    _write(file, table)
    return file.getvalue().encode("utf-8-sig" if bom else "utf-8")


def _write(file: TextIO, table: Table) -> None:
    writer = csv.writer(_Lines(file), lineterminator="\r\n")
    shown = _shown if _marked.get() else cell_text
    writer.writerow(table.header)
    writer.writerows([shown(cell) for cell in row] for row in table.rows)


def _shown(cell: Cell) -> str:
    """What stands in a cell; of texts, what no spreadsheet works out."""
    return marked(cell) if isinstance(cell, str) else cell_text(cell)


class _Lines:
    """Ends lines with a line feed alone, while the writer quotes carriage returns too."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, row: str) -> None:
        self._file.write(row.removesuffix("\r\n") + "\n")


def read_table(path: Path, header: Iterable[str]) -> list[list[str]]:
    """The rows of a table that has this header.

    Raises:
        InputError: it is not there, has another header, or a row of another length.
    """
    wanted = list(header)
    rows = _rows(path)
    found = rows[0] if rows else []
    if found != wanted:
        wrong = next((f"'{each}'" for each in wanted if each not in found), "their order")
        raise InputError(about(path, Message("these are not the columns of this version; look at {wrong}",
                                             wrong=wrong)))  # fmt: skip
    for line, row in enumerate(rows[1:], start=2):
        if len(row) != len(wanted):
            raise InputError(about(path, Message("row {line} has {row} cells; its header has {wanted}", line=line,
                                                 row=len(row), wanted=len(wanted))))  # fmt: skip
    return [[unmarked(cell) for cell in row] for row in rows[1:]]


def _rows(path: Path) -> list[list[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))
    except FileNotFoundError:
        raise InputError(about(path, Message("the file is missing"))) from None
    except OSError as error:
        raise InputError(about(path, Message("cannot be read: {reason}", reason=cause(error)))) from None
    except (ValueError, csv.Error) as error:
        raise InputError(about(path, Message("is no table: {error}", error=str(error)))) from None

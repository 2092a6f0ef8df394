"""CSV tables whose headers carry units and whose numbers read back to the last bit."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from math import isnan
from pathlib import Path
from typing import TextIO

from sim.errors import InputError

Cell = str | float | bool | None


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
    writer.writerow(table.header)
    writer.writerows([cell_text(cell) for cell in row] for row in table.rows)


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
        raise InputError(f"{path}: these are not the columns of this version; look at {wrong}")
    for line, row in enumerate(rows[1:], start=2):
        if len(row) != len(wanted):
            raise InputError(f"{path}: row {line} has {len(row)} cells; its header has {len(wanted)}")
    return rows[1:]


def _rows(path: Path) -> list[list[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))
    except FileNotFoundError:
        raise InputError(f"{path}: the file is missing") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from None
    except (ValueError, csv.Error) as error:
        raise InputError(f"{path}: is no table: {error}") from None

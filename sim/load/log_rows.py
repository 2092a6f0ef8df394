"""Logs of exercises, as evaluators write them: CSV files or the first sheet of a workbook, row by row, as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import PurePath

from sim.errors import InputError
from sim.load.files import Files
from sim.load.kinds.blocks import Field, Record
from sim.load.kinds.words import Text
from sim.load.node import Scalar
from sim.load.place import Faults, Place
from sim.load.table import Column, read_header, read_rows

LOG = Record("a row of a log", (
    Field("number", Text(), "Number of the line in the master list."),
    Field("action", Text(), "Id of the job, the action or the operation sheet."),
    Field("what", Text(), "What happened: noticed, ordered, begun, done, failed, released."),
    Field("time", Text(), "When: a clock time of the exercise, T+ (of the incident) or E+ (of the exercise)."),
    Field("who", Text(), "Who did it, or wrote it down."),
    Field("note", Text(), "Anything worth knowing."),
    Field("incident", Text(), "Id of the scenario, in a log of several."),
    Field("list", Text(), "Mark of the master list whose numbers and clock it was written by."),
))  # fmt: skip
HEADERS = {
    "id": "action", **dict.fromkeys(("序号", "编号", "行号", "no", "no.", "line"), "number"),
    **dict.fromkeys(("行动", "动作", "任务", "操作单", "处置行动", "job", "sheet"), "action"),
    **dict.fromkeys(("事项", "结果", "状态", "完成情况", "event", "status"), "what"),
    **dict.fromkeys(("实际时间", "发生时间", "记录时间", "actual", "actual time"), "time"),
    **dict.fromkeys(("人员", "执行人", "执行人员", "岗位", "角色", "记录人", "role"), "who"),
    **dict.fromkeys(("说明", "remark", "remarks", "notes"), "note"),
    **dict.fromkeys(("情景", "场景", "scenario"), "incident"),
    **dict.fromkeys(("清单", "清单标识", "master list", "list mark"), "list"),
}  # fmt: skip
"""Other headers of logs, beside those of every table, and the key each stands for."""
SUBJECTS = ("number", "action")
NO_CELL = Scalar("", Place(""))


@dataclass(frozen=True, slots=True)
class LogRow:
    """One row as it is written."""

    place: Place
    cells: Mapping[str, Scalar]
    """By column; empty cells are not there."""

    def text(self, key: str) -> str:
        """What stands in a column; empty for nothing."""
        return self.cells.get(key, NO_CELL).text

    def where(self, key: str) -> Place:
        """Where a column's cell stands; where the row begins when it is empty."""
        return self.cells[key].place if key in self.cells else self.place


def read_log_rows(path: str, faults: Faults) -> list[LogRow]:
    """The rows of a log; what is wrong with its columns is noted.

    Raises:
        InputError: it is a workbook and cannot be read.
    """
    rows = _sheet(path, faults) if path.lower().endswith((".xlsx", ".xlsm")) else _csv(path, faults)
    if not rows:
        return []
    header, *below = rows
    columns = read_header(header, LOG, faults, HEADERS)
    if any(column.broken for column in columns) or not _has_all(columns, header, faults):
        return []
    if not below:
        faults.add(Place(path), "", "nothing is in the log; write a row for each thing that happened")
    return [_row(cells, columns, faults) for cells in below]


def _csv(path: str, faults: Faults) -> list[list[Scalar]]:
    files = Files(faults)
    text = files.text(path, Place(f"--log {path}"))
    if text is None:
        return []
    rows = read_rows(text, path, faults)
    if rows is not None and not rows:
        faults.add(Place(path), "", "the log is empty; its first row names the columns number, what and time")
    return rows or []


def _has_all(columns: Sequence[Column], header: Sequence[Scalar], faults: Faults) -> bool:
    """Whether every column is there that must be; notes those that are not."""
    keys = {column.path[0] for column in columns if column.path}
    missing = [key for key in ("what", "time") if key not in keys]
    for key in missing:
        faults.add(header[0].place, "", f"the column {key} is missing")
    if not keys & set(SUBJECTS):
        faults.add(header[0].place, "", "no column says what a row is about; name one number or action")
    return not missing and bool(keys & set(SUBJECTS))


def _row(cells: list[Scalar], columns: Sequence[Column], faults: Faults) -> LogRow:
    for cell in cells[len(columns) :]:
        if cell.text:
            faults.add(cell.place, "", f"{cell.text!r} stands beyond the last column; is there a comma too many?")
    pairs = zip(columns, cells, strict=False)
    return LogRow(cells[0].place, {column.path[0]: cell for column, cell in pairs if column.path and cell.text})


def _sheet(path: str, faults: Faults) -> list[list[Scalar]]:
    """The cells of a workbook's first sheet that has any, blank rows left out."""
    try:
        from openpyxl import load_workbook
    except ModuleNotFoundError:
        raise InputError("a workbook needs openpyxl; install the extra `drill`, or save the log as CSV") from None
    try:
        book = load_workbook(path, data_only=True)
    except FileNotFoundError:
        Files(faults).text(path, Place(f"--log {path}"))  # which says what may be meant
        return []
    except Exception as error:  # openpyxl raises whatever zipfile, its XML parser and itself may
        faults.add(Place(path), "", f"no workbook can be read from it ({type(error).__name__}); save it as .xlsx again")
        return []
    sheets = [list(_cells(each.iter_rows(), path)) for each in book.worksheets]
    book.close()
    found = next((rows for rows in sheets if rows), [])
    if not found:
        faults.add(Place(path), "", "the workbook is empty; its first row names the columns number, what and time")
    return found


def _cells(rows: Iterator[tuple[object, ...]], path: str) -> Iterator[list[Scalar]]:
    for number, row in enumerate(rows, start=1):
        values = [_text(getattr(cell, "value", None)) for cell in row]
        if any(values):
            yield [Scalar(text, Place(path, number, column)) for column, text in enumerate(values, start=1)]


def _text(value: object) -> str:
    """A cell of a workbook as people read it.

    >>> _text(14.0), _text(time(2, 50)), _text(None)
    ('14', '02:50:00', '')
    """
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def name_of_log(path: str) -> str:
    """A log's file name without its folder."""
    return PurePath(path).name

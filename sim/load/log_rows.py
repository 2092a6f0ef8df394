"""Logs of exercises, as evaluators write them: CSV files or a sheet of a workbook, row by row, as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from sim.load.clock_text import spreadsheet_clock
from sim.load.files import Files
from sim.load.kinds.blocks import Field, Record
from sim.load.kinds.words import Text
from sim.load.node import Broken, Scalar
from sim.load.place import Faults, Place
from sim.load.table import Cell, Table, open_table
from sim.load.table_form import Column, TableForm
from sim.message import Message, a
from sim.park import Name
from sim.park.names import named

LOG = Record(a("row of a log"), (
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
DUE = "T+"
"""Head of the column in which master lists say when something is due."""
SUBJECTS = ("number", "action")
FORM = TableForm(LOG, HEADERS, (("what",), ("time",), SUBJECTS))
MOST_ROWS = 20_000
"""Most rows of a log: what four people note down in a day, each something every 17 s."""
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


@dataclass(frozen=True, slots=True)
class LogRows:
    """The rows of a log, and what is to know of how they were read."""

    rows: tuple[LogRow, ...] = ()
    notes: tuple[Name, ...] = ()


def read_log_rows(path: str, faults: Faults) -> LogRows:
    """The rows of a log, CSV or a workbook; what is wrong with its columns is noted."""
    files = Files()
    table = open_table(path, Place(f"--log {path}"), FORM, files)
    if table is not None and _is_list(table):
        text = Message("this is a list of what is expected, which --list takes; a log has the columns number, what and "
                       "time")  # fmt: skip
        faults.add(table.header[0].place, "", text)
        return LogRows()
    faults.found |= files.faults.found
    if table is None or (table.header and not _has_all(table, faults)):
        return LogRows()
    if not table.header:
        faults.add(Place(path), "", Message("the log is empty; its first row names the columns number, what and time"))
    elif len(table.rows) > MOST_ROWS:
        text = Message("the log has {rows} rows, more than {most}; keep those of one exercise",
                       rows=f"{len(table.rows):,}", most=f"{MOST_ROWS:,}")  # fmt: skip
        faults.add(table.header[0].place, "", text)
        return LogRows()
    elif not table.rows:
        faults.add(Place(path), "", Message("nothing is in the log; write a row for each thing that happened"))
    found = [_row(cells, table.columns, files) for cells in table.rows]
    return LogRows(tuple(row for row in found if row is not None), tuple(files.notes))


def _is_list(table: Table) -> bool:
    """Whether it is the master list of an exercise, which says when something is due and not what was done."""
    right = {column.path for column in table.columns if not column.broken}
    return not right & {("what",), ("time",)} and any(cell.text.strip() == DUE for cell in table.header)


def _has_all(table: Table, faults: Faults) -> bool:
    """Whether every column is there that must be, and right; notes those that are not there."""
    if table.is_broken:
        return False
    missing = [key for key in ("what", "time") if key not in table.keys]
    for key in missing:
        faults.add(table.header[0].place, "", Message("the column {key} is missing", key=key))
    if not table.keys & set(SUBJECTS):
        faults.add(table.header[0].place, "", Message("no column says what a row is about; name one number or action"))
    return not missing and bool(table.keys & set(SUBJECTS))


def _row(cells: list[Cell], columns: Sequence[Column], files: Files) -> LogRow | None:
    """A row; None when one of its cells cannot be read, which has been noted."""
    if any(isinstance(cell, Broken) for cell in cells):
        return None
    pairs = zip(columns, cells, strict=True)
    found = {column.path[0]: cell for column, cell in pairs if column.path and isinstance(cell, Scalar) and cell.text}
    if "time" in found:
        found["time"] = _by_the_clock(found["time"], files)
    return LogRow(cells[0].place, found)


def _by_the_clock(cell: Scalar, files: Files) -> Scalar:
    """A time that a spreadsheet keeps as a number, as it would show it; told."""
    clock = spreadsheet_clock(cell.text)
    if clock is None:
        return cell
    files.note(named("note_clock", place=cell.place, text=cell.text, clock=clock))
    return replace(cell, text=clock)


def name_of_log(path: str) -> str:
    """A log's file name without its folder."""
    return PurePath(path).name

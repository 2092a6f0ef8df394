"""An edited workbook comes back: what the designer changed, line by line, and every cell that cannot be understood."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from math import nan
from pathlib import Path
from typing import Any, cast
from zipfile import ZipFile

from sim.drill.earlier import Earlier
from sim.drill.edits import Change, Edits
from sim.drill.exercise_clock import ExerciseClock
from sim.drill.line import OWN, Kind, Line, Phase
from sim.drill.numbers import line_key, next_number
from sim.drill.paper.columns import BY_KEY, COLUMNS
from sim.drill.paper.json import earlier_of
from sim.drill.paper.workbook.compared import differs, new_name, run_has
from sim.drill.paper.workbook.memory import remembered
from sim.drill.paper.workbook.own import own_line
from sim.drill.paper.workbook.rows import Grid, Row, grid_of
from sim.drill.paper.workbook.times import Times
from sim.drill.paper.workbook.vocabulary import Vocabulary
from sim.errors import InputError, Problems, cause
from sim.message import Listed, Message, about
from sim.office.wanted import not_installed
from sim.park import Name, Park
from sim.park.names import named
from sim.units import SECONDS_A_MINUTE
from sim.words import LANGUAGES

MOST_BYTES = 8 * 2**20
"""Largest sum of all parts of a workbook; a list of 200 lines has a tenth [B]."""
NAME_COLUMNS = ("text", "from", "to", "medium", "evaluate", "evidence")
FOLLOW = tuple(column.key for column in COLUMNS if not column.field or column.key in ("deadline", "sheet"))
"""Columns that follow from the run."""
FIXED = ("kind", "incident")


def read(path: Path, park: Park) -> Earlier:
    """The list of a workbook, with what was changed in it since it was written.

    Raises:
        InputError: it is no workbook of this program, or openpyxl is not installed.
        Problems: cells that cannot be understood, all at once.
    """
    book = _opened(path)
    try:
        memory = remembered(book)
        earlier = earlier_of(memory["list"])
    except (KeyError, ValueError):
        raise InputError(about(path, Message(
            "does not remember the list it was made from; hand back a workbook that `drill` wrote, saved as xlsx with "
            "all its sheets"
        ))) from None  # fmt: skip
    grid = grid_of(book, frozenset(memory["cells"]))
    if grid is None:
        heads = Listed((f"'{BY_KEY[key].header}'" for key in ("at", "text")), " and ")
        raise InputError(about(path, Message("has no timeline; a sheet must have a row of heads with {heads}",
                                             heads=heads)))  # fmt: skip
    back = _Back(earlier, memory["cells"], memory["language"], Vocabulary(park, earlier.incidents), grid)
    back.read()
    if back.problems:
        raise Problems([about(path, each) for each in back.problems])
    return back.earlier_now()


def _opened(path: Path) -> Any:
    try:
        from openpyxl import load_workbook
    except ModuleNotFoundError:
        raise not_installed("openpyxl", Message("workbooks")) from None
    try:
        _check_size(path)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of features of other programs that it leaves out
            return load_workbook(path, data_only=True)
    except InputError:
        raise
    except OSError as error:
        raise InputError(about(path, Message("cannot be read: {reason}", reason=cause(error)))) from None
    except Exception:  # openpyxl raises whatever zipfile, its XML parser and itself may
        raise InputError(about(path, Message("is no workbook; hand back one that `drill` wrote, saved as "
                                             "xlsx"))) from None  # fmt: skip


def _check_size(path: Path) -> None:
    """Look at how large a workbook is before anything of it is unpacked.

    Raises:
        InputError: larger than any list.
        BadZipFile: it is no archive.
    """
    with ZipFile(path) as archive:
        size = sum(each.file_size for each in archive.infolist())
    if size > MOST_BYTES:
        raise InputError(about(path, Message("unpacked it is larger than {most} MB; no list needs that",
                                             most=f"{MOST_BYTES / 2**20:g}")))  # fmt: skip


@dataclass
class _Back:
    """A reading of one timeline."""

    earlier: Earlier
    written: dict[str, dict[str, Any]]
    """Cells as they were written, by the keys of lines and columns."""
    language: str
    words: Vocabulary
    grid: Grid
    problems: list[Message] = field(default_factory=list)
    notes: list[Name] = field(default_factory=list)
    changed: dict[str, dict[str, Change]] = field(default_factory=dict)
    own: dict[str, Line] = field(default_factory=dict)
    given: dict[str, int] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def read(self) -> None:
        """Every row: first those that know their line, then those that may."""
        self.given = dict(self.earlier.given)
        self.changed = {key: dict(each) for key, each in self.earlier.edits.changed.items()}
        lines = {line_key(line): line for line in self.earlier.lines}
        by_number = {line.number: key for key, line in lines.items()}
        rest: list[Row] = []
        for row in self.grid.rows:
            if row.key in lines and row.key not in self.seen:
                self._known(row, lines[row.key])
            else:
                rest.append(row)
        for row in rest:
            key = "" if row.key else by_number.get(cast(int, row.cells.get("number")), "")
            if key and key not in self.seen:
                self._known(row, lines[key])
            else:
                self._new(row)

    def earlier_now(self) -> Earlier:
        """The list with everything that was found."""
        gone = {line_key(line) for line in self.earlier.lines} - self.seen
        gone -= {line_key(line) for line in self.earlier.lines if line.kind is Kind.JUMP and line_key(line) in gone}
        kept = [
            line for line in self.earlier.edits.own if line_key(line) not in self.own and line_key(line) not in gone
        ]
        own = tuple(sorted((*kept, *self.own.values()), key=lambda line: self.given[line_key(line)]))
        deleted = frozenset(key for key in self.earlier.edits.deleted | gone if f"/{OWN}" not in key)
        changed = {key: each for key, each in self.changed.items() if each and key not in gone}
        return replace(self.earlier, given=self.given, edits=Edits(changed, deleted, own),
                       notes=(*self.notes, *self._jumps_deleted()))  # fmt: skip

    def _jumps_deleted(self) -> Iterator[Name]:
        for line in self.earlier.lines:
            if line.kind is Kind.JUMP and line_key(line) not in self.seen:
                yield named("list_jump_deleted", number=line.number)

    def _known(self, row: Row, line: Line) -> None:
        """A row of a line that there was."""
        key = line_key(line)
        self.seen.add(key)
        written = self.written.get(key, {})
        if line.is_own:
            self._own(row, line, written)
            return
        changes = self.changed.setdefault(key, {})
        changes |= dict(self._names(row, line, written))
        changes |= dict(self._words(row, written))
        at_s = self._times(row, written, line.incident)
        if at_s is not None and line.kind is Kind.JUMP:
            self.notes.append(named("list_jump_moved", number=line.number))
        elif at_s is not None:
            changes["at_s"] = at_s
        self._check_fixed(row, line, written)

    def _names(self, row: Row, line: Line, written: dict[str, Any]) -> Iterator[tuple[str, Change]]:
        """Texts that were changed; an emptied one is empty in every language."""
        for key in NAME_COLUMNS:
            text = new_name(row.cells, key, written)
            if text is None:
                continue
            if not text and key == "text":
                self._wrong(row, key, "nothing", Message("write what is told, or delete the whole row"))
            field = BY_KEY[key].field
            for language in (self.language,) if text else LANGUAGES:
                yield f"{field}.{language}", text

    def _words(self, row: Row, written: dict[str, Any]) -> Iterator[tuple[str, Change]]:
        """Phase and tier, if they were changed."""
        for key, find in (("phase", self.words.phase), ("tier", self.words.tier)):
            if key in row.cells and differs(BY_KEY[key], row.cells[key], written.get(key)):
                found = self._understood(row, key, find)
                if found is not None:
                    yield key, found

    def _understood(self, row: Row, key: str, find: Any) -> Any:
        """What a cell means; None when nobody knows, which is noted."""
        try:
            return find(row.cells[key])
        except (ValueError, OverflowError) as error:
            self._wrong(row, key, row.cells[key], str(error))
            return None

    def _times(self, row: Row, written: dict[str, Any], incident: str) -> float | None:
        """The time of the incident that a row was moved to; None when it was not [s]."""
        times = Times(self.earlier, ExerciseClock.of(self.earlier, incident).incident_s)
        moved: dict[str, float] = {}
        for key in ("at", "exercise", "clock"):
            if key in row.cells and differs(BY_KEY[key], row.cells[key], written.get(key)):
                at_s = self._understood(row, key, times.reader(key))
                if at_s is not None:
                    moved[key] = at_s
        if moved and max(moved.values()) - min(moved.values()) > SECONDS_A_MINUTE:
            first, other = (self.grid.heads[key] for key in list(moved)[:2])
            self.notes.append(named("list_two_times", row=row.number, first=first, other=other))
        return next(iter(moved.values()), None)

    def _check_fixed(self, row: Row, line: Line, written: dict[str, Any]) -> None:
        """Kind, incident and number stay; what follows from the run is said again, not taken over."""
        for key in FIXED:
            if key in row.cells and differs(BY_KEY[key], row.cells[key], written.get(key)):
                right = Message("a line of the run keeps its {what}, {written!r}; add a row of your own",
                                what=Message(key), written=written.get(key))  # fmt: skip
                self._wrong(row, key, row.cells[key], right)
        for key in FOLLOW:
            if key in row.cells and differs(BY_KEY[key], row.cells[key], written.get(key)):
                if key == "number":
                    right = Message("numbers are given by the program; write {number}", number=line.number)
                    self._wrong(row, key, row.cells[key], right)
                else:
                    self.notes.append(run_has(line.number, BY_KEY[key], row.cells[key], written.get(key)))

    def _own(self, row: Row, line: Line, written: dict[str, Any]) -> None:
        """A row of a line that the designer had added before: read whole again."""
        at_s = self._times(row, written, line.incident)
        made = own_line(
            row.cells, line, self.words, self.language, written, lambda key, find: self._find(row, key, find)
        )
        self.own[line_key(line)] = made if at_s is None else replace(made, at_s=at_s)
        if not str(made.text):
            self._wrong(row, "text", "nothing", Message("write what is told, or delete the whole row"))

    def _find(self, row: Row, key: str, find: Any) -> Any:
        return self._understood(row, key, find) if row.cells.get(key) not in (None, "") else None

    def _new(self, row: Row) -> None:
        """A row that the designer added: a line of its own with the next number."""
        number = row.cells.get("number")
        if number is not None and not row.key and not self._is_known(number):
            self._wrong(row, "number", number, Message("numbers of new rows are given by the program; leave the cell "
                                                       "empty"))  # fmt: skip
        incident = self._find(row, "incident", self.words.incident) or self._incident_above(row)
        at_s = self._time_of_new(row, incident)
        phase = self._phase_at(nan if at_s is None else at_s, incident)
        blank = Line("", nan, Kind.INJECT, phase, Name(), incident=incident, weight=float("inf"))
        made = own_line(row.cells, blank, self.words, self.language, {}, lambda key, find: self._find(row, key, find))
        if not str(made.text):
            self._wrong(row, "text", "nothing", Message("write what is told, or delete the whole row"))
        number = next_number(self.given.values())
        line = replace(made, key=f"{OWN}{number}", at_s=nan if at_s is None else at_s)
        self.own[line_key(line)] = line
        self.given[line_key(line)] = number
        self.seen.add(line_key(line))
        if row.key:
            was = next(each.number for each in self.earlier.lines if line_key(each) == row.key)
            self.notes.append(named("list_copy", row=row.number, line=was, number=number))

    def _is_known(self, number: object) -> bool:
        return number in self.given.values()

    def _time_of_new(self, row: Row, incident: str) -> float | None:
        """When a new row is due [s]: a copy or a row with T+ by it, else by exercise clock or clock."""
        if row.key:
            moved = self._times(row, self.written.get(row.key, {}), incident)
            if moved is not None:
                return moved
        times = Times(self.earlier, ExerciseClock.of(self.earlier, incident).incident_s)
        for key in ("at", "exercise", "clock"):
            if row.cells.get(key) not in (None, ""):
                return cast("float | None", self._understood(row, key, times.reader(key)))
        self._wrong(row, "at", "nothing", Message("write when it comes, such as 0:40:00 or 40 min"))
        return None

    def _incident_above(self, row: Row) -> str:
        """That of the nearest line above that there was before, else the first."""
        lines = {line_key(line): line for line in self.earlier.lines}
        above = [lines[each.key] for each in self.grid.rows if each.number < row.number and each.key in lines]
        return above[-1].incident if above else self.earlier.incidents[0].id

    def _phase_at(self, at_s: float, incident: str) -> Phase:
        """That of the last line before a time."""
        before = [line for line in self.earlier.lines if line.incident == incident and line.at_s <= at_s]
        return max(before, key=lambda line: line.at_s).phase if before else Phase.WARNING

    def _wrong(self, row: Row, key: str, value: Any, right: str) -> None:
        from sim.drill.paper.workbook.cells import shown

        place = self.grid.place(row, key)
        if value == "nothing":
            text = Message("sheet {sheet}, row {row}, column {letter} ({head}): found nothing; {right}", **place,
                           right=right)  # fmt: skip
        else:
            text = Message("sheet {sheet}, row {row}, column {letter} ({head}): found {found}; {right}", **place,
                           found=shown(value), right=right)  # fmt: skip
        self.problems.append(text)

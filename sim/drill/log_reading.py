"""From the rows of a log to what they are about: every problem with its row and column, all at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from heapq import merge
from itertools import combinations
from math import isnan

from sim.drill.exercise_clock import ExerciseClock
from sim.drill.line import Kind, Line
from sim.drill.log import CHINESE, ENDS, Log, Row, What
from sim.drill.numbers import JUMPS_FROM
from sim.drill.times import incident_time
from sim.errors import InputError
from sim.load.log_rows import LogRow, name_of_log, read_log_rows
from sim.load.place import Faults, Place
from sim.load.suggest import did_you_mean, hint, one_of
from sim.message import Listed, Message, a
from sim.park import Park
from sim.park.sheet import count_of, sheet_of
from sim.record.table import unmarked
from sim.scenario import Scenario
from sim.units import time_text

WHATS = {
    Kind.ACTION: (What.NOTICED, What.ORDERED, What.BEGUN, What.DONE, What.FAILED),
    Kind.REPORT: (What.ORDERED, What.DONE, What.FAILED),
    Kind.INJECT: (What.NOTICED, What.RELEASED, What.DONE),
    Kind.CONTINGENCY: (What.NOTICED, What.RELEASED, What.DONE),
    Kind.MEASUREMENT: (What.DONE, What.FAILED),
    Kind.JUMP: (What.RELEASED, What.DONE),
}
"""What can be said of a line of each kind."""
ORDERLY = (What.NOTICED, What.ORDERED, What.BEGUN)
"""What comes before the end."""


@dataclass(frozen=True)
class Known:
    """What a log can be about."""

    park: Park
    scenario: Scenario
    jobs: tuple[str, ...]
    """Jobs and actions that the run orders."""
    lines: Mapping[int, Line] = field(default_factory=dict)
    """Lines of the master list by their numbers."""
    clock: ExerciseClock = field(default_factory=ExerciseClock)
    mark: str = ""
    """Of the master list that these are lines of; empty when nobody asks."""
    is_sure: bool = True
    """Whether somebody said that the log was written by it."""

    @property
    def ids(self) -> list[str]:
        """Everything that may stand as an action."""
        actions = [each.id for each in self.scenario.actions]
        return [*dict.fromkeys([*self.jobs, *actions, *self.park.sheets, *self.park.sensors])]


def read_log(path: str, known: Known, *more: str) -> Log:
    """The log in a file, or in several that different people kept, row by row as time went on.

    Raises:
        Problems: everything that is wrong with it, each with file, row and column.
    """
    faults = Faults()
    read = [read_log_rows(each, faults) for each in (path, *more)]
    raws = [[row for row in each.rows if row.text("incident") in ("", known.scenario.id)] for each in read]
    for each in raws:
        _refuse_other_lists(each, known, faults)
    logs = [[(raw, row) for raw in each if (row := _understood(raw, known, faults)) is not None] for each in raws]
    rows = list(merge(*logs, key=lambda pair: pair[1].at_s))
    _refuse_doubles(rows, faults)
    _refuse_impossible(rows, faults)
    faults.raise_any()
    mark = next((raw.text("list") for each in raws for raw in each if raw.text("list")), "")
    notes = tuple(dict.fromkeys(note for each in read for note in each.notes))
    return Log(tuple(row for _, row in rows), ", ".join(map(name_of_log, (path, *more))), mark, notes)


def _refuse_other_lists(raws: Sequence[LogRow], known: Known, faults: Faults) -> None:
    """Refuse to read rows that were written by another list: numbers and clock times would mean something else.

    Raises:
        Problems: there are such rows.
    """
    mine = ("", known.mark)
    others = {raw.text("list"): raw for raw in reversed(raws) if known.mark and raw.text("list") not in mine}
    for mark, raw in others.items():
        text = Message("from here the log was written by the master list {mark}, and it is read by the list {other}",
                       mark=mark, other=known.mark)  # fmt: skip
        faults.add(raw.where("list"), "list",
                   Message("{text}; name the one that it was written by with --list", text=text))  # fmt: skip
    if others:
        faults.raise_any()


def _understood(raw: LogRow, known: Known, faults: Faults) -> Row | None:
    """A row; None when something is wrong with it, which is noted."""
    before = len(faults.found)
    line, subject = _subject(raw, known, faults)
    what = _what(raw, line, subject, known, faults)
    clock, at_s = _time(raw, known, faults)
    if len(faults.found) > before or what is None:
        return None
    number, place = line.number if line else 0, str(raw.place)
    by_number = not _names(raw)[1]
    who, note = unmarked(raw.text("who")), unmarked(raw.text("note"))
    return Row(subject, what, at_s, who, note, number, place, clock, by_number)


def _subject(raw: LogRow, known: Known, faults: Faults) -> tuple[Line | None, str]:
    """The line of the master list and the job, or other subject, that a row names; notes what is wrong."""
    number, action, where = _names(raw)
    if not number and not action:
        faults.add(raw.place, "", Message("this row does not say what it is about; write the number of a line, or an "
                                          "action"))  # fmt: skip
        return None, ""
    line = None
    if number:
        line = _line(number, raw.where("number" if raw.text("number") else "action"), known, faults)
        if line is None:
            return None, ""
    if not action:
        _refuse_doubtful(raw, line, known, faults)
        return line, subject_of(line) if line else ""
    action = _id_named(action, raw.where(where), known, faults)
    if action not in known.ids and not _is_again(action, known):
        text = Message("'{action}' is no job, action, sheet or sensor here; {hint}", action=action,
                       hint=hint(action, known.ids, "the run orders {names}"))  # fmt: skip
        faults.add(raw.where(where), where, text)
    elif line and subject_of(line) != action:
        text = Message("line {number} is about {subject}, and this cell says {action}; leave one of them empty",
                       number=line.number, subject=subject_of(line), action=action)  # fmt: skip
        faults.add(raw.where("action"), "action", text)
    return line or _line_about(action, known), action


def _id_named(action: str, place: Place, known: Known, faults: Faults) -> str:
    """The id of what people call so, those that the run orders before others; what was written where nothing is."""
    if action in known.ids:
        return action
    names = {each.id: each.name for each in known.park.sheets.values()}
    names |= {each.id: each.name for each in known.park.sensors.values()}
    named = [id for id, name in names.items() if action in name.values()]
    found = [each for each in named if each in known.jobs] or named
    if len(found) > 1:
        faults.add(place, "action", Message("{found} actions are named '{action}': {one_of}; write the id of one",
                                            found=len(found), action=action, one_of=one_of(found)))  # fmt: skip
    return found[0] if found else action


def _names(raw: LogRow) -> tuple[str, str, str]:
    """The number and the id that a row names, whichever column they stand in, and the column of the id."""
    number, action = raw.text("number").removeprefix("#"), raw.text("action").removeprefix("#")
    if number and not _is_number(number):
        return "", number, "number"
    if not number and _is_number(action):
        return action, "", "action"
    return number, action, "action"


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _line(number: str, place: Place, known: Known, faults: Faults) -> Line | None:
    """The line of a number; None when there is none, which is noted."""
    line = known.lines.get(int(number))
    if line is None:
        faults.add(place, "number", Message("there is no line {number} in the master list; it has {range}",
                                            number=number, range=_range(known.lines)))  # fmt: skip
    return line


def _refuse_doubtful(raw: LogRow, line: Line | None, known: Known, faults: Faults) -> None:
    """Note a number that says the end of something that is no action, where nobody knows whose number it is."""
    what = _what_of(raw.text("what"))
    if line is None or known.is_sure or line.kind is Kind.ACTION or what not in ENDS:
        return
    sort = a(line.kind)
    text = Message("line {number} of the list that the scenario gives is {sort}, and the log does not say of which "
                   "list its numbers are; name that list with --list, or write the ids of jobs", number=line.number,
                   sort=sort)  # fmt: skip
    faults.add(raw.where("number"), "number", text)


def _range(lines: Mapping[int, Line]) -> Message:
    """The numbers that there are, each series by itself."""
    series = [[each for each in lines if (each >= JUMPS_FROM) == jumps] for jumps in (False, True)]
    ranges = [Message("{min} to {max}", min=min(each), max=max(each)) for each in series if each]
    return Listed(ranges, " and ") if ranges else Message("none")


def _is_again(action: str, known: Known) -> bool:
    """Whether it is a sheet that is ordered once more, such as `outfall-18-shut#2`."""
    count = count_of(action)
    return sheet_of(action) in known.park.sheets and count.isascii() and count.isdigit() and int(count) > 1


def subject_of(line: Line) -> str:
    """What a log calls the subject of a line: its job, or its key."""
    return line.action if line.kind is Kind.ACTION else line.key


def _line_about(action: str, known: Known) -> Line | None:
    return next((each for each in known.lines.values() if each.kind is Kind.ACTION and each.action == action), None)


def _what(raw: LogRow, line: Line | None, subject: str, known: Known, faults: Faults) -> What | None:
    """What a row says; None when that is missing or unknown, or can not be said of its subject, which is noted."""
    text, wanted = raw.text("what"), Listed(map(Message, What))
    if not text:
        faults.add(raw.place, "what", Message("is missing in this row; write one of {wanted}", wanted=wanted))
        return None
    what = _what_of(text)
    if what is None:
        close = did_you_mean(text.lower(), [*What, *CHINESE])
        advice = Message("a log says {wanted}", wanted=wanted)
        if close:
            advice = Message("did you mean '{close}'?", close=close)
        faults.add(raw.where("what"), "what", Message("'{text}' is unknown; {hint}", text=text, hint=advice))
        return None
    if not subject:
        return what
    sensor = subject in known.park.sensors
    may = (What.NOTICED,) if sensor else WHATS[line.kind if line else Kind.ACTION]
    if what not in may:
        sort = a("sensor" if sensor else line.kind if line else "action")
        wanted = Listed(map(Message, may))
        faults.add(raw.where("what"), "what", Message("{sort} is never {what}; it may be {wanted}", sort=sort,
                                                      what=Message(what), wanted=wanted))  # fmt: skip
        return None
    return what


def _what_of(text: str) -> What | None:
    """What a word says; None for one that is unknown."""
    return CHINESE.get(text) or next((each for each in What if each == text.lower()), None)


def _time(raw: LogRow, known: Known, faults: Faults) -> tuple[str, float]:
    """When it was, and by which clock; notes what is wrong with it."""
    text, horizon_s = raw.text("time"), known.scenario.horizon_s
    if not text:
        faults.add(raw.place, "time", Message("is missing in this row; write when it was, such as 02:50 or T+80 min"))
        return "T", 0.0
    try:
        clock, at_s = incident_time(text, known.clock)
    except InputError as error:
        faults.add(raw.where("time"), "time", error.message)
        return "T", 0.0
    if at_s < 0:
        faults.add(raw.where("time"), "time", Message("{text} is {time} before the incident began", text=text,
                                                      time=time_text(-at_s)))  # fmt: skip
    if at_s > horizon_s:
        after = Message("{text} lies after the end of the scenario at T+{time}", text=text, time=time_text(horizon_s))
        faults.add(raw.where("time"), "time", Message('{after}; play it longer, with --set "horizon=..."', after=after))
    return clock, at_s


Pairs = Sequence[tuple[LogRow, Row]]


def _refuse_doubles(rows: Pairs, faults: Faults) -> None:
    """Note what is said twice."""
    first: dict[tuple[str, What], Place] = {}
    for raw, row in rows:
        key = (row.subject, row.what)
        if key in first and row.what is not What.RELEASED:
            text = Message("{subject} is {what} twice; the first is at {first}, keep one", subject=row.subject,
                           what=Message(row.what), first=first[key])  # fmt: skip
            faults.add(raw.where("what"), "what", text)
        first.setdefault(key, raw.place)


def _refuse_impossible(rows: Pairs, faults: Faults) -> None:
    """Note what came before something that it must follow."""
    by_subject: dict[str, list[tuple[LogRow, Row]]] = {}
    for raw, row in rows:
        by_subject.setdefault(row.subject, []).append((raw, row))
    for own in by_subject.values():
        for one, other in combinations(own, 2):
            early, late = (one, other) if _rank(one[1]) < _rank(other[1]) else (other, one)
            if _rank(early[1]) != _rank(late[1]) and late[1].at_s < early[1].at_s:
                before = Message("before it is {what} at {text} ({place})", what=Message(early[1].what),
                                 text=early[0].text("time"), place=early[0].place)  # fmt: skip
                text = Message("{subject} is {what} at {text}, {before}", subject=late[1].subject,
                               what=Message(late[1].what), text=late[0].text("time"), before=before)  # fmt: skip
                faults.add(late[0].where("time"), "time", text)


def _rank(row: Row) -> int:
    """Its place in the order of things; a job that failed may be tried again, and done."""
    whats = [*ORDERLY, What.FAILED, What.DONE]
    return whats.index(row.what) if row.what in whats else -1


def in_order(log: Log) -> bool:
    """Whether the rows stand in the order of time."""
    times = [row.at_s for row in log.rows]
    return times == sorted(times)


def never_ended(log: Log) -> list[str]:
    """Jobs that were ordered or begun, and of which nobody wrote down how they ended."""
    told = dict.fromkeys(row.subject for row in log.rows if row.what in (What.ORDERED, What.BEGUN))
    return [each for each in told if isnan(log.at(each, *ENDS))]

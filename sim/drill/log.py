"""What happened in an exercise, and when: its log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import isnan, nan

from sim.park import Name
from sim.record.table import Cell, Table
from sim.units import SECONDS_A_MINUTE, SECONDS_AN_HOUR


class What(StrEnum):
    """What a row of a log says of its subject, in the order in which it happens."""

    NOTICED = "noticed"
    """Somebody saw that it was called for."""
    ORDERED = "ordered"
    BEGUN = "begun"
    """The crew set to work on the spot."""
    DONE = "done"
    FAILED = "failed"
    RELEASED = "released"
    """Exercise control let an inject go, or put the clock forward."""


ENDS = (What.DONE, What.FAILED)
CHINESE = {
    **dict.fromkeys(("发现", "知悉"), What.NOTICED), **dict.fromkeys(("下令", "下达", "指令"), What.ORDERED),
    **dict.fromkeys(("开始", "到场"), What.BEGUN), **dict.fromkeys(("完成", "已完成"), What.DONE),
    **dict.fromkeys(("失败", "未完成", "无法完成"), What.FAILED),
    **dict.fromkeys(("发布", "投放", "释放"), What.RELEASED),
}  # fmt: skip
"""What people write instead."""
LONGEST_S = 1000.0 * SECONDS_AN_HOUR
"""A clock time has three digits of hours at most [s]."""
COLUMNS = ("incident", "number", "action", "what", "time", "who", "note", "list")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that happened; its time is in s since the incident began."""

    subject: str
    """The job or action as the run names it, a sensor, or the key of a line of the master list."""
    what: What
    at_s: float
    who: str = ""
    note: str = ""
    number: int = 0
    """Of its line in the master list; 0 for none."""
    place: str = ""
    """Where it stands in its file."""
    clock: str = "T"
    """By which clock the time was written: T for the incident's, C for clock time, E for the exercise's."""
    by_number: bool = False
    """Whether nothing but the number says what it is about."""

    @property
    def of_job(self) -> bool:
        """Whether it is about a job, an action or a sensor; keys of other lines have a stroke in them."""
        return "/" not in self.subject


@dataclass(frozen=True, slots=True)
class Log:
    """Everything that was written down, in the order of the file."""

    rows: tuple[Row, ...]
    name: str = ""
    """Of its file."""
    mark: str = ""
    """Of the list that it says it was written by; empty when it says nothing."""
    notes: tuple[Name, ...] = ()
    """What is to know of how it was read."""

    def at(self, subject: str, *whats: What) -> float:
        """When something of these sorts was first said of a subject; NaN for never [s]."""
        return min((row.at_s for row in self.of(subject) if row.what in whats), default=nan)

    def of(self, subject: str) -> Iterator[Row]:
        """The rows about a subject."""
        return (row for row in self.rows if row.subject == subject)

    def done_s(self, subject: str) -> float:
        """When it was done; NaN for never [s]."""
        return self.at(subject, What.DONE)

    def tells_of(self, subject: str) -> bool:
        """Whether there is a row about a subject other than that it was noticed."""
        return any(row.what is not What.NOTICED for row in self.of(subject))

    def failed(self, subject: str) -> bool:
        """Whether it was tried, and never done."""
        return isnan(self.done_s(subject)) and not isnan(self.at(subject, What.FAILED))


def log_table(log: Log, incident: str = "") -> Table:
    """A log as a table that reads back to the same log, its times to the last bit.

    >>> log_table(Log((Row("v1-shut", What.DONE, 90, number=4),), mark="L0123456789a")).rows
    [['', 4, 'v1-shut', 'done', 'T+0:01:30', '', '', 'L0123456789a']]
    """
    return Table(COLUMNS, [_cells(row, incident, log.mark) for row in log.rows])


def _cells(row: Row, incident: str, mark: str) -> Sequence[Cell]:
    """A line of the list that is no action goes by its number alone."""
    subject = row.subject if row.of_job else ""
    number = row.number or None
    return [incident, number, subject, str(row.what), written_time(row.at_s), row.who, row.note, mark]


def written_time(at_s: float) -> str:
    """A time of the incident as a clock shows it; one that falls between two seconds as a number that loses nothing.

    >>> written_time(7606), written_time(90.5)
    ('T+2:06:46', 'T+90.5 s')
    """
    if at_s % 1 or at_s >= LONGEST_S:
        return f"T+{float(at_s)!r} s"
    minutes, seconds = divmod(int(at_s), SECONDS_A_MINUTE)
    hours, minutes = divmod(minutes, SECONDS_AN_HOUR // SECONDS_A_MINUTE)
    return f"T+{hours}:{minutes:02}:{seconds:02}"

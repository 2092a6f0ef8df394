"""The columns of a master list: what stands in each, stated once for every table on paper.

Times are in s, volumes in m3, shares between 0 and 1; whoever writes a table gives them their form (`cell_text` is the
plain one). None is an empty cell.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from math import isfinite, isinf, isnan

from sim.called import in_both
from sim.drill.clock import clock_of, zone_text
from sim.drill.line import Kind, Line, State
from sim.drill.master_list import MasterList
from sim.drill.paper.labels import KINDS, PHASES
from sim.park import Name
from sim.park.names import named
from sim.record.column import Sort
from sim.units import SECONDS_A_MINUTE, SECONDS_AN_HOUR

Value = Name | str | float | datetime | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    key: str
    header: Name
    sort: Sort
    cell: Callable[[MasterList, Line], Value]
    width: float
    """In letters."""
    field: str = ""
    """What of a line a designer changes here; empty for what follows from the run."""
    printed: bool = True
    """Whether it is for people; else it is for programs and stands at the far right.

    The incident, first of these, is for people too where there are several.
    """


def _tier(master: MasterList, line: Line) -> Value:
    return master.park.tiers[line.tier].name if line.tier in master.park.tiers else line.tier or None


def _of_state(read: Callable[[MasterList, Line, State], Value]) -> Callable[[MasterList, Line], Value]:
    """A cell about the state; empty without one."""
    return lambda master, line: None if line.state is None else read(master, line, line.state)


def _known(value: float) -> float | None:
    return value if isfinite(value) else None


def _free_s(master: MasterList, line: Line, state: State) -> Value:
    """Time until it is full; none when the run ends before."""
    left_s = master.incident(line).horizon_s - state.at_s
    return state.full_in_s if state.full_in_s <= left_s else None


def _expected(master: MasterList, line: Line) -> Value:
    """What is expected, by its operation sheet."""
    sheet = master.park.sheets.get(line.sheet)
    if line.kind is Kind.CONTINGENCY:
        number = master.action_number(line)
        return named("value_if_missed", number=number) if number else None
    if line.kind is not Kind.ACTION:
        return None
    return sheet.name if sheet else named("value_decision")


def _deadline(_: MasterList, line: Line) -> Value:
    """When it must be done; a word where no verdict hangs on it, but more escapes the later it is."""
    if isinf(line.deadline_s):
        return named("value_soon") if line.missed else None
    return _known(line.deadline_s)


def _slack(_: MasterList, line: Line) -> Value:
    """From when the run has it done to the deadline; how much too early it is where it must not be done yet."""
    if not line.early_s:
        return _known(line.slack_s)
    minutes = f"{line.early_s / SECONDS_A_MINUTE:.1f}"
    return named("value_early", minutes=minutes)


def _where(master: MasterList, line: Line) -> Value:
    """The tier that loses it, and the way it takes."""
    missed = line.missed
    if missed is None:
        return None
    return in_both(
        master.park, None,
        lambda called: called.says("missed_where", tier=called.tier(missed.tier), way=called.way(missed.link)),
    )  # fmt: skip


def _incident(master: MasterList, line: Line) -> Value:
    """The accident a line belongs to, by its name."""
    incident = master.incident(line)
    return incident.name if str(incident.name) else incident.id


COLUMNS: tuple[Column, ...] = (
    Column("number", Name("No.", "序号"), Sort.COUNT, lambda m, x: x.number, 5),
    Column("at", Name("T+", "事件时刻\nT+"), Sort.ELAPSED, lambda m, x: x.at_s, 8, field="at_s"),
    Column("clock", Name("Clock", "时钟"), Sort.CLOCK, lambda m, x: m.clock(x), 8, field="clock"),
    Column("exercise", Name("Exercise\nclock", "演练时刻"), Sort.ELAPSED, lambda m, x: x.exercise_s, 8.5,
           field="exercise_s"),
    Column("phase", Name("Phase", "阶段"), Sort.TEXT, lambda m, x: PHASES[x.phase], 9.5, field="phase"),
    Column("tier", Name("Tier", "防线"), Sort.TEXT, _tier, 10, field="tier"),
    Column("kind", Name("Kind", "类别"), Sort.TEXT, lambda m, x: KINDS[x.kind], 11.5, field="kind"),
    Column("text", Name("What is told or expected", "内容"), Sort.TEXT, lambda m, x: x.text, 44, field="text"),
    Column("from", Name("From", "发出"), Sort.TEXT, lambda m, x: x.sender, 12, field="sender"),
    Column("to", Name("To", "接收"), Sort.TEXT, lambda m, x: x.receiver, 14, field="receiver"),
    Column("medium", Name("Medium", "方式"), Sort.TEXT, lambda m, x: x.medium, 12, field="medium"),
    Column("storage", Name("State of", "设施状态"), Sort.TEXT,
           _of_state(lambda m, x, state: in_both(m.park, None, lambda called: called.facility(state.storage))), 16),
    Column("level", Name("Level\nm", "液位\nm"), Sort.LENGTH, _of_state(lambda m, x, at: at.level_m), 6.5),
    Column("volume", Name("Holds\nm3", "存量\nm3"), Sort.VOLUME, _of_state(lambda m, x, state: state.volume_m3), 8.5),
    Column("share", Name("Full\n%", "充满度\n%"), Sort.SHARE, _of_state(lambda m, x, state: state.share), 7),
    Column("free", Name("Full in\nmin", "距满溢\nmin"), Sort.SPAN, _of_state(_free_s), 7.5),
    Column("action", Name("Expected action", "预期行动"), Sort.TEXT, _expected, 17),
    Column("done", Name("As planned\nT+", "推演完成\nT+"), Sort.ELAPSED,
           lambda m, x: _known(x.done_s) if x.kind is Kind.ACTION else None, 8.5),
    Column("earliest", Name("Not before\nT+", "不早于\nT+"), Sort.ELAPSED,
           lambda m, x: _known(x.earliest_s) if x.earliest_s else None, 8.5),
    Column("deadline", Name("Deadline\nT+", "最晚完成\nT+"), Sort.ELAPSED, _deadline, 9, field="deadline_s"),
    Column("slack", Name("Slack\nmin", "富余时间\nmin"), Sort.SPAN, _slack, 8),
    Column("missed", Name("If missed\nm3", "未执行时\n外泄 m3"), Sort.VOLUME,
           lambda m, x: x.missed.escaped_m3 if x.missed else None, 8.5),
    Column("where", Name("Escapes", "外泄去向"), Sort.TEXT, _where, 16),
    Column("first", Name("First\nT+", "首次外泄\nT+"), Sort.ELAPSED,
           lambda m, x: _known(x.missed.first_s) if x.missed else None, 8.5),
    Column("evaluate", Name("To evaluate", "评估要点"), Sort.TEXT, lambda m, x: x.evaluate, 25, field="evaluate"),
    Column("evidence", Name("Evidence", "佐证"), Sort.TEXT, lambda m, x: x.evidence, 14, field="evidence"),
    Column("incident", Name("Incident", "事件"), Sort.TEXT, _incident, 18, field="incident", printed=False),
    Column("sheet", Name("Operation sheet", "操作单编号"), Sort.TEXT, lambda m, x: x.sheet or None, 24, field="sheet",
           printed=False),
    Column("causes", Name("Comes from", "来源事件"), Sort.TEXT, lambda m, x: "; ".join(x.causes) or None, 40,
           printed=False),
)  # fmt: skip
"""In the order of the page: what is told, how things stand, what is expected by when, what is evaluated."""


def printed_columns(master: MasterList) -> int:
    """How many columns are for people."""
    return sum(column.printed for column in COLUMNS) + (len(master.incidents) > 1)


BY_KEY = {column.key: column for column in COLUMNS}


def header(column: Column, master: MasterList, language: str) -> str:
    """A column's header; that of clock times says their zone."""
    text = column.header.in_language(language)
    zone = zone_text(clock_of(master)) if column.sort is Sort.CLOCK else ""
    return f"{text}\n{zone}" if zone else text


def value_of(column: Column, master: MasterList, line: Line, language: str) -> str | float | datetime | None:
    """What stands in a cell, in a language."""
    value = column.cell(master, line)
    if isinstance(value, Name):
        return value.in_language(language) or None
    return None if isinstance(value, float) and isnan(value) else value


def cell_text(column: Column, value: str | float | datetime | None) -> str:
    """A cell as text: times as h:mm:ss, volumes to 0.1 m3, levels to 1 cm, shares to 0.1 %, without their unit.

    >>> cell_text(BY_KEY["at"], 5430.4), cell_text(BY_KEY["share"], 0.1234), cell_text(BY_KEY["slack"], -90.0)
    ('1:30:30', '12.3', '-1.5')
    """
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, str):
        return value
    match column.sort:
        case Sort.ELAPSED:
            return hms(value)
        case Sort.SPAN:
            return _rounded(value / SECONDS_A_MINUTE, 1)
        case Sort.SHARE:
            return _rounded(value * 100, 1)
        case Sort.LENGTH:
            return _rounded(value, 2)
        case Sort.VOLUME:
            return _rounded(value, 1)
    return f"{value:.0f}"


def _rounded(value: float, digits: int) -> str:
    """A number without needless zeros, nor a negative nothing.

    >>> _rounded(-0.01, 1), _rounded(12.50, 2)
    ('0', '12.5')
    """
    return f"{round(value, digits) or 0:.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:.0f}"


def hms(time_s: float) -> str:
    """A time as hours, minutes and seconds; hours go on beyond a day.

    >>> hms(100_800), hms(59.6), hms(-60)
    ('28:00:00', '0:01:00', '-0:01:00')
    """
    whole = abs(round(time_s))
    minutes, seconds = divmod(whole, SECONDS_A_MINUTE)
    hours, minutes = divmod(minutes, SECONDS_AN_HOUR // SECONDS_A_MINUTE)
    return f"{'-' if round(time_s) < 0 else ''}{hours}:{minutes:02}:{seconds:02}"

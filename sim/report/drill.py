"""What an exercise holds, in the terminal: lines by kind, the first deadlines, what to look at, the files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.drill import Kind, Line, MasterList
from sim.drill.clock import clock_of, zone_text
from sim.drill.paper.labels import KINDS, TYPES
from sim.park import Name
from sim.record.column import Column, Sort
from sim.report.numbers import NOTHING, after_start, lasting, span
from sim.report.printing import put
from sim.report.table import terminal_table
from sim.report.words_wide import longest_word
from sim.units import SECONDS_A_MINUTE
from sim.words import text

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

MOST = 8
"""Actions that are printed; the list has them all."""


def print_drill(
    console: Console, master: MasterList, remarks: Sequence[Name], files: Sequence[Path], language: str = "en"
) -> None:
    """Print what a designer wants to see before opening the files."""
    put(console, *_head(master, language), style="bold")
    put(console, "", _kinds(master, language), "")
    pressing = _pressing(master)
    put(console, _actions(master, pressing[:MOST], language) if pressing else text("no_deadline", language))
    if len(pressing) > MOST:
        put(console, text("drill_more", language, count=len(pressing) - MOST))
    if remarks:
        put(console, "", text("disagree", language), style="bold")
        put(console, *(f"- {each.in_language(language)}" for each in remarks))
    put(console, "", text("drill_files", language))
    put(console, *(f"  {path}" for path in files), soft_wrap=True)


def _head(master: MasterList, language: str) -> list[str]:
    """What is played, how, for how long and from when."""
    names = [each.name.in_language(language) or each.id for each in master.incidents]
    values = {
        "incidents": text("drill_and", language).join(names),
        "type": TYPES[master.exercise.type].in_language(language),
        "lasts": lasting(_takes_s(master)),
    }
    clock = clock_of(master)
    begins = text("begins", language, clock=f"{clock:%Y-%m-%d %H:%M} {zone_text(clock)}".strip()) if clock else ""
    return list(filter(None, [text("drill_head", language, **values), begins]))


def _takes_s(master: MasterList) -> float:
    """How long it takes, to the minute [s]."""
    takes_s = max((line.exercise_s for line in master.lines), default=0.0)
    return round(takes_s / SECONDS_A_MINUTE) * SECONDS_A_MINUTE


def _kinds(master: MasterList, language: str) -> Table:
    counts = Counter(line.kind for line in master.lines)
    shown: Sequence[Column[Kind]] = (
        Column("drill_kind", lambda kind: KINDS[kind].in_language(language)),
        Column("count", lambda kind: str(counts[kind]), Sort.FIGURE),
    )
    return terminal_table(language, shown, [kind for kind in KINDS if counts[kind]])


def _pressing(master: MasterList) -> list[Line]:
    """Expected actions with a deadline, the earliest first."""
    found = [line for line in master.of(Kind.ACTION) if isfinite(line.deadline_s)]
    return sorted(found, key=lambda line: (line.deadline_s, line.number))


def _actions(master: MasterList, lines: Sequence[Line], language: str) -> Table:
    width = longest_word([text("drill_action", language), *(_action(master, line, language) for line in lines)])
    shown: Sequence[Column[Line]] = (
        Column("number", lambda line: str(line.number), Sort.FIGURE),
        Column("at", lambda line: _at(line.at_s, language), Sort.FIGURE),
        Column("drill_planned", lambda line: _at(line.done_s, language), Sort.FIGURE),
        Column("deadline", lambda line: _deadline(line, language), Sort.FIGURE),
        Column("slack", lambda line: _slack(line, language), Sort.FIGURE),
        Column("drill_action", lambda line: _action(master, line, language), least=width),
    )
    return terminal_table(language, shown, lines, mark=lambda line: "bad" if line.slack_s < 0 else "")


def _at(time_s: float, language: str) -> str:
    return after_start(time_s).in_language(language) if isfinite(time_s) else NOTHING


def _deadline(line: Line, language: str) -> str:
    """By when it must be done, and not before when where it can be too early."""
    latest = after_start(line.deadline_s).in_language(language)
    if not line.earliest_s:
        return latest
    return latest + "\n" + text("not_before", language, when=after_start(line.earliest_s))


def _slack(line: Line, language: str) -> str:
    """How much is to spare, or how far off on which side it is."""
    if not isfinite(line.slack_s):
        return ""
    if line.slack_s >= 0:
        return span(line.slack_s).in_language(language)
    return text("off_early" if line.early_s else "off_late", language, margin=span(-line.slack_s))


def _action(master: MasterList, line: Line, language: str) -> str:
    """What is expected, in the words of its operation sheet or of the order."""
    sheet = master.park.sheets.get(line.sheet)
    return (sheet.name if sheet else line.text).in_language(language)


def drill_data(
    master: MasterList, remarks: Sequence[Name], files: Sequence[Path], language: str = "en"
) -> dict[str, Any]:
    """The same as plain data; times in s, None for those that are not there."""
    counts = Counter(str(line.kind) for line in master.lines)
    return {
        "actions": [_action_data(master, line, language) for line in _pressing(master)],
        "disagreements": [each.in_language(language) for each in remarks],
        "files": [str(path) for path in files],
        "incidents": [each.id for each in master.incidents],
        "lines": {str(kind): counts[str(kind)] for kind in Kind},
        "starts": master.starts or None,
        "takes_s": max((line.exercise_s for line in master.lines), default=0.0),
        "type": str(master.exercise.type),
    }


def _action_data(master: MasterList, line: Line, language: str) -> dict[str, Any]:
    return {
        "action": line.action or None,
        "at_s": line.at_s,
        "deadline_s": line.deadline_s,
        "done_s": line.done_s if isfinite(line.done_s) else None,
        "earliest_s": line.earliest_s or None,
        "number": line.number,
        "slack_s": line.slack_s if isfinite(line.slack_s) else None,
        "what": _action(master, line, language),
    }

"""An exercise while it is held, on the screen: what is due now, what comes next, what is overdue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from math import isfinite
from typing import TYPE_CHECKING

from sim.drill.line import Line
from sim.drill.play import Play, Standing, must_s
from sim.report.numbers import after_start, span
from sim.words import text as say

if TYPE_CHECKING:
    from rich.console import RenderableType

NEXT = 5
"""Lines to come that are shown."""
LATEST = 6
"""Replies that stay on the screen."""
NOW = (Standing.DUE,)
LATE = (Standing.OVERDUE, Standing.TOO_LATE)
STYLES = {Standing.DUE: "bold", Standing.OVERDUE: "yellow", Standing.TOO_LATE: "bold red", Standing.TO_COME: "dim"}


def clock_line(play: Play, exercise_s: float, language: str) -> str:
    """The clocks: the exercise's, each incident's, the one on the wall.

    The last is what people write down.
    """
    parts = [f"{say('exercise', language)} {hands(exercise_s)}"]
    for each in play.incidents:
        name = say("incident", language) if len(play.incidents) == 1 else each.name.in_language(language)
        parts.append(f"{name} T+{hands(play.incident_s(each.id, exercise_s))}")
    starts = next(iter(play.clocks.values())).starts
    if starts is not None:
        parts.append(f"{say('clock', language)} {starts + timedelta(seconds=exercise_s):%H:%M:%S}")
    if play.paused:
        parts.append(say("stands", language))
    return "   ".join(parts)


def hands(time_s: float) -> str:
    """A time as clocks show it.

    >>> hands(5025.7), hands(-5)
    ('1:23:45', '0:00:00')
    """
    minutes, seconds = divmod(int(max(time_s, 0)), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


def lines_of(play: Play, exercise_s: float, language: str) -> Iterator[tuple[str, list[tuple[Line, Standing, str]]]]:
    """Each heading with its lines, how they stand, and what there is to say of it."""
    groups = (
        ("overdue", play.standing_lines(exercise_s, *LATE)),
        ("now", play.standing_lines(exercise_s, *NOW)),
        ("next", play.to_come(exercise_s, NEXT)),
    )
    for key, lines in groups:
        told = [(line, play.standing(line, exercise_s)) for line in lines]
        yield key, [(line, how, remark(play, line, how, exercise_s, language)) for line, how in told]


def remark(play: Play, line: Line, how: Standing, exercise_s: float, language: str) -> str:
    """By when a line must be done, how late it is, or when it comes."""
    now_s = play.incident_s(line.incident, exercise_s)
    if how is Standing.TO_COME:
        return after_start(line.at_s)
    if how is Standing.TOO_LATE:
        return say("too_late", language)
    late = say("play_late", language, time=span(now_s - line.done_s)) if how is Standing.OVERDUE else ""
    by_s = must_s(line)
    return " ".join(filter(None, [late, say("must", language, time=after_start(by_s)) if isfinite(by_s) else ""]))


def waiting_line(play: Play, exercise_s: float, language: str) -> str:
    """Which jump waits, and for what; empty when none does."""
    held = play.held_back(exercise_s)
    if held is None:
        return ""
    jump, waits = held
    numbers = ", ".join(str(each.number) for each in waits)
    return say("waits", language, time=after_start(jump.at_s), numbers=numbers)


def plain_lines(play: Play, exercise_s: float, language: str) -> list[str]:
    """The same as plain text, for where there is no terminal."""
    shown = [clock_line(play, exercise_s, language)]
    for key, lines in lines_of(play, exercise_s, language):
        shown.append(f"{say(key, language)}:")
        told = [(line.number, line.text.in_language(language), remarked) for line, _, remarked in lines]
        shown += [f"  {number}. {text} {remarked}".rstrip() for number, text, remarked in told]
        shown += [] if lines else [f"  {say('nothing', language)}"]
    return [*shown, *filter(None, [waiting_line(play, exercise_s, language)])]


def screen(
    play: Play, exercise_s: float, language: str, replies: Sequence[str], typed: str, height: int = 40
) -> RenderableType:
    """The whole screen; `typed` is the line that somebody is writing.

    What is due now stands there in full, since somebody reads it out.
    """
    from rich.console import Group
    from rich.panel import Panel
    from rich.table import Table
    from rich.text import Text

    parts: list[RenderableType] = [Panel(Text(clock_line(play, exercise_s, language), "bold"), padding=(0, 1))]
    most = max((height - 16) // 3, 3)
    for key, lines in lines_of(play, exercise_s, language):
        table = Table.grid(padding=(0, 1, 0, 0), expand=True)
        table.add_column(justify="right", width=4)
        table.add_column(ratio=1, no_wrap=key != "now", overflow="fold" if key == "now" else "ellipsis")
        table.add_column(justify="right", no_wrap=True)
        for line, how, remarked in lines[-most:] if key != "next" else lines[:most]:
            style = STYLES.get(how, "")
            cells = (str(line.number), line.text.in_language(language), remarked)
            table.add_row(*(Text(cell, style) for cell in cells))
        left = len(lines) - most if key != "next" else 0
        title = say(key, language) + (f" ({len(lines)})" if left > 0 else "")
        border = {"overdue": "red" if lines else "dim", "now": "green"}.get(key, "dim")
        parts.append(Panel(table if lines else Text(say("nothing", language), "dim"), title=title, title_align="left",
                           border_style=border, padding=(0, 1)))  # fmt: skip
    if waits := waiting_line(play, exercise_s, language):
        parts.append(Text(waits, "yellow"))
    parts += [Text(each, "dim") for each in replies[-LATEST:]]
    parts.append(Text(f"> {typed}_"))
    return Group(*parts)

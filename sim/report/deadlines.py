"""By when each action must be done, in the terminal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import inf, isinf, isnan
from operator import itemgetter
from typing import TYPE_CHECKING

from sim.called import Called
from sim.record.column import Sort, placed
from sim.report.clock import When
from sim.report.numbers import NOTHING, after_start, span
from sim.report.printing import put
from sim.report.table import MARKS, terminal_table
from sim.report.words_wide import longest_word, widest_line
from sim.study import Deadline, Stands, nearest

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

Notes = dict[str, list[str]]
"""Lines to stand beside a tier's verdict."""
WIDEST = 1000
HEADS = ("latest", "done", "slack", "after_action", "keeps")
NOTES = {Stands.IN_TIME: "spare", Stands.LATE: "late", Stands.EARLY: "early", Stands.NEVER: "never_done"}


def deadline_notes(called: Called, found: Sequence[Deadline]) -> Notes:
    """Of every tier the action that decides it: the least off, or with the least to spare."""
    notes: Notes = {}
    for tier in called.park.tiers:
        first = nearest(called.park, called.played, found, tier)
        if first is not None:
            name = called.job_with_id(first.action)
            words = {"action": name, "when": window(called, first), "margin": span(abs(first.margin_s))}
            notes[tier] = [called.says(NOTES[first.stands], **words)]
        elif any(each.tier == tier and each.needed for each in found):
            notes[tier] = [called.says("none_in_reach")]
    return notes


def window(called: Called, each: Deadline, when: When = after_start) -> str:
    """Between which times it must be done, or by which; with a star where some later time would do again."""
    latest = _latest(called, each, when)
    if each.earliest_s > 0:
        return called.says("window_between", earliest=when(each.earliest_s), latest=latest)
    return called.says("window_by", latest=latest)


def _latest(called: Called, each: Deadline, when: When = after_start) -> str:
    return when(each.latest_s).in_language(called.language) + ("" if each.monotone else " *")


def off_text(called: Called, each: Deadline) -> str:
    """How far off on which side it was done, or how much was to spare; a dash where nobody can say."""
    if each.stands is Stands.NEVER or isinf(each.off_s):
        return NOTHING
    if each.stands is Stands.IN_TIME:
        return NOTHING if isinf(each.margin_s) else span(each.margin_s).in_language(called.language)
    return called.says(f"off_{each.stands}", margin=span(each.off_s))


def print_deadlines(console: Console, called: Called, found: Sequence[Deadline]) -> None:
    """Print a line for every action that some tier's verdict hangs on, the most pressing first."""
    hanging = [each for each in found if each.hangs]
    if hanging:
        rows = [_row(called, each, tiers) for each, tiers in _by_action(hanging).items()]
        table = _table(called, rows)
        if console.measure(table, options=console.options.update(max_width=WIDEST)).minimum > console.width:
            _print_stacked(console, called, rows)
        else:
            put(console, table)
        put(console, "")
    put(console, *_others(called, found))


def _by_action(found: Sequence[Deadline]) -> Mapping[Deadline, list[str]]:
    """Of deadlines of one action at one time the first, with all their tiers."""
    first: dict[tuple[str, float, float], Deadline] = {}
    tiers: dict[Deadline, list[str]] = defaultdict(list)
    for each in found:
        tiers[first.setdefault((each.action, each.latest_s, each.earliest_s), each)].append(each.tier)
    return tiers


def _table(called: Called, rows: Sequence[Sequence[str]]) -> Table:
    """The table, its columns of names wide enough that no word of the rows is broken."""
    narrow, wide = ((key, Sort.WHOLE) for key in HEADS[:3]), HEADS[3:]
    widths = [(widest_line if place < 3 else longest_word)(row[place] for row in rows) for place in range(len(HEADS))]
    shown = (replace(each, least=width) for each, width in zip(placed(*narrow, *wide), widths, strict=True))
    return terminal_table(called.language, shown, rows, mark=itemgetter(len(HEADS)))


def _print_stacked(console: Console, called: Called, rows: Sequence[Sequence[str]]) -> None:
    """What the table says where a terminal is too narrow for it: the action, and below it the rest."""
    from rich.padding import Padding

    from sim.report.unparted import Unparted

    for *cells, mark in rows:
        put(console, cells[3], style=MARKS.get(mark, "bold"))
        said = dict(zip(HEADS, cells, strict=True))
        told = {key: f"{called.says(key)}: {said[key]}".replace("\n", "; ") for key in HEADS}
        for line in (told["latest"], f"{told['done']}; {told['slack']}", told["keeps"]):
            console.print(Padding(Unparted(line), (0, 0, 0, 2)))


def _row(called: Called, each: Deadline, tiers: Sequence[str]) -> list[str]:
    """The cells of a row; behind them that it is set off where it was late, or too early."""
    done = NOTHING if isnan(each.done_s) else after_start(each.done_s).in_language(called.language)
    kept = called.listed(called.tier(tier) for tier in tiers)
    name = called.job_with_id(each.action)
    mark = "bad" if each.stands in (Stands.LATE, Stands.EARLY) else ""
    return [times_text(called, each), done, off_text(called, each), name, kept, mark]


def times_text(called: Called, each: Deadline) -> str:
    """By when it must be done, and from when on it may be."""
    latest = _latest(called, each) if each.needed else NOTHING
    if each.earliest_s == inf:
        return called.says("not_at_all")
    first = called.says("not_before", when=after_start(each.earliest_s)) if each.earliest_s > 0 else ""
    return f"{latest}\n{first}" if first else latest


def _others(called: Called, found: Sequence[Deadline]) -> list[str]:
    """What need not be done, what would not help, and what the star means."""
    actions = list(dict.fromkeys(each.action for each in found))
    needless = [id for id in actions if all(each.latest_s == inf and not each.hangs for each in found
                                            if each.action == id)]  # fmt: skip
    helpless = {
        tier: [each.action for each in found if each.tier == tier and isnan(each.latest_s)]
        for tier in called.park.tiers
    }
    lines = []
    if needless:
        lines.append(called.says("needless", actions=called.listed(needless)))
    for tier, ids in helpless.items():
        if ids:
            names = called.listed(ids)
            lines.append(called.says("helpless", tier=called.tier(tier), actions=names))
    if not all(each.monotone for each in found):
        lines.append(called.says("not_monotone"))
    return lines

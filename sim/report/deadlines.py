"""By when each action must be done, in the terminal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import inf, isnan
from typing import TYPE_CHECKING

from sim.park import Park
from sim.report.naming import tier_name
from sim.report.numbers import NOTHING, after_start, span
from sim.scenario import Scenario
from sim.study import Deadline
from sim.words import text

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

Notes = dict[str, list[str]]
"""Lines to stand beside a tier's verdict."""


def deadline_notes(park: Park, scenario: Scenario, found: Sequence[Deadline], language: str) -> Notes:
    """Of every tier the action with the least time to spare."""
    notes: Notes = {}
    for tier in park.tiers:
        needed = [each for each in found if each.tier == tier and each.needed and not isnan(each.done_s)]
        if needed:
            first = min(needed, key=lambda each: each.margin_s)
            key = "spare" if first.margin_s >= 0 else "late"
            name = action_name(park, scenario, first.action, language)
            notes[tier] = [text(key, language, action=name, margin=span(abs(first.margin_s)))]
    return notes


def print_deadlines(
    console: Console, park: Park, scenario: Scenario, found: Sequence[Deadline], language: str = "en"
) -> None:
    """Print a line for every action that some tier's verdict hangs on, the most pressing first."""
    from rich.text import Text

    needed = [each for each in found if each.needed]
    if needed:
        table = _table(language)
        for each, tiers in _by_action(needed).items():
            table.add_row(*(Text(cell, _style(each)) for cell in _row(park, scenario, each, tiers, language)))
        console.print(table)
        console.print()
    for line in _others(park, scenario, found, language):
        console.print(Text(line))


def _by_action(found: Sequence[Deadline]) -> Mapping[Deadline, list[str]]:
    """Of deadlines of one action at one time the first, with all their tiers."""
    first: dict[tuple[str, float, float], Deadline] = {}
    tiers: dict[Deadline, list[str]] = defaultdict(list)
    for each in found:
        tiers[first.setdefault((each.action, each.latest_s, each.earliest_s), each)].append(each.tier)
    return tiers


def _style(each: Deadline) -> str:
    """What was late, or too early, is red."""
    return "bold red" if each.margin_s < 0 or each.too_early else ""


def _table(language: str) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0))
    for key in ("latest", "done", "spare_time"):
        table.add_column(text(key, language), no_wrap=True, overflow="fold")
    table.add_column(text("action_or_job", language), overflow="fold")
    table.add_column(text("keeps", language), overflow="fold")
    return table


def _row(park: Park, scenario: Scenario, each: Deadline, tiers: Sequence[str], language: str) -> list[str]:
    latest: str = after_start(each.latest_s)
    if each.earliest_s > 0:
        latest += "\n" + text("not_before", language, when=after_start(each.earliest_s))
    if not each.monotone:
        latest += " *"
    done = NOTHING if isnan(each.done_s) else after_start(each.done_s)
    margin = NOTHING if isnan(each.margin_s) else ("-" if each.margin_s < 0 else "") + span(abs(each.margin_s))
    kept = text("comma", language).join(tier_name(park, tier, language) for tier in tiers)
    return [latest, done, margin, action_name(park, scenario, each.action, language), kept]


def action_name(park: Park, scenario: Scenario, id: str, language: str) -> str:
    """What people call an action or a job: its words, with its id."""
    sheet = park.sheets.get(id.partition("#")[0])
    words = sheet.name.in_language(language) if sheet else ""
    if not words:
        words = next((action.text.in_language(language) for action in scenario.actions if action.id == id), "")
    return f"{words.rstrip('.。')} ({id})" if words and words != id else id


def _others(park: Park, scenario: Scenario, found: Sequence[Deadline], language: str) -> list[str]:
    """What need not be done, what would not help, and what the star means."""
    actions = list(dict.fromkeys(each.action for each in found))
    needless = [id for id in actions if all(each.latest_s == inf for each in found if each.action == id)]
    helpless = {
        tier: [each.action for each in found if each.tier == tier and isnan(each.latest_s)] for tier in park.tiers
    }
    lines = []
    if needless:
        lines.append(text("needless", language, actions=text("comma", language).join(needless)))
    for tier, ids in helpless.items():
        if ids:
            names = text("comma", language).join(ids)
            lines.append(text("helpless", language, tier=tier_name(park, tier, language), actions=names))
    if not all(each.monotone for each in found):
        lines.append(text("not_monotone", language))
    return lines

"""A run's result in the terminal, to be read in ten seconds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from sim.check import Downstream, FillTimes, Judgement, TierVerdict, Verdict, assumed
from sim.park import Park
from sim.record.record import Ledger, Record
from sim.report.basis import basis_lines
from sim.report.doubts import doubt_lines
from sim.report.downstream import downstream_lines
from sim.report.naming import tier_name
from sim.report.notes import note_lines
from sim.report.numbers import NOTHING, error, figure
from sim.report.people import people_lines
from sim.report.sections import section_lines
from sim.report.story import story
from sim.report.styles import style
from sim.report.treatment import counted_lines, refusal_lines
from sim.scenario import Scenario
from sim.units import time_text
from sim.words import text

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

Notes = Mapping[str, Sequence[str]]
WIDE = 100
"""Columns from which on the first escape has its own column; in a narrower terminal it stands below."""


def print_result(
    console: Console,
    park: Park,
    scenario: Scenario,
    record: Record,
    judgement: Judgement,
    where: str,
    language: str = "en",
    changes: Sequence[str] = (),
    notes: Mapping[str, Sequence[str]] | None = None,
    below: Downstream | None = None,
    sections: FillTimes | None = None,
) -> None:
    """Print what a planner must know.

    `where` is the folder of the files, empty when there are none; `changes` what was changed in
    the scenario for this run; `notes` further lines to stand beside a tier's verdict, `below` what came down the river,
    `sections` how long shut river sections held out.
    """
    from rich.text import Text

    console.print(Text(heading(park, scenario, language), "bold"))
    for change in changes:
        console.print(Text(text("changed", language, change=change)))
    console.print()
    _print_tiers(console, park, judgement, language, notes or {})
    console.print()
    console.print(Text(text("usable_means", language), "dim"))
    if not all(each.counts for tier in judgement.tiers for each in tier.reached):
        console.print(Text(text("uncounted_means", language), "dim"))
    basis = basis_lines(park, judgement, assumed(park, scenario, record), language, see=bool(where))
    people = people_lines(park, record, language)
    noted = [*counted_lines(park, language), *refusal_lines(park, record, language), *note_lines(scenario, language),
             *doubt_lines(park, scenario, language)]  # fmt: skip
    shut = section_lines(park, sections or FillTimes(), language)
    river = downstream_lines(park, below or Downstream(), language)
    for line in (*shut, *river, *noted, *people, ledger_line(record.ledger, language), *basis):
        console.print(Text(line))
    if where:
        console.print(Text(text("files", language, where=where)), soft_wrap=True)


def heading(park: Park, scenario: Scenario, language: str) -> str:
    """Scenario, park and horizon."""
    names = [each.name.in_language(language) or each.id for each in (scenario, park)]
    return " | ".join([*names, time_text(scenario.horizon_s)])


def _print_tiers(console: Console, park: Park, judgement: Judgement, language: str, notes: Notes) -> None:
    """The table of tiers, its stories beside it or below."""
    wide = console.width >= WIDE
    table = _table(language, wide)
    lines = {tier.tier: [story(park, tier, language), *notes.get(tier.tier, ())] for tier in judgement.tiers}
    stories = {tier: "\n".join(told) for tier, told in lines.items()}
    for tier in judgement.tiers:
        told = [stories[tier.tier]] if wide else []
        table.add_row(*_row(park, tier, language), *told)
    console.print(table)
    if not wide and (notes or any(tier.verdict is not Verdict.UNTOUCHED for tier in judgement.tiers)):
        _print_stories(console, park, stories, language)


def _table(language: str, wide: bool) -> Table:
    """The empty table."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), leading=int(wide))
    table.add_column(text("tier", language), max_width=20, overflow="fold")
    table.add_column(text("verdict", language), no_wrap=True, overflow="fold")
    for key in ("peak", "usable", "margin", "margin_share"):
        table.add_column(text(key, language), justify="right", no_wrap=True, overflow="fold")
    if wide:
        table.add_column(text("first_escape", language), overflow="fold")
    return table


def _row(park: Park, tier: TierVerdict, language: str) -> list[Text]:
    """A tier's cells but for its story."""
    from rich.text import Text

    reached = bool(tier.reached)
    return [
        Text(tier_name(park, tier.tier, language)),
        Text(text(tier.word, language), style(tier)),
        Text(figure(tier.peak_m3) if reached else NOTHING),
        Text(figure(tier.usable_m3) if reached else NOTHING),
        Text(figure(tier.margin_m3)),
        Text(figure(tier.margin_share * 100)),
    ]


def _print_stories(console: Console, park: Park, stories: Mapping[str, str], language: str) -> None:
    """What became of each tier, below a table that has no room for it."""
    from rich.table import Table
    from rich.text import Text

    console.print()
    console.print(Text(text("first_escape", language), "bold"))
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(max_width=20, overflow="fold")
    grid.add_column(overflow="fold")
    for tier, told in stories.items():
        grid.add_row(Text(tier_name(park, tier, language)), Text(told))
    console.print(grid)


def ledger_line(ledger: Ledger, language: str) -> str:
    """How much water there was, and whether all of it is somewhere."""
    total = float((ledger.sources + ledger.initial).sum())
    worst = float(np.abs(ledger.error_m3).max())
    key = "ledger_closes" if worst <= 1e-6 + 1e-9 * total else "ledger_broken"
    share = error(ledger.error_share * 100)
    return text(key, language, total=f"{total:,.1f}", error=error(worst), share=share)

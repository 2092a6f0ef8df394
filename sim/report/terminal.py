"""A run's result in the terminal, to be read in ten seconds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import nan
from typing import TYPE_CHECKING

import numpy as np

from sim.called import Called
from sim.check import Downstream, FillTimes, Judgement, TierVerdict, Verdict, assumed
from sim.check.uncertainty import taken
from sim.record.column import Column, Sort
from sim.record.record import Ledger, Record
from sim.report.basis import basis_lines, uncertain_lines
from sim.report.doubts import noted_lines
from sim.report.downstream import downstream_lines
from sim.report.numbers import error, lasting
from sim.report.people import people_lines
from sim.report.printing import put
from sim.report.sections import section_lines
from sim.report.story import story
from sim.report.styles import style
from sim.report.table import terminal_table
from sim.report.treatment import counted_lines, refusal_lines

if TYPE_CHECKING:
    from rich.console import Console

Notes = Mapping[str, Sequence[str]]
WIDE = 100
"""Columns from which on the first escape has its own column; in a narrower terminal it stands below."""


def print_result(
    console: Console,
    called: Called,
    record: Record,
    judgement: Judgement,
    where: str,
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
    put(console, heading(called), style="bold")
    put(console, *(called.says("changed", change=change) for change in changes), "")
    _print_tiers(console, called, judgement, notes or {})
    put(console, "", called.says("usable_means"), style="dim")
    if not all(each.counts for tier in judgement.tiers for each in tier.reached):
        put(console, called.says("uncounted_means"), style="dim")
    basis = basis_lines(called, judgement, assumed(called.park, called.played, record), see=bool(where))
    basis += uncertain_lines(called, taken(called.park, called.played, record))
    people = people_lines(called, record)
    noted = [*counted_lines(called), *refusal_lines(called, record), *noted_lines(called)]
    shut = section_lines(called, sections or FillTimes())
    river = downstream_lines(called, below or Downstream())
    put(console, *shut, *river, *noted, *people, ledger_line(called, record.ledger), *basis)
    if where:
        put(console, called.says("files", where=where), soft_wrap=True)


def heading(called: Called) -> str:
    """Scenario, park and horizon."""
    names = [called.name(each) for each in (called.played, called.park)]
    return " | ".join([*names, lasting(called.played.horizon_s).in_language(called.language)])


def _print_tiers(console: Console, called: Called, judgement: Judgement, notes: Notes) -> None:
    """The table of tiers, its stories beside it or below."""
    wide = console.width >= WIDE
    lines = {tier.tier: [story(called, tier), *notes.get(tier.tier, ())] for tier in judgement.tiers}
    stories = {tier: "\n".join(told) for tier, told in lines.items()}
    shown = _columns(called)
    if wide:
        shown.append(Column("first_escape", lambda tier: stories[tier.tier]))
    console.print(terminal_table(called.language, shown, judgement.tiers, gap=1, leading=int(wide)))
    if not wide and (notes or any(tier.verdict is not Verdict.UNTOUCHED for tier in judgement.tiers)):
        _print_stories(console, called, stories)


def _columns(called: Called) -> list[Column[TierVerdict]]:
    """What stands there of a tier, but for its story."""

    def reached(name: str) -> Callable[[TierVerdict], float]:
        return lambda tier: getattr(tier, name) if tier.reached else nan

    return [
        Column("tier", lambda each: called.tier(each.tier), most=20),
        Column("verdict", lambda each: called.says(each.word), Sort.WHOLE, style),
        Column("peak", reached("peak_m3"), Sort.VOLUME),
        Column("usable", reached("usable_m3"), Sort.VOLUME),
        Column("margin", lambda each: each.margin_m3, Sort.VOLUME),
        Column("margin_share", lambda each: each.margin_share, Sort.SHARE),
    ]


def _print_stories(console: Console, called: Called, stories: Mapping[str, str]) -> None:
    """What became of each tier, below a table that has no room for it."""
    from rich.table import Table
    from rich.text import Text

    put(console, "", called.says("first_escape"), style="bold")
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(max_width=20, overflow="fold")
    grid.add_column(overflow="fold")
    for tier, told in stories.items():
        grid.add_row(Text(called.tier(tier)), Text(told))
    console.print(grid)


def ledger_line(called: Called, ledger: Ledger) -> str:
    """How much water there was, and whether all of it is somewhere."""
    total = float((ledger.sources + ledger.initial).sum())
    worst = float(np.abs(ledger.error_m3).max())
    key = "ledger_closes" if worst <= 1e-6 + 1e-9 * total else "ledger_broken"
    share = error(ledger.error_share * 100)
    line = called.says(key, total=f"{total:,.1f}", error=error(worst), share=share)
    corrected = float(ledger.corrected.sum())
    return f"{line}; {called.says('ledger_corrected', more=f'{corrected:+,.1f}')}" if ledger.corrected.any() else line

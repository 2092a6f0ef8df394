"""What rain of each return period breaks, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from math import isinf, isnan
from typing import TYPE_CHECKING

from sim.called import Called
from sim.check.tier_verdict import TierVerdict, Verdict
from sim.load import FormulaRain
from sim.report.numbers import after_start, figure, hours, lasting
from sim.report.plain_table import plain_table
from sim.report.styles import STYLES, style
from sim.study import GivesWay, Played, ReturnPeriods
from sim.units import mm, volume_text

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text


FIRST_COLUMN, COLUMN = 10, 11
"""Letters that the times of the grid take, and each of its periods; what does not fit stands below."""


def print_periods(console: Console, called: Called, storm: FormulaRain, found: ReturnPeriods) -> None:
    """Print a line a period and a column a tier, from which period on each gives way, and the grid of times."""
    from rich.text import Text

    lasts, shape = lasting(storm.lasts_s), called.says(f"shape_{storm.shape}")
    console.print(Text(called.says("periods_of", rain=found.rain, formula=storm.formula, lasts=lasts, shape=shape)))
    console.print()
    console.print(_periods(called, found.played))
    console.print()
    for turn in found.turns:
        console.print(Text(turn_line(called, turn)))
    if not all(each.monotone for each in found.turns):
        console.print(Text(called.says("not_monotone_size")))
    if found.grid:
        console.print()
        work = called.job(found.action)
        console.print(Text(called.says("closing_of", work=work, action=found.action)))
        console.print()
        columns = max(1, (console.width - FIRST_COLUMN) // COLUMN)
        for first in range(0, len(found.played), columns):
            console.print(_grid(called, found, found.played[first : first + columns]))
            console.print()
    console.print(Text(called.says("periods_margin")))


def _periods(called: Called, played: Sequence[Played]) -> Table:
    from rich.text import Text

    table = plain_table()
    for key in ("period_a", "rain_mm"):
        table.add_column(called.says(key), justify="right", no_wrap=True)
    for tier in called.park.tiers:
        table.add_column(called.tier(tier), overflow="fold")
    for each in played:
        cells = [Text(tier_words(called, tier), style(tier)) for tier in each.tiers]
        table.add_row(figure(each.period_a), figure(mm(each.rain_m)), *cells)
    return table


def tier_words(called: Called, tier: TierVerdict) -> str:
    """What became of a tier: its verdict, and below it what escaped and when, or what is left and where."""
    verdict = called.says(tier.word)
    first = tier.first_escape
    if first is not None:
        return f"{verdict}\n{volume_text(tier.escaped_m3)}, {hours(first.first_s)}"
    if tier.only_uncounted:
        return f"{verdict}\n{volume_text(tier.uncounted_m3)}"
    if tier.verdict is Verdict.UNTOUCHED or isnan(tier.margin_m3):
        return verdict
    left = called.says("left", volume=volume_text(tier.margin_m3), share=figure(tier.margin_share * 100))
    moved = called.says("moved_volume", volume=volume_text(tier.transferred_m3))
    return f"{verdict}\n{left}" + (f"\n{moved}" if tier.verdict is Verdict.RELIEVED else "")


def turn_line(called: Called, turn: GivesWay) -> str:
    """From which return period on a tier gives way, with the runs that prove it."""
    tier = called.tier(turn.tier)
    if isnan(turn.lost_a):
        return called.says("gives_way_never", tier=tier, held=f"{turn.held_a:.3g}", held_mm=figure(mm(turn.held_m)))
    lost, lost_mm = f"{turn.lost_a:.3g}", figure(mm(turn.lost_m))
    if isnan(turn.held_a):
        return called.says("gives_way_already", tier=tier, lost=lost, lost_mm=lost_mm)
    held, held_mm = f"{turn.held_a:.3g}", figure(mm(turn.held_m))
    line = called.says("gives_way", tier=tier, held=held, held_mm=held_mm, lost=lost, lost_mm=lost_mm)
    return line + ("" if turn.monotone else " *")


def _grid(called: Called, found: ReturnPeriods, played: Sequence[Played]) -> Table:
    """A row for each time, a column for each of some periods: the outermost tier that gives way, by how much, when."""
    table = plain_table(1)
    table.add_column(called.says("done_at"), no_wrap=True)
    for each in played:
        table.add_column(f"{figure(each.period_a)} a", overflow="fold")
    for done_s in found.times_s:
        cells = [found.cell(each.period_a, done_s) for each in played]
        name = called.says("never") if isinf(done_s) else after_start(done_s)
        table.add_row(name, *(_cell(called, each) for each in cells))
    return table


def _cell(called: Called, cell: Played) -> Text:
    from rich.text import Text

    outermost = cell.gives_way
    if outermost is None:
        return Text(called.says("all_hold"), STYLES[Verdict.HELD])
    first = outermost.first_escape
    when = "" if first is None else f"\n{hours(first.first_s)}"
    name = called.tier(outermost.tier).partition("（")[0]
    said = called.says(outermost.word) + " " if outermost.only_uncounted else ""
    volume_m3 = outermost.uncounted_m3 if outermost.only_uncounted else outermost.escaped_m3
    return Text(f"{name}\n{said}{volume_text(volume_m3)}{when}", style(outermost))

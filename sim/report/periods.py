"""What rain of each return period breaks, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from math import isinf, isnan
from typing import TYPE_CHECKING

from sim.called import Called
from sim.check.tier_verdict import TierVerdict, Verdict
from sim.load import FormulaRain
from sim.record.column import Column, Sort
from sim.report.numbers import after_start, figure, hours, lasting
from sim.report.printing import put
from sim.report.styles import STYLES, style
from sim.report.table import terminal_table
from sim.study import GivesWay, Played, ReturnPeriods
from sim.units import mm, volume_text

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


FIRST_COLUMN, COLUMN = 10, 11
"""Letters that the times of the grid take, and each of its periods; what does not fit stands below."""


def print_periods(console: Console, called: Called, storm: FormulaRain, found: ReturnPeriods) -> None:
    """Print a line a period and a column a tier, from which period on each gives way, and the grid of times."""
    lasts, shape = lasting(storm.lasts_s), called.says(f"shape_{storm.shape}")
    put(console, called.says("periods_of", rain=found.rain, formula=storm.formula, lasts=lasts, shape=shape), "",
        _periods(called, found.played), "", *(turn_line(called, turn) for turn in found.turns))  # fmt: skip
    if not all(each.monotone for each in found.turns):
        put(console, called.says("not_monotone_size"))
    if found.grid:
        put(console, "", called.says("closing_of", work=called.job(found.action), action=found.action), "")
        columns = max(1, (console.width - FIRST_COLUMN) // COLUMN)
        for first in range(0, len(found.played), columns):
            put(console, _grid(called, found, found.played[first : first + columns]), "")
    put(console, called.says("periods_margin"))


def _periods(called: Called, played: Sequence[Played]) -> Table:
    def of(k: int, tier: str) -> Column[Played]:
        return Column("", lambda each: tier_words(called, each.tiers[k]), mark=lambda each: style(each.tiers[k]),
                      title=tier)  # fmt: skip

    shown: Sequence[Column[Played]] = (
        Column("period_a", lambda each: figure(each.period_a), Sort.FIGURE),
        Column("rain_mm", lambda each: figure(mm(each.rain_m)), Sort.FIGURE),
        *(of(k, called.tier(tier)) for k, tier in enumerate(called.park.tiers)),
    )  # fmt: skip
    return terminal_table(called.language, shown, played)


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

    def of(period_a: float) -> Column[float]:
        def mark(done_s: float) -> str:
            outermost = found.cell(period_a, done_s).gives_way
            return style(outermost) if outermost else STYLES[Verdict.HELD]

        return Column("", lambda done_s: _cell(called, found.cell(period_a, done_s)), Sort.TEXT, mark,
                      f"{figure(period_a)} a")  # fmt: skip

    def named(done_s: float) -> str:
        return called.says("never") if isinf(done_s) else after_start(done_s)

    shown = (Column("done_at", named, Sort.WHOLE), *(of(each.period_a) for each in played))
    return terminal_table(called.language, shown, found.times_s, gap=1)


def _cell(called: Called, cell: Played) -> str:
    outermost = cell.gives_way
    if outermost is None:
        return called.says("all_hold")
    first = outermost.first_escape
    when = "" if first is None else f"\n{hours(first.first_s)}"
    name = called.tier(outermost.tier).partition("（")[0]
    said = called.says(outermost.word) + " " if outermost.only_uncounted else ""
    volume_m3 = outermost.uncounted_m3 if outermost.only_uncounted else outermost.escaped_m3
    return f"{name}\n{said}{volume_text(volume_m3)}{when}"

"""What a sweep found, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from typing import TYPE_CHECKING, Any

from sim.called import Called
from sim.check import Verdict
from sim.ensemble.interval import Interval
from sim.ensemble.sweep import Chance, Chances, Spot, Sweep
from sim.record.column import Column, Sort
from sim.report.border_words import border_lines
from sim.report.ensemble import interval_text
from sim.report.numbers import hours
from sim.report.printing import put
from sim.report.styles import ONLY_UNCOUNTED, STYLES
from sim.report.sweep_words import USUAL_ACCURACY, Told, own_text, sentences, verdict_text
from sim.report.table import terminal_table
from sim.report.terminal import heading
from sim.units import share_text, volume_text

if TYPE_CHECKING:
    from rich.console import Console

MOST_ROWS = 25
"""Rows that are printed; the table in the folder has all of them."""
FAILED_MARK, NONE_MARK, ALL_MARK = "?", "·", "#"
LITRES = 3
"""Digits of a margin [m3] that are told."""
RANKS = "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""Stand in a map for how many tiers it came out of."""


def tolds_of(called: Called, found: Sweep | Chances) -> list[Told]:
    """How the values of each quantity are told."""
    accuracy = found.accuracy if isinstance(found, Sweep) else USUAL_ACCURACY
    return [Told(axis, accuracy, called.language) for axis in found.axes]


def print_sweep(
    console: Console, called: Called, sweep: Sweep, uncertain: int, where: str, changes: Sequence[str]
) -> None:
    """Print what became of each tier, and where it turns.

    `uncertain` is how many other numbers stand at their middle, `changes` what was changed in the scenario.
    """
    tolds = tolds_of(called, sweep)
    design = called.says("sweep_design", over=_over(called, tolds), runs=f"{sweep.runs:,}",
                         accuracy=share_text(sweep.accuracy))  # fmt: skip
    put(console, heading(called), style="bold")
    put(console, *_changed(called, changes), design, "")
    if len(tolds) == 1:
        _print_row(console, called, sweep, tolds[0])
    else:
        _print_map(console, called, tolds, [_mark(spot) for spot in sweep.spots])
        put(console, _map_legend(called, sweep))
    put(console, "", *sentences(called, sweep, tolds), *filter(None, [own_text(called, sweep, tolds)]),
        called.says("sweep_middle" if uncertain else "sweep_certain", count=f"{uncertain:,}"))  # fmt: skip
    failed = [spot.failed for spot in sweep.spots if spot.failed]
    put(console, *_failed(called, len(sweep.spots), failed), called.says("files", where=where), soft_wrap=True)


def print_chances(console: Console, called: Called, chances: Chances, where: str, changes: Sequence[str]) -> None:
    """Print how likely each tier is to be breached at every value."""
    tolds = tolds_of(called, chances)
    runs = chances.runs
    design = called.says("sweep_draws", over=_over(called, tolds), draws=f"{chances.draws:,}", runs=f"{runs:,}")
    put(console, heading(called), style="bold")
    put(console, *_changed(called, changes), design, "")
    if len(tolds) == 1:
        _print_chances_row(console, called, chances, tolds[0])
    else:
        for k, tier in enumerate(chances.tiers):
            put(console, called.tier(tier))
            _print_map(console, called, tolds, [_tenth(spot.breaches[k]) for spot in chances.spots])
            put(console, "")
        put(console, called.says("sweep_tenths"))
    reasons = [why for spot in chances.spots for _, why in spot.failed]
    put(console, "", *border_lines(called, chances, tolds[0]), called.says("sweep_same_draws"),
        *_failed(called, chances.draws * len(chances.spots), reasons))  # fmt: skip
    put(console, called.says("files", where=where), soft_wrap=True)


def _changed(called: Called, changes: Sequence[str]) -> list[str]:
    return [called.says("changed", change=change) for change in changes]


def _over(called: Called, tolds: Sequence[Told]) -> str:
    """What is swept between which ends."""
    return called.listed(called.says("sweep_axis", path=each.axis.path, low=each.amount(each.axis.values[0]),
                                     high=each.amount(each.axis.values[-1]), count=f"{len(each.axis.values):,}")
                         for each in tolds)  # fmt: skip


def _failed(called: Called, of: int, reasons: Sequence[str]) -> list[str]:
    """How many runs could not be played, and why the first could not."""
    count = f"{len(reasons):,}"
    return [called.says("sweep_not_played", count=count, of=f"{of:,}", why=why) for why in reasons[:1]]


def _shown(count: int) -> range:
    """The rows that are printed: all, or every so many."""
    return range(0, count, -(-count // MOST_ROWS))


def _print_row(console: Console, called: Called, sweep: Sweep, told: Told) -> None:
    """A row a value, a column a tier."""
    shown = _shown(len(sweep.spots))

    def of(k: int, tier: str) -> Column[Spot]:
        return Column("", lambda spot: _cell(called, spot, k), mark=lambda spot: _style(spot, k),
                      title=called.tier(tier))  # fmt: skip

    columns = [_values(told), *(of(k, tier) for k, tier in enumerate(sweep.tiers))]
    put(console, terminal_table(called.language, columns, [sweep.spots[k] for k in shown], gap=1))
    put(console, *_thinned(called, shown, len(sweep.spots)))


def _values(told: Told) -> Column[Any]:
    """The first column: the value of what is swept."""
    title = told.name.rpartition(".")[2].replace(" [", "\n[")
    return Column("", lambda spot: told.number(spot.at[0]), Sort.FIGURE, title=title)


def _thinned(called: Called, shown: range, count: int) -> list[str]:
    return [] if shown.step == 1 else [called.says("sweep_thinned", step=shown.step, count=f"{count:,}")]


def _cell(called: Called, spot: Spot, k: int) -> str:
    """What became of a tier: its verdict, with what escaped and when, or what is left."""
    verdict = verdict_text(called, spot.word(k))
    if not spot.tiers:
        return verdict
    tier = spot.tiers[k]
    if tier.breached:
        return called.says("sweep_escaped", verdict=verdict, volume=volume_text(tier.escaped_m3),
                           first=hours(tier.first_s).in_language(called.language))  # fmt: skip
    if isnan(tier.margin_m3) or tier.margin_m3 < 0:
        return verdict
    return called.says("sweep_left", verdict=verdict, volume=volume_text(round(tier.margin_m3, LITRES)))


def _style(spot: Spot, k: int) -> str:
    if not spot.tiers:
        return "dim"
    word = spot.word(k)
    return STYLES[Verdict(word)] if word in set(Verdict) else ONLY_UNCOUNTED


def _mark(spot: Spot) -> str:
    """How far it came, in a letter."""
    if spot.reached < 0:
        return FAILED_MARK
    return RANKS[spot.reached - 1] if spot.reached else NONE_MARK


def _map_legend(called: Called, sweep: Sweep) -> str:
    seen = {spot.reached for spot in sweep.spots}
    signs = [f"{NONE_MARK} {called.says('none')}"] if 0 in seen else []
    signs += [f"{RANKS[k]} {called.tier(tier)}" for k, tier in enumerate(sweep.tiers) if k + 1 in seen]
    signs += [f"{FAILED_MARK} {called.says('sweep_failed')}"] if -1 in seen else []
    return called.says("sweep_outermost", signs="   ".join(signs))


def _tenth(found: Interval) -> str:
    """A chance in tenths."""
    if not found.of:
        return FAILED_MARK
    if found.count in (0, found.of):
        return ALL_MARK if found.count else NONE_MARK
    return str(int(found.share * 10))


def _print_map(console: Console, called: Called, tolds: Sequence[Told], marks: Sequence[str]) -> None:
    """A letter a spot, the second quantity upwards; every so many columns and rows where there is no room for all."""
    first, second = tolds
    names = [second.number(value) for value in second.axis.values]
    left = max(map(len, names)) + 2
    wide = len(first.axis.values)
    columns = range(0, wide, -(-wide // max(1, console.width - left)))
    joint = " " if 2 * len(columns) <= console.width - left else ""
    rows = _shown(len(names))
    put(console, called.says("sweep_upwards", path=second.name))
    for row in reversed(rows):
        put(console, f"{names[row]:>{left - 2}}  " + joint.join(marks[row * wide + column] for column in columns))
    ruler = _ruler(first, left, len(columns) + len(joint) * (len(columns) - 1))
    put(console, ruler, called.says("sweep_rightwards", path=first.name))
    for shown, each in ((columns, first), (rows, second)):
        put(console, *_thinned(called, shown, len(each.axis.values)))


def _ruler(told: Told, left: int, wide: int) -> str:
    """Both ends of the first quantity below its map."""
    low, high = (told.number(told.axis.values[end]) for end in (0, -1))
    return " " * left + low + " " * max(1, wide - len(low) - len(high)) + high


def _print_chances_row(console: Console, called: Called, chances: Chances, told: Told) -> None:
    """A row a value, a column a tier: how many draws breached it, and between what the chance lies."""
    shown = _shown(len(chances.spots))

    def of(k: int, tier: str) -> Column[Chance]:
        return Column("", lambda spot: _chance(called, spot.breaches[k]), title=called.tier(tier))

    columns = [_values(told), *(of(k, tier) for k, tier in enumerate(chances.tiers))]
    put(console, terminal_table(called.language, columns, [chances.spots[k] for k in shown], gap=1))
    put(console, *_thinned(called, shown, len(chances.spots)))


def _chance(called: Called, found: Interval) -> str:
    return called.says("sweep_chance", count=f"{found.count:,}", of=f"{found.of:,}",
                       interval=interval_text(called, found))  # fmt: skip

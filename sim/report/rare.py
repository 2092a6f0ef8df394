"""How likely a breach is that hardly ever happens, in the terminal, and how far the search for one is."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from time import monotonic
from typing import TYPE_CHECKING

from sim.called import Called
from sim.ensemble.rare import Chance, Pace, Rare, RareFindings, Takes
from sim.ensemble.rare.tables import Row, rows_of
from sim.record.column import Column, Sort
from sim.report.ensemble import amount_text, numbers_text, run_words
from sim.report.number_name import number_name
from sim.report.numbers import NOTHING, figure
from sim.report.printing import put
from sim.report.table import terminal_table
from sim.report.terminal import heading
from sim.units import volume_text
from sim.words import text

if TYPE_CHECKING:
    from rich.console import Console

OFTEN = 0.1
"""A chance from which on per cent say more than one in so many [-]."""
MOST_TAKES = 5
"""Numbers that are told; the table in the folder has them all."""
FEW_LINES = 10
"""Runs of the first level from which a finding should come at least."""


def chance_text(share: float, language: str, rare: bool | None = None) -> str:
    """A chance as people read it: one in so many where it is rare, by two digits, else per cent.

    >>> chance_text(1.151e-4, "en"), chance_text(0.283, "en"), chance_text(2.4e-9, "en"), chance_text(0.0, "en")
    ('1 in 8,700', '28.3 %', '1 in 420,000,000', '0 %')
    """
    if share and (share < OFTEN if rare is None else rare):
        return text("rare_one_in", language, of=_rounded(1 / share))
    return text("rare_percent", language, percent=f"{share * 100:.3g}")


def _rounded(count: float) -> str:
    """A large number, two digits of it."""
    return f"{float(f'{count:.2g}'):,.0f}"


def print_rare(console: Console, called: Called, found: RareFindings, where: str, changes: Sequence[str]) -> None:
    """Print how likely a breach is, by which levels, and what it takes."""
    rare = found.rare
    start = rare.player.start
    numbers = numbers_text(called, len(rare.player.uncertain))
    put(console, heading(called), style="bold")
    put(console, *(called.says("changed", change=change) for change in changes),
        called.says("rare_design", tier=called.tier(rare.tier), runs=f"{rare.levels[0].played:,}", seed=start.seed,
                    numbers=numbers), "")  # fmt: skip
    put(console, *_answer(called, found), "")
    put(console, terminal_table(called.language, _columns(called), rows_of(rare), gap=2))
    put(console, "", called.says("rare_means"), style="dim")
    put(console, *_notes(called, found))
    if found.breached:
        command = f"{run_words(start)} --drawn {where}/breached.csv --index {found.breached[0][0].run.index}"
        put(console, called.says("rare_likeliest", command=command), soft_wrap=True)
    put(console, called.says("files", where=where), soft_wrap=True)


def _answer(called: Called, found: RareFindings) -> list[str]:
    """The chance, and how sure it is."""
    rare, chance = found.rare, found.rare.chance
    played = f"{rare.played:,}"
    if not chance.share:
        return [end_text(called, rare), called.says(f"rare_{rare.end}", runs=f"{len(rare.last):,}")]
    said = between_text(called, chance)
    if len(rare.levels) == 1:
        return [said, called.says("rare_common" if chance.share >= OFTEN else "rare_plain", played=played)]
    return [said, called.says("rare_sure", played=played, spread=f"{chance.spread * 100:.0f}",
                              plain=_rounded(chance.plain_runs))]  # fmt: skip


def end_text(called: Called, rare: Rare) -> str:
    """That no run breached the tier, and how likely it may be all the same."""
    return called.says("rare_none", high=chance_text(rare.chance.high, called.language), played=f"{rare.played:,}")


def between_text(called: Called, chance: Chance) -> str:
    """The chance, and between what it lies."""
    rare = chance.share < OFTEN
    share, low, high = (chance_text(each, called.language, rare) for each in (chance.share, chance.low, chance.high))
    return called.says("rare_chance", chance=share, low=low, high=high)


def _columns(called: Called) -> list[Column[Row]]:
    return [
        Column("rare_level", lambda each: each.level, Sort.COUNT),
        Column("rare_left", lambda each: _left(called, each), Sort.AMOUNT),
        Column("rare_of_tier", lambda each: called.tier(each.tier) if each.tier else NOTHING, most=22),
        Column("rare_reached", lambda each: chance_text(each.chance.share, called.language), Sort.FIGURE),
        Column("rare_nearer", lambda each: called.says("ensemble_of", count=f"{each.further:,}",
                                                           of=f"{each.found.counted.of:,}"), Sort.FIGURE),
    ]  # fmt: skip


def _left(called: Called, row: Row) -> str:
    """How much room the runs of a level all have less than left."""
    if isnan(row.left_m3):
        return called.says("rare_dry" if row.level else "rare_all")
    return figure(row.left_m3)


def _notes(called: Called, found: RareFindings) -> list[str]:
    """What a breach takes, and what is to know besides."""
    rare, lines = found.rare, []
    if found.breached:
        half, tenth = (volume_text(each) for each in found.exceeded.values())
        lines.append(called.says("rare_escapes", half=half, tenth=tenth))
    if found.takes:
        lines += [called.says("rare_takes"), *(_take(called, each) for each in found.takes[:MOST_TAKES])]
    elif found.breached and rare.player.uncertain:
        lines.append(called.says("rare_take_nothing"))
    if found.lots:
        lines.append(called.says("rare_lots"))
    if found.breached and len(rare.levels) > 1 and found.lines < FEW_LINES:
        lines.append(called.says("rare_few_lines", lines=found.lines))
    if rare.failed:
        lines.append(called.says("ensemble_failed", failed=f"{len(rare.failed):,}", runs=f"{rare.played:,}"))
    return lines


def _take(called: Called, takes: Takes) -> str:
    breached, others = (amount_text(takes.uncertain, each) for each in (takes.breached, takes.others))
    return called.says("rare_take", number=number_name(called, takes.uncertain), breached=breached, others=others,
                       shift=f"{takes.shift:+.1f}")  # fmt: skip


class RarePace:
    """How far a search is, in a line."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.began_s = monotonic()

    def line(self, pace: Pace) -> str:
        """The level, how likely it is to come as near, and how many of its runs have been played."""
        rate = figure(pace.played / max(monotonic() - self.began_s, 1e-9))
        said = {"level": pace.level, "chance": chance_text(pace.chance, self.language), "done": f"{pace.done:,}",
                "wanted": f"{pace.wanted:,}", "rate": rate}  # fmt: skip
        if pace.bound is None or pace.bound.bound.rank < 0:
            return text("rare_pace", self.language, **said)
        return text("rare_pace_left", self.language, left=figure(-pace.bound.bound.over_m3), **said)

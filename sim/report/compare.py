"""Two designs on the same draws, in the terminal."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from sim.called import Called
from sim.ensemble import Player, Sampling
from sim.ensemble.compare import SIDES, Comparison, TierCompared
from sim.ensemble.paired import Difference
from sim.record.column import Column, Sort
from sim.report.ensemble import SHOWN_FAILURES, chance_text, percent
from sim.report.numbers import figure
from sim.report.printing import put
from sim.report.table import terminal_table
from sim.report.terminal import heading

if TYPE_CHECKING:
    from rich.console import Console


def print_comparison(console: Console, found: Comparison, where: str, language: str) -> None:
    """Print for each tier which of two designs is breached less often, and how sure that is."""
    first, second = (_called(each, language) for each in found.players)
    put(console, *dict.fromkeys(map(heading, (first, second))), style="bold")
    put(console, *(called.says("compare_side", side=side.upper(), name=called.name(called.played), what=_what(player))
                   for side, called, player in zip(SIDES, (first, second), found.players, strict=True)),
        _design(first, found), "", soft_wrap=True)  # fmt: skip
    put(console, terminal_table(language, _columns(first), found.tiers, gap=1))
    put(console, "", first.says("compare_means"), style="dim")
    put(console, "", *(_sentence(first, each) for each in found.tiers), *_notes((first, second), found))
    put(console, first.says("files", where=where), soft_wrap=True)


def _called(player: Player, language: str) -> Called:
    case = player.varying.case
    return Called(case.park, case.scenario, language)


def _what(player: Player) -> str:
    """A design as one would type it."""
    start = player.start
    pick = [f"--pick {start.pick}"] if start.pick else []
    levels = [f"--levels {start.levels}"] if start.levels else []
    return " ".join([start.scenario, *pick, *(f"--set \"{each}\"" for each in start.sets), *levels])


def _design(called: Called, found: Comparison) -> str:
    start = found.players[0].start
    key = "compare_own" if any(found.own) else "compare_numbers"
    numbers = called.says(key, shared=found.shared, first=found.own[0], second=found.own[1])
    return called.says("compare_design", runs=f"{found.runs:,}", sampling=called.says(f"ensemble_{start.sampling}"),
                       seed=start.seed, numbers=numbers)  # fmt: skip


def _columns(called: Called) -> list[Column[TierCompared]]:
    def side(key: str, of: str) -> str:
        return called.says(key, side=of)

    return [
        Column("tier", lambda each: called.tier(each.tier), most=22),
        Column("", lambda each: chance_text(each.first), Sort.FIGURE, title=side("compare_chance", "A")),
        Column("", lambda each: chance_text(each.second), Sort.FIGURE, title=side("compare_chance", "B")),
        Column("", lambda each: f"{each.pairs.first:,}", Sort.FIGURE, title=side("compare_only", "A")),
        Column("", lambda each: f"{each.pairs.second:,}", Sort.FIGURE, title=side("compare_only", "B")),
        Column("", lambda each: _signed(each.difference.value), Sort.FIGURE, title=called.says("compare_difference")),
        Column("", lambda each: called.says("compare_span", low=_signed(each.difference.low),
                                            high=_signed(each.difference.high)),
               Sort.FIGURE, title=called.says("ensemble_interval")),
    ]  # fmt: skip


def _signed(share: float) -> str:
    """Of 100 runs so many more, or fewer."""
    return f"{'+' if share > 0 else '-' if share < 0 else ''}{percent(abs(share))}"


def _sentence(called: Called, tier: TierCompared) -> str:
    """Which of the two is breached less often, and lets less escape."""
    found, name = tier.difference, called.tier(tier.tier)
    if not found.sure:
        key = "compare_unsure" if tier.pairs.lone else "compare_same"
        said = called.says(key, tier=name, low=_signed(found.low), high=_signed(found.high))
    else:
        low, high = sorted(map(abs, (found.low, found.high)))
        said = called.says("compare_fewer" if found.value < 0 else "compare_more", tier=name,
                           value=percent(abs(found.value)), low=percent(low), high=percent(high))  # fmt: skip
    return called.says("sentence_joint", one=said, other=more) if (more := _escaped(called, tier.escaped)) else said


def _escaped(called: Called, found: Difference) -> str:
    """How much less escapes, or more, where that is beyond chance."""
    if not found.sure or not isfinite(found.low):
        return ""
    low, high = sorted(map(abs, (found.low, found.high)))
    return called.says("compare_spares" if found.value < 0 else "compare_costs", value=figure(abs(found.value)),
                       low=figure(low), high=figure(high))  # fmt: skip


def _notes(both: tuple[Called, Called], found: Comparison) -> list[str]:
    """What is to know besides."""
    called = both[0]
    lines = [each.says("compare_alone", side=side.upper(), tiers=each.listed(map(each.tier, tiers)))
             for side, each, tiers in zip(SIDES, both, found.alone, strict=True) if tiers]  # fmt: skip
    if found.players[0].start.sampling is not Sampling.MC:
        lines.append(called.says("ensemble_even"))
    if found.failed:
        lines.append(called.says("compare_failed", failed=f"{found.runs - found.counted:,}", runs=f"{found.runs:,}"))
        lines += [called.says("compare_failure", side=side.upper(), index=index, why=why)
                  for side, index, why in found.failed[:SHOWN_FAILURES]]  # fmt: skip
    return lines

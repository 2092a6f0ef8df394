"""What an ensemble found, in the terminal, and how far it is while it is played."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import isfinite, log2
from time import monotonic
from typing import TYPE_CHECKING

from sim.called import Called
from sim.ensemble import Ensemble, Findings, Sampling, Start, TierFindings
from sim.ensemble.ensemble import Tally
from sim.ensemble.findings import Driver
from sim.ensemble.interval import Interval
from sim.ensemble.shards import unit_of
from sim.park import Uncertain
from sim.record.column import Column, Sort
from sim.report.number_name import number_name
from sim.report.numbers import NOTHING, figure, span
from sim.report.printing import put
from sim.report.table import terminal_table
from sim.report.terminal import heading
from sim.units import Dimension, flow_text, share_text, volume_text
from sim.words import text

if TYPE_CHECKING:
    from rich.console import Console

MOST_DRIVERS = 3
"""Numbers that are told of a tier; the table in the folder has them all."""
TOLD = {Dimension.VOLUME: volume_text, Dimension.FLOW: flow_text, Dimension.SHARE: share_text}
SHOWN_FAILURES = 3


def amount_text(uncertain: Uncertain, number: float) -> str:
    """A value of an uncertain number as people read it.

    >>> from sim.park.spread import Uniform
    >>> delay = Uncertain("actions.shut.after", Uniform(0.0, 900.0), "uniform [0 s, 15 min]", "time")
    >>> amount_text(delay, 451.2)
    '7.52 min'
    """
    if uncertain.measures == Dimension.TIME:
        return _time_text(number)
    if not uncertain.measures:
        return figure(number)
    of_sort: Callable[[float], str] | None = TOLD.get(Dimension(uncertain.measures))
    return of_sort(number) if of_sort else f"{figure(number)} {unit_of(uncertain)}"


def _time_text(time_s: float) -> str:
    """A mean of times, three digits of it."""
    for unit, seconds in (("h", 3600), ("min", 60)):
        if time_s >= seconds:
            return f"{time_s / seconds:.3g} {unit}"
    return f"{time_s:.3g} s"


def interval_text(called: Called, found: Interval) -> str:
    """Between what a chance lies; of what never happened, or always did, how likely it may be all the same.

    >>> from sim.ensemble.interval import interval
    >>> from sim.park import Park
    >>> interval_text(Called(Park.of([])), interval(0, 200)), interval_text(Called(Park.of([])), interval(35, 200))
    ('at most 1.8 %', '12.5 to 23.5 %')
    """
    low, high = (percent(each) for each in (found.low, found.high))
    if not found.of:
        return NOTHING
    if not found.count:
        return called.says("ensemble_at_most", high=high)
    if found.count == found.of:
        return called.says("ensemble_at_least", low=low)
    return called.says("ensemble_between", low=low, high=high)


def chance_text(found: Interval) -> str:
    """A chance as counted, where it is more than nothing."""
    return f"{percent(found.share)} %" if found.count else NOTHING


def percent(share: float) -> str:
    """A chance in per cent: three digits that count, two of small ones."""
    value = share * 100
    return f"{value:.1f}" if value >= 1 else f"{value:.2g}"


def print_ensemble(
    console: Console, called: Called, ensemble: Ensemble, found: Findings, where: str, changes: Sequence[str],
    sentences: Sequence[str] = (),
) -> None:  # fmt: skip
    """Print how often each tier broke, how much escaped, what went with it, and some sentences on why."""
    put(console, heading(called), style="bold")
    put(console, *(called.says("changed", change=change) for change in changes))
    put(console, design_line(called, ensemble, found), "")
    put(console, terminal_table(called.language, _columns(called), found.tiers, gap=1))
    put(console, "", called.says("ensemble_means"), style="dim")
    put(console, *_drivers(called, found), *sentences, *note_lines(called, ensemble, found))
    put(console, one_line(called, ensemble), called.says("files", where=where), soft_wrap=True)  # fmt: skip


def design_line(called: Called, ensemble: Ensemble, found: Findings) -> str:
    """How many runs were played, how they were drawn, and what was."""
    start, numbers = ensemble.player.start, numbers_text(called, found.uncertain)
    if incidents := ensemble.player.incidents:
        numbers = called.says("ensemble_incident", numbers=numbers, count=f"{len(incidents):,}")
    return called.says("ensemble_design", runs=f"{found.runs:,}", sampling=called.says(f"ensemble_{start.sampling}"),
                       seed=start.seed, numbers=numbers)  # fmt: skip


def numbers_text(called: Called, count: int) -> str:
    """How many numbers are drawn anew for every run."""
    return called.says("ensemble_numbers" if count else "ensemble_lots", count=f"{count:,}")


def _columns(called: Called) -> list[Column[TierFindings]]:
    return [
        Column("tier", lambda each: called.tier(each.tier), most=22),
        Column("", lambda each: _of(called, each.breach), Sort.AMOUNT, title=called.says("ensemble_breached")),
        Column("", lambda each: chance_text(each.breach), Sort.FIGURE, title=called.says("ensemble_chance")),
        Column("", lambda each: interval_text(called, each.breach), Sort.FIGURE,
               title=called.says("ensemble_interval")),
        Column("", lambda each: _volume(each.exceeded[0.1]), Sort.AMOUNT, title=called.says("ensemble_one_in", of=10)),
        Column("", lambda each: _volume(each.exceeded[0.01]), Sort.AMOUNT,
               title=called.says("ensemble_one_in", of=100)),
        Column("", lambda each: _volume(each.left[0.05]), Sort.AMOUNT, title=called.says("ensemble_left")),
    ]  # fmt: skip


def _of(called: Called, found: Interval) -> str:
    return called.says("ensemble_of", count=f"{found.count:,}", of=f"{found.of:,}")


def _volume(volume_m3: float) -> str:
    return figure(volume_m3) if isfinite(volume_m3) else NOTHING


def _drivers(called: Called, found: Findings) -> list[str]:
    """What goes with the breaches of each tier that broke sometimes, and sometimes not."""
    alike: dict[tuple[Driver, ...], list[str]] = {}
    for tier in found.tiers if found.uncertain else ():
        if 0 < tier.breach.count < tier.breach.of:
            alike.setdefault(tier.drivers, []).append(called.tier(tier.tier))
    lines = []
    for drivers, tiers in alike.items():
        lines.append(called.says("ensemble_drivers" if drivers else "ensemble_no_driver", tiers=called.listed(tiers)))
        lines += [called.says("ensemble_driver", **_driver(called, each)) for each in drivers[:MOST_DRIVERS]]
    return lines


def _driver(called: Called, driver: Driver) -> dict[str, str]:
    breached, others = (amount_text(driver.uncertain, each) for each in (driver.breached, driver.others))
    return {"number": number_name(called, driver.uncertain), "breached": breached, "others": others,
            "rank": f"{driver.rank:+.2f}"}  # fmt: skip


def note_lines(called: Called, ensemble: Ensemble, found: Findings) -> list[str]:
    """What is to know besides."""
    start, lines = ensemble.player.start, []
    if start.sampling is Sampling.SOBOL and log2(start.runs) % 1:
        lines.append(called.says("ensemble_no_power", runs=start.runs, power=f"{2 ** round(log2(start.runs)):,}"))
    if start.sampling is not Sampling.MC:
        lines.append(called.says("ensemble_even"))
    if found.failed:
        lines.append(called.says("ensemble_failed", failed=f"{len(found.failed):,}", runs=f"{found.runs:,}"))
        lines += [called.says("ensemble_failure", index=index, why=why) for index, _, why in
                  found.failed[:SHOWN_FAILURES]]  # fmt: skip
    return lines


def one_line(called: Called, ensemble: Ensemble) -> str:
    """What plays one run again."""
    start = ensemble.player.start
    more = f" --sampling {start.sampling} --of {start.runs}" if start.runs else ""
    return called.says("ensemble_one", command=f"{run_words(start)} --seed {start.seed} --index K{more}")


def run_words(start: Start) -> str:
    """How `run` is asked for what a study was played on."""
    pick = f" --pick {start.pick}" if start.pick else ""
    pick += "".join(f" --set \"{each}\"" for each in start.sets) + (f" --levels {start.levels}" if start.levels else "")
    return f"run {start.scenario}{pick}"


class Pace:
    """How far an ensemble is, in a line."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.began_s = monotonic()

    def line(self, tally: Tally) -> str:
        """How many runs there were, how fast, how long it will take still, and the estimate so far."""
        rate = tally.played / max(monotonic() - self.began_s, 1e-9)
        left = span(round((tally.wanted - tally.done) / rate)).in_language(self.language) if rate else NOTHING
        valid = max(tally.done - tally.failed, 1)
        chances = ", ".join(f"{percent(count / valid)} %" for count in tally.breached)
        return text("ensemble_pace", self.language, done=f"{tally.done:,}", wanted=f"{tally.wanted:,}",
                    rate=figure(rate), left=left, chances=chances)  # fmt: skip

"""Which ranges together breach a tier, and by which way, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from sim.called import Called
from sim.ensemble import Findings
from sim.ensemble.discovery import FEWEST, Discoveries, Discovery, NumberLimit
from sim.ensemble.prim import Found
from sim.park import Uncertain
from sim.report.ensemble import amount_text
from sim.report.number_name import number_name

MOST_WAYS = 4
"""Ways by which a tier was breached that are told; the table in the folder has them all."""


def cause_lines(called: Called, found: Findings) -> list[str]:
    """By which way each tier was first breached, and how often."""
    lines = []
    for each in found.tiers:
        ways = [called.says("ensemble_way", way=called.way(way.link), count=f"{way.share.count:,}")
                for way in each.ways[:MOST_WAYS]]  # fmt: skip
        if others := sum(way.share.count for way in each.ways[MOST_WAYS:]):
            ways.append(called.says("ensemble_other_ways", count=f"{others:,}"))
        if ways:
            lines.append(called.says("ensemble_cause", tier=called.tier(each.tier), count=f"{each.breach.count:,}",
                                     ways=called.listed(ways)))  # fmt: skip
    return [called.says("ensemble_causes"), *lines] if lines else []


def discovery_lines(called: Called, found: Discoveries) -> list[str]:
    """Which ranges together breach each tier that was breached at all."""
    told = [each for each in found.tiers if each.breaches]
    lines = [line for each in told for line in _of_tier(called, found, each)]
    if found.looked_at < found.runs and any(each.boxes for each in told):
        lines.append(called.says("discovery_first", runs=f"{found.looked_at:,}"))
    return lines


def _of_tier(called: Called, found: Discoveries, each: Discovery) -> list[str]:
    tiers = called.listed(map(called.tier, each.tiers))
    if not each.enough:
        counts = {"breached": f"{each.breaches:,}", "runs": f"{len(each.breached):,}", "fewest": FEWEST}
        return [called.says("discovery_too_few", tiers=tiers, **counts)]
    if not each.boxes:
        return [called.says("discovery_none", tiers=tiers)]
    boxes = [_box(called, found, each, box, first=place == 0) for place, box in enumerate(each.boxes)]
    return [called.says("discovery_head", tiers=tiers), *boxes]


def _box(called: Called, found: Discoveries, each: Discovery, box: Found, *, first: bool) -> str:
    return called.says("discovery_box" if first else "discovery_next", limits=box_text(called, found.limits(box)),
                       runs=f"{box.runs:,}", hits=f"{box.hits:,}", density=f"{box.density * 100:.3g}",
                       coverage=f"{each.coverage(box) * 100:.3g}")  # fmt: skip


def box_text(called: Called, limits: Sequence[NumberLimit]) -> str:
    """What a box asks of its numbers, in words."""
    return called.says("discovery_and").join(limit_text(called, each) for each in limits)


def limit_text(called: Called, of: NumberLimit) -> str:
    """What a box asks of a number, in words.

    >>> from sim.ensemble.prim import Limit
    >>> from sim.park import Park, Uncertain
    >>> from sim.park.spread import Uniform
    >>> number = Uncertain("releases.rupture.volume", Uniform(500.0, 9000.0), "uniform [500 m3, 9000 m3]", "volume")
    >>> limit_text(Called(Park.of([])), NumberLimit(number, Limit(4310.0), {}))
    'volume of spill rupture above 4,310 m3'
    """
    name, limit = number_name(called, of.uncertain), of.limit
    if limit.values is not None:
        values = called.says("discovery_or").join(_value(called, of.uncertain, each) for each in limit.values)
        return called.says("discovery_one_of", number=name, values=values)
    low, high = (amount_text(of.uncertain, each) if isfinite(each) else "" for each in (limit.low, limit.high))
    key = "discovery_between" if low and high else "discovery_above" if low else "discovery_below"
    return called.says(key, number=name, low=low, high=high)


def _value(called: Called, uncertain: Uncertain, number: float) -> str:
    """One of the values that a number may have: an amount, or the name of an incident."""
    if not uncertain.names:
        return amount_text(uncertain, number)
    return called.name(called.played.incidents[int(number)])

"""What each incident of an ensemble does, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from sim.called import Called
from sim.ensemble.incidents import OfTier, Part
from sim.ensemble.interval import Interval
from sim.report.ensemble import interval_text, percent

MOST = 8
"""Incidents that are told of a tier; the table in the folder has them all."""
SMALL = 0.01
"""Frequencies below it are told with a power of ten [1/a]."""


def incident_lines(called: Called, found: Sequence[OfTier]) -> list[str]:
    """What each incident does to each tier, and how often that is a year where it is known."""
    if not found:
        return []
    values = {"count": len(found[0].parts)}
    alike: dict[tuple[Interval, ...], list[OfTier]] = {}
    for each in found:
        alike.setdefault((each.breach, *(part.breach for part in each.parts)), []).append(each)
    lines = [line for tiers in alike.values() for line in _tiers(called, tiers)]
    if found[0].frequency is None:
        return [called.says("incidents_head", **values), *lines]
    head = called.says("incidents_head_yearly", frequency=yearly_text(called, found[0].frequency), **values)
    return [head, *lines, called.says("incidents_given")]


def frequency_text(frequency: float) -> str:
    """Two digits of a frequency.

    >>> frequency_text(2.94e-4), frequency_text(0.25), frequency_text(0)
    ('2.9e-4', '0.25', '0')
    """
    if not 0 < frequency < SMALL:
        return f"{frequency:.2g}"
    digits, power = f"{frequency:.1e}".split("e")
    return f"{digits}e{int(power)}"


def yearly_text(called: Called, frequency: float) -> str:
    """A frequency with its unit."""
    return called.says("incidents_a_year", value=frequency_text(frequency))


def _tiers(called: Called, tiers: Sequence[OfTier]) -> list[str]:
    """What each incident does to tiers that are breached in the same runs, as far as counts tell."""
    tier, each = called.listed(called.tier(each.tier) for each in tiers), tiers[0]
    breach, yearly = each.breach, each.yearly
    counts = {"tier": tier, "count": f"{breach.count:,}", "of": f"{breach.of:,}"}
    if not breach.count:
        high = f"{percent(breach.high)} %" if yearly is None else yearly_text(called, yearly.high)
        return [called.says("incidents_tier_none", high=high, **counts)]
    if yearly is None:
        first = called.says("incidents_tier", **counts)
    else:
        first = called.says("incidents_tier_yearly", tier=tier, value=yearly_text(called, yearly.value),
                            low=frequency_text(yearly.low), high=frequency_text(yearly.high),
                            years=_round(1 / yearly.value))  # fmt: skip
    parts = sorted(each.parts, key=lambda part: -part.breach.count)
    lines = [first, *(_part(called, part) for part in parts[:MOST])]
    return lines + [called.says("incidents_others", count=len(parts) - MOST)] * (len(parts) > MOST)


def _round(years: float) -> str:
    """Two digits of some years."""
    rounded = float(f"{years:.2g}")
    return f"{rounded:,.0f}" if rounded >= 10 else f"{rounded:g}"


def _part(called: Called, part: Part) -> str:
    breach, values = part.breach, {"incident": called.name(part.incident), "id": part.incident.id}
    if not breach.of:
        return called.says("incidents_part_never", **values)
    values |= {"count": f"{breach.count:,}", "of": f"{breach.of:,}", "chance": interval_text(called, breach)}
    if not breach.count:
        return called.says("incidents_part_none", **values)
    return called.says("incidents_part", share=percent(part.share.share), interval=interval_text(called, part.share),
                       **values)  # fmt: skip

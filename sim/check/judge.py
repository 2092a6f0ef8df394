"""From a record to its verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from functools import partial

import numpy as np

from sim.check.crossings import crossings
from sim.check.judgement import Judgement
from sim.check.margin import Margin, margins
from sim.check.outcome import verdict_of
from sim.check.tier_peak import peak_of
from sim.check.tier_verdict import Crossing, TierVerdict
from sim.check.uncounted import uncounted
from sim.park import Link, Park
from sim.park.kept import kept
from sim.park.spill import spillways
from sim.park.way import overflow
from sim.record.record import Record
from sim.scenario import Scenario


def judge(park: Park, scenario: Scenario, record: Record) -> Judgement:
    """Every tier's verdict on a run, from its record alone.

    A link crosses each tier from its source's up to the one before its target's; what leads to a
    receiver crosses all from its source's outward, the untouched ones too. Crossings of no more
    than the scenario's `limits.escape_m3` of accident water do not count.
    """
    reached = margins(park, record, np.flatnonzero(~np.isnan(record.storages.reached_at_s)).tolist())
    left = crossings(park, record, scenario.limits.escape_m3)
    spills = spillways(park)
    filling = can_overfill(park, scenario)
    lacking = uncounted(park, scenario, record)
    tiers = tuple(
        _judge_tier(park, tier, reached, left[rank], spills, filling, record, lacking)
        for rank, tier in enumerate(park.tiers)
    )
    return Judgement(tiers, partial(margins, park, record))


def can_overfill(park: Park, scenario: Scenario) -> frozenset[str]:
    """Storages that more water can come into than fits.

    Where nothing comes in but over links that feel back-pressure, those stop in time.
    """
    return entered(park) | {id for inflow in scenario.inflows for id in inflow.into}


@kept
def entered(park: Park) -> frozenset[str]:
    """Storages into which some link runs that does not feel how full they are."""
    return frozenset(link.target for link in park.links.values() if not link.back_pressure)


def _judge_tier(
    park: Park,
    tier: str,
    found: tuple[Margin, ...],
    left: tuple[Crossing, ...],
    spills: Mapping[str, Link],
    filling: Set[str],
    record: Record,
    lacking: Mapping[str, float],
) -> TierVerdict:
    """The verdict on one tier, of the margins of what was reached, which water left over the crossings `left`."""
    reached = tuple(sorted((each for each in found if each.tier == tier), key=lambda margin: margin.margin_share))
    peak_m3, peak_at_s = peak_of(record, tier, reached)
    return TierVerdict(
        tier=tier,
        verdict=verdict_of(park, bool(reached), left),
        reached=reached,
        peak_m3=peak_m3,
        peak_at_s=peak_at_s,
        escapes=tuple(each for each in left if not each.controlled),
        transfers=tuple(each for each in left if each.controlled),
        tightest=tightest(park, [each for each in reached if each.counts], spills, filling),
        uncounted_m3=lacking.get(tier, 0.0),
        beside=_beside(park, tier, found),
        tightest_of_all=tightest(park, reached, spills, filling),
    )


def _beside(park: Park, tier: str, found: tuple[Margin, ...]) -> tuple[Margin, ...]:
    """The storages up to a tier that do not count and were reached."""
    rank = park.tier_rank(tier)
    return tuple(each for each in found if not each.counts and park.tier_rank(each.tier) <= rank)


def tightest(park: Park, reached: Iterable[Margin], spills: Mapping[str, Link], filling: Set[str]) -> Margin | None:
    """What a tier hangs on most: the smallest share of margin among its reached storages.

    First come those that more water can come into than fits and whose overflow would breach the
    tier, then others whose overflow would, then those that overflow inside it. What overflows by
    design, into a later tier or treatment, does not count.
    """
    ranked = []
    for margin in reached:
        spill = overflow(park, margin.storage, spills)
        if not spill.controlled or not spill.leaves:
            rank = 2 if not spill.leaves else int(margin.storage not in filling)
            ranked.append((rank, margin.margin_share, margin.storage, margin))
    return min(ranked)[-1] if ranked else None

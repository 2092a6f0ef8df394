"""Whether each tier held, in short: what a thousand runs are asked."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

import numpy as np

from sim.check.crossings import crossings
from sim.check.tier_verdict import Crossing, Verdict
from sim.park import Park
from sim.record.record import Record
from sim.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Outcome:
    """One tier's verdict, and what escaped."""

    tier: str
    verdict: Verdict
    escaped_m3: float = 0.0
    first_s: float = nan
    """When it first escaped; NaN for never [s]."""

    @property
    def breached(self) -> bool:
        """Whether some left uncontrolled."""
        return self.verdict is Verdict.BREACHED


def outcomes(park: Park, scenario: Scenario, record: Record) -> tuple[Outcome, ...]:
    """Every tier's outcome, inside out: the verdicts of `judge` at a tenth of its cost."""
    left = crossings(park, record, scenario.limits.escape_m3)
    places = np.flatnonzero(~np.isnan(record.storages.reached_at_s)).tolist()
    reached = {park.storages[record.storages.ids[place]].tier for place in places}
    return tuple(_outcome(park, tier, tier in reached, left[rank]) for rank, tier in enumerate(park.tiers))


def _outcome(park: Park, tier: str, reached: bool, left: tuple[Crossing, ...]) -> Outcome:
    escapes = [each for each in left if not each.controlled]
    verdict = verdict_of(park, reached, left)
    if not escapes:
        return Outcome(tier, verdict)
    return Outcome(tier, verdict, sum(each.volume_m3 for each in escapes), escapes[0].first_s)


def verdict_of(park: Park, reached: bool, left: tuple[Crossing, ...]) -> Verdict:
    """The worst that happened; what a tier itself had treated or recovered, it held."""
    if any(not each.controlled for each in left):
        return Verdict.BREACHED
    if any(each.target in park.storages for each in left):
        return Verdict.RELIEVED
    return Verdict.HELD if reached else Verdict.UNTOUCHED

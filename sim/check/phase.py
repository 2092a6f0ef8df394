"""How a tier's verdict stood over time: it only grows worse."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf

from sim.check.tier_verdict import TierVerdict, Verdict, word
from sim.park import Park


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of time over which a tier's verdict stood; its beginning belongs to it, its end to the next."""

    verdict: Verdict
    since_s: float
    until_s: float
    only_uncounted: bool = False
    """Whether space that does not count was behind it."""

    @property
    def word(self) -> str:
        """What the verdict is called."""
        return word(self.verdict, self.only_uncounted)


def phases(park: Park, tier: TierVerdict, horizon_s: float) -> tuple[Phase, ...]:
    """The verdict on a tier as it stood from the start of the run to its end, without a gap.

    What lasts no time is left out, such as a tier that is breached by the first drop that comes to it.
    """
    found: list[Phase] = []
    until_s = horizon_s
    for verdict in reversed(Verdict):
        since_s = _since_s(park, tier, verdict)
        if since_s < until_s:
            found.append(Phase(verdict, since_s, until_s))
            until_s = since_s
    since_s = uncounted_since_s(tier)
    return tuple(part for phase in found[::-1] for part in _split(phase, since_s))


def _split(phase: Phase, uncounted_s: float) -> tuple[Phase, ...]:
    """A phase before and after space that does not count came into it."""
    if uncounted_s >= phase.until_s:
        return (phase,)
    if uncounted_s <= phase.since_s:
        return (replace(phase, only_uncounted=True),)
    return replace(phase, until_s=uncounted_s), replace(phase, since_s=uncounted_s, only_uncounted=True)


def uncounted_since_s(tier: TierVerdict) -> float:
    """When accident water first came into space that does not count, where only that kept the tier; inf for never."""
    if not tier.only_uncounted:
        return inf
    return min(each.reached_at_s for each in tier.beside)


def verdict_by(park: Park, tier: TierVerdict, at_s: float) -> Verdict:
    """The verdict on a tier by a time, after everything that happened at it."""
    return next(verdict for verdict in reversed(Verdict) if _since_s(park, tier, verdict) <= at_s)


def _since_s(park: Park, tier: TierVerdict, verdict: Verdict) -> float:
    """When a tier was first so; what a tier itself had treated or recovered, it held; inf for never [s]."""
    if verdict is Verdict.BREACHED:
        return min((each.first_s for each in tier.escapes), default=inf)
    if verdict is Verdict.RELIEVED:
        return min((each.first_s for each in tier.transfers if each.target in park.storages), default=inf)
    if verdict is Verdict.HELD:
        return min((each.reached_at_s for each in tier.reached), default=inf)
    return 0.0

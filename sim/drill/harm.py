"""How much more escapes in one run than in another, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan

from sim.check import Crossing, Judgement


@dataclass(frozen=True, slots=True)
class Harm:
    """What one run lets out more than another, at the outermost tier that feels it."""

    more_m3: float = 0.0
    """Negative when it lets out less [m3]."""
    tier: str = ""
    """Empty when no tier feels it."""
    link: str = ""
    """The link over which most of the difference goes."""
    first_s: float = nan
    """When water first leaves there, in the run that lets out more [s]."""

    def __bool__(self) -> bool:
        return bool(self.tier)


NO_HARM = Harm()


def harm(before: Judgement, after: Judgement, tiers: Sequence[str], least_m3: float) -> Harm:
    """What `after` lets out more than `before`; differences up to `least_m3` are none.

    A cubic metre that goes through all tiers is counted once, where it does the most harm.
    """
    for tier in reversed(list(tiers)):
        one, other = before.tier(tier), after.tier(tier)
        escaped_m3 = other.escaped_m3 - one.escaped_m3
        if abs(escaped_m3) > least_m3:
            worse, better = (other, one) if escaped_m3 > 0 else (one, other)
            worst = max(worse.escapes, key=lambda each: more_m3(each, better.escapes))
            return Harm(escaped_m3, tier, worst.link, worst.first_s)
    return NO_HARM


def more_m3(crossing: Crossing, others: Sequence[Crossing]) -> float:
    """How much more went over a crossing than in the other run [m3]."""
    return crossing.volume_m3 - sum(each.volume_m3 for each in others if each.link == crossing.link)

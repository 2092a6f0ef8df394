"""How near a run came to breaching a tier: an order of all runs in which those that breached it come last.

An estimate by levels is right in whatever order; the better the order, the fewer runs it takes. A run that breached the
tier is nearer than any other, the more so the more escaped. Else it hangs on the room left in the tier. Where no
accident water came to it, the tier inside it decides, and so on: whoever fills the inner one to the brim is nearer than
who does not, and any run in which water came to the outer one is nearer still. So runs do not all look alike before the
first litre arrives. Where no water came anywhere they do, and whoever counts them has to reckon with equals.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from typing import NamedTuple

from sim.ensemble.player import TierOutcome


class Nearness(NamedTuple):
    """How near a run came; a greater one came nearer."""

    breached: bool
    rank: int
    """Of the tier it hangs on, counted from inside: the one asked for, or the next one inside that accident water
    came to; -1 for none."""
    over_m3: float
    """What escaped from that tier, or less the room left there; 0 where water came nowhere."""


def nearness(tiers: Sequence[TierOutcome], rank: int) -> Nearness:
    """How near a run came to breaching the tier of this rank.

    >>> held = TierOutcome("held", False, 0.0, float("nan"), 40.0)
    >>> dry = TierOutcome("untouched", False, 0.0, float("nan"), float("nan"))
    >>> lost = TierOutcome("breached", True, 7.0, 60.0, -7.0)
    >>> sorted(nearness(each, 1) for each in ((lost, dry), (lost, held), (held, dry), (dry, lost)))
    ... # doctest: +NORMALIZE_WHITESPACE
    [Nearness(breached=False, rank=0, over_m3=-40.0), Nearness(breached=False, rank=0, over_m3=7.0),
     Nearness(breached=False, rank=1, over_m3=-40.0), Nearness(breached=True, rank=1, over_m3=7.0)]
    """
    breached = tiers[rank].breached
    for inner in range(rank, -1, -1):
        if not isnan(tiers[inner].margin_m3):
            return Nearness(breached, inner, -tiers[inner].margin_m3)
    return Nearness(breached, -1, 0.0)


class Level(NamedTuple):
    """The runs that came nearer than a bound."""

    bound: Nearness

    def holds(self, near: Nearness) -> bool:
        """Whether a run came nearer."""
        return near > self.bound


SHARE = 0.1
"""Of the runs of a level, those that make the next one [-]; Au and Beck take the same."""


def next_level(found: Sequence[Nearness]) -> Level | None:
    """The level that a tenth of these runs reach; None where enough of them breached the tier, or none can come nearer.

    Its bound is the nearest run of those that are left behind, not the last of those that go on: as the bound is found
    among the runs themselves, the chance beyond it is then on average what the share says, and the product of shares is
    not too high (Brehier, Gazeau, Goudenege, Lelievre and Rousset, Annals of Applied Probability 26 (2016)).

    Equals go on together, or are left behind together where most runs would go on else.

    >>> runs = [Nearness(False, 0, -float(room)) for room in range(20)]
    >>> next_level(runs)
    Level(bound=Nearness(breached=False, rank=0, over_m3=-2.0))
    >>> flat = [Nearness(False, 0, -5.0)] * 19
    >>> next_level(flat), next_level([*flat, Nearness(False, 0, -3.0)])
    (None, Level(bound=Nearness(breached=False, rank=0, over_m3=-5.0)))
    """
    last = sorted(found, reverse=True)[max(int(SHARE * len(found)), 1) - 1]
    behind = [near for near in found if near < last]
    level = Level(max(behind) if behind else last)
    if len(behind) < len(found) / 2 and any(near > last for near in found):
        level = Level(last)
    inside = [near for near in found if level.holds(near)]
    return None if all(near.breached for near in inside) else level

"""What came to each tier, what it took, and what went on: the same water as in the Sankey diagram, tier by tier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sim.park import ORIGINS, Park, ReceiverKind
from sim.record.record import Floats
from sim.report.figures.water_ways import END, ONWARD, OTHERS, SOURCE, STAYS, STORAGE, UNDER_WAY, Flow, Node

KEPT = (ReceiverKind.TREATED, ReceiverKind.RECOVERED)


@dataclass(frozen=True, slots=True)
class TierBalance:
    """One tier's water [m3]: what came from outside the network and was there, and where it went."""

    tier: str
    came: Floats
    """New water by origin, and what stood in its storages at the start; shape (5,)."""
    stays_m3: float
    taken_m3: float
    """Treated or recovered."""
    gone_m3: float
    """Out of the park, or onto the ground."""
    elsewhere_m3: float
    """Under way in pipes at the end, or in storages that accident water did not reach."""
    onward_m3: float
    """On its way to later tiers once this one has had its share."""


def balances(park: Park, found: Sequence[Flow]) -> list[TierBalance]:
    """Tier by tier, inside out; what goes on from the last one is nothing."""
    onward_m3 = 0.0
    rows = []
    for tier in park.tiers:
        came = _sum(each.volume for each in found if each.source[0] == SOURCE and _tier(park, each.target) == tier)
        left = dict.fromkeys(("stays", "taken", "gone", "elsewhere"), 0.0)
        for each in found:
            if _tier(park, each.source) == tier and each.target[0] in (STAYS, END):
                left[_fate(park, each.target)] += each.volume_m3
        onward_m3 += float(came.sum()) - sum(left.values())
        rows.append(TierBalance(tier, came, left["stays"], left["taken"], left["gone"], left["elsewhere"], onward_m3))
    return rows


def _sum(volumes: object) -> Floats:
    total: Floats = sum(volumes, np.zeros(len(ORIGINS)))  # type: ignore[call-overload]
    return total


def _tier(park: Park, node: Node) -> str:
    """The tier of a storage, or of several; empty for what is none."""
    if node[0] == STORAGE:
        return park.storages[node[1]].tier
    return node[1] if node[0] == OTHERS else ""


def _fate(park: Park, node: Node) -> str:
    """What became of water that is in no storage of the network any more."""
    if node[0] == STAYS:
        return "stays"
    if node[1] in (UNDER_WAY, ONWARD):
        return "elsewhere"
    return "taken" if park.receivers[node[1]].kind in KEPT else "gone"

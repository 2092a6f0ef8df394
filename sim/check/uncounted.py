"""Accident water in space that may not be counted: a treatment plant, its upset basin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sim.check.margin import Margin, margins
from sim.park import Link, Park
from sim.park.spill import spillways
from sim.park.way import overflow
from sim.record.record import Record
from sim.scenario import InflowKind, Scenario

CLEAN = (InflowKind.RAIN, InflowKind.RIVER)
"""What is no accident water by itself."""


def uncounted(park: Park, scenario: Scenario, record: Record) -> Mapping[str, float]:
    """By tier, how much accident water would have left it, were there no space that does not count [m3].

    What stood in such a storage is by how much it rose, but no more than accident water came into it.
    It goes back to where it came from, as far as counted room was left there, and else where the
    storage spills, as far as counted room was left on that way. No more than the scenario's
    `limits.escape_m3` is nothing.
    """
    ids = record.storages.ids
    beside = [place for place in record.storages.reached if not park.storages[ids[place]].counts]
    if not beside:
        return {}
    left = _Left(park, spillways(park), record)
    for each in margins(park, record, beside):
        came = _came_m3(each.storage, record)
        left.spill(each.storage, left.kept_back(came, _stood_m3(each, came, scenario)))
    least_m3 = scenario.limits.escape_m3
    return {tier: volume_m3 for tier, volume_m3 in left.lost_m3.items() if volume_m3 > least_m3}


@dataclass
class _Left:
    """The counted room that was left, and what would not find any."""

    park: Park
    spillways: Mapping[str, Link]
    record: Record
    room_m3: dict[str, float] = field(default_factory=dict)
    """By storage, as far as somebody has asked."""
    lost_m3: dict[str, float] = field(default_factory=dict)
    """By tier."""

    def kept_back(self, came_m3: Mapping[str, float], volume_m3: float) -> float:
        """What of a volume does not fit where it came from; no storage takes back more than it sent [m3]."""
        for source, sent_m3 in came_m3.items():
            volume_m3 -= self._take(source, min(sent_m3, volume_m3))
        return volume_m3

    def spill(self, storage: str, volume_m3: float) -> None:
        """Let a volume run down a storage's spillways, and book it where it leaves tiers uncontrolled."""
        passed = set()
        tiers = list(self.park.tiers)
        while volume_m3 > 0 and storage not in passed:
            passed.add(storage)
            taken = overflow(self.park, storage, self.spillways)
            for rank in taken.leaves if not taken.controlled else ():
                self.lost_m3[tiers[rank]] = self.lost_m3.get(tiers[rank], 0.0) + volume_m3
            link = self.spillways.get(storage)
            if link is None or link.target not in self.park.storages:
                return
            storage = link.target
            volume_m3 -= self._take(storage, volume_m3)

    def _take(self, storage: str, volume_m3: float) -> float:
        """What of a volume goes into a storage; nothing into one that does not count [m3]."""
        if storage not in self.room_m3:
            margin = margins(self.park, self.record, [self.record.storages.ids.index(storage)])[0]
            self.room_m3[storage] = max(margin.margin_m3, 0.0) if margin.counts else 0.0
        taken_m3 = min(self.room_m3[storage], volume_m3)
        if taken_m3 > 0:
            self.room_m3[storage] -= taken_m3
        return taken_m3


def _stood_m3(storage: Margin, came_m3: Mapping[str, float], scenario: Scenario) -> float:
    """The most accident water that can have stood in a storage [m3]."""
    rise_m3 = storage.peak_m3 - storage.occupied_m3
    poured = any(each.kind not in CLEAN and storage.storage in each.into for each in scenario.inflows)
    return max(rise_m3 if poured else min(rise_m3, sum(came_m3.values())), 0.0)


def _came_m3(storage: str, record: Record) -> dict[str, float]:
    """Accident water that ran into a storage over links, by where it came from [m3]."""
    links = record.links
    found: dict[str, float] = {}
    for place in links.passed_accident(0.0):
        if links.targets[place] == storage:
            source = links.sources[place]
            found[source] = found.get(source, 0.0) + float(links.accident_m3[place])
    return found

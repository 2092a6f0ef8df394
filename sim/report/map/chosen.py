"""What is drawn large: what the accident touched, and what stands next to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from sim.park import LinkKind, Park
from sim.park.spill import ends_of, is_unwritten
from sim.record.record import Record

GROUND = "ground"
SMALL_PARK, SMALL_TIER = 32, 14
"""Storages up to which a park, or a tier of a larger one, is drawn with the name of each."""
MOST = 28
"""Storages that are drawn large at most."""


@dataclass(frozen=True, slots=True)
class Way:
    """A link, or the spill of a storage onto the ground."""

    id: str
    source: str
    target: str
    kind: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is drawn large: storages, the links between them, and receivers that these lead to."""

    storages: frozenset[str]
    ways: tuple[Way, ...]
    others: bool = False
    """Whether all other links are drawn too, thin."""

    def receivers(self, park: Park) -> list[str]:
        """Receivers at the ends of its links, in the park's order."""
        ends = {way.target for way in self.ways}
        return [id for id in park.receivers if id in ends]


def chosen(park: Park, record: Record | None, also: Sequence[Record] = ()) -> Chosen:
    """What of a park is drawn large.

    With a record: storages that accident water reached, else those that took in most water; where their links lead
    to, and all river sections. Of links those that water passed, and those that could have let it on: gates, pumps
    and valves. Of other runs `also` what accident water reached in most of them, as far as there is room, and what
    water passed. Without a record everything, of a large park the tiers with few storages.
    """
    if record is None:
        return _of_park(park)
    reached = _with_others(_reached(record), map(met, also))
    passed = set().union(*map(_passed, (record, *also)))
    around = _around(park, reached, passed)
    rivers = {id for id, each in park.storages.items() if each.kind == "river-section"}
    storages = frozenset(reached | around | rivers if len(rivers) <= MOST / 4 else reached | around)
    return Chosen(storages, _ways(park, storages, reached, passed))


def _of_park(park: Park) -> Chosen:
    """All of a small park; of a larger one the tiers that have only a few storages."""
    by_tier = Counter(each.tier for each in park.storages.values())
    whole = len(park.storages) <= SMALL_PARK
    storages = frozenset(id for id, each in park.storages.items() if whole or by_tier[each.tier] <= SMALL_TIER)
    ends = storages | set(park.receivers)
    ways = [_way(park, id) for id, each in park.links.items() if each.source in storages and each.target in ends]
    return Chosen(storages, tuple(ways), others=not whole)


def _way(park: Park, id: str) -> Way:
    link = park.links.get(id)
    if link is None:
        source, target = ends_of(park, id)
        return Way(id, source, target, GROUND if target == GROUND else LinkKind.SPILLWAY.value)
    return Way(id, link.source, link.target, link.kind.value)


def met(record: Record) -> set[str]:
    """Storages that accident water entered."""
    ids = record.storages.ids
    return {ids[place] for place in np.flatnonzero(~np.isnan(record.storages.reached_at_s))}


def _with_others(reached: set[str], others: Iterable[set[str]]) -> set[str]:
    """What was reached, and as far as there is room what was in most other runs."""
    counts = Counter(id for found in others for id in found - reached)
    return reached | set(sorted(counts, key=lambda id: (-counts[id], id))[: max(MOST - len(reached), 0)])


def _reached(record: Record) -> set[str]:
    """Storages that accident water entered; without any those that rose most, each by more than a hundredth."""
    ids = record.storages.ids
    found = met(record)
    if found:
        return found
    rise = record.storages.peak_m3 - record.storages.initial.sum(axis=1)
    order = np.argsort(-rise, kind="stable")[: MOST // 2]
    return {ids[place] for place in order if rise[place] > 0.01}


def _passed(record: Record) -> set[str]:
    """Links that water passed, and of spills those that accident water did."""
    links = record.links
    return {
        id for place, id in enumerate(links.ids)
        if (links.accident_m3[place] if is_unwritten(id) else links.passed[place].sum()) > 0
    }  # fmt: skip


def _around(park: Park, reached: set[str], passed: set[str]) -> set[str]:
    """Where links of the storages lead to, as far as there is room; what water went through comes first."""
    ends = [
        (link.id not in passed, link.target) for link in park.links.values()
        if link.source in reached and link.target in park.storages and link.target not in reached
        and (link.id in passed or link.kind is not LinkKind.SPILLWAY)
    ]  # fmt: skip
    room = max(MOST - len(reached), 0)
    return {target for _, target in sorted(ends)[:room]}


def _ways(park: Park, storages: frozenset[str], reached: set[str], passed: set[str]) -> tuple[Way, ...]:
    """Links between what is drawn large."""
    ends = storages | set(park.receivers)
    ways = [
        _way(park, link.id) for link in park.links.values()
        if link.source in storages and link.target in ends
        and (link.id in passed or (link.source in reached and link.kind is not LinkKind.SPILLWAY)
             or _along_the_river(park, link.source, link.target, link.kind))
    ]  # fmt: skip
    spills = [_way(park, id) for id in sorted(passed) if is_unwritten(id)]
    return (*ways, *(way for way in spills if way.source in storages and way.target in ends))


def _along_the_river(park: Park, source: str, target: str, kind: LinkKind) -> bool:
    ends = [park.storages[id].kind for id in (source, target) if id in park.storages]
    return kind is LinkKind.GATE and all(end == "river-section" for end in ends)

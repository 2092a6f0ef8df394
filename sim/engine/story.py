"""The events of a run in order: what people and weather did, and what the water did because of it."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from operator import attrgetter

import numpy as np

from sim.engine.stage import Stage
from sim.park import Park
from sim.record.event import NO_CAUSE, Cause, Crossing, Ended, Event, Filled, Reached
from sim.record.record import LinkRecord, StorageRecord
from sim.scenario import InflowKind, Scenario

Over = list[tuple[str, str, str, float]]
"""Links that accident water passed: id, source, target, and from when on [s]."""
ROUNDING_S = 1e-6
"""How far apart two times of one instant may be: a link is asked when its water began at the end of its span [s]."""


def story_of(
    park: Park, scenario: Scenario, stage: Stage, storages: StorageRecord, links: LinkRecord
) -> tuple[Event, ...]:
    """All events by time; of one time comes first what flows in, then what the water does, then what people do."""
    over = [(links.ids[place], links.sources[place], links.targets[place], at_s)
            for place, at_s in _there(links, "accident_from_s")]  # fmt: skip
    water = [*_reached(park, scenario, storages, over), *_full(storages), *_crossings(park, over)]
    end = Ended(scenario.horizon_s, scenario.id)
    return (*sorted([*stage.book, *water], key=attrgetter("at_s", "turn")), end)


def _reached(park: Park, scenario: Scenario, storages: StorageRecord, over: Over) -> Iterator[Event]:
    """Storages that accident water entered, each with the link or inflow it came by."""
    carried: dict[str, tuple[float, Cause]] = {}
    for id, _, target, from_s in over:
        if target in park.storages:
            link = park.links.get(id)
            came = (from_s + (link.lag_s if link else 0.0), Cause("over", id))
            carried[target] = min(carried.get(target, came), came)
    incident = [each for each in scenario.inflows if each.kind in _INCIDENT]
    late_first = sorted(incident, key=lambda each: each.times_s[0], reverse=True)
    poured = {id: Cause(each.kind, each.id) for each in late_first for id in each.into}
    for place, at_s in _there(storages, "reached_at_s"):
        id = storages.ids[place]
        from_s, way = carried.get(id, (inf, NO_CAUSE))
        came_by = way if from_s <= at_s + ROUNDING_S else poured.get(id, NO_CAUSE)
        yield Reached(at_s, id, came_by)


_INCIDENT = (InflowKind.RELEASE, InflowKind.FIRE, InflowKind.PROCESS)


def _full(storages: StorageRecord) -> Iterator[Event]:
    """Storages that came to their crest."""
    for place, at_s in _there(storages, "full_at_s"):
        if at_s > 0:
            yield Filled(at_s, storages.ids[place])


def _crossings(park: Park, over: Over) -> Iterator[Event]:
    """Links over which accident water first left a tier."""
    ranks = {tier: rank for rank, tier in enumerate(park.tiers)}
    for id, source, target, at_s in over:
        tier = park.storages[source].tier
        beyond = park.storages[target].tier if target in park.storages else target
        if target not in park.storages or ranks[beyond] > ranks[tier]:
            yield Crossing(at_s, id, Cause("reached", source), tier, beyond)


def _there(record: StorageRecord | LinkRecord, name: str) -> Iterator[tuple[int, float]]:
    """The places that a run gave a time, and the times [s]."""
    at_s = record.seen(name)
    rows = np.flatnonzero(at_s == at_s)  # NaN, for never, is not itself
    return zip(record.few.places[rows].tolist(), at_s[rows].tolist(), strict=True)

"""The events of a run in order: what people and weather did, and what the water did because of it."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

import numpy as np

from sim.engine.stage import Stage
from sim.park import Park
from sim.record.event import NO_CAUSE, Cause, Crossing, Ended, Event, Filled, Reached
from sim.record.record import LinkRecord, StorageRecord
from sim.scenario import InflowKind, Scenario

ROUNDING_S = 1e-6
"""How far apart two times of one instant may be: a link is asked when its water began at the end of its span [s]."""


def story_of(
    park: Park, scenario: Scenario, stage: Stage, storages: StorageRecord, links: LinkRecord
) -> tuple[Event, ...]:
    """All events by time; of one time comes first what flows in, then what the water does, then what people do."""
    water = [*_reached(park, scenario, storages, links), *_full(storages), *_crossings(park, links)]
    end = Ended(scenario.horizon_s, scenario.id)
    return (*sorted([*stage.book, *water], key=attrgetter("at_s", "turn")), end)


def _reached(park: Park, scenario: Scenario, storages: StorageRecord, links: LinkRecord) -> Iterator[Event]:
    """Storages that accident water entered, each with the link or inflow it came by."""
    carried: dict[str, tuple[float, Cause]] = {}
    for place in np.flatnonzero(~np.isnan(links.accident_from_s)):
        target = links.targets[place]
        if target not in park.storages:
            continue
        over = park.links.get(links.ids[place])
        came = (float(links.accident_from_s[place]) + (over.lag_s if over else 0.0), Cause("over", links.ids[place]))
        carried[target] = min(carried.get(target, came), came)
    incident = [each for each in scenario.inflows if each.kind in _INCIDENT]
    late_first = sorted(incident, key=lambda each: each.times_s[0], reverse=True)
    poured = {id: Cause(each.kind, each.id) for each in late_first for id in each.into}
    for place in np.flatnonzero(~np.isnan(storages.reached_at_s)):
        id, at_s = storages.ids[place], float(storages.reached_at_s[place])
        from_s, way = carried.get(id, (np.inf, NO_CAUSE))
        came_by = way if from_s <= at_s + ROUNDING_S else poured.get(id, NO_CAUSE)
        yield Reached(at_s, id, came_by)


_INCIDENT = (InflowKind.RELEASE, InflowKind.FIRE, InflowKind.PROCESS)


def _full(storages: StorageRecord) -> Iterator[Event]:
    """Storages that came to their crest."""
    for place in np.flatnonzero(storages.full_at_s > 0):
        yield Filled(float(storages.full_at_s[place]), storages.ids[place])


def _crossings(park: Park, links: LinkRecord) -> Iterator[Event]:
    """Links over which accident water first left a tier."""
    for place in np.flatnonzero(~np.isnan(links.accident_from_s)):
        source, target = links.sources[place], links.targets[place]
        tier = park.storages[source].tier
        beyond = park.storages[target].tier if target in park.storages else target
        if target not in park.storages or park.tier_rank(beyond) > park.tier_rank(tier):
            at_s, cause = float(links.accident_from_s[place]), Cause("reached", source)
            yield Crossing(at_s, links.ids[place], cause, tier, beyond)

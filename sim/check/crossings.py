"""Where accident water left a tier."""

from __future__ import annotations

from operator import attrgetter

from sim.check.tier_verdict import Crossing
from sim.park import Park
from sim.park.way import way
from sim.record.record import Record


def crossings(park: Park, record: Record, least_m3: float) -> tuple[tuple[Crossing, ...], ...]:
    """Of each tier, inside out, the crossings of more than `least_m3`, the first in time first.

    Crossings that began at the same time stay in the order of the record.
    """
    left: list[list[Crossing]] = [[] for _ in park.tiers]
    links = record.links
    places = links.passed_accident(least_m3)
    seen = links.some(places, "accident", "accident_from_s", "accident_until_s", "peak_accident_m3_s")
    for place, (volume, first_s, last_s, peak_m3_s) in zip(places, seen, strict=True):
        link, source, target = links.ids[place], links.sources[place], links.targets[place]
        leaves, controlled = way(park, link, source, target)
        crossing = Crossing(link, source, target, controlled, tuple(volume), first_s, last_s, peak_m3_s)
        for rank in leaves:
            left[rank].append(crossing)
    return tuple(tuple(sorted(each, key=FIRST_S)) for each in left)


FIRST_S = attrgetter("first_s")

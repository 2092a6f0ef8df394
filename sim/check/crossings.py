"""Where accident water left a tier."""

from __future__ import annotations

import numpy as np

from sim.check.tier_verdict import Crossing
from sim.park import Park
from sim.park.way import way
from sim.record.record import LinkRecord, Record


def crossings(park: Park, record: Record, least_m3: float) -> tuple[tuple[Crossing, ...], ...]:
    """Of each tier, inside out, the crossings of more than `least_m3`, the first in time first.

    Crossings that began at the same time stay in the order of the record.
    """
    left: list[list[Crossing]] = [[] for _ in park.tiers]
    links = record.links
    for index in np.flatnonzero(links.accident_m3 > least_m3).tolist():
        taken = way(park, links.ids[index], links.sources[index], links.targets[index])
        crossing = _crossing(links, index, taken.controlled)
        for rank in taken.leaves:
            left[rank].append(crossing)
    return tuple(tuple(sorted(each, key=lambda crossing: crossing.first_s)) for each in left)


def _crossing(links: LinkRecord, index: int, controlled: bool) -> Crossing:
    """What the record says of one link."""
    product, firewater, rain, process, river = links.accident[index].tolist()
    return Crossing(
        link=links.ids[index],
        source=links.sources[index],
        target=links.targets[index],
        controlled=controlled,
        volume=(product, firewater, rain, process, river),
        first_s=float(links.accident_from_s[index]),
        last_s=float(links.accident_until_s[index]),
        peak_m3_s=float(links.peak_accident_m3_s[index]),
    )

"""What an opening passes at the depth of water before and behind it: the formulas of `rating.py`, compiled.

Sluices and crests that can be raised are worked out as they are needed, since their lip moves; everything else has
what it passes freely in a table, band after band, of which it passes its share.
"""

from __future__ import annotations

import math

from sim.water.jit import jit
from sim.water.records import CREST, LIP, Row, State


@jit
def under_lip(head: float, lip: float, factor: float) -> float:
    """Flow under a sluice whose lip stands `lip` over its sill, with `head` of water over it [m3/s].

    `factor` is `mu b sqrt(2 g)`. An orifice above the lip, and below it a weir that meets it there.
    """
    if head <= 0.0 or lip <= 0.0:
        return 0.0
    if head >= lip:
        return factor * lip * math.sqrt(head - 0.5 * lip)
    return factor * head * math.sqrt(0.5 * head)


@jit
def over_crest(head: float, factor: float) -> float:
    """Flow over a crest with `head` of water over it [m3/s]; `factor` is `m b sqrt(2 g)`."""
    return factor * head * math.sqrt(head) if head > 0.0 else 0.0


@jit
def drowned(link: Row, depth: float, tail: float, share: float, free: float) -> float:
    """What is left of a flow with water behind it that reaches it: Villemonte's share over a crest, else at most
    what the opening passes under the difference of the two levels [m3/s]."""
    if link.drowned > 0.0:
        return min(free, link.drowned * share * math.sqrt(max(depth - tail, 0.0)))
    head, behind = depth - link.sill, tail - link.sill
    if head <= 0.0 or behind <= 0.0:
        return free
    return float(free * max(1.0 - (behind / head) ** 1.5, 0.0) ** 0.385)


@jit
def before_tail(state: State, link: Row, band: int, depth: float) -> float:
    """The depth that stands for a band against the water behind a link: its middle's [m].

    Where the water behind stands above that, but within the band, it is halfway from there to the band's upper edge, so
    that water goes on running until both are level.
    """
    store = state.storages[link.source]
    if band > store.edges - 2:
        return depth
    upper = state.levels[store.first_edge + band + 1] - link.flap
    return 0.5 * (upper + link.behind) if depth <= link.behind < upper else depth


@jit
def passes(state: State, link: Row, band: int, share: float) -> float:
    """What a rated link passes while its source is in `band`, or at the top, and it is `share` open [m3/s]."""
    place = state.storages[link.source].first_edge + band
    depth = state.depths[place] - link.flap
    feels = link.behind > link.reach
    if feels:
        if band <= link.level:
            return 0.0
        depth = before_tail(state, link, band, depth)
    if link.form == LIP:
        free = under_lip(depth - link.sill, link.height * share, link.factor)
    elif link.form == CREST:
        free = over_crest(depth - link.sill - link.height * (1.0 - share), link.factor)
    else:
        free = state.rates[link.first_rate + band] * share
    if feels:
        free = drowned(link, depth, link.behind, share, free)
    limit = link.capacity if link.form == LIP else link.capacity * share
    return min(free, limit) if link.capacity > 0.0 else free

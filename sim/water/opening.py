"""What an opening passes at the depth of water before and behind it: the formulas of `rating.py`, compiled.

Sluices and crests that can be raised are worked out as they are needed, since their lip moves; everything else has
what it passes freely in a table, band after band, of which it passes its share.
"""

from __future__ import annotations

import math

from sim.water.jit import jit, rare
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


@rare
def drowned(rating: Row, depth: float, tail: float, share: float, free: float) -> float:
    """What is left of a flow with water behind it that reaches it: Villemonte's share over a crest, else at most
    what the opening passes under the difference of the two levels [m3/s]."""
    if rating.drowned > 0.0:
        return min(free, rating.drowned * share * math.sqrt(max(depth - tail, 0.0)))
    head, behind = depth - rating.sill, tail - rating.sill
    if head <= 0.0 or behind <= 0.0:
        return free
    return float(free * max(1.0 - (behind / head) ** 1.5, 0.0) ** 0.385)


@rare
def before_tail(state: State, link: Row, band: int, depth: float, flap: float) -> float:
    """The depth that stands for a band against the water behind a link: its middle's [m].

    Where the water behind stands above that, but within the band, it is halfway from there to the band's upper edge, so
    that water goes on running until both are level.
    """
    store = state.storages[link.source]
    if band > store.edges - 2:
        return depth
    upper = state.edges[store.first_edge + band + 1].level - flap
    return 0.5 * (upper + link.behind) if depth <= link.behind < upper else depth


@jit
def passes(state: State, number: int, band: int, share: float) -> float:
    """What a rated link passes while its source is in `band`, or at the top, and it is `share` open [m3/s]."""
    link, rating = state.links[number], state.ratings[number]
    depth = state.edges[state.storages[link.source].first_edge + band].depth - rating.flap
    feels = link.behind > rating.reach
    if feels:
        if band <= link.level:
            return 0.0
        depth = before_tail(state, link, band, depth, rating.flap)
    if rating.form == LIP:
        free = under_lip(depth - rating.sill, rating.height * share, rating.factor)
    elif rating.form == CREST:
        free = over_crest(depth - rating.sill - rating.height * (1.0 - share), rating.factor)
    else:
        free = state.rates[rating.first_rate + band] * share
    if feels:
        free = drowned(rating, depth, link.behind, share, free)
    limit = link.capacity if rating.form == LIP else link.capacity * share
    return min(free, limit) if link.capacity > 0.0 else free

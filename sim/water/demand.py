"""How much each link of a storage takes now, from what it asks for and what there is.

A storage's volume lies in a band between two edges, where rates are constant. At an edge
where the rates below let it rise and the rates above let it fall, it stays, and passes
what comes in.
"""

from __future__ import annotations

import math

import numpy as np

from sim.water.jit import jit
from sim.water.opening import passes
from sim.water.records import FIXED, MANUAL, ORIGIN_COUNT, RATE_QUANTUM, SPILL, TABLE, Row, State
from sim.water.settle import mark, note_link_used, settle, settle_link
from sim.water.travel import bring_in

ALMOST_FULL = 1.0 - 1e-6
"""Share of the crest from which a storage is full for links that feel back-pressure.

What is on its way is a difference of two sums, so it meets the crest only to within rounding.
"""

LEAST_RAISE = 2.0**-30
"""A limit is raised by at least this much, some 2.4 L in a month; it is lowered at once [m3/s].

Two full storages that pass water round to each other would else raise each other's limits quantum by quantum.
"""


LEVEL_M = 1e-7
"""Two levels that differ by no more are one [m]."""


@jit
def whole_quanta(rate: float) -> float:
    """The nearest multiple of the rate quantum [m3/s]."""
    return np.rint(rate / RATE_QUANTUM) * RATE_QUANTUM


@jit
def find_band(state: State, index: int) -> int:
    """The band whose lower edge is at or below the volume, whose upper edge is above it."""
    store = state.storages[index]
    band, last = store.band, store.edges - 2
    first = store.first_edge
    while band < last and state.edges[first + band + 1] <= store.volume:
        band += 1
    while band > 0 and state.edges[first + band] > store.volume:
        band -= 1
    store.band = band
    return band


@jit
def switch(state: State, index: int) -> None:
    """Start and stop the pumps that follow this storage's volume."""
    store = state.storages[index]
    for number in range(store.first_link, store.last_link):
        link = state.links[number]
        if link.automatic == 0:
            continue
        if link.running == 1 and store.volume <= link.stop:
            link.running = 0
        elif link.running == 0 and link.automatic != MANUAL and store.volume >= link.start:
            link.running = 1


@jit
def asked(state: State, number: int, band: int) -> float:
    """What a link asks for while its storage is in `band` [m3/s]."""
    link = state.links[number]
    if link.automatic != 0 and link.running == 0:
        return 0.0
    share = max(link.opening, link.leak)
    rate = 0.0
    if link.asks == FIXED:
        rate = link.capacity * share
    elif link.form != TABLE or link.first_rate >= 0:
        rate = passes(state, link, band, share)
    rate = whole_quanta(rate * link.left)
    link.wanted = rate
    return min(rate, link.limit)


@jit
def ask_all(state: State, index: int, band: int) -> float:
    """Note in every link what it asks for in `band`; the sum [m3/s]."""
    store = state.storages[index]
    total = 0.0
    for number in range(store.first_link, store.last_link):
        link = state.links[number]
        link.asked = asked(state, number, band)
        total += link.asked
    return total


@jit
def share_between(state: State, index: int, band: int, inflow: float, below: float, above: float) -> None:
    """Let the links pass `inflow`, between what they ask below and above an edge."""
    store = state.storages[index]
    part = (inflow - below) / (above - below)
    left = inflow
    last = -1
    for number in range(store.first_link, store.last_link):
        low = asked(state, number, band - 1)
        high = asked(state, number, band)
        rate = whole_quanta(low + part * (high - low))
        state.links[number].asked = rate
        left -= rate
        if high != low:
            last = number
    state.links[last].asked += left


@jit
def share_scarce(state: State, index: int, inflow: float) -> None:
    """Serve the links of a dry storage in order until the inflow is used up."""
    store = state.storages[index]
    left = inflow
    for number in range(store.first_link, store.last_link):
        link = state.links[number]
        link.asked = min(link.asked, left)
        left -= link.asked


@jit
def run_over(state: State, index: int, excess: float) -> None:
    """Let what a storage full to the top of its wall has no room for run over that."""
    store = state.storages[index]
    for number in range(store.first_link, store.last_link):
        if state.links[number].asks == SPILL:
            state.links[number].asked += excess


@jit
def demand(state: State, index: int, inflow: float) -> float:
    """Set the rate of every link of a storage; their sum [m3/s]."""
    store = state.storages[index]
    band = find_band(state, index)
    if store.volume <= 0.0:
        total = ask_all(state, index, band)
        if total > inflow:
            share_scarce(state, index, inflow)
            return inflow
        return total
    at_top = store.volume >= store.top
    if at_top:
        band = store.edges - 1
    elif store.volume != state.edges[store.first_edge + band] or band == 0:
        return ask_all(state, index, band)
    above = ask_all(state, index, band)
    if inflow >= above:
        if at_top:
            run_over(state, index, inflow - above)
            return inflow
        return above
    below = ask_all(state, index, band - 1)
    if inflow <= below:
        return below
    share_between(state, index, band, inflow, below, above)
    return inflow


@jit
def under_way(state: State, index: int, now: float) -> float:
    """What is on its way into a storage in links that feel back-pressure [m3]."""
    total = 0.0
    number = state.storages[index].first_held
    while number >= 0:
        link = state.links[number]
        if link.used == 1 and link.lag > 0.0:
            settle_link(state, number, now)
            bring_in(link, now)
            for origin in range(ORIGIN_COUNT):
                total += link.passed[origin] - link.arrived[origin]
        number = link.next_held
    return total


@jit
def room_for_held(state: State, index: int) -> float:
    """How much links that feel back-pressure may bring into a storage that is full for them [m3/s]."""
    store = state.storages[index]
    room = ask_all(state, index, find_band(state, index)) - store.arriving
    number = store.first_held
    while number >= 0:
        link = state.links[number]
        for origin in range(ORIGIN_COUNT):
            room += link.arriving[origin]
        number = link.next_held
    return max(room, 0.0)


@jit
def limit_upstream(state: State, index: int, now: float) -> None:
    """Tell links that feel back-pressure how much a full storage can pass on for them.

    It is full for them when it has no room beyond what is already on its way. They are served in
    order; what one of them cannot bring anyway is left to the next.
    """
    store = state.storages[index]
    if store.first_held < 0:
        return
    store.committed = store.volume + under_way(state, index, now)
    full = store.committed >= store.crest * ALMOST_FULL
    room = room_for_held(state, index) if full else 0.0
    number = store.first_held
    while number >= 0:
        link = state.links[number]
        limit = room if full else math.inf
        if store.visits > 8:  # two that limit each other: settle on the smaller at once
            limit = min(limit, link.limit if store.visits < 16 else 0.0)
        bound = link.rate >= link.limit
        if limit < link.limit or limit > link.limit + LEAST_RAISE:
            link.limit = limit
            note_link_used(state, number)
            mark(state, link.source, now)
        room -= min(room, link.wanted if bound else link.rate)
        number = link.next_held


@jit
def depth_of(state: State, index: int) -> float:
    """How deep the water stands in a storage, between the edges of its band [m]."""
    store = state.storages[index]
    place = store.first_edge + store.band
    low, high = state.edges[place], state.edges[place + 1]
    rise = (store.volume - low) / (high - low)
    return state.levels[place] + rise * (state.levels[place + 1] - state.levels[place])


@jit
def push_back(state: State, index: int, now: float) -> None:
    """Tell links that feel a storage's water how high it stands, once it has risen or fallen by a whole step.

    They are told half a step ahead, so that what they know is wrong by half a step at most while it goes on that way.
    """
    store = state.storages[index]
    if store.first_back < 0:
        return
    step, first = store.step, store.first_step
    while step < store.steps - 1 and store.volume >= state.edges[first + step + 1]:
        step += 1
    while step > 0 and store.volume <= state.edges[first + step - 1]:
        step -= 1
    if step == store.step:
        return
    ahead = min(step + 1, store.steps - 1) if step > store.step else max(step - 1, 0)
    store.step = step
    tell_back(state, index, 0.5 * (state.levels[first + step] + state.levels[first + ahead]), now)


@jit
def tell_back(state: State, index: int, depth: float, now: float) -> None:
    """Tell links that feel a storage's water at which depth it stands; where it has fallen, none is level any more."""
    store = state.storages[index]
    number = store.first_back
    while number >= 0:
        link = state.links[number]
        link.behind = link.over + depth
        if depth < store.stands:
            link.level = -1
        note_link_used(state, number)
        mark(state, link.source, now)
        number = link.next_back
    store.stands = depth


@jit
def come_to_rest(state: State, index: int, now: float) -> None:
    """Tell links that feel a storage's water where exactly it stands, once it stands still."""
    store = state.storages[index]
    if store.first_back >= 0 and store.net == 0.0:
        depth = depth_of(state, index)
        if abs(depth - store.stands) > LEVEL_M:
            tell_back(state, index, depth, now)


@jit
def above_tail(state: State, number: int, now: float) -> float:
    """How much higher water stands before a link that feels it than behind, less what its flap takes [m]."""
    link = state.links[number]
    behind = link.behind
    if link.target >= 0:
        settle(state, link.target, now)
        behind = link.over + depth_of(state, link.target)
    return depth_of(state, link.source) - link.flap - behind


@jit
def rises_m_s(state: State, index: int, net: float) -> float:
    """How fast the level in a storage rises in its band [m/s]."""
    place = state.storages[index].first_edge + state.storages[index].band
    return net * (state.levels[place + 1] - state.levels[place]) / (state.edges[place + 1] - state.edges[place])


@jit
def until_level(state: State, index: int, now: float) -> float:
    """Time until a storage has come level with the water behind one of its links [s]."""
    store = state.storages[index]
    best = math.inf
    for number in range(store.first_link, store.last_link):
        link = state.links[number]
        if link.back == 0 or link.rate <= 0.0 or link.behind <= link.reach:
            continue
        closing = -rises_m_s(state, index, store.net)
        if link.target >= 0:
            behind = state.storages[link.target]
            closing += rises_m_s(state, link.target, behind.arriving - behind.leaving)
        if closing > 0.0:
            best = min(best, max(above_tail(state, number, now), 0.0) / closing)
    return best


@jit
def note_level_links(state: State, index: int, now: float) -> None:
    """Let those links of a storage rest that have come level with the water behind them."""
    store = state.storages[index]
    for number in range(store.first_link, store.last_link):
        link = state.links[number]
        if link.back == 1 and link.behind > link.reach and above_tail(state, number, now) <= LEVEL_M:
            link.level = store.band + (1 if store.volume >= store.top else 0)
            note_link_used(state, number)


@jit
def until_committed(state: State, store: Row) -> float:
    """Time until a storage has no room beyond what is on its way in links that feel back-pressure [s].

    Infinite where those links have no travel time: then it is the volume that reaches the crest.
    """
    rate = store.net
    lagged = False
    number = store.first_held
    while number >= 0:
        link = state.links[number]
        if link.used == 1 and link.lag > 0.0:
            lagged = True
            rate += link.rate
            for origin in range(ORIGIN_COUNT):
                rate -= link.arriving[origin]
        number = link.next_held
    if lagged and rate > 0.0 and store.committed < store.crest * ALMOST_FULL:
        return (store.crest - store.committed) / rate
    return math.inf

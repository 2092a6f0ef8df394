"""What leaves a storage: which origins, over which link.

A storage is fully mixed; its outflow keeps the mixture of the last refresh until the true one
has drifted by the quantum. A product that floats or sinks lies apart, as a layer of its own:
links that prefer it take it while there is any, and at most its inflow when there is none; the
others take it only when nothing else is left. What is not product is fully mixed.
"""

from __future__ import annotations

import numpy as np

from sim.water.jit import jit, rare
from sim.water.records import (
    BALANCED,
    FLOATS,
    MIXED,
    MIXES,
    MIXTURE_FLOORS,
    ORIGIN_COUNT,
    PRODUCT,
    UNMIXED,
    Row,
    State,
)
from sim.water.travel import floor_quanta, send

LEAD = 0.9
"""How far ahead a mixture is fixed, as a share of how far it may drift [-]."""

INSTANT_S = 1e-9
"""Time in which nothing is looked at closely [s]."""

SLACK_M3 = 1e-9
"""Drift of a part that is never looked at: a cubic millimetre, where rates are whole quanta [m3]."""

FILM_S = 1e-3
"""A volume exchanged within this time is a film, too thin to have a mixture of its own [s]."""

ALL, PREFER, AVOID = range(3)
"""Links of a storage: all, those that take product lying apart first, the others."""


@jit
def mixed_from(state: State) -> int:
    """The first origin that takes part in the mixture: all do, unless product lies apart."""
    return 0 if state.clock[0].behaviour == MIXES else 1


@jit
def mixed_volume(state: State, store: Row) -> float:
    """Volume that is mixed [m3]; of product lying apart, the rest, added up so that none is none."""
    if state.clock[0].behaviour == MIXES:
        return store.volume
    rest = 0.0
    for origin in range(1, ORIGIN_COUNT):
        rest += store.parts[origin]
    return rest


@jit
def tolerance(state: State, origin: int, share: float, volume: float) -> float:
    """How far a share of a volume may drift before the mixture is refreshed [-]."""
    return state.clock[0].quantum * max(share, MIXTURE_FLOORS[origin]) + SLACK_M3 / volume


@jit
def is_absent(store: Row, origin: int) -> bool:
    """Whether nothing of an origin is there, and nothing comes; of most origins that is so, nearly everywhere."""
    return bool(store.parts[origin] == 0.0 and store.inflow[origin] == 0.0)


@jit
def has_drifted(state: State, store: Row, volume: float) -> bool:
    """Whether the mixture kept for the outflow is no longer the true one, within the quantum."""
    for origin in range(mixed_from(state), ORIGIN_COUNT):
        share = store.mixture[origin]
        if share == 0.0 and is_absent(store, origin):
            continue
        part = store.parts[origin]
        if part <= 0.0 and share > 0.0 and store.inflow[origin] < share * store.leaving:
            return True
        if share <= 0.0 and store.inflow[origin] > 0.0:
            return True
        if abs(part - share * volume) >= tolerance(state, origin, share, volume) * volume * (1.0 - 1e-9):
            return True
    return False


@jit
def refresh(state: State, store: Row, leaving: float) -> None:
    """Fix the mixture of which `leaving` flows out: that of what is there, else of what comes in.

    Where the two are one within what is allowed, it is that of what comes in, and stays: a mixture
    kept a little off its balance would go round it for ever, the faster the less water there is. A
    film of water passes on what comes in as it comes, and drains evenly, so that all of it ends at once.
    """
    first = mixed_from(state)
    volume = mixed_volume(state, store)
    coming = store.arriving - (store.inflow[PRODUCT] if first == 1 else 0.0)
    if volume > coming * FILM_S:
        if store.mixed == UNMIXED or has_drifted(state, store, volume):
            store.mixed = BALANCED if is_balanced(state, store, volume, coming, leaving) else MIXED
        else:
            return
        if store.mixed == MIXED:
            look_ahead(state, store, volume, coming, leaving)
            return
    else:
        store.mixed = UNMIXED
        if volume > 0.0 and leaving > coming:
            for origin in range(first, ORIGIN_COUNT):
                drained = (leaving - coming) * (store.parts[origin] / volume)
                store.mixture[origin] = (store.inflow[origin] + drained) / leaving
            return
    for origin in range(first, ORIGIN_COUNT):
        store.mixture[origin] = store.inflow[origin] / coming if coming > 0.0 else 0.0


@jit
def is_balanced(state: State, store: Row, volume: float, coming: float, leaving: float) -> bool:
    """Whether what is there is the mixture of what comes in, within what is allowed.

    What no longer comes in still has to leave; and where more leaves than comes, there must be
    enough of every part, or it would run out at once.
    """
    if coming <= 0.0:
        return False
    for origin in range(mixed_from(state), ORIGIN_COUNT):
        if is_absent(store, origin):
            continue
        share, goal = store.parts[origin] / volume, store.inflow[origin] / coming
        if abs(share - goal) > LEAD * tolerance(state, origin, goal, volume) + SLACK_M3 / volume:
            return False
        if (goal <= 0.0 and share > 0.0) or (leaving > coming and share < 0.5 * goal):
            return False
    return True


@jit
def look_ahead(state: State, store: Row, volume: float, coming: float, leaving: float) -> None:
    """Fix the mixture as it will be when a share has drifted by most of what is allowed.

    The true mixture begins that far behind it and ends as far ahead, so its error cancels out
    over the span, and a span lasts about twice as long as with today's mixture. A part moves towards
    its share of the inflow, and not beyond. A trace that has just come in leaves at once, as it does
    from a fully mixed storage: as much as is allowed, but at most half of what comes, or it would run out.
    """
    first = mixed_from(state)
    net = coming - leaving
    span = 0.5 * volume / -net if net < 0.0 else np.inf
    for origin in range(first, ORIGIN_COUNT):
        if not is_absent(store, origin):
            span = min(span, until_ahead(state, store, origin, volume, coming, leaving))
    for origin in range(first, ORIGIN_COUNT):
        if is_absent(store, origin):
            store.mixture[origin] = 0.0
            continue
        share = store.parts[origin] / volume
        allowed = LEAD * tolerance(state, origin, share, volume)
        store.mixture[origin] = share
        if share <= allowed:
            trace = min(LEAD * tolerance(state, origin, 0.0, np.inf), 0.5 * store.inflow[origin] / leaving)
            store.mixture[origin] = max(share, trace)
        elif 0.0 < span < np.inf and coming > 0.0:
            ahead = (store.parts[origin] + (store.inflow[origin] - share * leaving) * span) / (volume + net * span)
            goal = store.inflow[origin] / coming
            store.mixture[origin] = min(max(ahead, min(share, goal)), max(share, goal))


@jit
def until_ahead(state: State, store: Row, origin: int, volume: float, coming: float, leaving: float) -> float:
    """Time until an origin's share has drifted by most of what is allowed; inf when it never will [s]."""
    share = store.parts[origin] / volume
    turn = store.inflow[origin] - share * coming
    allowed = LEAD * tolerance(state, origin, share, volume)
    goal = share + allowed if turn > 0.0 else share - allowed
    below = store.inflow[origin] - share * leaving - goal * (coming - leaving)
    if turn == 0.0 or goal < 0.0 or below == 0.0:
        return np.inf
    after = (goal * volume - store.parts[origin]) / below
    return after if after > 0.0 else np.inf


@jit
def takes_part(state: State, number: int, group: int) -> bool:
    """Whether a link belongs to a group."""
    if group == ALL:
        return True
    prefers = (state.links[number].from_top == 1) == (state.clock[0].behaviour == FLOATS)
    return prefers == (group == PREFER)


@jit
def asked_by(state: State, store: Row, group: int) -> float:
    """What the links of a group are about to take together [m3/s]."""
    total = 0.0
    for number in range(store.first_link, store.last_link):
        if takes_part(state, number, group):
            total += state.links[number].asked
    return total


@jit
def fill_out(state: State, store: Row, rate: float) -> None:
    """Write the mixture times `rate` into the clock's `out`; the largest share takes the rounding."""
    out = state.clock[0].out
    first = mixed_from(state)
    left = rate
    largest = first
    for origin in range(first, ORIGIN_COUNT):
        if store.mixture[origin] > store.mixture[largest]:
            largest = origin
    for origin in range(first, ORIGIN_COUNT):
        if origin != largest:
            out[origin] = floor_quanta(rate * store.mixture[origin])
            left -= out[origin]
    out[largest] = left


@jit
def hand_out(state: State, store: Row, group: int, total: float, now: float) -> None:
    """Deal the clock's `out` to the links of a group, each its share of every origin."""
    clock = state.clock[0]
    for origin in range(ORIGIN_COUNT):
        clock.dealt[origin] = 0.0
        store.outflow[origin] += clock.out[origin]
    reached = 0.0
    for number in range(store.first_link, store.last_link):
        link = state.links[number]
        if (link.asked == 0.0 and link.rate == 0.0) or not takes_part(state, number, group):
            continue
        reached += link.asked
        rate = 0.0
        for origin in range(ORIGIN_COUNT):
            dealt = clock.out[origin]
            if reached < total:
                dealt = floor_quanta(dealt * (reached / total))
            clock.flow[origin] = dealt - clock.dealt[origin]
            clock.dealt[origin] = dealt
            rate += clock.flow[origin]
        send(state, number, rate, clock.flow, now)


@jit
def pass_mixed(state: State, store: Row, now: float) -> None:
    """Let the links take what they asked for, of one mixture."""
    out = state.clock[0].out
    total = store.leaving
    if total > 0.0:
        refresh(state, store, total)
    if (store.volume <= 0.0 or store.mixed == BALANCED) and total == store.arriving:
        for origin in range(ORIGIN_COUNT):
            out[origin] = store.inflow[origin]
    else:
        fill_out(state, store, total)
    hand_out(state, store, ALL, total, now)


@rare
def pass_layered(state: State, store: Row, now: float) -> None:
    """Let the links take what they asked for, product apart from the rest."""
    out = state.clock[0].out
    eager, shy = asked_by(state, store, PREFER), asked_by(state, store, AVOID)
    product, rest = store.parts[PRODUCT], mixed_volume(state, store)
    product_in = store.inflow[PRODUCT]
    rest_in = store.arriving - product_in
    eager_product = eager if product > 0.0 else min(eager, product_in)
    shy_product = 0.0 if rest > 0.0 else shy - min(shy, rest_in)
    eager_rest, shy_rest = eager - eager_product, shy - shy_product
    if eager_rest + shy_rest > 0.0:
        refresh(state, store, eager_rest + shy_rest)
    through = (store.volume <= 0.0 or store.mixed == BALANCED) and eager_rest + shy_rest == rest_in
    fill_out(state, store, eager_rest)
    if through:
        for origin in range(1, ORIGIN_COUNT):
            out[origin] = floor_quanta(store.inflow[origin] * (eager_rest / rest_in)) if rest_in > 0.0 else 0.0
    out[PRODUCT] = eager_product
    hand_out(state, store, PREFER, eager, now)
    if through:
        for origin in range(1, ORIGIN_COUNT):
            out[origin] = store.inflow[origin] - store.outflow[origin]
    else:
        fill_out(state, store, shy_rest)
    out[PRODUCT] = shy_product
    hand_out(state, store, AVOID, shy, now)


@jit
def pass_on(state: State, index: int, now: float) -> None:
    """Send what the links of a storage asked for, `leaving` in all, on its way."""
    store = state.storages[index]
    for origin in range(ORIGIN_COUNT):
        store.outflow[origin] = 0.0
    if state.clock[0].behaviour == MIXES:
        pass_mixed(state, store, now)
    else:
        pass_layered(state, store, now)

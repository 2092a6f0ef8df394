"""When a storage's next event is due, in closed form: between events everything is linear."""

from __future__ import annotations

import math

from sim.water.demand import note_level_links, until_committed, until_level
from sim.water.jit import jit
from sim.water.mixture import INSTANT_S, is_absent, mixed_from, mixed_volume, tolerance
from sim.water.queue import await_event, await_nothing
from sim.water.records import (
    BOUND,
    COMMITTED,
    LEVEL,
    LOOK,
    MIXTURE,
    ORIGIN_COUNT,
    PART,
    PRODUCT,
    UNMIXED,
    VOLUME,
    Row,
    State,
)
from sim.water.settle import set_volume, snap
from sim.water.watch import until_share

REST = ORIGIN_COUNT
"""Stands for everything that is not product when a part runs out."""

PATIENCE = 32
"""Visits in one instant after which a mixture may drift unnoticed until time moves on."""

EARLIER = 1.0 - 1e-9
"""A part that runs out, or drifts, together with the volume reaching a bound, waits for the bound.

Within `INSTANT_S` before a bound, or before everything but product runs out, nothing else is
looked at: what is left is rounding, and looking at it would go on for ever.
"""


@jit
def until_bound(state: State, store: Row) -> float:
    """Time until the volume reaches its next edge or a watched volume, noted in `due_volume` [s]."""
    best = math.inf
    if store.net > 0.0:
        goal = state.edges[store.first_edge + store.band + 1].volume
        best = max((goal - store.volume - store.slip) / store.net, 0.0)
        store.due_volume = goal
    elif store.net < 0.0:
        lower = store.first_edge + store.band
        goal = state.edges[lower].volume if state.edges[lower].volume < store.volume else state.edges[lower - 1].volume
        best = max((goal - store.volume - store.slip) / store.net, 0.0)
        store.due_volume = goal
    number = store.first_watch
    while number >= 0:
        watch = state.watches[number]
        ahead = watch.value - store.volume
        waits = watch.quantity == VOLUME and watch.armed == 1
        if waits and ahead * store.net > 0.0 and (watch.rising == 1) == (store.net > 0.0):
            after = ahead / store.net
            if after < best:
                best = after
                store.due_volume = watch.value
        number = watch.next
    return best


@jit
def until_run_out(state: State, store: Row, best: float) -> float:
    """Time until a part runs out, if that is before `best`, noted in `due_part` [s]."""
    if mixed_from(state) == 1:
        rest = mixed_volume(state, store)
        rate = store.net - (store.inflow[PRODUCT] - store.outflow[PRODUCT])
        if rest > 0.0 and rate < 0.0 and rest / -rate < best * EARLIER:
            best = rest / -rate
            store.due, store.due_part = PART, REST
            if best < INSTANT_S:
                return best
    for origin in range(ORIGIN_COUNT if store.mixed != UNMIXED else 1):
        rate = store.inflow[origin] - store.outflow[origin]
        part = store.parts[origin]
        if part > 0.0 and rate < 0.0 and part / -rate < best * EARLIER:
            best = part / -rate
            store.due, store.due_part = PART, origin
    return best


@jit
def until_drifted(state: State, store: Row, origin: int, volume: float, net: float) -> float:
    """Time until an origin's share has drifted by the quantum; inf when it never will [s].

    The share is `(p + a t) / (V + b t)`; it moves one way only, so one of `f + d` and `f - d` counts.
    """
    part, share = store.parts[origin], store.mixture[origin]
    rate = store.inflow[origin] - store.outflow[origin]
    turn = rate * volume - part * net
    if turn == 0.0:
        return math.inf
    allowed = tolerance(state, origin, share, volume)
    goal = share + allowed if turn > 0.0 else share - allowed
    if goal < 0.0:
        return math.inf
    below = rate - goal * net
    after = (goal * volume - part) / below if below != 0.0 else math.inf
    return after if after > 0.0 else math.inf


@jit
def until_mixture(state: State, store: Row, best: float) -> float:
    """Time until the mixture has drifted, if that is before `best` [s]."""
    first = mixed_from(state)
    volume = mixed_volume(state, store)
    net = store.net
    if first == 1:
        net -= store.inflow[PRODUCT] - store.outflow[PRODUCT]
    for origin in range(first, ORIGIN_COUNT):
        if is_absent(store, origin):
            continue
        after = until_drifted(state, store, origin, volume, net)
        if after < best * EARLIER:
            best = after
            store.due = MIXTURE
    return best


@jit
def until_event(state: State, index: int, now: float) -> float:
    """Time until a storage's next event, noted in `due` [s]."""
    store = state.storages[index]
    store.due = BOUND
    best = until_bound(state, store)
    if store.first_held >= 0:
        after = until_committed(state, store)
        if after < best:
            best = after
            store.due = COMMITTED
    if store.first_watch >= 0:
        after = until_share(state, store)
        if after < best:
            best = after
            store.due = LOOK
    if store.leaving <= 0.0 or best < INSTANT_S:
        return best
    if store.feels == 1:
        after = until_level(state, index, now)
        if after < best * EARLIER:
            best = after
            store.due = LEVEL
            if best < INSTANT_S:
                return best
    best = until_run_out(state, store, best)
    if store.mixed == UNMIXED or best < INSTANT_S or store.visits > PATIENCE:
        return best
    return until_mixture(state, store, best)


@jit
def schedule(state: State, index: int, now: float) -> None:
    """Let the queue know a storage's next event."""
    store = state.storages[index]
    after = until_event(state, index, now)
    if after < math.inf:
        await_event(state, index, store.rank, now + after)
    else:
        await_nothing(state, index)


@jit
def carry_out(state: State, index: int, now: float) -> None:
    """Let what was due happen to a storage that has been settled."""
    store = state.storages[index]
    if store.due == BOUND:
        snap(store, store.due_volume)
    elif store.due == MIXTURE:
        store.mixed = UNMIXED
    elif store.due == LEVEL:
        note_level_links(state, index, now)
    elif store.due == PART:
        volume = store.volume
        for origin in range(ORIGIN_COUNT):
            if origin == store.due_part or (store.due_part == REST and origin != PRODUCT):
                store.parts[origin] = 0.0
        set_volume(store, volume)

"""What somebody waits for: a volume, a flow, a share of product, accident water.

Volumes are met exactly and reported at once. Everything else is looked at before time moves on,
so that what lasts zero seconds is never seen.
"""

from __future__ import annotations

import math

from sim.water.jit import jit
from sim.water.records import (
    ACCIDENT,
    FLOATS,
    FLOW,
    INTAKE,
    MIXES,
    PRESENCE,
    PRODUCT,
    SHARE,
    VOLUME,
    Row,
    State,
)
from sim.water.settle import accident_rate, mark, settle, touch_waiting

ALMOST = 1.0 - 1e-9
"""Share of a watched share of product at which it counts as reached: times are rounded."""

SOON_S = 1e-6
"""A share that would be reached sooner than this is looked at with the next event [s]."""


@jit
def share_in(store: Row) -> float:
    """The share of product in a storage; of a dry one in what comes in [-]."""
    if store.volume > 0.0:
        return store.parts[PRODUCT] / store.volume
    return store.inflow[PRODUCT] / store.arriving if store.arriving > 0.0 else 0.0


@jit
def share_taken(state: State, watch: Row) -> float:
    """The share of product in what a link takes, or would take if it were open [-].

    Where product lies apart, a link that stands still and prefers it would take nothing else; one that avoids it would
    take some only when nothing else is there. Who waits for such a link to run clean again waits for the whole storage:
    a drop of water under the product would be gone at once.
    """
    store, link = state.storages[watch.storage], state.links[watch.link]
    if state.clock[0].behaviour == MIXES:
        return share_in(store)
    if link.rate > 0.0:
        return link.flow[PRODUCT] / link.rate
    if (link.from_top == 1) == (state.clock[0].behaviour == FLOATS):
        return 1.0 if store.parts[PRODUCT] > 0.0 or store.inflow[PRODUCT] > 0.0 else 0.0
    if watch.rising == 0:
        return share_in(store)
    return 1.0 if 0.0 < store.volume <= store.parts[PRODUCT] else 0.0


@jit
def watched_value(state: State, watch: Row) -> float:
    """What a watch looks at, as it is now."""
    store = state.storages[watch.storage]
    if watch.quantity == VOLUME:
        return store.volume
    if watch.quantity == PRESENCE:
        return max(float(store.touched), accident_rate(store.inflow))
    if watch.link < 0:
        return share_in(store)
    if watch.quantity == INTAKE:
        return share_taken(state, watch)
    link = state.links[watch.link]
    if watch.quantity == FLOW:
        return link.rate
    if watch.quantity == ACCIDENT:
        return accident_rate(link.flow)
    return link.flow[PRODUCT] / link.rate if link.rate > 0.0 else 0.0


@jit
def is_crossed(watch: Row, value: float) -> bool:
    """Whether a watch has what it waits for; one that waits for a fall must have seen more before."""
    if watch.armed == 2 and value > watch.value:
        watch.armed = 1
    if watch.armed != 1:
        return False
    if watch.quantity in (PRESENCE, ACCIDENT):
        return value > 0.0
    slack = ALMOST if watch.quantity in (SHARE, INTAKE) else 1.0
    return value >= watch.value * slack if watch.rising == 1 else value <= watch.value / slack


@jit
def look_at_watches(state: State, index: int, now: float) -> None:
    """Report the first watched volume that has been crossed; let the other watches be looked at later."""
    store = state.storages[index]
    number = store.first_watch
    while number >= 0:
        watch = state.watches[number]
        if watch.quantity != VOLUME:
            if store.looking == -2:
                store.looking = state.clock[0].looking
                state.clock[0].looking = index
        elif is_crossed(watch, store.volume):
            watch.armed = 0
            state.clock[0].hit = number
            mark(state, index, now)  # another watch may have been crossed as well
            return
        number = watch.next


@jit
def look_closer(state: State, index: int) -> bool:
    """Report the first watch of a storage and its links that has been crossed; whether there is one."""
    number = state.storages[index].first_watch
    while number >= 0:
        watch = state.watches[number]
        if watch.quantity != VOLUME and is_crossed(watch, watched_value(state, watch)):
            watch.armed = 0
            state.clock[0].hit = number
            return True
        number = watch.next
    return False


@jit
def end_instant(state: State) -> bool:
    """Settle what may only be told once no more happens at this time; whether somebody is to be told.

    Who is told may still do something at this time, so accident water counts as arrived only after that.
    """
    clock = state.clock[0]
    while clock.looking >= 0:
        index = clock.looking
        if look_closer(state, index):
            return True
        store = state.storages[index]
        clock.looking = store.looking
        store.looking = -2
    touch_waiting(state, clock.now)
    return False


@jit
def until_share(state: State, store: Row) -> float:
    """Time until a watched share of product is reached in what stands in a storage; inf for never [s].

    What a link takes of product that lies apart changes only with events; then this is looked at in vain, now and then.
    """
    best = math.inf
    number = store.first_watch
    while number >= 0:
        watch = state.watches[number]
        whole = (watch.quantity == SHARE and watch.link < 0) or watch.quantity == INTAKE
        if whole and watch.armed == 1:
            ahead = watch.value * store.volume - store.parts[PRODUCT]
            closing = store.inflow[PRODUCT] - store.outflow[PRODUCT] - watch.value * store.net
            if (ahead > 0.0) == (watch.rising == 1) and ahead * closing > 0.0 and ahead / closing > SOON_S:
                best = min(best, ahead / closing)
        number = watch.next
    return best


@jit
def arm(state: State, number: int) -> None:
    """Begin to wait for a watch that has been written into `watches`.

    One that waits for a rise is crossed at once where there is as much already; one that waits for
    a fall is crossed only after there has been more.
    """
    watch = state.watches[number]
    store = state.storages[watch.storage]
    watch.next = store.first_watch
    store.first_watch = number
    arm_again(state, number)


@jit
def arm_again(state: State, number: int) -> None:
    """The same for a watch that its storage knows already."""
    watch = state.watches[number]
    settle(state, watch.storage, state.clock[0].now)
    watch.armed = 2 if watch.rising == 0 and watched_value(state, watch) <= watch.value else 1
    mark(state, watch.storage, state.clock[0].now)

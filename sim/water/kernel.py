"""The event loop of the water, and the few ways in: pour, set a link, wait for something, look.

A storage is visited when something is due there or its inflow has changed. A visit brings it up
to date, lets its links take what they ask for, tells the storages below if anything changed, and
works out when something is due next. Nothing else is touched, so the cost follows the water. The
ways in take a handle (`handle.py`), everything within the state.
"""

from __future__ import annotations

from sim.water.demand import come_to_rest, demand, limit_upstream, push_back, switch, whole_quanta
from sim.water.due import carry_out, schedule
from sim.water.handed import state_at
from sim.water.jit import jit
from sim.water.mixture import pass_on
from sim.water.queue import take_first_rank
from sim.water.records import (
    DONE,
    FULL_BUFFER,
    HIT,
    MIXED,
    MOST_EVENTS,
    MOST_VISITS,
    ORIGIN_COUNT,
    STUCK,
    UNMIXED,
    State,
)
from sim.water.settle import (
    accident_rate,
    change_inflow,
    mark,
    note_level,
    note_link_used,
    note_used,
    set_net,
    set_volume,
    settle,
    settle_link,
    settle_tier,
    touch,
)
from sim.water.travel import bring_in, receive_parcel, weigh_travelling
from sim.water.watch import arm, arm_again, end_instant, look_at_watches, watched_value


@jit
def log_storage(state: State, index: int, now: float) -> None:
    """Note a storage's volume and rates in the trace; of one instant only the last."""
    clock = state.clock[0]
    if clock.traced == 0:
        return
    store = state.storages[index]
    if store.row < 0 or state.rows[store.row].at != now:
        store.row = clock.rows
        clock.rows += 1
    row = state.rows[store.row]
    row.storage, row.at = index, now
    row.inflow, row.outflow = store.arriving, store.leaving
    for origin in range(ORIGIN_COUNT):
        row.parts[origin] = store.parts[origin]


@jit
def count_visit(state: State, index: int, now: float) -> None:
    """Count how often a storage is visited in one instant."""
    store = state.storages[index]
    store.visits = store.visits + 1 if store.instant == now else 1
    store.instant = now
    if store.visits > MOST_VISITS:
        state.clock[0].stuck = index


@jit
def visit(state: State, index: int, now: float) -> None:
    """Bring a storage up to date and let it pass on what it passes from now on."""
    store = state.storages[index]
    note_used(state, index)
    settle(state, index, now)
    if store.dirty == 0:
        carry_out(state, index, now)
    store.dirty = 0
    note_level(store, now)
    count_visit(state, index, now)
    switch(state, index)
    limit_upstream(state, index, now)
    push_back(state, index, now)
    store.leaving = demand(state, index, store.arriving)
    pass_on(state, index, now)
    set_net(state, index, store.arriving - store.leaving, now)
    come_to_rest(state, index, now)
    log_storage(state, index, now)
    look_at_watches(state, index, now)
    if store.dirty == 0:
        schedule(state, index, now)


@jit
def has_room(state: State) -> bool:
    """Whether every buffer has room for whatever one event may add to it."""
    clock = state.clock[0]
    need = 2 * (clock.degree + 4)
    return clock.parcels + need <= len(state.parcels) and (
        clock.traced == 0 or (clock.rows + need <= len(state.rows) and clock.link_rows + need <= len(state.link_rows))
    )


@jit
def is_marked_next(state: State) -> bool:
    """Whether a storage to be looked at again comes before whatever else is due at this instant."""
    clock, first = state.clock[0], state.queue[0]
    return clock.marked > 0 and not (clock.queued > 0 and first.at <= clock.now and first.turn < state.marked[0])


@jit
def advance(handle: int, until: float) -> int:
    """Run all events up to and including `until` [s]; DONE, or why it stopped early."""
    state = state_at(handle)
    clock = state.clock[0]
    while clock.marked > 0 or (clock.queued > 0 and state.queue[0].at <= until):
        if not has_room(state):
            return FULL_BUFFER
        if is_marked_next(state):
            node = state.order[take_first_rank(state.marked, state.clock)]
        else:
            at, node = state.queue[0].at, state.queue[0].node
            if at > clock.now:
                if end_instant(state):
                    return HIT
                clock.now = at
        clock.events += 1
        if node >= len(state.storages):
            receive_parcel(state, node - len(state.storages), clock.now)
        else:
            visit(state, node, clock.now)
            if clock.events > MOST_EVENTS:
                clock.stuck = node
            if clock.stuck >= 0:
                return STUCK
            if clock.hit >= 0:
                return HIT
    if until > clock.now:
        if end_instant(state):
            return HIT
        clock.now = until
    return DONE


@jit
def pour(handle: int, first: int, end: int, origin: int, before: float, after: float) -> None:
    """Change what comes from nowhere: chosen storages get `after` times their factor instead of `before`."""
    state = state_at(handle)
    now = state.clock[0].now
    for place in range(first, end):
        index, factor = state.chosen[place].storage, state.chosen[place].factor
        settle(state, index, now)
        store = state.storages[index]
        change = whole_quanta(after * factor) - whole_quanta(before * factor)
        store.source[origin] += change
        store.inflow[origin] += change
        change_inflow(state, index, now)


@jit
def wake(handle: int, first: int, end: int) -> None:
    """Look at some chosen storages anew."""
    state = state_at(handle)
    for place in range(first, end):
        index = state.chosen[place].storage
        store = state.storages[index]
        if store.touched == 0 and accident_rate(store.parts) > 0.0:
            touch(state, index, state.clock[0].now)
        mark(state, index, state.clock[0].now)


@jit
def stand(handle: int, index: int, volume: float, origin: int) -> None:
    """Let a storage hold another volume from now on: more of one origin, or less of what stands there, evenly.

    By how much more of each that is stands in the clock's `out` then.
    """
    state = state_at(handle)
    store, now, change = state.storages[index], state.clock[0].now, state.clock[0].out
    settle(state, index, now)
    for part in range(ORIGIN_COUNT):
        change[part] = -store.parts[part]
    before = store.volume
    if store.touched == 1:
        settle_tier(state, store.tier, now)
        state.tiers[store.tier].volume += volume - before
    store.slip = 0.0
    if volume > before:
        store.parts[origin] += volume - before
        store.volume = volume
    elif before > 0.0:
        for part in range(ORIGIN_COUNT):
            store.parts[part] *= volume / before
        set_volume(store, volume)
    for part in range(ORIGIN_COUNT):
        change[part] += store.parts[part]
    if store.mixed != UNMIXED:
        store.mixed = MIXED
    if store.touched == 0 and accident_rate(store.parts) > 0.0:
        touch(state, index, now)
    change_inflow(state, index, now)


@jit
def set_link(handle: int, number: int, opening: float, leak: float, left: float) -> None:
    """Open or shut a link, start or stop a pump, let it leak or block it."""
    state = state_at(handle)
    note_link_used(state, number)
    link = state.links[number]
    link.opening, link.leak, link.left = opening, leak, left
    mark(state, link.source, state.clock[0].now)


@jit
def switch_link(handle: int, number: int, automatic: int, running: int) -> None:
    """Start a link with levels of its own, or leave it to them."""
    state = state_at(handle)
    note_link_used(state, number)
    link = state.links[number]
    link.automatic, link.running = automatic, running
    mark(state, link.source, state.clock[0].now)


@jit
def wait_for(handle: int, number: int) -> None:
    """Begin to wait for a watch that has been written into `watches`."""
    state = state_at(handle)
    arm(state, number)


@jit
def wait_again(handle: int, number: int) -> None:
    """The same for a watch that has waited before."""
    state = state_at(handle)
    arm_again(state, number)


@jit
def reads(handle: int, number: int) -> float:
    """What a watch looks at, as it is now."""
    state = state_at(handle)
    watch = state.watches[number]
    settle(state, watch.storage, state.clock[0].now)
    return watched_value(state, watch)


@jit
def finish(handle: int) -> int:
    """Bring everything that was used up to now, and note where the trace ends; a run is over then."""
    state = state_at(handle)
    clock = state.clock[0]
    if clock.traced == 1 and clock.rows + clock.used_storages > len(state.rows):
        return FULL_BUFFER
    now = clock.now
    for place in range(clock.used_storages):
        index = state.used[place]
        settle(state, index, now)
        note_level(state.storages[index], now)
        log_storage(state, index, now)
    for place in range(clock.used_links):
        number = state.used[len(state.storages) + place]
        settle_link(state, number, now)
        link = state.links[number]
        if link.lag > 0.0:
            bring_in(link, now)
            weigh_travelling(state, number, now)
    for tier in range(len(state.tiers)):
        settle_tier(state, tier, now)
    return DONE


@jit
def restore(handle: int, handle_at_rest: int) -> None:
    """Put everything that was used back to how it is at rest."""
    state, rest = state_at(handle), state_at(handle_at_rest)
    clock = state.clock[0]
    for place in range(clock.used_storages):
        index = state.used[place]
        state.storages[index] = rest.storages[index]
    for place in range(clock.used_links):
        number = state.used[len(state.storages) + place]
        state.links[number] = rest.links[number]
    for tier in range(len(state.tiers)):
        state.tiers[tier] = rest.tiers[tier]
    for place in range(clock.queued):
        state.places[state.queue[place].node] = -1
    state.clock[0] = rest.clock[0]

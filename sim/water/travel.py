"""Water on its way: what enters a link, parcels in links with travel time, what arrives."""

from __future__ import annotations

import numpy as np

from sim.water.jit import jit, rare
from sim.water.loops import SAVED_S
from sim.water.queue import await_event, await_nothing
from sim.water.records import ORIGIN_COUNT, RATE_QUANTUM, Records, Row, State
from sim.water.settle import change_inflow, mark, note_link_used, settle, settle_link


@jit
def floor_quanta(rate: float) -> float:
    """The multiple of the rate quantum at or below a rate [m3/s]."""
    return np.floor(rate / RATE_QUANTUM) * RATE_QUANTUM


@jit
def bring_in(link: Row, now: float) -> None:
    """Book what has arrived at a link's lower end up to now."""
    span = now - link.arrived_at
    for origin in range(ORIGIN_COUNT):
        link.arrived[origin] += link.arriving[origin] * span
    link.arrived_at = now


@jit
def arrive(state: State, number: int, flow: Records, now: float) -> None:
    """Let a new rate reach the lower end of a link."""
    link = state.links[number]
    if link.lag > 0.0:
        bring_in(link, now)
    if link.target >= 0:
        settle(state, link.target, now)
        store = state.storages[link.target]
        for origin in range(ORIGIN_COUNT):
            store.inflow[origin] += flow[origin] - link.arriving[origin]
    for origin in range(ORIGIN_COUNT):
        link.arriving[origin] = flow[origin]
    if link.target >= 0:
        change_inflow(state, link.target, now)


@jit
def take_parcel(state: State) -> int:
    """A free place for a parcel; the caller has made sure there is one."""
    clock = state.clock[0]
    place = clock.free_parcel
    if place >= 0:
        clock.free_parcel = state.parcels[place].next
        return place
    clock.parcels += 1
    return clock.parcels - 1


@jit
def await_arrival(state: State, number: int, at: float) -> None:
    """Let a link's oldest parcel arrive at `at` [s]."""
    await_event(state, len(state.storages) + number, number - len(state.links), at)


@jit
def append_parcel(state: State, number: int, at: float) -> None:
    """Put one more parcel into a link; only the oldest is in the queue."""
    link = state.links[number]
    place = take_parcel(state)
    state.parcels[place].at = at
    state.parcels[place].next = -1
    if link.tail >= 0:
        state.parcels[link.tail].next = place
    else:
        link.head = place
        await_arrival(state, number, at)
    link.before = link.tail
    link.tail = place


@jit
def may_send(link: Row, at: float) -> bool:
    """Whether a link has a change to spare, which is then spent: it gains them with time, up to a store."""
    link.spared = min(link.spared + (at - link.spared_at) * link.pace, SAVED_S * link.pace)
    link.spared_at = at
    if link.spared < 1.0:
        return False
    link.spared -= 1.0
    return True


@rare
def pack(state: State, link: Row, at: float) -> None:
    """Make the newest two parcels, of which the last ends now, into one with their mean; the newest begins at `at`.

    Not a drop is lost: what the mean loses in whole quanta is packed with what comes next.
    """
    first, last = state.parcels[link.before], state.parcels[link.tail]
    for origin in range(ORIGIN_COUNT):
        volume = first.flow[origin] * (last.at - first.at) + last.flow[origin] * (at - last.at) + link.owed[origin]
        rate = max(floor_quanta(volume / (at - first.at)), 0.0)
        link.owed[origin] = volume - rate * (at - first.at)
        first.flow[origin] = rate
    last.at = at


@jit
def send_parcel(state: State, number: int, flow: Records, now: float) -> None:
    """Put a change of rate at the upper end of a link with travel time.

    A link that has no change to spare packs the newest two that are on their way; with fewer there it has none to pack.
    """
    link = state.links[number]
    at = now + link.lag
    if link.tail < 0 or state.parcels[link.tail].at != at:
        if may_send(link, at) or link.before < 0:
            append_parcel(state, number, at)
        else:
            pack(state, link, at)
    for origin in range(ORIGIN_COUNT):
        state.parcels[link.tail].flow[origin] = flow[origin]


@jit
def is_change(link: Row, flow: Records) -> bool:
    """Whether a flow differs from what arrives at a link's lower end."""
    changed = False
    for origin in range(ORIGIN_COUNT):
        changed |= link.arriving[origin] != flow[origin]
    return changed


@jit
def receive_parcel(state: State, number: int, now: float) -> None:
    """Take the oldest parcel out of a link at its lower end.

    A rate that changed and changed back in one instant left a parcel that brings nothing new. Were
    it followed up, it would start the same to and fro again, in a loop for ever.
    """
    link = state.links[number]
    place = link.head
    parcel = state.parcels[place]
    link.head = parcel.next
    if link.before == place:
        link.before = -1
    if link.head < 0:
        link.tail = -1
        await_nothing(state, len(state.storages) + number)
    else:
        await_arrival(state, number, state.parcels[link.head].at)
    if is_change(link, parcel.flow):
        arrive(state, number, parcel.flow, now)
    parcel.next = state.clock[0].free_parcel
    state.clock[0].free_parcel = place


@jit
def weigh_travelling(state: State, number: int, now: float) -> None:
    """Add up what is on its way in a link: what arrives until the oldest parcel, then parcel by parcel.

    The difference of what entered and what arrived would be lost in the rounding of two long sums.
    """
    link = state.links[number]
    begins = now
    place = link.head
    for origin in range(ORIGIN_COUNT):
        link.travelling[origin] = link.owed[origin]
    while place >= 0:
        parcel = state.parcels[place]
        for origin in range(ORIGIN_COUNT):
            link.travelling[origin] += link.arriving[origin] * (parcel.at - begins)
            link.arriving[origin] = parcel.flow[origin]
        begins = parcel.at
        place = parcel.next
    for origin in range(ORIGIN_COUNT):
        link.travelling[origin] += link.arriving[origin] * (now + link.lag - begins)


@jit
def log_link(state: State, number: int, now: float) -> None:
    """Note a link's new rate in the trace; of one instant only the last."""
    clock = state.clock[0]
    if clock.traced == 0:
        return
    link = state.links[number]
    if link.row < 0 or state.link_rows[link.row].at != now:
        link.row = clock.link_rows
        clock.link_rows += 1
    row = state.link_rows[link.row]
    row.link, row.at = number, now
    for origin in range(ORIGIN_COUNT):
        row.flow[origin] = link.flow[origin]


@jit
def send(state: State, number: int, rate: float, flow: Records, now: float) -> None:
    """Let a link take `flow` from now on, if that is a change."""
    link = state.links[number]
    same = True
    for origin in range(ORIGIN_COUNT):
        if link.flow[origin] != flow[origin]:
            same = False
    if same:
        return
    note_link_used(state, number)
    settle_link(state, number, now)
    link.rate = rate
    for origin in range(ORIGIN_COUNT):
        link.flow[origin] = flow[origin]
    log_link(state, number, now)
    if link.lag > 0.0:
        send_parcel(state, number, flow, now)
        if link.held == 1 and link.target >= 0:
            settle(state, link.target, now)
            mark(state, link.target, now)
    else:
        arrive(state, number, flow, now)

"""Bringing storages, links and tiers up to date: rates were constant, so volumes are linear."""

from __future__ import annotations

import math

from sim.water.jit import jit
from sim.water.queue import push
from sim.water.records import (
    ARRIVAL,
    ORIGIN_COUNT,
    PROCESS,
    PRODUCT,
    STORAGE,
    Records,
    State,
)


@jit
def accident_rate(flow: Records) -> float:
    """Rate of product, fire water and process water in a flow by origin [m3/s]."""
    return flow[PRODUCT] + flow[1] + flow[PROCESS]


@jit
def set_volume(store: Records, volume: float) -> None:
    """Set a volume on a bound it has reached; the largest part takes up the rounding."""
    if volume == 0.0:
        for origin in range(ORIGIN_COUNT):
            store.parts[origin] = 0.0
        store.volume = 0.0
        return
    largest = 0
    others = 0.0
    for origin in range(1, ORIGIN_COUNT):
        if store.parts[origin] > store.parts[largest]:
            largest = origin
    for origin in range(ORIGIN_COUNT):
        if origin != largest:
            others += store.parts[origin]
    store.parts[largest] = volume - others
    store.volume = volume


@jit
def note_used(state: State, index: int) -> None:
    """Remember that a storage has left its state of rest."""
    store = state.storages[index]
    if store.used == 0:
        store.used = 1
        clock = state.clock[0]
        state.used_storages[clock.used_storages] = index
        clock.used_storages += 1


@jit
def settle(state: State, index: int, now: float) -> None:
    """Bring a storage up to `now`."""
    store = state.storages[index]
    span = now - store.at
    if span <= 0.0:
        return
    before = store.volume
    total = 0.0
    for origin in range(ORIGIN_COUNT):
        part = store.parts[origin] + (store.inflow[origin] - store.outflow[origin]) * span
        store.parts[origin] = max(part, 0.0)
        total += store.parts[origin]
        store.sourced[origin] += store.source[origin] * span
    store.volume = total
    store.at = now
    if total > store.top:
        set_volume(store, store.top)
    if min(before, store.volume) >= store.crest * (1.0 - 1e-12):
        store.full_for += span
    if store.volume > store.peak:
        store.peak = store.volume
        store.peak_at = now


@jit
def settle_tier(state: State, tier: int, now: float) -> None:
    """Bring a tier's total up to `now`."""
    total = state.tiers[tier]
    if now > total.at:
        total.volume += total.net * (now - total.at)
        total.at = now
    if total.volume > total.peak:
        total.peak = total.volume
        total.peak_at = now


@jit
def set_net(state: State, index: int, net: float, now: float) -> None:
    """Give a storage a new net rate, and its tier with it."""
    store = state.storages[index]
    if store.touched == 1 and net != store.net:
        settle_tier(state, store.tier, now)
        state.tiers[store.tier].net += net - store.net
    store.net = net


@jit
def note_touched(state: State, now: float) -> None:
    """Count storages that accident water has been entering since `now` among their tier's.

    Called before time moves on, so that a flow which lasts zero seconds touches nothing.
    """
    clock = state.clock[0]
    while clock.waiting >= 0:
        store = state.storages[clock.waiting]
        clock.waiting = store.waiting
        store.waiting = -2
        if store.touched == 0 and accident_rate(store.inflow) > 0.0:
            store.touched = 1
            store.reached_at = now
            settle_tier(state, store.tier, now)
            total = state.tiers[store.tier]
            total.volume += store.volume + store.net * (now - store.at)
            total.net += store.net
            settle_tier(state, store.tier, now)


@jit
def mark(state: State, index: int, now: float) -> None:
    """Let a storage be looked at again at this instant."""
    store = state.storages[index]
    if store.dirty == 1:
        return
    note_used(state, index)
    store.dirty = 1
    store.version += 1
    push(state.queue, state.clock, now, store.rank, index, STORAGE, store.version)


@jit
def change_inflow(state: State, index: int, now: float) -> None:
    """Follow up a storage whose inflow has just been changed."""
    store = state.storages[index]
    if store.touched == 0 and store.waiting == -2 and accident_rate(store.inflow) > 0.0:
        store.waiting = state.clock[0].waiting
        state.clock[0].waiting = index
    mark(state, index, now)


@jit
def settle_link(state: State, index: int, now: float) -> None:
    """Book what entered a link up to `now`."""
    link = state.links[index]
    span = now - link.at
    if span <= 0.0:
        return
    if link.rate > 0.0:
        for origin in range(ORIGIN_COUNT):
            link.passed[origin] += link.flow[origin] * span
        link.peak = max(link.peak, link.rate)
        book_accident(state, index, span, now)
    link.at = now


@jit
def book_accident(state: State, index: int, span: float, now: float) -> None:
    """Book the accident water among what entered a link over `span`."""
    link = state.links[index]
    rate = accident_rate(link.flow)
    if rate <= 0.0:
        return
    everything = link.flow[PRODUCT] > state.clock[0].product_share * link.rate
    for origin in range(ORIGIN_COUNT):
        if everything or origin <= 1 or origin == PROCESS:
            link.accident[origin] += link.flow[origin] * span
    if math.isnan(link.accident_from):
        link.accident_from = now - span
    link.accident_until = now
    link.accident_peak = max(link.accident_peak, link.rate if everything else rate)


@jit
def arrive(state: State, index: int, flow: Records, now: float) -> None:
    """Let a new rate reach the lower end of a link."""
    link = state.links[index]
    span = now - link.arrived_at
    for origin in range(ORIGIN_COUNT):
        if span > 0.0:
            link.arrived[origin] += link.arriving[origin] * span
    link.arrived_at = now
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
def send_parcel(state: State, index: int, flow: Records, now: float) -> None:
    """Put a change of rate at the upper end of a link with travel time."""
    link = state.links[index]
    at = now + link.lag
    if link.tail >= 0 and state.parcels[link.tail].at == at:
        place = link.tail
    else:
        place = take_parcel(state)
        state.parcels[place].at = at
        state.parcels[place].next = -1
        if link.tail >= 0:
            state.parcels[link.tail].next = place
        else:
            link.head = place
        link.tail = place
        push(state.queue, state.clock, at, -1, index, ARRIVAL, 0)
    for origin in range(ORIGIN_COUNT):
        state.parcels[place].flow[origin] = flow[origin]


@jit
def receive_parcel(state: State, index: int, now: float) -> None:
    """Take the oldest parcel out of a link at its lower end."""
    link = state.links[index]
    place = link.head
    parcel = state.parcels[place]
    link.head = parcel.next
    if link.head < 0:
        link.tail = -1
    arrive(state, index, parcel.flow, now)
    parcel.next = state.clock[0].free_parcel
    state.clock[0].free_parcel = place


@jit
def log_link(state: State, index: int, now: float) -> None:
    """Append a link's new rate to the trace."""
    clock = state.clock[0]
    if clock.trace == 0:
        return
    row = state.link_rows[clock.link_rows]
    row.link, row.at = index, now
    for origin in range(ORIGIN_COUNT):
        row.flow[origin] = state.links[index].flow[origin]
    clock.link_rows += 1


@jit
def send(state: State, index: int, rate: float, flow: Records, now: float) -> None:
    """Let a link take `flow` from now on, if that is a change."""
    link = state.links[index]
    same = True
    for origin in range(ORIGIN_COUNT):
        if link.flow[origin] != flow[origin]:
            same = False
    if same:
        return
    if link.used == 0:
        link.used = 1
        state.used_links[state.clock[0].used_links] = index
        state.clock[0].used_links += 1
    settle_link(state, index, now)
    link.rate = rate
    for origin in range(ORIGIN_COUNT):
        link.flow[origin] = flow[origin]
    log_link(state, index, now)
    if link.lag > 0.0:
        send_parcel(state, index, flow, now)
    else:
        arrive(state, index, flow, now)

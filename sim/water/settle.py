"""Bringing storages, tiers and links up to date: rates were constant, so volumes are linear."""

from __future__ import annotations

import math

from sim.water.jit import jit
from sim.water.queue import mark_rank
from sim.water.records import BALANCED, FIREWATER, MEASURED, MIXED, ORIGIN_COUNT, PROCESS, PRODUCT, Records, Row, State


@jit
def accident_rate(flow: Records) -> float:
    """Rate of product, fire water and process water in a flow by origin [m3/s]."""
    return flow[PRODUCT] + flow[FIREWATER] + flow[PROCESS] + flow[MEASURED]


@jit
def set_volume(store: Row, volume: float) -> None:
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
def snap(store: Row, volume: float) -> None:
    """Set a volume on a bound, setting aside what rounding has put beyond it until the next settling.

    A time is rounded to its last bit, and the same pump cycle rounds it the same way a million times.
    """
    store.slip += store.volume - volume
    set_volume(store, volume)


@jit
def put_back(store: Row) -> None:
    """Give a storage back what was set aside, unless it would leave less than nothing."""
    if store.slip == 0.0 or store.volume + store.slip < 0.0:
        return
    volume = store.volume + store.slip
    store.slip = 0.0
    set_volume(store, volume)


@jit
def note_used(state: State, index: int) -> None:
    """Remember that a storage has left its state of rest."""
    store = state.storages[index]
    if store.used == 0:
        store.used = 1
        clock = state.clock[0]
        state.used[clock.used_storages] = index
        clock.used_storages += 1


@jit
def note_link_used(state: State, number: int) -> None:
    """Remember that a link has left its state of rest."""
    link = state.links[number]
    if link.used == 0:
        link.used = 1
        clock = state.clock[0]
        state.used[len(state.storages) + clock.used_links] = number
        clock.used_links += 1


@jit
def settle(state: State, index: int, now: float) -> None:
    """Bring a storage up to `now`; where as much leaves as comes, its volume stays to the last bit."""
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
    put_back(store)
    if store.net == 0.0:
        snap(store, before)
    elif store.volume > store.top:
        snap(store, store.top)
    if min(before, store.volume) >= store.crest:
        store.full_for += span


@jit
def note_level(store: Row, now: float) -> None:
    """Remember the highest volume, and the first time at the crest."""
    if store.volume > store.peak:
        store.peak = store.volume
        store.peak_at = now
    if store.volume >= store.crest and math.isnan(store.full_at):
        store.full_at = now


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
def touch(state: State, index: int, now: float) -> None:
    """Count a storage among those of its tier that accident water has reached."""
    store = state.storages[index]
    store.touched = 1
    store.reached_at = now
    settle_tier(state, store.tier, now)
    total = state.tiers[store.tier]
    total.volume += store.volume + store.net * (now - store.at)
    total.net += store.net
    settle_tier(state, store.tier, now)


@jit
def touch_waiting(state: State, now: float) -> None:
    """Touch the storages that accident water has been entering since `now`.

    Called before time moves on, so that a flow which lasts zero seconds touches nothing.
    """
    clock = state.clock[0]
    while clock.waiting >= 0:
        index = clock.waiting
        store = state.storages[index]
        clock.waiting = store.waiting
        store.waiting = -2
        if store.touched == 0 and accident_rate(store.inflow) > 0.0:
            touch(state, index, now)


@jit
def mark(state: State, index: int, now: float) -> None:
    """Let a storage be looked at again at this instant."""
    store = state.storages[index]
    if store.dirty == 1:
        return
    note_used(state, index)
    store.dirty = 1
    mark_rank(state.marked, state.clock, store.rank)


@jit
def change_inflow(state: State, index: int, now: float) -> None:
    """Follow up a storage whose inflow has just been changed."""
    store = state.storages[index]
    total = 0.0
    for origin in range(ORIGIN_COUNT):
        total += store.inflow[origin]
    store.arriving = total
    if store.mixed == BALANCED:
        store.mixed = MIXED
    if store.touched == 0 and store.waiting == -2 and accident_rate(store.inflow) > 0.0:
        store.waiting = state.clock[0].waiting
        state.clock[0].waiting = index
    mark(state, index, now)


@jit
def settle_link(state: State, number: int, now: float) -> None:
    """Book what entered a link up to `now`."""
    link = state.links[number]
    span = now - link.at
    link.at = now
    if span <= 0.0 or link.rate <= 0.0:
        return
    for origin in range(ORIGIN_COUNT):
        link.passed[origin] += link.flow[origin] * span
    link.peak = max(link.peak, link.rate)
    book_accident(state, link, span, now)


@jit
def book_accident(state: State, link: Row, span: float, now: float) -> None:
    """Book the accident water among what entered a link over `span`."""
    rate = accident_rate(link.flow)
    if rate <= 0.0:
        return
    everything = link.flow[PRODUCT] > state.clock[0].product_share * link.rate
    for origin in range(ORIGIN_COUNT):
        if everything or origin in (PRODUCT, FIREWATER, PROCESS, MEASURED):
            link.accident[origin] += link.flow[origin] * span
    if math.isnan(link.accident_from):
        link.accident_from = now - span
    link.accident_until = now
    link.accident_peak = max(link.accident_peak, link.rate if everything else rate)

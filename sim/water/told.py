"""What there is to tell of a run that is over, of what it has used: the cost follows the water, not the park."""

from __future__ import annotations

from sim.water.jit import jit
from sim.water.records import ORIGIN_COUNT, RECOVERED, TREATED, Row, State

ROUNDING, ROUNDING_M3 = 1e-9, 1e-9
"""How far what stands in a storage may be out of bounds: a share of what fits in, and a volume [m3]."""


@jit
def clear_totals(state: State) -> None:
    """Begin to add up."""
    totals = state.totals[0]
    totals.amiss = -1
    for origin in range(ORIGIN_COUNT):
        totals.sourced[origin] = totals.stored[origin] = totals.travelling[origin] = 0.0
        totals.treated[origin] = totals.recovered[origin] = totals.out[origin] = 0.0


@jit
def is_within_bounds(store: Row) -> bool:
    """Whether a storage holds no less than nothing and no more than fits, in parts that are the whole; no number is."""
    whole = 0.0
    for origin in range(ORIGIN_COUNT):
        if not store.parts[origin] >= 0.0:
            return False
        whole += store.parts[origin]
    slack = ROUNDING * store.top
    return bool(store.peak <= store.top + slack and abs(whole - store.volume) <= slack + ROUNDING_M3)


@jit
def tell_storage(state: State, index: int, place: int) -> None:
    """What became of a storage, and what it brings to the sum."""
    store, told, totals = state.storages[index], state.told_storages[place], state.totals[0]
    for origin in range(ORIGIN_COUNT):
        told.final[origin] = store.parts[origin]
        totals.stored[origin] += store.parts[origin]
        totals.sourced[origin] += store.sourced[origin]
    told.peak, told.peak_at = store.peak, store.peak_at
    told.full_at, told.full_for, told.reached_at = store.full_at, store.full_for, store.reached_at
    if totals.amiss < 0 and not is_within_bounds(store):
        totals.amiss = index


@jit
def tell_link(state: State, number: int, place: int) -> None:
    """What went over a link, and what it brings to the sum."""
    link, told, totals = state.links[number], state.told_links[place], state.totals[0]
    accident_m3 = 0.0
    for origin in range(ORIGIN_COUNT):
        told.passed[origin], told.travelling[origin] = link.passed[origin], link.travelling[origin]
        told.accident[origin] = link.accident[origin]
        accident_m3 += link.accident[origin]
        totals.travelling[origin] += link.travelling[origin]
        arrived = link.arrived[origin] if link.lag > 0.0 else link.passed[origin]
        if link.target == TREATED:
            totals.treated[origin] += arrived
        elif link.target == RECOVERED:
            totals.recovered[origin] += arrived
        elif link.target < 0:
            totals.out[origin] += arrived
    told.accident_m3 = accident_m3
    told.accident_from, told.accident_until = link.accident_from, link.accident_until
    told.accident_peak, told.peak = link.accident_peak, link.peak

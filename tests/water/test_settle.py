"""Volumes are linear between events, and what rounding puts beyond a bound is not lost."""

import pytest

from sim.park import ORIGINS
from sim.water.network import network_of
from sim.water.settle import mark, put_back, set_net, set_volume, settle, settle_link, settle_tier, snap, touch
from sim.water.water import Water
from tests.water.by_hand import park_of, pool, spillway, valve

PRODUCT, FIREWATER, RAIN, PROCESS, RIVER, _ = range(len(ORIGINS))


@pytest.fixture
def state():
    """A pool of 100 m3 with a drain, a second one beside it, both dry and at rest."""
    storages = [pool("a", 100), pool("b", 100)]
    return Water(network_of(park_of(storages, [valve("drain", "a", "b", 1.0), spillway("over", "a", "b")]))).state


def holding(state, *parts, **others):
    """The first storage with so much in it of each origin, in their order."""
    store = state.storages[0]
    store["parts"][: len(parts)] = parts
    store["volume"] = sum(parts)
    for name, value in others.items():
        store[name] = value
    return store


def flows(store, field, **rates):
    """Rates by origin."""
    for origin, rate in rates.items():
        store[field][ORIGINS.index(origin)] = rate


def test_a_volume_is_set_on_its_bound_and_the_largest_part_takes_the_rounding(state):
    """
    Parts 39.5 + 60 + 0.25 snapped to 100 m3: the 60 becomes 60.25, the others stay.
    """
    store = holding(state, 39.5, 60.0, 0.25)

    set_volume(store, 100.0)

    assert store["parts"].tolist() == [39.5, 60.25, 0.25, 0, 0, 0]
    assert store["volume"] == 100.0


def test_a_storage_set_dry_holds_nothing_of_any_origin(state):
    store = holding(state, 1e-12, 0.0, -1e-12, 0.0, 1e-12)

    set_volume(store, 0.0)

    assert store["parts"].tolist() == [0, 0, 0, 0, 0, 0]
    assert store["volume"] == 0.0


def test_what_was_beyond_a_bound_is_set_aside_and_given_back(state):
    """
    100.5 m3 set on 100, then 100.25 set on 100: 0.75 m3 aside, and 100.75 m3 once it is given back, only once.
    """
    store = holding(state, 60.5, 40.0)

    snap(store, 100.0)
    set_volume(store, 100.25)
    snap(store, 100.0)
    assert (store["volume"], store["slip"]) == (100.0, 0.75)

    put_back(store)
    assert (store["volume"], store["slip"]) == (100.75, 0.0)
    assert store["parts"].tolist() == [60.75, 40.0, 0, 0, 0, 0]


@pytest.mark.parametrize(("slip", "left", "still"), [(-0.5, 0.25, -0.5), (-0.25, 0.0, 0.0), (-0.125, 0.125, 0.0)])
def test_what_was_set_aside_never_leaves_less_than_nothing(state, slip, left, still):
    """
    0.25 m3 less 0.5 waits; less 0.25 is none, less 0.125 is 0.125.
    """
    store = holding(state, 0.25, slip=slip)

    put_back(store)

    assert (store["volume"], store["slip"]) == (left, still)


def test_a_part_that_has_run_out_is_none(state):
    """
    1 m3 of product and 5 of rain, of which 1 m3/s of product leaves: after 2 s it is 0 and 5, not -1 and 5.
    """
    store = holding(state, 1.0, 0.0, 5.0, net=-1.0)
    flows(store, "outflow", product=1.0)

    settle(state, 0, 2.0)

    assert store["parts"].tolist() == [0, 0, 5, 0, 0, 0]
    assert (store["volume"], store["at"]) == (5.0, 2.0)


def test_what_comes_from_nowhere_is_booked_as_long_as_it_comes(state):
    """
    From 2 s to 6 s at 0.5 m3/s: 2 m3, all of which stay.
    """
    store = holding(state, at=2.0, net=0.5)
    flows(store, "source", rain=0.5)
    flows(store, "inflow", rain=0.5)

    settle(state, 0, 6.0)

    assert store["sourced"].tolist() == [0, 0, 2, 0, 0, 0]
    assert store["parts"].tolist() == [0, 0, 2, 0, 0, 0]


def test_no_storage_holds_more_than_fits(state):
    """
    99.75 m3 and 0.5 m3/s for 1 s: 100 m3, and 0.25 m3 aside.
    """
    store = holding(state, 99.75, net=0.5)
    flows(store, "inflow", product=0.5)

    settle(state, 0, 1.0)

    assert (store["volume"], store["slip"]) == (100.0, 0.25)


def test_where_as_much_leaves_as_comes_the_volume_stays_to_the_last_bit(state):
    """
    0.1 + 0.2 m3 is not 0.3 in binary, and a third of rain for a third of product moves the parts, not the volume.
    """
    store = holding(state, 0.1, 0.0, 0.2)
    before = store["volume"]
    flows(store, "outflow", product=1 / 32)
    flows(store, "inflow", rain=1 / 32)

    settle(state, 0, 0.7)

    assert store["volume"] == before
    assert store["parts"][PRODUCT] == pytest.approx(0.1 - 0.7 / 32)


@pytest.mark.parametrize(("before", "rate", "full_for"), [(100, 0.0, 4), (99, 0.25, 0), (100, -0.25, 0)])
def test_time_at_the_crest_is_time_at_which_it_stands_there_all_along(state, before, rate, full_for):
    """
    4 s: at the crest all the time; up to it only at their end; below it after their beginning.
    """
    store = holding(state, 0, 0, before, net=rate)
    flows(store, "inflow" if rate > 0 else "outflow", rain=abs(rate))

    settle(state, 0, 4.0)

    assert store["full_for"] == full_for


def test_a_tier_rises_with_the_storages_that_were_touched_only(state):
    """
    Touched at 10 s with 5 m3 that were looked at 4 s before and rise at 0.5 m3/s: 7 m3 then, 9 m3 at 14 s. Then it
    falls at 1 m3/s, to 7 m3 at 16 s. The other storage rises at 8 m3/s all the time and does not count.
    """
    holding(state, 0, 0, 5, at=6.0, net=0.5)
    tier = state.tiers[state.storages[0]["tier"]]

    set_net(state, 1, 8.0, 9.0)
    touch(state, 0, 10.0)
    assert (tier["volume"], tier["net"], state.storages[0]["reached_at"]) == (7.0, 0.5, 10.0)

    set_net(state, 0, -1.0, 14.0)
    settle_tier(state, state.storages[0]["tier"], 16.0)
    assert (tier["volume"], tier["net"]) == (7.0, -1.0)
    assert (tier["peak"], tier["peak_at"]) == (9.0, 14.0)


def test_a_storage_is_looked_at_once_an_instant(state):
    """
    Marked twice, it is noted once, by its rank.
    """
    mark(state, 0, 3.0)
    mark(state, 0, 3.0)

    assert (state.clock[0]["marked"], state.marked[0]) == (1, state.storages[0]["rank"])
    assert (state.clock[0]["used_storages"], state.used[0]) == (1, 0)


@pytest.mark.parametrize(
    ("share", "accident", "peak"),
    [(0.25, [1, 0, 0, 1, 0, 0], 0.5), (0.2, [1, 0, 1, 1, 1, 0], 1.0)],
    ids=["at", "above"],
)
def test_what_entered_a_link_is_booked_by_origin(state, share, accident, peak):
    """
    A quarter each of product, rain, process and river water, 1 m3/s from 2 s to 6 s: 1 m3 of each. Rain and river water
    are accident water only where product is more than the share asked for.
    """
    state.clock[0]["product_share"] = share
    link = state.links[0]
    link["at"], link["rate"] = 2.0, 1.0
    flows(link, "flow", product=0.25, rain=0.25, process=0.25, river=0.25)

    settle_link(state, 0, 6.0)

    assert link["passed"].tolist() == [1, 0, 1, 1, 1, 0]
    assert link["accident"].tolist() == accident
    assert (link["accident_from"], link["accident_until"], link["accident_peak"]) == (2.0, 6.0, peak)

"""Watches: the water stops where somebody waits for a level, and says which."""

from sim.water.network import network_of
from sim.water.records import SHARE, WATCH_DTYPE, empty
from sim.water.watch import share_in, watched_value
from sim.water.water import Water
from tests.water.by_hand import park_of, pool, valve


def still(*initials):
    """Water of storages of 100 m3 each, called a, b, c..., with so much in them."""
    storages = [pool(id, 100, initial={"rain": volume}) for id, volume in zip("abc", initials, strict=False)]
    drains = [valve(f"drain-{each.id}", each.id, "treated", 1.0, opening=0.0) for each in storages]
    return Water(network_of(park_of(storages, drains)))


def test_water_stops_at_a_level_and_goes_on():
    """
    0.5 m3/s into nothing: 20 m3 at 40 s, 30 m3 at 60 s.
    """
    water = still(0)
    water.pour(["a"], [1.0], "rain", 0.0, 0.5)
    low, high = water.watch("a", 20, rising=True), water.watch("a", 30, rising=True)

    assert (water.advance(50), water.now_s) == (low, 40)
    assert (water.advance(50), water.now_s) == (None, 50)
    assert (water.advance(70), water.now_s) == (high, 60)
    assert (water.advance(70), water.now_s) == (None, 70)


def test_a_watch_answers_once():
    """
    Up past 20 m3, down and up again: only the first time.
    """
    water = still(0)
    water.pour(["a"], [1.0], "rain", 0.0, 0.5)
    watch = water.watch("a", 20, rising=True)

    assert water.advance(60) == watch
    water.set_opening("drain-a", 1.0)
    assert water.advance(100) is None
    water.set_opening("drain-a", 0.0)
    assert water.advance(200) is None


def test_a_level_met_exactly_at_the_end_counts():
    """
    20 m3 at 40 s, and the water was to run to 40 s.
    """
    water = still(0)
    water.pour(["a"], [1.0], "rain", 0.0, 0.5)
    watch = water.watch("a", 20, rising=True)

    assert (water.advance(40), water.now_s) == (watch, 40)


def test_levels_of_two_storages_met_at_one_instant_are_both_told():
    """
    20 m3 in both at 40 s.
    """
    water = still(0, 0)
    water.pour(["a", "b"], [1.0, 1.0], "rain", 0.0, 0.5)
    watches = {water.watch("a", 20, rising=True), water.watch("b", 20, rising=True)}

    assert {water.advance(100), water.advance(100)} == watches
    assert water.now_s == 40
    assert water.advance(100) is None


def test_two_watches_on_one_level_are_both_told():
    """
    20 m3 at 40 s, watched twice.
    """
    water = still(0)
    water.pour(["a"], [1.0], "rain", 0.0, 0.5)
    watches = {water.watch("a", 20, rising=True), water.watch("a", 20, rising=True)}

    assert {water.advance(100), water.advance(100)} == watches
    assert (water.advance(100), water.now_s) == (None, 100)


def test_a_falling_watch_waits_for_water_that_has_stood_higher():
    """
    From 50 m3 down at 1 m3/s: 20 m3 at 30 s. From 10 m3 never, until it has been above 20.
    """
    water = still(50, 10)
    falls, never = water.watch("a", 20, rising=False), water.watch("b", 20, rising=False)
    water.set_opening("drain-a", 1.0)
    water.set_opening("drain-b", 1.0)

    assert (water.advance(100), water.now_s) == (falls, 30)
    assert water.advance(100) is None
    water.set_opening("drain-b", 0.0)
    water.pour(["b"], [1.0], "rain", 0.0, 1.0)
    assert water.advance(130) is None  # 30 m3
    water.pour(["b"], [1.0], "rain", 1.0, 0.0)
    water.set_opening("drain-b", 1.0)
    assert (water.advance(200), water.now_s) == (never, 140)


def test_a_watch_may_be_set_on_the_way():
    """
    0.5 m3/s; at 30 s somebody begins to wait for 20 m3: 10 s later.
    """
    water = still(0)
    water.pour(["a"], [1.0], "rain", 0.0, 0.5)
    water.advance(30)
    watch = water.watch("a", 20, rising=True)

    assert (water.advance(100), water.now_s) == (watch, 40)


def test_many_watches_and_many_events_outgrow_the_buffers():
    """
    1,000 levels, each met at its time; the trace is longer than its first buffer.
    """
    water = still(0)
    water.pour(["a"], [1.0], "rain", 0.0, 0.5)
    levels = [k / 16 for k in range(1, 1001)]
    watches = [water.watch("a", level, rising=True) for level in levels]

    met = []
    while (watch := water.advance(300)) is not None:
        met.append((watch, water.now_s))
    assert met == [(watch, 2 * level) for watch, level in zip(watches, levels, strict=True)]


def test_nothing_in_a_dry_storage_and_nothing_in_a_still_link_is_product():
    state = still(0).state
    watch = empty(1, WATCH_DTYPE)[0]
    watch["quantity"] = SHARE

    assert share_in(state.storages[0]) == 0
    assert watched_value(state, watch) == 0

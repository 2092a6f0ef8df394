"""Pumps that slow down before they overfill what they pump into."""

from dataclasses import replace

import pytest

from tests.water.by_hand import HOUR, at, park_of, pool, pour, pump, run, spillway, valve

WET = {"initial": {"firewater": 1000.0}}
LIFT = pump("lift", "well", "basin", 1.0, back_pressure=True)


def relay(**others):
    """
    well (1,000 m3) --lift 1 m3/s, held--> basin (300 m3) --works--> treated
    """
    storages = [pool("well", 1000, **WET), pool("basin", 300, "public")]
    return park_of(storages, [replace(LIFT, **others), valve("works", "basin", "treated", 1.0)])


def test_a_pump_into_a_full_pool_slows_to_what_the_pool_passes_on():
    """
    In 1, out 0.25 m3/s: full after 300 / 0.75 = 400 s, from then on 0.25 m3/s; nothing is spilled.
    """
    seen = run(relay(), openings={"works": 0.25}, horizon_s=1000)

    assert seen.of("full_at_s", "basin") == 400
    assert [seen.rate("lift", at_s) for at_s in (0, 399, 400, 999)] == [1, 1, 0.25, 0.25]
    assert seen.passed("lift") == 400 + 600 * 0.25
    assert seen.holds("basin") == 300
    assert seen.passed("basin>ground") == 0


def test_a_pump_takes_up_again_when_there_is_room():
    """
    Full at 300 s with the works shut, so the pump stands still; at 500 s they take 1 m3/s, and so does the pump;
    from 600 s on 0.5, and so does the pump.
    """
    actions = [at(500, ("works", 1.0), id="open"), at(600, ("works", 0.5), id="throttle")]
    seen = run(relay(), actions=actions, openings={"works": 0.0}, horizon_s=1000)

    assert seen.turns("lift") == [0, 300, 500]
    assert [seen.rate("lift", at_s) for at_s in (300, 500, 600)] == [0, 1, 0.5]
    assert seen.holds("basin") == 300


def test_a_pump_takes_up_again_in_full_when_the_pool_falls():
    """
    Full at 300 s; at 500 s the works take 2 m3/s: the pump gives 1 m3/s, and the pool falls by 1 m3/s to nothing.
    """
    park = park_of(
        [pool("well", 1000, **WET), pool("basin", 300)],
        [pump("lift", "well", "basin", 1.0, back_pressure=True), valve("works", "basin", "treated", 2.0)],
    )
    seen = run(park, actions=[at(500, ("works", 1.0))], openings={"works": 0.0}, horizon_s=700)

    assert seen.turns("lift") == [0, 300, 500]
    assert seen.volume("basin", [500, 600, 700]).tolist() == [300, 200, 100]


def test_a_pool_is_not_overfilled_by_what_is_on_its_way():
    """
    100 s of travel: the pump stops when it has sent 300 m3, 100 of them still on their way.
    """
    seen = run(relay(lag_s=100.0), openings={"works": 0.0}, horizon_s=HOUR)

    assert seen.turns("lift") == pytest.approx([0, 300], rel=1e-5)
    assert seen.volume("basin", [300, 400, HOUR]) == pytest.approx([200, 300, 300], rel=1e-5)
    assert seen.passed("basin>ground") == pytest.approx(0, abs=1e-3)


def test_a_pump_does_not_stop_before_its_time_because_somebody_looks():
    """
    At 285 s, with 285 of 300 m3 sent, a hand is laid on the works' valve, which stays shut.
    """
    works = valve("works", "basin", "treated", 1.0, opening=0.0)
    park = park_of([pool("well", 1000, **WET), pool("basin", 300)], [replace(LIFT, lag_s=100.0), works])
    seen = run(park, actions=[at(285, ("works", 0.0))], horizon_s=HOUR)

    assert seen.turns("lift") == pytest.approx([0, 300], rel=1e-5)


def test_a_pump_stops_in_time_even_before_anything_has_arrived():
    """
    400 s of travel: at 300 s all of the 300 m3 that fit are still in the pipe, and the pump stops.
    """
    seen = run(relay(lag_s=400.0), openings={"works": 0.0}, horizon_s=HOUR)

    assert seen.turns("lift") == pytest.approx([0, 300], rel=1e-5)
    assert seen.volume("basin", [400, 700]) == pytest.approx([0, 300], rel=1e-5)


def test_a_pump_that_starts_later_stops_in_time_as_well():
    """
    From 100 s on, 400 s of travel: at 400 s all of the 300 m3 that fit are in the pipe, and nothing else has happened.
    """
    shut = {"works": 0.0, "lift": 0.0}
    seen = run(relay(lag_s=400.0), openings=shut, actions=[at(100, ("lift", 1.0))], horizon_s=HOUR)

    assert seen.turns("lift") == pytest.approx([100, 400], rel=1e-5)
    assert seen.volume("basin", [500, 800]) == pytest.approx([0, 300], rel=1e-5)


def test_with_travel_time_a_pump_keeps_room_for_what_is_on_its_way():
    """
    100 s of travel; from 100 s on, when water has come, the works take 0.25 m3/s.

    Sent less gone is t - 0.25 (t - 100) = 300 m3 at 366 2/3 s: from then on 0.25 m3/s. What arrives ebbs 100 s later,
    and of the 300 m3 25 remain in the pipe and 275 in the pool.
    """
    seen = run(relay(lag_s=100.0), openings={"works": 0.25}, horizon_s=2000)

    assert seen.rate("lift", 366) == 1
    assert seen.rate("lift", 367) == pytest.approx(0.25)
    assert seen.volume("basin", [1100 / 3, 1400 / 3, 2000]) == pytest.approx([200, 275, 275], rel=1e-5)
    assert sum(seen.over("travelling", "lift")) == pytest.approx(25)
    assert seen.passed("basin>ground") == 0


def two(first, second, works=0.5, **others):
    """
    north --first 0.375 m3/s--> basin (full) --works 0.5 m3/s--> treated
    south --second 0.25 m3/s--> basin
    """
    storages = [pool("north", 1000, **others), pool("south", 1000, **WET), pool("basin", 300, initial={"rain": 300})]
    links = [
        pump("first", "north", "basin", 0.375, back_pressure=True, priority=first),
        pump("second", "south", "basin", 0.25, back_pressure=True, priority=second),
        valve("works", "basin", "treated", works),
    ]
    return park_of(storages, links)


@pytest.mark.parametrize(
    ("first", "second", "rates"), [(0, 1, (0.375, 0.125)), (1, 0, (0.25, 0.25)), (0, 0, (0.375, 0.125))]
)
def test_pumps_into_one_full_pool_are_served_in_order(first, second, rates):
    """
    0.5 m3/s to share: the first asks for 0.375, the second for 0.25; ties go by id.
    """
    seen = run(two(first, second, **WET), horizon_s=1000)

    assert (seen.rate("first", 500), seen.rate("second", 500)) == rates
    assert seen.holds("basin") == 300


def test_what_one_pump_cannot_bring_is_left_to_the_next():
    """
    Of 0.3125 m3/s north, dry, brings the 0.125 it gets; south may bring 0.1875 of its 0.25, and the basin stays full.
    """
    park = two(0, 1, works=0.3125)
    seen = run(park, pour("fire", "north", (0, 0.125)), horizon_s=1000)

    assert (seen.rate("first", 500), seen.rate("second", 500)) == (0.125, 0.1875)
    assert seen.volume("basin", [250, 500, 1000]).tolist() == [300, 300, 300]


def test_two_limits_in_a_chain():
    """
    well --lift 1 m3/s--> pool (full) --pass 0.5 m3/s--> basin (full) --works 0.125 m3/s--> treated: 0.125 everywhere.
    """
    full = {"initial": {"firewater": 300.0}}
    storages = [pool("well", 1000, **WET), pool("pool", 300, **full), pool("basin", 300, **full)]
    links = [
        pump("lift", "well", "pool", 1.0, back_pressure=True),
        pump("pass", "pool", "basin", 0.5, back_pressure=True),
        valve("works", "basin", "treated", 0.125),
    ]
    seen = run(park_of(storages, links), horizon_s=1000)

    assert [seen.rate(id, 500) for id in ("lift", "pass", "works")] == [0.125] * 3
    assert (seen.holds("pool"), seen.holds("basin")) == (300, 300)
    assert seen.record.kernel_events < 100


def test_water_that_cannot_be_held_back_comes_first():
    """
    Rain of 0.375 m3/s falls into the full basin, which passes on 0.5: a pump may bring 0.125.
    """
    seen = run(two(0, 1, **WET), pour("rain", "basin", (100, 0.375)), horizon_s=1000)

    assert (seen.rate("first", 500), seen.rate("second", 500)) == (0.125, 0)


def test_more_rain_than_the_pool_passes_on_stops_the_pumps_and_spills():
    """
    0.75 m3/s of rain into a full basin that passes on 0.5: no pump runs, 0.25 m3/s go over.
    """
    seen = run(two(0, 1, **WET), pour("rain", "basin", (100, 0.75)), horizon_s=1100)

    assert (seen.rate("first", 500), seen.rate("second", 500)) == (0, 0)
    assert seen.passed("basin>ground") == pytest.approx(250)


def test_what_a_held_pump_leaves_behind_overflows_where_it_is():
    """
    1 m3/s -> well (100 m3) --lift 1 m3/s, held--> basin (300 m3), shut

    The basin is full at 300 s, the well at 400 s, and then 1 m3/s goes over the well's crest.
    """
    storages = [pool("well", 100), pool("basin", 300, "public")]
    links = [pump("lift", "well", "basin", 1.0, back_pressure=True), spillway("crest", "well", "out")]
    seen = run(park_of(storages, links), pour("fire", "well", (0, 1.0)), horizon_s=1000)

    assert (seen.of("full_at_s", "basin"), seen.of("full_at_s", "well")) == (300, 400)
    assert seen.passed("crest") == 600

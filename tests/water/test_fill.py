"""A storage fills, runs full, overflows, and runs dry again; every number by hand."""

from math import isnan

import pytest

from tests.water.by_hand import HOUR, by_origin, park_of, pool, pour, pump, run, spillway


def test_a_storage_fills_at_the_rate_of_its_inflow():
    """
    0.5 m3/s -> bund (600 m3)

    0.5 m3/s for 1,000 s are 500 m3; the rest of the hour nothing comes. 100 m3 are left free.
    """
    seen = run(park_of([pool("bund", 600)]), pour("fire", "bund", (0, 0.5), (1000, 0.0)), horizon_s=HOUR)

    assert seen.of("final", "bund") == by_origin(firewater=500)
    assert (seen.of("peak_m3", "bund"), seen.of("peak_at_s", "bund")) == (500, 1000)
    assert isnan(seen.of("full_at_s", "bund"))
    assert seen.of("full_for_s", "bund") == 0
    assert seen.volume("bund", [0, 500, 2000]).tolist() == [0, 250, 500]


def test_a_full_storage_overflows_to_the_next():
    """
    2 m3/s -> bund (600 m3) --spillway--> basin (1,000 m3)

    Full after 300 s; the next 100 s x 2 m3/s = 200 m3 go over the crest.
    """
    park = park_of([pool("bund", 600), pool("basin", 1000, "public")], [spillway("crest", "bund", "basin")])
    seen = run(park, pour("release", "bund", (0, 2.0), (400, 0.0)), horizon_s=HOUR)

    assert seen.of("full_at_s", "bund") == 300
    assert (seen.holds("bund"), seen.holds("basin"), seen.passed("crest")) == (600, 200, 200)
    assert seen.of("reached_at_s", "basin") == 300
    assert (seen.over("accident_from_s", "crest"), seen.over("accident_until_s", "crest")) == (300, 400)
    assert seen.of("full_for_s", "bund") == HOUR - 300


def test_what_overflows_without_a_spillway_is_lost_to_the_ground_and_counted_as_out():
    """
    2 m3/s -> bund (600 m3) ~~> ground

    500 s x 2 m3/s = 1,000 m3, of which 600 stay and 400 escape.
    """
    seen = run(park_of([pool("bund", 600)]), pour("release", "bund", (0, 2.0), (500, 0.0)), horizon_s=HOUR)

    assert seen.over("passed", "bund>ground") == by_origin(product=400)
    assert seen.record.ledger.out.tolist() == by_origin(product=400)
    assert seen.record.ledger.stored.tolist() == by_origin(product=600)


def test_a_storage_runs_dry_and_stays_at_nothing():
    """
    bund (600 m3, 100 in it) --pump 0.25 m3/s--> treated

    Dry after 400 s; nothing more is pumped.
    """
    park = park_of([pool("bund", 600, initial={"rain": 100})], [pump("lift", "bund", "treated", 0.25)])
    seen = run(park, horizon_s=HOUR)

    assert seen.turns("lift") == [0, 400]
    assert seen.of("final", "bund") == [0] * 6
    assert seen.record.ledger.treated.tolist() == by_origin(rain=100)
    assert seen.of("peak_m3", "bund") == 100


def test_volume_follows_an_inflow_of_several_steps():
    """
    0.5 m3/s until 100 s, 2 until 200 s, 0.25 until 600 s: 50, 250, 350 m3.
    """
    steps = [(0, 0.5), (100, 2.0), (200, 0.25), (600, 0.0)]
    seen = run(park_of([pool("bund", 600)]), pour("fire", "bund", *steps), horizon_s=HOUR)

    assert seen.volume("bund", [50, 100, 150, 200, 400, 600, 3000]).tolist() == [25, 50, 150, 250, 300, 350, 350]
    assert seen.record.inflows == {"fire": 350}
    assert seen.entries("fire") == [(at_s, "fire", "fire") for at_s, _ in steps]


def test_an_inflow_may_begin_late():
    """
    1 m3/s from 600 s to the horizon at 1,000 s are 400 m3, full at 900 s.
    """
    seen = run(park_of([pool("bund", 300)]), pour("fire", "bund", (600, 1.0)), horizon_s=1000)

    assert seen.of("full_at_s", "bund") == 900
    assert seen.of("reached_at_s", "bund") == 600
    assert seen.passed("bund>ground") == 100


def test_the_horizon_ends_in_mid_flow():
    """
    1 m3/s -> bund (100 m3) --spillway, 50 s--> basin

    At 180 s 80 m3 are over the crest: what went over in the last 50 s is still on its way.
    """
    park = park_of([pool("bund", 100), pool("basin", 1000)], [spillway("crest", "bund", "basin", lag_s=50)])
    seen = run(park, pour("fire", "bund", (0, 1.0)), horizon_s=180)

    assert (seen.holds("bund"), seen.holds("basin"), sum(seen.over("travelling", "crest"))) == (100, 30, 50)
    assert seen.record.ledger.travelling.tolist() == by_origin(firewater=50)
    assert seen.record.ledger.error_m3.tolist() == [0] * 6


def test_what_stands_there_at_the_start_is_on_the_ledger():
    """
    100 m3 of rain and 50 of product at the start: the park's, both reached at once.
    """
    seen = run(park_of([pool("bund", 600, initial={"rain": 100, "product": 50})]), horizon_s=HOUR)

    assert seen.record.ledger.initial.tolist() == by_origin(rain=100, product=50)
    assert seen.of("reached_at_s", "bund") == 0
    assert (seen.tier("peak_m3", "plant"), seen.tier("peak_at_s", "plant")) == (150, 0)


def test_a_scenario_may_let_storages_stand_otherwise():
    """
    The park has 100 m3 of rain in the bund, the scenario 595 m3 of fire water: 5 m3 fit, 95 do not.
    """
    park = park_of([pool("bund", 600, initial={"rain": 100})])
    fill = pour("fire", "bund", (0, 1.0), (100, 0.0))
    seen = run(park, fill, horizon_s=HOUR, initial={"bund": {"firewater": 595.0}})

    assert seen.of("initial", "bund") == by_origin(firewater=595)
    assert seen.of("full_at_s", "bund") == 5
    assert seen.record.ledger.out.tolist() == by_origin(firewater=95)


def test_a_scenario_may_let_a_storage_stand_empty():
    """
    The park has 100 m3 in the bund, the scenario none: a pump has nothing to do.
    """
    park = park_of([pool("bund", 600, initial={"product": 100})], [pump("lift", "bund", "treated", 0.25)])
    seen = run(park, horizon_s=HOUR, initial={"bund": {}})

    assert seen.passed("lift") == 0
    assert seen.record.ledger.initial.sum() == 0
    assert seen.of("peak_m3", "bund") == 0
    assert isnan(seen.of("reached_at_s", "bund"))


def test_a_storage_that_is_full_at_the_start_is_full_from_the_start():
    """
    600 of 600 m3; the first drop goes over the crest.
    """
    park = park_of([pool("bund", 600, initial={"rain": 600})])
    seen = run(park, pour("fire", "bund", (100, 1.0), (200, 0.0)), horizon_s=HOUR)

    assert (seen.of("full_at_s", "bund"), seen.of("full_for_s", "bund")) == (0, HOUR)
    assert seen.passed("bund>ground") == pytest.approx(100)


def test_dead_volume_is_no_room():
    """
    600 m3 of which 100 are silt hold 500: full after 500 s at 1 m3/s.
    """
    seen = run(park_of([pool("bund", 600, dead_m3=100)]), pour("fire", "bund", (0, 1.0)), horizon_s=HOUR)

    assert seen.of("full_at_s", "bund") == 500
    assert seen.of("peak_m3", "bund") == 500


def test_time_spent_full_is_the_time_at_the_crest():
    """
    1 m3/s -> bund (100 m3) --pump 0.5 m3/s, from 150 s to 190 s--> treated

    Full at 100 s. The inflow of 1 m3/s keeps it full while 0.5 are pumped; it ceases at 160 s: full for 60 s.
    """
    park = park_of([pool("bund", 100)], [pump("lift", "bund", "treated", 0.5)])
    seen = run(park, pour("fire", "bund", (0, 1.5), (160, 0.0)), horizon_s=HOUR)

    assert seen.of("full_at_s", "bund") == 100
    assert seen.of("full_for_s", "bund") == 60
    assert seen.passed("bund>ground") == 60
    assert seen.passed("lift") == 180


def test_rain_falls_on_several_storages():
    """
    1/65536 m/s (about 55 mm/h) for 4,096 s are 62.5 mm: 4,000 m2 and 16,000 m2 give 250 and 1,000 m3.
    """
    park = park_of([pool("bund", 600), pool("yard", 600, "public")], [spillway("crest", "yard", "out")])
    storm = pour("rain", ("bund", "yard"), (0, 2.0**-16), (4096, 0.0), factors=(4000.0, 16_000.0))
    seen = run(park, storm, horizon_s=2 * HOUR)

    assert (seen.holds("bund"), seen.holds("yard"), seen.passed("crest")) == (250, 600, 400)
    assert seen.record.inflows == {"rain": 1250}
    assert seen.of("full_at_s", "yard") == 600 / 16_000 * 2**16


def test_several_inflows_into_one_storage_add_up():
    """
    1 + 0.5 + 0.25 m3/s for 200 s are 350 m3, each booked under its own origin.
    """
    inflows = [
        pour(kind, "bund", (0, rate), (200, 0.0)) for kind, rate in (("release", 1), ("fire", 0.5), ("rain", 0.25))
    ]
    seen = run(park_of([pool("bund", 600)]), *inflows, horizon_s=HOUR)

    assert seen.of("final", "bund") == by_origin(product=200, firewater=100, rain=50)


def test_an_inflow_of_nothing_does_nothing():
    """
    0 m3/s all the time.
    """
    seen = run(park_of([pool("bund", 600)]), pour("release", "bund", (0, 0.0)), horizon_s=HOUR)

    assert seen.holds("bund") == 0
    assert isnan(seen.of("reached_at_s", "bund"))
    assert seen.record.ledger.sources.sum() == 0
    assert seen.record.ledger.error_share == 0


def test_a_scenario_with_nothing_at_all_ends_as_it_began():
    """
    An empty park of one bund; only the end is told.
    """
    seen = run(park_of([pool("bund", 600)]), horizon_s=HOUR)

    assert [(each.at_s, each.what, each.subject) for each in seen.record.events] == [(HOUR, "end", "run")]
    assert seen.record.storages.final.sum() == 0
    assert seen.record.kernel_events == 0


def test_a_chain_fills_one_after_the_other():
    """
    1 m3/s -> bund (100) -> pool (200) -> basin (300) ~~> ground, each over its spillway

    Full at 100, 300 and 600 s; by 1,000 s 400 m3 lie on the ground.
    """
    storages = [pool("bund", 100), pool("pool", 200), pool("basin", 300, "public")]
    park = park_of(storages, [spillway("one", "bund", "pool"), spillway("two", "pool", "basin")])
    seen = run(park, pour("fire", "bund", (0, 1.0)), horizon_s=1000)

    assert [seen.of("full_at_s", id) for id in ("bund", "pool", "basin")] == [100, 300, 600]
    assert seen.passed("basin>ground") == 400
    assert seen.record.ledger.error_m3.tolist() == [0] * 6

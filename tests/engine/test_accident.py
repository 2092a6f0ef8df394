"""What counts as accident water: product, fire and process water, and all that is mixed with product."""

from math import isnan

import pytest

from sim.park import ORIGINS
from tests.water.by_hand import HOUR, by_origin, park_of, pool, pour, run, spillway, valve


def sump(**rates):
    """
    rates by kind -> sump (dry) --drain 2 m3/s--> basin (public); 400 s
    """
    limit = rates.pop("product_share", 1e-3)
    park = park_of([pool("sump", 100), pool("basin", 5000, "public")], [valve("drain", "sump", "basin", 2.0)])
    inflows = [pour(kind, "sump", (0, rate), (400, 0.0)) for kind, rate in rates.items()]
    return run(park, *inflows, horizon_s=HOUR, product_share=limit)


def test_what_is_mixed_with_product_above_the_limit_counts_whole():
    """
    0.25 m3/s of product in 1 m3/s is a quarter, above 20 %: all 400 m3 count.
    """
    seen = sump(release=0.25, rain=0.75, product_share=0.2)

    assert seen.over("accident_m3", "drain") == 400
    assert seen.over("accident", "drain") == by_origin(product=100, rain=300)
    assert seen.over("peak_accident_m3_s", "drain") == 1


def test_what_is_mixed_with_little_product_does_not():
    """
    A quarter is below 30 %: only the product itself counts, 100 m3, and the rain around it does not.
    """
    seen = sump(release=0.25, rain=0.75, product_share=0.3)

    assert seen.over("accident_m3", "drain") == 100
    assert seen.over("accident", "drain") == by_origin(product=100)
    assert seen.over("peak_accident_m3_s", "drain") == 0.25
    assert seen.over("peak_m3_s", "drain") == 1


def test_a_share_at_the_limit_is_not_above_it():
    """
    A quarter is not more than 25 %.
    """
    assert sump(release=0.25, rain=0.75, product_share=0.25).over("accident_m3", "drain") == 100


def test_fire_and_process_water_count_for_themselves():
    """
    0.25 of fire water and 0.125 of process water in 0.5 of rain: 150 m3 of 350.
    """
    seen = sump(fire=0.25, process=0.125, rain=0.5)

    assert seen.over("accident", "drain") == by_origin(firewater=100, process=50)
    assert seen.over("accident_m3", "drain") == 150


@pytest.mark.parametrize("kind", ["rain", "river"])
def test_rain_and_river_water_alone_are_no_accident(kind):
    """
    400 m3 of it, and nothing is reached.
    """
    seen = sump(**{kind: 1.0})

    assert seen.over("accident_m3", "drain") == 0
    assert isnan(seen.over("accident_from_s", "drain"))
    assert isnan(seen.over("accident_until_s", "drain"))
    assert isnan(seen.of("reached_at_s", "sump"))
    assert isnan(seen.of("reached_at_s", "basin"))
    assert (seen.tier("peak_m3", "plant"), seen.tier("peak_m3", "public")) == (0, 0)
    assert seen.entries("reached", "crossing") == []


def test_accident_water_passes_from_its_first_to_its_last_drop():
    """
    Rain all along, product from 100 to 200 s, fire water from 250 to 300 s through a dry sump: from 100 to 300 s.
    """
    park = park_of([pool("sump", 100), pool("basin", 5000, "public")], [valve("drain", "sump", "basin", 2.0)])
    inflows = [
        pour("rain", "sump", (0, 0.5)),
        pour("release", "sump", (100, 0.25), (200, 0.0)),
        pour("fire", "sump", (250, 0.125), (300, 0.0)),
    ]
    seen = run(park, *inflows, horizon_s=400)

    assert (seen.over("accident_from_s", "drain"), seen.over("accident_until_s", "drain")) == (100, 300)
    assert seen.over("accident", "drain") == by_origin(product=25, firewater=6.25, rain=50)
    assert seen.over("peak_accident_m3_s", "drain") == 0.75


def test_a_storage_is_reached_when_accident_water_enters():
    """
    Rain at once, fire water from 100 s; over a pipe of 60 s in the basin at 160 s.
    """
    park = park_of([pool("sump", 100), pool("basin", 5000, "public")], [valve("pipe", "sump", "basin", 2.0, lag_s=60)])
    seen = run(park, pour("rain", "sump", (0, 0.5)), pour("fire", "sump", (100, 0.125)), horizon_s=400)

    assert (seen.of("reached_at_s", "sump"), seen.of("reached_at_s", "basin")) == (100, 160)


def test_accident_water_that_flows_for_no_time_reaches_nothing():
    """
    A spill that begins and ends at 100 s.
    """
    seen = run(park_of([pool("sump", 100)]), pour("release", "sump", (100, 0.5), (100, 0.0)), horizon_s=400)

    assert isnan(seen.of("reached_at_s", "sump"))


def test_a_tiers_peak_is_that_of_all_its_storages_accident_water_has_reached():
    """
    spill 2 m3/s -> bund (600 m3) --spillway--> pool (1,000 m3, 50 of rain); beside them a roof tank (500 of rain)

    Bund full at 300 s; until 400 s 200 m3 go over. From 300 s on the pool counts with its 50 m3: 600 + 250 = 850.
    """
    storages = [
        pool("bund", 600),
        pool("pool", 1000, initial={"rain": 50}),
        pool("roof", 500, initial={"rain": 500}),
        pool("basin", 1000, "public", initial={"rain": 70}),
    ]
    park = park_of(storages, [spillway("crest", "bund", "pool")])
    seen = run(park, pour("release", "bund", (0, 2.0), (400, 0.0)), horizon_s=HOUR)

    assert (seen.tier("peak_m3", "plant"), seen.tier("peak_at_s", "plant")) == (850, 400)
    assert seen.tier("peak_m3", "public") == 0


def test_a_tiers_peak_is_of_one_time_not_of_each_storage_its_own():
    """
    spill 2 m3/s until 100 s -> bund --drain 1 m3/s--> pool --works 0.5 m3/s--> treated

    Together at most what came less what was treated: 200 - 0.5 x 100 = 150 m3 at 100 s; the bund's own peak is 100 m3
    at 100 s, the pool's 100 m3 at 200 s.
    """
    links = [valve("drain", "bund", "pool", 1.0), valve("works", "pool", "treated", 0.5)]
    seen = run(
        park_of([pool("bund", 600), pool("pool", 600)], links),
        pour("release", "bund", (0, 2.0), (100, 0.0)),
        horizon_s=HOUR,
    )

    assert (seen.of("peak_m3", "bund"), seen.of("peak_m3", "pool")) == (100, 100)
    assert (seen.tier("peak_m3", "plant"), seen.tier("peak_at_s", "plant")) == (150, 100)


def test_once_reached_a_storage_goes_on_counting():
    """
    10 m3 of product into a bund that is then pumped dry and filled with 300 m3 of rain: the tier's peak is 300 m3.
    """
    park = park_of([pool("bund", 600)], [valve("drain", "bund", "treated", 0.5)])
    inflows = [pour("release", "bund", (0, 1.0), (10, 0.0)), pour("rain", "bund", (1000, 1.5), (1300, 0.0))]
    seen = run(park, *inflows, horizon_s=HOUR)

    assert (seen.tier("peak_m3", "plant"), seen.tier("peak_at_s", "plant")) == (300, 1300)


def test_product_below_the_limit_in_a_river_is_followed_for_itself():
    """
    1 m3/s of river through a dry reach with 1/4096 m3/s of product in it, 0.024 %: 0.25 m3 of product in 1,024 s.
    """
    park = park_of([pool("reach", 100, "boundary")], [valve("gate", "reach", "out", 4.0)])
    seen = run(park, pour("river", "reach", (0, 1.0)), pour("release", "reach", (0, 1 / 4096)), horizon_s=1024)

    assert seen.over("accident_m3", "gate") == 0.25
    assert seen.over("accident", "gate")[ORIGINS.index("river")] == 0


def test_a_tier_counts_what_stands_where_accident_water_came():
    """
    100 m3 of product in the bund, 100 m3 of rain in a pond beside it that no product comes to: a peak of 100 m3.
    """
    seen = run(park_of([pool("bund", 600), pool("pond", 600)]), pour("release", "bund", (0, 1.0), (100, 0.0)),
               pour("rain", "pond", (0, 1.0), (100, 0.0)), horizon_s=200)  # fmt: skip

    assert seen.record.tiers.peak_m3[0] == pytest.approx(100)


def test_process_water_alone_is_accident_water():
    """
    1 m3/s for 400 s and nothing else: 400 m3.
    """
    assert sump(process=1.0).over("accident_m3", "drain") == 400

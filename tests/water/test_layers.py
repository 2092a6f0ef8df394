"""Product that does not mix: a layer on the water, or under it."""

import pytest

from sim.park import Outlet
from sim.water.network import network_of
from sim.water.records import FLOATS, WATCH_DTYPE, empty
from sim.water.watch import share_taken
from sim.water.water import Water
from tests.water.by_hand import HOUR, by_origin, park_of, pool, pour, pump, run, spillway, valve

LAYERED = {"initial": {"product": 40, "rain": 60}}


def over_the_crest(behaviour):
    """
    fire 0.5 m3/s -> pool (100 m3: 40 product, 60 rain) --spillway--> basin
    """
    park = park_of([pool("pool", 100, **LAYERED), pool("basin", 1e4)], [spillway("crest", "pool", "basin")])
    return run(park, pour("fire", "pool", (0, 0.5)), behaviour=behaviour, horizon_s=400)


def through_the_bottom(behaviour, **others):
    """
    pool (100 m3: 40 product, 60 rain) --pump 0.5 m3/s--> basin
    """
    storages = [pool("pool", 100, **LAYERED), pool("basin", 1e4)]
    park = park_of(storages, [pump("lift", "pool", "basin", 0.5, **others)])
    return run(park, behaviour=behaviour, horizon_s=400)


def test_floating_product_leaves_first_over_a_spillway():
    """
    40 m3 at 0.5 m3/s: all of it in 80 s, pure; then rain and fire water.
    """
    seen = over_the_crest("floats")

    assert seen.part("pool", "product", [0, 40, 80, 400]).tolist() == [40, 20, 0, 0]
    assert seen.part("basin", "product", [40, 80, 400]).tolist() == [20, 40, 40]
    assert seen.part("basin", "firewater", [80])[0] == 0
    assert seen.part("basin", "firewater", [90])[0] > 0


def test_sinking_product_stays_behind_under_a_spillway():
    """
    400 s x 0.5 m3/s = 200 m3 go over, none of it product; the 60 m3 above it are washed out.
    """
    seen = over_the_crest("sinks")

    assert seen.part("basin", "product", [400])[0] == 0
    assert seen.of("final", "pool")[0] == pytest.approx(40)
    assert seen.holds("basin") == pytest.approx(200)


def test_mixing_product_leaves_with_the_water():
    """
    At first 40 % of what goes over: about 0.2 m3/s.
    """
    seen = over_the_crest("mixes")

    assert seen.part("basin", "product", [1])[0] == pytest.approx(0.2, rel=0.01)


def test_floating_product_leaves_last_through_the_bottom():
    """
    60 m3 of rain in 120 s, then 40 m3 of product in 80 s.
    """
    seen = through_the_bottom("floats")

    assert seen.part("basin", "rain", [60, 120, 400]).tolist() == [30, 60, 60]
    assert seen.part("basin", "product", [120, 160, 200, 400]).tolist() == [0, 20, 40, 40]


def test_sinking_product_leaves_first_through_the_bottom():
    """
    40 m3 of product in 80 s, then 60 m3 of rain in 120 s.
    """
    seen = through_the_bottom("sinks")

    assert seen.part("basin", "product", [40, 80, 400]).tolist() == [20, 40, 40]
    assert seen.part("basin", "rain", [80, 140, 200]).tolist() == [0, 30, 60]


def test_a_skimmer_takes_floating_product_first():
    """
    An outlet at the top: as over a spillway.
    """
    seen = through_the_bottom("floats", outlet=Outlet.TOP)

    assert seen.part("basin", "product", [40, 80]).tolist() == [20, 40]
    assert seen.part("basin", "rain", [80, 140]).tolist() == [0, 30]


def test_a_skimmer_and_a_drain_at_once():
    """
    0.25 m3/s of product over the top for 160 s, 0.5 of rain through the bottom for 120 s; then the drain takes product
    as well: of the last 10 m3 at 0.75 m3/s it gets 2/3.
    """
    storages = [pool("pool", 100, **LAYERED)]
    links = [valve("skimmer", "pool", "recovered", 0.25, outlet=Outlet.TOP), valve("drain", "pool", "treated", 0.5)]
    seen = run(park_of(storages, links), behaviour="floats", horizon_s=HOUR)

    assert seen.over("passed", "skimmer") == pytest.approx(by_origin(product=30 + 10 / 3))
    assert seen.over("passed", "drain") == pytest.approx(by_origin(product=20 / 3, rain=60))


def test_a_skimmer_without_product_takes_water():
    """
    100 m3 of rain: 0.25 m3/s over the top, 0.25 through the bottom.
    """
    storages = [pool("pool", 100, initial={"rain": 100})]
    links = [valve("skimmer", "pool", "recovered", 0.25, outlet=Outlet.TOP), valve("drain", "pool", "treated", 0.25)]
    seen = run(park_of(storages, links), behaviour="floats", horizon_s=HOUR)

    assert (seen.passed("skimmer"), seen.passed("drain")) == (50, 50)


def test_in_a_dry_storage_each_outlet_takes_its_own_kind():
    """
    0.25 m3/s of product and 0.5 of fire water come in and out: the skimmer, 0.25, takes the product.
    """
    links = [valve("skimmer", "sump", "recovered", 0.25, outlet=Outlet.TOP), valve("drain", "sump", "treated", 0.5)]
    inflows = [pour("release", "sump", (0, 0.25)), pour("fire", "sump", (0, 0.5))]
    seen = run(park_of([pool("sump", 100)], links), *inflows, behaviour="floats", horizon_s=400)

    assert seen.over("passed", "skimmer") == by_origin(product=100)
    assert seen.over("passed", "drain") == by_origin(firewater=200)


def test_in_a_dry_storage_the_order_comes_before_the_kind():
    """
    0.125 m3/s of product and 0.375 of fire water; the drain comes first and takes up to 0.5: all of both.
    """
    links = [
        valve("drain", "sump", "treated", 0.5),
        valve("skimmer", "sump", "recovered", 0.25, outlet=Outlet.TOP, priority=1),
    ]
    inflows = [pour("release", "sump", (0, 0.125)), pour("fire", "sump", (0, 0.375))]
    seen = run(park_of([pool("sump", 100)], links), *inflows, behaviour="floats", horizon_s=400)

    assert seen.over("passed", "drain") == by_origin(product=50, firewater=150)
    assert seen.passed("skimmer") == 0


def test_product_spreads_on_what_it_is_poured_into():
    """
    bund full of rain, 0.5 m3/s of floating product on top: what goes over the crest is product at once.
    """
    park = park_of([pool("bund", 100, initial={"rain": 100})], [spillway("crest", "bund", "out")])
    seen = run(park, pour("release", "bund", (0, 0.5), (100, 0.0)), behaviour="floats", horizon_s=HOUR)

    assert seen.over("passed", "crest") == by_origin(product=50)
    assert seen.of("final", "bund") == by_origin(rain=100)


def test_the_water_under_floating_product_is_mixed():
    """
    40 m3 of product float on 30 of rain and 30 of fire water; the drain takes rain and fire water one to one.
    """
    park = park_of(
        [pool("pool", 100, initial={"product": 40, "rain": 30, "firewater": 30})],
        [valve("drain", "pool", "treated", 0.5)],
    )
    seen = run(park, behaviour="floats", horizon_s=100)

    assert seen.over("passed", "drain") == pytest.approx(by_origin(rain=25, firewater=25))


def test_sinking_product_that_fills_a_pool_lets_the_water_over_the_crest_first():
    """
    100 m3 of rain under 0.5 m3/s of product that sinks: 100 m3 of rain go over in 200 s, then product.
    """
    park = park_of([pool("pool", 100, initial={"rain": 100})], [spillway("crest", "pool", "out")])
    seen = run(park, pour("release", "pool", (0, 0.5)), behaviour="sinks", horizon_s=300)

    assert seen.part("pool", "rain", [0, 100, 200]).tolist() == pytest.approx([100, 50, 0])
    assert seen.over("passed", "crest") == pytest.approx(by_origin(product=50, rain=100))


def test_a_pool_full_of_sunken_product_lets_thin_water_pass():
    """
    100 m3 of product and nothing else, 0.25 m3/s each of rain and fire water: all of it goes over, in a few events.
    """
    park = park_of([pool("pool", 100, initial={"product": 100})], [spillway("crest", "pool", "out")])
    inflows = [pour("rain", "pool", (0, 0.25)), pour("fire", "pool", (0, 0.25))]
    seen = run(park, *inflows, behaviour="sinks", horizon_s=400)

    assert seen.over("passed", "crest") == pytest.approx(by_origin(rain=100, firewater=100))
    assert seen.record.kernel_events < 1000


@pytest.mark.parametrize(("rising", "share"), [(0, 0.25), (1, 0.0)])
def test_a_shut_drain_under_floating_product_is_clean_only_when_all_the_pool_is(rising, share):
    """
    A quarter of the pool is product that floats: who waits for it to run clean waits for the pool, who waits for
    product is told of none.
    """
    state = Water(network_of(park_of([pool("pool", 1000)], [valve("drain", "pool", "treated", 1.0)]))).state
    state.storages[0]["parts"][0], state.storages[0]["volume"] = 250.0, 1000.0
    state.clock[0]["behaviour"] = FLOATS
    state = state._replace(watches=empty(1, WATCH_DTYPE))
    watch = state.watches[0]
    watch["storage"], watch["link"], watch["rising"] = 0, 0, rising

    assert share_taken(state, watch) == share

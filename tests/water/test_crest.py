"""Water above a spillway's crest: held by the weir formula, and by the wall until that is overtopped."""

import pytest

from sim.park import Prism, WeirRating
from sim.water.network import network_of
from tests.water.by_hand import HOUR, by_origin, park_of, pool, pour, run, spillway


def weired(initial=None, raise_m3=0.0, **others):
    """
    pool (100 m2, crest at 2 m, wall at 2.5 m) --weir of 5 m--> basin
    """
    weir = WeirRating(length_m=5, crest_m=2, head_m=0.5)
    storages = [
        pool("pool", 200, shape=Prism(100), initial=initial or {}, raise_m3=raise_m3),
        pool("basin", 1e6, "public"),
    ]
    return park_of(storages, [spillway("weir", "pool", "basin", rating=weir, **others)])


def test_the_wall_stands_above_the_crest():
    """
    100 m2 x 2.5 m.
    """
    network = network_of(weired())
    row = network.rest.storages[network.storage_index["pool"]]

    assert (row["crest"], row["top"]) == (200, 250)


def test_water_stands_above_the_crest_as_high_as_the_weir_asks():
    """
    0.42 x 5 x sqrt(2 g) x H^1.5 = 9.3018 H^1.5 = 0.5 m3/s at H = 0.1424 m: 214.24 m3, within a band of 1 m3.
    """
    seen = run(weired(), pour("fire", "pool", (0, 0.5)), horizon_s=4 * HOUR)

    assert seen.of("full_at_s", "pool") == 400
    assert seen.holds("pool") == pytest.approx(214.24, abs=1)
    assert seen.rate("weir", 3.9 * HOUR) == 0.5
    assert seen.of("full_for_s", "pool") == 4 * HOUR - 400


def test_below_the_crest_nothing_passes():
    """
    0.5 m3/s for 390 s are 195 m3 of 200.
    """
    seen = run(weired(), pour("fire", "pool", (0, 0.5), (390, 0.0)), horizon_s=HOUR)

    assert seen.passed("weir") == 0
    assert seen.holds("pool") == 195


def test_water_above_the_crest_runs_off_down_to_it():
    """
    Left alone, what stands above the crest goes over it: 200 m3 stay.

    The last band of 1 m3 passes what stands at its middle, 9.3018 x 0.005^1.5 = 3.29 L/s: empty in 5 min.
    """
    seen = run(weired(), pour("fire", "pool", (0, 0.5), (1000, 0.0)), horizon_s=4 * HOUR)

    assert seen.holds("pool") == 200
    assert seen.passed("weir") == 300


def test_what_the_crest_cannot_pass_runs_over_the_wall():
    """
    4 m3/s against 9.3018 x 0.5^1.5 = 3.28868 m3/s of the weir: 250 m3 at the top of the wall, 0.71132 m3/s over it.
    """
    seen = run(weired(), pour("fire", "pool", (0, 4.0)), horizon_s=HOUR)

    assert seen.of("peak_m3", "pool") == 250
    assert seen.holds("pool") == 250
    assert seen.rate("weir", HOUR) == pytest.approx(3.28868, abs=5e-5)
    assert seen.rate("pool>wall", HOUR) == pytest.approx(0.71132, abs=5e-5)


def test_a_crest_without_length_passes_the_excess_at_once():
    """
    A plain spillway holds nothing above 200 m3.
    """
    storages = [pool("pool", 200, shape=Prism(100)), pool("basin", 1e6, "public")]
    seen = run(park_of(storages, [spillway("crest", "pool", "basin")]), pour("fire", "pool", (0, 0.5)), horizon_s=HOUR)

    assert seen.of("peak_m3", "pool") == 200
    assert seen.passed("crest") == 0.5 * HOUR - 200


def test_dead_volume_lies_under_the_crest_too():
    """
    50 m3 of silt under 200 m3: 150 m3 to the crest, 200 m3 to the top of the wall; H = 0.1424 m at 164.24 m3.
    """
    weir = WeirRating(length_m=5, crest_m=2, head_m=0.5)
    park = park_of([pool("pool", 200, dead_m3=50, shape=Prism(100))], [spillway("weir", "pool", "out", rating=weir)])
    seen = run(park, pour("fire", "pool", (0, 0.5)), horizon_s=4 * HOUR)

    assert seen.of("full_at_s", "pool") == 300
    assert seen.holds("pool") == pytest.approx(164.24, abs=1)
    assert network_of(park).rest.storages["top"].tolist() == [200]


def test_a_pool_that_stands_above_its_crest_at_the_start_runs_off_by_itself():
    """
    230 m3 of rain at the start, 30 above the crest, and nothing comes: 200 stay.
    """
    seen = run(weired({"rain": 230}), horizon_s=4 * HOUR)

    assert seen.over("passed", "weir") == by_origin(rain=30)
    assert seen.holds("pool") == 200


def test_a_crest_that_can_be_raised_stands_low_until_it_is():
    """
    30 m3 of sandbags, 0.3 m on 100 m2, are not laid: 214.24 m3 stand there as if there were none.
    """
    seen = run(weired(raise_m3=30.0), pour("fire", "pool", (0, 0.5)), horizon_s=4 * HOUR)

    assert seen.holds("pool") == pytest.approx(214.24, abs=1)

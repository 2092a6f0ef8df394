"""What leaves a fully mixed storage: exponential wash-out within the quantum, mass exact."""

from math import exp

import numpy as np
import pytest

from sim.park import ORIGINS
from tests.water.by_hand import HOUR, at, by_origin, park_of, pool, pour, pump, run, spillway, valve

TURNOVERS = np.linspace(0.25, 4, 16)


def washed(quantum, product=500.0):
    """
    rain 0.5 m3/s -> pool (1,000 m3, full, half of it product) --spillway--> basin; a turnover takes 2,000 s
    """
    full = {"product": product, "rain": 1000 - product}
    park = park_of([pool("pool", 1000, initial=full), pool("basin", 1e5)], [spillway("crest", "pool", "basin")])
    return run(park, pour("rain", "pool", (0, 0.5)), horizon_s=8000, mixture_quantum=quantum)


@pytest.mark.parametrize("quantum", [0.1, 0.03, 0.01, 0.003])
def test_a_full_pool_is_washed_out_exponentially_within_the_quantum(quantum):
    """
    p = 500 exp(-n) after n turnovers. What leaves is within the quantum d of the truth: p' = -(1 +/- d) p,
    so p lies within 500 exp(-n (1 -/+ d)).
    """
    seen = washed(quantum)

    ratio = seen.part("pool", "product", 2000 * TURNOVERS) / (500 * np.exp(-TURNOVERS))
    assert (np.abs(np.log(ratio)) <= quantum * TURNOVERS).all()


def test_nothing_is_lost_in_mixing():
    """
    500 m3 of product, in the pool or the basin, and 500 + 4,000 of rain.
    """
    seen = washed(0.01)

    total = np.array(seen.of("final", "pool")) + seen.of("final", "basin")
    assert total == pytest.approx(by_origin(product=500, rain=4500), rel=1e-12)
    assert seen.holds("pool") == pytest.approx(1000, rel=1e-12)


def test_a_finer_quantum_costs_more_events():
    """
    From a half down to exp(-4) of it in steps of d: some 4 / d events, at most twice that (both shares drift).
    """
    assert washed(0.1).record.kernel_events < 2 * 4 / 0.1 + 20
    assert washed(0.003).record.kernel_events < 2 * 4 / 0.003 + 20


def test_looking_ahead_nearly_halves_the_events():
    """
    A mixture is fixed 0.9 d ahead and holds until the true one is d beyond it: exp(-4) takes 4 / 1.9 d steps, 211, each
    of them an event in the pool and one in the basin.
    """
    assert washed(0.01).record.kernel_events == pytest.approx(2 * 4 / 0.019, rel=0.02)


def test_a_mixture_stays_until_it_has_drifted_whoever_looks():
    """
    Half product, washed out by 0.5 m3/s in 1,000: 0.9 % ahead at once, 1.9 % drifted at 38 s. At 5 s, when somebody
    lays a hand on a valve that stays shut, it is 0.25 % off.
    """
    pools = [pool("pool", 1000, initial={"product": 500, "rain": 500}), pool("basin", 1e5)]
    links = [spillway("crest", "pool", "basin"), valve("hand", "pool", "basin", 1.0, opening=0.0)]
    rain = pour("rain", "pool", (0, 0.5))
    seen = run(park_of(pools, links), rain, actions=[at(5, ("hand", 0.0))], horizon_s=50, mixture_quantum=0.01)

    trace = seen.record.trace
    turns = trace.link_at_s[trace.link == seen.record.links.ids.index("crest")]
    assert turns == pytest.approx([0, 2000 * np.log(0.5 / 0.4955 / 0.99)], rel=0.01)


def test_a_pool_that_fills_is_mixed_with_what_comes():
    """
    100 m3 of product, 0.5 m3/s of rain in, 0.5 of the mixture pumped out: V stays at 100, p = 100 exp(-t / 200).
    """
    park = park_of([pool("pool", 1000, initial={"product": 100})], [pump("lift", "pool", "recovered", 0.5)])
    seen = run(park, pour("rain", "pool", (0, 0.5)), horizon_s=600)

    assert seen.of("final", "pool")[0] == pytest.approx(100 * exp(-3), rel=0.03)
    assert sum(seen.of("final", "pool")) == pytest.approx(100)


def test_a_rising_pool_is_diluted_as_its_volume_grows():
    """
    V = 100 + 0.5 t: 1 m3/s of rain in, 0.5 of the mixture out. p' = -0.5 p / V, so p = 100 (V / 100)^-1:
    50 m3 at 200 m3.
    """
    park = park_of([pool("pool", 1000, initial={"product": 100})], [pump("lift", "pool", "recovered", 0.5)])
    seen = run(park, pour("rain", "pool", (0, 1.0)), horizon_s=200)

    assert seen.holds("pool") == pytest.approx(200)
    assert seen.of("final", "pool")[0] == pytest.approx(50, rel=0.01)


def test_a_draining_pool_keeps_its_mixture():
    """
    A quarter product, three quarters rain, pumped out: so is what was pumped, to the last drop.
    """
    park = park_of([pool("pool", 400, initial={"product": 100, "rain": 300})], [pump("lift", "pool", "recovered", 0.5)])
    seen = run(park, horizon_s=HOUR)

    assert seen.over("passed", "lift") == pytest.approx(by_origin(product=100, rain=300))
    assert seen.of("final", "pool") == [0] * 6


def test_every_outlet_takes_the_same_mixture():
    """
    product : rain : process = 1 : 2 : 1 through three outlets of 0.5, 0.25 and 0.125 m3/s.
    """
    contents = {"product": 100, "rain": 200, "process": 100}
    links = [
        valve(id, "pool", end, rate)
        for id, end, rate in (("a", "out", 0.5), ("b", "treated", 0.25), ("c", "recovered", 0.125))
    ]
    seen = run(park_of([pool("pool", 400, initial=contents)], links), horizon_s=400)

    for id, volume in (("a", 200), ("b", 100), ("c", 50)):
        assert seen.over("passed", id) == pytest.approx(
            by_origin(product=volume / 4, rain=volume / 2, process=volume / 4)
        )


def test_a_dry_storage_passes_what_comes_as_it_comes():
    """
    0.5 m3/s of fire water and 0.25 of product through a dry sump: two to one.
    """
    park = park_of([pool("sump", 100)], [valve("drain", "sump", "treated", 1.0)])
    seen = run(park, pour("fire", "sump", (0, 0.5)), pour("release", "sump", (0, 0.25)), horizon_s=400)

    assert seen.over("passed", "drain") == by_origin(product=100, firewater=200)


def test_two_pools_in_a_row():
    """
    Both 1,000 m3 and full, the first all product, the second all rain; 0.5 m3/s of rain through both.

    p1 = 1000 exp(-n), p2 = 1000 n exp(-n); within the quantum of 1 % per turnover each.
    """
    storages = [pool("one", 1000, initial={"product": 1000}), pool("two", 1000, initial={"rain": 1000})]
    park = park_of(storages, [spillway("first", "one", "two"), spillway("second", "two", "out")])
    seen = run(park, pour("rain", "one", (0, 0.5)), horizon_s=6000)

    for n in (0.5, 1, 2, 3):
        assert seen.part("one", "product", [2000 * n])[0] == pytest.approx(1000 * exp(-n), rel=0.01 * n)
        assert seen.part("two", "product", [2000 * n])[0] == pytest.approx(1000 * n * exp(-n), rel=0.02 * n + 0.01)


def test_a_trace_of_product_is_found_down_to_a_hundredth_of_a_thousandth():
    """
    0.1 % of product: its share may be off by 1 % of 0.001, a hundred-thousandth, whatever the quantum says of less.

    n turnovers on, p = 1 exp(-n) m3 of 1,000, within n x 1000 x 1e-5 m3.
    """
    seen = washed(0.01, product=1.0)

    truth = np.exp(-TURNOVERS)
    assert (np.abs(seen.part("pool", "product", 2000 * TURNOVERS) - truth) <= 0.01 * TURNOVERS).all()


@pytest.mark.parametrize("origin", ORIGINS)
def test_all_origins_are_mixed_alike(origin):
    """
    300 m3 of each origin washed out by another: 300 exp(-1) after a turnover, within 1 % (rain and river within
    1 % of all).
    """
    by = "rain" if origin != "rain" else "fire"
    park = park_of([pool("pool", 300, initial={origin: 300})], [spillway("crest", "pool", "out")])
    seen = run(park, pour(by, "pool", (0, 0.5)), horizon_s=600)

    loose = origin in ("rain", "river")
    assert seen.of("final", "pool")[ORIGINS.index(origin)] == pytest.approx(300 * exp(-1), abs=3 if loose else 1.2)


@pytest.mark.parametrize("quantum", [0.1, 0.03, 0.01])
def test_a_full_pool_that_little_else_flows_into_costs_few_events(quantum):
    """
    512 m3 fill with fire water at 0.5 m3/s; from 960 s on with 1/256 m3/s of rain and 1/64 of river water as well, full
    at some 1,021 s.
    Then it drifts towards 128 : 1 : 4 parts; a step a quantum, so few events.
    """
    park = park_of([pool("pool", 512)], [spillway("crest", "pool", "out")])
    inflows = [
        pour("fire", "pool", (0, 0.5)),
        pour("rain", "pool", (960, 1 / 256)),
        pour("river", "pool", (960, 1 / 64)),
    ]
    seen = run(park, *inflows, horizon_s=3000, mixture_quantum=quantum)

    assert seen.record.kernel_events < 1000
    truth = _filled(3000)
    assert seen.of("final", "pool")[1:3] == pytest.approx(truth[1:3], abs=512 * quantum)


def _filled(at_s):
    """
    Shares in the pool of the test above: full at 960 + 32 / (0.5 + 5/256) = 1,021.6 s, then towards the inflow's.
    """
    inflow = np.array(by_origin(firewater=0.5, rain=1 / 256, river=1 / 64))
    full_s = 960 + 32 / inflow.sum()
    full = np.array(by_origin(firewater=480)) + inflow * (full_s - 960)
    end = 512 * inflow / inflow.sum()
    return end + (full - end) * exp(-inflow.sum() * (at_s - full_s) / 512)


def test_a_trace_that_begins_to_come_in_does_not_leave_before_it_is_there():
    """
    512 m3 of fire water, 0.25 m3/s more and 1/512 of river water, 0.8 %, in, 0.5 m3/s out: nothing is made of nothing.

    V = 512 - b t with b = 0.25 - 1/512; the ledger closes, and what is left of the river is what came less what went.
    """
    park = park_of([pool("pool", 512, initial={"firewater": 512})], [pump("lift", "pool", "treated", 0.5)])
    seen = run(park, pour("fire", "pool", (0, 0.25)), pour("river", "pool", (0, 1 / 512)), horizon_s=1024)

    assert seen.record.ledger.error_m3 == pytest.approx([0] * 6, abs=1e-9)
    assert seen.over("passed", "lift")[4] < 2
    assert seen.holds("pool") == pytest.approx(512 - 1024 * (0.25 - 1 / 512))

"""What stands there."""

from sim.park import Name, Park, Published, Storage
from sim.scenario import Inflow, InflowKind


def test_usable_is_less_by_dead_volume_freeboard_and_what_stands_in_it():
    """
    1000 m3 less 50 dead, 100 freeboard, 200 rain standing leaves 650.
    """
    pool = Storage("pool", Name("Pool"), "plant", "accident-pool", 1000, {"rain": 200}, dead_m3=50, freeboard_m3=100)

    assert pool.usable_m3 == 650


def test_a_published_total_is_held_against_the_sum_of_its_parts():
    """
    Two pools of 60 and 80 m3 against 147 published: 7 are missing.
    """
    pools = [Storage(f"pool-{n}", Name("Pool"), "public", "accident-pool", v) for n, v in ((1, 60), (2, 80))]
    total = Published("pools", 147, "capacity_m3", "storages", (("kind", "accident-pool"),))

    (found,) = Park.of(pools, published={"pools": total}).reconcile()

    assert (found.difference, found.agrees) == (-7, False)


def test_rain_brings_depth_times_area():
    """
    1e-5 m/s on 1,000 m2 and 500 m2 for 100 s is 1.5 m3.
    """
    rain = Inflow("rain", InflowKind.RAIN, ("a", "b"), (1000.0, 500.0), (0.0, 100.0), (1e-5, 0.0))

    assert abs(rain.volume_m3(3600) - 1.5) < 1e-12

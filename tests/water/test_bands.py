"""Between two bands a storage stands still and passes what comes: no chatter, few events."""

import pytest

from sim.park import GateRating, OrificeRating, Prism, StageTable, Trapezoid
from tests.water.by_hand import HOUR, at, link, park_of, pool, pour, run, valve


def tank(initial=0.0, **others):
    """
    tank (100 m2, 2 m) --hole of 0.1 m2 at the floor--> treated
    """
    hole = link("orifice", "hole", "tank", "treated", rating=OrificeRating(0.1), **others)
    return park_of([pool("tank", 200, shape=Prism(100), initial={"firewater": initial})], [hole])


@pytest.mark.parametrize("initial", [0.0, 60.0, 86.5, 200.0])
def test_a_tank_with_a_hole_comes_to_rest_where_the_hole_passes_what_comes(initial):
    """
    0.061 sqrt(2 g H) = 0.25 m3/s at H = 0.8561 m: 85.6 m3, within a band of 1 m3, from above and from below.
    """
    seen = run(tank(initial), pour("fire", "tank", (0, 0.25)), horizon_s=24 * HOUR)

    assert seen.holds("tank") == pytest.approx(85.6, abs=1)
    assert seen.rate("hole", 24 * HOUR) == 0.25


@pytest.mark.parametrize("initial", [0.0, 200.0])
def test_a_tank_at_rest_costs_nothing(initial):
    """
    At most 200 bands are crossed on the way, one event each; a day at rest costs none.
    """
    fire = pour("fire", "tank", (0, 0.25))
    day, week = (run(tank(initial), fire, horizon_s=days * 24 * HOUR).record.kernel_events for days in (1, 7))

    assert day < 210
    assert week == day


def test_a_tank_follows_a_change_of_its_inflow():
    """
    0.25 m3/s stand at 85.6 m3, 0.125 m3/s at a quarter of it, 21.4 m3, and 0.25 m3/s again at 85.6.
    """
    steps = [(0, 0.25), (6 * HOUR, 0.125), (12 * HOUR, 0.25)]
    seen = run(tank(), pour("fire", "tank", *steps), horizon_s=18 * HOUR)

    assert seen.volume("tank", [6 * HOUR, 12 * HOUR, 18 * HOUR]) == pytest.approx([85.6, 21.4, 85.6], abs=1)


def test_within_a_band_the_rate_is_that_of_its_middle():
    """
    Of 200 m3 the highest band is 199 to 200: 0.061 sqrt(19.62 x 1.995 m) = 0.381637 m3/s until a cubic metre is out.
    """
    seen = run(tank(200.0), horizon_s=2)

    assert seen.rate("hole", 0) == pytest.approx(0.381637, rel=1e-5)
    assert seen.passed("hole") == pytest.approx(2 * 0.381637, rel=1e-5)


def test_two_outlets_share_what_comes_in_proportion_to_what_they_would_pass():
    """
    Two holes at the floor, of 0.1 and 0.05 m2: at rest 0.25 m3/s go two to one, 0.1667 and 0.0833 m3/s.

    The smaller is a square of 0.2236 m, drowned like the other.
    """
    links = [
        link("orifice", id, "tank", "treated", rating=OrificeRating(area))
        for id, area in (("large", 0.1), ("small", 0.05))
    ]
    park = park_of([pool("tank", 200, shape=Prism(100))], links)
    seen = run(park, pour("fire", "tank", (0, 0.25)), horizon_s=24 * HOUR)

    assert seen.rate("large", 24 * HOUR) == pytest.approx(0.25 * 2 / 3, rel=1e-6)
    assert seen.rate("small", 24 * HOUR) == pytest.approx(0.25 / 3, rel=1e-6)


def test_what_cannot_be_shared_to_the_last_bit_goes_over_the_last():
    """
    Three equal holes at rest, 0.25 m3/s: 2^34 quanta of 2^-36 m3/s are three times 5,726,623,061 and one more.
    """
    holes = [link("orifice", id, "tank", "treated", rating=OrificeRating(0.05)) for id in "abc"]
    park = park_of([pool("tank", 200, shape=Prism(100))], holes)
    seen = run(park, pour("fire", "tank", (0, 0.25)), horizon_s=24 * HOUR)

    quanta = [seen.rate(id, 24 * HOUR) * 2.0**36 for id in "abc"]
    assert quanta == [5726623061, 5726623061, 5726623062]


def test_a_hole_above_the_water_passes_nothing():
    """
    A square of 0.04 m2 around 1 m reaches down to 0.9 m: 90 m3 stay.
    """
    hole = link("orifice", "hole", "tank", "treated", rating=OrificeRating(0.04, centre_m=1.0))
    park = park_of([pool("tank", 200, shape=Prism(100), initial={"rain": 150})], [hole])
    seen = run(park, horizon_s=7 * 24 * HOUR)

    assert seen.holds("tank") == pytest.approx(90, abs=1e-6)


def test_a_chain_of_tanks_at_rest_costs_nothing():
    """
    Four tanks one after the other, 0.25 m3/s through all of them: each stands at 85.6 m3.
    """
    ids = ["one", "two", "three", "four"]
    storages = [pool(id, 200, shape=Prism(100)) for id in ids]
    links = [
        link("orifice", f"from-{id}", id, to, rating=OrificeRating(0.1))
        for id, to in zip(ids, [*ids[1:], "treated"], strict=True)
    ]
    fire = pour("fire", "one", (0, 0.25))
    day, week = (run(park_of(storages, links), fire, horizon_s=days * 24 * HOUR) for days in (1, 7))

    assert [week.holds(id) for id in ids] == pytest.approx([85.6] * 4, abs=1)
    assert week.record.kernel_events == day.record.kernel_events < 2000


def test_a_river_reach_stands_where_its_gate_passes_what_comes():
    """
    Trapezoid of 1,000 m, 10 m wide, slopes 1:2: 12,000 m3 at 1 m. A gate of 2 m width passes, up to its lip at 1.5 m,
    0.6 x 2 x sqrt(g) x 1 m^1.5 = 3.7585 m3/s. Full at 2 m: 28,000 m3, bands of 140 m3.
    """
    gate = link("gate", "gate", "river", "out", rating=GateRating(width_m=2, height_m=1.5))
    reach = pool("river", 28_000, shape=Trapezoid(1000, 10, 2), initial={"river": 20_000})
    seen = run(park_of([reach], [gate]), pour("river", "river", (0, 3.7585)), horizon_s=48 * HOUR)

    assert seen.holds("river") == pytest.approx(12_000, abs=140)
    assert seen.rate("gate", 48 * HOUR) == pytest.approx(3.7585)


def test_a_surveyed_basin_stands_where_its_outlet_passes_what_comes():
    """
    0-1 m 100 m3, 1-2 m another 300. A hole of 0.01 m2 under 1.5 m passes 0.0061 x sqrt(29.43) = 0.033092 m3/s,
    at 250 m3.
    """
    hole = link("orifice", "hole", "basin", "treated", rating=OrificeRating(0.01))
    shape = StageTable((0.0, 1.0, 2.0), (0.0, 100.0, 400.0))
    for initial in (100, 400):
        park = park_of([pool("basin", 400, shape=shape, initial={"rain": initial})], [hole])
        seen = run(park, pour("rain", "basin", (0, 0.033092)), horizon_s=14 * 24 * HOUR)

        assert seen.holds("basin") == pytest.approx(250, abs=2)


def test_a_rated_link_half_open_passes_half():
    """
    Half of 0.061 sqrt(2 g H) is 0.125 m3/s at H = 0.8561 m.
    """
    seen = run(tank(opening=0.5), pour("fire", "tank", (0, 0.125)), horizon_s=24 * HOUR)

    assert seen.holds("tank") == pytest.approx(85.6, abs=1)


@pytest.mark.parametrize(
    ("kind", "rating", "rate"), [("orifice", OrificeRating(0.1), 0.0625), ("gate", GateRating(1, 1), 0.125)]
)
def test_what_a_rated_link_passes_at_most(kind, rating, rate):
    """
    2 m of water would press more through either, but 0.125 m3/s are all that the ditch behind takes: of a hole half
    open half of that, of a sluice whose lip stands half-way all.
    """
    most = link(kind, "most", "tank", "treated", 0.125, rating=rating, opening=0.5)
    park = park_of([pool("tank", 200, shape=Prism(100), initial={"rain": 200})], [most])

    assert run(park, horizon_s=60).rate("most", 0) == rate


def test_a_tank_that_is_shut_at_rest_begins_to_rise():
    """
    At rest at an edge near 85.6 m3; shut at 12 h, it rises by 0.25 m3/s, 90 m3 in 6 min.
    """
    actions = [at(12 * HOUR, ("hole", 0.0))]
    seen = run(tank(), pour("fire", "tank", (0, 0.25)), actions=actions, horizon_s=12 * HOUR + 360)

    rest = seen.volume("tank", [12 * HOUR])[0]
    assert seen.holds("tank") == pytest.approx(rest + 90)


def test_a_fixed_and_a_rated_outlet_at_rest():
    """
    0.25 m3/s in, a valve takes 0.125, the hole the other 0.125 at a quarter of 85.6 m3.
    """
    hole = link("orifice", "hole", "tank", "treated", rating=OrificeRating(0.1))
    park = park_of([pool("tank", 200, shape=Prism(100))], [hole, valve("drain", "tank", "recovered", 0.125)])
    seen = run(park, pour("fire", "tank", (0, 0.25)), horizon_s=24 * HOUR)

    assert seen.holds("tank") == pytest.approx(21.4, abs=1)
    assert (seen.rate("drain", 24 * HOUR), seen.rate("hole", 24 * HOUR)) == (0.125, 0.125)

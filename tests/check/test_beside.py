"""A plant's own water in a run, by hand on a plant with one bund, and always.

    spill, fire -> bund (100 m3) --spillway--> pool (300 m3, 20 of rain in it) --spillway--> main (public)
                    |  -(skimmer, on order)--> tank         |  -(pump, a transfer, on order)--> basin (public)
                     -(gap, open or shut)--> main
"""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.check import Verdict, beside, plants_hit
from sim.errors import InputError
from sim.park import Link, LinkKind, Name, Park, Storage
from sim.result import run
from sim.scenario import Action, Clock, Inflow, InflowKind, Scenario
from tests.engine.test_always import manned


def storage(id, tier, kind, capacity, plant=None, **others):
    return Storage(id, Name(id), tier, kind, capacity, plant=plant, **others)


def works(gap=0.0):
    """The park of the drawing; the gap passes 0.05 m3/s while it is open."""
    storages = [
        storage("bund", "plant", "bund", 100, "works"),
        storage("pool", "plant", "accident-pool", 300, "works", initial={"rain": 20}),
        storage("tank", "plant", "tank", 50, "works"),
        storage("main", "public", "pipe", 1000),
        storage("basin", "public", "accident-pool", 1000),
    ]
    links = [
        Link("bund-over", Name("bund-over"), LinkKind.SPILLWAY, "bund", "pool"),
        Link("pool-over", Name("pool-over"), LinkKind.SPILLWAY, "pool", "main"),
        Link("gap", Name("Gap"), LinkKind.VALVE, "bund", "main", 0.05, opening=gap),
        Link("pump", Name("Pump"), LinkKind.PUMP, "pool", "basin", 0.05, opening=0.0, transfer=True, lag_s=300),
        Link("skimmer", Name("Skimmer"), LinkKind.PUMP, "bund", "tank", 0.01, opening=0.0),
    ]
    return Park.of(storages, links)


def accident(*actions, horizon_s=5000):
    """200 m3 spilled in 1,000 s; then 0.1 m3/s of fire water for 4,000 s."""
    spill = Inflow("spill", InflowKind.RELEASE, ("bund",), (1.0,), (0.0, 1000.0), (0.2, 0.0))
    fire = Inflow("fire", InflowKind.FIRE, ("bund",), (1.0,), (1000.0, 5000.0), (0.1, 0.0))
    return Scenario("fire", Name("fire"), horizon_s, (spill, fire), actions)


def order(at_s, link, opening):
    return Action(f"{link}-{at_s}", Clock(at_s), 0.0, ((link, opening),))


def seen(park, scenario, spaces=("pool",)):
    result = run(park, scenario)
    return beside(park, scenario, result.record, result.verdict, "works", spaces)


def test_a_pool_that_is_pumped_out_too_slowly():
    """
    The bund is full after 500 s. Until 1,000 s 100 m3 go into the pool, 120 with the rain; then 0.1 less 0.05 m3/s, so
    that it is full after another 3,600 s. V1 200, V2 360, moved 180, bund 100: 280 on top of the 20. In the last 400 s
    0.05 m3/s go over: V1 + V2 - V3 = 200 + 400 - 200 = 280 in the pool + 100 in the bund + 20 escaped.
    """
    found = seen(works(), accident(order(1000, "pump", 1.0)))

    assert found.fullest.at_s == pytest.approx(4600)
    assert terms(found.fullest) == pytest.approx([200, 360, 0, 0, 0, 180, 0, 100, 280])
    assert terms(found.whole) == pytest.approx([200, 400, 0, 0, 0, 200, 20, 100, 280])
    assert (found.peak_m3, found.room_m3, found.over_m3) == pytest.approx((300, 300, 20))
    assert found.margin_m3 == pytest.approx(-20)
    assert (found.full_at_s, found.full_first) == (pytest.approx(4600), "pool")
    assert found.escaped_m3 == pytest.approx(20)
    assert found.free_m3 == pytest.approx(0, abs=1e-6)
    assert (found.tier, found.verdict) == ("plant", Verdict.BREACHED)


def terms(balance):
    """The numbers of a balance but for its time."""
    return [balance.spilled_m3, balance.fire_m3, balance.process_m3, balance.rain_m3, balance.came_m3,
            balance.moved_m3, balance.left_m3, balance.held_m3, balance.in_spaces_m3]  # fmt: skip


def test_water_that_never_comes_to_the_pool():
    """
    The gap stands open for 600 s: 30 m3 escape while all 280 m3 of the pool are free. The bund is full after
    100 / 0.15 = 666.7 s, at 0.2 m3/s from 600 s on: 90 + 0.2 x 50, so at 650 s; 70 m3 into the pool until 1,000 s.
    """
    found = seen(works(gap=1.0), accident(order(600, "gap", 0.0), horizon_s=1000))

    (escape,) = found.escapes
    assert (escape.link, escape.first_s, escape.last_s) == ("gap", 0, 600)
    assert found.free_m3 == 280
    assert terms(found.whole) == pytest.approx([200, 0, 0, 0, 0, 0, 30, 100, 70])
    assert found.margin_m3 == pytest.approx(300 - 90)
    assert found.full_first == ""


def test_what_a_tank_takes_over_was_moved():
    """
    From 0 s on 0.01 m3/s are skimmed; until 1,000 s 10 m3, and the bund is full after 100 / 0.19 s.
    """
    found = seen(works(), accident(order(0, "skimmer", 1.0), horizon_s=1000))

    assert terms(found.whole) == pytest.approx([200, 0, 0, 0, 0, 10, 0, 100, 90])


def test_what_goes_over_into_the_plants_own_tank_is_not_lost():
    """
    The pool spills into the tank: full at 1,000 s + (300 - 120) m3 / 0.1 m3/s = 2,800 s, it gives 20 m3 to the tank
    by 3,000 s. Nothing went over and out, and 300 m3 in 300 m3 leave a margin of 0, not of -20 m3.
    """
    park = works()
    links = [replace(each, target="tank") if each.id == "pool-over" else each for each in park.links.values()]
    found = seen(Park.of(list(park.storages.values()), links), accident(horizon_s=3000))

    assert (found.over_m3, found.margin_m3) == pytest.approx((0, 0), abs=1e-6)
    assert found.whole.moved_m3 == pytest.approx(20)


def test_what_comes_from_elsewhere_counts_when_it_is_there():
    """
    A hose brings 0.05 m3/s from the main, 400 s long: of 1,000 s it has poured for 600, 30 m3. The rain, 10 mm on
    5,000 m2, falls half on the plant and half on the main.
    """
    park = works()
    hose = Link("hose", Name("Hose"), LinkKind.PUMP, "main", "pool", 0.05, lag_s=400)
    main = replace(park.storages["main"], initial={"river": 500})
    park = replace(park, links={**park.links, "hose": hose}, storages={**park.storages, "main": main})
    rain = Inflow("rain", InflowKind.RAIN, ("pool", "main"), (2500.0, 2500.0), (0.0, 100.0), (1e-4, 0.0))
    found = seen(park, Scenario("rain", Name("rain"), 1000.0, (rain,)))

    assert terms(found.whole) == pytest.approx([0, 0, 0, 25, 30, 0, 0, 0, 55])
    assert found.verdict is Verdict.UNTOUCHED


def test_a_plant_without_pools():
    found = seen(works(), accident(horizon_s=400), spaces=())

    assert (found.spaces, found.room_m3, found.peak_m3) == ((), 0, 0)
    assert found.whole.held_m3 + found.whole.moved_m3 == pytest.approx(80)


def test_which_plants_are_hit():
    """
    A release and a fire in the works, in this order once; a release into the main is nobody's.
    """
    park = works()
    other = Inflow("leak", InflowKind.RELEASE, ("main",), (1.0,), (0.0,), (0.1,))
    scenario = accident()

    assert plants_hit(park, scenario) == ("works",)
    assert plants_hit(park, replace(scenario, inflows=(other,))) == ()


def test_a_run_without_trace_is_refused():
    park, scenario = works(), accident()
    result = run(park, scenario, trace=False)

    with pytest.raises(InputError, match=r"^the run of fire kept no trace; run it again with one$"):
        beside(park, scenario, result.record, result.verdict, "works", ["pool"])


def test_a_plant_without_storages_is_refused():
    park, scenario = works(), accident()
    result = run(park, scenario)

    with pytest.raises(InputError, match=r"^no storage of park belongs to mill; write plant: mill at those that do$"):
        beside(park, scenario, result.record, result.verdict, "mill", [])


@settings(max_examples=60, deadline=None, derandomize=True)
@given(manned(), st.data())
def test_the_terms_always_add_up(case, data):
    """
    Any of the storages are a plant's, any of these its pools, bunds or tanks, whatever water and people do.
    """
    park, scenario = case
    kinds = st.sampled_from(["bund", "pit", "tank", "accident-pool"])
    storages = {
        id: replace(each, kind=data.draw(kinds), plant=data.draw(st.sampled_from(["works", None])))
        for id, each in park.storages.items()
    }
    own = [id for id, each in storages.items() if each.plant]
    if not own:
        return
    park = replace(park, storages=storages)
    spaces = [id for id in own if data.draw(st.booleans())]
    found = seen(park, scenario, spaces)

    for balance in (found.fullest, found.whole):
        size = sum(abs(each) for each in terms(balance))
        assert abs(balance.error_m3) < 1e-6 + 1e-7 * size
    places = [park.storages[id] for id in spaces]
    assert found.peak_m3 <= sum(each.holds_m3 * 3 for each in places) + 1e-6

"""Treatment plants: headroom by the hour, and what the plant refuses at its inlet."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.engine import play
from sim.park import Inlet, LinkKind, Outlet, Treatment
from sim.record.event import Cause, Refused
from sim.scenario import Blocked, Fault, PowerLoss, Product, Stuck
from tests.water.by_hand import HOUR, Seen, above, at, by_origin, park_of, pool, pour, pump, script
from tests.water.networks import cases

HALVES = (0.5,) * 12 + (1.5,) * 12
"""Low load until noon, high from then on."""
EVENING = "2025-07-14T11:30:00+08:00"


def run(park, scenario):
    """A scenario played in a park."""
    return Seen(park, play(park, scenario))


def plant(pattern=HALVES, capacity=0.25, load=0.125, **others):
    """The link of a plant of 0.25 m3/s with a load of 0.125: 0.1875 m3/s are left until noon, then 0.0625."""
    treatment = Treatment(capacity, load, pattern)
    return pump("tp", "pool", "treated", treatment.largest_m3_s, treatment=treatment, **others)


def night(*inflows, horizon_s=HOUR, starts=EVENING, **others):
    return script(*inflows, horizon_s=horizon_s, starts=starts, **others)


def full(volume_m3=400):
    return pool("pool", 1000, initial={"rain": volume_m3})


def test_an_even_load_leaves_the_same_all_day():
    """
    0.25 - 0.125 = 0.125 m3/s: 400 m3 in 3,200 s, whatever the hour; no clock time is needed.
    """
    seen = run(park_of([full()], [plant(pattern=())]), script(horizon_s=HOUR))

    assert seen.turns("tp") == [0, 3200]


def test_headroom_turns_on_the_hour():
    """
    From 11:30 until noon 1,800 s x 0.1875 = 337.5 m3; the last 62.5 m3 at 0.0625 m3/s in another 1,000 s.
    """
    seen = run(park_of([full()], [plant()]), night())

    assert (seen.rate("tp", 1799), seen.rate("tp", 1800)) == (0.1875, 0.0625)
    assert seen.turns("tp") == [0, 2800]


def test_nothing_is_left_where_the_load_is_above_the_capacity():
    """
    0.25 - 0.1875 x 1.5 < 0: until noon 0.25 - 0.09375 = 0.15625 m3/s, then nothing until midnight, 12 h later.
    """
    seen = run(park_of([full()], [plant(load=0.1875)]), night(horizon_s=13 * HOUR))
    left = 400 - 1800 * 0.15625

    assert seen.turns("tp") == [0, 1800, 12.5 * HOUR, 12.5 * HOUR + left / 0.15625]


def test_a_plant_that_starts_in_such_an_hour_takes_nothing_at_all():
    """
    From 12:00 on there is no headroom: not even for the instant in which the plant wakes.
    """
    seen = run(park_of([full()], [plant(load=0.1875)]), night(starts="2025-07-14T12:00:00+08:00"))

    assert seen.passed("tp") == 0
    assert seen.holds("pool") == 400


def test_water_that_comes_later_meets_the_hour_in_which_it_comes():
    """
    0.5 m3/s from 12:30 on: 0.0625 of it are taken at once, though the plant slept through noon.
    """
    seen = run(park_of([pool("pool", 1000)], [plant()]), night(pour("fire", "pool", (HOUR, 0.5)), horizon_s=2 * HOUR))

    assert seen.turns("tp") == [HOUR]
    assert seen.passed("tp") == 0.0625 * HOUR


def test_it_sleeps_when_the_water_is_gone_and_wakes_with_the_next():
    """
    225 m3 gone after 20 min at 11:50; the next come at 12:10, when 0.0625 m3/s are left.
    """
    parts = pour("fire", "pool", (2400, 0.5), (2500, 0.0))
    seen = run(park_of([full(225)], [plant()]), night(parts, horizon_s=2 * HOUR))

    assert seen.turns("tp") == [0, 1200, 2400, 2400 + 50 / 0.0625]


def test_it_wakes_again_after_an_hour_without_headroom():
    """
    Another pump empties the pool soon after noon, when the plant has nothing left; of what comes at half past midnight
    it takes 0.25 - 0.1875 x 0.5 = 0.15625 m3/s at once.
    """
    links = [plant(load=0.1875), pump("other", "pool", "recovered", 1.0, opening=0.0)]
    late = pour("fire", "pool", (13 * HOUR, 0.5))
    actions = [at(1800, ("other", 1.0)), at(12 * HOUR, ("other", 0.0), id="stop")]
    seen = run(park_of([full()], links), night(late, horizon_s=14 * HOUR, actions=actions))

    assert [seen.rate("tp", at_s) for at_s in (1800, 13 * HOUR - 1, 13 * HOUR)] == [0, 0, 0.15625]


def test_a_plant_that_no_water_reaches_costs_nothing():
    """
    Ninety days of it, and nothing happens.
    """
    seen = run(park_of([pool("pool", 1000)], [plant()]), night(horizon_s=90 * 24 * HOUR))

    assert seen.record.kernel_events == 0
    assert [each.what for each in seen.record.events] == ["end"]


def test_an_order_and_a_fault_come_first():
    """
    Stopped until 11:40; a blockage leaves half of the hour's headroom; after the power cut of 12:00 to 12:10 it
    goes on with what there is then.
    """
    link = plant(opening=0.0, power="east")
    faults = (Fault("half", Blocked("tp", 0.5)), Fault("cut", PowerLoss("east"), 1800, 600))
    seen = run(park_of([full()], [link]), night(actions=[at(600, ("tp", 1.0))], faults=faults))

    assert [seen.rate("tp", at_s) for at_s in (599, 600, 1800, 2400)] == [0, 0.09375, 0, 0.03125]


def test_stuck_is_stuck_at_a_share_of_the_hour():
    seen = run(park_of([full()], [plant()]), night(faults=(Fault("f", Stuck("tp", 0.5)),)))

    assert [seen.rate("tp", at_s) for at_s in (0, 1800)] == [0.09375, 0.03125]


def test_147000_m3_at_8200_m3_a_day_take_17_9_days():
    """
    78,400 - 70,200 = 8,200 m3/d; 147,000 / 8,200 = 17.927 d.
    """
    day = 24 * HOUR
    link = plant(pattern=(), capacity=78_400 / day, load=70_200 / day)
    seen = run(park_of([pool("pool", 147_000, initial={"firewater": 147_000})], [link]), script(horizon_s=20 * day))
    (_, empty) = seen.turns("tp")

    assert empty / day == pytest.approx(147_000 / 8_200, abs=1e-6)


# What a plant refuses


def gate(limit=0.01, reset=0.005, by_mass=False, **others):
    return pump("in", "pool", "treated", others.pop("capacity", 0.5), inlet=Inlet(limit, reset, by_mass), **others)


def said(seen):
    return seen.entries("refused", "accepted")


def lake(**initial):
    return pool("pool", 100_000, initial=initial)


def test_a_plant_refuses_from_its_limit_on_and_takes_again_below_its_reset():
    """
    990 m3 of rain and 1 m3/s of product: 1 % after 10 s (10 of 1,000 m3); with 100 m3 of product, 0.5 % is 20,000 m3,
    18,910 m3 more, which 10 m3/s bring within 1,891 s.
    """
    poured = pour("release", "pool", (0, 1.0), (100, 0.0)), pour("process", "pool", (100, 10.0), (3000, 0.0))
    seen = run(park_of([lake(rain=990)], [gate(opening=0.0)]), script(*poured, horizon_s=3000))

    assert [each[1:] for each in said(seen)] == [("refused", "in"), ("accepted", "in")]
    assert [each[0] for each in said(seen)] == pytest.approx([10, 1991], abs=1e-6)


def test_an_order_to_start_is_remembered_until_the_plant_takes_it():
    """
    Started at 50 s, refused since 10 s: it runs from 1,991 s on, and nobody has to tell it again.
    """
    poured = pour("release", "pool", (0, 1.0), (100, 0.0)), pour("process", "pool", (100, 10.0), (3000, 0.0))
    actions = [at(50, ("in", 1.0))]
    seen = run(park_of([lake(rain=990)], [gate(opening=0.0)]), script(*poured, horizon_s=3000, actions=actions))

    assert (50, "done", "act") in seen.entries("done")
    assert seen.turns("in") == pytest.approx([1991], abs=1e-6)
    assert seen.passed("in") == pytest.approx(0.5 * (3000 - 1991), abs=1e-3)


def test_nothing_passes_in_the_instant_in_which_it_is_refused():
    """
    2 % of product from the start on, and the pump running: not a drop.
    """
    seen = run(park_of([lake(rain=980, product=20)], [gate()]), script(horizon_s=HOUR))

    assert said(seen) == [(0, "refused", "in")]
    assert seen.passed("in") == 0


def test_clean_water_is_never_refused():
    seen = run(park_of([lake(rain=995, product=5)], [gate()]), script(horizon_s=HOUR))

    assert said(seen) == []
    assert seen.passed("in") == 1000


def test_a_limit_in_mass_goes_by_the_density():
    """
    5 kg/m3 of a product of 500 kg/m3 is 1 %: refused at 10 s, as above.
    """
    product = Product(density_kg_m3=500)
    scenario = script(pour("release", "pool", (0, 1.0), (100, 0.0)), horizon_s=100)
    seen = run(park_of([lake(rain=990)], [gate(5, 2.5, by_mass=True, opening=0.0)]), replace(scenario, product=product))

    assert said(seen) == [(pytest.approx(10, abs=1e-6), "refused", "in")]


def test_a_bottom_outlet_is_refused_when_only_what_floats_is_left():
    """
    90 m3 of water under 10 m3 of product, 0.5 m3/s: clean for 180 s. Then 2 m3/s of rain: the whole pool is at its
    reset of 10 % with 90 m3 of it, 45 s after it begins at 200 s, and the pump takes water alone.
    """
    rain = pour("rain", "pool", (200, 2.0), (245, 0.0))
    seen = run(park_of([lake(rain=90, product=10)], [gate(0.2, 0.1)]), script(rain, horizon_s=300, behaviour="floats"))

    assert said(seen)[:2] == [(180, "refused", "in"), (pytest.approx(245, abs=1e-6), "accepted", "in")]
    assert seen.over("passed", "in") == pytest.approx(by_origin(rain=90 + 0.5 * 55), abs=1e-3)


def test_an_outlet_at_the_top_is_refused_while_any_product_floats():
    """
    Ten of a thousand m3 would come first, and alone; once they are skimmed off, at 10 s, the water is taken.
    """
    skimmer = pump("skim", "pool", "recovered", 1.0, outlet=Outlet.TOP, priority=-1)
    links = [skimmer, gate(outlet=Outlet.TOP)]
    seen = run(park_of([lake(rain=990, product=10)], links), script(horizon_s=HOUR, behaviour="floats"))

    assert said(seen)[0] == (0, "refused", "in")
    assert said(seen)[-1] == (pytest.approx(10), "accepted", "in")
    assert seen.over("passed", "in")[0] == 0


def test_a_park_with_a_limit_in_mass_and_no_product_refuses_nothing():
    seen = run(park_of([lake(rain=100)], [gate(5, 2.5, by_mass=True)]), script(horizon_s=HOUR))

    assert said(seen) == []


def test_the_story_says_what_was_too_much():
    seen = run(park_of([lake(rain=980, product=20)], [gate()]), script(horizon_s=HOUR))

    assert [
        (each.subject, each.share, each.cause) for each in seen.record.events if isinstance(each, Refused)
    ] == [("in", 0.01, Cause("at", "pool"))]


def test_a_refusal_may_set_nobody_off_but_levels_do_while_it_lasts():
    """
    The pool rises because the plant refuses; a level of 150 m3 is watched as ever.
    """
    poured = pour("release", "pool", (0, 1.0), (100, 0.0))
    links = [gate(), pump("other", "pool", "recovered", 2.0, opening=0.0)]
    actions = [above("pool", 150, ("other", 1.0))]
    seen = run(park_of([lake(rain=90)], links), script(poured, horizon_s=300, actions=actions))

    assert seen.turns("other")[0] == pytest.approx(60, abs=2)


# Always


@st.composite
def treated(draw):
    """A random network some of whose pumps and valves lead to plants with hours, some with limits at their inlet."""
    park, scenario = draw(cases())
    links = dict(park.links)
    for link in park.links.values():
        if link.kind is LinkKind.SPILLWAY or link.rating is not None:
            continue
        if draw(st.booleans()):
            capacity = link.capacity_m3_s
            pattern = draw(st.sampled_from([HALVES, (0.0, 2.0) * 12, ()]))
            load = draw(st.sampled_from([0.0, 0.5, 0.9, 1.2])) * capacity
            treatment = Treatment(capacity, load, pattern)
            links[link.id] = replace(link, treatment=treatment, capacity_m3_s=treatment.largest_m3_s)
        if draw(st.booleans()):
            limit = draw(st.sampled_from([1e-4, 0.01, 0.3]))
            links[link.id] = replace(links[link.id], inlet=Inlet(limit, limit * draw(st.sampled_from([0.1, 0.9]))))
    minute = draw(st.sampled_from(["00", "30", "59"]))
    return replace(park, links=links), replace(scenario, starts=f"2025-07-14T11:{minute}:00+08:00")


@given(case=treated())
@settings(max_examples=60, deadline=None)
def test_the_books_close_whatever_plants_do(case):
    """
    Every run checks its ledger and its bounds; the same again is the same to the last bit, and every refusal alternates
    with its end.
    """
    park, scenario = case
    first, second = (play(park, scenario) for _ in range(2))

    assert first.events == second.events
    assert (first.links.passed == second.links.passed).all()
    for id in {each.subject for each in first.events if each.what == "refused"}:
        told = [each.what for each in first.events if each.subject == id and each.what in ("refused", "accepted")]
        assert told == (["refused", "accepted"] * len(told))[: len(told)]

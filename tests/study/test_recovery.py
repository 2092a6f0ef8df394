"""When every space is empty again, what it waits for, what never is, and what a second accident finds."""

from dataclasses import replace
from math import inf, isnan
from pathlib import Path

import pytest

from sim.errors import InputError
from sim.load import load_case
from sim.park import Inlet, Name, Operation, Outlet, Sheet, Treatment
from sim.record.event import Done
from sim.scenario import Action, Clock, Fault, Rule, Stuck, Trips
from sim.study.levels import levels_at
from sim.study.recovery import recovery
from sim.study.waiting import MEASURES, Stay
from tests.engine.people import by_id
from tests.water.by_hand import HOUR, at, link, park_of, pool, pour, pump, script, spillway, valve

ROOT = Path(__file__).parents[2]
DAY = 24 * HOUR
M3_H = 1 / HOUR


def basin(volume_m3=0, id="pool", **others):
    return pool(id, 10_000, "public", initial={"rain": volume_m3} if volume_m3 else {}, **others)


def works():
    return replace(pool("tp", 600, "public"), kind="treatment-plant", counts=False)


def headroom(m3_h=100, pattern=()):
    treatment = Treatment((m3_h + 50) * M3_H, 50 * M3_H, pattern)
    return pump("headroom", "tp", "treated", treatment.largest_m3_s, treatment=treatment)


def to_plant(m3_h=200, id="to-tp", source="pool", **others):
    return pump(id, source, "tp", m3_h * M3_H, opening=0.0, back_pressure=True, **others)


def fire(volume_m3=2400, into="pool", horizon_s=DAY, **others):
    """Fire water in the first hour."""
    return script(pour("fire", into, (0, volume_m3 * M3_H), (HOUR, 0.0)), horizon_s=horizon_s, **others)


def of(found, id):
    (one,) = [each for each in found.storages if each.id == id]
    return one


def after_h(found, id):
    return found.after(of(found, id).back_s) / HOUR


def test_2400_m3_at_100_m3_an_hour_take_a_day():
    """
    2,399 m3 until no more than 1 m3 is left: 23.99 h.
    """
    found = recovery(park_of([basin()], [pump("out", "pool", "treated", 100 * M3_H, opening=0.0)]), fire())
    one = of(found, "pool")

    assert (one.held_m3, one.share) == (pytest.approx(2400), pytest.approx(0.24))
    assert after_h(found, "pool") == pytest.approx(23.99)
    assert (one.waits_for, one.why) == ("out", None)


def test_a_pool_that_is_slowed_by_the_plant_waits_for_the_plant():
    """
    600 m3 of the plant fill at 200 - 100 m3/h in 6 h, 1,200 of 2,400 m3 gone; the last 1,199 m3 at 100 m3/h. The plant
    is empty 6 h after the pool.
    """
    found = recovery(park_of([basin(), works()], [to_plant(), headroom()]), fire())

    assert after_h(found, "pool") == pytest.approx(6 + 11.99)
    assert after_h(found, "tp") == pytest.approx(18 + 5.99)
    assert [of(found, id).waits_for for id in ("pool", "tp")] == ["headroom", "headroom"]
    assert (found.whole.back_s, found.whole.waits_for) == (of(found, "tp").back_s, "headroom")


def test_a_pool_with_a_small_pump_waits_for_its_pump():
    """
    80 m3/h, and the plant could take 100.
    """
    found = recovery(park_of([basin(), works()], [to_plant(80), headroom()]), fire())

    assert of(found, "pool").waits_for == "to-tp"
    assert after_h(found, "pool") == pytest.approx(2399 / 80)


def test_two_pools_and_one_plant():
    """
    1,200 m3 each, served one after the other: 400 m3/h until 600 m3 stand in the plant, after 2 h; then the first
    has 100 m3/h to itself, its 799 m3 gone after another 7.99 h; then the second its 799.
    """
    links = [to_plant(id="a"), to_plant(id="b", source="other"), headroom()]
    poured = [pour("fire", ["pool", "other"], (0, 1200 * M3_H), (HOUR, 0.0), factors=(1.0, 1.0))]
    found = recovery(park_of([basin(), basin(id="other"), works()], links), script(*poured, horizon_s=DAY))

    assert after_h(found, "pool") == pytest.approx(2 + 7.99)
    assert after_h(found, "other") == pytest.approx(2 + 8 + 7.99)
    assert of(found, "other").waits_for == "headroom"


def test_the_load_of_the_day():
    """
    From midnight 0.8 of the load of 50 m3/h until noon, 110 m3/h are left; then 1.2, 90 m3/h: 1,320 m3 by noon, the
    other 1,079 m3 in 11.99 h.
    """
    pattern = (0.8,) * 12 + (1.2,) * 12
    tank = replace(basin(id="tp"), kind="treatment-plant")
    scenario = fire(into="tp", starts="2025-07-14T00:00:00+08:00", openings={"headroom": 0.0})
    found = recovery(park_of([tank], [headroom(pattern=pattern)]), scenario)

    assert after_h(found, "tp") == pytest.approx(12 + 1079 / 90)


def test_147000_m3_at_8200_m3_a_day_take_17_9_days():
    """
    147,000 / 8,200 = 17.927 d; one cubic metre of it is slack.
    """
    treatment = Treatment(78_400 / DAY, 70_200 / DAY)
    links = [
        pump("to-tp", "pool", "tp", 1.0, opening=0.0, back_pressure=True),
        pump("headroom", "tp", "treated", treatment.largest_m3_s, treatment=treatment),
    ]
    storages = [pool("pool", 150_000, "public"), replace(works(), capacity_m3=1)]
    found = recovery(park_of(storages, links), fire(147_000))

    assert after_h(found, "pool") / 24 == pytest.approx(147_000 / 8_200, abs=1e-3)
    assert of(found, "pool").waits_for == "headroom"


def test_it_is_back_where_it_started_and_not_empty():
    """
    500 m3 of rain stood there: 2,400 m3 above it are gone after 24 h, though the pump goes on.
    """
    found = recovery(park_of([basin(500)], [pump("out", "pool", "treated", 100 * M3_H, opening=0.0)]), fire())

    assert (of(found, "pool").start_m3, of(found, "pool").held_m3) == (500, pytest.approx(2400))
    assert after_h(found, "pool") == pytest.approx(23.99)


def test_a_pump_that_stops_by_itself_has_done_what_it_can():
    """
    At 400 m3, 20 h after 2,400.
    """
    link = pump("out", "pool", "treated", 100 * M3_H, opening=0.0, start_m3=1000, stop_m3=400)
    found = recovery(park_of([basin()], [link]), fire())

    assert after_h(found, "pool") == pytest.approx(19.99)


def test_measures_may_begin_later():
    """
    100 h after the start, 76 h after the horizon.
    """
    park = park_of([basin()], [pump("out", "pool", "treated", 100 * M3_H, opening=0.0)])
    found = recovery(park, fire(), from_s=100 * HOUR)

    assert after_h(found, "pool") == pytest.approx(76 + 23.99)


def test_measures_must_begin_before_the_study_ends():
    with pytest.raises(InputError, match=r"begin at T\+72 h, and the study ends at T\+48 h"):
        recovery(park_of([basin()]), fire(), up_to_s=DAY, from_s=3 * DAY)


def test_the_accident_is_over_at_the_horizon_and_rain_is_not():
    """
    The fire would have gone on for 9 h more; what falls then still has to be treated: 100 m3.
    """
    scenario = script(
        pour("fire", "pool", (0, 100 * M3_H), (10 * HOUR, 0.0)), pour("rain", "pool", (3 * HOUR, 50 * M3_H),
        (5 * HOUR, 0.0)), horizon_s=HOUR,
    )  # fmt: skip
    found = recovery(park_of([basin()], [pump("out", "pool", "treated", 100 * M3_H, opening=0.0)]), scenario)

    assert sum(found.record.ledger.sources) == pytest.approx(200)
    assert of(found, "pool").held_m3 == pytest.approx(100)


# What never empties


def test_no_way():
    """
    A bund with a valve that nobody designed as a transfer: what stands in it stays, and nothing is opened.
    """
    storages = [pool("bund", 3000), basin()]
    links = [valve("drain", "bund", "pool", 1.0, opening=0.0), pump("out", "pool", "treated", 1.0)]
    found = recovery(park_of(storages, links), fire(into="bund"))
    one = of(found, "bund")

    assert (one.back_s, one.why, one.left_m3) == (inf, Stay.NO_WAY, pytest.approx(2400))
    assert dict(found.measures) == {}


def test_a_valve_that_is_meant_for_it_is_opened():
    storages = [pool("bund", 3000), basin()]
    links = [valve("drain", "bund", "pool", 1.0, opening=0.0, transfer=True), pump("out", "pool", "treated", 1.0)]
    found = recovery(park_of(storages, links), fire(into="bund"))

    assert of(found, "bund").waits_for == "drain"
    assert [each.id for each in found.measures["bund"]] == ["drain"]


@pytest.mark.parametrize("what", [Stuck("out", 0.0), Trips("out")])
def test_a_pump_that_does_not_follow(what):
    park = park_of([basin()], [pump("out", "pool", "treated", 1.0, opening=0.0)])
    one = of(recovery(park, fire(faults=(Fault("f", what),))), "pool")

    assert (one.waits_for, one.why) == ("out", Stay.FAILED)


def test_what_the_plant_refuses():
    """
    2 % of product in the pool, and 1 % is the most.
    """
    links = [to_plant(inlet=Inlet(0.01, 0.005)), headroom()]
    spill = pour("release", "pool", (0, 48 * M3_H), (HOUR, 0.0))
    scenario = script(spill, pour("fire", "pool", (0, 2352 * M3_H), (HOUR, 0.0)), horizon_s=DAY)
    one = of(recovery(park_of([basin(), works()], links), scenario), "pool")

    assert (one.waits_for, one.why, one.left_m3) == ("to-tp", Stay.REFUSED, pytest.approx(2400))


def test_a_pump_that_is_ordered_to_run_starts_below_its_start_level():
    """
    400 m3, and it would start at 1,000: 300 m3 at 1 m3/s until it stops, the last of which is not waited for.
    """
    link = pump("out", "pool", "treated", 1.0, opening=0.0, start_m3=1000, stop_m3=100)
    found = recovery(park_of([basin()], [link]), fire(400))

    assert after_h(found, "pool") == pytest.approx(299 / HOUR)


def test_a_pump_that_does_not_start_at_so_low_a_level():
    """
    Somebody stops it when 300 m3 are left and sets it to automatic, and it starts at 1,000.
    """
    link = pump("out", "pool", "treated", 1.0, opening=0.0, start_m3=1000, stop_m3=100)
    automatic = Action("auto", Clock(DAY + 200), 0.0, (("out", 1.0),), automatic=frozenset(["out"]))
    actions = [at(DAY + 100, ("out", 0.0), id="stop"), automatic]
    one = of(recovery(park_of([basin()], [link]), fire(400, actions=actions)), "pool")

    assert (one.waits_for, one.why, one.left_m3) == ("out", Stay.LOW, pytest.approx(300))


def test_a_plant_whose_pump_stands_still_keeps_the_pool_waiting():
    """
    Its 600 m3 are full, and nothing leaves it.
    """
    faults = (Fault("f", Stuck("headroom", 0.0)),)
    found = recovery(park_of([basin(), works()], [to_plant(), headroom()]), fire(faults=faults))

    assert [(each.waits_for, each.why) for each in found.storages] == [("headroom", Stay.FAILED)] * 2


def test_what_is_still_being_emptied_when_the_study_ends():
    """
    2,400 m3 at 10 m3/h: 240 m3 in a day.
    """
    park = park_of([basin()], [pump("out", "pool", "treated", 10 * M3_H, opening=0.0)])
    one = of(recovery(park, fire(), up_to_s=DAY), "pool")

    assert (one.waits_for, one.why, one.left_m3) == ("out", Stay.STILL, pytest.approx(2160))


def test_a_tier_is_back_when_the_last_of_it_is_but_says_when_the_others_are():
    storages = [basin(), basin(id="lost")]
    poured = [pour("fire", ["pool", "lost"], (0, 100 * M3_H), (HOUR, 0.0), factors=(1.0, 1.0))]
    found = recovery(park_of(storages, [pump("out", "pool", "treated", 10 * M3_H)]), script(*poured, horizon_s=HOUR))

    assert found.whole.back_s == inf
    assert found.after(found.whole.others_s) / HOUR == pytest.approx(89 / 10)
    assert (found.whole.held_m3, found.whole.left_m3) == (pytest.approx(190), pytest.approx(100))


# Which ways are taken


def test_ways_lead_to_treatment_and_never_in_a_ring():
    """
    a -> b -> tp -> treated, and b -> a, which is a transfer too: it would go round.
    """
    storages = [pool("a", 3000), basin(id="b"), works()]
    links = [
        pump("a-b", "a", "b", 1.0, opening=0.0, transfer=True),
        pump("b-a", "b", "a", 1.0, opening=0.0, transfer=True, lag_s=60),
        to_plant(source="b"),
        headroom(),
    ]
    found = recovery(park_of(storages, links), fire(into="a"))

    assert {id: [each.id for each in ways] for id, ways in found.measures.items()} == {
        "a": ["a-b"], "b": ["to-tp"], "tp": ["headroom"],
    }  # fmt: skip


def test_only_ways_from_where_accident_water_went():
    storages = [basin(), basin(300, id="clean")]
    links = [pump("out", "pool", "treated", 1.0), pump("other", "clean", "treated", 1.0, opening=0.0)]
    found = recovery(park_of(storages, links), fire())

    assert [each.id for each in found.storages] == ["pool"]
    assert set(found.measures) == {"pool"}


@pytest.mark.parametrize(("laid", "why"), [(True, None), (False, Stay.NO_WAY)])
def test_a_mobile_unit_counts_once_it_has_been_laid(laid, why):
    """
    50 m3/h from T+20 h on: 200 m3 until the horizon, the other 2,199 in 43.98 h.
    """
    unit = pump("unit", "pool", "treated", 50 * M3_H, opening=0.0)
    sheets = by_id([Sheet("unit", Name("unit"), "unit", Operation.PLACE)])
    rules = (Rule("r", Clock(20 * HOUR), do=("unit",)),) if laid else ()
    found = recovery(park_of([basin()], [unit], sheets=sheets), fire(rules=rules))

    assert of(found, "pool").why is why
    assert after_h(found, "pool") == (pytest.approx(2199 / 50) if laid else inf)


def test_skimming_is_a_way_too():
    skimmer = pump("skim", "pool", "recovered", 100 * M3_H, opening=0.0, outlet=Outlet.TOP)
    found = recovery(park_of([basin()], [skimmer]), fire())

    assert of(found, "pool").waits_for == "skim"


# A second accident


def rooms(found, id):
    return {each.after_s / DAY: each.room_m3 for each in found.rooms if each.id == id}


def test_the_room_that_a_second_accident_would_find():
    """
    10,000 - 9,600 m3, and 2,400 m3 more a day; all of it after 4 days. The plant's own volume is no room.
    """
    links = [pump("out", "pool", "treated", 100 * M3_H, opening=0.0)]
    found = recovery(park_of([basin(), works()], links), fire(9600))

    assert rooms(found, "pool") == pytest.approx({1: 2800, 3: 7600, 7: 10_000, 14: 10_000, 30: 10_000})
    assert rooms(found, "public") == rooms(found, "") == rooms(found, "pool")
    assert rooms(found, "tp") == {}


def test_no_further_than_the_study():
    park = park_of([basin()], [pump("out", "pool", "treated", 1.0)])

    assert set(rooms(recovery(park, fire(), up_to_s=5 * DAY), "pool")) == {1, 3}


def test_levels_of_what_is_still_full():
    """
    A day after the horizon of a day 2,400 - 1,200 m3 are left of the fire water, in which 500 m3 of rain stood.
    """
    park = park_of([basin(500), basin(id="dry")], [pump("out", "pool", "treated", 50 * M3_H, opening=0.0)])
    found = recovery(park, fire(starts="2025-07-14T08:00:00+08:00"))

    assert levels_at(found, DAY).rows == [
        ["pool", pytest.approx(1700), "2025-07-16 08:00:00+08:00", "firewater", "firewater 82.8%; rain 17.2%"]
    ]


def test_levels_need_a_clock_time_and_a_study_that_goes_so_far():
    park = park_of([basin()], [pump("out", "pool", "treated", 1.0)])
    with pytest.raises(InputError, match="write starts"):
        levels_at(recovery(park, fire()), DAY)
    with pytest.raises(InputError, match="look further with --up-to"):
        levels_at(recovery(park, fire(starts="2025-07-14T08:00:00"), up_to_s=DAY), 2 * DAY)


def test_nothing_reached_is_nothing_held():
    found = recovery(park_of([basin()], [pump("out", "pool", "treated", 1.0)]), script(horizon_s=HOUR))

    assert (found.storages, found.tiers, found.whole.held_m3, found.rooms) == ((), (), 0, ())
    assert isnan(found.whole.share)


# Parks from files


@pytest.mark.parametrize(
    ("pick", "pool_h", "plant_h"),
    [
        (None, 6 + 660 / 160, 6 + 661 / 160 + 5.99),  # docs/small-plant/fire.yaml
        ("dirty", 2239 / 60, -inf),
        # 08:00 to noon 160 m3/h: the plant gains 40 m3/h, 160 m3 of 600 by noon, the pool loses 260 x 4 = 1,040; then
        # it gains 160 m3/h, full 2.75 h later, the pool 715 less; the last 466 m3 at 40 + 60 m3/h. 600 m3 are left at
        # 19:24: 4.6 h x 40 = 184 m3 until midnight, 415 m3 at 160 m3/h.
        ("load-over-the-day", 6.75 + 465 / 100, 16 + 415 / 160),
    ],
)
def test_the_small_plant(pick, pool_h, plant_h):
    case = load_case(ROOT / "docs" / "small-plant" / "fire.yaml", pick=pick)
    found = recovery(case.park, case.scenario)

    assert after_h(found, "pool") == pytest.approx(pool_h, abs=0.01)
    if plant_h > 0:
        assert after_h(found, "plant") == pytest.approx(plant_h, abs=0.02)


def test_the_unit_of_the_small_plant_runs_from_21_h_on():
    """
    Called at 6 h, there at 18 h, 10 min on its way, 2 h to set up and 50 min of work.
    """
    case = load_case(ROOT / "docs" / "small-plant" / "fire.yaml")
    found = recovery(case.park, case.scenario)

    done = {each.sheet: each.at_s for each in found.record.events if isinstance(each, Done)}
    assert done["treatment-unit-on-pool"] == 21 * HOUR
    assert of(found, "pool").standing_m3 == pytest.approx(2401 - 180)


def test_changshou_storm_relief_against_the_closed_figure():
    """
    What pool 1 holds above its start over the 100 m3/h of its pump; the plant passes on 2,500 m3/d until it is dry.
    """
    case = load_case(ROOT / "scenarios" / "changshou-storm-relief.yaml")
    found = recovery(case.park, case.scenario)
    pool_1 = of(found, "pool-1")

    assert after_h(found, "pool-1") == pytest.approx((pool_1.held_m3 - 1) / 100, rel=1e-4)
    assert pool_1.waits_for == "pool-1-to-tp"
    assert of(found, "tp-1").waits_for == "tp-1-headroom"
    assert {each.id for each in found.storages if each.why is Stay.NO_WAY} == {"a-001-bund", "a-001-spare-tank"}


def test_changshou_where_the_plant_is_the_bottleneck():
    """
    Pools 8 and 9 wait for treatment plant 4: all that it took from the two until pool 9 was back, over 1,600 m3/d.
    """
    case = load_case(ROOT / "scenarios" / "changshou-boundary-breach.yaml")
    found = recovery(case.park, case.scenario)
    pool_9, treated = of(found, "pool-9"), found.record.links.ids.index("tp-4-headroom")

    assert {of(found, id).waits_for for id in ("pool-8", "pool-9", "tp-4")} == {"tp-4-headroom"}
    whole_d = found.after(of(found, "tp-4").back_s) / DAY
    assert whole_d == pytest.approx(found.record.links.passed[treated].sum() / 1600, rel=0.01)
    assert found.after(pool_9.back_s) < found.after(of(found, "tp-4").back_s)


def test_the_run_up_to_the_horizon_is_the_same():
    """
    The tank fire's pool peaks at 6,580 m3 at T+12 h, whatever comes afterwards; every tier's figures are the run's own.
    """
    case = load_case(ROOT / "scenarios" / "changshou-tank-fire.yaml")
    found = recovery(case.park, case.scenario)

    assert of(found, "a-001-pool").standing_m3 == pytest.approx(6580)
    assert [each.at_s for each in found.record.events if each.subject == MEASURES] == [72 * HOUR] * 2


def test_actions_of_the_script_go_on():
    """
    Somebody stops the pump at 34 h, 10 h after it was ordered to run: 1,000 m3 are gone.
    """
    park = park_of([basin()], [pump("out", "pool", "treated", 100 * M3_H, opening=0.0)])
    one = of(recovery(park, fire(actions=[at(34 * HOUR, ("out", 0.0))])), "pool")

    assert (one.why, one.left_m3) == (Stay.IDLE, pytest.approx(1400))


def test_gravity_needs_no_pump():
    """
    A gate into treatment under its own head: 0.5 m3/s.
    """
    found = recovery(park_of([basin()], [link("gate", "g", "pool", "treated", 0.5, opening=0.0)]), fire())

    assert after_h(found, "pool") == pytest.approx(2399 / 1800)


def test_what_runs_over_is_no_way():
    found = recovery(park_of([pool("bund", 2400)], [spillway("over", "bund", "treated")]), fire(into="bund"))

    assert of(found, "bund").why is Stay.NO_WAY

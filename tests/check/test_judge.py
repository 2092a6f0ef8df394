"""The verdict follows from a record alone; each record here is written by hand.

The park is drawn in `by_hand.py`. Whole volumes in m3, times in s.
"""

from dataclasses import replace
from math import isnan

import pytest

from sim.check import Verdict, judge
from sim.park import Link, LinkKind, Name, Storage
from sim.scenario import Inflow, InflowKind
from tests.check.by_hand import HOUR, Passed, Wet, accident, small_park, small_record

UNTOUCHED, HELD, RELIEVED, BREACHED = Verdict


def verdicts(park, record, **limits):
    """The verdicts from the inside out."""
    return [each.verdict for each in judge(park, accident(**limits), record).tiers]


def crossed(crossings):
    """The links of some crossings."""
    return [each.link for each in crossings]


def test_a_run_without_accident_water_touches_no_tier():
    """
    2,000 m3 of rain in the river are no accident: no tier is touched, nothing has a margin.
    """
    park = small_park()
    judgement = judge(park, accident(), small_record(park, {"river": Wet(2000, initial={"rain": 2000})}))

    assert [each.verdict for each in judgement.tiers] == [UNTOUCHED] * 3
    assert not judgement.breached
    assert all(each.tightest is None and not each.reached and isnan(each.margin_m3) for each in judgement.tiers)
    assert all(isnan(each.peak_at_s) for each in judgement.tiers)


def test_a_tier_that_keeps_what_reached_it_held():
    """
    400 m3 in the pool, none passed on.
    """
    park = small_park()
    record = small_record(park, {"pool": Wet(400, reached=60)}, peaks={"plant": (400, HOUR)})

    plant, public, boundary = judge(park, accident(), record).tiers
    assert [plant.verdict, public.verdict, boundary.verdict] == [HELD, UNTOUCHED, UNTOUCHED]
    assert (plant.peak_m3, plant.peak_at_s) == (400, HOUR)
    assert plant.first_escape is None


def test_water_reached_at_the_very_start_counts():
    """
    A spill at T+0 reaches the pool at 0 s, which is a time and not "never".
    """
    park = small_park()

    assert verdicts(park, small_record(park, {"pool": Wet(400, reached=0.0)}))[0] is HELD


def test_a_spillway_inside_a_tier_crosses_nothing():
    """
    The bund spills 300 m3 into the pool of the same plant.
    """
    park = small_park()
    wet = {"bund": Wet(550, reached=0), "pool": Wet(300, reached=HOUR)}
    plant = judge(park, accident(), small_record(park, wet, {"bund-spillway": Passed(product=300)})).tier("plant")

    assert plant.verdict is HELD
    assert plant.escapes == plant.transfers == ()


def test_a_link_back_to_an_earlier_tier_crosses_nothing():
    """
    50 m3 pumped from the river (rank 2) back into the pool (rank 0).
    """
    park = small_park(Link("back", Name("Back"), LinkKind.PUMP, "river", "pool", transfer=True))
    record = small_record(park, {"river": Wet(50, reached=0), "pool": Wet(50, reached=9)}, {"back": Passed(rain=50)})

    assert verdicts(park, record) == [HELD, UNTOUCHED, HELD]


def test_a_designed_transfer_relieves_a_tier():
    """
    The pool pumps 700 m3 to the public pool, which keeps them.
    """
    park = small_park()
    wet = {"pool": Wet(900, reached=60), "basin": Wet(700, reached=2 * HOUR)}
    passed = {"pump": Passed(2 * HOUR, firewater=600, product=100)}
    record = small_record(park, wet, passed, peaks={"plant": (900, HOUR), "public": (700, 5 * HOUR)})

    plant, public, _ = judge(park, accident(), record).tiers
    assert (plant.verdict, public.verdict) == (RELIEVED, HELD)
    assert (public.peak_m3, public.peak_at_s) == (700, 5 * HOUR)
    assert plant.transferred_m3 == 700
    assert plant.escapes == ()
    assert plant.transfers[0].volume == (100, 600, 0, 0, 0, 0)  # product, firewater, rain, process, river, measured
    assert plant.transfers[0].controlled


def test_a_spillway_into_the_next_tier_is_a_breach():
    """
    Of 1,250 m3 the pool holds 1,000; 250 run over its spillway into the rain main from T+2 h to T+3 h.
    """
    park = small_park()
    wet = {"pool": Wet(1000, reached=0), "main": Wet(250, reached=2 * HOUR)}
    passed = {"pool-spillway": Passed(2 * HOUR, 3 * HOUR, peak=0.2, firewater=200, process=50)}

    plant, public, boundary = judge(park, accident(), small_record(park, wet, passed)).tiers
    assert [plant.verdict, public.verdict, boundary.verdict] == [BREACHED, HELD, UNTOUCHED]
    escape = plant.first_escape
    assert (escape.link, escape.source, escape.target) == ("pool-spillway", "pool", "main")
    assert (escape.first_s, escape.last_s, escape.peak_m3_s) == (7200, 10_800, 0.2)
    assert escape.volume == (0, 200, 0, 50, 0, 0)
    assert plant.margin_m3 == -250
    assert plant.margin_share == -0.25  # of the 1,000 m3 of the pool, the only storage reached


def test_water_over_the_wall_onto_the_ground_breaches_every_tier_from_there_out():
    """
    The public pool has no spillway: 30 m3 on the ground leave tiers 1 and 2, never tier 0.
    """
    park = small_park()
    wet = {"pool": Wet(900, reached=0), "basin": Wet(2000, reached=HOUR)}
    record = small_record(park, wet, {"pump": Passed(HOUR, rain=2030), "basin>ground": Passed(5 * HOUR, rain=30)})

    judgement = judge(park, accident(), record)
    assert [each.verdict for each in judgement.tiers] == [RELIEVED, BREACHED, BREACHED]
    assert crossed(judgement.tier("public").escapes) == crossed(judgement.tier("boundary").escapes) == ["basin>ground"]
    assert judgement.tier("boundary").reached == ()
    assert judgement.breached


def test_a_plant_that_drains_straight_to_the_river_outside_breaches_all_three():
    """
    5 m3 through a pipe from the pool to the Yangtze; the outer tiers were never entered.
    """
    park = small_park(Link("old-pipe", Name("Old pipe"), LinkKind.PIPE, "pool", "yangtze"))
    record = small_record(park, {"pool": Wet(10, reached=0)}, {"old-pipe": Passed(60, product=5)})

    tiers = judge(park, accident(), record).tiers
    assert [each.verdict for each in tiers] == [BREACHED] * 3
    assert [each.margin_m3 for each in tiers] == [-5, -5, -5]
    assert isnan(tiers[2].margin_share)  # no room was reached that 5 m3 could be a share of


def test_a_link_across_two_tiers_crosses_both():
    """
    The pool lets 8 m3 straight into the river: out of plant and past the public tier, not out of the boundary.
    """
    park = small_park(Link("ditch", Name("Ditch"), LinkKind.PIPE, "pool", "river"))
    wet = {"pool": Wet(10, reached=0), "river": Wet(8, reached=60)}

    assert verdicts(park, small_record(park, wet, {"ditch": Passed(60, product=8)})) == [BREACHED, BREACHED, HELD]


def test_one_uncontrolled_crossing_outweighs_a_controlled_one():
    """
    700 m3 pumped on and 2 m3 through the rain valve: breached, and both are listed.
    """
    park = small_park()
    wet = {"pool": Wet(900, reached=0), "basin": Wet(700, reached=HOUR), "main": Wet(2, reached=60)}
    passed = {"pump": Passed(HOUR, firewater=700), "valve": Passed(60, firewater=2)}
    plant = judge(park, accident(), small_record(park, wet, passed)).tier("plant")

    assert plant.verdict is BREACHED
    assert (crossed(plant.escapes), crossed(plant.transfers)) == (["valve"], ["pump"])
    assert (plant.escaped_m3, plant.transferred_m3) == (2, 700)


def test_a_tier_that_had_its_water_treated_held():
    """
    Of 300 m3 in the public pool 120 were treated; plant moved them on, public kept them.
    """
    park = small_park()
    wet = {"pool": Wet(300, reached=0), "basin": Wet(300, reached=HOUR)}
    passed = {"pump": Passed(HOUR, process=300), "works": Passed(2 * HOUR, process=120)}

    plant, public, boundary = judge(park, accident(), small_record(park, wet, passed)).tiers
    assert [plant.verdict, public.verdict, boundary.verdict] == [RELIEVED, HELD, UNTOUCHED]
    assert crossed(public.transfers) == ["works"]
    assert crossed(boundary.transfers) == ["works"]


def test_recovered_product_is_held_and_listed():
    """
    The skimmer takes 40 m3 of product out of the bund.
    """
    park = small_park()
    record = small_record(park, {"bund": Wet(100, reached=0)}, {"skimmer": Passed(HOUR, product=40)})

    plant = judge(park, accident(), record).tier("plant")
    assert (plant.verdict, plant.transferred_m3) == (HELD, 40)
    assert plant.margin_m3 == 400  # the bund's 600 - 50 dead - 50 freeboard - 100; nothing else was reached


def test_a_transfer_out_of_the_park_is_no_transfer():
    """
    A pump to the Yangtze marked as a transfer passes 90 m3 of the river section: uncontrolled all the same.
    """
    park = small_park(Link("bypass", Name("Bypass"), LinkKind.PUMP, "river", "yangtze", transfer=True))
    record = small_record(park, {"river": Wet(500, reached=0)}, {"bypass": Passed(HOUR, product=90)})

    boundary = judge(park, accident(), record).tier("boundary")
    assert boundary.verdict is BREACHED
    assert not boundary.first_escape.controlled


def test_a_transfer_onto_the_ground_is_no_transfer():
    """
    A pump that sprays 3 m3 over the wall.
    """
    park = small_park(Link("hose", Name("Hose"), LinkKind.PUMP, "pool", "ground", transfer=True))
    record = small_record(park, {"pool": Wet(500, reached=0)}, {"hose": Passed(HOUR, product=3)})

    assert verdicts(park, record) == [BREACHED] * 3


@pytest.mark.parametrize(("litres", "verdict"), [(999, HELD), (1000, HELD), (1001, BREACHED)])
def test_only_more_than_the_limit_counts_as_a_crossing(litres, verdict):
    """
    The limit is 1 m3: 999 L and just 1,000 L are below it, 1,001 L are not.
    """
    park = small_park()
    record = small_record(park, {"pool": Wet(500, reached=0)}, {"valve": Passed(firewater=litres / 1000)})

    plant = judge(park, accident(escape_m3=1), record).tier("plant")
    assert plant.verdict is verdict
    assert bool(plant.escapes) == (verdict is BREACHED)


def test_a_controlled_trickle_is_no_relief():
    """
    0.5 m3 pumped on with a limit of 1 m3.
    """
    park = small_park()
    record = small_record(park, {"pool": Wet(500, reached=0)}, {"pump": Passed(firewater=0.5)})

    plant = judge(park, accident(escape_m3=1), record).tier("plant")
    assert (plant.verdict, plant.transfers) == (HELD, ())


def test_escapes_stand_in_the_order_of_time():
    """
    Spillway at 2 h, valve at 1 h, the wall of the bund-side pit at 1.5 h; the record has them in another order.
    """
    park = small_park(storages=[Storage("pit", Name("Pit"), "plant", "pit", 20)])
    wet = {"pool": Wet(1000, reached=0), "pit": Wet(20, reached=0)}
    passed = {
        "pool-spillway": Passed(2.0 * HOUR, product=1),
        "valve": Passed(1.0 * HOUR, product=2),
        "pit>ground": Passed(1.5 * HOUR, product=3),
    }
    plant = judge(park, accident(), small_record(park, wet, passed)).tier("plant")

    assert crossed(plant.escapes) == ["valve", "pit>ground", "pool-spillway"]
    assert plant.first_escape.first_s == HOUR
    assert plant.escaped_m3 == 6


def test_transfers_stand_in_the_order_of_time():
    """
    The works begin at 1 h, the lift pump at 0.5 h.
    """
    park = small_park()
    passed = {"works": Passed(HOUR, product=1), "lift": Passed(0.5 * HOUR, product=2)}
    wet = {"basin": Wet(10, reached=0), "river": Wet(2, reached=HOUR)}
    public = judge(park, accident(), small_record(park, wet, passed)).tier("public")

    assert crossed(public.transfers) == ["lift", "works"]


def test_dead_volume_and_freeboard_narrow_a_margin():
    """
    A bund of 600 m3, 50 dead and 50 freeboard, with 420 m3 of water at its peak: 500 - 420 = 80 m3, 16 %.
    """
    park = small_park()
    (bund, *_) = judge(park, accident(), small_record(park, {"bund": Wet(420, reached=0)})).storages

    assert (bund.gross_m3, bund.dead_m3, bund.freeboard_m3, bund.usable_m3) == (600, 50, 50, 500)
    assert bund.margin_m3 == 80
    assert bund.margin_share == 0.16


def test_what_a_raised_crest_holds_besides_widens_a_margin():
    """
    The pool of 1,000 m3, raised by 200 m3 for the run, with 1,100 m3 in it: 100 of 1,200 m3 are left.
    """
    park = small_park()
    (margin,) = [each for each in judge(park, accident(), small_record(park, {"pool": Wet(1100, reached=0)})).storages
                 if each.storage == "pool"]  # fmt: skip

    raised = replace(margin, raised_m3=200.0)
    assert (margin.margin_m3, raised.margin_m3, raised.margin_share) == (-100, 100, pytest.approx(100 / 1200))


def test_water_in_the_freeboard_is_a_negative_margin_and_no_breach():
    """
    530 m3 in the same bund: 30 m3 into the freeboard, 20 m3 below the crest (550 of water).
    """
    park = small_park()
    plant = judge(park, accident(), small_record(park, {"bund": Wet(530, reached=0)})).tier("plant")

    assert plant.verdict is HELD
    assert plant.reached[0].margin_m3 == -30


def test_what_stands_in_a_storage_at_the_start_is_not_usable():
    """
    200 m3 of rain and 100 of river in the public pool of 2,000: 1,700 usable; at 1,200 m3 800 are left.
    """
    park = small_park()
    record = small_record(park, {"basin": Wet(1200, reached=0, initial={"rain": 200, "river": 100})})

    public = judge(park, accident(), record).tier("public")
    assert (public.reached[0].occupied_m3, public.usable_m3) == (300, 1700)
    assert public.margin_m3 == 800
    assert public.margin_share == 0.4  # of 2,000: what a storage holds, whoever filled it


def test_the_scenario_rules_over_the_park_where_things_stand_at_the_start():
    """
    The park file says 100 m3 of rain in the tank, the record says the run began with 400 of 1,000: 600 usable.
    """
    tank = Storage("tank", Name("Tank"), "plant", "tank", 1000, initial={"rain": 100})
    park = small_park(storages=[tank])
    record = small_record(park, {"tank": Wet(700, reached=0, initial={"rain": 400})})

    assert judge(park, accident(), record).tier("plant").usable_m3 == 600


def test_an_overfull_start_leaves_no_usable_room():
    """
    540 m3 of rain in the bund, above its 500 m3 below the freeboard: usable is 0, never negative.
    """
    park = small_park()
    record = small_record(park, {"bund": Wet(545, reached=0, initial={"rain": 540})})

    assert judge(park, accident(), record).storages[0].usable_m3 == 0


def test_the_tightest_storage_is_the_one_with_the_smallest_share_left():
    """
    Rain main 100 of 500 left, 20 %; public pool 300 of 2,000, 15 %: the pool is tighter, though it has more room.
    """
    park = small_park()
    record = small_record(park, {"main": Wet(400, reached=0), "basin": Wet(1700, reached=0)})

    public = judge(park, accident(), record).tier("public")
    assert public.tightest.storage == "basin"
    assert [each.storage for each in public.reached] == ["basin", "main"]
    assert (public.margin_m3, public.margin_share) == (300, 0.15)


def test_a_storage_that_spills_inside_its_tier_is_not_what_the_tier_hangs_on():
    """
    The bund is down to 1 % and spills into the pool (50 % left), which spills into the next tier: the pool counts.
    """
    park = small_park()
    record = small_record(park, {"bund": Wet(495, reached=0), "pool": Wet(500, reached=0)})

    plant = judge(park, accident(), record).tier("plant")
    assert [each.storage for each in plant.reached] == ["bund", "pool"]
    assert plant.tightest.storage == "pool"


def test_a_storage_that_was_not_reached_is_not_tightest():
    """
    The rain main is full of clean rain; only the public pool has accident water.
    """
    park = small_park()
    record = small_record(park, {"main": Wet(500), "basin": Wet(10, reached=0)})

    assert judge(park, accident(), record).tier("public").tightest.storage == "basin"


def test_a_spillway_designed_as_a_transfer_is_not_what_a_tier_hangs_on():
    """
    A tank whose overflow leads into the public pool on purpose, full to 1 %, beside the pool at 50 %.
    """
    tank = Storage("tank", Name("Tank"), "plant", "tank", 100)
    spillway = Link("tank-spillway", Name("tank-spillway"), LinkKind.SPILLWAY, "tank", "basin", transfer=True)
    fill = Link("fill", Name("fill"), LinkKind.VALVE, "bund", "tank")
    park = small_park(spillway, fill, storages=[tank])
    record = small_record(park, {"tank": Wet(99, reached=0), "pool": Wet(500, reached=0)})

    assert judge(park, accident(), record).tier("plant").tightest.storage == "pool"


def test_a_spillway_into_treatment_is_not_what_a_tier_hangs_on():
    """
    A tank that overflows into treatment: the tier held, and nothing in it could breach it.
    """
    tank = Storage("tank", Name("Tank"), "public", "tank", 100)
    fill = Link("fill", Name("fill"), LinkKind.VALVE, "pool", "tank")
    park = small_park(fill, Link("tank-spillway", Name(""), LinkKind.SPILLWAY, "tank", "treated"), storages=[tank])
    public = judge(park, accident(), small_record(park, {"tank": Wet(99, reached=0)})).tier("public")

    assert (public.verdict, public.tightest) == (HELD, None)


@pytest.mark.parametrize(("held", "tightest"), [(True, "main"), (False, "basin")])
def test_a_storage_that_only_held_pumps_fill_cannot_overfill(held, tightest):
    """
    The public pool is down to 1 %, the main to 20 %; a pump that stops for a full pool cannot overfill it.
    """
    pump = Link("pump", Name("Pump"), LinkKind.PUMP, "pool", "basin", transfer=True, back_pressure=held)
    record = small_record(park := small_park(pump), {"main": Wet(400, reached=0), "basin": Wet(1980, reached=0)})

    assert judge(park, accident(), record).tier("public").tightest.storage == tightest


def test_a_storage_that_cannot_overfill_comes_before_one_that_spills_inside():
    """
    The bund is down to 1 % and spills into the pool; another pool of the plant, at 20 %, would spill out of it, though
    only a pump that stops for it fills it. What a breach would follow from counts before what only moves on.
    """
    held = Storage("held", Name("Held"), "plant", "accident-pool", 100)
    fill = Link("fill", Name("fill"), LinkKind.PUMP, "bund", "held", back_pressure=True)
    out = Link("held-spillway", Name("out"), LinkKind.SPILLWAY, "held", "main")
    park = small_park(fill, out, storages=[held])
    record = small_record(park, {"bund": Wet(495, reached=0), "held": Wet(80, reached=0)})

    assert judge(park, accident(), record).tier("plant").tightest.storage == "held"


def test_what_spills_inside_on_purpose_is_what_a_tier_hangs_on_where_there_is_nothing_else():
    """
    The bund overflows into the pool by design; nothing else was reached.
    """
    over = Link("bund-spillway", Name("over"), LinkKind.SPILLWAY, "bund", "pool", transfer=True)
    park = small_park(over)

    assert judge(park, accident(), small_record(park, {"bund": Wet(400, reached=0)})).tier("plant").tightest is not None


def test_a_storage_that_rain_falls_into_can_overfill():
    """
    The same pool behind its held pump, but rain falls into it: it is the tightest again.
    """
    pump = Link("pump", Name("Pump"), LinkKind.PUMP, "pool", "basin", transfer=True, back_pressure=True)
    record = small_record(park := small_park(pump), {"main": Wet(400, reached=0), "basin": Wet(1980, reached=0)})
    rain = Inflow("rain", InflowKind.RAIN, ("basin",), (100.0,), (0.0,), (1e-6,))

    assert judge(park, accident(inflows=(rain,)), record).tier("public").tightest.storage == "basin"


def test_room_that_is_no_emergency_space_is_not_usable():
    """
    A treatment plant's basin of 400 m3 is reached beside the public pool of 2,000: usable 2,000.
    """
    plant = Storage("plant-basin", Name("Basin"), "public", "treatment-plant", 400, counts=False)
    park = small_park(storages=[plant])
    record = small_record(park, {"plant-basin": Wet(100, reached=0), "basin": Wet(100, reached=0)})

    assert judge(park, accident(), record).tier("public").usable_m3 == 2000


def test_every_storage_has_a_margin_in_the_order_of_the_record():
    """
    Dry storages too, with all their room and "never" as times.
    """
    park = small_park()
    judgement = judge(park, accident(), small_record(park, {"pool": Wet(10, 60, peak_at=90, full_at=80, full_for=5)}))

    assert [each.storage for each in judgement.storages] == list(park.storages)
    pool, main = judgement.storages[1:3]
    assert (pool.peak_at_s, pool.full_at_s, pool.full_for_s, pool.reached_at_s) == (90, 80, 5, 60)
    assert main.margin_share == 1
    assert isnan(main.reached_at_s)

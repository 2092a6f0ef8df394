"""Room that does not count does not hold: margins, peaks and what is lacking, from records written by hand.

The park is drawn in `by_hand.py`; here treatment plants stand beside it that count as nothing.
"""

from dataclasses import replace
from math import isnan
from types import SimpleNamespace

import numpy as np
import pytest

from sim.check import Verdict, judge, outcomes, phases
from sim.check.uncounted import _stood_m3
from sim.park import Link, LinkKind, Name, Storage
from sim.record.record import Trace
from sim.scenario import Inflow, InflowKind
from tests.check.by_hand import HOUR, Passed, Wet, accident, small_park, small_record

PLANT = Storage("plant", Name("Plant", "污水厂"), "public", "treatment-plant", 5000, counts=False)
TO_PLANT = Link("to-plant", Name("to-plant"), LinkKind.PUMP, "pool", "plant", 0.1, transfer=True)
OVER_PLANT = Link("plant-spillway", Name("plant-spillway"), LinkKind.SPILLWAY, "plant", "river")


def judged(wet, passed, *links, storages=(PLANT,), peaks=None, **others):
    """The verdict on the park with a plant, its pool full unless `wet` says otherwise."""
    park = small_park(TO_PLANT, OVER_PLANT, *links, storages=storages)
    record = small_record(park, wet, passed, peaks)
    scenario = accident(**others)
    found = judge(park, scenario, record)
    assert [each.rank for each in outcomes(park, scenario, record)] == [
        3 if each.only_uncounted else each.verdict.rank + bool(each.escapes) for each in found.tiers
    ]
    return found


FULL_POOL = Wet(1000, reached=60)
WENT = {"to-plant": Passed(since=HOUR, firewater=1500)}


def test_a_tier_whose_water_stands_in_a_treatment_plant_lacks_it():
    """
    1,500 m3 in the plant, the pool they came from full: usable 0, margin -1,500 m3, though 3,500 m3 of the
    plant were free. That much would be left were it counted. Peak and usable are of the same storages: none.
    """
    tier = judged({"pool": FULL_POOL, "plant": Wet(1500, reached=HOUR)}, WENT, peaks={"public": (1500, HOUR)}).tiers[1]

    assert (tier.verdict, tier.only_uncounted, tier.word) == (Verdict.HELD, True, "held_uncounted")
    assert (tier.uncounted_m3, tier.margin_m3, tier.margin_of_all_m3) == (1500, -1500, 3500)
    assert (tier.usable_m3, tier.peak_m3, tier.tightest) == (0, 0, None)
    assert isnan(tier.margin_share)
    assert [each.storage for each in tier.beside] == ["plant"]


def test_what_the_pool_it_came_from_had_room_for_is_not_lacking():
    """
    The pool stood at 700 of 1,000 m3 and sent 500: 300 could have stayed, 200 are lacking.
    """
    went = {"to-plant": Passed(since=HOUR, firewater=500)}
    tier = judged({"pool": Wet(700, reached=60), "plant": Wet(500, reached=HOUR)}, went).tiers[1]

    assert tier.uncounted_m3 == pytest.approx(200)
    roomy = judged({"pool": Wet(400, reached=60), "plant": Wet(500, reached=HOUR)}, went).tiers[1]
    assert (roomy.uncounted_m3, roomy.word) == (0, "held")


def test_what_it_would_spill_into_takes_it_but_the_tier_is_left():
    """
    1,500 m3 would run over into the river section, which stood at 9,000 of 10,000 m3: the public tier lacks
    1,500, and of those 500 would leave the park.
    """
    wet = {"pool": FULL_POOL, "plant": Wet(1500, reached=HOUR), "river": Wet(9000, initial={"river": 9000})}
    _, public, boundary = judged(wet, WENT).tiers

    assert (public.uncounted_m3, boundary.uncounted_m3) == (1500, 500)
    assert (boundary.word, boundary.margin_m3) == ("untouched_uncounted", -500)


def test_what_would_spill_into_counted_room_of_its_own_tier_is_not_lacking():
    """
    The plant spills into the main of the same tier, 500 m3 of which 100 are taken: 400 fit, 1,100 do not.
    """
    over = replace(OVER_PLANT, target="main")
    wet = {"pool": FULL_POOL, "plant": Wet(1500, reached=HOUR), "main": Wet(100, reached=HOUR)}
    park = small_park(TO_PLANT, over, storages=(PLANT,))
    public = judge(park, accident(), small_record(park, wet, WENT)).tiers[1]

    assert public.uncounted_m3 == pytest.approx(1100)


UPSET = Storage("upset", Name("Upset basin", "事故池"), "public", "treatment-plant", 800, counts=False)


@pytest.mark.parametrize(("beyond", "lacking_m3"), [("river", 1500), ("plant", 0)])
def test_another_space_that_does_not_count_takes_nothing_either(beyond, lacking_m3):
    """
    The plant would spill into its upset basin, and that into the river section, of the next tier: 1,500 m3 leave. Were
    it to spill back into the plant, they would go round, and leave no tier.
    """
    over = replace(OVER_PLANT, target="upset")
    on = Link("upset-spillway", Name("upset-spillway"), LinkKind.SPILLWAY, "upset", beyond)
    tiers = judged({"pool": FULL_POOL, "plant": Wet(1500, reached=HOUR)}, WENT, over, on, storages=(PLANT, UPSET)).tiers

    assert [each.uncounted_m3 for each in tiers] == [0, lacking_m3, 0]


def test_what_only_runs_through_a_plant_does_not_stand_there():
    """
    1,500 m3 go on as they come, and the plant rises by 2 m3 over the 300 that always stand in it.
    """
    wet = {"pool": FULL_POOL, "plant": Wet(302, reached=HOUR, initial={"process": 300})}

    assert judged(wet, WENT).tiers[1].uncounted_m3 == pytest.approx(2)
    assert judged(wet, WENT, escape_m3=3).tiers[1].uncounted_m3 == 0


def test_what_is_poured_straight_into_a_plant_stands_there():
    """
    A spill in the plant itself comes over no link: all of its rise is lacking.
    """
    spill = Inflow("spill", InflowKind.RELEASE, ("plant",), (1.0,), (0.0, 100.0), (8.0, 0.0))
    found = judged({"plant": Wet(800, reached=0)}, {}, inflows=(spill,))

    assert found.tiers[1].uncounted_m3 == 800


def test_a_breached_tier_says_it_beside():
    """
    100 m3 escaped from the main; the margin is what escaped, and 1,500 m3 are told as well.
    """
    wet = {"pool": FULL_POOL, "plant": Wet(1500, reached=HOUR), "main": Wet(500, reached=HOUR)}
    public = judged(wet, {**WENT, "main-spillway": Passed(firewater=100)}).tiers[1]

    assert (public.verdict, public.only_uncounted, public.margin_m3) == (Verdict.BREACHED, False, -100)
    assert public.uncounted_m3 == 1500


def test_the_tightest_storage_counts():
    """
    The plant has 100 m3 left, 2 %, the main 250, half of it: the tier hangs on the main, and would hang on
    the plant were it counted. Nothing is lacking, since the pool had room for what it sent.
    """
    wet = {"pool": Wet(0, reached=60), "plant": Wet(4900, reached=HOUR, initial={"process": 4800}),
           "main": Wet(250, reached=HOUR)}  # fmt: skip
    public = judged(wet, {"to-plant": Passed(firewater=100)}).tiers[1]

    assert public.tightest.storage == "main"
    assert public.tightest_of_all.storage == "plant"
    assert public.margin_m3 == 250


def traced(record, ids, rows):
    """The record with a trace: rows of (storage, time [s], volume of fire water [m3])."""
    storage = np.array([ids.index(id) for id, _, _ in rows])
    volume = np.zeros((len(rows), 5))
    volume[:, 1] = [each for _, _, each in rows]
    none = np.zeros(len(rows))
    no_links = np.zeros(0, dtype=np.int64)
    trace = Trace(storage, np.array([at for _, at, _ in rows], dtype=float), volume, none, none, no_links,
                  np.zeros(0), np.zeros((0, 5)))  # fmt: skip
    return replace(record, trace=trace)


def test_the_peak_is_of_the_storages_that_usable_is_of():
    """
    The main rises from 0 to 300 m3 at 1 h and falls to 100 at 2 h; the basin rises from 0 at 1 h, when it is
    reached, to 400 at 2 h: 300 at 1 h, 500 at 2 h. The plant's 1,500 m3 are not among them. Without a trace it is
    no more than 300 + 400.
    """
    park = small_park(TO_PLANT, OVER_PLANT, storages=(PLANT,))
    wet = {"pool": FULL_POOL, "plant": Wet(1500, reached=HOUR), "main": Wet(300, reached=0, peak_at=HOUR),
           "basin": Wet(400, reached=HOUR, peak_at=2 * HOUR)}  # fmt: skip
    record = small_record(park, wet, WENT, peaks={"public": (2000, 2 * HOUR)})
    rows = [("main", 0, 0), ("main", HOUR, 300), ("main", 2 * HOUR, 100), ("basin", HOUR, 0), ("basin", 2 * HOUR, 400)]
    whole = judge(park, accident(), traced(record, record.storages.ids, rows)).tiers[1]

    assert (whole.peak_m3, whole.peak_at_s) == (500, 2 * HOUR)
    assert whole.usable_m3 == 500 + 2000
    assert judge(park, accident(), record).tiers[1].peak_m3 == 700


def test_the_verdict_over_time_says_from_when_on():
    """
    The main is reached at once, the plant at 1 h: held, and from then on held only with what does not count.
    """
    wet = {"pool": FULL_POOL, "plant": Wet(1500, reached=HOUR), "main": Wet(100, reached=0.0)}
    park = small_park(TO_PLANT, OVER_PLANT, storages=(PLANT,))
    public = judge(park, accident(), small_record(park, wet, WENT)).tiers[1]

    assert [(each.word, each.since_s) for each in phases(park, public, 2 * HOUR)] == [
        ("held", 0.0), ("held_uncounted", HOUR)
    ]  # fmt: skip


SPILT = Inflow("spill", InflowKind.RELEASE, ("plant",), (1.0,), (0.0,), (1.0,))
ELSEWHERE = Inflow("fire", InflowKind.FIRE, ("pool",), (1.0,), (0.0,), (1.0,))


@pytest.mark.parametrize(
    ("peak_m3", "came", "inflows", "stood_m3"),
    [(700, {"pool": 50.0}, [], 50), (700, {"pool": 250.0}, [], 200), (700, {}, [SPILT, ELSEWHERE], 200),
     (700, {}, [ELSEWHERE], 0), (400, {"pool": 50.0}, [], 0)],
    ids=["as much as came", "as much as rose", "poured into it", "poured elsewhere", "it fell"],
)  # fmt: skip
def test_the_most_accident_water_that_can_have_stood_there(peak_m3, came, inflows, stood_m3):
    """
    500 m3 stood there before; what came is at most what rose, and all of that may be accident water that was poured in.
    """
    margin = SimpleNamespace(storage="plant", peak_m3=peak_m3, occupied_m3=500)

    assert _stood_m3(margin, came, SimpleNamespace(inflows=inflows)) == stood_m3

"""What a crest cannot pass at its full head runs over the wall, and a raised crest keeps its weir."""

import pytest

from sim.check.judge import judge
from sim.check.tier_verdict import Verdict
from sim.engine import play
from sim.park import Name, Operation, Prism, Sheet, WeirRating
from sim.park.spill import spillways, top_m3, wall_m3
from sim.record.event import Cause, Reached
from sim.scenario import Clock, Rule
from tests.water.by_hand import HOUR, MINUTE, Seen, park_of, pool, pour, run, script, spillway


def bund(**others):
    """
    bund (1,000 m2, crest 1 m long at 2 m, wall at 2.5 m) --crest--> pool (50,000 m3)
    """
    crest = WeirRating(length_m=1, crest_m=2, head_m=0.5)
    storages = [pool("bund", 2000, shape=Prism(1000), **others), pool("pool", 50_000, "public")]
    return park_of(storages, [spillway("crest", "bund", "pool", rating=crest, transfer=True)])


def test_wall_overtopped():
    """
    5 m3/s for 1 h, 18,000 m3. The crest passes at most 0.42 x 1 m x 4.4294 x 0.5^1.5 = 0.65774 m3/s: from T+505 s on,
    when the wall is reached, 3,095 s x 0.65774 = 2,036 m3, before that some 28 and afterwards all but 3 of the 500 m3
    above the crest, so 2,561 in the pool, as EPA SWMM 5.2 has it too, 2,003 in the bund and 13,436 over the wall. SWMM
    has 13,548, but its books are 0.6 % out.
    """
    park, burst = bund(), pour("release", "bund", (0, 5.0), (HOUR, 0.0))

    seen = run(park, burst, horizon_s=6 * HOUR)

    assert seen.of("peak_m3", "bund") == 2500
    assert seen.over("peak_m3_s", "crest") == pytest.approx(0.65774, abs=1e-5)
    assert seen.passed("crest") == pytest.approx(2561, abs=90)
    assert seen.passed("bund>wall") == pytest.approx(13_436, abs=20)


def test_what_runs_over_the_wall_is_an_escape():
    """
    Though its crest was designed as a transfer, the plant is breached over the wall, onto the ground; that leaves all
    tiers outward, so the public pool, which held what came over the crest, does not make the public tier hold.
    """
    park, scenario = bund(), script(pour("release", "bund", (0, 5.0), (HOUR, 0.0)), horizon_s=6 * HOUR)

    plant, public, _ = judge(park, scenario, play(park, scenario)).tiers

    assert plant.verdict is Verdict.BREACHED
    assert [each.link for each in plant.escapes] == ["bund>wall"]
    assert [each.link for each in plant.transfers] == ["crest"]
    assert [each.link for each in public.escapes] == ["bund>wall"]


def test_the_file_may_say_where_it_runs_over_the_wall():
    """
    Into the ditch: what ran onto the ground above stands there now, and is no escape of the plant, whose the ditch is.
    """
    crest = WeirRating(length_m=1, crest_m=2, head_m=0.5)
    storages = [
        pool("bund", 2000, shape=Prism(1000), over_wall="ditch"),
        pool("pool", 50_000, "public"),
        pool("ditch", 20_000),
    ]
    park = park_of(storages, [spillway("crest", "bund", "pool", rating=crest, transfer=True)])
    scenario = script(pour("release", "bund", (0, 5.0), (HOUR, 0.0)), horizon_s=6 * HOUR)
    record = play(park, scenario)

    assert Seen(park, record).holds("ditch") == pytest.approx(13_436, abs=20)
    assert judge(park, scenario, record).tier("plant").verdict is Verdict.RELIEVED
    reached = {each.subject: each.cause for each in record.events if isinstance(each, Reached)}
    assert reached["ditch"] == Cause("over", "bund>wall")


def raised_weir(raise_m3, horizon_s=48 * HOUR):
    """
    bund (1,000 m2, 1,000 m3, weir of 60 m) -> out; sandbags on the crest at T+12 min. 3,000 m3 in 2 h from T+1 h on.
    """
    crest = WeirRating(length_m=60, crest_m=1)
    bags = Sheet("bags", Name("bags"), "bund", Operation.RAISE, work_s=MINUTE)
    park = park_of(
        [pool("bund", 1000, shape=Prism(1000), raise_m3=raise_m3)],
        [spillway("bund-spillway", "bund", "out", rating=crest)],
        sheets={"bags": bags},
    )
    spill = pour("release", "bund", (HOUR, 3000 / 7200), (3 * HOUR, 0.0))
    return run(park, spill, horizon_s=horizon_s, rules=(Rule("up", Clock(11 * MINUTE), 0.0, ("bags",)),))


@pytest.mark.parametrize("raise_m3", [100, 200, 400])
def test_raised_weir(raise_m3):
    """
    Sandbags of 10 cm keep 0.1 m x 1,000 m2 = 100 m3: 1,100 m3 stay and 1,900 run over the weir, which needs a head of
    (0.41667 / (60 x 1.8604))^(2/3) = 0.0241 m, 24 m3 more (bands of 10 m3), as long as all of it runs over. First after
    1,100 m3 / (3,000 / 7,200) m3/s = 44 min, at T+1 h 44 min. 20 and 40 cm: 100 and 300 m3 more of it stay.
    """
    seen = raised_weir(raise_m3)

    assert seen.holds("bund") == 1000 + raise_m3
    assert seen.passed("bund-spillway") == pytest.approx(2000 - raise_m3, abs=1e-6)
    assert seen.of("peak_m3", "bund") == pytest.approx(1000 + raise_m3 + 24.1, abs=5)
    assert seen.turns("bund-spillway")[0] == pytest.approx(HOUR + (1000 + raise_m3) / (3000 / 7200))
    assert seen.passed("bund>wall") == 0


def test_raise_and_head_add_up_at_the_top_of_the_wall():
    """
    0.5 m of head over 10 cm of bags over 1 m: the wall is overtopped from 1,600 m3 on, without the bags from 1,500.
    """
    park = raised_weir(100, horizon_s=HOUR).park
    place, over = park.storages["bund"], spillways(park)["bund"]

    assert top_m3(place, over) == pytest.approx(1600)
    assert wall_m3(place, over) == pytest.approx(1500)

"""Rain of many return periods on a park of one pool: depths, escapes and the period of giving way are closed forms."""

from math import inf, isnan

import pytest

from sim.check import judge
from sim.check.met import peaks_once_met
from sim.check.tier_verdict import Verdict
from sim.engine import play
from sim.load import load_case
from sim.park import StormCoefficients
from sim.study import return_periods
from sim.study.periods import gives_way, shortest_a
from tests.study.one_pool import period_a, rain_mm, storms_of, written


@pytest.fixture
def file(tmp_path):
    return written(tmp_path)


def of(found, tier):
    (one,) = [each for each in found.turns if each.tier == tier]
    return one


def test_depth_escape_and_first_escape(file):
    """
    1 mm on 1 ha is 10 m3. P = 20 a: 82.4 mm, 824 m3 in an hour on 6 m3 of product; 600 are full when 594 m3 have
    fallen, 594 / 824 x 3,600 s; 230 m3 come over, and 100 of them stay in the main.
    """
    (played,) = return_periods(storms_of(file), [20.0]).played
    plant, public = played.tiers
    fallen_m3 = 10 * rain_mm(20)

    assert played.rain_m * 1000 == pytest.approx(rain_mm(20), rel=1e-9)
    assert plant.verdict is Verdict.BREACHED
    assert plant.escaped_m3 == pytest.approx(6 + fallen_m3 - 600, abs=1e-3)
    assert plant.first_escape.first_s == pytest.approx(594 / fallen_m3 * 3600, abs=1e-3)
    assert public.escaped_m3 == pytest.approx(6 + fallen_m3 - 700, abs=1e-3)
    assert played.gives_way is public


def test_what_is_left_in_a_tier_that_holds(file):
    """
    P = 1 a: 37.0 mm, 370 m3; 600 - 376 = 224 m3 are left, 37 %.
    """
    (played,) = return_periods(storms_of(file), [1.0]).played
    plant, public = played.tiers

    assert plant.verdict is Verdict.HELD
    assert plant.margin_m3 == pytest.approx(594 - 10 * rain_mm(1), abs=1e-3)
    assert plant.margin_share == pytest.approx(plant.margin_m3 / 600)
    assert public.verdict is Verdict.UNTOUCHED
    assert played.gives_way is None


@pytest.mark.parametrize(("tier", "depth_mm"), [("plant", 59.4), ("public", 69.4)])
def test_where_a_tier_begins_to_give_way(file, tier, depth_mm):
    """
    Intensity x area x runoff x time = room: 10 m3/mm x d = 594 m3, d = 59.4 mm, P = 4.4 a; with the main's 100 m3
    69.4 mm, P = 8.5 a. Both to 1 %, and a run on either side says so.
    """
    storms = storms_of(file)
    turn = of(return_periods(storms, [1.0, 2.0, 5.0]), tier)
    place = ["plant", "public"].index(tier)

    assert turn.held_a <= period_a(depth_mm) <= turn.lost_a <= 1.01 * turn.held_a
    assert turn.monotone
    assert turn.held_m * 1000 == pytest.approx(rain_mm(turn.held_a))
    assert storms.play(turn.held_a).tiers[place].verdict is not Verdict.BREACHED
    assert storms.play(turn.lost_a).tiers[place].verdict is Verdict.BREACHED


def test_the_same_in_a_chicago_storm(file):
    """
    Its depth is the same, and so is the period: only volume counts here.
    """
    turn = of(return_periods(storms_of(file, "chicago"), [2.0]), "plant")

    assert turn.held_a <= period_a(59.4) <= turn.lost_a <= 1.01 * turn.held_a


def test_a_tier_that_never_or_always_gives_way(file):
    """
    100 a bring 107 mm, 1,069 m3, into 60,000; half a year brings 265 m3 into a pool of 100.
    """
    for capacity, held, lost in (("60000 m3", 100.0, None), ("100 m3", None, 0.5)):
        case = load_case(file, sets=[f"park.storages.pool.capacity={capacity}"])
        storms = storms_of(file)
        storms.trial.park = case.park
        turn = gives_way(storms, 0)

        assert turn.held_a == held if held else isnan(turn.held_a)
        assert turn.lost_a == lost if lost else isnan(turn.lost_a)


def test_a_grid_of_periods_and_times_of_closing(file):
    """
    The pool runs over at 2,594 s (P = 20 a). Shut before that, the main keeps 100 m3; later it has let go what came;
    never: all 230 m3. At P = 2 a nothing comes.
    """
    times_s = [600.0, 2700.0, inf]
    found = return_periods(storms_of(file), [2.0, 20.0], closing=("shut", times_s))
    over_m3 = 10 * rain_mm(20) - 594
    late_m3 = (2700 - 594 / rain_mm(20) / 10 * 3600) * rain_mm(20) * 10 / 3600

    escaped = [found.cell(20.0, each).tiers[1].escaped_m3 for each in times_s]
    assert escaped == pytest.approx([over_m3 - 100, max(over_m3 - 100, late_m3), over_m3], abs=0.01)
    assert [found.cell(2.0, each).gives_way for each in times_s] == [None] * 3
    assert found.times_s == times_s


def test_an_operation_sheet_that_nobody_calls_may_be_tried_too(file):
    """
    The sheet shuts the same gate at 5 min, the action 5 min later for nothing.
    """
    found = return_periods(storms_of(file), [20.0], closing=("gate-shut", [300.0]))

    assert found.cell(20.0, 300.0).tiers[1].escaped_m3 == pytest.approx(10 * rain_mm(20) - 694, abs=1e-3)


@pytest.mark.parametrize("pick", [None, "chicago"])
def test_a_cell_equals_a_single_run_exactly(file, pick):
    """
    The same numbers to the last bit as `run --set rain.storm.period=7 a --set actions.shut.at=40 min`.
    """
    found = return_periods(storms_of(file, pick), [7.0], closing=("shut", [2400.0]))
    case = load_case(file, pick, ["rain.storm.period=7 a", "actions.shut.at=40 min"])
    tiers = judge(case.park, case.scenario, peaks_once_met(play(case.park, case.scenario))).tiers

    assert repr(found.cell(7.0, 2400.0).tiers) == repr(tiers)  # NaN is as good as NaN
    case = load_case(file, pick, ["rain.storm.period=7 a"])
    tiers = judge(case.park, case.scenario, peaks_once_met(play(case.park, case.scenario))).tiers
    assert repr(found.played[0].tiers) == repr(tiers)


def test_a_second_storm_is_one_like_the_first(file):
    """
    The first storm, P = 2 a, brings 475 m3 and 6 of product; 119 m3 of room are left for the second, 30 min,
    1,111 / 39.713^0.561 x 0.18 = 25.4 mm x (1 + 0.945 lg P): 11.9 mm are less than half of it.
    """
    storms = storms_of(file, "second", "again")
    turn = gives_way(storms, 0, from_a=0.2)
    left_mm = 59.4 - rain_mm(2)

    assert turn.held_a <= 10 ** ((left_mm / rain_mm(1, 30) - 1) / 0.945) <= turn.lost_a


def test_a_formula_that_gives_no_rain_so_often_is_not_asked():
    """
    1 + 5 lg P = 0 at 10^-0.2 = 0.63 a; with 0.945, at 0.087 a, half a year is the shortest.
    """
    assert shortest_a(StormCoefficients("x", None, 1000, 5.0, 10, 0.6)) == pytest.approx(1.05 * 0.631, rel=1e-3)
    assert shortest_a(StormCoefficients("x", None, 1000, 0.945, 10, 0.6)) == 0.5


def test_how_far_it_has_come_is_told(file):
    told = []
    return_periods(storms_of(file), [1.0, 2.0], closing=("shut", [60.0]), tell=told.append)

    assert told == [k / 6 for k in range(1, 7)]  # two periods, two tiers, two cells

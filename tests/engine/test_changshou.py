"""The flagship's accidents without crews give what docs/changshou.md worked out by hand, before any run.

Hours and cubic metres; what the page calls "about" hangs on the head over a bund's valve or on a
mixture and is held to the page's rounding, everything else to the arithmetic.
"""

from functools import cache
from math import log10
from pathlib import Path

import pytest

from sim.check import judge
from sim.load import Rereader, load_case
from sim.study import Storms, return_periods
from tests.engine.test_changshou_people import VERDICTS as WITH_PEOPLE
from tests.shipped import case_of, result_of
from tests.water.by_hand import HOUR, MINUTE, Seen

SCENARIOS = Path(__file__).parents[2] / "scenarios"
UNTOUCHED, HELD, RELIEVED, BREACHED = "untouched", "held", "relieved", "breached"
VERDICTS = {
    ("tank-fire", None): (HELD, UNTOUCHED, UNTOUCHED),
    ("tank-fire", "leaky-rain-valve"): (BREACHED, BREACHED, BREACHED),
    ("storm-relief", None): (RELIEVED, HELD, UNTOUCHED),
    ("storm-relief", "late-transfer"): (BREACHED, BREACHED, BREACHED),
    ("storm-relief", "load-over-the-day"): (RELIEVED, HELD, UNTOUCHED),
    ("outfall-open", None): (BREACHED, BREACHED, HELD),
    ("outfall-open", "outfall-in-time"): (BREACHED, HELD, UNTOUCHED),
    ("outfall-open", "leaky-gates"): (BREACHED, BREACHED, BREACHED),
    ("boundary-breach", None): (BREACHED, BREACHED, BREACHED),
    ("boundary-breach", "bigger-pool"): (HELD, UNTOUCHED, UNTOUCHED),
    ("boundary-breach", "emergency-power"): (RELIEVED, HELD, UNTOUCHED),
    ("boundary-breach", "outfall-in-time"): (BREACHED, HELD, UNTOUCHED),
    ("boundary-breach", "gates-earlier"): (BREACHED, BREACHED, HELD),
    ("boundary-breach", "river-only"): (BREACHED, BREACHED, HELD),
    ("boundary-breach", "by-the-book"): (RELIEVED, HELD, UNTOUCHED),
    ("return-period", None): (BREACHED, BREACHED, HELD),
}


def played(name, pick=None):
    """A scenario's case, and its run."""
    result = result_of(name, pick)
    return case_of(name, pick), Seen(result.park, result.record)


def seen_in(name, pick=None):
    return played(name, pick)[1]


def done(seen, action):
    """When an action was done [s]."""
    (at_s,) = [each.at_s for each in seen.record.events if (each.what, each.subject) == ("done", action)]
    return at_s


@pytest.mark.parametrize(("name", "pick"), VERDICTS)
def test_verdicts_are_those_of_the_table(name, pick):
    """
    docs/changshou.md, "What the scenarios must give".
    """
    case, seen = played(name, pick)
    judgement = judge(case.park, case.scenario, seen.record)

    assert tuple(each.verdict for each in judgement.tiers) == VERDICTS[name, pick]


def test_every_scenario_of_the_folder_is_played():
    assert {f"changshou-{name}.yaml" for name, _ in VERDICTS | WITH_PEOPLE} == {
        path.name for path in SCENARIOS.glob("changshou-*.yaml")
    }


@pytest.mark.parametrize("name", ["tank-fire", "storm-relief", "outfall-open", "boundary-breach", "return-period"])
def test_ledgers_close(name):
    """
    To 1e-9 of all water, some half a million to three million m3.
    """
    assert seen_in(name).record.ledger.error_share < 1e-9


# 1. Tank fire


def test_tank_fire_pool_peaks_at_6580_m3():
    """
    200 + 360 + 2,160 + (40 + 3,000 + 4,320 - 3,500) = 6,580 m3 at T+12 h, of 8,000: 1,420 m3 are left.
    """
    seen = seen_in("tank-fire")

    assert seen.of("peak_m3", "a-001-pool") == pytest.approx(6580, abs=0.01)
    assert seen.of("peak_at_s", "a-001-pool") == pytest.approx(12 * HOUR)


def test_tank_fire_bund_is_let_down_in_time():
    """
    3,280 m3 at T+30 min, 4,200 after another 4,600 s: T+1 h 46.7 min; valve open 10 min later, shut at 3,500 m3
    (T+7.9 h).
    """
    seen = seen_in("tank-fire")

    (crossed,) = [at_s for at_s, _, subject in seen.entries("crossed") if subject == "a-001-bund" and at_s < 2 * HOUR]
    assert crossed == pytest.approx(30 * MINUTE + 4600)
    assert done(seen, "open-bund-valve") == pytest.approx(40 * MINUTE + 4600)
    assert done(seen, "shut-bund-valve") == pytest.approx(7.9 * HOUR, abs=0.05 * HOUR)
    assert seen.volume("a-001-bund", [30 * MINUTE, 40 * MINUTE + 4600]) == pytest.approx([3280, 4320])


def test_tank_fire_bund_peaks_at_about_4580_m3():
    """
    At T+6.2 h, when the monitors stop (T+6 h 10 min); never 5,189 m3, where its valve would pass all of 0.2 m3/s.
    """
    seen = seen_in("tank-fire")

    assert seen.of("peak_m3", "a-001-bund") == pytest.approx(4580, abs=10)
    assert seen.of("peak_at_s", "a-001-bund") == pytest.approx(6 * HOUR + 10 * MINUTE)


def test_tank_fire_product_stays_in_the_bund_until_it_is_skimmed():
    """
    2,975 m3 (2,950 and 10 min of 150 m3/h) of 3,000 into the emergency tank, pure; none through the bottom valve.
    """
    seen = seen_in("tank-fire")

    assert seen.over("passed", "a-001-skimmer") == pytest.approx([2975, 0, 0, 0, 0, 0], abs=0.1)
    assert seen.over("passed", "a-001-bund-valve")[0] == 0
    assert seen.over("passed", "a-001-bund-valve")[1] + seen.over("passed", "a-001-bund-valve")[2] == pytest.approx(
        3860
    )


def test_tank_fire_leaks_550_m3_through_a_leaky_rain_valve():
    """
    20 L/s from T+20 min to T+7.9 h: 0.02 x 7.583 h = 546 m3.
    """
    seen = seen_in("tank-fire", "leaky-rain-valve")

    assert seen.passed("a-001-rain-valve") == pytest.approx(550, abs=10)
    assert seen.passed("outfall-05") == pytest.approx(seen.passed("a-001-rain-valve"))


def test_tank_fire_leak_reaches_the_yangtze_when_it_has_travelled_there():
    """
    From T+20 min; 15 min of rain main, then 6,500 + 6,000 + 6,500 + 6,000 + 5,500 + 5,000 s = 9 h 52 min through
    sections that pass a trace at once: T+10 h 27 min.
    """
    seen = seen_in("tank-fire", "leaky-rain-valve")

    assert seen.over("accident_from_s", "outfall-05") == pytest.approx(35 * MINUTE)
    assert seen.over("accident_from_s", "gate-7") == pytest.approx(35 * MINUTE + 35_500, abs=15 * MINUTE)


# 2. Storm


def test_storm_pool_peaks_at_about_6200_m3():
    """
    At T+6.3 h, when the cooling stops (T+6 h 20 min); about 1,800 m3 are left.
    """
    seen = seen_in("storm-relief")

    assert seen.of("peak_m3", "a-001-pool") == pytest.approx(6200, abs=50)
    assert seen.of("peak_at_s", "a-001-pool") == pytest.approx(6 * HOUR + 20 * MINUTE, abs=MINUTE)


def test_storm_moves_on_what_does_not_fit():
    """
    11,407 m3 less the stop level of 800: 10,607 m3 until about T+13.7 h; pool 1 at 500 + 10,607 less at most 300.
    """
    seen = seen_in("storm-relief")

    assert seen.passed("a-001-transfer") == pytest.approx(10_607, abs=5)
    assert seen.turns("a-001-transfer")[-1] == pytest.approx(13.7 * HOUR, abs=0.05 * HOUR)
    assert 500 + 10_607 - 305 < seen.holds("pool-1") < 500 + 10_607
    assert seen.over("accident_m3", "a-001-transfer") == pytest.approx(5800, abs=50)


def test_storm_pumps_are_ordered_at_half_a_pool():
    """
    4,000 m3 at about T+1.65 h, pumps 15 min later.
    """
    seen = seen_in("storm-relief")

    assert done(seen, "start-transfer") == pytest.approx(1.9 * HOUR, abs=0.03 * HOUR)


def test_late_transfer_lets_2300_m3_over():
    """
    Full at about T+4.3 h, pumps at T+6.65 h; some 2,300 m3 over, about 1,100 of them fire and process water, in the
    Yangtze 9 h 52 min later.
    """
    seen = seen_in("storm-relief", "late-transfer")

    assert seen.of("full_at_s", "a-001-pool") == pytest.approx(4.3 * HOUR, abs=0.05 * HOUR)
    assert seen.passed("a-001-pool-spillway") == pytest.approx(2300, abs=50)
    assert seen.over("accident_m3", "a-001-pool-spillway") == pytest.approx(1100, abs=50)
    assert seen.over("accident_from_s", "gate-7") == pytest.approx(4.27 * HOUR + 35_500, abs=15 * MINUTE)


# 3. Outfall


def test_outfall_lets_648_m3_into_the_river():
    """
    48 + 0.1 x 6,000 s = 648 m3 through the rain valve, at the outfall from T+15 to T+125 min.
    """
    seen = seen_in("outfall-open")

    assert seen.over("passed", "c-001-rain-valve") == pytest.approx([48, 600, 0, 0, 0, 0])
    assert seen.over("passed", "outfall-36") == pytest.approx([48, 600, 0, 0, 0, 0])
    assert seen.over("accident_from_s", "outfall-36") == pytest.approx(15 * MINUTE)
    assert seen.over("accident_until_s", "outfall-36") == pytest.approx(125 * MINUTE)


def test_outfall_is_caught_between_the_gates():
    """
    River 4: 22,464 + 2 x 9,180 s + 648 = 41,500 of 122,800 m3; river 5: 22,656 + 2 x 4,800 s = 32,300 of 126,100 m3,
    each to 100 m3: while it is open gate 4 passes a little more than 2 m3/s, as the water rises. Nothing goes further.
    """
    seen = seen_in("outfall-open")

    assert seen.of("peak_m3", "river-4") == pytest.approx(41_472, abs=100)
    assert seen.of("peak_m3", "river-5") == pytest.approx(32_256, abs=150)
    assert seen.of("reached_at_s", "river-5") == pytest.approx(115 * MINUTE, abs=MINUTE)
    assert seen.over("accident_m3", "gate-5") == 0
    assert done(seen, "shut-gate-5") == 95 * MINUTE


def test_outfall_bund_and_pool_have_room():
    """
    36 + 1,200 + 0.15 x 14,400 = 3,396 of 5,000 m3; 200 + 160 + 0.1 x 8,400 = 1,200 of 6,000 m3.
    """
    seen = seen_in("outfall-open")

    assert seen.of("peak_m3", "c-001-bund") == pytest.approx(3396)
    assert seen.of("peak_m3", "c-001-pool") == pytest.approx(1200)


def test_outfall_dirty_water_is_pumped_back():
    """
    8 h x 1,500 = 12,000 m3 into pool 5: 12,500 of 16,000.
    """
    seen = seen_in("outfall-open")

    assert seen.passed("river-4-recovery") == pytest.approx(12_000)
    assert seen.of("peak_m3", "pool-5") == pytest.approx(12_500)


def test_outfall_clean_water_fills_section_3_only_in_part():
    """
    92,664 m3 free at 2 m3/s; the bypass starts at T+8 h at some 64,000 m3 and never lets it fill.
    """
    seen = seen_in("outfall-open")

    assert seen.volume("river-3", [8 * HOUR])[0] == pytest.approx(64_000, abs=500)
    assert seen.of("peak_m3", "river-3") < 65_000


def test_outfall_in_time_keeps_it_in_the_main():
    """
    648 m3 into a main of 895 m3 that is pumped out from about T+1 h: never much more than 320 m3.
    """
    seen = seen_in("outfall-open", "outfall-in-time")

    assert seen.of("peak_m3", "rain-36") == pytest.approx(320, abs=20)
    assert seen.over("accident_m3", "outfall-36") == 0
    assert seen.passed("intercept-36") == pytest.approx(648)


def test_leaky_gates_let_it_through_to_the_yangtze():
    """
    Section 5 at T+115 min, section 6 5,500 s and the Yangtze another 5,000 s later: T+4 h 50 min.
    """
    seen = seen_in("outfall-open", "leaky-gates")

    assert seen.of("reached_at_s", "river-5") == pytest.approx(115 * MINUTE, abs=MINUTE)
    assert seen.over("accident_from_s", "gate-7") == pytest.approx(4 * HOUR + 50 * MINUTE, abs=15 * MINUTE)


# 4. Boundary


def test_boundary_1160_m3_go_over_the_crest():
    """
    1,000 + 250 + 1,008 + 1,902 = 4,160 m3 into 3,000; full at T+3.4 h.
    """
    seen = seen_in("boundary-breach")

    assert seen.passed("f-001-pool-spillway") == pytest.approx(1160)
    assert seen.of("full_at_s", "f-001-pool") == pytest.approx(3.4 * HOUR, abs=0.1 * HOUR)
    assert seen.passed("f-001-bund-valve") == pytest.approx(1902)


def test_boundary_bund_is_let_down_at_82_8_min():
    """
    2,520 m3 at T+72.8 min (600 s and 2,030 + 0.13 t), valve open 10 min later.
    """
    assert done(seen_in("boundary-breach"), "open-bund-valve") == pytest.approx(82.8 * MINUTE, abs=0.05 * MINUTE)


def test_boundary_the_yangtze_gets_some_180_m3():
    """
    From about T+4.8 to 5.0 h to T+8.5 h: some 180 m3 of product and fire water in some 20,000 m3 of river water.
    """
    seen = seen_in("boundary-breach")
    product, firewater, _, _, river, _ = seen.over("accident", "gate-7")

    assert 4.8 * HOUR - 60 <= seen.over("accident_from_s", "gate-7") <= 5 * HOUR
    assert seen.over("accident_until_s", "gate-7") == 8.5 * HOUR
    assert product + firewater == pytest.approx(180, abs=15)
    assert river == pytest.approx(20_000, rel=0.1)


def test_boundary_a_bigger_pool_would_have_held():
    """
    4,160 m3 in 5,200: 1,040 m3 are left.
    """
    assert seen_in("boundary-breach", "bigger-pool").of("peak_m3", "f-001-pool") == pytest.approx(4160)


@pytest.mark.parametrize("pick", ["emergency-power", "by-the-book"])
def test_boundary_power_for_the_pump_would_have_relieved(pick):
    """
    Pumps from about T+2.2 h, pool peak about 2,680 of 3,000 m3; 3,860 m3 moved on to pool 9, 4,160 of 12,000 m3 less
    what is left in the well (at most 300).
    """
    seen = seen_in("boundary-breach", pick)

    assert seen.turns("f-001-transfer")[0] == pytest.approx(2.2 * HOUR, abs=0.05 * HOUR)
    assert seen.of("peak_m3", "f-001-pool") == pytest.approx(2680, abs=10)
    assert seen.passed("f-001-transfer") == pytest.approx(3860, abs=5)
    assert 4160 - 305 < seen.holds("pool-9") < 4160


def test_boundary_an_outfall_shut_in_time_would_have_kept_it_in_the_main():
    """
    Main at most about 630 of 1,225 m3, 400 m3/h pumped on to pool 9.
    """
    seen = seen_in("boundary-breach", "outfall-in-time")

    assert seen.of("peak_m3", "rain-67") == pytest.approx(630, abs=30)
    assert seen.over("accident_m3", "outfall-67") == 0


@pytest.mark.parametrize("pick", ["gates-earlier", "river-only"])
def test_boundary_gates_shut_earlier_would_have_caught_it(pick):
    """
    River 6: 49,000 of 123,500 m3, river 7: 36,000 of 119,500 m3, to half a thousand; nothing over gate 7.
    """
    seen = seen_in("boundary-breach", pick)

    assert seen.of("peak_m3", "river-6") == pytest.approx(49_000, abs=500)
    assert seen.of("peak_m3", "river-7") == pytest.approx(36_000, abs=500)
    assert seen.over("accident_m3", "gate-7") == 0


# 11. How rare must the rain be


def rare_rain_mm(period_a):
    """An hour of Yubei's formula: 1,111 / 69.713^0.561 x 0.36 = 36.98 mm, times 1 + 0.945 lg P."""
    return 1111 * (1 + 0.945 * log10(period_a)) / 69.713**0.561 * 0.36


@cache
def return_periods_played():
    """Six return periods, three tiers, and two of the periods with the gates shut at four times."""
    path = SCENARIOS / "changshou-return-period.yaml"
    case, reader = load_case(path), Rereader(path)
    storms = Storms.of(case.park, case.scenario, "storm", lambda a: reader.scenario(f"rain.storm.period={a} a"))
    times_s = [2 * HOUR, 4 * HOUR, 6 * HOUR, float("inf")]
    return return_periods(storms, [1, 2, 5, 10, 20, 30, 50], closing=("shut-gates", times_s))


@pytest.mark.parametrize(
    ("period_a", "verdicts"),
    [
        (1, (HELD, UNTOUCHED, UNTOUCHED)),
        (2, (HELD, UNTOUCHED, UNTOUCHED)),
        (5, (BREACHED, HELD, UNTOUCHED)),
        (10, (BREACHED, HELD, UNTOUCHED)),
        (20, (BREACHED, BREACHED, HELD)),
        (50, (BREACHED, BREACHED, BREACHED)),
    ],
)
def test_return_period_verdicts_are_those_of_the_table(period_a, verdicts):
    (played,) = [each for each in return_periods_played().played if each.period_a == period_a]

    assert tuple(each.verdict for each in played.tiers) == verdicts
    assert played.rain_m * 1000 == pytest.approx(rare_rain_mm(period_a))


def test_return_period_from_which_each_tier_gives_way():
    """
    3,042 + 59.5 d > 6,500: d = 58.1 mm, 4.0 a; 990 m3 more: 74.8 mm, 12 a; plug and crest meet at 91 mm, 35 a.
    """
    plant, public, boundary = return_periods_played().turns

    assert plant.lost_m * 1000 == pytest.approx((6500 - 3042) / 59.5, rel=0.005)
    assert public.lost_m * 1000 == pytest.approx((6500 + 990 - 3042) / 59.5, rel=0.005)
    assert boundary.lost_m * 1000 == pytest.approx(91.0, rel=0.005)
    assert [round(each.lost_a) for each in (plant, public)] == [4, 12]
    assert boundary.lost_a == pytest.approx(35, rel=0.02)
    assert all(each.monotone for each in (plant, public, boundary))


def test_return_period_room_left_in_the_pool():
    """
    6,500 - 3,042 - 59.5 d: 1,258 m3 once a year, 632 once in two years; bund and drain have more.
    """
    for played in return_periods_played().played[:2]:
        plant = played.tiers[0]

        assert plant.tightest.storage == "b-001-pool"
        assert plant.margin_m3 == pytest.approx(6500 - 3042 - 59.5 * rare_rain_mm(played.period_a), abs=0.1)


def test_return_period_main_18_takes_what_comes_over():
    """
    At 5 a 3,042 + 3,653 - 6,500 = 195 of 990 m3, at 10 a 820.
    """
    for played in return_periods_played().played[2:4]:
        over_m3 = 3042 + 59.5 * rare_rain_mm(played.period_a) - 6500
        public = played.tiers[1]

        assert public.tightest.storage == "rain-18"
        assert public.margin_m3 == pytest.approx(990 - over_m3, abs=15)  # some is still over the crest


def test_return_period_times_of_the_20_year_storm():
    """
    Pool full at T+3 h 22 min; in section 2 at T+5 h 45 min; never shut, in the Yangtze 29,000 s later.
    """
    (played,) = [each for each in return_periods_played().played if each.period_a == 20]
    plant, public, _ = played.tiers
    full_s = ((6500 - 200 - 59.5 * rare_rain_mm(20) + 144) / 457) * HOUR
    never = return_periods_played().cell(20, float("inf")).tiers[2]

    assert plant.first_escape.first_s == pytest.approx(full_s, abs=1)
    assert public.first_escape.first_s == pytest.approx(5 * HOUR + 45 * MINUTE, abs=2 * MINUTE)
    assert never.first_escape.first_s == pytest.approx(public.first_escape.first_s + 29_000, abs=1)


def test_return_period_gates_hold_if_shut_in_time():
    """
    At 20 a T+4 h holds, T+2 h is too soon and T+6 h too late; at 10 a nothing comes, at 50 a nothing helps.
    """
    found = return_periods_played()

    def boundary_holds(period_a):
        return [found.cell(period_a, each).tiers[2].verdict != BREACHED for each in found.times_s]

    assert boundary_holds(20) == [False, True, False, False]
    assert boundary_holds(10) == [True] * 4
    assert boundary_holds(50) == [False] * 4

"""How a park stands at an instant, against numbers worked out by hand."""

from pathlib import Path

import pytest

from sim.check import Verdict
from sim.load import load_case
from sim.report.map.moment import moment, worst_s
from sim.report.page.replay import openings as page_openings
from sim.result import run
from tests.water.by_hand import park_of, pool, pour, pump, script

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def first():
    case = load_case(ROOT / "docs" / "first-park" / "fire.yaml")
    return run(case.park, case.scenario)


@pytest.fixture(scope="module")
def wall():
    case = load_case(ROOT / "scenarios" / "changshou-late-wall.yaml")
    return run(case.park, case.scenario)


def at(result, at_s):
    return moment(result.park, result.scenario, result.record, result.verdict, at_s)


def test_water_at_two_hours(first):
    """
    600 m3 and 0.3 m3/s from T+10 min fill the bund's 1,500 m3 at T+1 h. In the hour after it 0.3 * 3,600 = 1,080 m3 run
    over into the pool; the pump starts at T+2 h 26 min only.
    """
    now = at(first, 7200.0)

    assert now.volumes["bund"].sum() == pytest.approx(1500)
    assert now.volumes["pool"].sum() == pytest.approx(1080)
    assert now.flows["bund-spillway"].sum() == pytest.approx(0.3)
    assert "transfer" not in now.flows
    assert now.openings["transfer"] == 0
    assert now.verdicts == {"plant": Verdict.HELD, "public": Verdict.UNTOUCHED, "boundary": Verdict.UNTOUCHED}


def test_the_pump_runs_at_three_hours(first):
    """600 m3/h; half the pool, 1,000 m3, was there at T+1 h 55.6 min, and the pump is on 30 min after that."""
    now = at(first, 10_800.0)

    assert now.openings["transfer"] == 1
    assert now.flows["transfer"].sum() == pytest.approx(600 / 3600)
    assert now.verdicts["plant"] is Verdict.RELIEVED


def test_a_pump_with_levels_is_shown_running_only_while_it_runs():
    """
    0.25 m3/s into a sump of 100 m3: its pump of 0.75 m3/s starts at 80 m3, 320 s, and stops at 20 m3, 440 s.
    """
    lift = pump("lift", "sump", "treated", 0.75, start_m3=80.0, stop_m3=20.0)
    result = run(park_of([pool("sump", 100)], [lift]), script(pour("fire", "sump", (0, 0.25)), horizon_s=700))

    assert [at(result, each).openings["lift"] for each in (0, 319, 320, 439, 440, 679, 680)] == [0, 0, 1, 1, 0, 0, 1]
    assert page_openings(result, {"lift"}) == {"lift": [(0.0, 0.0), (320.0, 1.0), (440.0, 0.0), (680.0, 1.0)]}


def test_the_worst_is_the_first_escape_from_the_outermost_tier_that_gave_way(wall):
    """The wall gives way at T+120 h; accident water leaves the river's last section at T+121 h 24 min, as is known."""
    outermost = wall.verdict.tiers[-1]

    assert outermost.verdict is Verdict.BREACHED
    assert worst_s(wall.verdict) == outermost.escapes[0].first_s == pytest.approx(121.4 * 3600, abs=60)


def test_without_a_breach_the_worst_is_when_the_fullest_storage_was_fullest():
    """The emergency tank takes 2,975 of its 3,500 m3: the least is left in it or in the pool, as recorded."""
    case = load_case(ROOT / "scenarios" / "changshou-tank-fire.yaml")
    result = run(case.park, case.scenario)
    reached = [each for tier in result.verdict.tiers for each in tier.reached]

    assert worst_s(result.verdict) == min(reached, key=lambda each: each.margin_share).peak_at_s


def test_a_team_is_shown_from_when_it_sets_out_to_its_end(wall):
    """The park's team is ordered to outfall 67 at minute 8, 20 minutes away, and works there from minute 28 to 38."""
    crews = {minute: [(each.crew, each.sheet, each.there_s / 60) for each in at(wall, minute * 60.0).teams
                      if each.crew == "park-duty"] for minute in (7, 8, 27, 30, 38)}  # fmt: skip
    shown = [("park-duty", "outfall-67-shut", 28)]

    assert crews == {7: [], 8: shown, 27: shown, 30: shown, 38: []}
    assert at(wall, 37 * 60.0).openings["outfall-67"] == 1
    assert at(wall, 38 * 60.0).openings["outfall-67"] == 0


def test_an_alarm_lasts_until_it_is_closed(wall):
    """Camera 1 alarms at minute 1 and is closed at minute 38."""
    assert "f-001-camera-1" not in at(wall, 59.0).alarms
    assert "f-001-camera-1" in at(wall, 60.0).alarms
    assert "f-001-camera-1" not in at(wall, 38 * 60.0).alarms


def test_a_run_without_a_trace_still_knows_people_and_verdicts():
    case = load_case(ROOT / "docs" / "first-park" / "fire.yaml")
    now = at(run(case.park, case.scenario, trace=False), 10_800.0)

    assert (now.volumes, now.flows) == ({}, {})
    assert now.openings["transfer"] == 1
    assert now.verdicts["plant"] is Verdict.RELIEVED

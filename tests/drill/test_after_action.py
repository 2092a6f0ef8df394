"""An exercise held against its plan: each delay's water, by hand and by the run; closings, reports, doubts."""

from dataclasses import replace
from math import inf, isnan
from pathlib import Path

import pytest

from sim.check.warning import warnings
from sim.drill import Exercise, master_list
from sim.drill.after_action import Unsaid, after_action
from sim.drill.lateness import Source, Stage
from sim.drill.log import Log, Row, What
from sim.drill.replay import NotMentioned, replay
from sim.drill.run_of import RunOf
from sim.load import load_case
from sim.study import deadlines
from tests.drill.logs import as_planned, run_of
from tests.drill.test_replay import spill, two_storages
from tests.engine.people import park_with
from tests.water.by_hand import MINUTE, at, pool, pour, script, spillway, valve

ROOT = Path(__file__).parents[2]
NIGHT = ROOT / "scenarios/changshou-night-shift.yaml"


def held_against(of, log, rule=NotMentioned.DONE, exercise=None):
    return after_action(replay(of, log, rule), master_list([of], exercise or Exercise()))


def job(found, id):
    (one,) = [each for each in found.jobs if each.job == id]
    return one


def test_a_delay_of_20_minutes_costs_what_came_meanwhile():
    """
    What runs over leads outside, past the boundary.

    Planned 120 s, done 20 min later at 1,320 s: the basin is full at 200 s, 0.5 m3/s x 1,120 s = 560 m3 go over;
    nothing would have on time. Deadline 200 s: 80 s to spare as planned, 1,120 s late.
    """
    park, scenario = two_storages(), spill(at(120, ("v1", 0.0)))
    of = RunOf.of(park, scenario, tuple(deadlines(park, scenario)))

    found = held_against(of, as_planned(of, act=20 * MINUTE))

    late = job(found, "act")
    assert (late.late_s, found.worst) == (1200, late)
    for felt in (late.mended, late.alone):
        assert (felt.more_m3, felt.tier, felt.link, felt.first_s) == (pytest.approx(560), "boundary", "over", 200)
    assert late.planned_slack_s == pytest.approx(80, abs=1)
    assert late.actual_slack_s == pytest.approx(-1120, abs=1)
    assert [each.verdict for each in found.planned.tiers] == ["relieved", "held", "untouched"]
    assert [each.verdict for each in found.actual.tiers] == ["relieved", "breached", "breached"]


def test_on_the_night_shift_outfall_18_costs_96_m3():
    """
    docs/changshou.md: 0.08 m3/s at outfall 18 from T+43 min 20 s on; shut at T+55 min, 56 m3 are through. 20 min
    later 0.08 x 1,200 s = 96 m3 more, into section 2; the plug's 30 m3 stay what they are.
    """
    of = run_of(load_case(NIGHT))

    found = held_against(of, as_planned(of, outfall_18_shut=20 * MINUTE))

    worst = found.worst
    assert (worst.job, worst.late_s) == ("outfall-18-shut", 1200)
    for felt in (worst.mended, worst.alone):
        assert (felt.more_m3, felt.tier, felt.link) == (pytest.approx(96, abs=0.01), "public", "outfall-18")
    public = [each.tier("public").escaped_m3 for each in (found.planned, found.actual)]
    assert public == [pytest.approx(86, abs=0.01), pytest.approx(182, abs=0.01)]
    assert [each.job for each in found.improvements] == ["outfall-18-shut"]


def two_valves():
    """Two valves of 0.25 m3/s each from a bund into a basin of 100 m3."""
    links = [valve(id, "bund", "basin", 0.25, transfer=True) for id in ("v1", "v2")]
    park = park_with([pool("bund", 2000), pool("basin", 100, "public")], [*links, spillway("over", "basin", "out")])
    acts = [at(120, (link, 0.0), id=link) for link in ("v1", "v2")]
    return RunOf.of(park, script(pour("release", "bund", (0, 1.0)), horizon_s=1500, actions=acts), ())


def test_two_delays_that_only_do_harm_together():
    """
    Planned both at 120 s: 60 m3. v1 shut at 220 s: 60 + 25 = 85, v2 at 220 s: the same; both: 110 m3, 10 m3 over.
    With either one mended nothing goes over: each costs all 10 m3, and alone none.
    """
    of = two_valves()

    found = held_against(of, as_planned(of, v1=100, v2=100))

    for late in found.jobs:
        assert (late.mended.more_m3, late.alone.more_m3) == (pytest.approx(10), 0)


def test_two_delays_each_of_which_would_have_done():
    """
    v1 and v2 never shut. Both: 0.5 m3/s from 0 s on, full at 200 s, 650 m3 over. v1 mended: 0.25 x 1,500 + 30 = 405 m3,
    305 over, so it costs 345 m3; v1 alone 305 m3.
    """
    of = two_valves()

    found = held_against(of, as_planned(of, v1=None, v2=None))

    for late in found.jobs:
        assert late.late_s == inf
        assert (late.mended.more_m3, late.alone.more_m3) == (pytest.approx(345), pytest.approx(305))


def test_what_was_early_costs_nothing_and_is_no_improvement():
    of = RunOf.of(two_storages(), spill(at(120, ("v1", 0.0))), ())

    found = held_against(of, as_planned(of, act=-60))

    assert (job(found, "act").late_s, found.improvements, found.worst) == (-60, [], None)


def test_where_the_time_went():
    """
    The first park's plan: ordered T+2 h 1 min, 10 min way, 10 min work. Here ordered 3 min late, begun 12 min after
    that and done 8 min later: 3 min lost before the order, 2 on the way, 2 won at work.
    """
    of = run_of(load_case(ROOT / "docs/first-park/plan.yaml"))
    times = [(What.ORDERED, 124), (What.BEGUN, 136), (What.DONE, 144)]
    log = Log(tuple(Row("transfer-start", what, minute * MINUTE) for what, minute in times))

    lost = dict(job(held_against(of, log), "transfer-start").lost)

    assert {stage: round(time_s / MINUTE, 3) for stage, time_s in lost.items()} == {
        Stage.ORDER: 3, Stage.WAY: 2, Stage.WORK: -2,
    }  # fmt: skip


def test_warnings_close_in_the_replay_as_in_the_run():
    """
    With everything done as planned each warning closes when the run has it closed: by itself or otherwise, or never.
    """
    for name in ("night-shift", "power-loss", "open-outfall", "late-wall", "clean-and-dirty"):
        of = run_of(load_case(ROOT / f"scenarios/changshou-{name}.yaml"))
        found = held_against(of, as_planned(of))
        first = {each.sensor: each for each in reversed(warnings(of.result.record)) if each.answered}
        assert {each.sensor: each.closed_s for each in found.closed} == pytest.approx(
            {sensor: each.closed_s for sensor, each in first.items()}, nan_ok=True
        ), name


def test_a_warning_closes_with_the_last_thing_done_and_its_own_entry_goes_first():
    """
    Alarm T+1 h 56 min; both jobs done T+2 h 31 and T+2 h 48 min: open 52 min. Written down as closed at T+2 h 20 min:
    24 min, in time.
    """
    of = run_of(load_case(ROOT / "docs/first-park/plan.yaml"))
    rows = (Row("transfer-start", What.DONE, 151 * MINUTE), Row("outfall-shut", What.DONE, 168 * MINUTE))

    (by_jobs,) = held_against(of, Log(rows)).closed
    (said,) = held_against(of, Log((*rows, Row("report/closing/pool-level/1", What.DONE, 140 * MINUTE)))).closed

    assert (by_jobs.open_s / MINUTE, by_jobs.in_time, by_jobs.said) == (pytest.approx(52), False, False)
    assert (said.open_s / MINUTE, said.in_time, said.said) == (pytest.approx(24), True, True)


def test_reports_are_on_time_or_late_or_nobody_can_say():
    """
    It burns from T+10 min on: the park's office is owed its report at T+25 min; it gets it at T+26 min.
    """
    of = run_of(load_case(ROOT / "docs/first-park/plan.yaml"))

    found = held_against(of, Log((Row("report/owed/park-office", What.DONE, 26 * MINUTE),)))

    by_key = {each.key.rpartition("/")[2]: each for each in found.reports}
    office = by_key.pop("park-office")
    assert (office.late_s / MINUTE, office.in_time) == (pytest.approx(1), False)
    assert all(isnan(each.late_s) for each in by_key.values())
    doubts = {each.why: each.subjects for each in found.doubts}
    assert {each.rpartition("/")[2] for each in doubts[Unsaid.NOT_REPORTED]} == set(by_key)


def test_what_nobody_can_say():
    """
    One job done late, of which nobody wrote down the order; the other begun and never ended.
    """
    of = run_of(load_case(ROOT / "docs/first-park/plan.yaml"))
    log = Log((Row("transfer-start", What.DONE, 151 * MINUTE), Row("outfall-shut", What.BEGUN, 150 * MINUTE)))

    found = held_against(of, log)

    doubts = {each.why: each.subjects for each in found.doubts}
    assert doubts[Unsaid.NO_ORDER] == ("transfer-start",)
    assert doubts[Unsaid.NEVER_ENDED] == ("outfall-shut",)
    assert {Unsaid.TO_THE_MINUTE, Unsaid.DISORDERED} <= set(doubts)
    assert job(found, "outfall-shut").source is Source.LOG


def test_a_jump_while_a_crew_is_at_it_is_told():
    """
    Ordered T+2 h 1 min by the clock on the wall, done T+3 h: whatever the exercise left out in between is named.
    """
    of = run_of(load_case(ROOT / "docs/first-park/plan.yaml"))
    rows = [Row("transfer-start", what, minute * MINUTE, clock="C") for what, minute in
            ((What.ORDERED, 121), (What.DONE, 239))]  # fmt: skip

    by_wall = held_against(of, Log(tuple(rows)), exercise=Exercise(lasts_s=3600.0))
    by_t = Log(tuple(replace(row, clock="T") for row in rows))
    by_incident = held_against(of, by_t, exercise=Exercise(lasts_s=3600.0))

    (jumped,) = [each for each in by_wall.doubts if each.why is Unsaid.JUMPED]
    assert jumped.subjects == ("transfer-start",)
    assert 0 < jumped.spans_s[0] < 118 * MINUTE
    assert Unsaid.JUMPED not in {each.why for each in by_incident.doubts}


def test_a_list_of_other_inputs_is_told():
    of = run_of(load_case(ROOT / "docs/first-park/plan.yaml"))
    found = replay(of, as_planned(of), NotMentioned.DONE)
    master = master_list([of], hashes=["old"])

    for now, wanted in (("new", True), ("old", False)):
        doubts = after_action(found, master, inputs_hash=now).doubts
        assert (Unsaid.OTHER_INPUTS in {each.why for each in doubts}) is wanted

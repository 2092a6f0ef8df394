"""Rules that fight each other are named, and a proper plan is passed over in silence."""

from math import inf
from pathlib import Path

import pytest

from sim.lint import Kind, Saying, find_conflicts
from sim.lint.filling import fills_at_s
from sim.load import load_case
from sim.park import Link, LinkKind, Name
from sim.scenario import (
    Action,
    Alarm,
    Blindness,
    Clock,
    Detection,
    Fault,
    Inflow,
    InflowKind,
    Reported,
    SensorFault,
    TierIs,
    TierState,
    Underreported,
)
from tests.lint.plans import HOUR, KNOWN, MINUTE, above, below, blind, done, failed, found, park, plan, rule, sheet

PLAN = Path(__file__).parent / "plan" / "spill.yaml"


def fights(*rules, where=None, **others):
    """The opposed of a plan, as sentence, rules and facilities."""
    return [(each.saying, each.rules, each.subjects) for each in found(plan(*rules, **others), where, Kind.OPPOSED)]


SHUT = rule("shut", KNOWN, "shut-gate")

FIGHTS = {
    "one event": (Saying.SAME_EVENT, SHUT, rule("open", KNOWN, "open-gate")),
    "one event, the second before the first is done": (
        Saying.SAME_EVENT, SHUT, rule("open", KNOWN, "open-gate", after_s=19 * MINUTE)),
    "one level": (
        Saying.SAME_EVENT,
        rule("shut", above("main", 300), "shut-gate"), rule("open", above("main", 300, 100), "open-gate")),
    "clock times too close": (
        Saying.AT_ONE_TIME, rule("shut", Clock(HOUR), "shut-gate"), rule("open", Clock(HOUR + 600), "open-gate")),
    "levels of two pools": (
        Saying.BOTH_TRUE,
        rule("shut", above("river", 3000), "shut-gate"), rule("open", above("main", 400), "open-gate")),
    "an alarm and knowing": (Saying.BOTH_TRUE, SHUT, rule("open", Alarm("meter"), "open-gate")),
    "a breach and knowing": (
        Saying.BOTH_TRUE, SHUT, rule("open", TierIs("plant", TierState.BREACHED), "open-gate")),
    "levels that overlap": (
        Saying.HUNT,
        rule("shut", below("main", 350, 450), "shut-gate"), rule("open", above("main", 300, 100), "open-gate")),
    "levels that meet": (
        Saying.HUNT,
        rule("shut", below("main", 300, 450), "shut-gate"), rule("open", above("main", 300, 100), "open-gate")),
    "levels that overlap, the other way round": (
        Saying.HUNT,
        rule("shut", above("main", 300, 100), "shut-gate"), rule("open", below("main", 350, 450), "open-gate")),
    "a report and knowing": (Saying.BOTH_TRUE, SHUT, rule("open", Reported(100), "open-gate", after_s=MINUTE)),
}  # fmt: skip


@pytest.mark.parametrize("case", FIGHTS)
def test_rules_that_open_and_shut_one_gate_at_one_time_are_opposed(case):
    """
    To shut the gate takes from 0 to 20 min after the order: 10 of way, 10 of work.
    """
    saying, *rules = FIGHTS[case]

    assert fights(*rules) == [(saying, ("shut", "open"), ("gate",))]


REPORTED = {"detection": Detection(report_s=10 * MINUTE)}
IN_ORDER = {
    "one event, the first done by then": ([SHUT, rule("open", KNOWN, "open-gate", after_s=20 * MINUTE)], {}),
    "when the first is done": ([SHUT, rule("open", done("shut-gate"), "open-gate")], {}),
    "by way of a third": (
        [SHUT, rule("look", done("shut-gate"), "check-main"), rule("open", done("check-main"), "open-gate")], {}),
    "clock times far enough apart": (
        [rule("shut", Clock(HOUR), "shut-gate"), rule("open", Clock(HOUR + 1200), "open-gate")], {}),
    "a clock time long after the report": ([SHUT, rule("open", Clock(30 * MINUTE), "open-gate")], REPORTED),
    "a clock time long after a camera saw it": ([SHUT, rule("open", Clock(21 * MINUTE), "open-gate")], {}),
    "a falling level below the rising one": (
        [rule("shut", below("main", 200, 350), "shut-gate"), rule("open", above("main", 350, 200), "open-gate")], {}),
    "a rising level above the falling one": (
        [rule("shut", above("main", 350, 200), "shut-gate"), rule("open", below("main", 200, 350), "open-gate")], {}),
    "a rising level above another": (
        [rule("shut", above("main", 200), "shut-gate"), rule("open", above("main", 350), "open-gate")], {}),
    "a level fallen back below, after knowing": ([SHUT, rule("open", below("main", 100), "open-gate")], {}),
    "a level that cannot be reached so soon": ([SHUT, rule("open", above("main", 400), "open-gate")], REPORTED),
    "a breach after the water's coming": (
        [rule("shut", TierIs("public", TierState.REACHED), "shut-gate"),
         rule("open", TierIs("public", TierState.BREACHED), "open-gate")], {}),
    "an outer tier after an inner one": (
        [rule("shut", TierIs("plant", TierState.REACHED), "shut-gate"),
         rule("open", TierIs("public", TierState.REACHED), "open-gate")], {}),
    "a larger spill after the first knowledge": ([SHUT, rule("open", Reported(100), "open-gate", after_s=HOUR)], {}),
    "done or failed": ([rule("look", KNOWN, "check-main"), rule("shut", done("check-main"), "shut-gate"),
                        rule("open", failed("check-main"), "open-gate")], {}),
    "when something has failed": (
        [SHUT, rule("lift", Alarm("gauge"), "start-lift"), rule("open", failed("start-lift"), "open-gate")], {}),
    "otherwise": ([SHUT, rule("lift", KNOWN, "start-lift", otherwise=("open-gate",))], {}),
    "what never happens": (
        [rule("shut", Alarm("gauge"), "shut-gate"), rule("open", done("start-works"), "open-gate")], {}),
    "a sheet that takes until then": (
        [rule("shut", Clock(55 * MINUTE), "shut-gate"), rule("lift", Clock(HOUR), "start-lift"),
         rule("open", done("start-lift"), "open-gate")], {}),
    "both shut": ([SHUT, rule("again", KNOWN, "shut-gate")], {}),
    "different gates": ([SHUT, rule("lift", KNOWN, "start-lift")], {}),
    "a pump stopped when its source has run low": (
        [rule("start", Clock(HOUR), "start-lift"), rule("stop", below("main", 50), "stop-lift")], {}),
    "a pump stopped when its target has filled, which only it does": (
        [rule("start", above("main", 100), "start-lift"), rule("stop", above("pool", 2000), "stop-lift")], {}),
}  # fmt: skip


@pytest.mark.parametrize("case", IN_ORDER)
def test_rules_of_which_one_is_known_to_come_later_are_not_opposed(case):
    """
    The camera tells of it within a minute. 200 m3 of spill and fire water can be in the park after
    11 min, 400 m3 after 22 min.
    """
    rules, others = IN_ORDER[case]

    assert fights(*rules, **others) == []


def test_a_level_that_can_be_reached_sooner_is_opposed():
    """
    400 m3 can be in the main at T+22 min. Reported at T+10 min the gate is shut at T+30, reported at once at T+20.
    """
    rules, where = (SHUT, rule("open", above("main", 400), "open-gate")), park(sensors=[blind("eye")])

    assert fights(*rules, where=where, **REPORTED) == [(Saying.BOTH_TRUE, ("shut", "open"), ("gate",))]
    assert fights(*rules, where=where, detection=Detection(report_s=0)) == []


def test_a_camera_that_fails_leaves_it_open_when_the_incident_is_known():
    dark = Fault("dark", SensorFault("eye", Blindness.SILENT), lasts_s=HOUR)
    rules = SHUT, rule("open", Clock(21 * MINUTE), "open-gate")

    assert [saying for saying, *_ in fights(*rules, faults=(dark,))] == [Saying.BOTH_TRUE]


def test_product_that_stands_there_already_may_be_seen_at_once():
    """
    The spill begins at T+1 h, when the gate has been shut for half an hour; a puddle of product changes that.
    """
    later = Inflow("spill", InflowKind.RELEASE, ("bund",), (1.0,), (HOUR,), (0.1,))
    rules = rule("shut", Clock(10 * MINUTE), "shut-gate"), rule("open", KNOWN, "open-gate")

    assert fights(*rules, inflows=(later,)) == []
    puddle = fights(*rules, inflows=(later,), initial={"river": {"product": 1}}, where=park(sensors=[blind("eye")]))
    assert [saying for saying, *_ in puddle] == [Saying.BOTH_TRUE]


def test_water_that_stands_high_already_may_fall_before_anybody_knows():
    """
    200 m3 of rain in the main, which fall below 100 m3 at any time.
    """
    rules = SHUT, rule("open", below("main", 100), "open-gate")

    assert [saying for saying, *_ in fights(*rules, initial={"main": {"rain": 200}})] == [Saying.BOTH_TRUE]


def test_two_orders_of_no_length_at_one_time_are_opposed():
    """
    A control room opens the gate at T+60 min; the action shuts it at T+50 min, carried out 10 min later.
    """
    action = Action("act", Clock(50 * MINUTE), 10 * MINUTE, (("gate", 0.0),))
    where = park(sheet("open-gate"))

    assert fights(rule("open", Clock(HOUR), "open-gate"), actions=[action], where=where) == [
        (Saying.AT_ONE_TIME, ("open",), ("gate",))
    ]


def test_a_storage_fills_no_sooner_than_all_water_that_can_get_there_comes():
    """
    100 m3 by T+1,000 s, then 1 m3/s: 400 m3 at T+1,300 s. Of the rain a quarter falls on the main: 100 m3 at
    T+1,000 s.
    """
    spill = Inflow("spill", InflowKind.RELEASE, ("bund",), (1.0,), (0.0, 1000.0), (0.1, 1.0))
    rain = Inflow("rain", InflowKind.RAIN, ("main", "pool"), (100.0, 300.0), (0.0,), (1e-3,))

    assert fills_at_s(park(), plan(inflows=(spill,)), above("main", 400)) == 1300
    assert fills_at_s(park(), plan(inflows=(rain,)), above("main", 100)) == pytest.approx(1000)
    assert fills_at_s(park(), plan(inflows=()), above("main", 100)) == inf


def test_who_is_told_too_little_may_know_later_how_much_it_is():
    """
    The report at T+10 min says too little, so nobody knows when 100 m3 are reported.
    """
    rules = rule("shut", Reported(100), "shut-gate"), rule("open", Clock(HOUR), "open-gate")
    under = Fault("under", Underreported(0.1))

    assert fights(*rules, **REPORTED) == []
    assert [saying for saying, *_ in fights(*rules, faults=(under,), **REPORTED)] == [Saying.BOTH_TRUE]


DRAIN = Link("drain", Name("Drain"), LinkKind.PIPE, "bund", "pool", 1.0)


def test_a_valve_that_others_help_to_fill_its_target_may_be_shut_too_soon():
    """
    The river can fill before the outfall is opened, when the bund drains into it too.
    """
    rules = rule("open", above("main", 400), "open-gate"), rule("shut", above("river", 3000), "shut-gate")
    drain = Link("drain", Name("Drain"), LinkKind.PIPE, "bund", "river", 1.0)

    assert fights(*rules, openings={"gate": 0.0}) == []
    assert fights(*rules, openings={"gate": 0.0}, where=park(links=[drain])) == [
        (Saying.BOTH_TRUE, ("open", "shut"), ("gate",))
    ]


@pytest.mark.parametrize("start", [KNOWN, Alarm("gauge"), Clock(HOUR), above("main", 400)])
@pytest.mark.parametrize("running", [0.0, 1.0])
def test_a_pump_stopped_when_what_it_fills_has_filled_is_a_proper_pair(start, running):
    """
    Whatever starts it, and whatever else fills the pool.
    """
    rules = rule("start", start, "start-lift"), rule("stop", above("pool", 2000), "stop-lift")

    assert fights(*rules, where=park(links=[DRAIN]), openings={"lift": running}) == []


def test_a_pump_stopped_by_another_level_is_not():
    """
    The river is not what the lift fills; and a pool that falls is no pool that has filled.
    """
    start = rule("start", Alarm("gauge"), "start-lift")

    for stop in (above("river", 5000), below("pool", 2000)):
        every = fights(start, rule("stop", stop, "stop-lift"), where=park(links=[DRAIN]))
        assert every == [(Saying.BOTH_TRUE, ("start", "stop"), ("lift",))]


def test_a_pump_started_and_stopped_by_levels_of_what_it_fills_may_hunt():
    """
    Started below 2,500 m3 in the pool and stopped above 2,000.
    """
    rules = rule("start", below("pool", 2500), "start-lift"), rule("stop", above("pool", 2000), "stop-lift")

    assert fights(*rules) == [(Saying.HUNT, ("start", "stop"), ("lift",))]


def test_a_rule_and_an_action_are_opposed():
    """
    The action opens the gate at T+5 min, while a crew is on its way to shut it.
    """
    action = Action("relief", Clock(5 * MINUTE), 0.0, (("gate", 0.5),))
    (conflict,) = found(plan(SHUT, actions=[action], **REPORTED), kind=Kind.OPPOSED)

    assert (conflict.rules, conflict.actions, conflict.subjects) == (("shut",), ("relief",), ("gate",))


def test_two_actions_are_the_script_and_no_conflict():
    actions = [Action(id, Clock(0), 0.0, (("gate", share),)) for id, share in (("a", 0.0), ("b", 1.0))]

    assert fights(rule("lift", KNOWN, "start-lift"), actions=actions) == []


def test_two_sheets_of_one_rule_are_opposed():
    both = ("shut-gate", "open-gate")

    assert fights(rule("both", KNOWN, *both)) == [(Saying.ONE_RULE, ("both",), ("gate",))]
    assert fights(rule("both", KNOWN, "start-lift", otherwise=both)) == [(Saying.ONE_RULE, ("both",), ("gate",))]


def test_two_sheets_one_by_one_are_not_opposed():
    assert fights(rule("flush", KNOWN, "open-gate", "shut-gate", one_by_one=True)) == []


def test_rules_at_odds_about_many_gates_are_one_finding():
    rules = rule("shut", KNOWN, "shut-gate", "shut-valve"), rule("open", KNOWN, "open-gate", "open-valve")

    assert fights(*rules, where=park(sheet("open-valve"))) == [(Saying.SAME_EVENT, ("shut", "open"), ("gate", "valve"))]


def test_what_is_set_to_nothing_is_shut_and_to_anything_else_open():
    sheets = sheet("set-none", "set", "gate", opening=0.0), sheet("set-half", "set", "gate", opening=0.5)
    half, none = rule("half", KNOWN, "set-half"), rule("none", KNOWN, "set-none")

    assert [rules for _, rules, _ in fights(half, none, where=park(*sheets))] == [("half", "none")]
    assert fights(half, rule("open", KNOWN, "open-gate"), where=park(*sheets)) == []


def test_a_crest_that_is_raised_and_lowered_is_fought_over():
    where = park(sheet("raise-bund"), sheet("lower-bund"))

    assert fights(rule("up", KNOWN, "raise-bund"), rule("down", KNOWN, "lower-bund"), where=where) == [
        (Saying.SAME_EVENT, ("up", "down"), ("bund",))
    ]


def test_a_scenario_without_rules_has_no_plan():
    assert find_conflicts(park(), plan()) == ()


def test_a_plan_from_a_file_without_conflicts():
    case = load_case(PLAN)

    assert find_conflicts(case.park, case.scenario) == ()


def test_exactly_the_conflicts_that_were_planted_are_named():
    """
    The lift stops at 70 % and starts at 60 % of the main; nobody shuts the rain valve; one pump crew for lift and
    works; the lift cannot fail; the gate is opened when it has been looked at, which is done when it is open.
    """
    case = load_case(PLAN, pick="fought")

    assert [(each.saying, each.rules, each.subjects) for each in find_conflicts(case.park, case.scenario)] == [
        (Saying.HUNT, ("lift-on", "lift-off"), ("lift",)),
        (Saying.UNCALLED, (), ("rain-valve",)),
        (Saying.TEAMS, ("lift-on", "treat"), ("pumps",)),
        (Saying.CANNOT_FAIL, ("by-hand",), ("start-lift",)),
        (Saying.CIRCLE_NEVER, ("look", "reopen"), ("open-outfall", "look-at-main")),
    ]


@pytest.mark.parametrize("pick", ["opposed", "uncalled", "two-places", "never", "circle"])
def test_each_change_plants_one_conflict(pick):
    case = load_case(PLAN, pick=pick)

    assert [each.kind for each in find_conflicts(case.park, case.scenario)] == [pick]

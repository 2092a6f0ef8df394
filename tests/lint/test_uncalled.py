"""What stands on the accident water's way, and nobody calls, is named once, nearest first."""

from dataclasses import replace

import pytest

from sim.lint import Kind
from sim.lint.uncalled import _would_move
from sim.park import Link, LinkKind, Name, Storage, Switching
from sim.scenario import Action, Alarm, Clock, Reported, TierIs, TierState
from tests.lint.plans import HOUR, KNOWN, SPILL, above, done, found, park, plan, rule, sheet

LOOK = rule("look", KNOWN, "check-main")


def uncalled(*rules, where=None, **others):
    """Facilities that nobody calls."""
    every = found(plan(*rules, **others), where, Kind.UNCALLED)
    assert len(every) <= 1
    assert all(each.values["facilities"] == each.subjects for each in every)
    return [facility for each in every for facility in each.subjects]


def test_what_stands_on_the_way_and_nobody_calls_is_named_nearest_first():
    """
    Bund and valve first, then the main, where a check moves nothing; the works' pump empties the pool, which nothing
    reaches before the lift is started.
    """
    assert uncalled(LOOK) == ["valve", "gate", "lift"]


def test_what_a_rule_or_an_action_moves_is_not_uncalled():
    """
    The valve by a rule, the lift by a rule when something has failed, the gate by an action.
    """
    action = Action("gate", Clock(0), 0.0, (("gate", 0.0),))

    assert uncalled(rule("on", KNOWN, "shut-valve", otherwise=("start-lift",)), actions=[action]) == []


def test_the_way_leads_over_what_is_open_at_the_start():
    """
    Shut the valve in the scenario, and the accident water stays in the bund; the lift runs, and it gets to the pool.
    """
    assert uncalled(LOOK, openings={"valve": 0.0}) == []
    assert uncalled(LOOK, openings={"lift": 1.0}) == ["valve", "gate", "lift", "works"]


def test_a_pump_that_waits_for_its_level_is_not_on_the_way():
    waits = Link("lift", Name("Lift"), LinkKind.PUMP, "main", "pool", 0.5, start_m3=100, stop_m3=10)
    runs = Link("lift", Name("Lift"), LinkKind.PUMP, "main", "pool", 0.5, start_m3=0, stop_m3=0)

    assert "works" not in uncalled(LOOK, where=park(links=[waits]))
    assert "works" in uncalled(LOOK, where=park(links=[runs]))


def test_a_pump_that_runs_at_the_start_is_on_the_way_and_one_that_people_start_is_not():
    """
    Both have a start level that the dry main is at, 0 m3; 10 m3 in it are above the stop level of the one that runs.
    """
    lift = Link("lift", Name("Lift"), LinkKind.PUMP, "main", "pool", 0.5, start_m3=100, stop_m3=5)
    runs = replace(lift, switching=Switching(runs=True))
    manual = replace(lift, start_m3=0, stop_m3=0, switching=Switching(manual=True))
    wet = {"main": {"rain": 10.0}}

    assert "works" in uncalled(LOOK, where=park(links=[runs]), initial=wet)
    assert "works" not in uncalled(LOOK, where=park(links=[lift]), initial=wet)
    assert "works" not in uncalled(LOOK, where=park(links=[manual]))


def test_nobody_has_to_start_a_pump_that_starts_itself():
    """
    To start it would change nothing in the end, to stop it would; where people have to start it, on manual and off, the
    other way round.
    """
    lift = Link("lift", Name("Lift"), LinkKind.PUMP, "main", "pool", 0.5, start_m3=100, stop_m3=10)
    off, manual = replace(lift, opening=0.0), replace(lift, opening=0.0, switching=Switching(manual=True))
    start, stop = sheet("start-lift"), sheet("stop-lift")

    for each, moving in ((lift, stop), (off, start), (manual, start)):
        where = park(links=[each])
        assert [sheet for sheet in (start, stop) if _would_move(where, plan(LOOK), sheet)] == [moving]


def test_what_takes_away_what_nobody_has_put_there_is_not_named():
    """
    A valve that stands shut: to seal it would change nothing, to take the seal out neither.
    """
    weep = Link("weep", Name("Weep"), LinkKind.VALVE, "bund", "main", 0.1, opening=0.0)
    sheets = sheet("seal-weep"), sheet("unseal-weep"), sheet("lower-bund")

    assert "weep" not in uncalled(LOOK, where=park(*sheets, links=[weep]))
    assert "bund" not in uncalled(LOOK, where=park(*sheets, links=[weep]))


HELD = {
    "the incident is known": KNOWN,
    "an alarm": Alarm("gauge"),
    "the water's coming": TierIs("public", TierState.REACHED),
}


@pytest.mark.parametrize("case", HELD)
def test_behind_what_the_plan_shuts_is_a_second_line(case):
    """
    The rain valve holds the bund's water, so outfall and lift are not named.
    """
    assert uncalled(rule("shut", HELD[case], "shut-valve")) == []


NOT_HELD = {
    "by the clock": [rule("shut", Clock(HOUR), "shut-valve")],
    "on a level": [rule("shut", above("bund", 300), "shut-valve")],
    "on a report": [rule("shut", Reported(100), "shut-valve")],
    "when something is done": [LOOK, rule("shut", done("check-main"), "shut-valve")],
    "when something has failed": [rule("look", KNOWN, "check-main", otherwise=("shut-valve",))],
    "and opens again": [rule("shut", KNOWN, "shut-valve"), rule("open", Clock(HOUR), "open-valve")],
}


@pytest.mark.parametrize("case", NOT_HELD)
def test_what_may_come_late_or_is_opened_again_holds_nothing(case):
    assert uncalled(*NOT_HELD[case], where=park(sheet("open-valve"))) == ["gate", "lift"]


def test_the_way_goes_on_where_the_plan_does_something_farther_on():
    """
    The valve is shut and the lift started: then the outfall beside the lift stands open unnoticed.
    """
    rules = rule("shut", KNOWN, "shut-valve"), rule("lift", Alarm("gauge"), "start-lift")

    assert uncalled(*rules) == ["gate"]


def test_the_way_goes_on_where_the_plan_raises_a_crest_farther_on():
    rules = rule("shut", KNOWN, "shut-valve"), rule("up", Alarm("gauge"), "raise-river")

    assert uncalled(*rules, where=park(sheet("raise-river"))) == ["gate", "lift"]


def crest(target):
    """A crest of the bund, over which water runs to a place."""
    return Link("crest", Name("Crest"), LinkKind.SPILLWAY, "bund", target)


def test_a_crest_beside_a_shut_valve_is_shut_with_it():
    """
    But one that leads elsewhere is another way: from the bund over its crest into the pool, whose works nobody starts.
    """
    shut = rule("shut", KNOWN, "shut-valve")

    assert uncalled(shut, where=park(links=[crest("main")])) == []
    assert uncalled(shut, where=park(links=[crest("pool")])) == ["works"]


def test_one_of_two_valves_holds_nothing():
    second = Link("second", Name("Second valve"), LinkKind.VALVE, "bund", "main", 1.0)

    assert uncalled(rule("shut", KNOWN, "shut-valve"), where=park(links=[second])) == ["gate", "lift"]


SACKS = sheet("raise-main"), sheet("lower-main")


def test_a_crest_that_could_be_raised_is_named_where_nothing_else_is_done():
    """
    Sandbags round the main, when neither outfall nor lift is called; and round a pit that has nothing else.
    """
    pit = Storage("pit", Name("Pit"), "plant", "pit", 50)
    where = park(*SACKS, sheet("raise-pit"), storages=[pit])

    assert uncalled(LOOK, where=where) == ["valve", "gate", "lift", "main"]
    assert uncalled(rule("lift", KNOWN, "start-lift"), where=where) == ["valve", "gate"]
    assert uncalled(LOOK, where=where, inflows=(replace(SPILL, into=("pit",)),)) == ["pit"]


TRUCK = Link("truck-1", Name("Truck pump"), LinkKind.PUMP, "main", "pool", 0.1, opening=0.0)
LAY = sheet("truck-1", "place", "truck-1")


def test_a_mobile_pump_is_there_for_when_nothing_else_is_done():
    """
    Laid beside the lift, or where the outfall is shut, it is a fall-back; where only the valve is shut it is not.
    """
    where = park(LAY, sheet("open-gate-half", "set", "gate", opening=0.5), links=[TRUCK])

    assert uncalled(rule("shut", Clock(0), "shut-valve"), where=where) == ["gate", "lift", "truck-1"]
    assert uncalled(rule("lift", KNOWN, "start-lift"), where=where) == ["valve", "gate"]
    assert uncalled(rule("shut", KNOWN, "shut-gate"), where=where) == ["valve", "lift"]
    assert uncalled(rule("half", KNOWN, "open-gate-half"), where=where) == ["valve", "lift", "truck-1"]


def test_a_pump_that_stands_there_is_no_fall_back():
    """
    A second lift beside the first.
    """
    second = Link("second", Name("Second lift"), LinkKind.PUMP, "main", "pool", 0.1, opening=0.0)

    assert uncalled(rule("lift", KNOWN, "start-lift"), where=park(sheet("start-second"), links=[second])) == [
        "valve", "gate", "second",
    ]  # fmt: skip


def test_an_outfall_that_can_only_be_plugged_is_named_where_a_pump_is_called():
    """
    The pump may not keep up, and the plug holds.
    """
    pipe = Link("pipe", Name("Bare pipe"), LinkKind.PIPE, "main", "river", 1.0)
    where = park(sheet("seal-pipe"), links=[pipe])

    assert "pipe" in uncalled(rule("lift", KNOWN, "start-lift"), where=where)
    assert "pipe" not in uncalled(rule("plug", KNOWN, "seal-pipe"), where=where)

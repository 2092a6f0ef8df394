"""Crews, equipment and help from outside that a plan asks too much of are named."""

import pytest

from sim.lint import Kind, Saying
from sim.lint.job import takes_s
from sim.park import Crew, Equipment, Link, LinkKind, Name, Place, Shift
from sim.scenario import Alarm, Clock, Rule
from tests.lint.plans import HOUR, KNOWN, MINUTE, above, below, done, found, park, plan, rule, sheet

BOTH = ("start-lift", "start-works")


def busy(*rules, where=None, **others):
    """Crews in two places: sentence, rules, what it is about, and how long the last one waits."""
    every = found(plan(*rules, **others), where, Kind.TWO_PLACES)
    return [(each.saying, each.rules, each.subjects, each.values.get("wait_s")) for each in every]


def test_a_crew_that_one_event_asks_for_twice_waits():
    """
    One pump crew: to start the lift takes 15 min, and the works wait for so long.
    """
    lift, works = rule("lift", KNOWN, "start-lift"), rule("treat", KNOWN, "start-works")

    assert busy(lift, works) == [(Saying.TEAMS, ("lift", "treat"), ("pumps",), 15 * MINUTE)]
    assert busy(rule("all", KNOWN, "start-lift", "start-works")) == [(Saying.TEAMS, ("all",), ("pumps",), 15 * MINUTE)]


def test_the_last_of_three_waits_for_the_first_of_two_teams():
    """
    Two gate crews: gate 20 min, valve 15 min, check 10 min, which waits 15 min for who did the valve.
    """
    every = busy(rule("all", KNOWN, "shut-gate", "shut-valve", "check-main"))

    assert every == [(Saying.TEAMS, ("all",), ("gates",), 15 * MINUTE)]


def test_who_is_served_first_does_not_wait():
    """
    The check has the lower priority number, so the valve waits: 10 min.
    """
    check = rule("look", KNOWN, "check-main", priority=-1)
    (conflict,) = found(plan(rule("all", KNOWN, "shut-gate", "shut-valve"), check), kind=Kind.TWO_PLACES)

    assert (conflict.values["sheet"], conflict.values["wait_s"]) == ("shut-valve", 10 * MINUTE)


@pytest.mark.parametrize(
    "rules",
    [
        [rule("all", KNOWN, "start-lift", "start-works", one_by_one=True)],
        [rule("lift", KNOWN, "start-lift"), rule("treat", KNOWN, "start-works", after_s=15 * MINUTE)],
        [rule("lift", KNOWN, "start-lift"), rule("treat", done("start-lift"), "start-works")],
        [rule("lift", Clock(0), "start-lift"), rule("treat", Clock(15 * MINUTE), "start-works")],
        [rule("lift", KNOWN, "start-lift"), rule("again", KNOWN, "start-lift")],
        [rule("lift", KNOWN, "start-lift", otherwise=("start-works",))],
        [rule("all", KNOWN, "shut-gate", "shut-valve"), rule("look", KNOWN, "check-main", after_s=15 * MINUTE)],
    ],
    ids=["one by one", "later", "when done", "by the clock", "the same", "otherwise", "as the other ends"],
)
def test_a_crew_that_is_asked_for_one_thing_after_the_other_is_in_one_place(rules):
    assert busy(*rules) == []


def test_a_crew_that_the_clock_asks_for_twice_waits():
    """
    The lift from T+60 to T+75 min, the works ordered at T+70: they wait 5 min.
    """
    rules = rule("lift", Clock(HOUR), "start-lift"), rule("treat", Clock(HOUR), "start-works", after_s=10 * MINUTE)
    (conflict,) = found(plan(*rules), kind=Kind.TWO_PLACES)

    assert (conflict.at_s, conflict.values["wait_s"]) == (70 * MINUTE, 5 * MINUTE)


def test_each_time_that_a_crew_is_asked_for_twice_is_told():
    """
    At T+1 h and at T+5 h.
    """
    every = found(plan(*(rule(f"at-{h}", Clock(h * HOUR), *BOTH) for h in (1, 5))), kind=Kind.TWO_PLACES)

    assert [(each.rules, each.at_s) for each in every] == [(("at-1",), HOUR), (("at-5",), 5 * HOUR)]


def test_a_sheet_that_takes_no_time_is_not_asked_for():
    where = park(sheet("stop-works", crew="pumps"))
    (conflict,) = found(plan(rule("all", KNOWN, *BOTH, "stop-works")), where, Kind.TWO_PLACES)

    assert conflict.values["sheets"] == BOTH


def test_the_longest_way_counts_and_the_work_of_every_unit():
    """
    The crew drives 10 min, the pumps come after 20; 5 min of work, and 3 min for each of two pumps.
    """
    pumps = Equipment("truck", Name(""), 2, takes_s=3 * MINUTE, travel_s=20 * MINUTE)
    start = sheet("start-lift", crew="pumps", travel_s=10 * MINUTE, work_s=5 * MINUTE, needs={"truck": 2})

    assert takes_s(park(equipment=[pumps]), start) == 31 * MINUTE


@pytest.mark.parametrize(("after_s", "told"), [(10 * MINUTE, 1), (10 * MINUTE + 1, 0)])
def test_who_waits_less_than_five_minutes_is_not_told_of(after_s, told):
    """
    The lift takes 15 min; the works are ordered 5 min before it is done, or a second later.
    """
    rules = rule("lift", KNOWN, "start-lift"), rule("treat", KNOWN, "start-works", after_s=after_s)

    assert len(busy(*rules)) == told


NIGHT = Shift(22 * HOUR, 6 * HOUR, 1)
ALL = rule("all", KNOWN, *BOTH)


def on_duty(*rules, starts="", shifts=(NIGHT,), **others):
    """Sentences, with how many pump teams are on duty; two by day."""
    crew = Crew("pumps", Name("Pump crew"), 2, shifts)
    where = park(crews=[crew], sensors=others.pop("sensors", ()))
    date = f"2025-07-14T{starts}:00+08:00" if starts else ""
    every = found(plan(*rules, starts=date, **others), where, Kind.TWO_PLACES)
    return [(each.saying, each.values["teams"]) for each in every]


def test_shifts_count_at_the_time_of_day():
    """
    Two teams, at night one. The run starts at 20:00: T+1 h is 21:00, T+3 h is 23:00, T+12 h is 8:00 of the next day.
    """
    assert on_duty(rule("all", Clock(HOUR), *BOTH), starts="20:00") == []
    assert on_duty(rule("all", Clock(3 * HOUR), *BOTH), starts="20:00") == [(Saying.TEAMS, 1)]
    assert on_duty(rule("all", Clock(12 * HOUR), *BOTH), starts="20:00") == []


def test_nobody_knows_the_time_of_day_when_nobody_says_when_it_starts():
    assert on_duty(ALL) == [(Saying.FEWEST_TEAMS, 1)]
    assert on_duty(rule("all", Clock(HOUR), *BOTH)) == [(Saying.FEWEST_TEAMS, 1)]
    assert on_duty(ALL, shifts=()) == []


def test_shifts_count_when_it_is_known_by_when_the_incident_is():
    """
    The camera tells of it within a minute. From 21:59 on that may be at 22:00.
    """
    assert on_duty(ALL, starts="21:58") == []
    assert on_duty(ALL, starts="21:59") == [(Saying.FEWEST_TEAMS, 1)]
    assert on_duty(ALL, starts="22:00") == [(Saying.TEAMS, 1)]
    assert on_duty(ALL, starts="05:58") == [(Saying.TEAMS, 1)]
    assert on_duty(ALL, starts="06:00") == []


def test_a_change_of_shift_after_midnight_counts():
    """
    One team from midnight on, and the incident is known by then.
    """
    late = Shift(0, 6 * HOUR, 1)

    assert on_duty(ALL, starts="23:58", shifts=(late,)) == []
    assert on_duty(ALL, starts="23:59", shifts=(late,)) == [(Saying.FEWEST_TEAMS, 1)]


def test_shifts_count_when_the_order_is_given_not_when_the_incident_is_known():
    """
    Known at 12:01, ordered ten or eleven hours later.
    """
    assert on_duty(rule("all", KNOWN, *BOTH, after_s=9.5 * HOUR), starts="12:00") == []
    assert on_duty(rule("all", KNOWN, *BOTH, after_s=10 * HOUR), starts="12:00") == [(Saying.TEAMS, 1)]


def test_whoever_is_on_duty_at_the_start_counts_when_nobody_knows_when_it_happens():
    """
    An alarm: as at the start, if there is no change of shift for two hours.
    """
    alarm = rule("all", Alarm("gauge"), *BOTH)

    assert on_duty(alarm, starts="19:59") == []
    assert on_duty(alarm, starts="20:00") == [(Saying.FEWEST_TEAMS, 1)]
    assert on_duty(alarm, starts="22:00") == [(Saying.TEAMS_AT_START, 1)]
    assert on_duty(alarm, starts="06:00") == []


def test_an_alarm_is_waited_for_by_any_shift_when_all_have_as_many_teams():
    same = Shift(8 * HOUR, 20 * HOUR, 1), Shift(20 * HOUR, 8 * HOUR, 1)

    assert on_duty(rule("all", Alarm("gauge"), *BOTH), starts="09:00", shifts=same) == [(Saying.TEAMS, 1)]


def test_a_crew_of_which_nobody_is_on_duty_cannot_come():
    """
    Nobody at night, so the lift alone is too much: for certain at 23:00, perhaps on an alarm, or at some time of day.
    """
    nobody = {"shifts": (Shift(22 * HOUR, 6 * HOUR, 0),)}
    lift = [rule("a", when, "start-lift") for when in (Clock(3 * HOUR), Alarm("gauge"), KNOWN)]

    assert on_duty(lift[0], starts="20:00", **nobody) == [(Saying.OFF_DUTY, 0)]
    assert on_duty(lift[1], starts="23:00", **nobody) == [(Saying.SOMETIMES_OFF_DUTY, 0)]
    assert on_duty(lift[2], **nobody) == [(Saying.SOMETIMES_OFF_DUTY, 0)]


def test_a_crew_is_on_its_way_as_long_as_the_road_is():
    """
    1,112 m, 1.5 times so far by road, at 5 m/s: 334 s, and 10 min of work.
    """
    crew = Crew("pumps", Name(""), 1, home=Place(107.0, 29.8), speed_m_s=5, detour=1.5)
    lift = Link("lift", Name(""), LinkKind.PUMP, "main", "pool", 0.5, opening=0.0, place=Place(107.0, 29.81))
    start = sheet("start-lift", crew="pumps", work_s=600)
    (conflict,) = found(plan(rule("a", KNOWN, *BOTH)), park(start, links=[lift], crews=[crew]), Kind.TWO_PLACES)

    assert conflict.values["wait_s"] == pytest.approx(933.6, abs=0.1)


def needs(id, **units):
    """A sheet that starts a pump of its own with equipment."""
    return sheet(f"start-{id}", needs=units), Link(id, Name(id), LinkKind.PUMP, "bund", "pool", 0.1, opening=0.0)


def short(*rules, **units):
    """The equipment that is lacking, where pumps a and b need some of it."""
    sheets, links = zip(*(needs(id, **units) for id in ("a", "b")), strict=True)
    where = park(*sheets, sheet("stop-a"), links=links)
    return [(each.saying, each.subjects, each.values["units"]) for each in found(plan(*rules), where, Kind.TWO_PLACES)]


def test_more_units_than_there_are():
    """
    Two pumps of two trucks each, and there are two.
    """
    assert short(rule("both", KNOWN, "start-a", "start-b"), truck=2) == [(Saying.UNITS, ("truck",), 4)]
    assert short(rule("both", KNOWN, "start-a", "start-b"), truck=1) == []


def test_units_come_back_when_the_next_operation_there_is_done():
    """
    a runs from T+0 on; stopped at T+1 h its two trucks serve b. Sandbags are spent.
    """
    start, stop = rule("start", Clock(0), "start-a"), rule("stop", Clock(HOUR), "stop-a")
    then = rule("then", Clock(2 * HOUR), "start-b")

    assert short(start, stop, then, truck=2) == []
    assert short(start, then, truck=2) == [(Saying.UNITS, ("truck",), 4)]
    assert short(start, stop, then, bags=200) == [(Saying.UNITS, ("bags",), 400)]


def test_units_of_a_pump_that_another_event_stops_are_taken_to_come_back():
    """
    a is stopped when the main has run low, nobody knows when; b is ordered an hour after a.
    """
    start, then = rule("start", KNOWN, "start-a"), rule("then", KNOWN, "start-b", after_s=HOUR)

    assert short(start, then, truck=2) == [(Saying.UNITS, ("truck",), 4)]
    assert short(start, then, rule("stop", below("main", 10), "stop-a"), truck=2) == []


def test_units_of_a_check_come_back_when_it_is_done():
    """
    Two trucks to look at the main for 10 min, then two for a pump.
    """
    look = sheet("check-main", crew="gates", work_s=10 * MINUTE, needs={"truck": 2})
    start, link = needs("a", truck=2)
    rules = [rule("look", KNOWN, "check-main"), rule("then", KNOWN, "start-a", after_s=10 * MINUTE)]

    assert found(plan(*rules), park(look, start, links=[link]), Kind.TWO_PLACES) == []


FAR = sheet("shut-valve", crew="far", travel_s=600)


def late(*rules, where=None, **others):
    """Help that is late: rules and who it is."""
    return [(each.rules, each.subjects) for each in found(plan(*rules, **others), where or park(FAR), Kind.LATE_HELP)]


def test_help_that_nobody_called_is_late():
    need = rule("need", above("main", 300, 100), "shut-valve")

    assert late(need) == [(("need",), ("far",))]
    assert late(need, Rule("call", KNOWN, call=("far",))) == []


def test_help_that_is_called_no_sooner_than_it_is_needed_is_late():
    """
    By the rule itself; on the same event; when the sheet that needs it is done; by the clock, later.
    """
    level = above("main", 300, 100)
    need, at_once = rule("need", level, "shut-valve"), rule("need", level, "shut-valve", call=("far",))

    assert late(at_once) == [(("need",), ("far",))]
    assert late(need, Rule("call", level, call=("far",))) == [(("need",), ("far",))]
    assert late(need, Rule("call", done("shut-valve"), call=("far",))) == [(("need",), ("far",))]
    by_the_clock = rule("need", Clock(HOUR), "shut-valve"), Rule("call", Clock(2 * HOUR), call=("far",))
    assert late(*by_the_clock) == [(("need",), ("far",))]


def test_help_that_is_called_as_soon_as_the_incident_is_known_is_not_late():
    assert late(rule("need", KNOWN, "shut-valve", call=("far",))) == []


def test_help_for_when_something_has_failed_is_called_in_time_too():
    need = rule("need", above("main", 300, 100), "start-lift", otherwise=("shut-valve",))

    assert late(need) == [(("need",), ("far",))]


def test_equipment_from_outside_is_called_too():
    where = park(sheet("start-works", needs={"big": 1}), equipment=[Equipment("big", Name(""), 1, arrives_s=HOUR)])

    assert late(rule("need", above("main", 300, 100), "start-works"), where=where) == [(("need",), ("big",))]

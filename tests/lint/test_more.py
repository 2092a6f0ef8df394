"""Of two plans, only what the second has and the first has not is told."""

from sim.lint import Saying, find_conflicts, more_than
from sim.park import Equipment, Name
from sim.scenario import Clock, Detection
from tests.lint.plans import HOUR, KNOWN, MINUTE, above, below, failed, park, plan, rule, sheet

SHUT, OPEN = rule("shut", Clock(0), "shut-gate"), rule("open", Clock(5 * MINUTE), "open-gate")
LIFT = rule("lift", KNOWN, "start-lift", "shut-valve")


def more(base, *rules, where=None, **others):
    """What a plan has against it that another one has not: sentence, rules, subjects."""
    where = where or park()
    before, after = find_conflicts(where, plan(*base)), find_conflicts(where, plan(*rules, **others))
    return [(each.saying, each.rules, each.subjects) for each in more_than(before, after)]


def test_the_same_plan_has_nothing_more():
    every = [SHUT, OPEN, rule("a", above("main", 300), "start-lift"), rule("b", failed("start-lift"), "check-main")]

    assert find_conflicts(park(), plan(*every)) != ()
    assert more(every, *every) == []


def test_what_the_first_has_not_is_told():
    opposed = (Saying.AT_ONE_TIME, ("shut", "open"), ("gate",))

    assert more([SHUT, LIFT], SHUT, OPEN, LIFT) == [opposed]
    assert more([SHUT, OPEN, LIFT], SHUT, LIFT) == []


def test_another_time_or_amount_is_the_same_finding():
    """
    Two orders against each other an hour later; a wait of 15 min for the lift that becomes 10 min.
    """
    later = rule("shut", Clock(HOUR), "shut-gate"), rule("open", Clock(65 * MINUTE), "open-gate")
    works, soon = (rule("treat", KNOWN, "start-works", after_s=wait) for wait in (0, 5 * MINUTE))
    base = [SHUT, OPEN, LIFT, works]

    assert len(find_conflicts(park(), plan(*base))) == 2
    assert more(base, *later, LIFT, soon) == []


def test_other_sheets_or_another_facility_are_another_finding():
    """
    Three jobs for one pump crew where there were two; and two gates fought over where there was one.
    """
    where = park(sheet("open-valve"), sheet("stop-works", crew="pumps", work_s=HOUR))
    two, three = rule("all", KNOWN, "start-lift", "start-works"), ("start-lift", "start-works", "stop-works")
    shut = rule("shut", Clock(0), "shut-gate", "shut-valve")
    both = rule("open", Clock(5 * MINUTE), "open-gate", "open-valve")

    assert (Saying.TEAMS, ("all",), ("pumps",)) in more([SHUT, two], SHUT, rule("all", KNOWN, *three), where=where)
    assert (Saying.AT_ONE_TIME, ("shut", "open"), ("gate", "valve")) in more([shut, OPEN], shut, both, where=where)


def test_only_the_facilities_are_named_that_the_first_did_not_name():
    """
    Nobody shuts the gate in either; nobody starts the lift, shuts the valve in the second.
    """
    look, lift = rule("look", KNOWN, "check-main"), rule("lift", Clock(0), "start-lift", "shut-valve")
    (found,) = more_than(find_conflicts(park(), plan(lift)), find_conflicts(park(), plan(look)))

    assert (found.saying, found.subjects) == (Saying.UNCALLED, ("valve", "lift"))
    assert found.values == {"facilities": ("valve", "lift")}
    assert more([look], lift) == []


def test_only_the_rules_are_named_that_the_first_did_not_name():
    """
    One rule on a level without dead band, then two; or two, then one.
    """
    a, b = rule("a", above("main", 300), "shut-gate"), rule("b", below("main", 100), "shut-valve")

    assert [rules for saying, rules, _ in more([a, LIFT], a, b, LIFT) if saying is Saying.ONCE] == [("b",)]
    assert [each for each in more([a, b, LIFT], b, LIFT) if each[0] is Saying.ONCE] == []


def test_late_help_for_another_rule_or_of_another_helper_is_more():
    """
    The valve needs the crew from far, and the gate does too; the lift besides a pump that comes from outside.
    """
    sheets = (sheet(id, crew="far", travel_s=600) for id in ("shut-valve", "shut-gate"))
    big = Equipment("big", Name("Big pump"), 1, arrives_s=HOUR)
    where = park(*sheets, sheet("start-lift", crew="far", travel_s=600, needs={"big": 1}), equipment=[big])
    level = above("main", 300, 100)
    need, too = rule("need", level, "shut-valve"), rule("too", above("main", 400, 100), "shut-gate")
    lift = rule("need", level, "shut-valve", "start-lift")

    late = [each for each in more([need], need, too, where=where) if each[0] is Saying.LATE_HELP]
    bigger = [each for each in more([need], lift, where=where) if each[0] is Saying.LATE_HELP]

    assert late == [(Saying.LATE_HELP, ("too",), ("far",))]
    assert bigger == [(Saying.LATE_HELP, ("need",), ("big",))]


def test_the_same_about_another_rule_is_more():
    """
    Two rules wait until the lift fails, which it cannot.
    """
    a, b = rule("a", failed("start-lift"), "check-main"), rule("b", failed("start-lift"), "shut-gate")

    assert more([LIFT, a, SHUT], LIFT, a, b, SHUT) == [(Saying.CANNOT_FAIL, ("b",), ("start-lift",))]


def test_a_plan_where_there_was_none_is_told_whole():
    every = [SHUT, OPEN, LIFT]

    assert len(more([], *every)) == len(find_conflicts(park(), plan(*every))) > 0
    assert more([], *every, detection=Detection(0)) != []

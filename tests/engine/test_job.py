"""Who does what when: teams, travel, work, queues, pre-emption, failure, shifts, equipment."""

import pytest

from sim.park import Place, PowerArea, Shift
from sim.record.event import Cause, Reason, Why
from sim.scenario import CrewAbsent, Ending, EquipmentMissing, Fault, Refuses, SheetEnds, Stuck
from tests.engine.people import crew, done, park_with, reasons, rule, run, sheet, stock, story
from tests.water.by_hand import HOUR, MINUTE, pool, pump, valve

ONE_CREW = {"crew": "crew", "travel_s": 100, "work_s": 200}


def test_two_valves_one_crew():
    """
    Ordered at once, 100 s to walk and 200 s to turn: the first is shut at 300 s, the second at 600 s.
    """
    park = park_with(crews=[crew()], sheets=[sheet("v1-shut", **ONE_CREW), sheet("v2-shut", **ONE_CREW)])
    seen = run(park, horizon_s=HOUR, rules=(rule("r", 0, "v1-shut", "v2-shut"),))

    assert story(seen) == [
        (0, "order", "v1-shut"), (0, "order", "v2-shut"), (0, "waits", "v2-shut"),
        (100, "begins", "v1-shut"), (300, "done", "v1-shut"),
        (400, "begins", "v2-shut"), (600, "done", "v2-shut"),
    ]  # fmt: skip


def test_the_book_tells_who_waits_for_whom():
    park = park_with(crews=[crew()], sheets=[sheet("v1-shut", **ONE_CREW), sheet("v2-shut", **ONE_CREW)])
    seen = run(park, horizon_s=HOUR, rules=(rule("r", 0, "v1-shut", "v2-shut"),))
    (waits,) = [each for each in seen.record.events if each.what == "waits"]

    assert waits.reason == Reason(Why.BUSY, "crew", jobs=("v1-shut",))
    assert waits.cause == Cause("order", "v2-shut")


def test_two_teams_do_two_valves_at_once():
    """
    Two teams: both at 300 s, and the water stops then: 0.25 m3/s through each valve.
    """
    links = [valve(f"v{k}", "pool", "treated", 0.25) for k in (1, 2)]
    park = park_with(
        [pool("pool", 1000, initial={"rain": 500})], links,
        crews=[crew(teams=2)], sheets=[sheet("v1-shut", **ONE_CREW), sheet("v2-shut", **ONE_CREW)],
    )  # fmt: skip
    seen = run(park, horizon_s=HOUR, rules=(rule("r", 0, "v1-shut", "v2-shut"),))

    assert done(seen) == {"v1-shut": 300, "v2-shut": 300}
    assert seen.holds("pool") == 500 - 0.5 * 300


def test_one_by_one_each_waits_for_the_one_before():
    """
    Two teams would be there, but the second valve is only ordered when the first is shut, at 300 s.
    """
    park = park_with(crews=[crew(teams=2)], sheets=[sheet("v1-shut", **ONE_CREW), sheet("v2-shut", **ONE_CREW)])
    seen = run(park, horizon_s=HOUR, rules=(rule("r", 0, "v1-shut", "v2-shut", one_by_one=True),))

    assert done(seen) == {"v1-shut": 300, "v2-shut": 600}
    assert (300, "order", "v2-shut") in story(seen)


def test_a_row_ends_with_a_failure():
    """
    The first valve fails at 300 s; the second is never ordered.
    """
    sheets = [sheet("v1-shut", works=0.2, **ONE_CREW), sheet("v2-shut", **ONE_CREW)]
    seen = run(park_with(crews=[crew()], sheets=sheets), horizon_s=HOUR,
               rules=(rule("r", 0, "v1-shut", "v2-shut", one_by_one=True),))  # fmt: skip

    assert story(seen, "order", "failed") == [(0, "order", "v1-shut"), (300, "failed", "v1-shut")]


def test_time_to_decide_comes_before_the_order():
    """
    60 s of deciding, then 300 s.
    """
    park = park_with(crews=[crew()], sheets=[sheet("v1-shut", **ONE_CREW)])
    seen = run(park, horizon_s=HOUR, rules=(rule("r", 10, "v1-shut", after_s=60),))

    assert story(seen, "rule", "order") == [(70, "rule", "r"), (70, "order", "v1-shut")]
    assert done(seen) == {"v1-shut": 370}


def test_a_control_room_needs_no_way():
    """
    No crew: 20 s of work and the valve is shut.
    """
    park = park_with(sheets=[sheet("v1-shut", work_s=20)])

    assert done(run(park, horizon_s=HOUR, rules=(rule("r", 5, "v1-shut"),))) == {"v1-shut": 25}


@pytest.mark.parametrize(
    ("operation", "others", "turns", "stands"),
    [
        ("start", {}, [100, 160], [1.0]),
        ("set", {"opening": 0.5}, [100, 220], [0.5]),
        ("set", {"automatic": True}, [], [1.0]),
        ("stop", {}, [], [0.0]),
    ],
)
def test_a_sheet_starts_a_pump_with_levels_or_leaves_it_to_them(operation, others, turns, stands):
    """
    50 m3 between 80, where it starts, and 20, where it stops: 30 m3 at 0.5 m3/s in 60 s, at half of that in 120 s.
    """
    lift = pump("p", "pool", "treated", 0.5, opening=0.0, start_m3=80.0, stop_m3=20.0)
    order = sheet("p-order", operation=operation, **others)
    park = park_with([pool("pool", 100, initial={"rain": 50})], [lift], sheets=[order])
    seen = run(park, horizon_s=HOUR, rules=(rule("r", 100, "p-order"),))

    assert seen.turns("p") == turns
    assert [each.opening for each in seen.record.states if each.link == "p"] == stands


def test_the_queue_serves_the_lower_priority_number_first():
    """
    While the crew is at v1 until 300 s, v2 (priority 5) and then v3 (priority 1) are ordered: v3 at 600 s, v2 at 900 s.
    """
    sheets = [sheet(f"v{k}-shut", **ONE_CREW) for k in (1, 2, 3)]
    rules = (
        rule("a", 0, "v1-shut"),
        rule("b", 10, "v2-shut", priority=5),
        rule("c", 20, "v3-shut", priority=1),
    )
    seen = run(park_with(crews=[crew()], sheets=sheets), horizon_s=HOUR, rules=rules)

    assert done(seen) == {"v1-shut": 300, "v3-shut": 600, "v2-shut": 900}


def test_urgent_work_calls_a_crew_off_where_the_plan_says_so():
    """
    v1 from 0 s: 100 s to walk, 500 s of work. At 200 s v2 calls the crew off: 50 s to walk, 100 s of work, done at
    350 s. Then 100 s to walk back, and the 400 s of work that are left: 850 s.
    """
    sheets = [
        sheet("v1-shut", crew="crew", travel_s=100, work_s=500),
        sheet("v2-shut", crew="crew", travel_s=50, work_s=100),
    ]
    rules = (rule("a", 0, "v1-shut", priority=5), rule("b", 200, "v2-shut", priority=1, preempt=True))
    seen = run(park_with(crews=[crew()], sheets=sheets), horizon_s=HOUR, rules=rules)

    assert story(seen) == [
        (0, "order", "v1-shut"), (100, "begins", "v1-shut"),
        (200, "order", "v2-shut"), (200, "called-off", "v1-shut"), (200, "waits", "v1-shut"),
        (250, "begins", "v2-shut"), (350, "done", "v2-shut"),
        (450, "begins", "v1-shut"), (850, "done", "v1-shut"),
    ]  # fmt: skip


def test_the_book_tells_for_what_a_team_is_called_off():
    sheets = [
        sheet("v1-shut", crew="crew", travel_s=100, work_s=500),
        sheet("v2-shut", crew="crew", travel_s=50, work_s=100),
    ]
    rules = (rule("a", 0, "v1-shut", priority=5), rule("b", 200, "v2-shut", priority=1, preempt=True))
    seen = run(park_with(crews=[crew()], sheets=sheets), horizon_s=HOUR, rules=rules)
    (called_off,) = [each for each in seen.record.events if each.what == "called-off"]

    assert called_off.cause == Cause("order", "v2-shut")


def test_who_has_just_got_the_team_gives_it_to_more_urgent_work():
    """
    v1 is shut at 300 s and v2, which waited, is next; but v1's end sets off v3, which calls off what is less urgent,
    in that very instant: v3 at 600 s. v2 keeps its place before v2b, which has waited since 100 s: 900 s and 1,200 s.
    """
    facilities = {"v1-shut": "v1", "v2-shut": "v2", "v2b-shut": "v2", "v3-shut": "v3"}
    sheets = [sheet(id, facility, **ONE_CREW) for id, facility in facilities.items()]
    rules = (
        rule("a", 0, "v1-shut", "v2-shut", priority=5), rule("b", 100, "v2b-shut", priority=5),
        rule("c", SheetEnds("v1-shut", Ending.DONE), "v3-shut", priority=1, preempt=True),
    )  # fmt: skip
    seen = run(park_with(crews=[crew()], sheets=sheets), horizon_s=HOUR, rules=rules)

    assert done(seen) == {"v1-shut": 300, "v3-shut": 600, "v2-shut": 900, "v2b-shut": 1200}
    assert story(seen, "called-off") == []


def test_a_crew_called_off_on_its_way_sets_out_again():
    """
    Called off at 50 s on the way to v1; v2 takes until 200 s; then all 100 + 500 s of v1: 800 s.
    """
    sheets = [
        sheet("v1-shut", crew="crew", travel_s=100, work_s=500),
        sheet("v2-shut", crew="crew", travel_s=50, work_s=100),
    ]
    rules = (rule("a", 0, "v1-shut", priority=5), rule("b", 50, "v2-shut", priority=1, preempt=True))
    seen = run(park_with(crews=[crew()], sheets=sheets), horizon_s=HOUR, rules=rules)

    assert done(seen) == {"v2-shut": 200, "v1-shut": 800}


def test_nobody_is_called_off_for_work_of_the_same_priority():
    """
    v2 asks with pre-emption but no more urgently: it waits until 600 s.
    """
    sheets = [
        sheet("v1-shut", crew="crew", travel_s=100, work_s=500),
        sheet("v2-shut", crew="crew", travel_s=50, work_s=100),
    ]
    rules = (rule("a", 0, "v1-shut"), rule("b", 200, "v2-shut", preempt=True))
    seen = run(park_with(crews=[crew()], sheets=sheets), horizon_s=HOUR, rules=rules)

    assert done(seen) == {"v1-shut": 600, "v2-shut": 750}


def test_otherwise_comes_when_a_sheet_fails():
    """
    v1 fails at 300 s (it works one time in three); v2 instead: 300 s later.
    """
    sheets = [sheet("v1-shut", works=1 / 3, **ONE_CREW), sheet("v2-shut", **ONE_CREW)]
    seen = run(park_with(crews=[crew()], sheets=sheets), horizon_s=HOUR,
               rules=(rule("r", 0, "v1-shut", otherwise=("v2-shut",)),))  # fmt: skip

    assert story(seen, "failed", "done") == [(300, "failed", "v1-shut"), (600, "done", "v2-shut")]


def test_what_fails_sets_off_rules_that_wait_for_it():
    """
    One rule waits for the failure of v1, one for the end of v2.
    """
    sheets = [sheet("v1-shut", works=0.0, **ONE_CREW), sheet("v2-shut", work_s=5), sheet("v3-shut", work_s=7)]
    rules = (
        rule("a", 0, "v1-shut"),
        rule("b", SheetEnds("v1-shut", Ending.FAILED), "v2-shut"),
        rule("c", SheetEnds("v2-shut", Ending.DONE), "v3-shut", after_s=10),
    )
    seen = run(park_with(crews=[crew()], sheets=sheets), horizon_s=HOUR, rules=rules)

    assert done(seen) == {"v2-shut": 305, "v3-shut": 322}


@pytest.mark.parametrize(
    ("what", "why"), [(Stuck("v1"), Reason(Why.STUCK, "v1", "f", 1.0)), (Refuses("v1"), Reason(Why.REFUSES, "v1", "f"))]
)
def test_a_valve_that_cannot_be_turned_is_found_out_by_turning_it(what, why):
    """
    At the end of the work, 300 s; repaired at 400 s it can be shut, from 500 s on.
    """
    park = park_with(crews=[crew()], sheets=[sheet("v1-shut", **ONE_CREW)])
    rules = (rule("a", 0, "v1-shut"), rule("b", 500, "v1-shut"))
    seen = run(park, horizon_s=HOUR, rules=rules, faults=(Fault("f", what, 0, 400),))

    assert story(seen, "failed", "done") == [(300, "failed", "v1-shut"), (800, "done", "v1-shut#2")]
    assert reasons(seen) == [why]


def test_at_night_there_are_fewer():
    """
    From 08:00 to 20:00 two teams, at night one. The run begins at 19:55; at 19:58 two valves are ordered, at 19:59 a
    third: the first two at 20:03 (300 s), and the one team left does the third 300 s after that.
    """
    sheets = [sheet(f"v{k}-shut", **ONE_CREW) for k in (1, 2, 3)]
    day = Shift(8 * HOUR, 20 * HOUR, 2)
    rules = (rule("a", 3 * MINUTE, "v1-shut", "v2-shut"), rule("b", 4 * MINUTE, "v3-shut"))
    park = park_with(crews=[crew(shifts=(day,))], sheets=sheets)
    seen = run(park, horizon_s=HOUR, rules=rules, starts="2025-07-14T19:55:00+08:00")

    assert done(seen) == {"v1-shut": 480, "v2-shut": 480, "v3-shut": 780}


def test_when_the_day_begins_there_are_more():
    """
    The run begins at 07:55 with one team; two valves ordered at once. From 08:00 (300 s) there are two teams: the
    second valve, waiting until then anyway, is shut at 600 s; a third ordered at 100 s as well, by the other team.
    """
    sheets = [sheet(f"v{k}-shut", **ONE_CREW) for k in (1, 2, 3)]
    day = Shift(8 * HOUR, 20 * HOUR, 2)
    rules = (rule("a", 0, "v1-shut", "v2-shut"), rule("b", 100, "v3-shut"))
    park = park_with(crews=[crew(shifts=(day,))], sheets=sheets)
    seen = run(park, horizon_s=HOUR, rules=rules, starts="2025-07-14T07:55:00+08:00")

    assert done(seen) == {"v1-shut": 300, "v2-shut": 600, "v3-shut": 600}


def test_a_night_shift_goes_over_midnight():
    """
    22:00 to 06:00 nobody; the run begins at 05:00: the valve ordered at once is shut 1 h and 300 s later.
    """
    night = Shift(22 * HOUR, 6 * HOUR, 0)
    park = park_with(crews=[crew(shifts=(night,))], sheets=[sheet("v1-shut", **ONE_CREW)])
    seen = run(park, horizon_s=2 * HOUR, rules=(rule("r", 0, "v1-shut"),), starts="2025-07-14T05:00:00")

    assert done(seen) == {"v1-shut": HOUR + 300}
    assert reasons(seen) == [Reason(Why.OFF_DUTY, "crew")]


def test_an_absent_crew_comes_when_it_is_back():
    """
    Absent until 1,000 s.
    """
    park = park_with(crews=[crew()], sheets=[sheet("v1-shut", **ONE_CREW)])
    seen = run(park, horizon_s=HOUR, rules=(rule("r", 0, "v1-shut"),),
               faults=(Fault("f", CrewAbsent("crew"), 0, 1000),))  # fmt: skip

    assert done(seen) == {"v1-shut": 1300}


def test_a_crew_from_outside_is_called_with_the_first_order():
    """
    It arrives 1,000 s after the call, at 1,010 s, and is done 300 s later; the second order finds it there.
    """
    sheets = [sheet("v1-shut", **ONE_CREW), sheet("v2-shut", **ONE_CREW)]
    rules = (rule("a", 10, "v1-shut"), rule("b", 2000, "v2-shut"))
    seen = run(park_with(crews=[crew(arrives_s=1000)], sheets=sheets), horizon_s=HOUR, rules=rules)

    assert story(seen, "called", "arrived") == [(10, "called", "crew"), (1010, "arrived", "crew")]
    assert done(seen) == {"v1-shut": 1310, "v2-shut": 2300}


def test_help_that_is_called_early_is_there_in_time():
    """
    Called at 0 s, there at 1,000 s; the order at 1,500 s need not wait.
    """
    rules = (rule("a", 0, call=("crew",)), rule("b", 1500, "v1-shut"))
    park = park_with(crews=[crew(arrives_s=1000)], sheets=[sheet("v1-shut", **ONE_CREW)])

    assert done(run(park, horizon_s=HOUR, rules=rules)) == {"v1-shut": 1800}


def test_a_crew_knows_the_way_from_where_it_is():
    """
    Home and v1 are 0.1 degrees of latitude apart (11,119.5 m), v2 lies 0.1 further; at 10 m/s over a way half as long
    again, each leg takes 1,668 s.
    """
    places = [Place(107.0, 29.8), Place(107.0, 29.9), Place(107.0, 30.0)]
    links = [valve(f"v{k}", "pool", "treated", 0.0, place=places[k]) for k in (1, 2)]
    goes = {"crew": "crew", "work_s": 100}
    park = park_with(
        [pool("pool", 1000)], links, crews=[crew(home=places[0], speed_m_s=10.0, detour=1.5)],
        sheets=[sheet("v1-shut", **goes), sheet("v2-shut", **goes)],
    )  # fmt: skip
    seen = run(park, horizon_s=HOUR, rules=(rule("r", 0, "v1-shut", "v2-shut"),))

    assert done(seen) == pytest.approx({"v1-shut": 1768, "v2-shut": 3536}, abs=1)


def test_a_mobile_pump_is_fetched_laid_and_brought_back():
    """
    The truck pump is 600 s away, its 2 km of hose take 300 s each, the crew is there after 100 s: work from 600 s, 60 +
    600 s: it runs from 1,260 s, 0.5 m3/s. Stopped at 2,000 s: 370 m3. A second place can have it from then on.
    """
    needs = {"truck-pump": 1, "hose": 2}
    lay = {"operation": "start", "crew": "crew", "travel_s": 100, "work_s": 60, "needs": needs}
    park = park_with(
        [pool("pool", 1000, initial={"rain": 500})],
        [pump("p1", "pool", "treated", 0.5, opening=0.0), pump("p2", "pool", "treated", 0.25, opening=0.0)],
        crews=[crew()], equipment=[stock("truck-pump", 1, travel_s=600), stock("hose", 3, takes_s=300)],
        sheets=[sheet("p1-start", **lay), sheet("p2-start", **lay), sheet("p1-stop", operation="stop")],
    )  # fmt: skip
    rules = (rule("a", 0, "p1-start"), rule("b", 1300, "p2-start"), rule("c", 2000, "p1-stop"))
    seen = run(park, horizon_s=2 * HOUR, rules=rules)

    assert done(seen) == {"p1-start": 1260, "p1-stop": 2000, "p2-start": 3260}
    assert seen.passed("p1") == 0.5 * 740


def test_a_pump_from_outside_arrives_when_it_arrives():
    """
    Called with the order at 0 s, in the park at 3,600 s, there 600 s later, 60 s of work: 4,260 s.
    """
    park = park_with(
        links=[pump("p1", "pool", "treated", 0.5, opening=0.0)], crews=[crew()],
        equipment=[stock("truck-pump", 1, arrives_s=3600, travel_s=600)],
        sheets=[sheet("p1-start", operation="start", crew="crew", travel_s=100, work_s=60, needs={"truck-pump": 1})],
    )  # fmt: skip
    seen = run(park, horizon_s=2 * HOUR, rules=(rule("a", 0, "p1-start"),))

    assert done(seen) == {"p1-start": 4260}
    assert reasons(seen) == [Reason(Why.SHORT, "truck-pump", units=1, stock=0.0)]


def test_sandbags_are_spent():
    """
    300 of 500 sandbags; when they are taken away they are not there again, and a second dam waits for ever.
    """
    sacks = {"needs": {"sandbags": 300}}
    park = park_with(
        equipment=[stock("sandbags", 500, spent=True)],
        sheets=[sheet("v1-shut", **sacks), sheet("v1-open", operation="open"), sheet("v2-shut", **sacks)],
    )
    rules = (rule("a", 0, "v1-shut"), rule("b", 10, "v1-open"), rule("c", 20, "v2-shut"))
    seen = run(park, horizon_s=HOUR, rules=rules)

    assert done(seen) == {"v1-shut": 0, "v1-open": 10}
    assert story(seen, "waits") == [(20, "waits", "v2-shut")]


def test_missing_equipment_is_found_out_at_once():
    """
    No plugs until 700 s: ordered at 0 s it fails, and v2 is shut instead; ordered at 800 s it is done.
    """
    sheets = [sheet("v1-shut", work_s=50, needs={"plug": 1}), sheet("v2-shut", work_s=20)]
    rules = (rule("a", 0, "v1-shut", otherwise=("v2-shut",)), rule("b", 800, "v1-shut"))
    seen = run(park_with(equipment=[stock("plug", 2)], sheets=sheets), horizon_s=HOUR, rules=rules,
               faults=(Fault("f", EquipmentMissing("plug"), 0, 700),))  # fmt: skip

    assert story(seen, "failed") == [(0, "failed", "v1-shut")]
    assert done(seen) == {"v2-shut": 20, "v1-shut#2": 850}
    assert reasons(seen) == [Reason(Why.MISSING, "plug", "f", units=1, stock=0.0)]


def test_whoever_needs_much_is_not_passed_by_those_who_need_little():
    """
    Two of three plugs are out; v2 needs two and waits; v3 needs one, which is there, but came later.
    """
    sheets = [
        sheet("v1-shut", needs={"plug": 2}), sheet("v1-open", operation="open"),
        sheet("v2-shut", needs={"plug": 2}), sheet("v3-shut", needs={"plug": 1}),
    ]  # fmt: skip
    rules = (rule("a", 0, "v1-shut"), rule("b", 1, "v2-shut"), rule("c", 2, "v3-shut"), rule("d", 100, "v1-open"))
    seen = run(park_with(equipment=[stock("plug", 3)], sheets=sheets), horizon_s=HOUR, rules=rules)

    assert done(seen) == {"v1-shut": 0, "v1-open": 100, "v2-shut": 100, "v3-shut": 100}


def test_a_place_without_power_is_seen_on_arriving():
    """
    The remote valve fails at 100 s, on arrival; by hand it takes 100 + 400 s more.
    """
    from sim.scenario import PowerLoss

    links = [valve("v1", "pool", "treated", 0.0, power="area")]
    sheets = [
        sheet("v1-shut", power=True, **ONE_CREW),
        sheet("v1-by-hand", "v1", crew="crew", travel_s=100, work_s=400),
    ]
    park = park_with([pool("pool", 1000)], links, crews=[crew()], sheets=sheets,
                     power_areas={"area": PowerArea("area", None)})  # fmt: skip
    seen = run(park, horizon_s=HOUR, rules=(rule("a", 0, "v1-shut", otherwise=("v1-by-hand",)),),
               faults=(Fault("f", PowerLoss("area")),))  # fmt: skip

    assert story(seen, "failed", "done") == [(100, "failed", "v1-shut"), (600, "done", "v1-by-hand")]


def test_a_plug_holds_where_the_gate_is_stuck():
    """
    Stuck open, the gate cannot be shut; plugged at 400 s: 0.5 m3/s until then, 200 m3. Pulled at 900 s.
    """
    plug = {"operation": "seal", "crew": "crew", "travel_s": 100, "work_s": 300, "needs": {"plug": 1}}
    park = park_with(
        [pool("pond", 5000, initial={"rain": 4000})], [valve("v1", "pond", "treated", 0.5, leak=0.1)],
        crews=[crew()], equipment=[stock("plug", 1)],
        sheets=[sheet("v1-plug", **plug), sheet("v1-pull", operation="unseal")],
    )  # fmt: skip
    rules = (rule("a", 0, "v1-plug"), rule("b", 900, "v1-pull"))
    seen = run(park, horizon_s=1000, rules=rules, faults=(Fault("f", Stuck("v1", 1.0)),))

    assert seen.turns("v1") == [0, 400, 900]
    assert seen.passed("v1") == 200 + 50


def test_help_from_outside_is_called_all_at_once():
    """
    Crew and pump are both 1,000 s away: the pump is laid at 1,000 + 100 + 60 s, not at 2,160 s.
    """
    park = park_with(
        links=[pump("p1", "pool", "treated", 0.5, opening=0.0)], crews=[crew(arrives_s=1000)],
        equipment=[stock("truck-pump", 1, arrives_s=1000)],
        sheets=[sheet("p1-start", operation="start", crew="crew", travel_s=100, work_s=60, needs={"truck-pump": 1})],
    )  # fmt: skip

    assert done(run(park, horizon_s=HOUR, rules=(rule("a", 0, "p1-start"),))) == {"p1-start": 1160}


def test_sandbags_that_were_not_used_come_back():
    """
    The first dam fails for want of power, its 300 of 400 sandbags come back; the second dam has them.
    """
    from sim.scenario import PowerLoss

    links = [valve("v1", "pool", "treated", 0.0, power="area"), valve("v2", "pool", "treated", 0.0)]
    sacks = {"needs": {"sandbags": 300}}
    park = park_with(
        [pool("pool", 1000)], links, equipment=[stock("sandbags", 400, spent=True)],
        sheets=[sheet("v1-shut", power=True, **sacks), sheet("v2-shut", **sacks)],
        power_areas={"area": PowerArea("area", None)},
    )  # fmt: skip
    rules = (rule("a", 0, "v1-shut"), rule("b", 10, "v2-shut"))
    seen = run(park, horizon_s=HOUR, rules=rules, faults=(Fault("f", PowerLoss("area")),))

    assert story(seen, "failed", "done") == [(0, "failed", "v1-shut"), (10, "done", "v2-shut")]

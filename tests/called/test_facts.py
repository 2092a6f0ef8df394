"""What the engine knew reaches the reader as it knew it: small cases whose right answer is worked out by hand."""

from dataclasses import replace

import pytest

from sim.check import judge
from sim.check.margin import margins
from sim.engine import play
from sim.park import Crew, LocalPlace, Name, Operation, PowerArea, Sheet
from sim.record.event import SetOut
from sim.record.job import jobs
from sim.report.map.moment import moment
from sim.scenario import Fault, PowerLoss, Stuck
from tests.engine.people import park_with, rule, run, sheet
from tests.water.by_hand import HOUR, MINUTE, park_of, pool, pour, pump, script, valve

KMH = 1 / 3.6


def placed(link, x_m):
    """A link that lies so far east."""
    return replace(link, place=LocalPlace(x_m, 0))


def at_five_km(sheets, teams=1, **links):
    """A crew at 0 m that drives 30 km/h; links by where they lie."""
    crew = Crew("duty", Name("Duty"), teams, home=LocalPlace(0, 0), speed_m_s=30 * KMH, detour=1.0)
    own = [placed(valve(id, "pool", "treated", 0.0), x_m) for id, x_m in links.items()]
    return park_with(links=own, crews=[crew], sheets=sheets)


def by_duty(id, facility, work_s):
    return Sheet(id, Name(id), facility, Operation.SHUT, crew="duty", work_s=work_s)


def test_a_drive_is_a_drive_and_no_waiting():
    """
    The case drive-or-wait: ordered at T+10 min, 5 km at 30 km/h are 10 min: it leaves at 600 s and is there at 1,200 s,
    though the sheet says nothing of a travel time.
    """
    park = at_five_km([by_duty("shut", "drain", 300)], drain=5000)
    seen = run(park, horizon_s=2 * HOUR, rules=(rule("answer", 600, "shut"),))
    (job,) = jobs(seen.record.events, 2 * HOUR)

    assert (job.ordered_s, job.leaves_s, job.begun_s, job.ended_s) == pytest.approx((600, 600, 1200, 1500))
    assert job.start == (0, 0)


def test_the_team_that_the_engine_sent_is_the_team_that_went():
    """
    The case which-team: one team goes 5 km west, one 5 km east; half an hour later there is more to do in the east, and
    the team that is there goes: no drive, from x = 5,000 m.
    """
    sheets = [by_duty("a-west", "west", 300), by_duty("shut-east", "east", 480), by_duty("shut-east-2", "east-2", 300)]
    park = at_five_km(sheets, teams=2, west=-5000, east=5000, **{"east-2": 5000})
    rules = (rule("first", 0, "a-west", "shut-east"), rule("then", 30 * MINUTE, "shut-east-2"))
    seen = run(park, horizon_s=2 * HOUR, rules=rules)
    went = {each.subject: (each.team, each.start) for each in seen.record.events if isinstance(each, SetOut)}
    third = next(each for each in jobs(seen.record.events, 2 * HOUR) if each.id == "shut-east-2")

    assert went["shut-east-2"] == (went["shut-east"][0], (5000, 0))
    assert went["a-west"][0] != went["shut-east"][0]
    assert third.begun_s == third.leaves_s == 30 * MINUTE


def test_a_team_that_is_called_off_on_the_only_road_is_not_there_at_once():
    """
    Called off at 100 s from a valve 5 km east, it leaves from there and drives 10 km to the other one: 1,200 s.
    """
    sheets = [by_duty("slow", "east", HOUR), by_duty("urgent", "west", 60)]
    rules = (rule("a", 0, "slow", priority=5), rule("b", 700, "urgent", priority=1, preempt=True))
    seen = run(at_five_km(sheets, east=5000, west=-5000), horizon_s=2 * HOUR, rules=rules)
    urgent = next(each for each in jobs(seen.record.events, 2 * HOUR) if each.id == "urgent")

    assert (urgent.leaves_s, urgent.begun_s, urgent.start) == (700, pytest.approx(1900), (5000, 0))


def test_a_pump_that_sticks_without_power_stays_shut_when_power_is_back():
    """
    The case two-faults-on-the-map: power is lost from 1 h to 3 h, and at 2 h the pump sticks as it stands: at 0.
    """
    lift = replace(pump("lift", "pool", "treated", 100 / HOUR, opening=1.0), power="east")
    park = replace(park_of([pool("pool", 1000)], [lift]), power_areas={"east": PowerArea("east", Name("East"))})
    faults = (Fault("dark", PowerLoss("east"), HOUR, 2 * HOUR), Fault("jam", Stuck("lift"), 2 * HOUR))
    spill = pour("release", "pool", (0, 800 / (4 * HOUR)), (4 * HOUR, 0.0))
    scenario = script(spill, horizon_s=6 * HOUR, faults=faults)
    record = play(park, scenario)
    judgement = judge(park, scenario, record)
    stands = [moment(park, scenario, record, judgement, hours * HOUR).openings["lift"] for hours in (0.5, 1.5, 2.5, 4)]

    assert stands == [1, 0, 0, 0]


def test_two_losses_of_power_of_one_area_must_both_be_mended():
    """
    From 0 s to 100 s and from 50 s to 500 s: at 200 s there is still none, and the sheet that needs it fails.
    """
    valves = [replace(valve("v1", "pool", "treated", 0.0), power="east")]
    park = replace(park_with(links=valves, sheets=[sheet("v1-shut", power=True)]),
                   power_areas={"east": PowerArea("east", Name("East"))})  # fmt: skip
    faults = (Fault("one", PowerLoss("east"), 0, 100), Fault("two", PowerLoss("east"), 50, 450))
    seen = run(park, horizon_s=HOUR, rules=(rule("r", 200, "v1-shut"),), faults=faults)

    assert [each.what for each in seen.record.events if each.subject == "v1-shut"] == ["order", "failed"]


def test_a_crest_that_was_raised_too_late_held_nothing_at_the_peak():
    """
    The case raised-after-overflow: 1,500 m3 in one hour into 1,000; 200 m3 of sandbags an hour later. At the peak the
    crest stood at 1,000 m3, so its margin is 0, not 200.
    """
    park = park_with([pool("pool", 1000, raise_m3=200.0)], [valve("v1", "pool", "treated", 0.0)],
                     sheets=[sheet("pool-raise", operation="raise", work_s=60)])  # fmt: skip
    spill = pour("release", "pool", (0, 1500 / HOUR), (HOUR, 0.0))
    late = run(park, spill, horizon_s=6 * HOUR, rules=(rule("late", 2 * HOUR, "pool-raise"),))
    soon = run(park, spill, horizon_s=6 * HOUR, rules=(rule("soon", 0, "pool-raise"),))
    found = [margins(park, each.record)[0] for each in (late, soon)]

    assert [(each.raised_m3, each.peak_m3, each.margin_m3) for each in found] == [(0, 1000, 0), (200, 1200, 0)]
    (raised,) = late.record.states
    assert (raised.at_s, raised.link, raised.raised_m3) == (2 * HOUR + 60, "pool>ground", 200)

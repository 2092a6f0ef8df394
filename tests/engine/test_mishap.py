"""What each fault does to the water, and that it is over when it is repaired."""

import pytest

from sim.check import judge
from sim.engine import play
from sim.park import Name, OrificeRating, PowerArea, Prism, WeirRating
from sim.record.event import BY_CLOCK, Cause
from sim.scenario import Blocked, Fault, Leaks, Level, Opens, PowerLoss, Refuses, Stuck, Trips
from tests.engine.people import done, park_with, rule, run, sheet, story
from tests.water.by_hand import HOUR, at, link, pool, pour, pump, script, valve

RAIN = {"initial": {"rain": 4000}}


def pond(*links, **others):
    """4,000 m3 of rain, and links out of it."""
    return park_with([pool("pond", 5000, **RAIN)], list(links), **others)


def passed(park, what, *actions, from_s=0, lasts_s=float("inf"), id="v1"):
    """What a link passes in 1,000 s with a fault [m3]."""
    seen = run(park, horizon_s=1000, faults=(Fault("f", what, from_s, lasts_s),), actions=actions)
    return seen.passed(id)


def test_stuck_open_it_cannot_be_shut():
    """
    Ordered shut at 100 s; 0.5 m3/s all along.
    """
    assert passed(pond(valve("v1", "pond", "treated", 0.5)), Stuck("v1"), at(100, ("v1", 0.0))) == 500


def test_stuck_part_way_it_passes_its_part():
    """
    From 200 s on at a quarter: 100 + 0.125 x 800 = 200 m3.
    """
    assert passed(pond(valve("v1", "pond", "treated", 0.5)), Stuck("v1", 0.25), from_s=200) == 200


def test_found_open_though_it_should_be_shut():
    """
    The park file has it shut.
    """
    assert passed(pond(valve("v1", "pond", "treated", 0.5, opening=0.0)), Stuck("v1", 1.0)) == 500


def test_once_repaired_it_stands_as_it_was_told_before():
    """
    Shut at 100 s, stuck open from 200 to 400 s: 50 + 100 m3.
    """
    park = pond(valve("v1", "pond", "treated", 0.5))

    assert passed(park, Stuck("v1", 1.0), at(100, ("v1", 0.0)), from_s=200, lasts_s=200) == 150


def test_what_refuses_stays_as_it_is():
    assert passed(pond(valve("v1", "pond", "treated", 0.5)), Refuses("v1"), at(100, ("v1", 0.0))) == 500


def test_an_action_that_fails_is_told():
    seen = run(pond(valve("v1", "pond", "treated", 0.5)), horizon_s=HOUR,
               faults=(Fault("f", Refuses("v1")),), actions=[at(100, ("v1", 0.0))])  # fmt: skip

    assert story(seen, "failed", "done") == [(100, "failed", "act")]


def test_a_pump_trips_and_runs_again_when_it_is_repaired():
    """
    0.5 m3/s, but for 300 s: 350 m3.
    """
    assert passed(pond(pump("p1", "pond", "treated", 0.5)), Trips("p1"), from_s=200, lasts_s=300, id="p1") == 350


def test_a_tripped_pump_cannot_be_started():
    """
    Stopped at the start, ordered at 300 s while it is out of order until 500 s: it never runs.
    """
    park = pond(pump("p1", "pond", "treated", 0.5, opening=0.0))

    assert passed(park, Trips("p1"), at(300, ("p1", 1.0)), lasts_s=500, id="p1") == 0


def test_power_loss_stops_two_pumps_at_once():
    """
    Both of the area from 200 to 700 s, 250 m3 each; the third, on its own motor, 500 m3; the gate stays open.
    """
    area = {"power_areas": {"a": PowerArea("a", Name("A"))}}
    links = [
        pump("p1", "pond", "treated", 0.5, power="a"), pump("p2", "pond", "treated", 0.5, power="a"),
        pump("p3", "pond", "treated", 0.5), valve("v1", "pond", "treated", 0.5, power="a"),
    ]  # fmt: skip
    seen = run(pond(*links, **area), horizon_s=1000, faults=(Fault("f", PowerLoss("a"), 200, 500),))

    assert [seen.passed(id) for id in ("p1", "p2", "p3", "v1")] == [250, 250, 500, 500]
    assert seen.turns("p1") == seen.turns("p2") == [0, 200, 700]


def test_two_power_losses_overlap():
    """
    200 to 500 s and 400 to 700 s: the pump runs again at 700 s.
    """
    park = pond(pump("p1", "pond", "treated", 0.5, power="a"), power_areas={"a": PowerArea("a", Name("A"))})
    faults = (Fault("f", PowerLoss("a"), 200, 300), Fault("g", PowerLoss("a"), 400, 300))

    assert run(park, horizon_s=1000, faults=faults).turns("p1") == [0, 200, 700]


def test_the_same_fault_twice_is_over_when_both_are():
    """
    Refusing, blocked to a quarter and to a half, leaking, stuck: 200 to 500 s and 400 to 700 s.
    """
    for one, other, passes in (
        (Blocked("v1", 0.25), Blocked("v1", 0.5), 0.5 * 500 + 0.125 * 300 + 0.25 * 200),
        (Stuck("v1", 0.0), Stuck("v1", 1.0), 0.5 * 500 + 0.5 * 300),
        (Stuck("v1", 0.0), Stuck("v1", 0.0), 0.5 * 500),
    ):
        faults = (Fault("f", one, 200, 300), Fault("g", other, 400, 300))
        seen = run(pond(valve("v1", "pond", "treated", 0.5)), horizon_s=1000, faults=faults)

        assert seen.passed("v1") == pytest.approx(passes)


def test_a_pump_that_starts_by_itself_starts_when_power_is_back():
    """
    Starts at 4,200 m3; 1 m3/s comes: due at 200 s, no power until 300 s. Then 2 m3/s until the stop level of 4,100 m3:
    4,300 - (t - 300): 500 s. 400 m3, and then every 100 s up and 100 s down.
    """
    park = pond(
        pump("p1", "pond", "treated", 2.0, start_m3=4200.0, stop_m3=4100.0, power="a"),
        power_areas={"a": PowerArea("a", Name("A"))},
    )
    seen = run(park, pour("rain", "pond", (0, 1.0)), horizon_s=550, faults=(Fault("f", PowerLoss("a"), 0, 300),))

    assert seen.turns("p1") == [300, 500]


def test_a_blocked_pipe_passes_what_is_left():
    """
    A fifth of 0.5 m3/s from 500 s on: 250 + 50 m3.
    """
    assert passed(pond(valve("v1", "pond", "treated", 0.5)), Blocked("v1", 0.2), from_s=500) == pytest.approx(300)


def test_a_collapsed_pipe_leaks_no_more_either():
    """
    Shut with a leak of 10 %; collapsed to nothing at 500 s: 25 m3.
    """
    park = pond(valve("v1", "pond", "treated", 0.5, opening=0.0, leak=0.1))

    assert passed(park, Blocked("v1", 0.0), from_s=500) == pytest.approx(25)


def test_a_shut_gate_leaks():
    """
    2 % of 0.5 m3/s from 500 s on: 5 m3.
    """
    park = pond(valve("v1", "pond", "treated", 0.5, opening=0.0))

    assert passed(park, Leaks("v1", 0.02), from_s=500) == pytest.approx(5)


def test_a_cross_connection_carries_what_it_should_not():
    """
    foul (0.5 m3/s through it to treatment) --crossed, 0.125 m3/s, 100 to 300 s--> rain main: 25 m3.
    """
    crossed = link("pipe", "crossed", "foul", "main", 0.125, opening=0.0, priority=-1)
    park = park_with(
        [pool("foul", 100, "public"), pool("main", 500, "public")],
        [valve("v1", "foul", "treated", 0.5), crossed],
    )
    seen = run(park, pour("process", "foul", (0, 0.5)), horizon_s=1000,
               faults=(Fault("crossed", Opens(crossed), 100, 200),))  # fmt: skip

    assert (seen.passed("crossed"), seen.holds("main"), seen.passed("v1")) == (25, 25, 475)


def test_a_wall_breaks_days_later_and_full():
    """
    4,000 m3 in a bund of 2,000 m2, 2 m deep; at T+5 d a breach of 3 m down to 0.5 m: all above that runs out, 3,000 m3.
    """
    breach = link("pipe", "breach", "pond", "ground", rating=WeirRating(3.0, 0.5), opening=0.0)
    park = park_with([pool("pond", 5000, shape=Prism(2000), **RAIN)], [breach])
    five_days = 5 * 24 * HOUR
    seen = run(park, horizon_s=6 * 24 * HOUR, faults=(Fault("breach", Opens(breach), five_days),))

    assert seen.turns("breach")[0] == five_days
    assert seen.passed("breach") == pytest.approx(3000, rel=0.005)


def test_a_dam_breaks_when_it_is_filled_so_far():
    """
    1 m3/s into 4,000 m3: 4,400 m3 at 400 s; then 2 m3/s run out of the hole.
    """
    hole = valve("hole", "pond", "ground", 2.0, opening=0.0)
    seen = run(pond(hole), pour("rain", "pond", (0, 1.0)), horizon_s=1000,
               faults=(Fault("hole", Opens(hole, Level("pond", 4400))),))  # fmt: skip

    assert seen.turns("hole") == [400]
    assert seen.passed("hole") == 1200


def test_every_fault_is_told_and_its_repair_too():
    blocked = Fault("f", Blocked("v1", 0.5), 60, 60)
    seen = run(pond(valve("v1", "pond", "treated", 0.5)), horizon_s=HOUR, faults=(blocked,))
    told = [(each.at_s, each.what, each.subject, each.cause) for each in seen.record.events if each.what != "end"]

    assert told == [(60, "fault", "f", BY_CLOCK), (120, "repaired", "f", Cause("fault", "f"))]
    assert [(each.at_s, each.link, each.left) for each in seen.record.states] == [(60, "v1", 0.5), (120, "v1", 1.0)]


# Raised crests


def dyke(**others):
    """
    1 m3/s -> ditch (600 m3, crest can be raised by 100 m3) --over--> ground
    """
    return park_with(
        [pool("ditch", 600, raise_m3=100.0, **others)], [valve("v1", "ditch", "treated", 0.0)],
        sheets=[sheet("ditch-raise", operation="raise", work_s=200), sheet("ditch-lower", operation="lower")],
    )  # fmt: skip


def test_a_crest_that_can_be_raised_spills_as_any_other_until_it_is():
    """
    Full at 600 s; 400 m3 over until 1,000 s.
    """
    seen = run(dyke(), pour("release", "ditch", (0, 1.0)), horizon_s=1000)

    assert (seen.passed("ditch>ground"), seen.of("full_at_s", "ditch"), seen.holds("ditch")) == (400, 600, 600)


def test_sandbags_hold_what_fits_behind_them():
    """
    Ordered at 100 s, done at 300 s: nothing goes over until 700 m3 at 700 s; 300 m3 until 1,000 s.
    """
    seen = run(dyke(), pour("release", "ditch", (0, 1.0)), horizon_s=1000, rules=(rule("r", 100, "ditch-raise"),))

    assert done(seen) == {"ditch-raise": 300}
    assert seen.turns("ditch>ground") == [700]
    assert (seen.passed("ditch>ground"), seen.of("peak_m3", "ditch")) == (300, 700)


def test_when_the_sandbags_go_what_stood_behind_them_goes():
    """
    650 m3 at 650 s, when the spill ends; taken away at 800 s: 50 m3 run off at once.
    """
    rules = (rule("r", 0, "ditch-raise"), rule("s", 800, "ditch-lower"))
    seen = run(dyke(), pour("release", "ditch", (0, 1.0), (650, 0.0)), horizon_s=1000, rules=rules)

    assert seen.turns("ditch>ground") == pytest.approx([800, 800], abs=1)
    assert seen.passed("ditch>ground") == pytest.approx(50)
    assert seen.holds("ditch") == pytest.approx(600)


def test_a_raised_crest_goes_with_other_outlets():
    """
    A hole in the ditch's wall passes the same with sandbags; the ledger closes.
    """
    park = park_with(
        [pool("ditch", 600, shape=Prism(300), raise_m3=100.0)],
        [link("orifice", "hole", "ditch", "treated", rating=OrificeRating(0.01, 0.2))],
        sheets=[sheet("ditch-raise", operation="raise", work_s=200)],
    )
    seen = run(park, pour("release", "ditch", (0, 1.0)), horizon_s=1000, rules=(rule("r", 100, "ditch-raise"),))

    assert seen.of("peak_m3", "ditch") == pytest.approx(700)
    assert seen.passed("hole") + seen.passed("ditch>ground") + seen.holds("ditch") == pytest.approx(1000)


def test_a_raised_crest_counts_in_the_margin():
    """
    650 m3 at the peak of 600 + 100: 50 m3 are left; without sandbags the same ditch would have lost 50 m3.
    """
    spill = pour("release", "ditch", (0, 1.0), (650, 0.0))
    park, bare = dyke(), script(spill, horizon_s=1000)
    raised = script(spill, horizon_s=1000, rules=(rule("r", 0, "ditch-raise"),))
    found = judge(park, raised, play(park, raised)).tier("plant")

    assert (str(found.verdict), found.margin_m3) == ("held", pytest.approx(50))
    assert judge(park, bare, play(park, bare)).tier("plant").margin_m3 == -50

"""Pumps that start and stop by themselves: on at one level, off at a lower one; automatic, manual, off."""

from pathlib import Path

import pytest

from sim.engine import play
from sim.load import load_case
from sim.park import Switching
from sim.record.event import Done
from sim.scenario import Action, Clock
from tests.water.by_hand import HOUR, Seen, at, park_of, pool, pour, pump, run

CASE = Path(__file__).parent / "pump-never-starts" / "fire.yaml"
"""20 L/s for 20 h into a sump of 1,000 m3; its pump, 100 m3/h, starts at 600 and stops at 200 m3."""


def sump(**others):
    """
    fire -> sump (100 m3) --lift 0.75 m3/s, on at 80 m3, off at 20 m3--> treated
    """
    lift = pump("lift", "sump", "treated", 0.75, start_m3=80.0, stop_m3=20.0)
    return park_of([pool("sump", 100, **others)], [lift])


def test_a_pump_runs_from_its_start_level_down_to_its_stop_level():
    """
    0.25 m3/s: 80 m3 after 320 s; down 60 m3 at 0.5 m3/s in 120 s; up again in 240 s; a cycle of 360 s.
    """
    seen = run(sump(), pour("fire", "sump", (0, 0.25)), horizon_s=HOUR)

    starts = [320 + 360 * k for k in range(10)]
    stops = [440 + 360 * k for k in range(9)]
    assert seen.turns("lift") == sorted(starts + stops)
    assert seen.volume("sump", [320, 440, 680]).tolist() == [80, 20, 80]


@pytest.mark.parametrize(("filled", "turns"), [(80, [0, 80]), (90, [0, 90 / 0.75 - 20 / 0.75]), (79, []), (20, [])])
def test_at_the_start_a_pump_runs_only_where_its_start_level_is_reached(filled, turns):
    """
    From 80 m3 down to 20 at 0.75 m3/s in 80 s; between the two levels a pump waits.
    """
    seen = run(sump(initial={"rain": filled}), horizon_s=HOUR)

    assert seen.turns("lift") == pytest.approx(turns)


def test_a_pump_that_has_no_power_at_its_start_level_runs_as_soon_as_it_has():
    """
    80 m3 stand at 320 s, 90 m3 at 360 s, when the pump is switched on: 70 m3 down at 0.5 m3/s, off at 500 s.
    """
    actions = [at(360, ("lift", 1.0))]
    seen = run(sump(), pour("fire", "sump", (0, 0.25)), actions=actions, openings={"lift": 0.0}, horizon_s=600)

    assert seen.turns("lift") == [360, 500]


def test_a_pump_that_is_switched_off_in_between_goes_on_where_it_was():
    """
    On at 320 s; off by hand from 350 s (65 m3) to 400 s (77.5 m3), which is below its start level, but it had been
    running: down 57.5 m3 at 0.5 m3/s, off at 515 s.
    """
    actions = [at(350, ("lift", 0.0), id="off"), at(400, ("lift", 1.0), id="on")]
    seen = run(sump(), pour("fire", "sump", (0, 0.25)), actions=actions, horizon_s=600)

    assert seen.turns("lift") == [320, 350, 400, 515]


def test_a_pump_weaker_than_the_inflow_runs_without_end():
    """
    1 m3/s in, 0.75 out: on at 80 s, full another 20 m3 / 0.25 m3/s later.
    """
    seen = run(sump(), pour("fire", "sump", (0, 1.0)), horizon_s=HOUR)

    assert seen.turns("lift") == [80]
    assert seen.of("full_at_s", "sump") == 160


def test_two_pumps_take_turns():
    """
    0.5 m3/s -> sump: first 0.375 m3/s on at 40 m3, off at 20; second 0.375 on at 60, off at 50.

    40 m3 at 80 s; 20 m3 more at 0.125 m3/s: 240 s; both take 0.75: 10 m3 down in 40 s; 10 m3 up in 80 s, and so on.
    """
    links = [
        pump("first", "sump", "treated", 0.375, start_m3=40.0, stop_m3=20.0),
        pump("second", "sump", "treated", 0.375, start_m3=60.0, stop_m3=50.0),
    ]
    seen = run(park_of([pool("sump", 100)], links), pour("fire", "sump", (0, 0.5)), horizon_s=600)

    assert seen.turns("first") == [80]
    assert seen.turns("second") == [240, 280, 360, 400, 480, 520, 600]


def test_a_pump_down_to_the_floor_takes_the_last_drop():
    """
    Off at 0 m3: 80 m3 at 0.75 m3/s are gone after 106 2/3 s, then it waits for 80 m3 again.
    """
    lift = pump("lift", "sump", "treated", 0.75, start_m3=80.0, stop_m3=0.0)
    seen = run(park_of([pool("sump", 100, initial={"rain": 80})], [lift]), horizon_s=HOUR)

    assert seen.turns("lift") == pytest.approx([0, 320 / 3])
    assert seen.holds("sump") == 0


def started(**others):
    """
    sump (100 m3, 50 of rain) --lift 0.75 m3/s, on at 80 m3, off at 20 m3--> treated
    """
    lift = pump("lift", "sump", "treated", 0.75, start_m3=80.0, stop_m3=20.0, **others)
    return park_of([pool("sump", 100, initial={"rain": 50})], [lift])


def test_a_pump_that_runs_at_the_start_goes_on_down_to_its_stop_level():
    """
    50 m3 lie between its levels: 30 m3 at 0.75 m3/s in 40 s.
    """
    seen = run(started(switching=Switching(runs=True)), horizon_s=HOUR)

    assert seen.turns("lift") == [0, 40]
    assert seen.holds("sump") == 20


def test_a_pump_that_is_started_by_hand_starts():
    """
    Started at 100 s with 50 m3 behind it, 30 below its start level: 30 m3 in 40 s; then its levels go on.
    """
    seen = run(started(), pour("fire", "sump", (200, 0.25)), actions=[at(100, ("lift", 1.0))], horizon_s=500)

    assert seen.turns("lift") == [100, 140, 200 + 60 / 0.25]


def test_a_pump_that_is_started_below_its_stop_level_waits_for_its_start_level():
    """
    20 m3 at 80 s, when it is started; 80 m3 at 320 s, 60 m3 down at 0.5 m3/s by 440 s.
    """
    seen = run(sump(), pour("fire", "sump", (0, 0.25)), actions=[at(80, ("lift", 1.0))], horizon_s=500)

    assert seen.turns("lift") == [320, 440]


def test_a_pump_that_is_left_to_its_levels_does_not_start_at_once():
    """
    Off with 50 m3; set to automatic at 100 s; 30 m3 more at 0.25 m3/s from 200 s on.
    """
    order = Action("auto", Clock(100), 0.0, (("lift", 1.0),), automatic=frozenset(["lift"]))
    seen = run(started(opening=0.0), pour("fire", "sump", (200, 0.25)), actions=[order], horizon_s=400)

    assert seen.turns("lift") == [320]
    assert [(e.subject, e.links) for e in seen.record.events if isinstance(e, Done)][-1:] == [("auto", ("lift",))]


def test_a_pump_that_is_stopped_stays_off_until_somebody_starts_it():
    """
    On at 320 s (80 m3), stopped at 330 s with 75 m3; full 100 s later, and over its crest. Started at 600 s, it takes
    80 m3 at 0.5 m3/s in 160 s.
    """
    actions = [at(330, ("lift", 0.0), id="off"), at(600, ("lift", 1.0), id="on")]
    seen = run(sump(), pour("fire", "sump", (0, 0.25)), actions=actions, horizon_s=800)

    assert seen.turns("lift") == [320, 330, 600, 760]
    assert seen.passed("sump>ground") == 0.25 * (600 - 430)


def test_a_manual_pump_starts_only_by_hand_and_stops_by_itself():
    """
    Full at 400 s; started at 500 s, it runs 80 m3 down at 0.5 m3/s until 660 s, and is full again 320 s later.
    """
    lift = pump("lift", "sump", "treated", 0.75, opening=0.0, start_m3=80.0, stop_m3=20.0,
                switching=Switching(manual=True))  # fmt: skip
    park = park_of([pool("sump", 100)], [lift])
    seen = run(park, pour("fire", "sump", (0, 0.25)), actions=[at(500, ("lift", 1.0))], horizon_s=HOUR)

    assert seen.turns("lift") == [500, 660]
    assert seen.passed("sump>ground") == 0.25 * (100 + HOUR - 980)


def test_a_manual_pump_that_stands_at_its_start_level_does_not_start():
    lift = pump("lift", "sump", "treated", 0.75, start_m3=80.0, stop_m3=20.0, switching=Switching(manual=True))
    seen = run(park_of([pool("sump", 100, initial={"rain": 90})], [lift]), horizon_s=HOUR)

    assert seen.turns("lift") == []


def played(*changes):
    """The case with some of its values written otherwise."""
    case = load_case(CASE, sets=changes)
    return Seen(case.park, play(case.park, case.scenario))


@pytest.mark.parametrize("word", ["", "stopped", "automatic", "running", "0 %", "100 %"])
def test_the_case_pump_never_starts(word):
    """
    600 m3 / 0.02 m3/s = 30,000 s = T+8 h 20 min. It stops when 400 m3 are gone at 1/36 - 0.02 m3/s, 51,428.6 s later,
    which is after the fire's end at 72,000 s: by then 600 - 42,000 x (1/36 - 0.02) = 273.3 m3 stand there, and 73.3
    more are gone 2,640 s later. In all 1,440 - 200 = 1,240 m3 are pumped; SWMM gives 1,241.
    """
    seen = played(*([f"openings.lift={word}"] if word else []))

    assert seen.turns("lift") == pytest.approx([30_000, 74_640])
    assert seen.passed("lift") == pytest.approx(1240)
    assert seen.passed("sump-spillway") == 0


@pytest.mark.parametrize("word", ["manual", "off"])
def test_the_case_pump_never_starts_where_it_must_not(word):
    """
    1,440 m3 into 1,000 m3: 440 run over.
    """
    seen = played(f"openings.lift={word}")

    assert seen.turns("lift") == []
    assert seen.passed("sump-spillway") == pytest.approx(440)


@pytest.mark.parametrize("word", ["stopped", "manual", "off"])
def test_the_case_pump_never_starts_started_by_hand(word):
    """
    At T+6 h 432 m3 stand there, more than where it stops: it starts at once, and 232 m3 are gone at 1/36 - 0.02 m3/s
    after 29,828.6 s.
    """
    seen = played(f"openings.lift={word}", "actions.go={at: 6 h, start: lift}")

    assert seen.turns("lift")[:2] == pytest.approx([21_600, 21_600 + 232 / (1 / 36 - 0.02)])

"""Pumps that start and stop by themselves: on at one level, off at a lower one."""

import pytest

from tests.water.by_hand import HOUR, at, park_of, pool, pour, pump, run


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

"""How long shut river sections hold out, each worked out before the run.

                                  +--pump--> treated
river 5 m3/s --> section (100,000 m3) --gate 5 m3/s--> out
                                  +--over the crest--> out
"""

from dataclasses import replace
from math import isnan
from types import SimpleNamespace

import numpy as np
import pytest

from sim.called import Called
from sim.check import FillTimes, fill_times
from sim.check.fill_time import _first_s, _race
from sim.park import Allowed, Because, Prism
from sim.record.course import Course
from sim.record.record import Trace
from sim.record.store import read_record, write_record
from sim.report.sections import section_lines
from sim.result import run
from tests.water.by_hand import HOUR, at, link, park_of, pool, pour, pump, script, spillway

OPEN, SHUT = ("gate", 1.0), ("gate", 0.0)
START = ("pump", 1.0)
SECTION = replace(pool("section", 100_000, "boundary", shape=Prism(40_000)), kind="river-section")
BASE = pour("river", "section", (0, 5.0))


def river(section=SECTION, gate=None, pump_m3_s=1.0, others=()):
    """The park of the drawing."""
    links = [
        gate or link("gate", "gate", "section", "out", 5.0),
        pump("pump", "section", "treated", pump_m3_s, opening=0.0),
        spillway("over", "section", "out"),
        *others,
    ]
    return park_of([section], links)


def played(*turns, park=None, inflows=(BASE,), horizon_s=12 * HOUR, **others):
    """The result of a run; `turns` are (second, (link, share))."""
    actions = [at(second, opening, id=f"turn-{k}") for k, (second, opening) in enumerate(turns)]
    return run(park or river(), script(*inflows, horizon_s=horizon_s, actions=actions), **others)


def race(*turns, **others):
    """The only race of a run."""
    (found,) = played(*turns, **others).sections.found
    return found


def test_a_hundred_thousand_at_five_a_second_last_five_and_a_half_hours():
    """
    100,000 m3 / 5 m3/s = 20,000 s = 5.6 h, from the start on. No pump comes.
    """
    found = race((0, SHUT))

    assert (found.storage, found.shut_at_s, found.room_m3, found.inflow_m3_s) == ("section", 0, 100_000, 5)
    assert found.full_at_s == pytest.approx(20_000)
    assert round(found.fill_s / HOUR, 1) == 5.6
    assert found.stood_full_at_s == pytest.approx(20_000)
    assert (found.pumps_from_s, found.spare_s) == (pytest.approx(float("nan"), nan_ok=True),) * 2


def test_pumps_that_come_in_time_but_are_too_small():
    """
    Until it is shut at 2 h the gate passes what comes. Then it would be full at 7,200 + 20,000 s. The pump takes
    1 m3/s from 6 h on, when 72,000 m3 stand there: the other 28,000 come at 4 m3/s, so it is full 7,000 s later.
    """
    found = race((2 * HOUR, SHUT), (6 * HOUR, START))

    assert (found.shut_at_s, found.pumps_from_s) == (7200, 21_600)
    assert found.full_at_s == pytest.approx(27_200)
    assert found.spare_s == pytest.approx(5600)
    assert found.stood_full_at_s == pytest.approx(28_600)
    assert found.inflow_m3_s == pytest.approx(5)


def test_pumps_that_keep_it_from_filling():
    """
    5 m3/s in and out from 6 h on: it stands at 72,000 m3 and would have been full all the same without them.
    """
    found = race((2 * HOUR, SHUT), (6 * HOUR, START), park=river(pump_m3_s=5.0))

    assert found.full_at_s == pytest.approx(27_200)
    assert found.stood_full_at_s != found.stood_full_at_s


def test_pumps_that_come_too_late():
    """
    Full at 20,000 s, pumped from 8 h = 28,800 s: 8,800 s late.
    """
    assert race((0, SHUT), (8 * HOUR, START)).spare_s == pytest.approx(-8800)


def test_a_pump_that_ran_already_when_it_was_shut():
    """
    From 1 h on it takes the 1 m3/s that the gate leaves.
    """
    found = race((HOUR, START), (2 * HOUR, SHUT), park=river(gate=link("gate", "gate", "section", "out", 4.0)))

    assert (found.shut_at_s, found.pumps_from_s) == (7200, 7200)


def test_a_pump_that_stopped_when_it_was_shut_never_pumped():
    """
    It took the 1 m3/s that the gate left, until both stopped at 2 h.
    """
    turns = [(HOUR, START), (2 * HOUR, SHUT), (2 * HOUR, ("pump", 0.0))]
    found = race(*turns, park=river(gate=link("gate", "gate", "section", "out", 4.0)))

    assert found.shut_at_s == 7200
    assert isnan(found.pumps_from_s)


def test_what_runs_out_of_another_storage_keeps_no_section_open():
    """
    The lake beside it lets 1 m3/s go to the end; the section is shut at once, and full after 100,000 / 5 s.
    """
    lake = pool("lake", 1e6, "boundary", initial={"river": 5e5})
    links = [
        link("gate", "gate", "section", "out", 5.0),
        spillway("over", "section", "out"),
        link("gate", "sluice", "lake", "out", 1.0),
    ]
    found = race((0, SHUT), park=park_of([SECTION, lake], links))

    assert (found.storage, found.shut_at_s) == ("section", 0)
    assert found.full_at_s == pytest.approx(20_000)


def test_what_comes_later_is_guessed_from_the_last_inflow():
    """
    5 m3/s for 1 h, 2 m3/s to the end at 3 h: 18,000 + 14,400 m3, so 67,600 are left, another 33,800 s at 2 m3/s. On
    the mean 100,000 m3 in 44,600 s.
    """
    found = race((0, SHUT), inflows=[pour("river", "section", (0, 5.0), (HOUR, 2.0))], horizon_s=3 * HOUR)

    assert found.full_at_s == pytest.approx(3 * HOUR + 33_800)
    assert found.inflow_m3_s == pytest.approx(100_000 / 44_600)
    assert found.stood_full_at_s != found.stood_full_at_s


def test_inflow_that_ends_never_fills_it():
    """
    18,000 m3 in the first of 12 hours.
    """
    found = race((0, SHUT), inflows=[pour("river", "section", (0, 5.0), (HOUR, 0.0))])

    assert found.full_at_s != found.full_at_s
    assert found.inflow_m3_s == pytest.approx(18_000 / (12 * HOUR))


def test_room_ends_at_the_allowed_level():
    """
    20,000 m3 of river stand there, and 30,000 m3 are freeboard: 50,000 m3 at 5 m3/s.
    """
    allowed = Allowed(Because.BANK, 1.75)
    section = replace(SECTION, initial={"river": 20_000.0}, freeboard_m3=30_000.0, allowed=allowed)
    found = race((0, SHUT), park=river(section))

    assert found.room_m3 == 50_000
    assert found.full_at_s == found.stood_full_at_s == pytest.approx(10_000)


def test_water_above_the_allowed_level_is_full_at_once():
    section = replace(SECTION, initial={"river": 80_000.0}, freeboard_m3=30_000.0)
    found = race((0, SHUT), park=river(section))

    assert (found.room_m3, found.full_at_s, found.fill_s) == (0, 0, 0)


def test_it_counts_from_the_last_shutting():
    """
    Shut at 1 h, open from 2 to 3 h.
    """
    assert race((HOUR, SHUT), (2 * HOUR, OPEN), (3 * HOUR, SHUT)).shut_at_s == 3 * HOUR


@pytest.mark.parametrize(
    "others",
    [
        {"turns": []},
        {"turns": [(0, SHUT), (11 * HOUR, OPEN)]},
        {"turns": [(0, SHUT)], "park": river(gate=link("gate", "gate", "section", "out", 5.0, leak=0.01))},
        {"turns": [(0, SHUT)], "park": river(others=[link("pipe", "hole", "section", "ground", 0.1)])},
        {"turns": [(0, SHUT)], "inflows": []},
        {"turns": [(0, SHUT), (0, START)], "park": river(pump_m3_s=5.0)},
    ],
    ids=["never shut", "opened again", "a gate that leaks", "a hole", "nothing comes", "pumped dry from the start"],
)
def test_no_race(others):
    turns = others.pop("turns")

    assert played(*turns, **others).sections == FillTimes()


def test_another_kind_of_storage_counts_with_a_gate_and_accident_water():
    """
    A main behind its outfall: only when accident water has come.
    """
    main = replace(SECTION, kind="pipe")
    fire = pour("fire", "section", (0, 5.0))

    assert played((0, SHUT), park=river(main)).sections.found == ()
    assert race((0, SHUT), park=river(main), inflows=[fire]).full_at_s == pytest.approx(20_000)
    valve = link("valve", "gate", "section", "out", 5.0)
    assert played((0, SHUT), park=river(main, gate=valve), inflows=[fire]).sections.found == ()


def test_a_record_is_enough(tmp_path):
    """
    Written, read back and asked again: the same to the last bit.
    """
    result = played((2 * HOUR, SHUT), (6 * HOUR, START))
    write_record(result.record, tmp_path)
    again = fill_times(result.park, read_record(tmp_path)).found

    assert again == result.sections.found
    assert len(again) == 1


@pytest.mark.parametrize(("kind", "known"), [("river", True), ("fire", False)])
def test_without_a_trace_nobody_knows(kind, known):
    """
    Which is worth saying only where accident water came.
    """
    inflow = pour(kind, "section", (0, 5.0))

    assert played((0, SHUT), inflows=[inflow], trace=False).sections == FillTimes(known=known)


def test_a_main_that_stood_empty_was_not_shut_at_the_start():
    """
    A main with its gate open stands empty; the gate is shut at 2 h, the spill comes at 3 h: nothing left it before, and
    nobody shut it at T+0. One with 10 m3 in it had something to pass.
    """
    main = replace(pool("section", 100_000, "boundary"), kind="pipe")
    spill = pour("release", "section", (3 * HOUR, 1.0))
    wet = replace(main, initial={"rain": 10.0})

    empty = race((2 * HOUR, SHUT), park=river(main), inflows=(spill,))

    assert (empty.stood_empty, empty.shut_at_s) == (True, 0)
    assert not race((2 * HOUR, SHUT), park=river(wet), inflows=(spill,)).stood_empty
    assert not race((0, SHUT)).stood_empty
    (line,) = section_lines(Called(river(main)), FillTimes((empty,)))
    assert line.startswith("section: empty at the start, and nothing left it")


def test_exactly_a_millilitre_stands_there():
    """
    A millilitre a second for one second, all of which stays; and a level of a millilitre is reached at once.
    """
    storage = np.zeros(2, np.int64)
    volume = np.zeros((2, 5))
    volume[1, 0] = 1e-6
    rate = np.array([1e-6, 0.0])
    none = np.zeros(0)
    trace = Trace(storage, np.array([0.0, 1.0]), volume, rate, np.zeros(2), none.astype(int), none, np.zeros((0, 5)))

    storages = SimpleNamespace(ids=(SECTION.id,), initial=np.zeros((1, 5)))
    record = SimpleNamespace(trace=trace, horizon_s=1.0, storages=storages, links=SimpleNamespace(ids=()))

    assert _race(SECTION, Course(record), 0.0, 0.0) is not None
    assert _first_s(np.array([0.0, 10.0]), np.array([0.0, 1.0]), 1e-6) == 0


def test_a_section_without_a_spillway_runs_over_its_wall():
    """
    5 m3/s into 100,000 m3: full at 20,000 s; then it runs onto the ground, which keeps no section open.
    """
    links = [link("gate", "gate", "section", "out", 5.0)]

    assert race((0, SHUT), park=park_of([SECTION], links)).stood_full_at_s == pytest.approx(20_000)


def test_a_main_that_was_shut_from_the_start_was_shut():
    """
    Its gate stands shut in the park's file: it was shut at T+0, though it stood empty then.
    """
    main = replace(SECTION, kind="pipe")
    gate = link("gate", "gate", "section", "out", 5.0, opening=0.0)
    found = race(park=river(main, gate=gate), inflows=[pour("fire", "section", (0, 0.0), (3 * HOUR, 5.0))])

    assert found.shut_at_s == 0
    assert not found.stood_empty

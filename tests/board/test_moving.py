"""What is sent while a slider moves, against the trace of the same run; and the map that it is shown on."""

import json

import numpy as np
import pytest

from sim.board import State
from sim.board.board import Prepared
from sim.board.moving import at_rest, moving_data, packed
from sim.check import assumed
from sim.record.course import Course
from sim.report.map.chosen import MOST, met

FIRE = "scenarios/changshou-tank-fire.yaml"
SPILT = (("releases.rupture.volume", "6300 m3"),)


@pytest.fixture(scope="module")
def fire():
    return Prepared(FIRE)


@pytest.fixture(scope="module")
def answer(fire):
    return fire.answer(State(FIRE, "", SPILT))


def test_a_row_is_the_trace_at_the_times_of_the_grid(fire, answer):
    """
    Of every storage and link on the map, by origin, to half a unit in the seventh digit; one that is not sent is
    nothing at any time. The JSON is as long as the first four bytes say, and the rows begin at a multiple of four.
    """
    data, rows = moving_data(answer, fire.sheet)
    sent = packed(data, rows)
    length = int.from_bytes(sent[:4], "little")
    told, numbers = json.loads(sent[4 : 4 + length]), np.frombuffer(sent[4 + length :], "<f4")
    left = iter(numbers.reshape(-1, told["points"]))
    at_s, course = np.linspace(0, told["until"], told["points"]), Course(answer.result.record)
    exact = {"storages": course.parts_m3, "links": course.flow_m3_s}

    for part, of in exact.items():
        for id, own in told[part].items():
            there = of(id, at_s)
            assert np.flatnonzero(there.any(axis=0)).tolist() == own
            for k in own:
                np.testing.assert_allclose(next(left), there[:, k], rtol=1e-7, atol=1e-7)
    assert list(left) == []
    assert set(told["storages"]) >= fire.sheet.drawn
    assert not any(len(course.rates(id)[0]) for id in set(fire.sheet.routes) - set(told["links"]))


def test_what_moves_is_the_same_as_at_rest(fire, answer):
    """
    Until when something happens, the worst moment and place, how links stand, who is where, alarms, verdicts.
    """
    data, _ = moving_data(answer, fire.sheet)
    whole = at_rest(answer, fire.sheet)
    same = ("until", "at", "place", "openings", "trips", "alarms")

    assert {each: data[each] for each in same} == {each: whole[each] for each in same}
    assert data["tier_states"] == {each["id"]: each["states"] for each in whole["tiers"]}


def test_the_map_has_what_the_ends_of_the_sliders_reach(fire, answer):
    """
    The file's run and every end: all are on it, since together they are fewer than there is room for; so is what is
    reached of 6,300 m3, and nothing is named that is not on it.
    """
    reached = met(fire.sheet.result.record).union(*map(met, fire.ends()))

    assert met(fire.sheet.result.record) < reached
    assert len(reached) < MOST
    assert reached <= fire.sheet.drawn
    assert moving_data(answer, fire.sheet)[0]["also"] == []


def test_every_assumed_number_is_counted_once(fire):
    """
    As the report counts them, with every slider of the scenario and of the park moved.
    """
    sets = tuple((path, knob.written(round(0.5 * (knob.low + knob.high), 1))) for path, knob in fire.knobs.items())
    for moved in ((), sets):
        found = fire.answer(State(FIRE, "", moved))
        assert found.assumed == assumed(found.result.park, found.result.scenario, found.result.record).count

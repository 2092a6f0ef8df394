"""Of things due at one time: the incident, then weather, what is sensed, what is done; then the file's order."""

import itertools

import pytest

from sim.engine.clock import ACTIONS, FAULTS, INCIDENT, SENSING, WEATHER, Clock
from tests.water.by_hand import above, at, park_of, pool, pour, run, valve


def drained(**others):
    """
    fire 1 m3/s -> bund (600 m3) --drain 1 m3/s, shut--> treated
    """
    return park_of([pool("bund", 600)], [valve("drain", "bund", "treated", 1.0, opening=0.0)], **others)


@pytest.mark.parametrize("order", list(itertools.permutations(range(5))))
def test_the_clock_hands_out_by_sort_whatever_the_order_in(order):
    """
    All at 7 s.
    """
    sorts, told = [INCIDENT, WEATHER, FAULTS, SENSING, ACTIONS], []
    clock = Clock()
    for place in order:
        clock.call(7.0, sorts[place], lambda _, sort=sorts[place]: told.append(sort))
    clock.run()

    assert told == sorts


def test_of_one_sort_the_file_decides():
    """
    Places 2, 0, 1 at 7 s, and a place 9 at 6 s before them.
    """
    clock, told = Clock(), []
    for at_s, place in ((7.0, 2), (7.0, 0), (7.0, 1), (6.0, 9)):
        clock.at(at_s, ACTIONS, place).callbacks.append(lambda _, place=place: told.append(place))
    clock.run()

    assert told == [9, 0, 1, 2]


def test_times_are_exact():
    """
    0.1 + 0.2 is not 0.3, but what is due at 0.3 happens at 0.3.
    """
    clock = Clock()
    clock.run(clock.at(0.1, ACTIONS))
    clock.run(clock.at(0.3, ACTIONS))

    assert clock.now == 0.3


def test_of_two_actions_at_one_time_the_later_in_the_file_has_the_last_word():
    """
    At 100 s one opens, one shuts the drain.
    """
    open_, shut = at(100, ("drain", 1.0), id="open"), at(100, ("drain", 0.0), id="shut")
    fire = pour("fire", "bund", (0, 1.0))

    assert run(drained(), fire, actions=[open_, shut], horizon_s=200).passed("drain") == 0
    assert run(drained(), fire, actions=[shut, open_], horizon_s=200).passed("drain") == 100


@pytest.mark.parametrize(("first", "passed"), [("clock", 100), ("level", 0)])
def test_a_level_and_a_clock_at_one_time_are_carried_out_in_the_order_of_the_file(first, passed):
    """
    100 m3 stand at 100 s, when the level opens the drain and the clock shuts it.
    """
    actions = {"level": above("bund", 100, ("drain", 1.0), id="level"), "clock": at(100, ("drain", 0.0), id="clock")}
    ordered = sorted(actions.values(), key=lambda action: action.id != first)
    seen = run(drained(), pour("fire", "bund", (0, 1.0)), actions=ordered, horizon_s=200)

    assert seen.passed("drain") == passed


def test_a_level_is_sensed_before_an_action_of_the_same_time_can_undo_it():
    """
    At 100 s the drain is opened, but the level has been met: both are ordered, and done in the order of the file.
    """
    actions = [at(100, ("drain", 1.0), id="open"), above("bund", 100, id="alarm")]
    seen = run(drained(), pour("fire", "bund", (0, 1.0)), actions=actions, horizon_s=200)

    assert seen.entries("crossed", "order", "done") == [
        (100, "crossed", "bund"),
        (100, "order", "alarm"),
        (100, "order", "open"),
        (100, "done", "open"),
        (100, "done", "alarm"),
    ]


def test_an_inflow_that_ends_as_a_level_is_met_has_met_it():
    """
    1 m3/s until 100 s: 100 m3 at 100 s, not a drop more.
    """
    seen = run(drained(), pour("fire", "bund", (0, 1.0), (100, 0.0)), actions=[above("bund", 100)], horizon_s=200)

    assert seen.entries("done") == [(100, "done", "act")]


def test_what_is_due_at_the_horizon_is_done():
    """
    An action and an inflow at 200 s of 200: they are told, and change no volume.
    """
    actions = [at(200, ("drain", 1.0))]
    seen = run(drained(), pour("fire", "bund", (0, 1.0), (200, 2.0)), actions=actions, horizon_s=200)

    assert seen.entries("fire", "done") == [(0, "fire", "fire"), (200, "fire", "fire"), (200, "done", "act")]
    assert seen.holds("bund") == 200


def test_what_is_due_after_the_horizon_is_not():
    """
    An action at 201 s of 200, and one ordered at 150 s that takes 60.
    """
    actions = [at(201, ("drain", 1.0), id="late"), at(150, ("drain", 1.0), id="slow", after_s=60)]
    seen = run(drained(), pour("fire", "bund", (0, 1.0)), actions=actions, horizon_s=200)

    assert seen.entries("order", "done") == [(150, "order", "slow")]
    assert seen.record.events[-1].what == "end"


def test_incident_and_weather_at_one_time_are_told_in_their_order():
    """
    rain, river, fire, spill and process water, all from 60 s on, whatever the order of the file.
    """
    kinds = ["river", "rain", "process", "fire", "release"]
    seen = run(drained(), *(pour(kind, "bund", (60, 0.125)) for kind in kinds), horizon_s=200)

    assert [what for _, what, _ in seen.entries(*kinds)] == ["release", "fire", "process", "rain", "river"]

"""Links that are opened, throttled and shut, and what leaks through them."""

import pytest

from sim.park import OrificeRating, Prism
from tests.water.by_hand import above, at, below, link, park_of, pool, pour, run, valve


def drained(**others):
    """
    bund (600 m3, full of rain) --drain 1 m3/s--> treated
    """
    return park_of([pool("bund", 600, initial={"rain": 600})], [valve("drain", "bund", "treated", 1.0, **others)])


@pytest.mark.parametrize("opening", [0.0, 0.25, 0.5, 1.0])
def test_a_valve_passes_its_share_of_its_flow(opening):
    """
    A quarter open: 0.25 m3/s, 100 m3 in 400 s.
    """
    seen = run(drained(opening=opening), horizon_s=400)

    assert seen.passed("drain") == 400 * opening


def test_a_shut_valve_leaks_its_share():
    """
    1/64 of 1 m3/s for 640 s: 10 m3. Half open it passes a half, leak or no leak.
    """
    assert run(drained(opening=0.0, leak=1 / 64), horizon_s=640).passed("drain") == 10
    assert run(drained(opening=0.5, leak=1 / 64), horizon_s=640).passed("drain") == 320


def test_actions_turn_a_valve():
    """
    Shut until 100 s, half open until 300 s, open until 400 s: 0 + 100 + 100 m3.
    """
    turns = [at(100, ("drain", 0.5), id="half"), at(300, ("drain", 1.0), id="open"), at(400, ("drain", 0.0), id="shut")]
    seen = run(drained(opening=0.0), actions=turns, horizon_s=1000)

    assert seen.passed("drain") == 200
    assert seen.turns("drain") == [100, 400]


def test_a_scenario_may_find_a_valve_otherwise():
    """
    The park has it open, the scenario shut.
    """
    seen = run(drained(), openings={"drain": 0.0}, horizon_s=1000)

    assert seen.passed("drain") == 0


def test_one_action_may_turn_several_links():
    """
    At 100 s the drain is shut and the bypass opened, half each: 100 + 100 m3 by 300 s.
    """
    park = park_of(
        [pool("bund", 600, initial={"rain": 600})],
        [valve("drain", "bund", "treated", 1.0), valve("bypass", "bund", "recovered", 0.5, opening=0.0)],
    )
    seen = run(park, actions=[at(100, ("drain", 0.0), ("bypass", 1.0))], horizon_s=300)

    assert (seen.passed("drain"), seen.passed("bypass")) == (100, 100)


def test_a_rating_is_limited_by_the_capacity_of_its_link():
    """
    1 m2 at 5 m of head would pass 0.61 x sqrt(98.1) = 6 m3/s; the pipe behind it takes 0.5.
    """
    hole = link("orifice", "hole", "tank", "treated", 0.5, rating=OrificeRating(1.0))
    tank = pool("tank", 1000, shape=Prism(200), initial={"rain": 1000})
    seen = run(park_of([tank], [hole]), horizon_s=100)

    assert seen.passed("hole") == 50


def test_a_level_that_rises_sets_off_an_action():
    """
    1 m3/s -> bund: 300 m3 at 300 s; 60 s later the drain opens: 1 m3/s in, 1 out, 360 m3 stay.
    """
    park = park_of([pool("bund", 600)], [valve("drain", "bund", "treated", 1.0, opening=0.0)])
    seen = run(
        park, pour("fire", "bund", (0, 1.0)), actions=[above("bund", 300, ("drain", 1.0), after_s=60)], horizon_s=1000
    )

    assert seen.entries("crossed", "order", "done") == [
        (300, "crossed", "bund"),
        (300, "order", "act"),
        (360, "done", "act"),
    ]
    assert seen.holds("bund") == 360


def test_a_level_that_falls_sets_off_an_action():
    """
    600 m3 fall by 1 m3/s: 200 m3 at 400 s, when the drain is shut.
    """
    seen = run(drained(), actions=[below("bund", 200, ("drain", 0.0))], horizon_s=1000)

    assert seen.entries("done") == [(400, "done", "act")]
    assert seen.holds("bund") == 200


@pytest.mark.parametrize("stands", [300, 500])
def test_above_is_met_at_once_where_the_water_already_stands_as_high(stands):
    """
    300 and 500 m3 are at or above 300 m3 at T+0.
    """
    park = park_of([pool("bund", 600, initial={"rain": stands})])
    seen = run(park, actions=[above("bund", 300)], horizon_s=1000)

    assert seen.entries("crossed", "done") == [(0, "crossed", "bund"), (0, "done", "act")]


@pytest.mark.parametrize("stands", [0, 100, 300])
def test_below_is_met_only_after_the_water_has_stood_higher(stands):
    """
    From 0, 100 or 300 m3 up to 400 m3 at 1 m3/s, then down at 0.5 m3/s: 300 m3 200 s after the peak, not before.
    """
    park = park_of([pool("bund", 600, initial={"rain": stands})], [valve("drain", "bund", "treated", 0.5, opening=0.0)])
    peak_s = 400 - stands
    drain = at(peak_s, ("drain", 1.0), id="open")
    fire = pour("fire", "bund", (0, 1.0), (peak_s, 0.0))
    seen = run(park, fire, actions=[drain, below("bund", 300, ("drain", 0.0), id="keep")], horizon_s=2000)

    assert seen.entries("done")[1:] == [(peak_s + 200, "done", "keep")]
    assert seen.holds("bund") == 300


def test_below_is_never_met_by_water_that_stays_low():
    """
    From nothing to 100 m3, never above 300.
    """
    park = park_of([pool("bund", 600)])
    seen = run(park, pour("fire", "bund", (0, 1.0), (100, 0.0)), actions=[below("bund", 300)], horizon_s=1000)

    assert seen.entries("crossed", "done") == []


def test_an_action_runs_once():
    """
    1 m3/s in, drain 2 m3/s from 300 m3 up, shut again by hand at 450 s: at the next 300 m3 nothing happens.

    300 m3 at 300 s; down 1 m3/s to 150 m3 at 450 s; up again past 300 at 600 s, full at 900 s.
    """
    park = park_of([pool("bund", 600)], [valve("drain", "bund", "treated", 2.0, opening=0.0)])
    actions = [above("bund", 300, ("drain", 1.0)), at(450, ("drain", 0.0), id="shut")]
    seen = run(park, pour("fire", "bund", (0, 1.0)), actions=actions, horizon_s=1000)

    assert seen.turns("drain") == [300, 450]
    assert seen.of("full_at_s", "bund") == 900


def test_a_level_at_the_crest_is_met_when_the_storage_is_full():
    """
    600 of 600 m3 at 600 s.
    """
    seen = run(
        park_of([pool("bund", 600)]), pour("fire", "bund", (0, 1.0)), actions=[above("bund", 600)], horizon_s=1000
    )

    assert seen.entries("done") == [(600, "done", "act")]


def test_two_levels_at_one_instant_are_both_met():
    """
    An action at 300 m3 and two at the same 400 m3 on one storage: 300, 400 and 400 s.
    """
    actions = [above("bund", 400, id="second"), above("bund", 300, id="first"), above("bund", 400, id="third")]
    seen = run(park_of([pool("bund", 600)]), pour("fire", "bund", (0, 1.0)), actions=actions, horizon_s=1000)

    assert seen.entries("done") == [(300, "done", "first"), (400, "done", "second"), (400, "done", "third")]

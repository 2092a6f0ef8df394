"""Travel time: what enters a pipe leaves it unchanged, later, and is on the ledger meanwhile."""

import pytest

from sim.water.network import network_of
from sim.water.water import Water
from tests.water.by_hand import HOUR, at, by_origin, park_of, pool, pour, run, spillway, valve


def piped(lag_s=300.0, **others):
    """
    sump (100 m3) --pipe 0.5 m3/s, 300 s--> basin (1,000 m3)
    """
    storages = [pool("sump", 100, **others), pool("basin", 1000, "public")]
    return park_of(storages, [valve("pipe", "sump", "basin", 0.5, lag_s=lag_s)])


def test_water_arrives_after_its_travel_time():
    """
    0.25 m3/s from 100 s to 500 s: in the basin from 400 s to 800 s, 100 m3.
    """
    seen = run(piped(), pour("fire", "sump", (100, 0.25), (500, 0.0)), horizon_s=HOUR)

    assert seen.volume("basin", [400, 600, 800, HOUR]).tolist() == [0, 50, 100, 100]
    assert (seen.of("reached_at_s", "sump"), seen.of("reached_at_s", "basin")) == (100, 400)
    assert (seen.over("accident_from_s", "pipe"), seen.over("accident_until_s", "pipe")) == (100, 500)


@pytest.mark.parametrize(("horizon_s", "travelling"), [(300, 50), (400, 75), (600, 50), (800, 0)])
def test_what_is_in_the_pipe_is_on_the_ledger(horizon_s, travelling):
    """
    The last 300 s of what entered, at 0.25 m3/s from 100 s to 500 s: 50, 75, 50 m3, none.
    """
    seen = run(piped(), pour("fire", "sump", (100, 0.25), (500, 0.0)), horizon_s=horizon_s)

    assert seen.record.ledger.travelling.tolist() == by_origin(firewater=travelling)
    assert seen.over("travelling", "pipe") == by_origin(firewater=travelling)
    assert seen.record.ledger.error_m3.tolist() == [0] * 6


def test_a_change_of_rate_arrives_as_it_was_sent():
    """
    0.125, 0.5, 0.25 m3/s in steps of 60 s, all shorter than the 300 s in the pipe: 7.5, 30, 15 m3 in a row.
    """
    steps = [(0, 0.125), (60, 0.5), (120, 0.25), (180, 0.0)]
    seen = run(piped(), pour("fire", "sump", *steps), horizon_s=HOUR)

    assert seen.volume("basin", [300, 360, 420, 480, 3000]).tolist() == [0, 7.5, 37.5, 52.5, 52.5]


def test_a_change_of_mixture_arrives_as_it_was_sent():
    """
    Fire water for 60 s, then product for 60 s, 0.25 m3/s through a dry sump: 15 m3 of the one before the other.
    """
    fire, spill = pour("fire", "sump", (0, 0.25), (60, 0.0)), pour("release", "sump", (60, 0.25), (120, 0.0))
    seen = run(piped(), fire, spill, horizon_s=HOUR)

    assert seen.part("basin", "firewater", [300, 360, 420]).tolist() == [0, 15, 15]
    assert seen.part("basin", "product", [300, 360, 390, 420]).tolist() == [0, 0, 7.5, 15]


def test_a_valve_that_is_shut_does_not_hold_back_what_is_under_way():
    """
    100 m3 leave at 0.5 m3/s until the valve is shut at 120 s: 60 m3 arrive from 300 s to 420 s.
    """
    park = piped(initial={"rain": 100})
    seen = run(park, actions=[at(120, ("pipe", 0.0))], horizon_s=HOUR)

    assert seen.holds("sump") == 40
    assert seen.volume("basin", [300, 360, 420, HOUR]).tolist() == [0, 30, 60, 60]


def test_a_storage_fills_from_two_pipes_of_different_length():
    """
    near (100 m3) --0.5 m3/s, 60 s--> basin (90 m3) <--0.25 m3/s, 120 s-- far (100 m3)

    From 60 s at 0.5, from 120 s at 0.75 m3/s: 30 m3 at 120 s, 90 m3 at 200 s.
    """
    wet = {"initial": {"rain": 100}}
    storages = [pool("near", 100, **wet), pool("far", 100, **wet), pool("basin", 90)]
    links = [valve("short", "near", "basin", 0.5, lag_s=60), valve("long", "far", "basin", 0.25, lag_s=120)]
    seen = run(park_of(storages, links), horizon_s=HOUR)

    assert seen.of("full_at_s", "basin") == 200
    assert seen.passed("basin>ground") == 110


def test_a_spillway_may_take_its_time():
    """
    1 m3/s -> bund (100 m3) --spillway, 400 s--> basin: over the crest at 100 s, in the basin at 500 s.
    """
    park = park_of([pool("bund", 100), pool("basin", 1000, "public")], [spillway("crest", "bund", "basin", lag_s=400)])
    seen = run(park, pour("release", "bund", (0, 1.0), (150, 0.0)), horizon_s=HOUR)

    assert seen.over("accident_from_s", "crest") == 100
    assert seen.of("reached_at_s", "basin") == 500
    assert seen.volume("basin", [500, 525, 550]).tolist() == [0, 25, 50]


def test_a_change_that_lasts_no_time_is_never_sent():
    """
    Shut and opened again in one instant: the pipe passes 0.5 m3/s all along, until 100 m3 are gone at 200 s.
    """
    park = piped(initial={"rain": 100})
    twice = [at(50, ("pipe", 0.0), id="shut"), at(50, ("pipe", 1.0), id="open")]
    seen = run(park, actions=twice, horizon_s=HOUR)

    assert seen.turns("pipe") == [0, 200]
    assert seen.volume("basin", [300, 400, 500]).tolist() == [0, 50, 100]


def test_parcels_that_have_arrived_make_room_for_others():
    """
    A change a minute through 300 s of pipe: six on their way at most, and one more while the oldest is taken out.
    """
    water = Water(network_of(piped()))
    before = 0.0
    for minute in range(200):
        water.advance(60.0 * minute)
        after = 0.25 if minute % 2 else 0.125
        water.pour(["sump"], [1.0], "rain", before, after)
        before = after
    water.advance(60.0 * 200)

    assert water.state.clock["parcels"][0] <= 7


def test_what_changes_and_changes_back_in_one_instant_disturbs_nobody():
    """
    At 10 s the valve is half shut and opened again; 300 s later nothing else comes, and the basin is not looked at.
    """
    storages = [pool("sump", 100, initial={"rain": 100}), pool("basin", 1000)]
    water = Water(network_of(park_of(storages, [valve("pipe", "sump", "basin", 0.25, lag_s=300.0)])))
    assert water.advance(10) is None
    for opening in (0.5, 1.0):
        water.set_opening("pipe", opening)
        assert water.advance(10) is None
    assert water.advance(305) is None
    basin = water.state.storages[water.network.storage_index["basin"]]
    seen_at, visited_at = basin["at"], basin["instant"]

    assert water.advance(350) is None
    assert seen_at == 300
    assert (basin["at"], basin["instant"]) == (seen_at, visited_at)

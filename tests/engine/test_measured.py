"""Levels that are measured in the midst of a run, against sums by hand."""

from dataclasses import replace

import pytest

from sim.engine import play
from sim.park import ORIGINS, Name, Receiver, ReceiverKind
from sim.record.event import Done, Measured
from sim.result import Result
from sim.scenario import Correction
from tests.water.by_hand import above, at, park_of, pool, pour, pump, script, spillway, valve

KINDS = {"river": ReceiverKind.OUT, "ground": ReceiverKind.GROUND}
RIVER = {id: Receiver(id, Name(id), kind) for id, kind in KINDS.items()}


def measured(storage, at_s, volume_m3):
    return Correction(f"{storage}-{at_s}", storage, at_s, volume_m3)


def run(park, *inflows, corrections, horizon_s, actions=(), **others):
    scenario = replace(script(*inflows, horizon_s=horizon_s, actions=actions, **others), corrections=corrections)
    return Result(park, scenario, play(park, scenario))


def by_origin(volumes):
    return {origin: volume for origin, volume in zip(ORIGINS, volumes.tolist(), strict=True) if volume}


def test_what_was_not_expected_is_of_an_origin_of_its_own():
    """
    0.25 m3/s for 200 s are 50 m3; at 100 s 40 m3 stand where 25 m3 were expected: 15 m3 more, 65 m3 in the end.
    """
    park = park_of([pool("pit", 100)])
    fire = pour("fire", "pit", (0, 0.25), (200, 0))
    result = run(park, fire, corrections=(measured("pit", 100, 40.0),), horizon_s=400)

    assert by_origin(result.record.storages.final[0]) == {"firewater": 50.0, "measured": 15.0}
    assert by_origin(result.ledger.corrected) == {"measured": 15.0}
    assert result.ledger.error_m3.tolist() == [0.0] * len(ORIGINS)
    told, = (each for each in result.events if isinstance(each, Measured))
    assert (told.at_s, told.subject, told.measured_m3, told.more_m3) == (100, "pit", 40.0, 15.0)


def test_what_is_missing_is_missing_of_all_that_stands_there():
    """
    30 m3 of rain and 10 m3 of fire water, of which 20 m3 are found: half of each is gone, and half is left.
    """
    park = park_of([pool("pit", 100, initial={"rain": 30.0})])
    fire = pour("fire", "pit", (0, 0.125), (80, 0))
    result = run(park, fire, corrections=(measured("pit", 100, 20.0),), horizon_s=200)

    assert by_origin(result.record.storages.final[0]) == {"firewater": 5.0, "rain": 15.0}
    assert by_origin(result.ledger.corrected) == {"firewater": -5.0, "rain": -15.0}
    assert result.verdict.tiers[0].peak_m3 == 40.0


def test_water_that_nobody_expected_is_taken_for_accident_water():
    """
    30 m3 of rain and 60 m3 that nobody knows; 30 m3 go into the river, 20 m3 of which are of the latter: an escape.
    """
    park = park_of([pool("pit", 100, initial={"rain": 30.0})], [valve("drain", "pit", "river", 1.0, opening=0.0)],
                   receivers=RIVER)  # fmt: skip
    result = run(park, corrections=(measured("pit", 10, 90.0),), horizon_s=50, actions=(at(20, ("drain", 1.0)),))

    plant = result.verdict.tiers[0]
    assert (plant.word, plant.escaped_m3) == ("breached", pytest.approx(20.0))
    assert result.record.storages.reached_at_s[0] == 10


def test_who_waits_for_a_level_is_told_of_it():
    """
    Somebody opens the drain as soon as 50 m3 stand in the pit, where 60 m3 are measured at 100 s instead of 25 m3.
    """
    park = park_of([pool("pit", 100)], [valve("drain", "pit", "river", 1.0, opening=0.0)], receivers=RIVER)
    fire, opens = pour("fire", "pit", (0, 0.25), (200, 0)), above("pit", 50, ("drain", 1.0))
    result = run(park, fire, corrections=(measured("pit", 100, 60.0),), horizon_s=110, actions=(opens,))

    done, = (each.at_s for each in result.events if isinstance(each, Done))
    assert done == 100
    assert result.record.storages.final[0].sum() == pytest.approx(60.0 - 0.75 * 10)


def test_a_full_pool_runs_over_from_then_on():
    """
    Full at 100 s instead of a quarter full: of the 25 m3 that still come all run over, none of what was there before.
    """
    park = park_of([pool("pit", 100)], [spillway("over", "pit", "river")], receivers=RIVER)
    result = run(park, pour("fire", "pit", (0, 0.25), (200, 0)), corrections=(measured("pit", 100, 100.0),),
                 horizon_s=300)  # fmt: skip

    assert result.record.links.passed[0].sum() == pytest.approx(25.0)
    assert result.record.storages.full_at_s[0] == 100


def test_what_was_expected_changes_nothing():
    """
    A pump that starts at 60 m3 and stops at 20 m3, and a reading that says what the run has: every volume stays.
    """
    links = [pump("lift", "pit", "tank", 0.5, start_m3=60.0, stop_m3=20.0)]
    park = park_of([pool("pit", 100), pool("tank", 500)], links)
    inflow = pour("fire", "pit", (0, 0.25), (800, 0))
    plain = run(park, inflow, corrections=(), horizon_s=1000)
    same = run(park, inflow, corrections=(measured("pit", 300, 45.0),), horizon_s=1000)

    assert same.record.storages.final == pytest.approx(plain.record.storages.final)
    assert same.record.links.passed == pytest.approx(plain.record.links.passed)
    assert not same.ledger.corrected.any()

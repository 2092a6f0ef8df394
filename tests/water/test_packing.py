"""Changes of rate that a link with travel time has no room for go as their mean: later or earlier, none lost."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given

from sim.engine import play
from sim.load import load_case
from sim.water.loops import LOOP_PACE, PACE, paces
from tests.water.by_hand import HOUR, by_origin, link, park_of, pool, pour, run, sparing, valve
from tests.water.networks import cases
from tests.water.test_always import always

WEB = Path(__file__).parent / "web-of-loops" / "scenario.yaml"
"""20 storages with three links each, and travel times of 38 s to 15 min."""


def piped(lag_s=300.0):
    """
    sump (100 m3, dry) --pipe 1 m3/s, 300 s--> basin (1,000 m3)
    """
    return park_of([pool("sump", 100), pool("basin", 1000, "public")], [valve("pipe", "sump", "basin", 1, lag_s=lag_s)])


def test_changes_that_may_not_be_sent_arrive_as_their_mean():
    """
    0.5 m3/s for 10 s, 0.25 for 10, 0.75 for 20, then none: 5 + 2.5 + 15 = 22.5 m3, as 0.5625 m3/s from 300 to 340 s.
    """
    steps = [(0, 0.5), (10, 0.25), (20, 0.75), (40, 0.0)]
    seen = run(sparing(piped()), pour("fire", "sump", *steps), horizon_s=HOUR)

    assert seen.volume("basin", [300, 320, 340, HOUR]).tolist() == [0, 11.25, 22.5, 22.5]
    assert seen.record.ledger.error_m3.tolist() == by_origin()


def test_a_mean_is_taken_of_each_origin():
    """
    Fire water for 10 s, product for 30 s, none after that, 0.25 m3/s: 2.5 and 7.5 m3, evenly from 300 to 340 s.
    """
    fire, spill = pour("fire", "sump", (0, 0.25), (10, 0.0)), pour("release", "sump", (10, 0.25), (40, 0.0))
    seen = run(sparing(piped()), fire, spill, horizon_s=HOUR)

    assert seen.part("basin", "firewater", [300, 320, 340]).tolist() == [0, 1.25, 2.5]
    assert seen.part("basin", "product", [300, 320, 340]).tolist() == [0, 3.75, 7.5]


def test_a_change_that_was_spared_is_sent():
    """
    One change in 20 s: 0.5 at 0 s, 0.25 at 10 s find the pipe empty; 0.75 at 20 s has its change; what comes at 25 and
    30 s has none. So 0.5 to 310 s, then (0.25 x 10 + 0.75 x 5 + 0.5 x 5) / 20 = 0.4375 to 330 s, and 0.125 from then
    on: 5, 5 + 4.375, 5 + 8.75, 13.75 + 1.25 m3.
    """
    steps = [(0, 0.5), (10, 0.25), (20, 0.75), (25, 0.5), (30, 0.125)]
    seen = run(sparing(piped(), pace=1 / 20), pour("fire", "sump", *steps), horizon_s=400)

    assert seen.volume("basin", [310, 320, 330, 340]).tolist() == [5, 9.375, 13.75, 15]


def test_what_has_arrived_is_packed_no_more():
    """
    Changes at 0, 10, 305 and 320 s are at most two at a time on their way, 300 s each, so all arrive as they were sent:
    0.5 x 10 = 5 m3 at 310 s, 0.25 x 295 = 73.75 more at 605 s, 0.75 x 15 = 11.25 more at 620 s, and no more.
    """
    steps = [(0, 0.5), (10, 0.25), (305, 0.75), (320, 0.0)]
    seen = run(sparing(piped()), pour("fire", "sump", *steps), horizon_s=HOUR)

    assert seen.volume("basin", [310, 605, 620, HOUR]).tolist() == [5, 78.75, 90, 90]


def test_what_the_mean_rounds_away_is_not_lost():
    """
    A third of 1 m3/s every other second for 100 s: thirds of rates are no whole quanta, the water is on the ledger all
    the same: 50 s x 1/3 m3/s, to a cubic millimetre, of which the basin has all but the quanta of a mean.
    """
    steps = [(second, (1 - second % 2) / 3) for second in range(100)]
    seen = run(sparing(piped(lag_s=200.0)), pour("fire", "sump", *steps), horizon_s=HOUR)

    assert seen.holds("basin") == pytest.approx(50 / 3, abs=1e-8)
    assert np.abs(seen.record.ledger.error_m3).max() < 1e-12


def test_links_of_a_loop_are_told_from_the_others():
    """
    lake -> a -> b -> a; b -> sea: a -> b and b -> a lie on a loop, what leads to it and away from it does not. Two
    loops and what leads from one to the other count as one web.
    """
    ends = [("lake", "a"), ("a", "b"), ("b", "a"), ("b", "sea")]
    links = [link("pipe", f"{a}-{b}", a, b) for a, b in ends]
    assert paces(links) == [PACE, LOOP_PACE, LOOP_PACE, PACE]

    bridge = [link("pipe", f"{a}-{b}", a, b) for a, b in [("b", "c"), ("c", "d"), ("d", "c"), ("d", "river")]]
    assert paces([*links, *bridge]) == [PACE, LOOP_PACE, LOOP_PACE, PACE, LOOP_PACE, LOOP_PACE, LOOP_PACE, PACE]


def test_the_case_web_of_loops_ends():
    """
    72 h of it cost some thousand events an hour: 60 links let 24 + 72 hours of 60 changes each arrive, 345,600, most
    of which come two or three to a visit. It took 95.6 million events for 10 h.
    """
    case = load_case(WEB)
    record = play(case.park, case.scenario, trace=False)

    assert case.scenario.horizon_s == 72 * HOUR
    assert record.kernel_events < 72 * 5_000
    assert np.abs(record.ledger.error_m3).max() < 1e-9


def test_packing_hardly_changes_the_web_of_loops():
    """
    Five hours as they are and with changes to spare for all: a volume moves by less than 0.01 % of the capacity,
    what passes a link by less than 0.01 %, the first water not at all.
    """
    case = load_case(WEB)
    scenario = replace(case.scenario, horizon_s=5 * HOUR)
    packed = play(case.park, scenario, trace=False)
    plain = play(sparing(replace(case.park), pace=100.0, spared=1e6), scenario, trace=False)

    assert packed.kernel_events < 0.2 * plain.kernel_events
    capacity_m3 = np.array([case.park.storages[id].capacity_m3 for id in plain.storages.ids])
    assert (np.abs(packed.storages.peak_m3 - plain.storages.peak_m3) < 1e-4 * capacity_m3).all()
    assert (np.abs(packed.storages.final - plain.storages.final).sum(axis=1) < 1e-4 * capacity_m3).all()
    passed, there = packed.links.passed.sum(axis=1), plain.links.passed.sum(axis=1)
    np.testing.assert_allclose(passed, there, rtol=1e-4)
    np.testing.assert_allclose(packed.storages.reached_at_s, plain.storages.reached_at_s, rtol=1e-9)


@always
@given(cases())
def test_packed_water_neither_appears_nor_vanishes(case):
    """
    One change an hour, none at once: of each origin the ledger holds to 1e-9 and 1e-6 m3, and nothing is negative.
    """
    park, scenario = case
    record = play(sparing(park, pace=1 / HOUR), scenario)

    ledger = record.ledger
    assert (np.abs(ledger.error_m3) <= np.maximum(1e-9 * (ledger.sources + ledger.initial), 1e-6)).all()
    assert (record.trace.volume >= 0).all()
    assert (record.trace.inflow_m3_s >= 0).all()
    assert (record.links.travelling >= -1e-12).all()

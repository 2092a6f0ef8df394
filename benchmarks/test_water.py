"""How long the water takes: an event, a whole run, and the same accident in a larger park.

    make bench

Times are of this machine; what is claimed are the ratios within one run, printed at the end.
"""

import heapq
import statistics
import time

import pytest

from benchmarks.parks import SCENARIOS, changshou, many_times, web_of_loops, with_loads_over_the_day
from sim.engine import play
from sim.park import Name
from sim.scenario import Inflow, InflowKind, Scenario
from sim.water.native import ways_in


def best_of(action, times=30):
    """The shortest of several runs [s]: what the machine needs when nothing else runs."""
    spans = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        spans.append(time.perf_counter() - start)
    return min(spans)


@pytest.mark.parametrize("name", SCENARIOS)
def test_whole_run(benchmark, name):
    """A 72-h Changshou scenario, read once, engine built per run, trace off."""
    case = changshou(name)
    play(case.park, case.scenario, trace=False)

    benchmark(play, case.park, case.scenario, trace=False)


def test_event(monkeypatch, capsys):
    """A kernel event, beside one push and pop of Python's heap of a thousand: below 0.5 us."""
    case = changshou("storm-relief")
    spans, advance = [], ways_in().advance

    def timed(address, until):
        start = time.perf_counter()
        reason = advance(address, until)
        spans.append(time.perf_counter() - start)
        return reason

    monkeypatch.setattr(ways_in(), "advance", timed)
    totals = []
    for _ in range(20):
        spans.clear()
        events = play(case.park, case.scenario, trace=False).kernel_events
        totals.append(sum(spans) / events)
    heap = [(k * 0.37 % 1, k) for k in range(1000)]
    heapq.heapify(heap)
    swap = best_of(lambda: [heapq.heappushpop(heap, (k * 0.41 % 1, k)) for k in range(1000)]) / 1000
    with capsys.disabled():
        print(f"\nkernel event {min(totals) * 1e6:.3f} us (median {statistics.median(totals) * 1e6:.3f}), "
              f"{min(totals) / swap:.1f} times a push and pop of Python's heap; {events} events")  # fmt: skip

    assert min(totals) < 0.5e-6


def test_larger_park(capsys):
    """The same accident costs under 1.3 times as much in a park ten times larger."""
    case = changshou("tank-fire")
    larger = many_times(case.park, 10)
    for park in (case.park, larger):
        play(park, case.scenario, trace=False)
    ratios = []
    for _ in range(15):
        small = best_of(lambda: play(case.park, case.scenario, trace=False), 5)
        large = best_of(lambda: play(larger, case.scenario, trace=False), 5)
        ratios.append(large / small)
    with capsys.disabled():
        print(f"\n{len(larger.storages)} storages against {len(case.park.storages)}: "
              f"{statistics.median(ratios):.3f} times the time")  # fmt: skip

    assert statistics.median(ratios) < 1.3


def test_plants_that_no_water_reaches(capsys):
    """Four treatment plants whose load goes over the day cost under 1.05 times as much, when no water comes to them."""
    case = changshou("tank-fire")
    daily = with_loads_over_the_day(case.park)
    for park in (case.park, daily):
        play(park, case.scenario, trace=False)
    ratios = []
    for _ in range(15):
        even = best_of(lambda: play(case.park, case.scenario, trace=False), 5)
        ratios.append(best_of(lambda: play(daily, case.scenario, trace=False), 5) / even)
    with capsys.disabled():
        print(f"\nplants over the day: {statistics.median(ratios):.3f} times the time")

    assert statistics.median(ratios) < 1.05


WEBS = [((20, 900), ("pump", "orifice", "weir")), ((20, 900), ("pump",)), ((1, 20), ("pump", "orifice", "weir"))]
"""Travel times of webs of loops [s], and their kinds of links."""


@pytest.mark.parametrize(("lags_s", "kinds"), WEBS)
def test_webs_of_loops(lags_s, kinds, capsys):
    """72 h of two hours' fire in a web of loops: under 500 events an hour and link, and 5 s of processor time."""
    fire = Inflow("fire", InflowKind.FIRE, ("s0",), (1.0,), (0.0, 7200.0), (0.2, 0.0))
    scenario = Scenario("web", Name("web"), 72 * 3600.0, (fire,))
    play(web_of_loops(0, lags_s, kinds), scenario, trace=False)
    events, spans = [], []
    for seed in range(10):
        park = web_of_loops(seed, lags_s, kinds)
        start = time.process_time()
        events.append(play(park, scenario, trace=False).kernel_events / 72 / len(park.links))
        spans.append(time.process_time() - start)
    with capsys.disabled():
        print(f"\nweb of loops: {max(events):.0f} events an hour and link, {min(spans):.2f} to {max(spans):.2f} s")

    assert max(events) < 500
    assert max(spans) < 5

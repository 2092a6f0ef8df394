"""How long people take beside the water, and studies that play a scenario a thousand times.

    make bench

Times are of this machine; the bounds are those the program was built to.
"""

from dataclasses import replace

import pytest

from benchmarks.parks import PEOPLE, SCENARIOS, changshou
from sim.engine import play
from sim.park import Crew, Name, Operation, Sheet
from sim.scenario import Detected, Rule
from sim.study import deadlines, fault_table, limits, spaces

ACTORS, CREWS = 30, 6


def manned():
    """The tank fire with 30 rules, set off by the park's own cameras, that send six crews to 30 outfall gates."""
    case = changshou("tank-fire")
    gates = [link.id for link in case.park.links.values() if link.id.startswith("outfall-")][:ACTORS]
    crews = {f"crew-{k}": Crew(f"crew-{k}", Name(f"Crew {k}"), 1) for k in range(CREWS)}
    sheets = [
        Sheet(f"{gate}-by-crew", Name(gate), gate, Operation.SHUT, crew=f"crew-{k % CREWS}", travel_s=600, work_s=600)
        for k, gate in enumerate(gates)
    ]
    park = replace(case.park, crews=crews, sheets={sheet.id: sheet for sheet in sheets})
    rules = tuple(Rule(f"rule-{k}", Detected(), do=(sheet.id,)) for k, sheet in enumerate(sheets))
    return park, replace(case.scenario, rules=rules)


def test_run_with_thirty_actors_and_six_crews(benchmark):
    """Below 3 ms with the trace off: 30 rules, 30 jobs of which 24 wait for a crew, all within 72 h."""
    park, scenario = manned()
    record = play(park, scenario, trace=False)
    assert sum(each.what == "done" and "by-crew" in each.subject for each in record.events) == ACTORS

    benchmark(play, park, scenario, trace=False)


@pytest.mark.parametrize("name", PEOPLE)
def test_run_with_a_response_plan(benchmark, name):
    """A Changshou scenario with its plan, crews, sensors and faults, trace off."""
    case = changshou(name)
    play(case.park, case.scenario, trace=False)

    benchmark(play, case.park, case.scenario, trace=False)


@pytest.mark.parametrize("name", [*SCENARIOS, *PEOPLE])
def test_deadlines(benchmark, name):
    """Every action and job, every tier: below 10 s."""
    case = changshou(name)
    play(case.park, case.scenario, trace=False)

    found = benchmark.pedantic(deadlines, (case.park, case.scenario), rounds=1)
    benchmark.extra_info["runs"] = sum(each.runs for each in found)


@pytest.mark.parametrize("name", [*SCENARIOS, *PEOPLE])
def test_faults(benchmark, name):
    """Every gate, valve, pump, power area, crew, equipment and sensor, then the pairs of those felt: below 60 s."""
    case = changshou(name)
    play(case.park, case.scenario, trace=False)

    found = benchmark.pedantic(fault_table, (case.park, case.scenario), rounds=1)
    benchmark.extra_info["runs"] = found.runs


def test_limits(benchmark):
    """Three tiers and two loads, then the room that would have helped, in the scenario that breaches all of them."""
    case = changshou("boundary-breach")
    play(case.park, case.scenario, trace=False)

    benchmark.pedantic(lambda: (limits(case.park, case.scenario), spaces(case.park, case.scenario)), rounds=1)

"""A run of ours beside one of EPA SWMM, of the same plants for 72 h.

    make bench

SWMM routes by the kinematic wave in steps of 30 s and reports once an hour; only its solver is timed, in a process of
its own.
"""

import subprocess
import sys
from dataclasses import replace
from timeit import timeit

import pytest

from sim.engine import play
from sim.export import Routing, swmm
from sim.park import Park
from tests.export.networks import changshou
from tests.water.by_hand import HOUR

TIMED = """
import sys, time
from swmm.toolkit import solver
begins = time.perf_counter()
solver.swmm_run(*sys.argv[1:])
print("\\ntook", time.perf_counter() - begins)
"""
RUNS = 20


def plants(number):
    """Plant A-001 with its fire, `number` times side by side, for 72 h."""
    park, scenario = changshou()
    names = [f"{place}." for place in range(number)]
    storages = [replace(each, id=name + each.id) for name in names for each in park.storages.values()]
    links = [_renamed(each, name, park) for name in names for each in park.links.values()]
    inflows = [
        replace(each, id=name + each.id, into=tuple(name + id for id in each.into))
        for name in names
        for each in scenario.inflows
    ]
    turned = [(name + link, to) for name in names for each in scenario.actions for link, to in each.openings]
    actions = (replace(scenario.actions[0], openings=tuple(turned)),)
    many = Park.of(storages, links, tiers=park.tiers)
    return many, replace(scenario, inflows=tuple(inflows), actions=actions, horizon_s=72 * HOUR)


def _renamed(link, name, park):
    target = name + link.target if link.target in park.storages else link.target
    return replace(link, id=name + link.id, source=name + link.source, target=target)


@pytest.mark.parametrize("number", [1, 10])
def test_run_beside_swmm(benchmark, number, tmp_path):
    """Faster than SWMM."""
    park, scenario = plants(number)
    inp = tmp_path / "model.inp"
    model = swmm(park, scenario, Routing.KINWAVE, step_s=30.0, report_s=HOUR)
    inp.write_text(model.text, encoding="ascii")
    files = [inp, inp.with_suffix(".rpt"), inp.with_suffix(".out")]
    done = subprocess.run([sys.executable, "-c", TIMED, *files], capture_output=True, text=True, check=True)
    theirs = float(done.stdout.split()[-1])
    play(park, scenario, trace=False)
    ours = timeit(lambda: play(park, scenario, trace=False), number=RUNS) / RUNS
    print(f"\n{number} plants: ours {ours * 1000:.2f} ms, SWMM {theirs * 1000:.0f} ms, {theirs / ours:.0f} times")

    benchmark(play, park, scenario, trace=False)
    assert ours < theirs

"""Runs with their deadlines, to make exercises of."""

from sim.drill.run_of import RunOf
from sim.load import load_case
from sim.study import deadlines


def run_of(path, **picked):
    """A scenario's run with its deadlines."""
    case = load_case(path, **picked)
    return RunOf.of(case.park, case.scenario, tuple(deadlines(case.park, case.scenario)))

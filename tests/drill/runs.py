"""Runs with their deadlines, to make exercises of."""

from sim.drill.run_of import RunOf
from tests.shipped import case_of, deadlines_of


def run_of(path, pick=None):
    """A scenario's run with its deadlines."""
    case = case_of(path, pick)
    return RunOf.of(case.park, case.scenario, tuple(deadlines_of(path, pick)))

"""The scenarios that come with the program, each read, played and studied once in a process, to be looked at by all."""

from functools import cache
from pathlib import Path

from sim.load import load_case
from sim.result import run
from sim.study import deadlines

ROOT = Path(__file__).parents[1]
FILES = {path.stem.removeprefix("changshou-"): path for path in sorted((ROOT / "scenarios").glob("*.yaml"))}
"""By their short names, such as `night-shift`."""


@cache
def case_of(file, pick=None):
    """A scenario with its park; `file` is a short name, or a path from the project's folder."""
    return load_case(FILES.get(file, ROOT / file), pick)


@cache
def result_of(file, pick=None):
    """Its run."""
    case = case_of(file, pick)
    return run(case.park, case.scenario)


@cache
def deadlines_of(file, pick=None):
    """By when each of its actions has to be done."""
    case = case_of(file, pick)
    return deadlines(case.park, case.scenario)

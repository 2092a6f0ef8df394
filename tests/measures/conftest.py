"""A bund of 120 m3 into which 50 to 150 m3 run evenly, and searches among measures for it."""

from pathlib import Path

import pytest

from sim.ensemble import Sampling, Start, prepare
from sim.ensemble.cheapest import MOST_SETS, find_cheapest
from sim.ensemble.trials import Target
from sim.load.measures import load_measures

HERE = Path(__file__).parent
SMALL = str(HERE.parent / "ensemble" / "small.yaml")
FOUR = HERE / "four.yaml"


@pytest.fixture
def searched():
    """Looks for the cheapest set of a file's measures; each run stands for an equal part of what may happen."""

    def search(target, file=FOUR, runs=100, sampling=Sampling.LHS, most_sets=MOST_SETS, workers=1, front=False,
               sure=False, scenario=SMALL, sets=()):  # fmt: skip
        start = Start(scenario, 1, sampling, runs if sampling is Sampling.LHS else 0, sets=sets)
        wanted = target if isinstance(target, Target) else Target("plant", target, sure=sure)
        measures = load_measures(file, prepare(start).varying.loaded)
        return find_cheapest(start, measures, wanted, runs, workers, lambda done: None, front=front,
                             most_sets=most_sets)  # fmt: skip

    return search


@pytest.fixture
def measures_file(tmp_path):
    """A file of measures with some text."""

    def write(text):
        path = tmp_path / "measures.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write

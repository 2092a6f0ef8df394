"""How long the pictures of a run take, in the Changshou park.

    make bench

Times are of this machine; the bounds are those the program was built to: all figures below 6 s, the page below 3 s.
"""

import pytest

from benchmarks.parks import changshou
from sim.report.figures import Look, as_files
from sim.report.figures.every import SORTS, Found
from sim.report.page import page_html
from sim.result import run
from sim.study import deadlines, fault_table


@pytest.fixture(scope="module")
def found():
    case = changshou("storm-relief")
    result = run(case.park, case.scenario)
    return case, Found(result, deadlines(case.park, case.scenario), fault_table(case.park, case.scenario))


def test_all_figures_of_a_run(benchmark, found):
    """Nine figures as PNG and SVG, with the tables behind them, below 6 s."""
    _, it = found

    def drawn():
        return [(as_files(name, sort.draw(it, Look())), sort.table(it)) for name, sort in SORTS.items()]

    assert len(benchmark.pedantic(drawn, rounds=2, warmup_rounds=1)) == len(SORTS)


def test_the_page_of_a_run(benchmark, found):
    """The whole page, once the run is there, below 3 s and 3 MB."""
    case, it = found

    def page():
        return page_html(it.result, it.deadlines, case.resolved, case.inputs_hash)

    assert len(benchmark.pedantic(page, rounds=3, warmup_rounds=1).encode()) < 3_000_000

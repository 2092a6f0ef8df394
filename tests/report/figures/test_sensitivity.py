"""Figures of what decides: bars and planes that can be read on both sheets and in both languages."""

import pytest

from sim.ensemble.outputs import Kind
from sim.ensemble.player import Start
from sim.ensemble.sensitivity import Method, asked, run_sensitivity
from sim.report.figures import Look, Sheet, draw_sensitivity
from tests.report.figures.looks import check_legible, kept, texts
from tests.shipped import ROOT

HERE = ROOT / "tests" / "ensemble"
FIRE = ROOT / "scenarios" / "changshou-tank-fire-uncertain.yaml"


def nobody(done):
    """Told of the progress, and silent."""


@pytest.fixture(scope="module")
def studies():
    """Three tiers and 29 numbers by every method; of the indices as few runs as say something."""
    counts = {Method.SOBOL: 32, Method.MORRIS: 4, Method.TORNADO: 0}
    return {each: run_sensitivity(Start(str(FIRE), 1), each, count, 1, nobody) for each, count in counts.items()}


@pytest.fixture(scope="module")
def small():
    """One tier, three numbers that only add up."""
    counts = {Method.SOBOL: 256, Method.MORRIS: 4, Method.TORNADO: 0}
    start = Start(str(HERE / "many.yaml"), 1, pick="park")
    return {each: run_sensitivity(start, each, count, 1, nobody) for each, count in counts.items()}


@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize("kinds", [(), (Kind.BREACHED,), (Kind.MARGIN,)])
def test_no_two_texts_overlap(studies, small, method, kinds):
    for found in (studies[method], small[method]):
        for sheet in Sheet:
            for language in ("en", "zh"):
                check_legible(draw_sensitivity(found, asked(found, kinds), Look(language, sheet)))


def test_where_nothing_can_be_told_a_figure_says_so():
    """
    Nothing ever escapes.
    """
    start = Start(str(HERE / "adds.yaml"), 1, pick="park")
    for method, count in ((Method.SOBOL, 8), (Method.MORRIS, 2), (Method.TORNADO, 0)):
        found = run_sensitivity(start, method, count, 1, nobody)
        said = [words for words, _ in texts(draw_sensitivity(found, asked(found, [Kind.ESCAPED])))]
        assert any(words.startswith("The outputs are the same in all runs") for words in said)


@kept("sensitivity-sobol")
def test_indices_look_as_before(small):
    return draw_sensitivity(small[Method.SOBOL], asked(small[Method.SOBOL]))


@kept("sensitivity-tornado")
def test_a_tornado_looks_as_before(studies):
    return draw_sensitivity(studies[Method.TORNADO], asked(studies[Method.TORNADO]), Look("zh"))


@kept("sensitivity-morris")
def test_planes_look_as_before(studies):
    return draw_sensitivity(studies[Method.MORRIS], asked(studies[Method.MORRIS], [Kind.MARGIN]))

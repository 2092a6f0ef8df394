"""The curve of a search, held against chances that are known by hand, and its figure."""

from math import log, sqrt
from pathlib import Path

import pytest
from scipy.stats import norm

from sim.ensemble.player import Start
from sim.ensemble.rare import End, run_rare
from sim.ensemble.rare.curve import curve_of, reached
from sim.ensemble.rare.tables import rows_of
from sim.report.figures import Look, Sheet
from sim.report.figures.nearness import draw_nearness
from tests.report.figures.looks import check_legible, kept, texts

TWO = str(Path(__file__).parent / "two.yaml")


def look_for(tier, runs=500, **start):
    return run_rare(Start(TWO, 1, **start), tier, runs, 1, lambda pace: None)


@pytest.fixture(scope="module")
def rare():
    return look_for("plant")


@pytest.fixture(scope="module")
def shipped():
    """Three tiers of long names, of which the boundary hangs on those inside it."""
    start = Start("scenarios/changshou-tank-fire-uncertain.yaml", 1)
    return run_rare(start, "boundary", 100, 1, lambda pace: None)


def true(left_m3):
    """Two spills are 200 m3 together with a standard deviation of 10 sqrt(2) m3, and 252.595 m3 fit."""
    return float(norm.sf((52.595 - left_m3) / (10 * sqrt(2))))


def test_the_curve_is_the_one_by_hand(rare):
    """
    Wherever it is looked at - at every point of every level up to the breach, 1 in 10,000 - it lies within three of its
    spreads, and a third, of the chance that is known. At each level it is the product of the shares so far.
    """
    points = curve_of(rare)
    chances = [each.chance for each in points]
    spread = 3 * rare.chance.spread

    assert chances == sorted(chances, reverse=True)
    assert chances[-1] == 0
    assert [each.breached for each in points] == [each.left_m3 < 0 for each in points]
    for each in points:
        if each.left_m3 > 0 and each.chance < 0.5:
            assert abs(log(each.chance / true(each.left_m3))) < spread
    at = {each.left_m3: each.chance for each in points}
    assert [at[row.left_m3] for row in rows_of(rare)[1:]] == pytest.approx(
        [row.chance.share for row in rows_of(rare)[1:]])  # fmt: skip


def test_a_level_is_as_sure_as_the_shares_up_to_it(rare):
    """
    The first is all runs for sure; the next a tenth of 500, by Clopper and Pearson from 7.51 to 12.97 %; beyond the
    last stands the answer.
    """
    assert reached(rare, 0).low == reached(rare, 0).high == 1
    first = reached(rare, 1)
    assert (first.share, first.low, first.high) == pytest.approx((0.1, 0.0751, 0.1297), abs=1e-4)
    assert reached(rare, len(rare.levels)) == rare.chance


def test_what_is_drawn_is_the_curve(rare):
    """
    One line through all points, from the left where all runs still come, and the breach where nothing is left.
    """
    figure = draw_nearness(rare, Look())
    axes, = figure.axes
    points = curve_of(rare)
    line = max(axes.lines, key=lambda each: len(each.get_xdata()))
    diamond, = (each for each in axes.lines if each.get_marker() == "D")

    assert list(line.get_xdata()) == [axes.get_xlim()[0], *(each.left_m3 for each in points)]
    assert list(line.get_ydata()) == [1.0, *(each.chance for each in points)]
    assert (*diamond.get_xdata(), *diamond.get_ydata()) == (0.0, rare.chance.share)
    assert axes.get_xlim()[0] > axes.get_xlim()[1]


@pytest.mark.parametrize("sheet", Sheet)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_everything_can_be_read(rare, shipped, language, sheet):
    for each in (rare, shipped):
        check_legible(draw_nearness(each, Look(language, sheet)))
    assert len(draw_nearness(shipped, Look()).axes) == 3


def test_a_tier_that_held_is_said_so():
    """
    100 m3 for sure twice fit, always with 52.595 m3 left: no level leads on.
    """
    flat = look_for("plant", 100, sets=("releases.one.volume=100 m3", "releases.two.volume=100 m3"))
    dry = look_for("public", 100, sets=("releases.one.volume=0 m3", "releases.two.volume=0 m3"))

    assert flat.end is End.FLAT
    assert any("none of the 100 runs breached it" in words for words, _ in texts(draw_nearness(flat, Look())))
    assert "Accident water comes to no tier in any run." in [words for words, _ in texts(draw_nearness(dry, Look()))]


@kept("nearness-zh")
def test_it_looks_as_before(rare):
    return draw_nearness(rare, Look("zh"))

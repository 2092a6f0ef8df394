"""Figures of an ensemble: what bars, curves and bands show is what was counted, and all of it can be read."""

import numpy as np
import pytest

from sim.ensemble import Start, Wanted, run_ensemble
from sim.ensemble.answer import answer_of
from sim.report.figures import Look, Sheet
from sim.report.figures.ensemble import draw_ensemble, figures_of
from sim.report.figures.style import BREACHED
from tests.ensemble.why.runs import CORNER, INCIDENTS, WAYS, answer
from tests.report.figures.looks import check_legible, kept, texts

LANGUAGES = ("en", "zh")


@pytest.fixture(scope="module")
def corner(tmp_path_factory):
    return answer(CORNER, tmp_path_factory.mktemp("corner"), 400, seed=1)


@pytest.fixture(scope="module")
def ways(tmp_path_factory):
    return answer(WAYS, tmp_path_factory.mktemp("ways"), 400, seed=1)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    """Three tiers of long names, thirty numbers."""
    start = Start("scenarios/changshou-tank-fire-uncertain.yaml", 1)
    return answer_of(run_ensemble(start, Wanted(400), tmp_path_factory.mktemp("shipped"), lambda tally: None))


@pytest.fixture(scope="module")
def incidents(tmp_path_factory):
    return answer(INCIDENTS, tmp_path_factory.mktemp("incidents"), 400, seed=1)


def words_of(figure):
    return [each.replace("\n", " ") for each, _ in texts(figure)]


@pytest.mark.parametrize("sheet", Sheet)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["exceedance", "fan", "causes", "discovery"])
def test_everything_can_be_read(corner, shipped, name, language, sheet):
    for each in (corner, shipped):
        check_legible(draw_ensemble(name, each, Look(language, sheet)))


def test_bars_are_as_long_as_their_ways_are_likely(ways):
    """
    Two tiers of two ways each: a heading and two bars for each, from 0 to the share of all runs, and a line over the
    interval.
    """
    axes, = draw_ensemble("causes", ways, Look()).axes
    bars = [each.get_width() for each in axes.patches]
    lines = [each.get_xdata() for each in axes.lines if len(set(each.get_ydata())) == 1 and each.get_marker() == "|"]

    expected = [way.chance for tier in ways.found.tiers for way in tier.ways]
    assert bars == pytest.approx([each.share for each in expected])
    assert np.array(lines) == pytest.approx(np.array([[each.low, each.high] for each in expected]))
    wall = expected[0]
    share = ways.found.tiers[0].ways[0].share
    assert f"{wall.count} of {share.of}, {share.share * 100:.3g} %" in words_of(draw_ensemble("causes", ways, Look()))


def test_the_curve_is_drawn_as_it_was_counted(corner):
    axes, *_ = draw_ensemble("exceedance", corner, Look()).axes
    line = next(each for each in axes.lines if each.get_color() == BREACHED)
    curve = corner.curves[0]

    assert np.array(line.get_xdata())[:-1] == pytest.approx(curve.volume_m3)
    assert np.array(line.get_ydata())[:-2] == pytest.approx(curve.chance[:-1])


def test_the_middle_of_the_fan_is_the_median(corner):
    figure = draw_ensemble("fan", corner, Look())
    line = next(each for each in figure.axes[0].lines if len(each.get_xdata()) > 2)
    fan = corner.fans[0]
    shown = len(line.get_xdata())

    assert np.array(line.get_ydata()) == pytest.approx(fan.left_m3[2][:shown])
    assert "the first 200 runs, played again" in " ".join(words_of(figure))
    assert f"accident water came in {fan.reached} of 200 runs" in words_of(figure)


def test_the_box_is_drawn_where_it_lies(corner):
    """
    One outline from 100 m3 to the edge and from T+30 min to the edge, in m3 and min, round almost all runs that breach.
    """
    _, scatter = draw_ensemble("discovery", corner, Look()).axes
    outline, = scatter.patches
    box = corner.boxes.tiers[0].boxes[0]
    volume, shut = (box.limits[k].low for k in box.columns)
    edges = {"volume of spill spill, m³": 100, "time of action shut, min": 30}

    labels = scatter.get_xlabel(), scatter.get_ylabel()
    assert set(labels) == edges.keys()
    corner_at = outline.get_x(), outline.get_y()
    assert corner_at == pytest.approx([edges[label] for label in labels], rel=0.05)
    scales = [1 / 60 if "min" in label else 1.0 for label in labels]
    assert corner_at == pytest.approx([volume * scales[0], shut * scales[1]])
    assert outline.get_x() + outline.get_width() == pytest.approx(scatter.get_xlim()[1])


def test_a_box_of_a_choice_goes_round_its_values(tmp_path):
    """
    90, 110 or 130 m3 run out, of which 100 fit: two outlines, round 110 and round 130, with 90 in neither.
    They go 0.3 of 20 m3 to each side, but no further than the axis, which ends 4 % of 40 m3 after the last.
    """
    sets = ("releases.spill.volume={choice: {90 m3: 40 %, 110 m3: 30 %, 130 m3: 30 %}}",)
    found = answer(CORNER, tmp_path, 400, seed=1, sets=sets)
    _, scatter = draw_ensemble("discovery", found, Look()).axes
    corners = [each.get_corners() for each in scatter.patches]
    volumes = 0 if scatter.get_xlabel().startswith("volume") else 1

    assert [(each[0][volumes], each[2][volumes]) for each in corners] == [
        pytest.approx((104, 116)), pytest.approx((124, 131.6))]  # fmt: skip


def test_a_tier_that_was_never_breached_is_said_so(tmp_path):
    """
    None of 200 runs: at most 1.8 %.
    """
    found = answer(CORNER, tmp_path, 200, seed=1, sets=("releases.spill.volume={uniform: [50 m3, 90 m3]}",))

    said = words_of(draw_ensemble("exceedance", found, Look()))
    assert said.count("It was breached in none of 200 runs: at most 1.8 %") == 2
    assert "No run breached a tier." in words_of(draw_ensemble("causes", found, Look()))
    assert any(each.startswith("No ranges of numbers single out") for each in
               words_of(draw_ensemble("discovery", found, Look())))  # fmt: skip


def test_nothing_is_drawn_of_what_was_not_drawn(tmp_path):
    """
    Where no number is uncertain there are no boxes; without runs played again there is no fan.
    """
    found = answer(WAYS, tmp_path, 50, seed=1, sets=("releases.spill.volume=100 m3",))

    assert figures_of(found) == ("exceedance", "fan", "causes")
    assert figures_of(answer_of(found.ensemble, fans=False)) == ("exceedance", "causes")


@pytest.mark.parametrize("sheet", Sheet)
@pytest.mark.parametrize("language", LANGUAGES)
def test_frequencies_can_be_read(incidents, language, sheet):
    check_legible(draw_ensemble("per-year", incidents, Look(language, sheet)))


def test_frequencies_are_drawn_as_they_are_told(incidents):
    """
    1e-3 a year times the share of the runs with more; any escape at the left edge, none beyond the last volume.
    """
    axes, = draw_ensemble("per-year", incidents, Look()).axes
    line, = axes.lines
    rows = incidents.tables["per-year.csv"].rows
    curve = incidents.curves[0]

    assert np.array(line.get_xdata())[1:-1] == pytest.approx([row[1] for row in rows[1:]])
    assert np.array(line.get_ydata())[:-2] == pytest.approx([row[2] for row in rows[:-1]])
    assert line.get_ydata()[0] == pytest.approx(1e-3 * curve.more[0] / 400)
    assert line.get_ydata()[-1] < axes.get_ylim()[0]
    assert (axes.get_xscale(), axes.get_yscale()) == ("log", "log")


def test_frequencies_are_drawn_only_where_they_are_known(incidents, corner):
    assert figures_of(incidents)[:2] == ("exceedance", "per-year")
    assert "per-year" not in figures_of(corner)


@kept("per-year-zh")
def test_frequencies_look_as_before(incidents):
    return draw_ensemble("per-year", incidents, Look("zh"))


@kept("exceedance-zh")
def test_exceedance_looks_as_before(ways):
    return draw_ensemble("exceedance", ways, Look("zh"))


@kept("fan-en")
def test_fan_looks_as_before(ways):
    return draw_ensemble("fan", ways, Look())


@kept("causes-en")
def test_causes_look_as_before(ways):
    return draw_ensemble("causes", ways, Look())


@kept("discovery-zh")
def test_discovery_looks_as_before(corner):
    return draw_ensemble("discovery", corner, Look("zh"))

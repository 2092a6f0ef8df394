"""The tiers over time."""

from dataclasses import replace

import numpy as np
import pytest

from sim.check import Verdict, phases
from sim.report.figures.frame import Look
from sim.report.figures.hydrographs import draw_hydrographs, hydrographs_table, tightest_first
from sim.report.figures.stack import draw_stack, stack_table
from sim.report.figures.style import Sheet
from sim.units import SECONDS_AN_HOUR
from sim.words import LANGUAGES
from tests.report.figures.looks import check_legible, kept, texts


@pytest.mark.parametrize("draw", [draw_stack, draw_hydrographs])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sheet", Sheet)
def test_every_scenario_can_be_read(results, draw, language, sheet):
    for result in results.values():
        check_legible(draw(result, Look(language=language, sheet=sheet)))


def test_the_highest_row_of_a_tier_is_its_peak(results):
    """
    What all reached storages held together at most is the largest sum over origins among its rows; the verdict's peak
    is that where all of them count.
    """
    for result in results.values():
        rows = stack_table(result).rows
        for tier in result.verdict.tiers:
            totals = [sum(row[2:7]) for row in rows if row[0] == tier.tier]
            whole = result.record.tiers.peak_m3[result.record.tiers.ids.index(tier.tier)]
            assert max(totals) == pytest.approx(whole, rel=1e-9, abs=1e-6)
            assert tier.peak_m3 == whole or not all(each.counts for each in tier.reached)


def test_the_band_grows_only_worse(results):
    """
    The park boundary is reached at T+3.4 h, breached at T+4.8 h: three stretches to the end at 72 h without a gap.
    """
    result = results["boundary-breach"]
    tier = result.verdict.tiers[2]
    parts = phases(result.park, tier, 72 * SECONDS_AN_HOUR)

    assert [each.verdict for each in parts] == [Verdict.UNTOUCHED, Verdict.HELD, Verdict.BREACHED]
    assert [each.until_s for each in parts][:-1] == [each.since_s for each in parts][1:]
    assert (parts[0].since_s, parts[-1].until_s) == (0, 72 * SECONDS_AN_HOUR)
    assert parts[2].since_s == tier.first_escape.first_s


def test_the_row_of_the_first_escape_says_that_it_escaped(results):
    """
    The boundary's first escape is at 4 h 49 min 47 s and a bit; its row of that time is the first that is breached.
    """
    result = results["boundary-breach"]
    tier = result.verdict.tiers[2]
    breached = [row[1] for row in stack_table(result).rows if row[0] == tier.tier and row[-1] == "breached"]

    assert breached[0] == pytest.approx(tier.first_escape.first_s, abs=1e-6)


def test_the_table_of_storages_ends_with_the_record(results):
    """
    The last row of each storage is what the record says of the end, and its highest the peak.
    """
    result = results["late-wall"]
    rows = hydrographs_table(result).rows
    ids = result.record.storages.ids

    for margin in tightest_first(result):
        own = [row for row in rows if row[0] == margin.storage]
        final = result.record.storages.final[ids.index(margin.storage)]
        assert np.allclose(own[-1][2:8], final, atol=1e-6)
        assert max(row[8] for row in own) == pytest.approx(margin.peak_m3, abs=1e-6)


@pytest.mark.parametrize(("draw", "table"), [(draw_stack, stack_table), (draw_hydrographs, hydrographs_table)])
def test_a_run_without_trace_says_so(results, draw, table):
    whole = results["boundary-breach"]
    result = replace(whole, record=replace(whole.record, trace=None))
    figure = draw(result)

    check_legible(figure)
    assert any("The run kept no trace" in words for words, _ in texts(figure))
    assert table(result).rows == []


@kept("stack-en")
def test_stack_looks_as_before_en(results):
    return draw_stack(results["boundary-breach"])


@kept("stack-zh")
def test_stack_looks_as_before_zh(results):
    return draw_stack(results["late-wall"], Look(language="zh", sheet=Sheet.SCREEN))


@kept("hydrographs-en")
def test_hydrographs_look_as_before_en(results):
    return draw_hydrographs(results["boundary-breach"])


@kept("hydrographs-zh")
def test_hydrographs_look_as_before_zh(results):
    return draw_hydrographs(results["late-wall"], Look(language="zh", sheet=Sheet.SCREEN))

"""Crews and what they do."""

import pytest

from sim.report.figures.frame import Look
from sim.report.figures.gantt import dark, draw_gantt, gantt_table
from sim.report.figures.style import BREACHED
from tests.report.figures.looks import texts


def test_outfall_18_waits_for_the_team_at_the_well(results):
    """
    Ordered at 600 s while the only team is at the well of area B, there at 2,640 s, done at 3,300 s.
    """
    result = results["night-shift"]
    (row,) = [each for each in gantt_table(result).rows if each[0] == "outfall-18-shut"]
    by_subject = {(each.what, each.subject): each.at_s for each in result.events}

    assert row[1:4] == ["park-duty", "outfall-18", 600]
    assert row[4] == by_subject["done", "well-b-check"]
    assert row[5:] == [by_subject["begins", "outfall-18-shut"], 3300, "done"]


def test_bars_are_as_long_as_what_they_show(results):
    """
    Every job that was begun has a bar from then to its end.
    """
    result = results["night-shift"]
    (axes,) = draw_gantt(result).axes
    bars = [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in axes.patches]

    for *_, begun_s, ended_s, _ in gantt_table(result).rows:
        assert any(bar == pytest.approx((begun_s, ended_s)) for bar in bars)


def test_what_failed_is_marked(results):
    """
    The rain valve and outfall 19 are stuck: two crosses.
    """
    (axes,) = draw_gantt(results["night-shift"]).axes
    crosses = [each for each in axes.lines if each.get_marker() == "x"]

    assert [each.get_xdata()[0] for each in crosses] == [420, 6600]
    assert {each.get_color() for each in crosses} == {BREACHED}


def test_the_loss_of_power_is_a_band(results):
    """
    Cables burn through at T+4 min, and hold 10 h: 240 s to 36,240 s.
    """
    assert dark(results["power-loss"]) == [(240, 36_240)]
    assert dark(results["night-shift"]) == []


@pytest.mark.parametrize(("language", "heading"), [("en", "By the script, without crews"),
                                                   ("zh", "按脚本执行（不占用队伍）")])  # fmt: skip
def test_a_scenario_without_people_shows_its_script(results, language, heading):
    result = results["tank-fire"]
    words = [each for each, _ in texts(draw_gantt(result, Look(language)))]

    assert heading in words
    assert {row[0] for row in gantt_table(result).rows} == {each.id for each in result.scenario.actions}

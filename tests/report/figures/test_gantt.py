"""Crews and what they do."""

from dataclasses import replace

import pytest
from matplotlib.colors import to_rgb

from sim.record.job import GOING, Job, jobs
from sim.report.figures.frame import Look
from sim.report.figures.gantt import STYLES, dark, draw_gantt, gantt_table, teams
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
    assert row[5:8] == [by_subject["begins", "outfall-18-shut"], 3300, "done"]


def test_bars_are_as_long_as_what_they_show(results):
    """
    Every job that was begun has a bar from then to its end.
    """
    result = results["night-shift"]
    (axes,) = draw_gantt(result).axes
    bars = [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in axes.patches]

    for begun_s, ended_s in (row[5:7] for row in gantt_table(result).rows):
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


def job(id, team, leaves_s, ended_s, crew="duty"):
    return Job(id, id, 0.0, crew, team, leaves_s, (), leaves_s, ended_s, "done")


def test_each_job_stands_with_the_team_that_went():
    """
    Two go at once and are back at 10 and 20; at 15 the first goes again, though both would have been free by 20.
    """
    one, two, three = job("a", 2, 0, 10), job("b", 1, 0, 20), job("c", 2, 15, 30)

    assert teams([three, one, two]) == {"duty": {"2": [one, three], "1": [two]}}


def test_no_crew_has_more_teams_at_work_than_it_has(results):
    for result in results.values():
        own = [each for each in jobs(result.events, result.record.horizon_s) if each.sheet and each.team]
        for crew, lanes in teams(own).items():
            if crew:
                assert len(lanes) <= result.park.crews[crew].most_teams


def test_both_valves_are_turned_by_hand_by_a_team_each(results):
    table = gantt_table(results["power-loss"])
    place = table.header.index("team")
    found = {row[0]: row[place] for row in table.rows if row[0].endswith("by-hand")}

    assert sorted(found.values()) == [1, 2]


def test_a_job_says_what_equipment_it_takes(results):
    words = [each.replace("\n", " ") for each, _ in texts(draw_gantt(results["night-shift"]))]
    (row,) = [each for each in gantt_table(results["night-shift"]).rows if each[0] == "outfall-19-plug"]

    assert "Outfall 19: plug (Inflatable pipe plug)" in words
    assert row[9] == "plug"


def test_what_is_still_going_at_the_end_does_not_look_done(results):
    """
    The night shift ended after 5,000 s: gate 2 is being shut since 3,900 s, and nobody has gone to gate 3.
    """
    result = results["night-shift"]
    entries = tuple(each for each in result.record.events if each.at_s <= 5000)
    cut = replace(result, record=replace(result.record, events=entries, horizon_s=5000.0))
    (row,) = [each for each in gantt_table(cut).rows if each[0] == "gate-2-shut"]
    (axes,) = draw_gantt(cut).axes
    bars = [bar for bar in axes.patches if bar.get_x() == 3900 and bar.get_x() + bar.get_width() == 5000]

    assert row[5:8] == [3900, 5000, GOING]
    assert [bar.get_facecolor()[:3] for bar in bars] == [to_rgb(STYLES[GOING]["facecolor"])]
    assert [bar.get_hatch() for bar in bars] == [STYLES[GOING]["hatch"]]


def test_the_water_s_own_moments_stand_above(results):
    words = [each for each, _ in texts(draw_gantt(results["boundary-breach"]))]

    assert "Accident pool of F-001 full T+3 h 26 min" in words
    assert "Park boundary: first escape T+4 h 50 min" in words


def test_actions_of_the_script_are_told_apart_by_tier(results):
    words = [each.replace("\n", " ") for each, _ in texts(draw_gantt(results["boundary-breach"]))]

    assert {"Plant", "Public facilities", "Park boundary"} <= set(words)

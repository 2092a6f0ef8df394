"""Time to act against time to fill."""

from dataclasses import replace
from math import nan

import pytest

from sim.report.figures.race import draw_race, race_table
from sim.report.numbers import span
from sim.study import deadlines
from tests.report.figures.looks import texts

NAMES = ("late-wall", "night-shift", "power-loss")


@pytest.fixture(scope="module")
def deadlines_of(results):
    return {name: deadlines(results[name].park, results[name].scenario) for name in NAMES}


def said(figure):
    return [words for words, _ in texts(figure)]


@pytest.mark.parametrize("name", NAMES)
def test_the_table_has_every_action_that_a_tier_hangs_on(results, deadlines_of, name):
    needed = [each for each in deadlines_of[name] if each.needed]
    rows = race_table(results[name], deadlines_of[name]).rows

    assert [(row[0], row[1]) for row in rows] == [(each.action, each.tier) for each in needed]
    for row, each in zip(rows, needed, strict=True):
        assert row[-1] == pytest.approx(each.latest_s - each.done_s, nan_ok=True)


def test_the_valve_by_hand_is_in_time_and_the_bund_valve_late(results, deadlines_of):
    """
    Done at 5,700 s, latest 10,434 s: 4,734 s or 1 h 19 min to spare. Done at 28,487 s, latest 24,417 s: 1 h 8 min late.
    """
    words = said(draw_race(results["power-loss"], deadlines_of["power-loss"]))

    assert "1 h 19 min to spare" in words
    assert "1 h 8 min late" in words


def test_what_was_done_too_early_is_not_in_time(results, deadlines_of):
    """
    Outfall 67 is shut at T+38 min and opened again at T+24 h 30 min. Only shut after that would it hold: it is
    23 h 52 min too early, and has not 119 h to spare.
    """
    found = [each for each in deadlines_of["late-wall"] if each.action == "outfall-67-shut"]
    assert all(each.too_early for each in found if each.needed)

    words = said(draw_race(results["late-wall"], deadlines_of["late-wall"]))
    assert "23 h 52 min too early" in words
    assert not any("119 h" in each for each in words)


def test_a_bar_reaches_from_the_end_to_the_deadline(results, deadlines_of):
    """
    The first row of the night shift: begun to done, then the time to spare or lacking.
    """
    each = next(each for each in deadlines_of["night-shift"] if each.needed)
    (axes,) = draw_race(results["night-shift"], deadlines_of["night-shift"]).axes
    edges = sorted((each.done_s, each.latest_s))
    bars = [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in axes.patches]

    assert any(bar == pytest.approx(edges) for bar in bars)
    assert any(line.get_xdata()[0] == each.latest_s for line in axes.lines)


def test_a_section_fills_in_its_time(results, deadlines_of):
    """
    Section 5 is shut at 445,500 s and would be full at 497,201 s: 14 h 22 min.
    """
    race = next(each for each in results["late-wall"].sections.found if each.storage == "river-5")
    words = said(draw_race(results["late-wall"], deadlines_of["late-wall"]))

    assert f"full in {span(race.fill_s)}" in words
    assert span(race.fill_s) == "14 h 22 min"


def test_what_was_never_done_is_said(results, deadlines_of):
    found = [replace(each, done_s=nan) for each in deadlines_of["night-shift"]]

    assert "never done" in said(draw_race(results["night-shift"], found))


def test_a_run_on_which_nothing_hangs_says_so(results):
    words = said(draw_race(results["storm-relief"], []))

    assert "No single action's time changes any tier's verdict, and no shut section fills." in words

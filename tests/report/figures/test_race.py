"""Time to act against time to fill."""

from dataclasses import replace
from math import nan

import pytest

from sim.report.figures.race import draw_race, filling, race_table
from sim.report.numbers import span
from tests import shipped
from tests.report.figures.looks import texts

NAMES = ("late-wall", "night-shift", "power-loss")


@pytest.fixture(scope="module")
def deadlines_of(results):
    return {name: shipped.deadlines_of(name) for name in NAMES}


def said(figure):
    return [words for words, _ in texts(figure)]


@pytest.mark.parametrize("name", NAMES)
def test_the_table_has_every_action_that_a_tier_hangs_on(results, deadlines_of, name):
    needed = [each for each in deadlines_of[name] if each.needed]
    rows = [row for row in race_table(results[name], deadlines_of[name]).rows if row[0]]

    assert [(row[0], row[1]) for row in rows] == [(each.action, each.tier) for each in needed]
    for row, each in zip(rows, needed, strict=True):
        early_s = each.done_s - each.earliest_s
        assert row[-1] == pytest.approx(early_s if early_s < 0 else each.latest_s - each.done_s, nan_ok=True)


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
    assert not any("119 h" in each and "spare" in each for each in words)
    assert any("later would be better" in each.replace("\n", " ") for each in words)


def test_a_bar_reaches_from_the_end_to_the_deadline(results, deadlines_of):
    """
    The first row of the night shift: begun to done, then the time to spare or lacking.
    """
    each = min((each for each in deadlines_of["night-shift"] if each.needed), key=lambda each: each.margin_s)
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

    assert any("No single action's time changes any tier's verdict." in each for each in words)


def test_actions_come_by_time_to_spare(results, deadlines_of):
    """
    Of the late wall: what decides, 1 h 5 min late; 23 h 52 min late, 23 h 52 min too early; then the storages.
    """
    words = said(draw_race(results["late-wall"], deadlines_of["late-wall"]))
    spare = [each for each in words if "min late" in each or "too early" in each or "min to spare" in each]

    assert spare[0] == "1 h 5 min late"
    assert set(spare[1:3]) == {"23 h 52 min late", "23 h 52 min too early"}
    assert words.index("1 h 5 min late") < words.index("full in 14 h 22 min")


def test_a_stretch_that_is_not_the_last_has_a_star(results, deadlines_of):
    """
    Outfall 67 may be opened before, or once more after the wall has broken.
    """
    words = " ".join(said(draw_race(results["late-wall"], deadlines_of["late-wall"])))

    assert "Outfall 67: open *" in words
    assert "Outfall 67: shut *" not in words


def test_storages_that_decide_fill_beside_the_actions(results):
    """
    Of the boundary breach: the pool that overflows first, shut section 5, and each tier's tightest.
    """
    result = results["boundary-breach"]
    found = {each.storage: each for each in filling(result)}
    (axes,) = draw_race(result, []).axes
    bars = [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in axes.patches]

    assert list(found) == ["f-001-pool", "river-5", "rain-67", "river-7"]
    assert [each.tightest.storage in found for each in result.verdict.tiers] == [True] * 3
    assert bars[0] == pytest.approx((0, 12_387.4), abs=0.1)
    assert [row[2] for row in race_table(result, []).rows] == list(found)


def test_what_is_late_comes_before_what_was_in_time(results, deadlines_of):
    """
    The bund valve has the later deadline and was late.
    """
    words = said(draw_race(results["power-loss"], deadlines_of["power-loss"]))

    assert words.index("1 h 8 min late") < words.index("1 h 19 min to spare")

"""The numbers that a scenario names to be moved on the board."""

from pathlib import Path
from shutil import copy

import pytest

from sim.board import Board, State
from sim.board.plain import scenario_data
from sim.errors import Problems
from sim.load import load_case

SMALL = Path(__file__).parent


def scenario(folder, board, more=""):
    """The bund with sliders of its own."""
    copy(SMALL / "bund-park.yaml", folder)
    text = (SMALL / "bund.yaml").read_text(encoding="utf-8")
    path = folder / "bund.yaml"
    path.write_text(f"{text}{more}board:\n{board}", encoding="utf-8")
    return str(path)


def test_a_scenario_names_its_sliders(tmp_path):
    """
    In its order, over its ranges, which reach what the file says (3 min of 0 to 1 min); its other numbers have none.
    The drain is open for 2 min + 1 min and passes 2 m3/min: 6 m3 escape.
    """
    path = scenario(tmp_path, "  sliders:\n    - {number: actions.shut-drain.after, from: 0 min, to: 1 min}\n"
                              "    - releases.spill.volume\n")  # fmt: skip
    board = Board([path])
    knobs = board.prepared(path).chosen.knobs
    assert [(each.path, each.low, each.high, each.unit) for each in knobs] == [
        ("actions.shut-drain.after", 0, 3, "min"), ("releases.spill.volume", 0, 300, "m3")]
    answer = board.answer(State(path, "", (("actions.shut-drain.after", "1 min"),)))
    assert answer.result.verdict.tiers[0].escaped_m3 == pytest.approx(6.0)


def test_everything_that_is_wrong_with_sliders_is_said(tmp_path):
    path = scenario(tmp_path, """  sliders:
    - releases.spil.volume
    - {number: releases.spill.volume, from: 10 min, to: 20 m3}
    - {number: releases.spill.over, from: 20 min, to: 10 min}
    - {number: park.storages.bund.capacity, from: 1 m3}
    - actions.shut-drain.text
    - releases.spill.volume
""")
    with pytest.raises(Problems) as wrong:
        load_case(path)
    assert [each.partition("bund.yaml:")[2] for each in str(wrong.value).splitlines()[1:]] == [
        "16:7: board.sliders[0]: a release named 'spil' is not there; did you mean 'spill'?",
        "17:16: board.sliders[1]: 10 min is a time; a volume is wanted here, such as 500 m3",
        "18:16: board.sliders[2]: from: 20 min is not less than to: 10 min; write the lesser one first",
        "19:45: board.sliders[3]: from needs to beside it; write to: with a value such as 500 m3",
        "20:7: board.sliders[4]: no number stands here; name one, such as a volume, a time or a share",
        "21:7: board.sliders[5]: it is moved by a slider above already; leave one of them out",
    ]


def test_a_slider_of_a_number_that_goes_with_a_pick_is_left_out_there(tmp_path):
    """
    The pick has no action, so nothing of it can be moved; with a path on the command line the rest stays, too.
    """
    more = "  gone: {actions: {}}\n"
    path = scenario(tmp_path, "  sliders: [actions.shut-drain.after, releases.spill.volume]\n", more)
    assert [each.path for each in load_case(path, "gone").scenario.sliders] == ["releases.spill.volume"]


def test_what_the_board_shows_is_no_part_of_what_is_played(tmp_path):
    """
    Two scenarios that differ in their sliders alone have one hash, so a result of either is of the other, too.
    """
    (tmp_path / "a").mkdir(), (tmp_path / "b").mkdir()
    one = scenario(tmp_path / "a", "  sliders: [releases.spill.volume]\n")
    other = scenario(tmp_path / "b", "  sliders: [releases.spill.over]\n")
    assert load_case(one).inputs_hash == load_case(other).inputs_hash


def test_what_is_not_written_is_moved_from_what_holds(tmp_path):
    """
    A drain that cannot be shut lets all 100 m3 out, 2 m3 each minute of the 50 it takes; from 59 min on, the last
    minute of the run, that is as good as none, and 10 m3 escape. That it is set is told as `--set` would.
    """
    path = scenario(tmp_path, "  sliders: [faults.stands.from]\n", "faults:\n  stands: {refuses: drain}\n")
    board = Board([path])
    knob, = scenario_data(board, board.prepared(path), State(path))["knobs"]
    assert (knob["text"], knob["own"], knob["unit"], knob["off"]) == ("0 s", 0, "min", 59)
    assert board.answer(State(path)).result.verdict.tiers[0].escaped_m3 == pytest.approx(100.0)

    sets = (("faults.stands.from", "59 min"),)
    answer = board.answer(State(path, "", sets)).result
    assert answer.verdict.tiers[0].escaped_m3 == pytest.approx(10.0)
    assert answer.scenario.provenance == load_case(path, sets=["faults.stands.from=59 min"]).scenario.provenance

"""What the board answers, against sums by hand and against what the same command prints."""

import json
from pathlib import Path

import numpy as np
import pytest

from sim.board import Board, State
from sim.board.board import Prepared
from sim.board.grid import POINTS
from sim.board.knob import knob_of
from sim.board.plain import answer_data, scenario_data
from sim.check import assumed
from sim.cli import main
from sim.errors import InputError, Problems
from sim.load.loading import Asked
from sim.load.sweepables import Sweepables
from sim.record.course import Course
from sim.result.summary import json_text, summary

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BUND = str(HERE / "bund.yaml")
SHIPPED = ("tank-fire", "night-shift", "storm-relief")


@pytest.fixture(scope="module")
def bund():
    return Prepared(BUND)


def answered(prepared, **sets):
    return prepared.answer(State(BUND, "", tuple((path.replace("__", "."), text) for path, text in sets.items())))


def test_it_answers_as_the_file_is_written(bund):
    """
    2 m3/min for 5 min: 10 m3 escape of the 100 m3, the rest stays in the bund of 120 m3.
    """
    plant, = answered(bund).result.verdict.tiers

    assert plant.word == "breached"
    assert plant.escaped_m3 == pytest.approx(10, abs=1e-6)
    assert plant.tightest.peak_m3 == pytest.approx(90, abs=1e-6)


def test_a_value_that_is_moved_counts(bund):
    """
    The valve shut at once, at 0 min after 0 min: all 100 m3 stay, 20 m3 are left. Of 150 m3 then 30 m3 run over.
    """
    at_once = {"actions__shut-drain__at": "0 min", "actions__shut-drain__after": "0 min"}
    held, = answered(bund, **at_once).result.verdict.tiers
    more, = answered(bund, **at_once, releases__spill__volume="150 m3").result.verdict.tiers

    assert (held.word, held.margin_m3) == ("held", pytest.approx(20, abs=1e-6))
    assert (more.word, more.escaped_m3) == ("breached", pytest.approx(30, abs=1e-6))


def test_what_decides_may_be_moved(bund):
    """
    Each of the three numbers of the file changes what escapes; the spill from 0 to 300 m3, times up to an hour.
    """
    found = {knob.path: (knob.text, knob.low, knob.high, knob.unit, knob.turns) for knob in bund.chosen.knobs}

    assert found == {
        "releases.spill.volume": ("100 m3", 0, 300, "m3", True),
        "actions.shut-drain.at": ("2 min", 0, 60, "min", False),
        "actions.shut-drain.after": ("3 min", 0, 60, "min", False),
    }


def test_what_changes_nothing_is_left_out(tmp_path):
    """
    0.6 m3 of fire water in a pit of 500 m3 beside change nothing of what escapes, nor do 1.8: both numbers are idle.
    """
    text = Path(BUND).read_text(encoding="utf-8").replace("bund-park", str(HERE / "bund-park"))
    beside = tmp_path / "beside.yaml"
    beside.write_text(text + "fires:\n  pit: {into: pit, at: 1 min, water: 1 L/s, lasts: 10 min}\n", encoding="utf-8")
    chosen = Prepared(str(beside)).chosen

    assert [knob.path for knob in chosen.knobs if knob.path.startswith("fires")] == []
    assert (chosen.idle, chosen.beside) == (2, 0)


@pytest.mark.parametrize("name", SHIPPED)
def test_it_says_what_the_command_says(name, tmp_path, capsys, monkeypatch):
    """
    Every slider at four tenths of its way, each alone and all together: the same to the last bit as `run --json`.
    """
    monkeypatch.chdir(ROOT)
    scenario = f"scenarios/changshou-{name}.yaml"
    prepared = Prepared(scenario)
    moved = [(knob.path, knob.written(round(0.6 * knob.low + 0.4 * knob.high))) for knob in prepared.chosen.knobs]
    assert len(moved) >= 8

    for sets in ((), tuple(moved[:1]), tuple(moved)):
        state = State(scenario, "", sets)
        assert state == State.of_command(state.command("three-tier"))
        flags = [word for each in state.flags for word in ("--set", each)]
        assert main(["run", scenario, *flags, "--json", "--out", str(tmp_path)]) == 0
        assert json_text(summary(prepared.answer(state).result)) == capsys.readouterr().out


def test_it_says_what_the_command_says_of_a_variant(tmp_path, capsys):
    """
    5 m3/min for 5 min: 25 m3 escape. The spill is measured in the file, and assumed once it is set.
    """
    state = State(BUND, "wide", (("releases.spill.volume", "80 m3"),))
    answer = Board([BUND]).answer(state)

    assert main(["run", BUND, "--pick", "wide", "--set", state.flags[0], "--json", "--out", str(tmp_path)]) == 0
    assert json_text(summary(answer.result)) == capsys.readouterr().out
    assert answer.result.verdict.tiers[0].escaped_m3 == pytest.approx(25, abs=1e-6)


def test_the_grid_is_the_trace(bund):
    """
    At each of its times the volume of the trace; it fills by 8 m3/min up to T+5 min, then by 10.
    """
    answer = answered(bund)
    filling, = answer.grid.fillings
    data = answer_data(answer)["grid"]
    exact = Course(answer.result.record).volume_m3("bund", answer.grid.at_s)

    assert len(data["at_s"]) == POINTS
    assert np.abs(np.array(data["storages"][0]["volume_m3"]) - exact).max() <= 1e-6
    by_hand = np.interp(answer.grid.at_s, [0, 300, 600, 3600], [0, 40, 90, 90])
    assert np.abs(answer.grid.volume_m3("bund") - by_hand).max() < 1e-6
    assert (filling.usable_m3, filling.peak_m3) == (120, pytest.approx(90))


def test_all_that_is_wrong_is_said_at_once(bund):
    """
    A volume without unit, a time that is a volume, a path without slider; nothing is played.
    """
    with pytest.raises(Problems) as found:
        answered(bund, releases__spill__volume="80", **{"actions__shut-drain__at": "3 m3", "horizon": "2 h"})

    volume, time, horizon = map(str, found.value.messages)
    assert volume.startswith("--set releases.spill.volume=80: 80 has no unit")
    assert time.startswith("--set actions.shut-drain.at=3 m3: ")
    assert horizon.startswith("--set horizon=2 h: the board has no slider for it; there are releases.spill.volume")


def test_a_wrong_value_leaves_no_trace(bund):
    """
    After a value that the reader refuses, 1e13 m3, the next answer is as before.
    """
    before = summary(answered(bund).result)
    with pytest.raises(Problems):
        answered(bund, releases__spill__volume="1e13 m3")

    assert summary(answered(bund).result) == before


def test_only_its_own_scenarios_are_read():
    """
    A board of one scenario reads no other file, however it is named.
    """
    with pytest.raises(InputError, match="no scenario of this board"):
        Board([BUND]).answer(State(str(HERE / "../board/bund.yaml")))


def test_plain_data_holds_nothing_that_json_lacks(bund):
    """
    An untouched tier has no margin: null, and not NaN, which no browser reads.
    """
    untouched = bund.answer(State(BUND, "", (("releases.spill.volume", "0 m3"),)))
    for data in (answer_data(untouched), scenario_data(Board([BUND]), bund, State(BUND))):
        assert json.loads(json.dumps(data, allow_nan=False)) == data


def test_assumed_numbers_are_counted_as_everywhere(bund):
    """
    On the water's way as `assumed` counts them in a run of the same command; a number that is set is assumed.
    """
    prepared = Prepared(str(ROOT / "scenarios/changshou-tank-fire.yaml"))
    path = "park.storages.a-001-pool.initial.rain"
    for sets in ((), ((path, "900 m3"),)):
        answer = prepared.answer(State("", "", sets))
        result = answer.result
        assert answer.met == len(assumed(result.park, result.scenario, result.record).met)


@pytest.mark.parametrize(("path", "unit", "low", "high"), [
    ("releases.rupture.volume", "m3", 0, 9000),
    ("fires.monitors.lasts", "h", 0.6, 18),
    ("actions.open-bund-valve.after", "min", 0, 60),
    ("park.links.a-001-rain-valve.capacity", "m3/s", 0.2, 6),
])  # fmt: skip
def test_a_number_is_moved_in_the_unit_of_the_file(path, unit, low, high):
    """
    Up to three times what the file says, times to an hour at least; down to nothing, or to a tenth where that is
    impossible: a fire that lasts no time is none.
    """
    knob = knob_of(Sweepables(str(ROOT / "scenarios/changshou-tank-fire.yaml"), Asked()).at(path))

    assert (knob.unit, knob.low, knob.high) == (unit, pytest.approx(low), pytest.approx(high))
    assert knob.read(knob.text) == knob.own.number

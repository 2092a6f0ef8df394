"""Numbers that are drawn from a table of what was seen, held against the table.

`seen.csv` has 4, 5, 6, 9 and 21 min, and one row without a time.
"""

from pathlib import Path

import numpy as np
import pytest

from sim.board.knob import knob_of
from sim.cli import main
from sim.ensemble import Sampling, Start
from sim.ensemble.player import Player
from sim.errors import Problems
from sim.load import load_case
from sim.load.loading import Asked
from sim.load.sweepables import Sweepables

TIMES_S = [240, 300, 360, 540, 1260]
SCENARIO = """
park: park.yaml
horizon: 1 h
correlated: {slow: 0.9}
releases:
  spill: {into: bund, at: 0 min, volume: 50 m3, over: {data: seen.csv, column: response time}}
overrides:
  both: {releases.spill: {into: bund, at: {data: seen.csv, column: response time, with: slow}, volume: 50 m3,
                          over: {data: seen.csv, column: response time, with: slow}}}
  pool: {park.storages.bund.capacity: {data: rooms.csv, column: 容积}}
"""


@pytest.fixture
def scenario(tmp_path, monkeypatch):
    """A scenario beside its park and its tables."""
    here = Path(__file__).parent
    for name in ("park.yaml", "seen.csv"):
        (tmp_path / name).write_bytes((here / name).read_bytes())
    rooms = "某园区实测\n名称;容积（m3）\na;100\nb;120\nc;130\nd;140\ne;150\n"
    (tmp_path / "rooms.csv").write_bytes(rooms.encode("gb18030"))
    file = tmp_path / "s.yaml"
    file.write_text(SCENARIO, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return "s.yaml"


def over(text):
    return f"releases.spill.over={text}"


def test_draws_are_what_was_seen_each_as_often_as_another(scenario):
    """Of 1,000 draws of a Latin hypercube 200 are each of the five times; the middle one is the third."""
    player = Player(Start(scenario, 1, Sampling.LHS, 1000))
    values, counts = np.unique([each for each, in player.numbers(0, 1000)], return_counts=True)

    assert values.tolist() == TIMES_S
    assert counts.tolist() == [200] * 5
    assert player.uncertain[0].spread.median == 360
    assert player.uncertain[0].text == "data of 5 values, 4 min to 21 min"
    assert player.uncertain[0].source == "seen.csv, response time"


def test_the_resolved_copy_has_the_values_and_loads_to_the_same(scenario, tmp_path):
    case = load_case(scenario)
    for name, text in case.resolved.items():
        (tmp_path / "copy").mkdir(exist_ok=True)
        (tmp_path / "copy" / name).write_text(text, encoding="utf-8")

    again = load_case(tmp_path / "copy" / "scenario.yaml")
    assert again.inputs_hash == case.inputs_hash
    assert again.scenario.uncertain == case.scenario.uncertain


def test_other_data_are_other_inputs(scenario, tmp_path):
    before = load_case(scenario).inputs_hash
    (tmp_path / "seen.csv").write_text("response time [min]\n4\n5\n6\n9\n22\n", encoding="utf-8")

    assert load_case(scenario).inputs_hash != before


def test_data_move_together_with_others(scenario):
    """
    Both come from the same five times, each as often as in the table. Five steps for ranks blur a rank correlation of
    0.9 a little: cutting two normal scores of r = 2 sin(0.9 pi / 6) = 0.908 into fifths leaves some 0.86.
    """
    numbers = np.array(Player(Start(scenario, 1, Sampling.LHS, 2000, "both")).numbers(0, 2000))
    ranks = np.searchsorted(TIMES_S, numbers)

    assert 0.84 < np.corrcoef(ranks, rowvar=False)[0, 1] < 0.88
    assert np.bincount(ranks.ravel()).tolist() == [800] * 5


def test_a_chinese_table_of_the_park_is_read_from_an_override(scenario):
    """GB18030, semicolons, a title above the heads: 100 to 150 m3."""
    player = Player(Start(scenario, 1, pick="pool"))

    assert player.paths == ("park.storages.bund.capacity", "releases.spill.over")
    assert player.uncertain[0].spread.values == (100, 120, 130, 140, 150)


def test_an_empty_row_is_told(scenario, capsys, tmp_path):
    main(["run", scenario, "--out", str(tmp_path / "out")])

    assert "rows with nothing under response time [min]: 1 of 6" in " ".join(capsys.readouterr().out.split())


def test_the_board_moves_it_between_what_was_seen(scenario):
    knob = knob_of(Sweepables(scenario, Asked()).at("releases.spill.over"))

    assert knob.ends == (240, 1260)


def test_a_count_may_be_drawn_from_data(scenario):
    """Teams of a crew are whole."""
    crew = "park.crews.duty={name: D, teams: {data: [1, 1, 2, 2, 4]}}"
    player = Player(Start(scenario, 1, sets=(crew,)))

    teams = player.uncertain[0]
    assert (teams.path, teams.written(teams.spread.at(0.9))) == ("crews.duty.teams", "4")


@pytest.mark.parametrize(("table", "more", "said"), [
    ("t [min]\n1\n2\n3\n4\n5\n", "column: nix", ["no column of t.csv is named 'nix'; there are t"]),
    ("t [min]\n1\n2\n3\n4\n", "column: t", ["4 values say too little of how it is spread"]),
    ("t\n1\n2\n3\n4\n5\n", "column: t", ["t.csv:2:1", "has no unit", "so are all 5 values"]),
    ("t [min]\n1\n2\n3\n4\n5\n", "column: t, unit: s", ["the unit min already"]),
    ("t [min]\n1\n-2\n3\n4\nx\n", "column: t", ["t.csv:3:1", "must be more than 0", "t.csv:6:1", "'x' is not a time"]),
    ("t [min]\n7\n7\n7\n7\n7\n", "column: t", ["all 5 values are 7 min"]),
    ("t [m3]\n1\n2\n3\n4\n5\n", "column: t", ["t.csv:2:1", "so are all 5 values"]),
    ("t [min]\n1\n2\n3\n4\n5\n", "with: a", ["which column of t.csv it is, nobody says"]),
])  # fmt: skip
def test_what_is_wrong_with_data_is_said(table, more, said, scenario, tmp_path):
    (tmp_path / "t.csv").write_text(table, encoding="utf-8")
    with pytest.raises(Problems) as caught:
        load_case(scenario, sets=[over(f"{{data: t.csv, {more}}}")])

    assert all(each in str(caught.value) for each in said), caught.value


def test_a_unit_may_stand_beside_the_column(scenario, tmp_path):
    (tmp_path / "t.csv").write_text("t\n1\n2\n3\n4\n5\n", encoding="utf-8")
    case = load_case(scenario, sets=[over("{data: t.csv, column: t, unit: min}")])

    assert case.scenario.uncertain[0].spread.values == (60, 120, 180, 240, 300)


def test_a_table_that_is_not_there_is_told(scenario):
    with pytest.raises(Problems, match=r"there is no file seem\.csv; did you mean 'seen\.csv'"):
        load_case(scenario, sets=[over("{data: seem.csv, column: t}")])

"""`map`: what it writes, where, and what it refuses."""

import csv
import json

import pytest

from sim.cli import main


def folder(place):
    (found,) = place.glob("results/spill-*")
    return found


def test_a_scenario_is_drawn_into_its_results_folder(place, capsys):
    """200 m3 of 800 m3 went over into the pool; at 500 s the bund is full with 600 m3."""
    assert main(["map", "scenarios/spill.yaml", "--at", "500 s"]) == 0

    figures = folder(place) / "figures"
    names = ["map-8min20s.csv", "map-8min20s.png", "map-8min20s.svg"]
    assert sorted(path.name for path in figures.iterdir()) == names
    assert len(capsys.readouterr().out.splitlines()) == 3
    with (figures / names[0]).open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    assert float(rows["bund"]["volume [m3]"]) == pytest.approx(600)
    assert float(rows["pool"]["volume [m3]"]) == pytest.approx(200)


def test_a_result_is_drawn_again(place, capsys):
    main(["run", "scenarios/spill.yaml", "--quiet"])

    assert main(["map", str(folder(place)), "--lang", "zh", "--sheet", "screen"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == str(folder(place) / "figures" / "map.png")
    assert (folder(place) / "figures" / "map.svg").is_file()


def test_a_park_is_drawn_alone(place, capsys):
    assert main(["map", "park.yaml", "--out", "pictures", "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert told == {"files": [f"pictures/two-pools-map.{end}" for end in ("png", "svg", "csv")]}
    names = ["two-pools-map.csv", "two-pools-map.png", "two-pools-map.svg"]
    assert sorted(path.name for path in (place / "pictures").iterdir()) == names
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(("words", "message"), [
    ([], "name a scenario, a park or a result, such as: python run_sim.py map scenarios/changshou-tank-fire.yaml"),
    (["scenarios/spill.yaml", "--at", "2 h"], "--at: 2 h lies beyond the end of the run, 1 h; name a time up to then"),
    (["park.yaml", "--at", "2 h"], "--at: park.yaml is a park, in which nothing happens; name a scenario instead"),
    (["park.yaml", "--pick", "drip"], "--pick: park.yaml is a park, in which nothing happens; name a scenario instead"),
    (["park.yaml", "--out", "park.yaml"], "park.yaml: cannot be written: File exists"),
])  # fmt: skip
def test_what_is_wrong_is_said(place, capsys, monkeypatch, words, message):
    monkeypatch.setattr("sys.argv", ["run_sim.py"])

    assert main(["map", *words]) == 2
    assert capsys.readouterr().err == f"{message}\n"


def test_a_result_stays_as_it_was_played(place, capsys):
    main(["run", "scenarios/spill.yaml", "--quiet"])
    words = ["map", str(folder(place)), "--set", "horizon=2 h"]

    assert main(words) == 2
    assert "is a result, which stays as it was played; name its scenario instead" in capsys.readouterr().err

"""`export`: what it writes, what it says stays behind, how it refuses."""

import csv
import json

import pytest

from sim.cli import main


def test_a_scenario_goes_to_swmm(place, capsys):
    """
    The park of two pools: two storages, one spillway, one pump that starts at 10 min, a spill of 400 s.
    """
    assert main(["export", "swmm", "scenarios/spill.yaml", "--out", "swmm", "--step", "2 s"]) == 0

    text = (place / "swmm" / "spill.inp").read_text(encoding="ascii")
    assert "FLOW_ROUTING KINWAVE\n" in text
    assert "ROUTING_STEP 2\n" in text
    assert "END_DATE 01/01/2025\nEND_TIME 01:00:00\n" in text
    assert "RULE drain-1\nIF SIMULATION TIME >= 0:10:00\nTHEN PUMP drain SETTING = 1\nPRIORITY 2\n" in text
    with (place / "swmm" / "spill-ids.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {"swmm": "bund-spillway", "what": "link", "id": "bund-spillway"} in rows
    assert capsys.readouterr().out.splitlines() == [
        "swmm/spill.inp",
        "swmm/spill-ids.csv",
        "",
        "routing: kinwave",
        "Not carried into SWMM:",
        "  what the water is made of: SWMM sees volumes, no origins, shares of product or escapes",
    ]


def test_out_may_name_the_file(place, capsys):
    """
    A folder called model.inp opens in no program.
    """
    assert main(["export", "swmm", "scenarios/spill.yaml", "--out", "made/model.inp"]) == 0

    assert [path.name for path in sorted((place / "made").iterdir())] == ["model-ids.csv", "model.inp"]
    assert (place / "made" / "model.inp").read_text(encoding="ascii").startswith("[TITLE]")
    assert capsys.readouterr().out.splitlines()[:2] == ["made/model.inp", "made/model-ids.csv"]


def test_out_may_name_a_folder_whatever_it_is_called(place):
    (place / "old.inp").mkdir()

    assert main(["export", "swmm", "scenarios/spill.yaml", "--out", "old.inp", "--quiet"]) == 0
    assert (place / "old.inp" / "spill.inp").is_file()


def test_a_pick_is_in_the_name_and_options_are_heeded(place, capsys):
    words = ["scenarios/spill.yaml", "--pick", "drip", "--routing", "dynwave", "--as-played", "--quiet"]

    assert main(["export", "swmm", *words, "--set", "horizon=2 h"]) == 0
    text = (place / "results" / "spill-drip.inp").read_text(encoding="ascii")
    assert "FLOW_ROUTING DYNWAVE\n" in text
    assert "END_TIME 02:00:00\n" in text
    assert capsys.readouterr().out == ""


def test_a_program_reads_what_was_written(place, capsys):
    assert main(["export", "swmm", "scenarios/spill.yaml", "--out", "swmm", "--json"]) == 0

    assert json.loads(capsys.readouterr().out) == {
        "files": ["swmm/spill.inp", "swmm/spill-ids.csv"],
        "routing": "kinwave",
        "not_carried": ["what the water is made of: SWMM sees volumes, no origins, shares of product or escapes"],
    }


def test_what_stays_behind_in_chinese(place, capsys):
    assert main(["export", "swmm", "scenarios/spill.yaml", "--lang", "zh"]) == 0

    assert capsys.readouterr().out.splitlines()[-3:] == [
        "演算方法：kinwave",
        "未能写入 SWMM 的内容：",
        "  水的组成：SWMM 只有水量，不分来源，没有物料占比，也不判断外泄",
    ]


@pytest.mark.parametrize(("words", "message"), [
    ([], ("say for which program, and name a scenario, such as: "
          "python run_sim.py export swmm scenarios/changshou-tank-fire.yaml")),
    (["swmn", "scenarios/spill.yaml"], "there is no export for 'swmn'; did you mean 'swmm'?"),
    (["epanet", "scenarios/spill.yaml"], "there is no export for 'epanet'; there is swmm, geojson, gpkg"),
    (["swmm"], "name a scenario, such as: python run_sim.py export swmm scenarios/changshou-tank-fire.yaml"),
    (["swmm", "a.yaml", "--step", "0.5 s"], "--step: must lie in 1 s to 60 s, found 0.5 s"),
    (["swmm", "a.yaml", "--routing", "steady"],
     "--routing: 'steady' is no routing of SWMM that fits; there are kinwave, dynwave"),
    (["swmm", "scenarios/spill.yaml", "--out", "park.yaml"], "park.yaml/spill.inp: cannot be written: File exists"),
])  # fmt: skip
def test_what_is_wrong_is_said(place, capsys, monkeypatch, words, message):
    monkeypatch.setattr("sys.argv", ["run_sim.py"])

    assert main(["export", *words]) == 2
    assert capsys.readouterr().err == f"{message}\n"

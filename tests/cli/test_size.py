"""`size`: what it prints, writes and refuses."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from sim.cli import main

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PARK = str(ROOT / "configs" / "changshou-yanjia")
OUTFALL = str(ROOT / "scenarios" / "changshou-open-outfall.yaml")
WRITE = "write sizing: {{{}: {{groups: ..., rain: ...}}}} in its park file"
NO_PLANT = "its releases and fires run into storages of no plant, so there is nothing to size"
BREACH = str(ROOT / "scenarios" / "changshou-boundary-breach.yaml")
WORKS = str(ROOT / "docs" / "sizing" / "works.yaml")
BUND = str(ROOT / "docs" / "sizing" / "published-bund.yaml")


def test_a_table_is_printed(capsys):
    assert main(["size", WORKS]) == 0

    out = capsys.readouterr().out
    assert out.startswith("A works with one tank farm\n")
    assert "5,226.67" in out
    assert "7,202.25" in out


def test_in_chinese(capsys):
    assert main(["size", BUND, "--lang", "zh"]) == 0

    assert "平方米误作公顷" in capsys.readouterr().out


def test_json(capsys):
    assert main(["size", BUND, "--json"]) == 0

    data = json.loads(capsys.readouterr().out)
    assert [each["slip"] for each in data["printed"]] == ["ten", "carried"]
    assert round(data["sizings"][0]["required_m3"], 2) == 23_714.05


def test_the_table_goes_into_a_folder(tmp_path, capsys):
    out = tmp_path / "made" / "here"
    assert main(["size", WORKS, "--out", str(out), "--quiet"]) == 0

    assert capsys.readouterr() == ("", "")
    with (out / "sizing.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["standard"] for row in rows][:3] == ["fire_water", "family_a", "family_b"]
    assert round(float(rows[2]["required [m3]"]), 2) == 7202.25


def test_nothing_is_written_unless_asked(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["size", WORKS]) == 0

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("name", "language"), [("night-shift", "en"), ("boundary-breach", "zh")])
def test_a_scenario_is_compared_as_before(name, language, monkeypatch, capsys):
    """
    By hand in docs/changshou.md: (a) and (b) of B-001 and F-001; 1,152 m3 through the stuck rain valve beside an empty
    pool, 1,160 m3 over the crest of a full one.
    """
    monkeypatch.setenv("COLUMNS", "120")
    assert main(["size", str(ROOT / "scenarios" / f"changshou-{name}.yaml"), "--lang", language]) == 0

    shown = "".join(f"{line.rstrip()}\n" for line in capsys.readouterr().out.splitlines())
    assert shown == (HERE / "size" / f"{name}.{language}.txt").read_text(encoding="utf-8")


def test_a_park_has_a_line_a_plant(capsys):
    assert main(["size", PARK]) == 0

    out = capsys.readouterr().out
    plants = [line.split()[0] for line in out.splitlines() if line[1:6] == "-001 "]
    assert plants == [f"{letter}-001" for letter in "abcdef"]
    assert out.count("Taken from the park") == 6


def test_one_plant_of_a_park(capsys):
    assert main(["size", PARK, "--plant", "a-001", "--json"]) == 0

    data = json.loads(capsys.readouterr().out)
    assert list(data["plants"]) == ["a-001"]
    assert {"basis": "assumed", "from": "storage", "ids": ["a-001-drain"], "key": "drains", "unit": "m3",
            "value": 500} in data["plants"]["a-001"]["taken"]  # fmt: skip


def test_a_scenario_for_machines(tmp_path, capsys):
    """
    With emergency power the pool rises to some 2,680 of 3,000 m3, and nothing escapes.
    """
    words = ["size", BREACH, "--pick", "emergency-power", "--out", str(tmp_path)]
    assert main([*words, "--json"]) == 0

    data = json.loads(capsys.readouterr().out)
    run = data["plants"]["f-001"]["run"]
    assert (data["scenario"], run["verdict"], run["escaped_m3"]) == ("changshou-boundary-breach", "relieved", 0)
    assert run["peak_m3"] == pytest.approx(2680, abs=10)
    with (tmp_path / "sizing.csv").open(encoding="utf-8") as file:
        rows = {row["standard"]: row for row in csv.DictReader(file)}
    assert rows["family_a"]["plant"] == "f-001"
    assert float(rows["family_b"]["run peak [m3]"]) == run["peak_m3"]
    assert rows["family_b"]["run first escape [s]"] == rows["bund"]["run verdict"] == ""


def test_what_was_changed_is_said(capsys):
    assert main(["size", BREACH, "--set", "park.sizing.f-001.process_water=0 m3"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "Changed: park.sizing.f-001.process_water=0 m3"
    assert "V4 process water" in "".join(lines)


@pytest.mark.parametrize(("words", "message"), [
    ([], "name a sizing sheet, park or scenario, such as: python run_sim.py size docs/sizing/works.yaml"),
    (["a.yaml", "b.yaml"], "one sizing sheet, park or scenario at a time; found a.yaml, b.yaml"),
    (["nothing.yaml"], "1 problem:\n  nothing.yaml: there is no file nothing.yaml"),
    (["."], f".: no plant of two-pools has a sizing block; {WRITE}".format("PLANT")),
    (["park.yaml", "--pick", "short"], "park.yaml is no scenario; leave --pick out"),
    ([WORKS, "--set", "a=b"], f"{WORKS} is no scenario; leave --set out"),
    ([WORKS, "--max-age", "2 h"], f"{WORKS} is no scenario; leave --max-age out"),
    ([WORKS, "--plant", "a-001"], f"{WORKS} is no park and no scenario; leave --plant out"),
    ([PARK, "--plant", "a-01"], "no plant is named 'a-01'; did you mean 'a-001'?"),
    ([PARK, "--plant", "a-002"], f"a-002 has no sizing block; {WRITE}".format("a-002")),
    (["scenarios/spill.yaml"], f"scenarios/spill.yaml: {NO_PLANT}"),
    ([OUTFALL], f"{OUTFALL}: no sizing block for f-002; {WRITE}".format("f-002")),
    (["spill"], "there is no file spill; did you mean 'scenarios/spill.yaml'?"),
])  # fmt: skip
def test_wrong_words(place, capsys, words, message):
    assert main(["size", *words]) == 2

    assert capsys.readouterr() == ("", f"{message}\n")


def test_a_folder_that_cannot_be_written(place, capsys):
    assert main(["size", WORKS, "--out", "park.yaml"]) == 2

    assert capsys.readouterr().err == "park.yaml/sizing.csv: cannot be written: File exists\n"


def test_the_kernel_is_not_asked():
    """
    No water moves, so neither Numba nor SimPy is imported.
    """
    code = "import sys; from sim.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, "size", WORKS], cwd=ROOT, capture_output=True, text=True,
                          check=True)  # fmt: skip

    assert {"numpy", "numba", "simpy", "pandas"} & set(done.stderr.split()) == set()

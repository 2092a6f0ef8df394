"""`size`: what it prints, writes and refuses."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from sim.cli import main

ROOT = Path(__file__).parents[2]
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


@pytest.mark.parametrize(("words", "message"), [
    ([], "name a sizing sheet, such as: python run_sim.py size docs/sizing/works.yaml"),
    (["a.yaml", "b.yaml"], "one sizing sheet at a time; found a.yaml, b.yaml"),
    (["."], ". is a folder; name a sizing sheet, a file with groups: and rain:"),
    (["nothing.yaml"], "1 problem:\n  nothing.yaml: there is no file nothing.yaml"),
    (["park.yaml"], "1 problem:\n  park.yaml: this is a park; name a sizing sheet, a file with groups: and rain:"),
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

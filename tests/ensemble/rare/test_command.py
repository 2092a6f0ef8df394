"""`ensemble --rare`: what it prints and keeps, and how one of its runs is looked at."""

import csv
import re
from pathlib import Path

import pytest

from sim.cli import main
from sim.ensemble.player import Start
from sim.ensemble.rare import run_rare

HERE = Path(__file__).parent
TWO = str(HERE / "two.yaml")
NAMES = ["breached.csv", "chance.csv", "failed.csv", "levels.csv", "nearness.csv", "nearness.png", "nearness.svg",
         "takes.csv"]  # fmt: skip


def looked(out, *words, workers=1):
    """Look for breaches, and find the folder."""
    asked = ["ensemble", TWO, "--rare", "plant", "-n", "200", "--workers", str(workers), "--out", str(out), *words]
    assert main(asked) == 0
    folder, = out.iterdir()
    return folder


def rows(path):
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_who_plays_changes_nothing(tmp_path):
    """
    One process and two leave the same bytes, another seed others.
    """
    kept = {}
    for name, seed, workers in (("one", "1", 1), ("two", "1", 2), ("other", "2", 1)):
        folder = looked(tmp_path / name, "--quiet", "--seed", seed, workers=workers)
        kept[name] = {each.name: each.read_bytes() for each in sorted(folder.iterdir())}

    assert list(kept["one"]) == NAMES
    assert kept["one"] == kept["two"]
    assert kept["one"]["chance.csv"] != kept["other"]["chance.csv"]


def test_what_is_printed_is_what_is_kept(tmp_path, capsys):
    """
    Levels, chance, and what it takes; the command at the end plays the run that stands first in the table.
    """
    folder = looked(tmp_path / "study", "--seed", "2")
    printed = capsys.readouterr().out
    chance, = rows(folder / "chance.csv")
    levels, takes, breached = (rows(folder / name) for name in ("levels.csv", "takes.csv", "breached.csv"))
    rare = run_rare(Start(TWO, 2), "plant", 200, 1, lambda pace: None)

    assert float(chance["breached [-]"]) == rare.chance.share
    assert int(chance["played"]) == rare.played == sum(int(each["played"]) for each in levels)
    one_in = float(f"{1 / rare.chance.share:.2g}")
    assert f"Chance of a breach: 1 in {one_in:,.0f}; with 95 % confidence 1 in " in printed
    assert printed.count(" of 200\n") == len(levels)
    assert {each["number"] for each in takes} == {"releases.one.volume", "releases.two.volume"}
    assert all(each["unit"] == "m3" and float(each["mean where breached"]) > 118 for each in takes)
    assert sum(int(each["times"]) for each in breached) == int(levels[-1]["nearer"])
    command = re.search(r"The likeliest run of those that breached it: (run .*)\n", printed)[1].split()
    assert command == ["run", TWO, "--drawn", str(folder / "breached.csv"), "--index", breached[0]["run"]]


def test_a_run_of_the_table_can_be_looked_at(tmp_path, capsys):
    """
    It has the numbers and lots of its row, and so the same escape to the last bit.
    """
    folder = looked(tmp_path / "study", "--quiet")
    row = rows(folder / "breached.csv")[-1]
    words = ["run", TWO, "--drawn", str(folder / "breached.csv"), "--index", row["run"], "--out", str(tmp_path)]
    capsys.readouterr()

    assert main([*words, "--json"]) == 0
    assert f'"escaped_m3": {row["escaped [m3]"]}' in capsys.readouterr().out
    assert main(words) == 0
    assert f"--index {row['run']}" in capsys.readouterr().out
    assert sorted(each.name for each in tmp_path.iterdir() if row["lots"] in each.name)


def test_the_likeliest_stands_first(tmp_path):
    """
    Who is least off the middle of what is drawn: at best 3.719 deviations, which is what the sum wants.
    """
    off = [float(each["off the middle [-]"]) for each in rows(looked(tmp_path, "--quiet") / "breached.csv")]

    assert off == sorted(off)
    assert 3.719 <= off[0] < 4.2


def test_a_tier_is_meant_by_its_name_too(tmp_path):
    assert looked(tmp_path / "id", "--quiet").name.startswith("two-rare-seed1-plant-200-")
    assert main(["ensemble", TWO, "--rare", "Plant", "-n", "200", "--workers", "1", "--quiet", "--out",
                 str(tmp_path / "id")]) == 0  # fmt: skip
    assert len(list((tmp_path / "id").iterdir())) == 1


WRONG = {
    "ensemble --rare river": "--rare: 'river' is no line of defence; there are plant, public",
    "ensemble --rare plnt": "--rare: 'plnt' is no line of defence; did you mean 'plant'?",
    "ensemble --rare plant -n 99": "a level of 99 runs says too little; write -n 100 or more",
    "ensemble --rare plant --until 1%": "--rare plays level after level until the tier breaks; leave --until out, and "
    "name more runs a level (-n) to be surer",
    "ensemble --rare plant --sampling lhs": "--rare draws its runs itself; leave --sampling out",
    "run --drawn none.csv --index 3": "none.csv: the file is missing",
    "run --drawn none.csv": "--drawn names a table of runs; write the --index of one too",
    "run --drawn none.csv --index 3 --seed 1": "--drawn names the numbers and lots of a run; leave out --seed, "
    "--sampling and --of",
}  # fmt: skip


@pytest.mark.parametrize("written", WRONG)
def test_a_wrong_word_is_told(written, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    command, *words = written.split()

    assert main([command, TWO, *words]) == 2
    assert capsys.readouterr().err == f"{WRONG[written]}\n"


def test_a_table_of_another_scenario_is_refused(tmp_path, capsys):
    folder = looked(tmp_path / "study", "--quiet")
    path = str(folder / "breached.csv")
    scenario = str(HERE.parent / "small.yaml")
    capsys.readouterr()

    assert main(["run", scenario, "--drawn", path, "--index", "3"]) == 2
    assert "these are not the columns of this version" in capsys.readouterr().err
    assert main(["run", TWO, "--drawn", path, "--index", "999999"]) == 2
    assert capsys.readouterr().err.startswith(f"{path}: has no run 999999; there are ")

"""What `sensitivity` says and leaves on disk, read as a planner does."""

import csv
import json
from pathlib import Path

import pytest

from sim.cli import main

HERE = Path(__file__).parent


def said(capsys, tmp_path, *words, scenario="adds.yaml", lang="en"):
    """What the command prints, with single blanks."""
    fixed = ["--workers", "1", "--out", str(tmp_path), "--lang", lang]
    assert main(["sensitivity", str(HERE / scenario), *words, *fixed]) == 0
    return " ".join(capsys.readouterr().out.split())


def rows(tmp_path, name):
    """A table on disk."""
    (file,) = tmp_path.glob(f"*/{name}")
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


def test_sobol_in_words(tmp_path, capsys):
    """
    16 and 9 of 26 are 62 and 35 %, 1 of 26 is 4 %: each too little to be worth the other two's company.
    """
    printed = said(capsys, tmp_path, "-n", "512", "--pick", "park")

    assert ("What decides the margin of Plant: first releases.spill.volume (62 % of the variance), then "
            "initial.bund.rain (35 % of the variance); the other one 4 %.") in printed  # fmt: skip
    assert "Sobol indices of 3 inputs of 3 uncertain numbers: 512 points, 2,560 runs, seed 1" in printed
    assert "only by several together" not in printed


def test_what_several_decide_together_in_words(tmp_path, capsys):
    """
    Rate times duration: each 44 % by itself and 56 % with the other, 12 % both together.
    """
    printed = said(capsys, tmp_path, "-n", "1024", scenario="times.yaml")

    assert "by itself, 56 % with others)" in printed
    assert "12 % of it is decided only by several together." in printed


def test_morris_in_words(tmp_path, capsys):
    printed = said(capsys, tmp_path, "--method", "morris", "-n", "2", "--pick", "park")

    assert ("What moves the margin of Plant most, from one end of what it may be to the other: first "
            "releases.spill.volume (by 40 m3 on average), then initial.bund.rain (by 30 m3 on average), then "
            "storages.bund.capacity (by 10 m3 on average).") in printed  # fmt: skip


def test_tornado_in_words(tmp_path, capsys):
    """
    230 - 20 - 40 = 170 m3 in the middle; capacity 203 and 257, spill 22 and 58, rain 11 and 29 m3.
    """
    wider = ["--set", "initial.bund.rain={uniform: [10 m3, 30 m3]}",
             "--set", "park.storages.bund.capacity={uniform: [200 m3, 260 m3]}"]  # fmt: skip
    printed = said(capsys, tmp_path, "--method", "tornado", *wider)

    assert ("What moves the margin of Plant most, from 170 m3 in the middle of all: first storages.bund.capacity "
            "(143 m3 to 197 m3), then releases.spill.volume (188 m3 to 152 m3), then initial.bund.rain (179 m3 to "
            "161 m3).") in printed  # fmt: skip
    assert "releases.spill.volume 22 m3 to 58 m3 188 152 36" in printed


def test_tornado_in_chinese(tmp_path, capsys):
    printed = said(capsys, tmp_path, "--method", "tornado", "--pick", "park", "--of", "breached,escaped", lang="zh")

    assert "Plant是否失守在各次推演中均相同（否），不受任何输入影响。" in printed
    assert "Plant的外泄量在各次推演中均相同（0 m3），不受任何输入影响。" in printed


def test_what_always_is_the_same_in_words(tmp_path, capsys):
    printed = said(capsys, tmp_path, "--method", "morris", "-n", "2", "--pick", "park", "--of", "breached")

    assert "Whether Plant is breached is the same in all runs, no, and nothing decides it." in printed


def test_a_tier_that_water_does_not_always_reach_is_told_by_what_escapes(tmp_path, capsys):
    """
    Half of all spills stay in the bund: 50 %, and what escapes from the pool behind it is nothing.
    """
    printed = said(capsys, tmp_path, "-n", "256", scenario="two-tiers.yaml")

    assert "What decides the margin of Plant: first releases.spill.volume (100 % of the variance)." in printed
    assert "What escapes from Public is the same in all runs, 0 m3, and nothing decides it." in printed
    assert "In 50 % of the runs no accident water came into its space that counts, where no room is taken" in printed


def test_a_margin_of_no_water_is_said_to_be_one(tmp_path, capsys):
    printed = said(capsys, tmp_path, "-n", "256", "--of", "margin", scenario="two-tiers.yaml")

    assert "What decides the margin of Public: first releases.spill.volume (100 % of the variance)." in printed
    assert "There all its free room stands for the margin" in printed


def test_failures_are_named(tmp_path, capsys):
    room = "initial.pit={rain: {uniform: [0 m3, 290 m3]}, process: {uniform: [0 m3, 290 m3]}}"
    printed = said(capsys, tmp_path, "-n", "100", "--set", room, scenario="small.yaml")
    failed = rows(tmp_path, "failed.csv")

    assert f"{len(failed)} of 500 runs could not be played; " in printed
    assert f"row {failed[0]['row']}, changed {failed[0]['changed']}: Problems: 1 problem:" in printed
    assert "100 is no power of two, so these Sobol points are less even than they could be; -n 128 would do" in printed


def test_all_outputs_are_in_the_tables(tmp_path, capsys):
    """
    Whatever is told; of the tornado's 28.5 m3 of rain at 95 % 205 - 40 - 28.5 = 136.5 m3 are left.
    """
    said(capsys, tmp_path, "--method", "tornado", "--pick", "park", "--of", "escaped")

    rain = rows(tmp_path, "sensitivity.csv")[1]
    assert [rain[each] for each in ("tier", "output", "unit", "input", "unit of number")] == [
        "plant", "margin", "m3", "initial.bund.rain", "m3"]  # fmt: skip
    assert [float(rain[each]) for each in ("number at 95 %", "with it at 95 %")] == pytest.approx([28.5, 136.5])
    assert [each["output"] for each in rows(tmp_path, "outputs.csv")] == ["margin", "escaped", "breached"]
    assert sorted(each.name for each in tmp_path.glob("*/*.*g")) == ["tornado-escaped.png", "tornado-escaped.svg"]


def test_json_has_the_tables(tmp_path, capsys):
    words = ["sensitivity", str(HERE / "alike.yaml"), "-n", "64", "--json", "--workers", "1", "--out", str(tmp_path)]

    assert main(words) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["failed", "outputs", "sensitivity"]
    first = found["sensitivity"][0]
    assert (first["input"], first["sort"]) == ("tank", "group")
    assert first["numbers"] == "releases.more.volume;releases.spill.volume"


WRONG = {
    "--of first-escape": "--of: first-escape is a number only in runs with an escape, and one run without it would "
    "make what is said of all inputs wrong; write escaped, which is 0 there, or breached",
    "--of margins": "--of: there is no output 'margins'; did you mean 'margin'?",
    "--method sobel": "--method: 'sobel' is no way to find what decides; write one of sobol, morris, tornado",
    "--method tornado -n 8": "--method tornado plays each number low and high once; leave -n out",
    "-n 4": "4 are too few to say anything; sobol wants -n 8 or more, and better many more",
}


@pytest.mark.parametrize("written", WRONG)
def test_a_wrong_word_is_told(written, capsys, tmp_path):
    words = ["sensitivity", str(HERE / "small.yaml"), *written.split(), "--out", str(tmp_path), "--workers", "1"]

    assert main(words) == 2
    assert capsys.readouterr().err == f"{WRONG[written]}\n"
    assert not list(tmp_path.iterdir())

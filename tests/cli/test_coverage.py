"""`coverage`: what it prints and writes, of the flagship and of a small park."""

import json
import re
from pathlib import Path

import pytest

from sim.cli import main
from sim.load import load_case
from tests.cli.results import rows
from tests.cli.test_study import FIRE, PARK

ROOT = Path(__file__).parents[2]


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A park with two sheets, one of them ordered by the one scenario that there is."""
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "park.yaml").write_text(PARK, encoding="utf-8")
    (tmp_path / "scenarios" / "fire.yaml").write_text(FIRE, encoding="utf-8")
    (tmp_path / "scenarios" / "notes.yaml").write_text("a: b\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_small_park(here, capsys):
    """
    Two sheets; two drills that exercise both together or apart, of which the smallest set needs one.
    """
    assert main(["coverage", ".", "scenarios"]) == 0

    out = re.sub(r"took [0-9.]+ s", "took TIME", capsys.readouterr().out)
    assert "of 2 operation sheets are carried out" in out
    assert "Smallest set of drills: 1 drills" in out
    assert "Proved: nothing smaller exists." in out
    assert out.endswith("runs and the search took TIME.\n")
    folder = here / "results" / "coverage-two-pools"
    assert sorted(each.name for each in folder.iterdir()) == [
        "coverage-groups.csv", "coverage.csv", "drill-set-sheets.csv", "drill-set.csv", "uncovered.csv",
    ]  # fmt: skip
    assert {row["sheet"] for row in rows(folder / "drill-set-sheets.csv")} == {"drain-shut", "late-open"}


@pytest.mark.parametrize("words", [
    ["--quiet"], ["--given-only", "--quiet"], ["--calendar", "2027", "--zone", "+08:00", "--quiet"],
])  # fmt: skip
def test_quiet_prints_nothing_and_twice_gives_the_same_bytes(here, capsys, words):
    found = []
    for out in ("one", "two"):
        assert main(["coverage", "scenarios", "--out", out, *words]) == 0
        found.append({path.name: path.read_bytes() for path in (here / out / "coverage-two-pools").iterdir()})

    assert capsys.readouterr().out == ""
    assert found[0] == found[1]


def test_json_has_every_table(here, capsys):
    assert main(["coverage", "scenarios", "--json", "--calendar", "2027", "--zone", "Asia/Shanghai"]) == 0

    tables = json.loads(capsys.readouterr().out)
    assert sorted(tables) == ["coverage", "coverage-groups", "drill-calendar-control", "drill-cumulative", "drill-set",
                              "drill-set-sheets", "uncovered"]  # fmt: skip
    assert len(tables["coverage"]) == 2


def test_a_calendar_asks_for_the_zone_that_no_scenario_says(here, capsys):
    """
    The small park's scenario has no clock time; begun at an offset, it has one, and 8:30 is half past midnight in UTC.
    """
    words = ["coverage", "scenarios", "--calendar", "2027", "--quiet"]
    assert main(words) == 2
    assert main([*words, "--zone", "+25:00"]) == 2
    assert main(["coverage", "scenarios", "--zone", "+08:00"]) == 2
    assert capsys.readouterr().err == (
        "--calendar: entries need the time zone of the park's clock, and the scenarios have none; write --zone +08:00 "
        "or --zone Asia/Shanghai\n"
        "--zone: '+25:00' is no time zone; write an offset such as +08:00, or a name such as Asia/Shanghai\n"
        "--zone is for a calendar; write --calendar YEAR too, or leave it out\n"
    )
    path = here / "scenarios" / "fire.yaml"
    path.write_text(path.read_text(encoding="utf-8") + 'starts: "2027-06-10 09:00 +08:00"\n', encoding="utf-8")

    assert main(words) == 0

    text = (here / "results" / "coverage-two-pools" / "drill-calendar.ics").read_text(encoding="utf-8")
    assert len(re.findall(r"DTSTART:2027\d{4}T003000Z", text)) == text.count("DTSTART") > 0


def test_written_scenarios_can_be_run(here, capsys):
    assert main(["coverage", ".", "--write", "mine", "--quiet"]) == 0

    (path,) = (here / "mine").iterdir()
    assert load_case(path).scenario.rules
    assert main(["run", str(path), "--quiet"]) == 0


def test_a_scenario_of_another_park_is_refused_or_left_out(here, capsys):
    """
    Named, it is a mistake; in a folder that is named, it is left out and said.
    """
    (here / "other").mkdir()
    (here / "other" / "park.yaml").write_text(PARK.replace("two-pools", "other"), encoding="utf-8")
    (here / "scenarios" / "away.yaml").write_text(FIRE.replace("park: ..", "park: ../other"), encoding="utf-8")

    assert main(["coverage", ".", "scenarios/away.yaml"]) == 2
    assert capsys.readouterr().err == "scenarios/away.yaml does not play in two-pools; name scenarios of one park\n"
    assert main(["coverage", ".", "scenarios"]) == 0
    assert "Left out, since they play in another park: scenarios/away.yaml" in capsys.readouterr().out


def test_two_parks_an_empty_folder_and_an_unknown_tag(here, capsys):
    (here / "other").mkdir()
    assert main(["coverage", "other"]) == 2
    (here / "other" / "park.yaml").write_text(PARK.replace("two-pools", "other"), encoding="utf-8")
    assert main(["coverage", ".", "other"]) == 2
    assert main(["coverage", ".", "--tag", "x"]) == 2

    assert capsys.readouterr().err == (
        "other has no park and no scenario in it; a park is a folder with park.yaml\n"
        "one park at a time; found ., other\n"
        "--tag: no operation sheet has the tag 'x'; none has any\n"
    )


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_flagship(tmp_path, monkeypatch, capsys, language):
    """
    602 facility sheets of 1,167; fourteen scenarios carry out 48 and 64; all are within reach; 50 drills are fewest.
    """
    monkeypatch.chdir(ROOT)
    words = ["configs/changshou-yanjia", "scenarios", "--calendar", "2027", "--lang", language, "--out", str(tmp_path)]

    assert main(["coverage", *words]) == 0

    out = capsys.readouterr().out.replace("\n", "")
    wanted = {
        "en": ["64 of 1,167", "48 of 602", "50 drills", "Proved: nothing smaller exists", "No day was found for 0"],
        "zh": ["张操作卡中执行64张", "602张中执行48张", "最小演练集：50场", "已证明最小", "0场未能排定日期"],
    }
    assert [each for each in wanted[language] if each not in out] == []
    folder = tmp_path / "coverage-changshou-yanjia"
    assert len(rows(folder / "coverage.csv")) == 1167
    assert len(rows(folder / "uncovered.csv")) == 1167 - 64
    assert all(row["generated drill"] for row in rows(folder / "uncovered.csv"))
    days = [row["date"] for row in rows(folder / "drill-calendar-control.csv") if not row["plant's own"]]
    assert len(days) == 50
    assert all(days)

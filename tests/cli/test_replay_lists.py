"""`replay` reads a log by the list it was written by, and by no other."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from sim.cli import main
from sim.drill import Exercise, Kind, master_list
from sim.drill.mark import list_mark
from sim.drill.paper.json import write_to
from sim.load import load_case
from tests.drill.logs import run_of

ROOT = Path(__file__).parents[2]
NIGHT = "scenarios/changshou-night-shift.yaml"
PLAN = "docs/first-park/plan.yaml"
OF_2H_LIST = "number,what,time\n28,done,03:50\n18,done,04:10\n"


@pytest.fixture(autouse=True)
def here(monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")


def list_of(path, to, **exercise):
    """A scenario's list in a file."""
    case = load_case(path)
    master = master_list([run_of(case)], Exercise(**exercise), hashes=[case.inputs_hash])
    write_to(to, master)
    return master


def written(path, text):
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_numbers_of_another_list_are_not_read(tmp_path, capsys):
    """
    What is a pump and a gate in one list is a report and a reading in the list that the scenario gives.
    """
    mine = list_of(NIGHT, tmp_path / "mine.json")
    report, reading = (next(mine.of(kind)).number for kind in (Kind.REPORT, Kind.MEASUREMENT))
    log = written(tmp_path / "log.csv", f"number,what,time\n{report},done,03:50\n{reading},done,04:10\n")

    assert main(["replay", NIGHT, "--log", log, "--out", str(tmp_path / "out")]) == 2

    said = capsys.readouterr()
    assert f"{log}:2:1: number: line {report} of the list that the scenario gives is a report" in said.err
    assert f"{log}:3:1: number: line {reading} of the list that the scenario gives is a measurement" in said.err
    assert "name that list with --list" in said.err
    assert said.out == ""


def test_with_its_list_the_numbers_mean_what_they_meant(tmp_path, capsys):
    """
    Case drill-logs, numbers-of-2h-list.csv: at 03:50 the exercise's two hours have gone by for 20 min and the incident
    stands at T+8 h 40 min; the pump, 6 h 30 min late, and the gate, at T+9 h, let 192 m3 leave the public facilities
    and 51.9 L the park; 51.4 L while a gate's opening was a share of its flow, not where its lip stands. Lines keep the
    numbers that they were once given: 28 to the pump, 18 to the gate.
    """
    of = run_of(load_case(NIGHT))
    short = Exercise(lasts_s=7200.0)
    lines = master_list([of], short).lines
    once = {f"{line.incident}/{line.key}": number for number, line in enumerate(lines, start=101)}
    once |= {f"{of.scenario.id}/action/intercept-18-start": 28, f"{of.scenario.id}/action/gate-3-shut": 18}
    write_to(tmp_path / "then.json", master_list([of], short, known=once))
    log = written(tmp_path / "log.csv", OF_2H_LIST)
    words = ["--log", log, "--list", str(tmp_path / "then.json"), "--out", str(tmp_path / "out"), "--json"]

    assert main(["replay", NIGHT, *words]) == 0

    data = json.loads(capsys.readouterr().out)
    escaped_m3 = {each["tier"]: each["escaped actual [m3]"] for each in data["tiers"]}
    assert escaped_m3["public"] == pytest.approx(192, abs=0.5)
    assert escaped_m3["boundary"] == pytest.approx(0.0519, abs=0.00005)
    assert data["list"]["file"] == "then.json"


def played(monkeypatch, folder, *words):
    """An exercise of 90 min in which the pump is done at T+2 h 31 min; its log."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("jump 2 h 31 min\n10 done at T+2:31\nquit\n"))
    assert main(["play", PLAN, "--out", str(folder), "--lasts", "90min", "--quiet", *words]) == 0
    return folder / "plan-log.csv"


def test_a_played_exercise_is_replayed_by_its_own_list(monkeypatch, tmp_path, capsys):
    """
    The list lies beside the log and the log says which it is; nobody has to name it, and the report does.
    """
    log = played(monkeypatch, tmp_path / "played")
    with open(log, encoding="utf-8", newline="") as file:
        marks = {row["list"] for row in csv.DictReader(file)}

    assert main(["replay", PLAN, "--log", str(log), "--out", str(tmp_path / "out")]) == 0

    said = capsys.readouterr().out
    assert f"Read by the master list: plan-list.json ({marks.pop()})" in said
    assert marks == set()
    assert "Start the transfer pump (Duty team; transfer): done T+2 h 31 min, 10 min after the plan." in said


def test_without_its_list_a_log_is_not_read(monkeypatch, tmp_path, capsys):
    log = played(monkeypatch, tmp_path / "played")
    (tmp_path / "played" / "plan-list.json").unlink()

    assert main(["replay", PLAN, "--log", str(log), "--out", str(tmp_path / "out")]) == 2

    assert "which is neither the one that the scenario gives (L" in capsys.readouterr().err


def test_by_another_list_a_log_is_not_read(monkeypatch, tmp_path, capsys):
    log = played(monkeypatch, tmp_path / "played")
    other = list_of(PLAN, tmp_path / "other.json")

    words = ["--log", str(log), "--list", str(tmp_path / "other.json"), "--out", str(tmp_path / "out"), "--lang", "zh"]
    assert main(["replay", PLAN, *words]) == 2

    said = capsys.readouterr().err
    assert f"而读取所依为清单 {list_mark(other.lines)}；请用 --list 指明填写所依的清单" in said
    assert said.count("自此行起") == 1


def test_a_log_of_the_scenario_s_own_list_needs_no_file(tmp_path, capsys):
    """
    The mark of the list that `drill` writes without further words, in a column of the evaluator's log.
    """
    mine = list_of(PLAN, tmp_path / "mine.json")
    report = next(line for line in mine.of(Kind.REPORT))
    text = f"序号,结果,时间,清单\n{report.number},完成,T+2:00,{list_mark(mine.lines)}\n"
    log = written(tmp_path / "log.csv", text)

    assert main(["replay", PLAN, "--log", log, "--out", str(tmp_path / "out")]) == 0

    said = " ".join(capsys.readouterr().out.split())
    assert f"Read by the master list that the scenario gives ({list_mark(mine.lines)}), as the log says" in said
    assert "Whether these numbers are of this list" not in said


def test_done_by_a_number_on_what_is_no_action_is_doubted(tmp_path, capsys):
    """
    The list is named, but not by the log: a report that is done may well be meant; the row is named.
    """
    mine = list_of(PLAN, tmp_path / "mine.json")
    report = next(line for line in mine.of(Kind.REPORT))
    log = written(tmp_path / "log.csv", f"number,what,time\n{report.number},done,T+2:00\n")
    words = ["--log", log, "--list", str(tmp_path / "mine.json"), "--out", str(tmp_path / "out")]

    assert main(["replay", PLAN, *words]) == 0

    said = " ".join(capsys.readouterr().out.split())
    assert "Whether these numbers are of this list, since what has them is no action" in said
    assert f"log.csv:2:1, line {report.number} (" in said

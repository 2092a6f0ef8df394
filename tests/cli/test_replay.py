"""`replay`: what it prints and writes of the first park's exercise, in both languages, the same bytes each time."""

import csv
import json
from pathlib import Path

import pytest

from sim.cli import main

ROOT = Path(__file__).parents[2]
PLAN, LOG = "docs/first-park/plan.yaml", "docs/first-park/exercise.csv"
HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def here(monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")


def folder(out):
    (found,) = out.iterdir()
    return found


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_report_is_as_before(tmp_path, capsys, language):
    """
    By hand: the pump runs 10 min later, and in 600 s x 600 m3/h = 100 m3 more go over the pool (330 as planned, 430
    now), through the main (30, 130) and into the river. The outfall, 12 min later, changes nothing. Alarm T+1 h 56 min,
    both done T+2 h 48 min: open 52 min.
    """
    assert main(["replay", PLAN, "--log", LOG, "--out", str(tmp_path), "--lang", language]) == 0

    said = capsys.readouterr().out.replace(str(tmp_path), "OUT")
    shown = [line.rstrip() for line in said.splitlines()]
    assert "\n".join(shown) + "\n" == (HERE / f"after-{language}.txt").read_text(encoding="utf-8")


def test_files(tmp_path, capsys):
    """
    100 m3 more leave the works and the public facilities with the pump 10 min late.
    """
    main(["replay", PLAN, "--log", LOG, "--out", str(tmp_path), "--quiet"])
    found = folder(tmp_path)

    assert capsys.readouterr().out == ""
    assert sorted(path.name for path in found.iterdir()) == [
        "after-action.html", "after-action.json", "after-action.md", "after-actions.csv", "after-doubts.csv",
        "after-reports.csv", "after-tiers.csv", "after-warnings.csv",
    ]  # fmt: skip
    with open(found / "after-tiers.csv", encoding="utf-8", newline="") as file:
        tiers = {row["tier"]: row for row in csv.DictReader(file)}
    for tier in ("plant", "public"):
        more_m3 = float(tiers[tier]["escaped actual [m3]"]) - float(tiers[tier]["escaped planned [m3]"])
        assert more_m3 == pytest.approx(100)
    data = json.loads((found / "after-action.json").read_text(encoding="utf-8"))
    assert (data["worst"], data["rule"]) == ("transfer-start", "done")
    assert [row["late [s]"] for row in data["actions"]] == pytest.approx([600, 720], abs=1e-6)
    page = (found / "after-action.html").read_text(encoding="utf-8")
    assert "<h1>After-action report: First plan</h1>" in page


def test_the_same_input_gives_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        main(["replay", PLAN, "--log", LOG, "--out", str(tmp_path / name), "--quiet"])
    one, other = (folder(tmp_path / name) for name in ("a", "b"))

    assert one.name == other.name
    assert {path.name: path.read_bytes() for path in one.iterdir()} == {
        path.name: path.read_bytes() for path in other.iterdir()
    }


def test_the_logs_of_two_teams_are_one_log(tmp_path, capsys):
    """
    two-logs: team A says when the pump ran (T+2 h 50 min), team B when the outfall was shut. One file with both rows
    gives 620 m3 out of the works and 11,871 m3 in the river; so must two files, whichever is named first.
    """
    row = {"a.csv": "transfer-start,done,T+170 min", "b.csv": "outfall-shut,done,T+168 min"}
    for name, text in {**row, "both.csv": "\n".join(row.values())}.items():
        (tmp_path / name).write_text(f"action,what,time\n{text}\n", encoding="utf-8")

    def escaped(*names):
        words = [word for name in names for word in ("--log", str(tmp_path / name))]
        assert main(["replay", PLAN, *words, "--out", str(tmp_path / "out"), "--json"]) == 0
        data = json.loads(capsys.readouterr().out)
        return data["log"], [round(each["escaped actual [m3]"]) for each in data["tiers"]]

    assert escaped("both.csv") == ("both.csv", [620, 320, 11871])
    assert escaped("a.csv", "b.csv") == ("a.csv, b.csv", [620, 320, 11871])
    assert escaped("b.csv", "a.csv") == ("b.csv, a.csv", [620, 320, 11871])


def test_what_two_teams_say_differently_is_named(tmp_path, capsys):
    for name, at in (("a.csv", "T+170 min"), ("b.csv", "T+190 min")):
        (tmp_path / name).write_text(f"action,what,time\ntransfer-start,done,{at}\n", encoding="utf-8")

    words = [PLAN, "--log", str(tmp_path / "a.csv"), "--log", str(tmp_path / "b.csv"), "--out", str(tmp_path / "out")]
    assert main(["replay", *words]) == 2

    assert f"transfer-start is done twice; the first is at {tmp_path / 'a.csv'}:2" in capsys.readouterr().err


def test_what_stands_in_a_log_is_text_in_the_page(tmp_path):
    log = tmp_path / "log.csv"
    log.write_text("action,what,time,note\ntransfer-start,done,16:31,<script>alert(1)</script> | x\n")
    main(["replay", PLAN, "--log", str(log), "--out", str(tmp_path / "out"), "--quiet", "--formats", "html,md"])
    found = folder(tmp_path / "out")

    assert "&lt;script&gt;alert(1)" in (found / "after-action.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in found.iterdir()) == ["after-action.html", "after-action.md"]


def test_by_the_list_that_it_was_held_by(tmp_path, capsys):
    """
    Played within 90 min, the exercise's clock is put forward; lines and clock are those of the list.
    """
    from sim.drill import Exercise, Kind, master_list
    from sim.drill.paper.json import write
    from sim.drill.run_of import RunOf
    from sim.load import load_case

    case = load_case(PLAN)
    master = master_list([RunOf.of(case.park, case.scenario, ())], Exercise(lasts_s=5400.0))
    (listed,) = write(master, tmp_path, "en")
    pump = next(line for line in master.of(Kind.ACTION) if line.action == "transfer-start")
    log = tmp_path / "log.csv"
    log.write_text(f"number,what,time\n{pump.number},ordered,E+{pump.exercise_s!r} s\n")

    main(["replay", PLAN, "--log", str(log), "--list", str(listed), "--out", str(tmp_path / "out"), "--json"])

    (row,) = [each for each in json.loads(capsys.readouterr().out)["actions"] if each["action"] == "transfer-start"]
    assert row["ordered [s]"] == pytest.approx(121 * 60)
    assert pump.exercise_s < 5400


@pytest.mark.parametrize(("words", "message"), [
    ([PLAN], "say where the exercise's times are: --log FILE, a CSV file or a workbook"),
    ([PLAN, "--log", "none.csv"], "there is no file none.csv"),
    ([PLAN, "--log", LOG, "--not-mentioned", "perhaps"], "--not-mentioned: must be done or missed, found 'perhaps'"),
    ([PLAN, "--log", LOG, "--formats", "pdf"], "--formats: there is no format 'pdf'; there are csv, json, md, html"),
    ([PLAN, "--log", LOG, "--list", LOG], f"{LOG}: is neither a workbook nor a JSON file"),
    ([PLAN, "--log", LOG, "--list", "none.json"], "there is no file none.json"),
])  # fmt: skip
def test_wrong_words(tmp_path, capsys, words, message):
    assert main(["replay", *words, "--out", str(tmp_path)]) == 2
    assert message in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []

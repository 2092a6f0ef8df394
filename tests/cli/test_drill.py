"""`drill`: an exercise out of scenarios, and edited lists handed back."""

import json
import re

import pytest
from openpyxl import load_workbook

from sim.cli import main
from sim.drill.paper.json import read

ALARM = 8
"""The number of the alarm's line in the list of the plan."""
PLAN, FIRE = "docs/first-park/plan.yaml", "docs/first-park/fire.yaml"


@pytest.fixture
def out(tmp_path):
    return tmp_path / "results"


def drill(out, *words):
    return main(["drill", *words, "--out", str(out)])


def folder(out, scenario="plan-"):
    (found,) = (each for each in out.iterdir() if each.name.startswith(scenario))
    return found / "drill"


def edit(path, row, column, value):
    book = load_workbook(path)
    book.worksheets[0].cell(row, column).value = value
    book.save(path)


def test_drill(out, capsys):
    """
    The plan in two hours: one action with a deadline, T+1 h 48 min, that the run misses by 33 min.
    """
    assert drill(out, PLAN, "--lasts", "2h") == 0
    seen = " ".join(capsys.readouterr().out.split())

    assert "First plan | full-scale exercise | 2 h Begins 2025-07-14 14:00 UTC+08:00" in seen
    assert "expected action 2" in seen
    assert "10 T+2 h 1 min T+2 h 21 min T+1 h 48 min 33 min too late Start the transfer pump" in seen
    assert {path.name for path in folder(out).iterdir()} == {
        "master-list.xlsx", "master-list.csv", "master-list.json", "files.json", "script.en.docx", "plan.en.docx",
        "timeline.en.html", "timeline.en.md", "calendar.en.ics",
    }  # fmt: skip
    assert (folder(out).parent / "deadlines.csv").is_file()


def test_without_a_clock_time_there_is_no_calendar_and_no_complaint(out):
    assert drill(out, "docs/first-park/fire.yaml", "--quiet") == 0

    assert not [path for path in folder(out, "fire-").iterdir() if path.suffix == ".ics"]


def test_a_calendar_is_renewed_against_an_earlier_one(out, tmp_path):
    """
    An hour later every entry has moved: each goes from SEQUENCE 0 to 1.
    """
    drill(out, PLAN, "--formats", "ics")
    earlier = tmp_path / "earlier.ics"
    earlier.write_bytes((folder(out) / "calendar.en.ics").read_bytes())
    again = ["--formats", "ics", "--calendar", str(earlier), "--starts", "2025-07-14 15:00 +08:00"]

    assert drill(out, PLAN, *again) == 0
    text = (folder(out) / "calendar.en.ics").read_text(encoding="utf-8")
    assert text.count("SEQUENCE:1\n") == text.count("BEGIN:VEVENT\n") == 17


def test_chinese(out, capsys):
    assert drill(out, PLAN, "--lang", "zh", "--type", "table-top", "--formats", "csv", "--bom") == 0

    assert "示例处置方案 | 桌面演练" in capsys.readouterr().out
    (path,) = (each for each in folder(out).iterdir() if each.suffix == ".csv")
    assert path.read_text(encoding="utf-8").startswith("\ufeff序号,事件时刻 T+,时钟 UTC+08:00,演练时刻")


def test_as_json(out, capsys):
    assert drill(out, PLAN, "--json", "--formats", "json", "--starts", "2026-06-10 09:00 +08:00") == 0
    data = json.loads(capsys.readouterr().out)

    assert data["lines"]["action"] == 2
    assert data["starts"] == "2026-06-10T09:00:00+08:00"
    assert [(each["action"], each["number"]) for each in data["actions"]] == [("transfer-start", 10)]
    assert data["disagreements"] == []


def test_an_edited_workbook_is_handed_back(out, capsys):
    """
    The alarm's words and its time; it is said that it now comes too soon. Length and density are those of before.
    """
    drill(out, PLAN, "--lasts", "2h", "--quiet")
    book = folder(out) / "master-list.xlsx"
    row = 2 + [line.number for line in read(folder(out) / "master-list.json").lines].index(ALARM) + 1
    edit(book, row, 8, "The horn sounds.")
    edit(book, row, 2, "100 min")

    assert drill(out, PLAN, "--from", str(book)) == 0
    seen = " ".join(capsys.readouterr().out.split())

    told = "now comes at T+1 h 40 min, before what it tells of, which the run has at T+1 h 56 min."
    assert f"Line {ALARM} {told}" in seen
    again = read(folder(out) / "master-list.json")
    assert again.exercise.lasts_s == 7200
    assert next(line for line in again.lines if line.number == ALARM).text.en == "The horn sounds."


def test_edited_work_is_never_written_over(out, capsys):
    """
    Neither by another `drill` nor by another `run`, which keeps the whole folder.
    """
    drill(out, PLAN, "--quiet")
    book = folder(out) / "master-list.xlsx"
    edit(book, 8, 8, "The horn sounds.")
    written = book.read_bytes()

    assert drill(out, PLAN) == 2
    assert f"{book} was edited since it was written; hand it back with --from {book}" in capsys.readouterr().err
    assert main(["run", PLAN, "--out", str(out), "--quiet"]) == 0
    assert book.read_bytes() == written
    assert drill(out, PLAN, "--formats", "csv", "--quiet") == 0
    assert book.read_bytes() == written


def test_two_incidents_of_one_day(out, capsys):
    """
    Their own results, and the exercise in a folder of its own.
    """
    assert drill(out, PLAN, FIRE, "--at", "0min,6h", "--json") == 0
    data = json.loads(capsys.readouterr().out)

    assert data["incidents"] == ["plan", "fire"]
    assert sorted(re.sub("-[0-9a-f]{8}$", "", each.name) for each in out.iterdir()) == ["fire", "plan", "plan+fire"]
    found = read(folder(out, "plan+fire") / "master-list.json")
    assert [each.begins_s for each in found.incidents] == [0, 6 * 3600]
    assert drill(out, PLAN, FIRE, "--from", str(folder(out, "plan+fire") / "master-list.json"), "--quiet") == 0
    again = read(folder(out, "plan+fire") / "master-list.json")
    assert repr(again) == repr(found)


def test_texts_of_one_s_own(out, tmp_path):
    texts = tmp_path / "texts.yaml"
    texts.write_text("fire: {en: 'Flames at {place}!'}\n", encoding="utf-8")

    assert drill(out, PLAN, "--texts", str(texts), "--formats", "csv", "--quiet") == 0
    assert "Flames at bund!" in (folder(out) / "master-list.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(("words", "says"), [
    ([], "name a scenario, such as: python run_sim.py drill scenarios/changshou-tank-fire.yaml"),
    ([PLAN, PLAN], "plan is played twice; copy the scenario under another id to play it again"),
    ([PLAN, FIRE, "--pick", "second-team"], "--pick, --set and --levels change one scenario; of several"),
    ([PLAN, FIRE, "--at", "1h"], "--at: 2 scenarios begin at 2 times, found 1; such as 0min,3h"),
    ([PLAN, "scenarios/changshou-tank-fire.yaml"], "plays in another park than docs/first-park/plan.yaml"),
    ([PLAN, "--type", "tabletop"], "--type: 'tabletop' is no type of exercise; did you mean 'table-top'?"),
    ([PLAN, "--lasts", "2"], "--lasts: 2 has no unit; write min, h or d behind it"),
    ([PLAN, "--lasts", "0 h"], "--lasts: must not be nothing, found 0 h; write one such as 2h"),
    ([PLAN, "--starts", "9 o'clock"], "is no clock time; write one such as 2025-07-14 14:20 +08:00"),
    ([PLAN, "--most-an-hour", "0"], "--most-an-hour: must be above 0, found 0"),
    ([PLAN, "--formats", "xls"], "--formats: there is no document 'xls'; did you mean 'xlsx'?"),
    ([PLAN, "--from", "nothing.xlsx"], "nothing.xlsx: cannot be read: No such file or directory"),
    ([PLAN, "--texts", "nothing.yaml"], "there is no file nothing.yaml"),
])  # fmt: skip
def test_wrong_words(out, capsys, words, says):
    assert drill(out, *words) == 2

    assert says in capsys.readouterr().err
    assert not out.exists()


def test_a_list_of_another_exercise_is_refused(out, capsys):
    drill(out, PLAN, "--formats", "json", "--quiet")

    assert drill(out, FIRE, "--from", str(folder(out) / "master-list.json")) == 2
    assert "is a list of plan, and fire is to be played" in capsys.readouterr().err


def test_the_schema_of_texts(capsys):
    assert main(["schema", "drill-texts"]) == 0

    assert json.loads(capsys.readouterr().out)["title"] == "Drill-texts file"


def test_nobody_s_numbers_are_lost(out):
    """
    A thinned list remembers the numbers of what was left out.
    """
    drill(out, PLAN, "--formats", "json", "--quiet")
    first = read(folder(out) / "master-list.json")
    list_file = folder(out) / "master-list.json"

    drill(out, PLAN, "--from", str(list_file), "--most-an-hour", "1", "--formats", "json", "--quiet")
    drill(out, PLAN, "--from", str(list_file), "--most-an-hour", "60", "--formats", "json", "--quiet")

    again = read(list_file)
    assert again.given == first.given
    assert {line.key: line.number for line in again.lines} == {line.key: line.number for line in first.lines}



"""`gaps` as its reader sees it."""

import csv
import json
from time import process_time

import pytest
from openpyxl import load_workbook

from sim.cli import main

FIRST = "docs/first-park"


@pytest.fixture(autouse=True)
def project(monkeypatch, request):
    """We stand in the project's folder, before a terminal so wide that nothing is broken."""
    monkeypatch.chdir(request.config.rootpath)
    monkeypatch.setenv("COLUMNS", "250")


def words(capsys):
    """What was printed, in one line."""
    return " ".join(capsys.readouterr().out.split())


def test_without_a_scenario_they_are_counted_by_sort(capsys):
    assert main(["gaps", FIRST]) == 0

    said = words(capsys)
    assert "40 gaps in First park, by sort. Name scenarios, too" in said
    assert "what stands in it before the accident 5 - bund, pool, public-pool and 2 more" in said
    assert "3 more; --all prints them" in said


def test_with_scenarios_that_comes_first_on_which_most_hangs(capsys):
    """
    Six of 40, as the plan of the page says: its main is lost by 3 minutes. The first ten are printed.
    """
    assert main(["gaps", FIRST, f"{FIRST}/plan.yaml"]) == 0

    said = words(capsys)
    assert "that first on which most hangs in First plan: 6 turn a verdict" in said
    assert "30 more; --all prints them" in said
    assert "Every range is assumed; one value at a time is changed" in said


def test_in_chinese(capsys):
    assert main(["gaps", FIRST, f"{FIRST}/plan.yaml", "--lang", "zh"]) == 0

    said = words(capsys).replace(" ", "")
    assert "按在示例处置方案中的影响排列：6处改变结论" in said
    assert "问园区管理机构：" in said


def test_the_lists_are_there_to_be_filled_in(tmp_path):
    """
    CSV and workbook have the same rows; the yellow columns are empty, and the ranges' reasons have a sheet.
    """
    assert main(["gaps", FIRST, "--out", str(tmp_path), "--quiet"]) == 0

    with (tmp_path / "gaps.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    book = load_workbook(tmp_path / "gaps.xlsx")
    sheet, spans = book.worksheets
    heads = [cell.value for cell in sheet[2]]
    assert [sheet.cell(row, 1).value for row in range(3, sheet.max_row + 1)] == [row["Gap"] for row in rows]
    assert {row[head] for row in rows for head in ("Answer", "Known how", "Source", "Answered by", "Date")} == {""}
    assert sheet.column_dimensions["E"].fill.fgColor.rgb.endswith("FFF2CC")
    assert heads[4] == "Answer"
    assert "from empty to a tenth" in spans["B2"].value


def test_for_a_program(capsys):
    assert main(["gaps", FIRST, f"{FIRST}/fire.yaml", "--json"]) == 0

    first = json.loads(capsys.readouterr().out)["gaps"][0]
    assert (first["gap"], first["unit"]) == ("flow/transfer", "m3/h")
    assert first["whom"] == "park office"


def test_a_large_park_is_answered_at_once(capsys):
    """
    396 storages, 1,167 operation sheets, in under 2 s of the processor's time.
    """
    main(["gaps", "configs/changshou-yanjia"])
    begun_s = process_time()
    main(["gaps", "configs/changshou-yanjia"])

    assert process_time() - begun_s < 2
    assert "5,481 gaps in Changshou Yanjia cluster" in words(capsys)


@pytest.mark.parametrize(("given", "told"), [
    ([], "name a park, and scenarios to rank its gaps by"),
    ([f"{FIRST}/fire.yaml"], f"{FIRST}/fire.yaml is a scenario; name its park before it"),
    ([FIRST, FIRST], f"{FIRST} is a park; one park at a time"),
    ([FIRST, "scenarios/changshou-tank-fire.yaml"], "does not play in first-park"),
    ([FIRST, f"{FIRST}/fire.yaml", f"{FIRST}/fire.yaml"], "two scenarios are called 'fire'"),
])  # fmt: skip
def test_what_is_wrong_is_told(given, told, capsys):
    assert main(["gaps", *given]) == 2
    assert told in capsys.readouterr().err


def test_import_says_what_may_be_imported(capsys):
    assert main(["import"]) == 2
    assert "name what to import" in capsys.readouterr().err
    assert main(["import", "gap"]) == 2
    assert "there is no import of 'gap'; did you mean 'gaps'?" in capsys.readouterr().err
    assert main(["import", "gaps", "--help"]) == 0
    assert "Take back a list of gaps" in capsys.readouterr().out

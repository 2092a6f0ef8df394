"""Any text in any name comes out of every command as it is, and opens in what reads it.

The first park, whose pool, crew, pump and scenario are called by what some format takes for a mark of its own.
"""

import csv
import json
import re
import shutil
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import icalendar
import pytest
from docx import Document
from openpyxl import load_workbook

from sim.cli import main

ROOT = Path(__file__).parents[2]
POOL = "Pool, hire $50 {a day$ <!-- to be surveyed --> </script> & \"x\" | `y` *z*"
CREW = "=1+1 Duty " + "very long " * 30
PUMP = "@SUM(A1) $$ A $^$ B"
FORMULA = re.compile(r"[=@+]|-\D+\w|-\d+[+|]")
"""How a cell begins that a spreadsheet would work out."""
PLAN = "-2+3|x <script>alert(1)</script> [a](javascript:alert(1))"


@pytest.fixture
def park(tmp_path, monkeypatch):
    """The folder of the park, where we stand."""
    shutil.copytree(ROOT / "docs/first-park", tmp_path / "park")
    monkeypatch.chdir(tmp_path / "park")
    for file, was, now in (
        ("park.yaml", "en: Duty team,", CREW), ("park.yaml", "en: Start the transfer pump,", PUMP),
        ("plan.yaml", "en: First plan,", PLAN),
    ):  # fmt: skip
        put(file, was, f"en: {json.dumps(now)},")
    put("park.yaml", "\n  pool: {", f"\n  pool: {{name: {json.dumps(POOL)}, ")
    return tmp_path


def put(file, was, now):
    text = Path(file).read_text(encoding="utf-8")
    assert was in text, was
    Path(file).write_text(text.replace(was, now), encoding="utf-8")


def made(park, *words):
    """The files that a command makes, by name."""
    out = park / words[0]
    assert main([*words, "--out", str(out), "--quiet"]) == 0
    return {path.name: path for path in out.rglob("*") if path.is_file()}


def check_tables(files):
    """No cell of a table begins as a formula does, but for figures."""
    for name, path in files.items():
        if name.endswith(".csv"):
            with path.open(encoding="utf-8-sig", newline="") as file:
                cells = {cell for row in csv.reader(file) for cell in row}
            assert [each for each in cells if FORMULA.match(each)] == [], name


def test_figures_and_the_map(park):
    """
    dollar-in-name: two dollars are no mathematics, in figures as in tables.
    """
    files = made(park, "plot", "plan.yaml") | made(park, "map", "plan.yaml")

    check_tables(files)
    assert len([ElementTree.parse(path) for name, path in files.items() if name.endswith(".svg")]) > 5


def test_the_page(park):
    """
    comment-in-name: the page's data is JSON, and says the name as it is; nothing of a name is markup.
    """
    page = made(park, "report", "plan.yaml")["report.html"].read_text(encoding="utf-8")
    (data,) = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)

    assert POOL in json.dumps(json.loads(data), ensure_ascii=False).replace('\\"', '"')
    assert "<!-- to be" not in page
    assert "<script>alert" not in page
    assert unescape(page).count("<!-- to be surveyed -->") > 1


def test_documents_of_an_exercise(park):
    files = made(park, "drill", "plan.yaml")

    check_tables(files)
    with files["master-list.csv"].open(encoding="utf-8", newline="") as file:
        assert f"'{CREW.strip()}" in {cell.strip() for row in csv.reader(file) for cell in row}
    book = load_workbook(files["master-list.xlsx"])
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    formulas = [cell.value for cell in cells if cell.data_type == "f"]
    assert [each for each in formulas if "SUM(A1) $$" in each or "1+1" in each] == []
    assert CREW.strip() in {str(cell.value).strip() for cell in cells}
    assert any(CREW.strip() in each.text for table in Document(files["plan.en.docx"]).tables for row in table.rows
               for each in row.cells)  # fmt: skip
    assert len(icalendar.Calendar.from_ical(files["calendar.en.ics"].read_bytes()).walk("VEVENT")) > 5
    for name in ("timeline.en.html", "timeline.en.md"):
        assert "<script>alert" not in files[name].read_text(encoding="utf-8")


def test_the_after_action_report(park):
    """
    In Markdown a name is no tag and no link.
    """
    files = made(park, "replay", "plan.yaml", "--log", "exercise.csv")

    check_tables(files)
    text = files["after-action.md"].read_text(encoding="utf-8")
    assert "<script>" not in text
    assert r"\[a\](javascript:alert(1))" in text
    assert "<script>alert" not in files["after-action.html"].read_text(encoding="utf-8")


def test_files_for_others(park):
    files = made(park, "export", "geojson", "plan.yaml") | made(park, "export", "swmm", "plan.yaml")

    assert POOL in {each["properties"].get("name_en") or each["properties"].get("name") for each in
                    json.loads(files["plan.geojson"].read_text(encoding="utf-8"))["features"]}  # fmt: skip
    check_tables(files)


def test_formulas_stay_where_they_are_wanted(park):
    files = made(park, "drill", "plan.yaml", "--formulas", "--formats", "csv")

    with files["master-list.csv"].open(encoding="utf-8", newline="") as file:
        assert CREW.strip() in {cell.strip() for row in csv.reader(file) for cell in row}

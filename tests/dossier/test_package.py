"""The papers of a package: every number is a run's, nothing unknown is called none, the same bytes every time."""

import csv
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Cm
from openpyxl import load_workbook

from sim.cli import main
from sim.dossier import Dossier, Played, questions, write_papers
from sim.dossier.facilities import facilities_table
from sim.dossier.spaces import spaces_table
from sim.load import load_case, load_park
from tests.dossier.conftest import LANGUAGES, PARK
from tests.dossier.papers import numbers_of, times_of, unfounded, volumes_of, words_of
from tests.shipped import ROOT

DOCUMENTS = ("0-cover", "1-plan", "4-scenario-cards", "5-post-cards")
INVENTORY = ["序号", "应急空间名称", "企业名称", "类型", "防控级别", "功能", "经度", "纬度", "范围数据",
             "可用容量(立方米)", "备注"]  # fmt: skip


def cells_of(path, columns):
    """The rows of every table of so many columns."""
    found = [[cell.text for cell in row.cells] for table in docx.Document(path).tables for row in table.rows]
    return [row for row in found if len(row) == columns]


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_volumes_and_times_are_found_in_words():
    """
    The finder itself: flows are no volumes, and a span is the sum of its pieces.
    """
    assert volumes_of("1,458 m³ at 600 m³/h, 51.9 L, 20 L/s") == {"1,458 m3", "51.9 L"}
    assert times_of("T+2 h 21 min; 41分41秒") == {"2 h 21 min": 8460, "41分41秒": 2501}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_volume_and_time_is_found_in_the_tables_of_the_runs(package, name, language):
    (folder,) = (package / "runs").iterdir()

    assert unfounded(words_of(package / f"{name}.{language}.docx"), *numbers_of(folder)) == set()


def test_a_number_of_nobody_is_noticed(package):
    """
    2,001 m3 stands in no table, nor does T+2 h 27 min: the pump was started at T+2 h 21 min and the outfall was
    shut at T+2 h 36 min.
    """
    (folder,) = (package / "runs").iterdir()

    assert unfounded(["2,000 m³", "2,001 m³", "T+2 h 29 min"], *numbers_of(folder)) == {"2,001 m3", "2 h 29 min"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_says_what_the_head_of_the_scenario_has_worked_out(package, language):
    """
    600 m3 into the bund; ordered at T+2 h 1 min, pump started at T+2 h 21 min, outfall shut 15 min later;
    330 m3 over the pool's crest, 30 m3 out of the main.
    """
    words = "\n".join(words_of(package / f"1-plan.{language}.docx"))
    unit, hour, minute = (" m³", " h ", " min") if language == "en" else ("立方米", "小时", "分")
    expected = [*(f"{each}{unit}" for each in (600, 330, 30)),
                *(f"T+2{hour}{each}{minute}" for each in (1, 21, 36))]  # fmt: skip

    assert [each for each in expected if each not in words] == []


def test_orders_stand_in_their_order_with_sheet_crew_and_times(package):
    """
    Both ordered at T+2 h 1 min to one team: 10 min way and 10 min work, then 5 min way and 10 min work. The pool gets
    1,080 m3/h from T+1 h to T+4 h 10 min, 3,420 m3, and holds 2,000: 1,420 m3 at 600 m3/h take 2 h 22 min, so the pump
    had to run by T+1 h 48 min. No tier is kept by the outfall alone, but without it more escapes.
    """
    rows = [row for row in cells_of(package / "1-plan.en.docx", 9) if row[0] in ("1", "2")]

    assert [[cell.split("\n")[-1] for cell in row[:7]] for row in rows] == [
        ["1", "transfer-start", "Duty team", "T+2 h 1 min", "T+2 h 1 min", "T+2 h 11 min", "T+2 h 21 min"],
        ["2", "outfall-shut", "Duty team", "T+2 h 1 min", "T+2 h 21 min", "T+2 h 26 min", "T+2 h 36 min"],
    ]
    assert [row[7] for row in rows] == ["T+1 h 48 min\nmissed in the run", "as soon as can be"]
    assert all(row[8].endswith("m³ more escapes") for row in rows)


def test_what_reports_must_say_is_said_once(package):
    """
    Eight reports are owed while the grade is not settled; the country's rules have six of them say the same, and the
    two that warn others. Reports without a time of grace are due at once: detected at T+10 min.
    """
    words = words_of(package / "1-plan.en.docx")
    rows = [row for row in cells_of(package / "1-plan.en.docx", 7) if row[0].isdigit() and row[4]]
    told = [each for each in words if " must say: " in each]

    assert [row[0] for row in rows] == [str(number) for number in range(1, 9)]
    assert [each.partition(" must say: ")[0] for each in told] == ["No. 1, 2, 3, 4, 5, 6", "No. 7, 8"]
    assert [row[1] for row in rows[:2]] == ["at once\n(T+10 min)"] * 2


def test_each_scenario_ends_with_its_command_map_on_a_page_to_fold_out(package):
    """
    A4 upright, then A3 across for the one scenario's map, then A4 upright again; the first picture is the park's map.
    """
    document = docx.Document(package / "1-plan.zh.docx")
    sizes = [(round(each.page_width.cm, 1), round(each.page_height.cm, 1)) for each in document.sections]

    assert sizes == [(21.0, 29.7), (42.0, 29.7), (21.0, 29.7)]
    assert len(document.inline_shapes) == 2
    assert document.inline_shapes[1].width.cm > 30


def test_the_list_of_spaces_has_the_columns_of_the_parks_own_lists(package):
    header, *rows = list(csv.reader((package / "3-spaces.zh.csv").read_text(encoding="utf-8").splitlines()))

    assert header[: len(INVENTORY)] == INVENTORY
    assert [row[1] for row in rows] == ["bund", "pool", "main", "public-pool", "river"]
    assert [float(row[9]) for row in rows] == [1500, 2000, 300, 5000, 16000]  # the river has 4,000 of 20,000 m3 in it


def test_how_each_space_is_used_stands_beside_it(package):
    """
    The pool is filled over the bund's crest, the public pool by the transfer pump alone, and nothing on file leads
    into the bund; the pump's sheet is both pools'.
    """
    rows = {row["Id"]: row for row in rows_of(package / "3-spaces.en.csv")}

    assert [rows[id]["How water comes in"] for id in ("bund", "pool", "public-pool")] == [
        "not known: nothing on file leads in", "by gravity", "pumped",
    ]  # fmt: skip
    assert rows["pool"]["Operation sheets"] == "Start the transfer pump (transfer-start)"
    assert rows["bund"]["Operation sheets"] == rows["bund"]["Enterprise"] == "not known"
    assert {row["Basis"] for row in rows.values()} == {"assumed"}


def test_facilities_and_means_are_listed_with_who_operates_them(package):
    """
    Two gates, a pump, a crew and a sensor.
    """
    rows = rows_of(package / "3-facilities.en.csv")

    assert [(row["Id"], row["Sort"], row["On an ordinary day"]) for row in rows] == [
        ("outfall", "gate", "open"), ("river-gate", "gate", "open"), ("transfer", "pump", "stopped"),
        ("duty", "crew", "in the park"), ("pool-level", "monitoring", ""),
    ]  # fmt: skip
    assert rows[2]["Operation sheets: who, way, work"] == (
        "Start the transfer pump (transfer-start): Duty team, way 10 min, work 10 min"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_holds_what_the_csv_files_hold(package, language):
    book = load_workbook(package / f"3-lists.{language}.xlsx")
    for sheet, name in zip(book.worksheets, ("spaces", "facilities"), strict=False):
        header, *rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        table = list(csv.reader((package / f"3-{name}.{language}.csv").read_text(encoding="utf-8").splitlines()))

        assert header == table[0]
        assert [[_plain(cell) for cell in row] for row in rows] == [[_plain(cell) for cell in row] for row in table[1:]]
        assert sheet.print_title_rows == "$1:$2"
    first = {cell.value: row for cell, row in zip(book.worksheets[0][2], book.worksheets[0][3], strict=True)}
    usable = first["Usable capacity (m3)" if language == "en" else "可用容量(立方米)"]
    assert (usable.data_type, usable.alignment.horizontal) == ("n", "right")


def _plain(cell):
    """A cell's figure or text."""
    try:
        return float(cell)
    except (TypeError, ValueError):
        return cell or ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_nobody_knows_is_called_unknown_and_never_none(package, dossier, language):
    """
    The park has no works, no receptors, no owner of any space and no people in its crew; what a card of its scenario
    says is known.
    """
    unknown = {"en": "not known", "zh": "未知"}[language]
    never = {"en": ("none", "no", "n/a"), "zh": ("无", "没有", "暂无")}[language]
    for name in DOCUMENTS:
        words = words_of(package / f"{name}.{language}.docx")

        assert [each for each in words if each.strip().lower() in never] == []
        assert name == "4-scenario-cards" or any(unknown in each.lower() for each in words)
    plan = "\n".join(words_of(package / f"1-plan.{language}.docx"))
    assert all(each.text.replace("m3", "m³") in plan for each in questions(dossier, language))


def test_contacts_are_left_blank(package):
    """
    Posts with what for, then name, telephone and deputy.
    """
    rows = [row for row in cells_of(package / "1-plan.en.docx", 5) if row[0] in ("Command post", "Duty team")]

    assert [row[2:] for row in rows if row[1] in ("decides, orders, reports", "has orders in the scenarios")] == [
        ["", "", ""], ["", "", ""],
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "width_cm", "height_cm"), [
    ("1-plan", 21.0, 29.7), ("4-scenario-cards", 29.7, 21.0), ("5-post-cards", 14.8, 21.0),
])  # fmt: skip
def test_pages_are_of_their_size_and_heads_are_repeated(package, name, width_cm, height_cm):
    document = docx.Document(package / f"{name}.zh.docx")
    section = document.sections[0]

    assert section.page_width == pytest.approx(Cm(width_cm), abs=1000)
    assert section.page_height == pytest.approx(Cm(height_cm), abs=1000)
    assert any(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in document.tables)
    assert document.styles["Normal"].element.rPr.rFonts.get(qn("w:eastAsia")) == "SimSun"


def test_each_card_begins_a_page(package):
    """
    One scenario is one card; two posts are the command post and the duty team.
    """
    heads = [each.text for each in docx.Document(package / "5-post-cards.en.docx").paragraphs
             if each.style.name == "Heading 1"]  # fmt: skip

    assert heads == ["Command post", "Duty team"]


def test_the_same_scenarios_give_the_same_bytes(package, tmp_path):
    again = Dossier(load_park(PARK), [Played.of(load_case(PARK / "plan.yaml"))])
    names = [each.path.name for each in write_papers(again, tmp_path, "zh")]

    assert [each for each in names if (tmp_path / each).read_bytes() != (package / each).read_bytes()] == []
    with ZipFile(tmp_path / "1-plan.zh.docx") as file:
        assert {each.date_time[0] for each in file.infolist()} == {1980}


def test_the_most_pressing_question_is_what_a_verdict_hangs_on(dossier):
    """
    The pool, the main and the river are the tightest of their tiers, and all of them are assumed.
    """
    first = questions(dossier, "en")[0]

    assert first.text.endswith("pool; main; river")
    assert first.whom == "their owners"


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """The same park without a single place, and a scenario in which nobody is told to do anything."""
    folder = tmp_path_factory.mktemp("bare")
    park = (PARK / "park.yaml").read_text(encoding="utf-8").splitlines()
    scenario = (PARK / "plan.yaml").read_text(encoding="utf-8").split("response:")[0].replace("starts", "# starts")
    placeless = "\n".join(_without_place(line) for line in park if not line.startswith("origin"))
    (folder / "park.yaml").write_text(placeless, encoding="utf-8")
    (folder / "scenario.yaml").write_text(scenario, encoding="utf-8")
    return Dossier(load_park(folder), [Played.of(load_case(folder / "scenario.yaml"))])


def _without_place(line):
    return line.partition(", x:")[0] + "}" if ", x:" in line else line


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_park_without_places_and_orders_has_its_package_and_says_what_it_lacks(bare, tmp_path, language):
    papers = write_papers(bare, tmp_path, language)
    words = "\n".join(words_of(tmp_path / f"1-plan.{language}.docx"))
    unknown = {"en": "Not known: ", "zh": "未知："}[language]

    assert all(each.path.stat().st_size > 0 for each in papers)
    assert words.count(unknown) >= 5  # receptors, works, the clock, who does what, when reports are owed
    lines = (tmp_path / f"3-spaces.{language}.csv").read_text(encoding="utf-8").splitlines()
    assert {row[6] for row in list(csv.reader(lines))[1:]} == {{"en": "not known", "zh": "未知"}[language]}


def test_scenarios_of_the_large_park_share_one_package(tmp_path):
    """
    186 works, 396 spaces; the plan lists only those that accident water reaches. Orders of a script have no sheet, and
    nobody stands behind them. Nothing leaves the boundary in the one and the works in the other, whose outer two tiers
    no water reaches; through the drains of both works it only flows.
    """
    cases = [load_case(ROOT / "scenarios" / f"changshou-{name}.yaml") for name in ("night-shift", "tank-fire")]
    large = Dossier(load_park(ROOT / "configs" / "changshou-yanjia"), [Played.of(each) for each in cases])
    write_papers(large, tmp_path, "zh")
    words = words_of(tmp_path / "1-plan.zh.docx")
    numbers = [_numbers(each, tmp_path) for each in large.played]

    assert unfounded(words, *(set().union(*each) for each in zip(*numbers, strict=True))) == set()
    assert len(rows_of(tmp_path / "3-spaces.zh.csv")) == 396
    assert words.count("操作单：未知") == 6
    assert words.count("甲醇罐区") == 1
    assert "methanol tank farm" not in words
    assert [words.count(each) for each in ("未外泄", "事故水未到达", "流过，不存", "无")] == [2, 2, 2, 0]


def _numbers(played, folder):
    from sim.result import save

    return numbers_of(save(played.run.result, played.case, folder / "runs", studies=played.tables()))


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    """The park out of a list of 21 places, of which three hold nothing; no scenario is needed for its lists."""
    place = tmp_path_factory.mktemp("imported")
    assert main(["import", "inventory", str(ROOT / "docs/from-list/spaces.csv"), "--out", str(place), "--quiet"]) == 0
    return Dossier(load_park(place), [])


def test_what_the_inventory_says_stands_in_the_lists(imported):
    """
    Owner, function and number of the list's first row, which no plant of the park file stands behind; the sluice, the
    bridge and the place for a dam, which hold nothing, are among facilities and means.
    """
    header, *rows = [spaces_table(imported, "zh").header, *spaces_table(imported, "zh").rows]
    first = dict(zip(header, rows[0], strict=True))
    sites = [row[1:3] for row in facilities_table(imported, "zh").rows]

    assert [first[key] for key in ("企业名称", "功能", "原清单编号")] == ["晋岚化工", "拦截泄漏物料", "QL-001"]
    assert sites == [["岚桥", "桥梁"], ["下湾临时筑坝点", "临时筑坝点"], ["青岚河1#闸坝", "闸坝"]]


def test_where_spaces_of_a_list_overflow_to_is_the_first_thing_to_ask(imported):
    """
    The import has 18 spaces overflow to the ground because the list does not say; a treatment plant's own is not asked
    about. All owners but none of the works are known.
    """
    asked = [each.text for each in questions(imported, "en")]

    assert asked[0].startswith("Where these overflow to when they are full; runs take the ground (17): ")
    assert not [each for each in asked if each.startswith("Whose")]

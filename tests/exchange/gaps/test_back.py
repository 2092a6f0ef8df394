"""Lists of gaps that come back: read, refused row by row, and written into YAML and CSV."""

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sim.cli import main
from sim.load import load_park
from sim.park import Basis

PARK = """\
# a comment that stays
id: small
basis: assumed
source: made up
tiers:
  plant: {promise: nothing leaves the plant}
tables: {storages: pools.csv}
storages:
  bund:   # the largest
    tier: plant
    kind: bund
    capacity: 600 m3   # by eye
    overflows_to: pool
  ditch: {tier: plant, kind: basin, capacity: 20 m3, initial: {rain: 1 m3}}
"""
POOLS = """\
编号,名称,级别,类型,有效容积（m3）,备注
pool,1号池,plant,accident-pool,1000,"a, b"
well,集水井,plant,pit,50,
"""
HEADS = {
    "en": ("Gap", "Question", "Answer", "Unit", "Known how", "Source", "Answered by", "Date"),
    "zh": ("缺项编号", "问题", "答复", "单位", "数据依据", "来源", "答复人", "答复日期"),
}


@pytest.fixture
def place(tmp_path, monkeypatch):
    """The park's folder, in which we stand, with its list of gaps in English and in Chinese."""
    (tmp_path / "park").mkdir()
    (tmp_path / "park" / "park.yaml").write_text(PARK, encoding="utf-8")
    (tmp_path / "park" / "pools.csv").write_text(POOLS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for language in HEADS:
        assert main(["gaps", "park", "--out", language, "--lang", language, "--quiet"]) == 0
    return tmp_path


def fill(language="en", **changed):
    """Fill rows in: each id with an answer, or with texts of columns by their English heads."""
    path = Path(language) / "gaps.xlsx"
    book = load_workbook(path)
    sheet = book.worksheets[0]
    column = {cell.value: cell.column for cell in sheet[2]}
    heads = dict(zip(HEADS["en"], HEADS[language], strict=True))
    rows = {sheet.cell(row, 1).value: row for row in range(3, sheet.max_row + 1)}
    for id, cells in changed.items():
        row = rows[id.replace("__", "/")]
        usual = {"Known how": "measured" if language == "en" else "实测", "Answered by": "works", "Date": "2026-11-30"}
        given = cells if isinstance(cells, dict) else {"Answer": cells}
        for head, text in {**usual, **given}.items():
            sheet.cell(row, column[heads[head]]).value = text
    book.save(path)
    return str(path)


@pytest.mark.parametrize("language", HEADS)
def test_answers_come_into_yaml_and_csv_with_how_they_are_known(place, language, capsys):
    """
    Both files load again; comments, and cells that nobody asked about, are as before.
    """
    path = fill(language, capacity__bund=650, level__bund=0, capacity__pool="1100 m3", floor__well=3.5,
                overflow__ditch="1号池", level__ditch=2)  # fmt: skip

    assert main(["import", "gaps", path, "--park", "park", "--update", "--lang", language]) == 0

    park = load_park("park")
    known = {each.path: (each.text, each.basis, each.source) for each in park.provenance}
    said = "works, 2026-11-30"
    assert known["storages.bund.capacity"] == ("650 m3", Basis.MEASURED, said)
    assert known["storages.bund.initial.rain"] == ("0 m3", Basis.MEASURED, said)
    assert known["storages.pool.capacity"] == ("1100 m3", Basis.MEASURED, said)
    assert known["storages.ditch.initial.rain"] == ("2 m3", Basis.MEASURED, said)
    assert known["storages.well.floor"] == ("3.5 m", Basis.MEASURED, said)
    assert known["storages.well.capacity"] == ("50 m3", Basis.ASSUMED, "made up")
    assert park.links["ditch-spillway"].target == "pool"
    text = Path("park/park.yaml").read_text(encoding="utf-8")
    assert text.startswith("# a comment that stays\n")
    assert "capacity: {value: 650 m3, basis: measured, source: \"works, 2026-11-30\"}   # by eye" in text
    with open("park/pools.csv", encoding="utf-8", newline="") as file:
        assert [row[5] for row in csv.reader(file)] == ["备注", "a, b", ""]
    assert Path("park/pools.csv.bak").read_text(encoding="utf-8") == POOLS
    assert "park.yaml.bak" in capsys.readouterr().out


OF_ONE_WORKS = """\
id,tier,kind,capacity [m3],overflows_to,owner,assumed
bund,plant,bund,500,ground,Works A,capacity; overflows_to
pool,plant,accident-pool,900,ground,Works A,overflows_to
"""


def test_what_nobody_told_is_assumed_no_longer_once_it_is_answered(place):
    """
    Of the bund the capacity is left, of the pool nothing; neither is asked again where it overflows to.
    """
    Path("park/pools.csv").write_text(OF_ONE_WORKS, encoding="utf-8")
    Path("park/park.yaml").write_text(PARK.partition("storages:\n")[0], encoding="utf-8")
    assert main(["gaps", "park", "--out", "en", "--quiet"]) == 0

    path = fill(overflow__bund="pool", floor__bund=1, overflow__pool="out")
    assert main(["import", "gaps", path, "--park", "park", "--update", "--quiet"]) == 0

    park = load_park("park")
    assert {id: each.assumed for id, each in park.storages.items()} == {"bund": ("capacity",), "pool": ()}
    assert {each.source: each.target for each in park.links.values()} == {"bund": "pool", "pool": "out"}
    assert main(["gaps", "park", "--out", "again", "--quiet"]) == 0
    assert "overflow/" not in Path("again/gaps.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(("language", "answer"), [("en", "outside the park"), ("zh", "园区外"), ("en", "out")])
def test_where_every_park_ends_may_be_answered_as_the_list_calls_it(place, language, answer):
    """
    The range that the list tries ends with these words.
    """
    path = fill(language, overflow__ditch=answer)
    assert main(["import", "gaps", path, "--park", "park", "--update", "--quiet"]) == 0

    assert load_park("park").links["ditch-spillway"].target == "out"


def test_whoever_owns_a_space_by_the_list_is_asked(place):
    Path("park/pools.csv").write_text(OF_ONE_WORKS, encoding="utf-8")
    Path("park/park.yaml").write_text(PARK.partition("storages:\n")[0], encoding="utf-8")
    assert main(["gaps", "park", "--out", "en", "--quiet"]) == 0

    with open("en/gaps.csv", encoding="utf-8", newline="") as file:
        whom = {row["Gap"]: row["Whom to ask"] for row in csv.DictReader(file)}
    assert (whom["overflow/bund"], whom["storm"]) == ("Works A", "meteorological service")


def test_what_was_answered_is_no_gap_any_more(place):
    """
    Nothing stands in the bund, and that was measured: nobody asks again.
    """
    main(["import", "gaps", fill(level__bund=0), "--park", "park", "--update", "--quiet"])
    main(["gaps", "park", "--out", "again", "--quiet"])

    with open("again/gaps.csv", encoding="utf-8", newline="") as file:
        ids = {row["Gap"] for row in csv.DictReader(file)}
    assert "level/bund" not in ids
    assert "level/pool" in ids


@pytest.mark.parametrize("language", HEADS)
def test_answers_are_not_written_over(language, place, capsys):
    """
    An empty list is made anew, one with an answer is not.
    """
    assert main(["gaps", "park", "--out", language, "--lang", language, "--quiet"]) == 0
    path = fill(language, capacity__bund=650)
    before = Path(path).read_bytes()

    assert main(["gaps", "park", "--out", language]) == 2

    assert f"{path} has answers in it" in capsys.readouterr().err
    assert Path(path).read_bytes() == before


def test_nothing_is_written_unless_that_is_asked_for(place, capsys):
    before = {path: path.read_bytes() for path in Path("park").iterdir()}

    assert main(["import", "gaps", fill(capacity__bund=650), "--park", "park"]) == 0

    assert {path: path.read_bytes() for path in Path("park").iterdir()} == before
    out = capsys.readouterr().out
    assert "Nothing is written; --update puts these values into the park's files." in out
    assert "Answered: 1. Rows without an answer: " in out


def test_all_that_is_wrong_is_told_row_by_row(place, capsys):
    """
    A wrong unit, an assumption, nobody who says so, a question that was changed, and a gap nobody knows.
    """
    path = fill(
        capacity__bund={"Answer": "7 kg"},
        capacity__pool={"Answer": 900, "Known how": "assumed"},
        capacity__well={"Answer": 60, "Answered by": None},
        floor__pool={"Answer": 2, "Question": "How deep is it?"},
        floor__bund={"Answer": 2, "Gap": "floor/bundd"},
        place__bund={"Answer": "north of the gate"},
    )  # fmt: skip

    assert main(["import", "gaps", path, "--park", "park", "--update"]) == 2

    told = capsys.readouterr().err
    assert told.startswith("6 problems:")
    for text in (
        "storages.bund.capacity: ", "kg", "an assumption is no answer", "say who answered", "the question was changed",
        "'floor/bundd' is no gap of this park", "write longitude and latitude in degrees",
    ):  # fmt: skip
        assert text in told
    assert not Path("park/park.yaml.bak").exists()


def test_a_place_is_two_values(place):
    assert main(["import", "gaps", fill(place__bund="107.05, 29.80"), "--park", "park", "--update", "--quiet"]) == 0

    found = load_park("park").storages["bund"].place
    assert (found.longitude, found.latitude) == (107.05, 29.80)


def test_what_no_single_value_says_is_for_people_to_write(place, capsys):
    assert main(["import", "gaps", fill(sensor__bund="a camera"), "--park", "park"]) == 0

    told = " ".join(capsys.readouterr().out.split())
    assert "for people to write into the park or scenario: How is it noticed" in told


def test_what_a_scenario_lacks_is_for_people_to_write_there(place, capsys):
    """
    The river's flow was asked about a scenario; the answer does not hold the others up.
    """
    fire = "park: park\nhorizon: 1 h\nbasis: assumed\n"
    spill = "releases: {spill: {into: bund, at: 0 min, volume: 9 m3, over: 1 min}}\n"
    Path("fire.yaml").write_text(f"{fire}{spill}river: {{flow: {{into: ditch, rate: 1 L/s}}}}\n", encoding="utf-8")
    assert main(["gaps", "park", "fire.yaml", "--out", "en", "--quiet"]) == 0

    path = fill(river_flow__fire__flow=2, capacity__bund=650)

    assert main(["import", "gaps", path, "--park", "park", "--update"]) == 0
    assert "for people to write into the park or scenario: What is the base flow" in " ".join(
        capsys.readouterr().out.split())  # fmt: skip
    assert load_park("park").storages["bund"].capacity_m3 == 650


def test_a_csv_comes_back_too(place):
    with open("en/gaps.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if row["Gap"] == "floor/bund":
            row.update({"Answer": "-1.5", "Known how": "designed", "Answered by": "works"})
    with open("filled.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)

    assert main(["import", "gaps", "filled.csv", "--park", "park", "--update", "--quiet"]) == 0
    assert load_park("park").storages["bund"].floor_m == -1.5


def test_another_table_is_refused(place, capsys):
    shutil.copy("park/pools.csv", "pools.csv")

    assert main(["import", "gaps", "pools.csv", "--park", "park"]) == 2
    assert "columns of the list of gaps are missing: Gap (缺项编号)" in capsys.readouterr().err


def test_a_list_that_comes_back_a_second_time_tells_what_has_been_filled_in(place, capsys):
    """
    The office sends the same list again with one more answer: the bund's 650 m3 stand in the park already and are told,
    not refused; the pool's 3 m are new.
    """
    main(["import", "gaps", fill(capacity__bund=650), "--park", "park", "--update", "--quiet"])
    Path("park/park.yaml.bak").unlink()

    assert main(["import", "gaps", fill(floor__pool=3), "--park", "park", "--update"]) == 0

    told = " ".join(capsys.readouterr().out.split())
    assert "Answered: 1." in told
    assert "Filled in before, so not read again (change these in the park's files): capacity/bund." in told
    assert load_park("park").storages["pool"].floor_m == 3


def test_the_date_of_an_answer_is_one_without_an_hour(place):
    """
    A spreadsheet keeps 3 November as midnight of that day; the source says the day alone.
    """
    path = fill(floor__bund={"Answer": 1, "Date": date(2026, 11, 3)})
    main(["import", "gaps", path, "--park", "park", "--update", "--quiet"])

    sources = {each.path: each.source for each in load_park("park").provenance}
    assert sources["storages.bund.floor"] == "works, 2026-11-03"


def test_a_formula_without_its_value_is_no_empty_row(place, capsys):
    assert main(["import", "gaps", fill(capacity__bund="=600+50"), "--park", "park"]) == 2
    assert "a formula that was saved without its value" in capsys.readouterr().err


LISTED = """\
id,tier,kind,capacity [m3],overflows_to,owner,assumed,basis,source
dike,plant,bund,600,ground,A works,kind; overflows_to,published,list.csv:2
pond,plant,accident-pool,900,ground,A works,capacity; overflows_to,assumed,list.csv:3
"""


@pytest.mark.parametrize(("ground", "language"), [("ground", "en"), ("地面", "zh")])
def test_where_a_listed_space_overflows_to_is_asked_and_told(tmp_path, monkeypatch, ground, language):
    """
    A list never says it, and ground stands there only as long as nobody does. The dike's water runs into the pond, that
    of the pond onto the ground indeed: both words leave `assumed`, and neither is asked again. The dike's kind stays
    assumed; the pond's 850 m3 stand below a head with m3.
    """
    monkeypatch.chdir(tmp_path)
    head = "id: small\ntiers: {plant: {promise: nothing leaves}}\ntables: {storages: pools.csv}\n"
    (tmp_path / "park.yaml").write_text(head, encoding="utf-8")
    (tmp_path / "pools.csv").write_text(LISTED, encoding="utf-8")
    main(["gaps", ".", "--out", language, "--lang", language, "--quiet"])

    path = fill(language, overflow__dike="pond", overflow__pond=ground, capacity__pond=850)
    assert main(["import", "gaps", path, "--park", ".", "--update", "--quiet"]) == 0

    with open("pools.csv", encoding="utf-8", newline="") as file:
        dike, pond = csv.DictReader(file)
    assert (dike["overflows_to"], dike["assumed"]) == ("pond", "kind")
    assert (pond["overflows_to"], pond["assumed"]) == ("ground", "")
    assert (pond["capacity [m3]"], pond["capacity.basis"]) == ("850", "measured")
    main(["gaps", ".", "--out", "again", "--quiet"])
    with open("again/gaps.csv", encoding="utf-8", newline="") as file:
        assert not [row for row in csv.DictReader(file) if row["Gap"].startswith(("overflow/", "capacity/"))]


def test_a_key_that_a_yaml_file_calls_assumed_is_told_to_whoever_edits_it(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    pool = "  pool: {tier: plant, kind: basin, capacity: 9 m3, overflows_to: out, assumed: [overflows_to]}\n"
    park = "id: small\nbasis: designed\nsource: a plan\ntiers: {plant: {promise: nothing leaves}}\nstorages:\n" + pool
    (tmp_path / "park.yaml").write_text(park, encoding="utf-8")
    main(["gaps", ".", "--out", "en", "--quiet"])

    assert main(["import", "gaps", fill(overflow__pool="ground"), "--park", ".", "--update"]) == 0
    assert "pool: take overflows_to out of `assumed`, as it is known by now" in capsys.readouterr().out

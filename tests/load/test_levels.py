"""A run may start from measured levels: what each row becomes, and what is wrong with it.

The scenario starts 2025-07-14 14:20 +08:00. A case in `levels.txt` is the rows of a file after `+`, then every
message, one a line.
"""

from pathlib import Path

import pytest

from sim.errors import Problems
from sim.load import load_case, load_scenario
from sim.park import Basis, Provenance
from tests.load.books import book
from tests.words.chinese import told

HERE = Path(__file__).parent
SMALL = HERE / "small"


@pytest.fixture
def start(small, monkeypatch):
    """What stands in the storages of the small park at the start, by these rows."""
    monkeypatch.chdir(small)

    def at_start(*rows, head="storage,level,time,origin", **asked):
        (small / "levels.csv").write_text("\n".join([head, *rows]), encoding="utf-8")
        return load_case("fire.yaml", levels="levels.csv", **asked).scenario.initial

    return at_start


@pytest.mark.parametrize(
    ("level", "volume"), [("300 m3", 300), ("0.03 万m3", 300), ("50 %", 350), ("1 m", 250), ("90 cm", 215)]
)
def test_volume_share_and_depth(start, level, volume):
    """
    The bund holds 700 of its 800 m3; 100 m3 of silt lie on its 350 m2, so 1 m is 350 - 100 m3. A share is of 700.
    """
    assert start(f"bund,{level},2025-07-14 14:00,process")["bund"] == pytest.approx({"process": volume})


@pytest.mark.parametrize("level", ["0 m3", "0 %", "0 m", "20 cm"])
def test_empty_is_empty_whatever_the_park_file_says(start, level):
    """
    20 cm is silt.
    """
    assert sum(start(f"bund,{level},2025-07-14 14:00,")["bund"].values()) == 0


def test_depth_in_a_surveyed_storage(start):
    """
    1.5 m deep the pit holds 10 m3 and half of the next 40.
    """
    assert start("pit,1.5 m,2025-07-14 14:00,firewater")["pit"] == {"firewater": 30}


def test_proportions_are_those_of_the_park_file(start):
    """
    35 m3 of product and 10 m3 of rain stand in the bund: 90 m3 are twice as much of both.
    """
    assert start("bund,90 m3,2025-07-14 14:00,")["bund"] == {"product": 70, "rain": 20}
    assert start("bund,1 m,2025-07-14 14:00,")["bund"] == pytest.approx({"product": 250 * 7 / 9, "rain": 250 * 2 / 9})


def test_proportions_follow_changes_of_the_park(start):
    sets = ["park.storages.bund.initial={product: 10 m3, process: 30 m3}"]

    assert start("bund,80 m3,2025-07-14 14:00,", sets=sets)["bund"] == {"product": 20, "process": 60}


def test_full_in_proportions_still_fits(start):
    """
    Thirds of all that it holds do not add up to more.
    """
    sets = ["park.storages.bund.initial={product: 1 m3, process: 1 m3, river: 1 m3}"]

    parts = start("bund,100 %,2025-07-14 14:00,", sets=sets)["bund"]
    assert sum(parts.values()) == pytest.approx(700, rel=1e-12)


@pytest.mark.parametrize(
    ("row", "parts"),
    [
        ("pit,20 m3", {"rain": 20}),  # nothing stands in it
        ("north.pool,60 %", {"rain": 6000}),  # rain stands in it
        ("南池,5 %", {"rain": 100}),  # instead of the scenario's 200 m3
        ("river-1,1 m", {"river": 950}),  # a river section: 100 m x (8 m x 1 m + 1.5 x 1 m2)
    ],
)
def test_without_an_origin_it_is_what_usually_stands_there(start, row, parts):
    assert start(f"{row},2025-07-14 14:00,")[row.split(",")[0]] == parts


def test_the_other_storages_start_as_the_scenario_says(start):
    assert start("pit,1 m,2025-07-14 14:00,") == {"pit": {"rain": 10}, "南池": {"rain": 200}}


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("storage,level,time", "north.pool,60 %,2025-07-14 14:00"),
        ("id,level [%],time", "north.pool,60,2025-07-14 14:00"),
        ("name,level,time", "North pool,6000 m3,2025-07-14 14:00"),
        ("name,level,time", "北池,0.6 万m3,2025-07-14 14:00"),
        ("storage,name,level,time", ",北池,60 %,2025-07-14 14:00"),
        ("storage,level,time", "北池,60 %,2025-07-14 14:00"),
        ("编号,液位（%）,时间", "north.pool,60,2025-07-14 14:00"),
        ("编号,名称,存量（万m3）,时间", "1,北池,0.6,2025-07-14T14:00+08:00"),
        ("设施,水位,更新时间,备注", "北池,60 %,2025-07-14 06:00Z,ok"),
        ("time,note,level,storage", "2025-07-14 14:00,by eye,60%,north.pool"),
        ("\ufeff设施,当前存量,采集时间", "北池,6000立方米,2025-07-14 14:00"),
    ],
)
def test_columns_of_monitoring_platforms(start, head, row):
    """
    By id or by name, in either language; the unit in the cell or in the header; a serial number is no id.
    """
    assert start(row, head=head)["north.pool"] == pytest.approx({"rain": 6000})


def test_measured_with_the_file_and_the_time_as_source(small, tmp_path):
    """
    The file's name without its folder; the time in the offset of the start.
    """
    path = tmp_path / "levels.csv"
    path.write_text("storage,level,time\nbund,90 m3,2025-07-14 06:10Z\n", encoding="utf-8")
    case = load_case(small / "fire.yaml", levels=path)
    known = {each.path: each for each in case.scenario.provenance}

    source = "levels.csv, 2025-07-14T14:10:00+08:00"
    assert known["initial.bund.product"] == Provenance("initial.bund.product", "70 m3", Basis.MEASURED, source)
    assert known["initial.南池.rain"].basis is Basis.ASSUMED
    assert case.levels == "levels.csv"


def test_resolved_copies_hold_the_levels(small, tmp_path):
    """
    They load again to the same; the hash sees the levels, and not the folder they come from.
    """
    text = "storage,level,time\nbund,1 m,2025-07-14 14:00\npit,33 %,2025-07-14 14:00\n"
    for folder in (small, tmp_path):
        (folder / "levels.csv").write_text(text, encoding="utf-8")
    case = load_case(small / "fire.yaml", levels=small / "levels.csv")
    for name, copy in case.resolved.items():
        (tmp_path / name).write_text(copy, encoding="utf-8")

    again = load_case(tmp_path / "scenario.yaml")
    assert (again.park, again.scenario, again.inputs_hash) == (case.park, case.scenario, case.inputs_hash)
    assert again.levels == ""
    assert load_case(small / "fire.yaml", levels=tmp_path / "levels.csv").inputs_hash == case.inputs_hash
    assert load_case(small / "fire.yaml").inputs_hash != case.inputs_hash


def test_levels_win_over_picks_and_flags_over_levels(small):
    path = small / "fire.yaml"
    more = "initial.pit: {rain: 5 m3}, initial.南池.rain: 9 m3"
    path.write_text(path.read_text(encoding="utf-8").replace("  open: {", f"  open: {{{more}, "), encoding="utf-8")
    (small / "levels.csv").write_text("storage,level,time\npit,1 m,2025-07-14 14:00\nbund,70 m3,2025-07-14 14:00\n")
    initial = load_case(path, "open", ["initial.bund.rain=8 m3"], small / "levels.csv").scenario.initial

    assert initial["pit"] == {"rain": 10}
    assert initial["南池"] == {"rain": 9}
    assert initial["bund"] == {"product": pytest.approx(70 * 7 / 9), "rain": 8}


@pytest.mark.parametrize(
    ("time", "max_age_s"), [("2025-07-14 08:20", 21_600), ("2025-07-14 14:20", 0), ("2025-07-13 14:20", 86_400)]
)
def test_just_young_enough(start, time, max_age_s):
    assert start(f"pit,1 m,{time},", max_age_s=max_age_s)["pit"] == {"rain": 10}


def test_start_may_be_set_beside_the_levels(start):
    assert start("pit,1 m,2026-01-05 09:55,", sets=["starts=2026-01-05 10:00 +08:00"])["pit"] == {"rain": 10}


def test_times_without_offset_in_a_scenario_without_one(start):
    assert start("pit,1 m,2025-07-14 14:00,", sets=["starts=2025-07-14 14:20"])["pit"] == {"rain": 10}


@pytest.mark.parametrize("head", ["水位（m）", "当前水位/m", "stage [m]", "Water level [m]"])
def test_a_stage_is_a_height_above_the_zero_of_the_floors(start, head):
    """
    1.2 m over a floor at 170.2 m is 1.2 x 350 - 100 m3 of silt = 320 m3.
    """
    sets = ["park.storages.bund.floor=170.2 m"]

    parts = start("bund,171.4,2025-07-14 14:00", head=f"storage,{head},time", sets=sets)["bund"]
    assert sum(parts.values()) == pytest.approx(320)


@pytest.mark.parametrize("head", ["液位（m）", "水深（m）", "level [m]", "depth [m]", "当前液位/m"])
def test_a_depth_is_a_depth_whatever_the_floor(start, head):
    """
    1.2 m deep is 1.2 x 350 - 100 m3.
    """
    sets = ["park.storages.bund.floor=0.5 m"]

    parts = start("bund,1.2,2025-07-14 14:00", head=f"storage,{head},time", sets=sets)["bund"]
    assert sum(parts.values()) == pytest.approx(320)


def test_a_share_or_a_volume_is_one_under_any_head(start):
    rows = ("bund,50 %,2025-07-14 14:00", "pit,20 m3,2025-07-14 14:00")

    initial = start(*rows, head="storage,水位,time")

    assert (sum(initial["bund"].values()), initial["pit"]) == (pytest.approx(350), {"rain": 20})


@pytest.mark.parametrize(
    ("head", "level", "sets", "message"),
    [
        ("水位（m）", "1.2", [],
         ("1.2 m is a height of the surface, and nobody knows how high the floor of 'bund' lies; write floor: there, "
          "or name the column level (液位) if it is a depth")),
        ("水位（m）", "1.2", ["park.storages.bund.floor=170.2 m"],
         ("1.2 m is a height of the surface, and the floor of 'bund' lies at 170.2 m; name the column level (液位) if "
          "it is a depth")),
        ("液位（m）", "171.4", ["park.storages.bund.floor=170.2 m"],
         ("171.4 m is more than the storage can hold; 'bund' holds 700 m3 (capacity less dead), 2.29 m deep; if it is "
          "a height above the zero of the floors, name the column stage (水位)")),
    ],
)  # fmt: skip
def test_a_height_that_cannot_be_one_says_what_to_write(small, monkeypatch, head, level, sets, message):
    monkeypatch.chdir(small)
    (small / "levels.csv").write_text(f"storage,{head},time\nbund,{level},2025-07-14 14:00\n", encoding="utf-8")

    (said,) = messages_of(sets=sets)
    assert said.partition(": bund.")[2].partition(": ")[2] == message


def test_a_depth_and_a_height_are_not_taken_both(small, monkeypatch):
    monkeypatch.chdir(small)
    (small / "levels.csv").write_text("storage,液位（m）,水位（m）,time\nbund,1.2,171.4,2025-07-14 14:00\n")

    assert messages_of() == [
        "levels.csv:1:15: 液位（m） is a depth and 水位（m） a height above the zero of the floors; keep one of them"
    ]


def test_levels_as_a_spreadsheet_saves_them(small, monkeypatch):
    """
    levels-saved-by-excel: 15 % under a format of percents, `2025/7/14 13:50`, days as bare numbers (45,852 is 14 July
    2025, 0.59 of a day 14:09:36), and the unit in a column of its own. 15 % of 700 m3 are 105; 1.2 m are 320 m3.
    """
    monkeypatch.chdir(small)
    book(small / "levels.xlsx", ("storage", "level", "单位", "time"), ("bund", 0.15, None, "2025/7/14 13:50"),
         ("pit", 20, "m3", 45_852.59), formats=[("B2", 9)])  # fmt: skip
    (small / "levels.csv").write_bytes("设施;液位（m）;时间\r\nbund;1.2;2025/7/14 下午2:05\r\n".encode("gbk"))

    initial = load_case("fire.yaml", levels="levels.xlsx").scenario.initial
    assert (sum(initial["bund"].values()), initial["pit"]) == (pytest.approx(105), {"rain": 20})
    again = load_case("fire.yaml", levels="levels.csv").scenario.initial
    assert sum(again["bund"].values()) == pytest.approx(320)


def cases():
    """Every case of the file, named by its last row."""
    for case in (HERE / "levels.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n\n"):
        lines = case.splitlines()
        rows = [line[2:] for line in lines if line.startswith("+ ")]
        yield pytest.param(rows, lines[len(rows) :], id=rows[-1] or "nothing")


def messages_of(*args, **kwargs):
    """What loading complains about."""
    with pytest.raises(Problems) as caught:
        load_case("fire.yaml", *args, levels="levels.csv", **kwargs)
    return told(caught.value)


@pytest.mark.parametrize(("rows", "messages"), list(cases()))
def test_message(small, monkeypatch, rows, messages):
    monkeypatch.chdir(small)
    (small / "levels.csv").write_text("\n".join(rows), encoding="utf-8")

    assert messages_of() == messages


WANTED = "write starts: with the clock time of T+0, such as 2025-07-14 14:20 +08:00"


def test_age_that_nobody_can_tell(small, monkeypatch):
    """
    A scenario without a start, a start that is wrong, and one without an offset.
    """
    monkeypatch.chdir(small)
    (small / "levels.csv").write_text("storage,level,time\npit,1 m,2025-07-14 14:00Z\n", encoding="utf-8")
    path = small / "fire.yaml"
    text = path.read_text(encoding="utf-8")
    assert messages_of(sets=["starts=soon"]) == [
        "--set starts=soon: starts: 'soon' is no clock time; write one such as 2025-07-14 14:20 +08:00"
    ]
    assert messages_of(sets=["starts=2025-07-14 14:20"]) == [
        "levels.csv:2:9: pit.time: has an offset from UTC, and starts: of the scenario has none; write one there too"
    ]

    path.write_text(text.replace("starts:", "# starts:"), encoding="utf-8")
    assert messages_of()[1] == (
        f"fire.yaml:1:1: starts is missing, so nobody knows how old the levels of levels.csv are; {WANTED}"
    )


def test_storages_of_one_name(small, monkeypatch):
    monkeypatch.chdir(small)
    (small / "levels.csv").write_text("name,level,time\n北池,1 m3,2025-07-14 14:00\n", encoding="utf-8")

    assert messages_of(sets=["park.storages.pit.name={zh: 北池}"]) == [
        "levels.csv:2:1: 北池: 2 storages are named '北池': pit, north.pool; write the id of one"
    ]


def test_problems_of_all_files_at_once(small, monkeypatch):
    """
    A storage that could not be read is not said to be unknown, too.
    """
    monkeypatch.chdir(small)
    (small / "levels.csv").write_text("storage,level,time\nbund,1,2025-07-14\nsouth,1 m3,2025-07-14 14:00\n")

    assert messages_of(sets=["horizon=5", "park.storages.bund.dead=5"]) == [
        "--set horizon=5: horizon: 5 has no unit; write min, h or d behind it",
        "--set park.storages.bund.dead=5: storages.bund.dead: 5 has no unit; write m3, 万m3 or L behind it",
        (
            "levels.csv:2:6: bund.level: 1 has no unit; write 1 m, 1 m3 or 1 %, or put it into the header, "
            "such as level [m]"
        ),
        (
            "levels.csv:2:8: bund.time: measured 14 h 20 min before the run starts, at 2025-07-14 14:20:00+08:00; "
            "at most 6 h is allowed; measure anew, or allow more with --max-age"
        ),
    ]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("levls.csv", "--levels levls.csv: there is no file levls.csv; did you mean 'levels.csv'?"),
        ("./nowhere/levels.csv", "--levels nowhere/levels.csv: there is no folder nowhere"),
        (".", "--levels .: . is a folder; name a file in it"),
    ],
)
def test_file_that_cannot_be_read(small, monkeypatch, path, message):
    monkeypatch.chdir(small)
    (small / "levels.csv").touch()
    with pytest.raises(Problems) as caught:
        load_case("fire.yaml", levels=path)

    assert caught.value.messages == [message]


def test_levels_of_a_park_that_cannot_be_read(small, monkeypatch):
    monkeypatch.chdir(small)
    (small / "levels.csv").write_text("storage,level,time\nbund,1 m,2025-07-14 14:00\n", encoding="utf-8")

    assert messages_of(sets=["park=nowhere"]) == ["--set park=nowhere: there is no folder nowhere"]


def test_case_without_levels_says_so(park):
    assert load_case(SMALL / "fire.yaml").levels == ""
    assert load_scenario(SMALL / "fire.yaml", park).initial == {"南池": {"rain": 200}}

"""Tables as spreadsheets save them: separators, encodings, workbooks; what is told and what is refused."""

from datetime import date, datetime, time, timedelta
from zipfile import ZipFile

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from sim.errors import Problems
from sim.load import check_files, load_case, load_park
from sim.load.clock_text import plain_clock
from sim.load.files import Files
from sim.load.grid import MOST_BYTES, MOST_CELLS
from sim.load.level_table import FORM as LEVELS
from sim.load.loading import held_by
from sim.load.place import Place
from sim.load.table import open_table
from sim.park import Basis
from tests.load.books import book, with_part

HEAD = ("storage", "level", "time")
ROW = ("pit", "1 m", "2025-07-14 14:00")
END = b"</sheetData>"


def read(path):
    """A table of levels: its rows as texts, what is wrong, and what is told."""
    files = Files()
    table = open_table(str(path), Place(str(path)), LEVELS, files)
    texts = [[getattr(cell, "text", "broken") for cell in row] for row in table.rows] if table else None
    wrong = [each.replace(f"{path.parent}/", "") for each in files.faults.messages()]
    return texts, wrong, [each.en.replace(f"{path.parent}/", "") for each in files.notes]


def pools(small, **changes):
    """The rows of the small park's pools as cells."""
    text = (small / "pools.csv").read_text(encoding="utf-8-sig").replace('"clay, lined"', "clay lined")
    for old, new in changes.items():
        text = text.replace(old, new)
    return [line.split(",") for line in text.splitlines()]


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [("utf-8", ","), ("utf-8-sig", ";"), ("gb18030", ","), ("gbk", "\t"), ("utf-16", "\t"), ("utf-8", "\t")],
)
def test_csv_as_any_spreadsheet_saves_it(small, park, encoding, separator):
    """
    The pools in GBK, as Excel saves CSV in China, in its Unicode text, with the semicolons of other countries.
    """
    rows = "\r\n".join(separator.join(row).replace("dedicated;lined", '"dedicated;lined"') for row in pools(small))
    (small / "pools.csv").write_bytes(rows.encode(encoding))

    assert load_park(small).storages["南池"].capacity_m3 == 2000
    assert load_park(small).storages["north.pool"] == park.storages["north.pool"]


@pytest.mark.parametrize("name", ["pools.xlsx", "pools.csv"])
def test_a_workbook_wherever_a_csv_is_taken(small, name):
    """
    By what the file is, not by what it is called.
    """
    book(small / "pools.xlsx", *pools(small))
    (small / "pools.xlsx").rename(small / name)
    text = (small / "park.yaml").read_text(encoding="utf-8").replace("pools.csv", name)
    (small / "park.yaml").write_text(text, encoding="utf-8")

    assert load_park(small).storages["north.pool"].capacity_m3 == 10_000


def test_letters_in_gb18030_are_told_with_a_word_to_judge_by(small):
    (small / "pools.csv").write_bytes("\n".join(",".join(row) for row in pools(small)).encode("gbk"))

    (held,) = held_by([small])

    assert "GB18030, in which it says '编号'" in held.notes[0].en
    assert load_case(small / "fire.yaml").scenario.notes == held.notes


def test_western_letters_are_not_taken_for_chinese_ones(tmp_path):
    path = tmp_path / "levels.csv"
    path.write_bytes("storage,level,time\nB\xfccher,1 m,2025-07-14 14:00\n".encode("latin-1"))

    assert read(path)[1] == [
        "levels.csv:2:2: the byte 0xfc is neither UTF-8 nor GB18030; save the table as CSV UTF-8, or as .xlsx"
    ]


@pytest.mark.parametrize(
    ("head", "key"),
    [("容量/万m3", "1"), ("有效容积(万 m3)", "1"), ("容量/m3", "10000"), ("*容量/万立方米", "1")],
)
def test_a_unit_behind_a_slash(small, head, key):
    """
    1 万m3 is 10,000 m3.
    """
    table = (small / "pools.csv").read_text(encoding="utf-8-sig")
    table = table.replace("有效容积（万m3）", head).replace("public,1,", f"public,{key},")
    (small / "pools.csv").write_text(table, encoding="utf-8")

    assert load_park(small).storages["north.pool"].capacity_m3 == 10_000


def test_owner_and_tier_as_inventories_call_them(small):
    table = (small / "pools.csv").read_text(encoding="utf-8-sig")
    (small / "pools.csv").write_text(table.replace("级别", "层级").replace("业主", "权属"), encoding="utf-8")

    (held,) = held_by([small])

    assert (held.park.storages["南池"].tier, held.notes) == ("public", ())


def test_columns_of_a_platform_are_told_and_not_refused(tmp_path):
    path = tmp_path / "levels.csv"
    path.write_text("站点序号,storage,level,单位,time,传感器编号,状态\n7,pit,1.5,m,2025/7/14 14:00,LT-1,正常\n"
                    ",bund,20,%,2025-07-14 14:00,LT-2,正常\n", encoding="utf-8")  # fmt: skip

    rows, wrong, told = read(path)

    assert wrong == []
    assert told == ["levels.csv: columns that are not read: 站点序号, 传感器编号, 状态"]
    assert rows[0][1:5] == ["pit", "1.5", "m", "2025/7/14 14:00"]


def test_what_may_be_a_slip_is_refused(tmp_path):
    """
    But for one more of what is there already, which is one more column.
    """
    path = tmp_path / "levels.csv"
    path.write_text("storage,level,tmie,note2\npit,1 m,2025-07-14 14:00,x\n", encoding="utf-8")

    assert read(path)[1] == [
        "levels.csv:1:15: unknown column 'tmie'; did you mean 'time'?",
        "levels.csv:1:20: unknown column 'note2'; did you mean 'note'?",
    ]
    path.write_text("storage,level,time,note,note2\npit,1 m,2025-07-14 14:00,,x\n", encoding="utf-8")
    assert read(path)[1:] == ([], ["levels.csv: columns that are not read: note2"])


def test_totals_and_dashes(small):
    """
    A dash is no volume and nothing is lost: the total of 12,000 m3 is no third pool, and is told.
    """
    table = (small / "pools.csv").read_text(encoding="utf-8-sig") + "3,合计,,,,1.2,,,,,,,,,\n"
    (small / "pools.csv").write_text(table.replace(",p07,,,", ",/,,—,"), encoding="utf-8")

    (held,) = held_by([small])

    assert held.park.storages["南池"].plant is None
    assert [id for id in held.park.storages if id in ("3", "合计")] == []
    assert held.notes[0].en.endswith("pools.csv:4:3: this row is taken for a total and not read ('合计')")


def test_a_plant_called_total_is_a_plant(tmp_path):
    """
    A row with other words is none that adds up.
    """
    path = tmp_path / "levels.csv"
    path.write_text("storage,name,level,time\ntotal,Total,1 m,2025-07-14 14:00\n", encoding="utf-8")

    assert read(path) == ([["total", "Total", "1 m", "2025-07-14 14:00"]], [], [])


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (time(15, 58), "15:58:00"), (datetime(2025, 7, 14, 13, 50), "2025-07-14 13:50:00"),
        (date(2025, 7, 14), "2025-07-14 00:00:00"), (timedelta(hours=39, minutes=58), "39:58:00"),
        (14.0, "14"), (0.1076, "0.1076"), ("  下午3:58 ", "下午3:58"), (True, "True"),
    ],
)  # fmt: skip
def test_cells_as_people_read_them(tmp_path, cell, said):
    book(tmp_path / "x.xlsx", HEAD, ("pit", "1 m", cell))

    assert read(tmp_path / "x.xlsx")[0] == [["pit", "1 m", said]]


@pytest.mark.parametrize(
    ("number", "value", "said"),
    [
        *((number, 16 / 24 + 31 / 1440, "16:31:00") for number in (32, 33, 34, 35, 55, 56)),
        *((number, 45_852, "2025-07-14 00:00:00") for number in (27, 28, 29, 30, 31, 36, *range(50, 55), 57, 58)),
        (22, 45_852 + 13 / 24 + 50 / 1440, "2025-07-14 13:50:00"), (9, 0.15, "15 %"), (10, 0.005, "0.5 %"),
        (46, 1.5, "36:00:00"), (2, 0.688, "0.688"), (4, 1234.5, "1234.5"),
    ],
)  # fmt: skip
def test_formats_of_spreadsheets_by_their_numbers(tmp_path, number, value, said):
    """
    ECMA-376 has no text for 27 to 36 and 50 to 58, of Chinese spreadsheets; 16:31 in them is 0.688 of a day, and
    14 July 2025 day 45,852.
    """
    book(tmp_path / "x.xlsx", HEAD, ("pit", "1 m", value), formats=[("C2", number)])

    assert read(tmp_path / "x.xlsx")[0] == [["pit", "1 m", said]]


def test_days_of_workbooks_that_count_from_1904(tmp_path):
    """
    1,462 days lie between 1900-01-00 and 1904-01-01: day 44,390 is 2025-07-14 there.
    """
    made = book(tmp_path / "x.xlsx", HEAD, ("pit", "1 m", 44_390), formats=[("C2", 31)])
    made.epoch = CALENDAR_MAC_1904
    made.save(tmp_path / "x.xlsx")

    assert read(tmp_path / "x.xlsx")[0] == [["pit", "1 m", "2025-07-14 00:00:00"]]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("2025/7/14 13:50", "2025-07-14 13:50"), ("2025.7.14 13:50:05", "2025-07-14 13:50:05"),
        ("2025年7月14日13时50分", "2025-07-14 13:50"), ("2025/7/14 下午1:50", "2025-07-14 13:50"),
        ("2025/7/14 1:50 PM", "2025-07-14 13:50"), ("2025-07-14T13:50+08:00", "2025-07-14 13:50+08:00"),
        ("2025/7/14", "2025-07-14"), ("１５：５８", "15:58"), ("15点58分", "15:58"), ("15时", "15:00"),
        ("11:40 PM", "23:40"), ("12:35 am", "00:35"), ("12:10 PM", "12:10"), ("上午12:35", "00:35"),
        ("下午12:10", "12:10"), ("下午15:58", "15:58"), ("中午12:05", "12:05"), ("中午1:05", "13:05"),
        ("凌晨2:10", "02:10"), ("晚上11:40", "23:40"), ("晚上12:10", "00:10"), ("2时55分", "02:55"),
        # what could be either, or is nothing of the sort, stays what it is
        ("14/7/2025 14:00", "14/7/2025 14:00"), ("晚上1:10", "晚上1:10"), ("13:10 PM am", "13:10 PM am"),
        ("13:61", "13:61"), ("T+80 min", "T+80 min"), ("80 min", "80 min"), ("0.5", "0.5"), ("", ""),
        ("14:00 AM", "14:00 AM"), ("2025-13-01 10:00", "2025-13-01 10:00"),
    ],
)  # fmt: skip
def test_clock_times_as_people_write_them(text, plain):
    assert plain_clock(text) == plain


def test_a_title_and_a_hidden_sheet_are_told(tmp_path):
    made = book(tmp_path / "x.xlsx", ("液位日报",), (), HEAD, ROW, title="7月")
    made.create_sheet("lists", 0).append(["storage", "level", "time"])
    made.worksheets[0].sheet_state = "hidden"
    made.create_sheet("封面").append(["表"])
    made["7月"].row_dimensions[4].hidden = True
    made.save(tmp_path / "x.xlsx")

    rows, wrong, told = read(tmp_path / "x.xlsx")

    assert (rows, wrong) == ([list(ROW)], [])
    assert told == [
        "x.xlsx: the sheet '7月' is read; not read: lists, 封面",
        "x.xlsx: 1 hidden rows of '7月' are read like the others",
        "x.xlsx: line 3 names the columns; what stands above is taken for a title: '液位日报'",
    ]


def test_of_two_sheets_with_the_columns_neither_is_chosen(tmp_path):
    """
    Half of the levels would be lost without a word.
    """
    made = book(tmp_path / "x.xlsx", HEAD, ROW, title="甲")
    other = made.create_sheet("乙")
    for row in (HEAD, ("bund", "1 m", "2025-07-14 14:00")):
        other.append(row)
    made.save(tmp_path / "x.xlsx")

    assert read(tmp_path / "x.xlsx")[1] == [
        "x.xlsx: 2 sheets have such columns: '甲', '乙'; keep one, or hide the others"
    ]


def test_a_merged_cell_speaks_of_its_rows_and_a_number_of_one(tmp_path):
    """
    One time for three rows is the time of each; one level for three is not three levels.
    """
    made = book(tmp_path / "x.xlsx", HEAD, ROW, ("bund",), ("drain",))
    made.active.merge_cells("B2:B4")
    made.active.merge_cells("C2:C4")
    made.save(tmp_path / "x.xlsx")

    assert read(tmp_path / "x.xlsx")[0] == [list(ROW), ["bund", "", ROW[2]], ["drain", "", ROW[2]]]


def test_a_formula_without_its_value_is_named_by_its_cell(tmp_path):
    """
    In a column that nobody reads it may be what it likes.
    """
    book(tmp_path / "x.xlsx", (*HEAD, "图片"), (*ROW, "=A2"), ("=A2", "2 m", "2025-07-14 14:00", None))

    assert read(tmp_path / "x.xlsx")[1] == [
        ("x.xlsx:3:1: a formula that was saved without its value; open the file in a spreadsheet program and save it "
         "there"),
    ]  # fmt: skip


def test_one_cell_far_away_costs_nothing(tmp_path):
    made = book(tmp_path / "x.xlsx", HEAD, ROW)
    made.active.cell(1_000_000, 2).value = "2 m"
    made.save(tmp_path / "x.xlsx")

    assert read(tmp_path / "x.xlsx")[0] == [list(ROW), ["", "2 m", ""]]


def test_empty_columns_at_the_end_cost_nothing(tmp_path):
    """
    Sixteen thousand, as a sheet saved whole has.
    """
    path = tmp_path / "x.csv"
    path.write_text("\n".join(",".join(row) + "," * 16_381 for row in [HEAD, *[ROW] * 500]), encoding="utf-8")

    rows, wrong, told = read(path)

    assert (len(rows), wrong, told) == (500, [], [])


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda xml: xml[: len(xml) // 2], "no workbook can be read from it (ParseError); save it as .xlsx again"),
        (lambda xml: xml.replace(b'r="2"', b'r="1048577"').replace(b'"A2"', b'"A1048577"'),
         "the sheet 'Sheet' has cells beyond the last row or column that a sheet may have"),
        (lambda xml: xml.replace(END, END + b'<mergeCells><mergeCell ref="A2:XFD99999"/></mergeCells>'),
         f"more than {MOST_CELLS:,} cells are merged; take merged cells apart"),
        (lambda xml: xml.replace(END, END + b"<mergeCells><mergeCell\tref = 'A2:XFD99999'/></mergeCells>"),
         f"more than {MOST_CELLS:,} cells are merged; take merged cells apart"),
        (lambda xml: xml.replace(END, b" " * 40_000_000 + END),
         "unpacked it is larger than 8 MB; keep the table alone in a workbook"),
    ],
)  # fmt: skip
def test_damaged_workbooks_are_named(tmp_path, spoil, message):
    """
    A workbook of 40 kB that unpacks to 40 MB is refused before it is unpacked.
    """
    book(tmp_path / "x.xlsx", HEAD, ROW)
    with_part(tmp_path / "x.xlsx", spoil)

    assert read(tmp_path / "x.xlsx")[1] == [f"x.xlsx: {message}"]


def test_a_workbook_cut_in_half(tmp_path):
    book(tmp_path / "x.xlsx", HEAD, ROW)
    data = (tmp_path / "x.xlsx").read_bytes()
    (tmp_path / "x.xlsx").write_bytes(data[: len(data) // 2])

    assert read(tmp_path / "x.xlsx")[1] == [
        "x.xlsx: no workbook can be read from it (BadZipFile); save it as .xlsx again"
    ]


def test_files_of_other_programs(tmp_path):
    (tmp_path / "x.xls").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(500))
    with ZipFile(tmp_path / "x.ods", "w") as archive:
        archive.writestr("content.xml", "<a/>")

    assert read(tmp_path / "x.xls")[1] == [
        "x.xls: a workbook from before 2007, or one with a password; save it as .xlsx, without one"
    ]
    assert read(tmp_path / "x.ods")[1] == [
        "x.ods: a file of another program (or .xlsb); save it as .xlsx, or as CSV UTF-8"
    ]


def test_tables_that_are_too_large_are_refused_before_they_are_read(tmp_path):
    (tmp_path / "x.csv").write_bytes(b"," * (MOST_BYTES + 1))
    (tmp_path / "y.csv").write_bytes(b"storage,level,time\n" + b"a,b,c\n" * (MOST_CELLS // 3))

    assert read(tmp_path / "x.csv")[1] == ["x.csv: larger than 8 MB; keep only what is needed of it"]
    assert read(tmp_path / "y.csv")[1] == [
        f"y.csv:{MOST_CELLS // 3 + 1}:1: more than {MOST_CELLS:,} cells; delete empty rows and columns"
    ]


def test_control_characters(tmp_path):
    """
    A line break of word processors is a blank; others are refused where they stand.
    """
    path = tmp_path / "x.csv"
    path.write_text("storage,level,time,note\npit,1 m,2025-07-14 14:00,a\x0bb\n")
    other = tmp_path / "y.csv"
    other.write_text("storage,level,time,note\npit,1 m,2025-07-14 14:00,a\nbund,1 m,2025-07-14 14:00,a\x07\n")

    assert read(path)[0][0][3] == "a b"
    assert read(other)[1] == ["y.csv:3:28: the character '\\x07' does not belong in a text file; delete it"]


def test_without_openpyxl_it_says_what_to_install(tmp_path, monkeypatch):
    book(tmp_path / "x.xlsx", HEAD, ROW)
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)

    assert read(tmp_path / "x.xlsx")[1] == [
        "x.xlsx: a workbook needs openpyxl; install the extra `drill`, or save the table as CSV"
    ]


def test_a_table_that_cannot_be_read_is_one_problem(small, monkeypatch):
    """
    Not also that there are no storages.
    """
    monkeypatch.chdir(small)
    book(small / "pools.csv", ("名称", "容量"), ("池", "1 m3"))

    with pytest.raises(Problems) as caught:
        check_files(["park.yaml"])

    assert caught.value.messages == ["pools.csv:1:1: the column id is missing; every row needs an id of its own"]


def test_an_inventory_as_a_park_holds_it(tmp_path, monkeypatch):
    """
    inventories: GBK, a title, 权属, 层级, a platform's columns, a total that is no storage: 46,378 + 10,000 m3 in two.
    """
    monkeypatch.chdir(tmp_path)
    (tmp_path / "park.yaml").write_text(
        "id: inv\ntiers: {一级: {name: 一级防控, promise: 不出厂区}, 二级: {name: 二级防控, promise: 不出公共设施}}\n"
        "tables: {storages: inventory.csv}\n", encoding="utf-8",
    )  # fmt: skip
    rows = (
        "某园区环境应急空间清单（一级、二级）,,,,,,,,\n编号,名称,权属,类型,层级,经度,纬度,有效容积/m3,VR链接\n"
        "1,储罐围堰,甲码头,bund,一级,120.0868,31.9278,46378,\n2,公共应急池,—,accident-pool,二级,—,/,1万m3,x\n"
        "合计,,,,,,,5.6万m3,\n"
    )
    (tmp_path / "inventory.csv").write_bytes(rows.encode("gb18030"))

    (held,) = held_by(["park.yaml"])

    assert {id: each.capacity_m3 for id, each in held.park.storages.items()} == {"1": 46_378, "2": 10_000}
    assert [each.en for each in held.notes] == [
        "inventory.csv is not UTF-8; it is read as GB18030, in which it says '某园区环境应急空间清单（'",
        "inventory.csv: columns that are not read: VR链接",
        ("inventory.csv: line 2 names the columns; what stands above is taken for a title: "
         "'某园区环境应急空间清单（一级、二级）'"),
        "inventory.csv:5:1: this row is taken for a total and not read ('合计')",
    ]  # fmt: skip


def test_a_number_of_a_row_says_how_it_is_known(tmp_path):
    """
    Whatever the order of the columns, the unit of the head holds; the row's other numbers are as the file says.
    """
    (tmp_path / "pools.csv").write_text(
        "id,tier,kind,capacity.basis,capacity [m3],freeboard [m3],capacity.source\n"
        "one,plant,pit,measured,800,10,survey\n"
        "two,plant,pit,,900,10,\n", encoding="utf-8",
    )  # fmt: skip
    (tmp_path / "park.yaml").write_text("id: p\nbasis: assumed\nsource: by eye\ntiers: {plant: {promise: none}}\n"
                                        "tables: {storages: pools.csv}\n", encoding="utf-8")  # fmt: skip

    park = load_park(tmp_path)

    known = {each.path: (each.basis, each.source) for each in park.provenance}
    assert [each.capacity_m3 for each in park.storages.values()] == [800, 900]
    assert known["storages.one.capacity"] == (Basis.MEASURED, "survey")
    assert {known[f"storages.{path}"] for path in ("one.freeboard", "two.capacity")} == {(Basis.ASSUMED, "by eye")}

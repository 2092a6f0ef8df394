"""Workbooks: .xlsx, .xls and .ods alike, merged cells, title rows, several sheets; what is damaged is refused."""

import random
import shutil
from contextlib import suppress

import pytest
from openpyxl import Workbook

from sim.errors import Problems
from tests.exchange.inventory.reading import LISTS, held, read, told, write_csv

HEAD = ("序号", "名称*", "权属", "类型", "层级", "经度", "纬度", "有效容积/m3", "备注")


def make_book(path):
    """A list with a title over all columns, an owner and a tier merged over two rows, and a sheet that is none."""
    book = Workbook()
    sheet = book.active
    sheet.title = "清单"
    sheet.append(["某园区应急空间清单"])
    sheet.merge_cells("A1:I1")
    sheet.append(HEAD)
    sheet.append([1, "甲池", "甲厂", "事故应急池", "一级", 120.1, 31.9, 2000, None])
    sheet.append([2, "乙堰", None, "围堰", None, 120.1001, 31.9001, 800.5, None])
    sheet.merge_cells("C3:C4")
    sheet.merge_cells("E3:E4")
    sheet.append([3, "丙渠", "水务局", "人工渠", "三级", "120°06′00″", "31°54′00″", "约1.5万m3", None])
    sheet.append([None, "合计", None, None, None, None, None, 17800.5, None])
    book.create_sheet("填表说明").append(["名称、类型必填"])
    hidden = book.create_sheet("旧表")
    hidden.append(HEAD)
    hidden.append([1, "旧池", "甲厂", "事故应急池", "一级", 120.1, 31.9, 9, None])
    hidden.sheet_state = "hidden"
    book.save(path)


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_every_sort_of_workbook_says_the_same(ending, tmp_path):
    """
    2,000 + 800.5 + 15,000 = 17,800.5 m3, as the row of totals says; the hidden sheet is not read, the third is told.
    """
    path = tmp_path / f"spaces.{ending}"
    if ending == "xlsx":
        make_book(path)
    else:
        shutil.copy(LISTS / path.name, path)
    found = read(path)

    assert held(found) == {"甲池": ("plant", "accident-pool", 2_000), "乙堰": ("plant", "bund", 800.5),
                           "丙渠": ("boundary", "canal", 15_000)}  # fmt: skip
    assert found.counted_m3() == 17_800.5
    assert found.spaces[2].degrees == (120.1, 31.9)
    assert told(found, 6) == ["read_total_agrees"]
    assert (found.headings[0].title, found.headings[0].line) == ("某园区应急空间清单", 2)
    assert found.left == (f"{path}:填表说明",)


@pytest.mark.parametrize("ending", ["xlsx", "xls"])
def test_merged_cells_speak_of_every_row(ending, tmp_path):
    """
    The file says so, and nothing is guessed; an .ods does not tell what is merged, so there a tier is guessed.
    """
    make_book(tmp_path / "spaces.xlsx")
    found = read(tmp_path / "spaces.xlsx" if ending == "xlsx" else LISTS / "spaces.xls")

    assert found.spaces[1].listed["owner"] == "甲厂"
    assert told(found, 4) == ["read_merged", "read_merged"]
    assert found.spaces[1].assumed == ("overflows_to",)
    assert told(read(LISTS / "spaces.ods"), 4) == ["guessed_above"]


def test_every_sheet_with_the_heads_is_read(tmp_path):
    book = Workbook()
    for title, name in (("一级", "甲池"), ("二级", "乙池")):
        sheet = book.create_sheet(title)
        sheet.append(["名称", "类型", "层级", "容量(m3)"])
        sheet.append([name, "应急池", title, 10])
    book.save(tmp_path / "two.xlsx")
    found = read(tmp_path / "two.xlsx")

    assert [(each.file.rpartition(":")[2], each.line) for each in found.headings] == [("一级", 1), ("二级", 1)]
    assert [each.tier for each in found.spaces] == ["plant", "public"]


def test_a_sheet_that_repeats_another_is_not_counted_twice(tmp_path):
    """
    A summary behind the sheets that it sums up: 10 m3, not 20.
    """
    book = Workbook()
    for title in ("一级", "汇总"):
        sheet = book.create_sheet(title)
        sheet.append(["名称", "类型", "层级", "容量(m3)"])
        sheet.append(["甲池", "应急池", "一级", 10])
    book.save(tmp_path / "sums.xlsx")
    found = read(tmp_path / "sums.xlsx")

    assert found.counted_m3() == 10
    assert [each.told[0].key for each in found.rows if each.told] == ["read_twice"]


def test_a_book_without_heads_is_refused(tmp_path):
    book = Workbook()
    book.active.append(["甲", "乙"])
    book.save(tmp_path / "none.xlsx")

    with pytest.raises(Problems, match="no row names the columns of an inventory"):
        read(tmp_path / "none.xlsx")


@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_a_damaged_book_is_read_or_refused(ending, tmp_path):
    """
    Cut short, or with some of its bytes changed; the first .xls here takes the reader of it down.
    """
    whole, chance = (LISTS / f"spaces.{ending}").read_bytes(), random.Random(3)
    path = tmp_path / f"spoilt.{ending}"
    refused = 0
    for size in (600, len(whole) // 2, len(whole)):
        data = bytearray(whole[:size])
        for _ in range(5):
            data[chance.randrange(30, size)] = chance.randrange(256)
        path.write_bytes(data)
        with suppress(Problems):
            read(path)
            refused -= 1
        refused += 1
    assert refused >= 2


UPPER = ("序号", "权属单位", "应急设施", None, "所在位置", None, "容积（万m3）", None, "防控级别", "备注")
LOWER = (None, None, "名称", "类型", "经度", "纬度", "设计", "有效容积", None, None)


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_heads_in_two_rows_are_one(ending, tmp_path):
    """
    The upper row has five heads that are known, the lower one five others; only together they say owner, name, tier and
    volume. 0.2 万m3 are 2,000 m3, as the unit stands over both volumes. The pool is of the second tier, which its kind
    would not make it.
    """
    path = tmp_path / f"spaces.{ending}"
    rows = [("某园区清单",), UPPER, LOWER, (1, "甲厂", "1号池", "事故应急池", 107.05, 29.8, 0.3, 0.2, "二级", "地下式")]
    if ending == "csv":
        write_csv(tmp_path, *(",".join("" if each is None else str(each) for each in row) for row in rows))
    else:
        book = Workbook()
        for row in rows:
            book.active.append(row)
        for span in ("A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:H2", "I2:I3", "J2:J3"):
            book.active.merge_cells(span)
        book.save(path)

    found = read(path)

    assert held(found) == {"1号池": ("public", "accident-pool", 2_000)}
    assert found.spaces[0].listed == {"owner": "甲厂", "note": "地下式"}
    assert found.spaces[0].degrees == (107.05, 29.8)
    assert (found.headings[0].line, found.headings[0].title, found.headings[0].unread) == (2, "某园区清单", ("设计",))

"""What an inventory says of a space stands in the package's list again."""

import csv

import pytest

from sim.cli import main
from tests.shipped import ROOT

FIRE = "park: .\nhorizon: 1 h\nbasis: assumed\n"
FIRE += "releases: {spill: {into: ql-001, at: 0 min, volume: 9 m3, over: 1 min}}\n"


@pytest.fixture(scope="module")
def listed(tmp_path_factory):
    """The list of spaces in Chinese, of the shipped list and a ditch that nobody owns; by their names."""
    place = tmp_path_factory.mktemp("listed")
    spaces = ROOT / "docs/from-list/spaces.csv"
    assert main(["import", "inventory", str(spaces), "--out", str(place), "--quiet"]) == 0
    with (place / "storages.csv").open("a", encoding="utf-8") as file:
        file.write("ditch,岔沟,,boundary,canal,50,ground,,,,,,,,assumed,\n")
    (place / "fire.yaml").write_text(FIRE, encoding="utf-8")
    files = [str(place), str(place / "fire.yaml")]
    assert main(["package", *files, "--lang", "zh", "--out", str(place / "package"), "--quiet"]) == 0
    return {**rows(place, "3-spaces.zh.csv", "应急空间名称"), **rows(place, "3-facilities.zh.csv", "设施与装备名称")}


def rows(place, name, key):
    """The rows of a list of the package, by a column."""
    with (place / "package" / name).open(encoding="utf-8-sig", newline="") as file:
        return {row[key]: row for row in csv.DictReader(file)}


def test_owner_function_number_and_note_are_those_of_the_list(listed):
    """
    Row 4 of the list, as it stands there; the ditch has none of them, and what it is for is told by its kind.
    """
    keys = ("企业名称", "功能", "原清单编号", "备注")

    assert [listed["初期雨水池"][key] for key in keys] == ["晋岚化工", "收集初期雨水", "QL-004", "日常占用≤1/3"]
    assert [listed["岔沟"][key] for key in ("企业名称", "编号", "备注")] == ["未知", "ditch", ""]


def test_sites_stand_among_the_facilities(listed):
    """
    Row 13 of the list: nothing is held there, and nothing of it is lost.
    """
    keys = ("类别", "规格数量", "服务对象", "经度", "数据依据")

    assert [listed["下湾临时筑坝点"][key] for key in keys] == [
        "临时筑坝点", "河宽18 m，有便道", "青岚河、筑坝截流", "112.6015", "公布",
    ]  # fmt: skip


def test_what_counts_nothing_says_so_beside_its_note(listed):
    assert listed["污水处理厂事故调节池"]["备注"] == "污水处理厂自有设施，按GB/T 50483不计入；污水处理厂自有"

"""The lists that parks and river platforms hold are read at the first command, every row accounted for."""

import pytest

from sim.cli import main
from sim.exchange.inventory import Became
from sim.load import load_park
from tests.exchange.inventory.reading import LISTS, held, read, told

MAIN = {
    "储罐围堰": ("plant", "bund", 46_378),
    "1-事故应急池": ("plant", "accident-pool", 5_000),
    "2-事故应急池": ("plant", "accident-pool", 2_000),
    "西片区公共应急池": ("public", "accident-pool", 10_000),
    "乙石化应急池": ("public", "accident-pool", 40_000),
    "片区缓冲池-4座": ("public", "basin", 3_000),
    "雨水管网": ("public", "pipe", 5_650),
    "中心河闸间段": ("boundary", "river-section", 147_000),
}
ROWS = {"utf8.csv": 9, "gbk.csv": 9, "park-sheet.csv": 5, "river-form.csv": 1, "river-form-sample.csv": 1}


@pytest.mark.parametrize("name", ["utf8.csv", "gbk.csv"])
def test_an_inventory_in_utf8_and_in_gbk_is_the_same_park(name):
    """
    By hand: 46,378 + 5,000 + 2 x 1,000 = 53,378 at the plants; 10,000 + 40,000 + 3,000 + 5,650 = 58,650 in public;
    147,000 at the boundary; 259,028 m3 in all. 1 万m³ is 10,000, 4.0 万方 40,000, 14.7 万m3 147,000.
    """
    found = read(LISTS / name)

    assert held(found) == MAIN
    assert [found.counted_m3(tier) for tier in ("plant", "public", "boundary", None)] == [
        53_378, 58_650, 147_000, 259_028,
    ]  # fmt: skip
    assert found.spaces[0].degrees == (120.0866667, 31.9277778)  # 120 + 5/60 + 12/3600; 31 + 55/60 + 40/3600


def test_what_is_filled_in_is_told_as_guessed():
    """
    Row 4 of the list has a name and a volume alone: its name says an accident pool; the rest is that of the row above.
    """
    found = read(LISTS / "utf8.csv")

    assert told(found, 4) == ["guessed_kind_of_name", *["guessed_above"] * 3, "read_several"]
    assert found.spaces[2].listed["owner"] == "甲码头"
    assert set(found.spaces[2].assumed) == {"kind", "tier", "overflows_to"}
    assert found.spaces[6].listed.get("function") is None  # the mains have owner, kind and tier


def test_a_total_is_held_against_its_rows_and_is_no_space():
    """
    27.1 万m3 = 271,000, in a column too far to the right; the rows add up to 259,028: 11,972 m3 between them.
    """
    (total,) = read(LISTS / "gbk.csv").of(Became.TOTAL)

    assert [each.key for each in total.told] == ["open_total"]
    assert dict(total.told[0].values) == {"written_m3": 271_000, "sum_m3": 259_028, "off_m3": 11_972}


def test_the_sheet_of_a_park_platform():
    """
    Starred head, a unit and a remark in a head, tiers by their Chinese names; a sluice without a volume is a site:
    2,000 + 300 + 10,000 + 4,000 = 16,300 m3.
    """
    found = read(LISTS / "park-sheet.csv")

    assert [each.capacity_m3 for each in found.spaces] == [2_000, 300, 10_000, 4_000, None]
    assert found.spaces[-1].kind == "sluice"
    assert found.counted_m3() == 16_300
    assert told(found, 3) == ["open_first_flush"]
    assert found.headings[0].unread == ("范围数据（管道等提供）",)


@pytest.mark.parametrize("name", ["river-form.csv", "river-form-sample.csv"])
def test_the_form_of_a_river_platform(name):
    """
    890 under 万立方米 is 8,900,000 m3; what a sluice holds back is a river section; its number is kept as its label.
    """
    (space,) = read(LISTS / name).spaces

    assert (space.id, space.listed["label"]) == ("xyh-ab004", "XYH-AB004")
    assert (space.tier, space.kind, space.capacity_m3) == ("boundary", "river-section", 8_900_000)


@pytest.mark.parametrize(("name", "rows"), ROWS.items())
def test_every_list_loads_at_the_first_command(name, rows, tmp_path, capsys):
    assert main(["import", "inventory", str(LISTS / name), "--out", str(tmp_path / "park")]) == 0
    shown = capsys.readouterr().out
    park = load_park(tmp_path / "park")

    found = read(LISTS / name)
    assert len(found.rows) == rows
    assert len(park.storages) + len(park.sites) == len(found.spaces)
    assert sum(each.usable_m3 for each in park.storages.values() if each.counts) == found.counted_m3()
    assert all(f"row {row.place.line}  " in shown for row in found.rows)
    assert main(["validate", str(tmp_path / "park")]) == 0

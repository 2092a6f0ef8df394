"""Files may say the format they are written in: 1, which is what they are of when they say nothing."""

import pytest

from sim.drill.texts import TEMPLATES, placeholders
from sim.errors import Problems
from sim.load import load_case, load_park
from sim.load.size_form import load_sheet
from sim.load.texts_form import load_texts
from sim.words.say import said

PARK = """\
id: pools
tiers: {plant: {promise: none}}
storages: {pool: {tier: plant, kind: bund, capacity: 9 m3}}
"""
FIRE = "park: .\nhorizon: 1 h\n"
SHEET = "groups: {tanks: {largest_tank: 9 m3, fire_water_total: 0 m3}}\n"
TEXTS = "hurry: Hurry.\n"
LOADERS = {
    "park": (PARK, load_park), "fire": (FIRE, load_case), "sheet": (SHEET, load_sheet),
    "texts": (TEXTS.replace("hurry", min(TEMPLATES)), lambda path: load_texts(path, TEMPLATES, placeholders)),
}  # fmt: skip


def load(folder, sort, written):
    """A file of a sort, with a line at its top."""
    (folder / "park.yaml").write_text(PARK, encoding="utf-8")
    text, loader = LOADERS[sort]
    (folder / f"{sort}.yaml").write_text(written + text, encoding="utf-8")
    return loader(folder / f"{sort}.yaml")


@pytest.mark.parametrize("sort", LOADERS)
def test_format_1_means_what_no_format_means(tmp_path, sort):
    assert load(tmp_path, sort, "format: 1\n") == load(tmp_path, sort, "")


@pytest.mark.parametrize("sort", LOADERS)
def test_a_newer_format_is_refused_and_nothing_else_said(tmp_path, sort):
    """
    What a later program knows would only look like slips here.
    """
    with pytest.raises(Problems) as problems:
        load(tmp_path, sort, "format: 2\nunheard_of: 3\n")

    place = f"{tmp_path / sort}.yaml:1:9: format: "
    (message,) = problems.value.shown
    assert message == f"{place}this file is of format 2; this program reads up to 1; get a newer program"
    assert said(message, "zh") == f"{place}此文件为格式 2；本程序最高只读到 1；请使用更新的程序"


@pytest.mark.parametrize("written", ["one", "0", "1.0", "-1", "{a: b}", "~"])
def test_what_is_no_number_is_refused(tmp_path, written):
    with pytest.raises(Problems, match=r"park.yaml:1:9: format: .*(write 1|the number of the form, 1)"):
        load(tmp_path, "park", f"format: {written}\n")


def test_a_format_can_stand_in_a_set(tmp_path):
    load(tmp_path, "fire", "")

    with pytest.raises(Problems, match="--set format=2: format: this file is of format 2"):
        load_case(tmp_path / "fire.yaml", sets=["format=2"])

"""The table of sizing standards, read whole: `sizing.txt` is what is printed of the page's two sheets."""

from pathlib import Path

import pytest

import sim.cli.size
import sim.report
from sim.hydrology.printed import Slip
from sim.hydrology.size_sheet import From, SizeSheet, Space, TankGroup, Use
from sim.hydrology.sizing import Caution, Standard, Sure, Warned
from sim.hydrology.standards import size_by_standards
from sim.load.size_form import load_sheet
from sim.report.size_data import sizes_data, sizes_table
from sim.report.sized import ADDED, FAMILIES, TAKEN_OFF, Sized
from sim.report.sizing import caution_text, print_sizes, printed_line, warning_lines
from sim.words import WORDS
from sim.words.size import WORDS as SIZE_WORDS
from tests.report.by_hand import printed

HERE = Path(__file__).parent
SHEETS = HERE.parents[1] / "docs" / "sizing"
PAGES = [("works", 120, "en"), ("works", 80, "en"), ("published-bund", 120, "en"), ("published-bund", 80, "zh")]


def page(name, width, language):
    sheet = load_sheet(SHEETS / f"{name}.yaml")
    return printed(width, print_sizes, sheet, size_by_standards(sheet), language)


def golden():
    """The pages, each below a line `@ name width language`."""
    text = (HERE / "sizing.txt").read_text(encoding="utf-8")
    parts = [part.partition("\n") for part in text.split("@ ")[1:]]
    return {head: body for head, _, body in parts}


@pytest.mark.parametrize(("name", "width", "language"), PAGES)
def test_a_sheet_is_printed_as_before(name, width, language):
    assert page(name, width, language) == golden()[f"{name} {width} {language}"]


def test_the_ten_fold_error_is_explained():
    sheet = load_sheet(SHEETS / "published-bund.yaml")
    five, total = size_by_standards(sheet).printed

    assert printed_line(five) == (
        "V5: 1,140.46 m3, where its own inputs give 114.05 m3. Ten times too large: m2 taken for ha. The 10 of "
        "V = 10 q F is for F in ha, and 16,800 m2 are 1.68 ha; the sheet has used 16.8."
    )
    assert printed_line(total) == (
        "V_total: 24,740.46 m3, where its own inputs give 23,714.05 m3. Off by its rain term, which is 10 times what "
        "it should be."
    )


def test_a_double_count_is_explained_once_for_both_rows():
    sheet = load_sheet(SHEETS / "works.yaml")
    twice = Space("farm-bund", Use.ACCIDENT_POOL, 10_000)
    lines = warning_lines(size_by_standards(_with(sheet, spaces=(*sheet.spaces, twice))).sizings)

    assert (
        "Accident pool, family (a) and Accident pool, family (b) and By tonnes stored, tank-farm: 10,000 m3 of "
        "farm-bund are taken off in V3 and stand among what is available too; they are counted once here, in V3."
    ) in lines


def _with(sheet, **changes):
    from dataclasses import replace

    return replace(sheet, **changes)


def test_a_sheet_that_gives_next_to_nothing_is_printed():
    sheet = SizeSheet({"en": "bare", "zh": "空表"}, (TankGroup("farm", 100),))

    lines = printed(80, print_sizes, sheet, size_by_standards(sheet)).splitlines()
    assert lines[:4] == ["bare", "", "", "Not asked, for want of"]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("caution", Caution)
def test_every_caution_has_its_sentence(caution, language):
    numbers = ("volume_m3", "taken_m3", "from_m3", "a_m3", "b_m3", "lasts_s", "holds_m3", "depth_mm", "low_m3")
    values = {"space": "pool", "bund": "bund", **dict.fromkeys(numbers, 3600.0)}
    values |= {"because": {"en": "it stands indoors", "zh": "位于室内"}, "keys": ("bund_body",), "parts": ("a", "b")}
    values |= {"unit": "m3", "at": "bunds.a.bund_body", "given": 2.0, "worked": 3.0, "lasts_min": 5.0}

    assert "{" not in caution_text(Warned(caution, values), language)


def test_every_word_is_used_and_none_is_missing():
    made = {*Standard, *(f"sure_{each}" for each in Sure), *(f"caution_{each}" for each in Caution)}
    made |= {f"slip_{each}" for each in Slip if each is not Slip.NONE}
    made |= {f"from_{each}" for each in From} | {f"why_{term}" for term in (*ADDED, *TAKEN_OFF)}
    made |= {f"{key}_{family}" for key in ("required", "difference", "sheet") for family in FAMILIES}
    made |= {f"term_{term}" for term in (*ADDED, *TAKEN_OFF, "in_spaces")}
    folder = Path(sim.report.__file__).parent
    files = [folder / f"{name}.py" for name in ("sizing", "size_run", "size_plants")] + [Path(sim.cli.size.__file__)]
    source = "".join(each.read_text(encoding="utf-8") for each in files)

    assert made <= set(WORDS)
    assert [key for key in SIZE_WORDS if key not in made and f'"{key}"' not in source] == []


def test_data_for_machines():
    """
    By hand in works.yaml: (a) 5,226.67 and (b) 7,202.25 of 6,000 m3.
    """
    sheet = load_sheet(SHEETS / "works.yaml")
    sizes = size_by_standards(sheet)
    data = sizes_data(sheet, sizes, "en")

    (a,) = [each for each in data["sizings"] if each["standard"] == "family_a"]
    assert round(a["required_m3"], 2) == 5226.67
    assert round(a["difference_m3"], 2) == 773.33
    assert a["put_in"] == "(10,000 + 4,860 - 10,000)max + 0 + 366.67"
    assert {"formula": "qa / n", "name": "q", "note": "", "unit": "mm", "value": 1100 / 150} in a["terms"]
    assert [each["caution"] for each in a["warnings"]] == ["v3_in_both", "rain_terms"]
    assert data["sizings"][0]["available_m3"] is None
    table = sizes_table([Sized(sheet, sizes)], "en")
    assert {len(row) for row in table.rows} == {len(table.header)}

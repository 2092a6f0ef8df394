"""Sizing sheets: what is read, and every message, read whole."""

from pathlib import Path

import pytest
import yaml

from sim.errors import Problems
from sim.hydrology.printed import Slip
from sim.hydrology.size_sheet import Bund, Figure, Hose, Space, Use, Wall
from sim.hydrology.sizing import Standard
from sim.hydrology.standards import size_by_standards
from sim.load import json_schema, load_case
from sim.load.file_sort import FileSort, sort_of, sort_of_path
from sim.load.place import Faults
from sim.load.size_form import load_sheet
from sim.load.yaml_text import read_yaml

ROOT = Path(__file__).parents[2]
WORKS = ROOT / "docs" / "sizing" / "works.yaml"
SMALL = """\
basis: assumed
groups:
  farm: {largest_tank: 1000 m3, fire_water: {hose: {flow: 50 L/s, lasts: 2 h}}}
process_water: 0 m3
rain: {annual: 1100 mm, days: 150, area: 5 ha}
bunds:
  farm-bund: {group: farm, area: 1000 m2, height: 1.2 m}
available:
  pool: {use: accident-pool, volume: 800 m3}
"""


BUND_ONLY = """\
groups:
  tanks: {largest_tank: 5000 m3, all_tanks: 20000 m3}
bunds:
  bund: {group: tanks, area: 5000 m2, height: 1.2 m}
"""


LEFT = "nothing is left of area x height, 1,200 m3, once what stands in it is taken off"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """The folder with the small sheet, where we stand."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sheet.yaml").write_text(SMALL, encoding="utf-8")
    return tmp_path


def messages(here, text):
    """What is wrong with a text."""
    (here / "sheet.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Problems) as caught:
        load_sheet("sheet.yaml")
    return caught.value.messages


def test_what_a_sheet_says():
    sheet = load_sheet(WORKS)

    (farm,) = sheet.groups
    assert sheet.names == {"en": "A works with one tank farm", "zh": "单罐区工厂"}
    assert farm.hoses == (Hose("monitors", 0.45, 10_800),)
    assert (farm.largest_tank_m3, farm.moved_m3, farm.all_tanks_m3, farm.stored_t) == (10_000, 10_000, 36_000, 1500)
    assert sheet.bunds == (Bund("farm-bund", "tank-farm", 9000, 1.2, (100, 600, 60, 40), Wall.CONCRETE),)
    assert sheet.spaces == (Space("pool", Use.ACCIDENT_POOL, 6000), Space("rain-pool", Use.FIRST_FLUSH, 600))
    assert (sheet.rain.annual_m, sheet.rain.days, sheet.rain.area_m2) == (1.1, 150, 50_000)
    assert sheet.rain.around_m == (0.06, 0.02, 0.11)
    assert (sheet.process_water_m3, sheet.drains_m3) == (0, 300)


def test_numbers_know_their_basis(here):
    """
    Ten numbers; the rain's three are published. Printed figures are no inputs.
    """
    text = SMALL.replace("rain: {", "rain: {basis: published, ") + "published: {v5: 400 m3}\n"
    (here / "sheet.yaml").write_text(text, encoding="utf-8")

    sheet = load_sheet("sheet.yaml")
    assert sheet.numbers == 10
    assert len(sheet.assumed) == 7
    assert sheet.published == {"v5": Figure(400, 0.5, "400 m3")}
    assert sheet.names["zh"] == "sheet"


@pytest.mark.parametrize("text", ["75.24 L/(s ha)", "75.24 L/(s·ha)", "75.24 L/s/ha", "75.24 升/(秒·公顷)"])
def test_an_intensity_is_a_flow_on_an_area(here, text):
    """
    75.24 L/s on 10,000 m2: 75.24e-7 m/s.
    """
    rain = f'rain: {{intensity: "{text}", lasts: 3 h, runoff: 0.65, area: 5 ha}}'
    (here / "sheet.yaml").write_text(SMALL.replace(SMALL.splitlines()[4], rain), encoding="utf-8")

    assert load_sheet("sheet.yaml").rain.intensity_m_s == pytest.approx(75.24e-7)


@pytest.mark.parametrize(("text", "tonnes"), [("1200 t", 1200), ("1200吨", 1200), ("0.15 万吨", 1500), ("800 kg", 0.8)])
def test_tonnes(here, text, tonnes):
    (here / "sheet.yaml").write_text(SMALL.replace("1000 m3,", f"1000 m3, stored: {text},"), encoding="utf-8")

    assert load_sheet("sheet.yaml").groups[0].stored_t == pytest.approx(tonnes)


@pytest.mark.parametrize(("old", "new", "message"), [
    ("largest_tank: 1000 m3", "largest_tank: 1000",
     "3:24: groups.farm.largest_tank: 1000 has no unit; write m3, 万m3 or L behind it"),
    ("area: 5 ha", "area: 5", "5:42: rain.area: 5 has no unit; write 5 ha or 5 m2?"),
    ("annual: 1100 mm", "annual: 1100", "5:16: rain.annual: 1100 has no unit; write 1100 mm?"),
    ("days: 150", "days: 1500", "5:31: rain.days: a year has 366 days at most, found 1500"),
    ("days: 150, ", "", "5:8: rain: annual needs days beside it; write days: with a whole number such as 3"),
    ("largest_tank: 1000 m3, ", "",
     "3:9: groups.farm: one of largest_tank, tanks is missing; write one of them"),
    (", fire_water: {hose: {flow: 50 L/s, lasts: 2 h}}", "",
     "3:9: groups.farm: one of fire_water, fire_water_total is missing; write one of them"),
    ("{hose: {flow: 50 L/s, lasts: 2 h}}", "{}",
     "3:45: groups.farm.fire_water: nothing is in here; write a flow and its time, or fire_water_total: 0 m3"),
    ("1000 m3,", "1000 m3, all_tanks: 900 m3,",
     "3:44: groups.farm.all_tanks: all tanks together hold at least the largest, 1,000 m3"),
    ("1000 m3,", "1000 m3, stored: 1200,", "3:41: groups.farm.stored: 1200 has no unit; write t or kg behind it"),
    ("1000 m3,", "1000 m3, stored: 1200 m3,", "3:41: groups.farm.stored: 1200 m3 is no mass; write one such as 1200 t"),
    ("group: farm", "group: frm", "7:22: bunds.farm-bund.group: no tank group is named 'frm'; did you mean 'farm'?"),
    ("1.2 m}", "1.2 m, other_tanks: 1200 m3}",
     f"7:14: bunds.farm-bund: {LEFT}; look at other_tanks"),
    ("accident-pool", "acident-pool",
     "9:15: available.pool.use: 'acident-pool' is no use; did you mean 'accident-pool'?"),
    ("800 m3}", "800 m3, holds: 900 m3}", "9:53: available.pool.holds: must not be more than the volume, 800 m3"),
    ("rain: {", "rain: {depth: 80 mm, intensity: 27 mm/h, lasts: 3 h, runoff: 0.65, ",
     "5:22: rain: depth and intensity exclude each other; keep one"),
    ("rain: {", "rain: {intensity: 75 L/s, lasts: 3 h, runoff: 0.65, ",
     "5:19: rain.intensity: '75 L/s' is no rain intensity; write one such as 75.2 L/(s ha) or 27 mm/h"),
    ("rain: {", "rain: {intensity: 75, lasts: 3 h, runoff: 0.65, ",
     "5:19: rain.intensity: '75' is no rain intensity; write one such as 75.2 L/(s ha) or 27 mm/h"),
    ("process_water: 0 m3", "procces_water: 0 m3", "4:1: procces_water: unknown key; did you mean 'process_water'?"),
])  # fmt: skip
def test_message(here, old, new, message):
    assert old in SMALL

    assert messages(here, SMALL.replace(old, new)) == [f"sheet.yaml:{message}"]


def test_every_problem_at_once(here):
    text = SMALL.replace("1000 m3", "1000").replace("5 ha", "5").replace("group: farm", "group: frm")

    assert [each.split(": ")[1] for each in messages(here, text)] == [
        "groups.farm.largest_tank", "rain.area", "bunds.farm-bund.group",
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "what"), [
    ("park: .\nhorizon: 1 h\n", "a scenario"), ("id: p\ntiers: {}\nstorages: {}\n", "a park"),
])  # fmt: skip
def test_another_file_is_no_sheet(here, text, what):
    assert messages(here, text) == [
        f"sheet.yaml: this is {what}; name a sizing sheet, a file with groups: and rain:"
    ]


@pytest.mark.parametrize("file", sorted((ROOT / "docs" / "sizing").glob("*.yaml")), ids=lambda file: file.stem)
def test_the_schema_knows_every_key(file):
    schema = json_schema("sizing")

    assert yaml.safe_load(file.read_text(encoding="utf-8")).keys() <= schema["properties"].keys()
    assert all(each.get("description") for key, each in schema["properties"].items() if key not in {"basis", "source"})


def test_a_sheet_is_no_scenario():
    """
    Whoever wants to play one is told what reads it, and nothing else.
    """
    with pytest.raises(Problems) as caught:
        load_case(WORKS)
    assert caught.value.messages == [
        f"{WORKS}: this is a sizing sheet, which `size` reads; name a scenario, a file with park: and horizon:"
    ]


@pytest.mark.parametrize(("text", "sort"), [
    ("{id: a, name: b, tiers: {}, published: {}}", FileSort.PARK),
    ("{park: ., rain: {}, process_water: {}}", FileSort.SCENARIO),
    ("{groups: {}, process_water: 0 m3, rain: {}, published: {}}", FileSort.SIZING),
    ("{id: a, name: b}", None), ("{name: a, rain: {}}", None),
])  # fmt: skip
def test_a_file_is_what_it_has_most_keys_of(text, sort):
    """
    A park has id, name, tiers and published here, a sheet three of these; a name alone is anybody's.
    """
    assert sort_of(read_yaml(text, "x.yaml", Faults())) is sort


def test_a_path_says_what_it_is(here):
    """
    A folder can only be a park; who reads a file that is not there will say so.
    """
    assert [sort_of_path(each) for each in (".", "sheet.yaml", "nothing.yaml")] == [
        FileSort.PARK, FileSort.SIZING, None,
    ]  # fmt: skip


def test_a_bund_alone_needs_no_fire_water(here):
    """
    5,000 x 1.2 = 6,000 m3 for a tank of 5,000; max(5,500, 5,000) for the UK, max(5,000, 10,000) for France. No pool,
    for want of the fire water.
    """
    (here / "sheet.yaml").write_text(BUND_ONLY, encoding="utf-8")

    sizes = size_by_standards(load_sheet("sheet.yaml"))

    assert [(each.standard, each.result, each.available_m3) for each in sizes.sizings] == [
        (Standard.BUND, 5000, 6000), (Standard.UK, 5500, 6000), (Standard.FRANCE, 10_000, 6000)
    ]  # fmt: skip
    wants = {each.standard: each.wants for each in sizes.left_out}
    assert wants[Standard.FAMILY_B][0] == "groups.ID.fire_water / fire_water_total"


@pytest.mark.parametrize("more", ["process_water: 0 m3", "rain: {annual: 1 m, days: 100, area: 1 ha}",
                                  "available: {pool: {use: accident-pool, volume: 8 m3}}"])  # fmt: skip
def test_a_pool_needs_it(here, more):
    assert messages(here, f"{BUND_ONLY}{more}\n")[0] == (
        "sheet.yaml:2:10: groups.tanks: one of fire_water, fire_water_total is missing; write one of them"
    )


@pytest.mark.parametrize(("volume", "result"), [("50 m3", 170), ("0 m3", 120)])
def test_the_rain_of_family_a_as_a_volume(here, volume, result):
    """
    A fermenter of 120 m3, 500 m3 of fire water that a spare tank of 500 m3 takes over, and V5: 120 + 500 - 500 + 50.
    """
    group = "{largest_tank: 120 m3, fire_water_total: 500 m3, transferable: {spare: 500 m3}}"
    rest = "process_water: 0 m3\npublished: {v5: 51 m3}\n"
    text = f"groups: {{fermenter: {group}}}\nrain: {{volume: {volume}}}\n{rest}"
    (here / "sheet.yaml").write_text(text, encoding="utf-8")

    sizes = size_by_standards(load_sheet("sheet.yaml"))

    (found,) = [each for each in sizes.sizings if each.standard is Standard.FAMILY_A]
    assert found.result == result
    (printed,) = sizes.printed
    assert printed.slip is Slip.UNKNOWN


@pytest.mark.parametrize(("old", "new", "said"), [
    ("annual: 1100 mm", "annual: 0 mm", "must be more than 0, found 0 mm; where no rain comes in, write volume: 0 m3"),
    ("annual: 1100 mm", "annual: 1000000 mm", "must be at most 11,872 mm, more than falls anywhere; found 1000000 mm"),
    ("area: 5 ha}", "area: 5 ha, freeboard: 2 m}", "must be at most 1,825 mm, more than falls anywhere; found 2 m"),
])  # fmt: skip
def test_rain_that_never_fell(here, old, new, said):
    (message,) = messages(here, SMALL.replace(old, new))

    assert message.endswith(said)

"""Sizing blocks of a park's plants: what the park knows is put in, the rest is read like a sheet of its own."""

from dataclasses import replace
from math import isfinite
from random import Random

import pytest

from sim.errors import InputError, Problems
from sim.hydrology.size_sheet import Bund, From, Space, Taken, Use
from sim.hydrology.sizing import Caution, Standard
from sim.hydrology.standards import size_by_standards
from sim.hydrology.storms import L_S_HA
from sim.load import load_case, load_plant_sheets
from sim.load.size_form import load_sheet
from tests.load.test_fuzz import spoil_letters, spoil_words

PARK = """\
id: works-park
basis: assumed
tiers: {plant: {promise: nothing leaves the plant}}
plants: {works: {name: {en: Works, zh: 工厂}}, mill: {}}
storages:
  bund: {tier: plant, kind: bund, plant: works, capacity: {value: 1300 m3, basis: measured}, freeboard: 100 m3,
         shape: {area: 1000 m2}, dead: 30 m3}
  drain: {tier: plant, kind: pit, plant: works, capacity: 300 m3, initial: {rain: 20 m3}}
  pool: {tier: plant, kind: accident-pool, plant: works, capacity: 4000 m3, freeboard: 200 m3,
         initial: {rain: 150 m3}}
  own-basin: {tier: plant, kind: treatment-plant, plant: works, capacity: 900 m3}
  tank: {tier: plant, kind: tank, plant: works, capacity: 500 m3}
  other: {tier: plant, kind: accident-pool, plant: mill, capacity: 700 m3}
links:
  valve: {kind: valve, from: drain, to: pool, capacity: 1 m3/s, opening: shut}
  siphon: {kind: pump, from: tank, to: pool, capacity: 1 L/s, opening: stopped}
catchments:
  yard: {area: 4 ha, runoff: 80 %, drains_to: drain, basis: published}
  floor: {area: 1 ha, runoff: 100 %, drains_to: bund}
  field: {area: 9 ha, runoff: 10 %, drains_to: other}
storm_formulas: {yubei: {set: yubei-2017}}
sizing:
  works:
    groups: {farm: {largest_tank: 1000 m3, fire_water: {hose: {flow: 50 L/s, lasts: 2 h}}}}
    process_water: 40 m3
    rain: {annual: 1100 mm, days: 150, formula: yubei, period: 2 a, lasts: 3 h}
"""

BY_HAND = """\
basis: assumed
name: {en: Works, zh: 工厂}
groups: {farm: {largest_tank: 1000 m3, fire_water: {hose: {flow: 50 L/s, lasts: 2 h}}}}
process_water: 40 m3
rain: {annual: 1100 mm, days: 150, intensity: 75.23617139242334 L/(s ha), lasts: 3 h, area: 5 ha, runoff: 84 %}
bunds: {bund: {group: farm, area: 1000 m2, height: 1.2 m, walls_and_pipes: 30 m3, largest_tank_base: 0 m3,
               other_tanks: 0 m3, bund_body: 0 m3}}
drains: 280 m3
available:
  own-basin: {use: upset-basin, volume: 900 m3}
  pool: {use: accident-pool, volume: 3800 m3, holds: 150 m3}
"""

SCENARIO = """\
park: .
horizon: 1 h
releases: {leak: {into: bund, at: 0 min, volume: 1 m3, over: 1 min}}
initial: {pool: {rain: {value: 700 m3, basis: measured}}}
"""


@pytest.fixture
def here(tmp_path, monkeypatch):
    """The folder with the park, where we stand."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "park.yaml").write_text(PARK, encoding="utf-8")
    (tmp_path / "hand.yaml").write_text(BY_HAND, encoding="utf-8")
    (tmp_path / "leak.yaml").write_text(SCENARIO, encoding="utf-8")
    return tmp_path


def works(here, old="", new=""):
    """The sheet of the works, with one thing in the park written otherwise."""
    assert old in PARK
    (here / "park.yaml").write_text(PARK.replace(old, new, 1), encoding="utf-8")
    return load_plant_sheets(".")[1]["works"]


def test_a_derived_sheet_is_the_one_written_by_hand(here):
    """
    Bund 1,300 - 100 of freeboard = 1,200 m3 on 1,000 m2, 1.2 m, less 30 that lie on its floor. Pool 4,000 - 200, with
    150 in it; the own basin is never counted. Drains 300 - 20: the tank is none, though a pump leads to the pool. Area
    4 + 1 ha, runoff (3.2 + 1) / 5 = 84 %; the field drains to the mill.
    """
    found, hand = works(here), load_sheet("hand.yaml")

    assert found.bunds == (Bund("bund", "farm", 1000, 1.2, (0, 0, 0, 30), surveyed_m3=1170),)
    assert found.bunds[0].net_m3 == hand.bunds[0].net_m3 == 1170
    assert found.spaces == hand.spaces
    assert (found.rain.runoff, found.rain.area_m2) == (pytest.approx(0.84), 50_000)
    assert found.drains_m3 == hand.drains_m3 == 280
    one, other = (size_by_standards(each) for each in (found, hand))
    assert [each.standard for each in one.sizings] == [each.standard for each in other.sizings]
    for a, b in zip(one.sizings, other.sizings, strict=True):
        assert [a.result, a.available_m3] == pytest.approx([b.result, b.available_m3], nan_ok=True)
        assert [each.caution for each in a.warnings] == [each.caution for each in b.warnings]


def test_where_each_value_comes_from(here):
    """
    Measured bund with assumed freeboard and dead volume: assumed. The formula is published, so is the yard; the floor
    is not.
    """
    taken = works(here).taken

    assert {each.key: (each.value, each.unit, each.what, each.ids, each.basis) for each in taken} == {
        "bunds.bund": (1170, "m3", From.STORAGE, ("bund",), "assumed"),
        "available.pool.volume": (3800, "m3", From.STORAGE, ("pool",), "assumed"),
        "available.pool.holds": (150, "m3", From.STORAGE, ("pool",), "assumed"),
        "available.own-basin.volume": (900, "m3", From.STORAGE, ("own-basin",), "assumed"),
        "drains": (280, "m3", From.STORAGE, ("drain",), "assumed"),
        "rain.area": (5, "ha", From.CATCHMENT, ("floor", "yard"), "assumed"),
        "rain.runoff": (pytest.approx(0.84), "-", From.CATCHMENT, ("floor", "yard"), "assumed"),
        "rain.intensity": (pytest.approx(75.236, abs=1e-3), "L/(s ha)", From.FORMULA, ("yubei",), "published"),
    }


@pytest.mark.parametrize(("old", "new", "key", "basis"), [
    (", dead: 30 m3", "", "bunds.bund", "assumed"),
    ("freeboard: 100 m3,\n         shape: {area: 1000 m2}, dead: 30 m3", "shape: {area: 1000 m2}", "bunds.bund",
     "measured"),
    ("basis: assumed\ntiers", "basis: designed\ntiers", "drains", "designed"),
])  # fmt: skip
def test_what_is_taken_is_known_as_the_worst_of_it(here, old, new, key, basis):
    found = {each.key: each.basis for each in works(here, old, new).taken}

    assert found[key] == basis


def test_numbers_count(here):
    """
    Written: tank, flow, time, process water, annual, days, period, time, 8, all assumed. Taken: 8, of which the
    formula's intensity is published.
    """
    sheet = works(here)

    assert (sheet.numbers, len(sheet.assumed)) == (16, 15)
    assert "rain.intensity" not in sheet.assumed
    assert {"groups.farm.largest_tank", "bunds.bund"} <= set(sheet.assumed)


def test_what_is_written_wins(here):
    """
    The pool is shared with first flush; bund, drains and ground are other than the park has them.
    """
    sheet = works(here, "    process_water: 40 m3\n", """\
    process_water: 40 m3
    bunds: {bund: {area: 500 m2, height: 1 m}, second: {group: farm, area: 100 m2, height: 2 m}}
    drains: 5 m3
    available: {pool: {use: shared, holds: 0 m3}, far: {use: first-flush, volume: 60 m3}}
""")  # fmt: skip

    assert [(each.id, each.area_m2, each.height_m, each.net_m3) for each in sheet.bunds] == [
        ("bund", 500, 1, 500), ("second", 100, 2, 200),
    ]  # fmt: skip
    assert sheet.drains_m3 == 5
    assert sheet.spaces[:2] == (Space("pool", Use.SHARED, 3800), Space("far", Use.FIRST_FLUSH, 60))
    assert [each.key for each in sheet.taken] == [
        "available.own-basin.volume", "available.pool.volume", "rain.area", "rain.runoff", "rain.intensity",
    ]  # fmt: skip


def test_a_double_count_of_a_derived_bund_is_told(here):
    """
    Both families side by side. (a) takes off the bund as well as (b): 1,000 + 360 - 1,170 = 190, 40 and
    V5 = 10 x 7.333 x 5 = 366.67 more; (b) 1,360 + 3.6 x 75.236 x 0.84 x 5 x 3 - 1,170 - 280 = 3,322.71.
    """
    sheet = works(here, "lasts: 2 h}}}}", "lasts: 2 h}}, transferable: {bund: 1170 m3}}}")
    a, b = (each for each in size_by_standards(sheet).sizings if each.standard in ("family_a", "family_b"))

    assert round(a.result, 2) == 596.67
    assert round(b.result, 2) == 3322.71
    assert a.available_m3 == b.available_m3 == 3650
    assert [each.values for each in a.warnings if each.caution is Caution.V3_IN_BOTH] == [{"bund": "bund"}]
    assert [each.values for each in b.warnings if each.caution is Caution.V3_IN_BOTH] == [{"bund": "bund"}]


def test_a_scenario_has_its_own_start(here):
    """
    700 m3 stand in the pool when it begins, and that was measured; the park's own sheet keeps its 150.
    """
    case = load_case("leak.yaml")
    sheet = case.sheets["works"]

    assert sheet.spaces[1] == Space("pool", Use.ACCIDENT_POOL, 3800, 700)
    assert Taken("available.pool.holds", 700, "m3", From.STORAGE, ("pool",), "measured") in sheet.taken
    assert case.park.storages["pool"].initial == {"rain": 150}


def test_a_change_from_outside_reaches_a_block(here):
    case = load_case("leak.yaml", sets=["park.sizing.works.process_water=90 m3", "park.storages.bund.freeboard=0 m3"])

    assert case.sheets["works"].process_water_m3 == 90
    assert case.sheets["works"].bunds[0].net_m3 == 1270


def test_a_resolved_copy_has_the_block(here):
    """
    And reads back to the same sheet.
    """
    case = load_case("leak.yaml")
    for name, text in case.resolved.items():
        (here / name).write_text(text, encoding="utf-8")

    assert load_case("scenario.yaml").sheets == case.sheets


@pytest.mark.parametrize(("period", "lasts", "caution"), [
    ("2 a", "4 h", Caution.LONG_STORM), ("2 a", "3 min", Caution.SHORT_STORM), ("2 a", "5 min", None),
])  # fmt: skip
def test_a_formula_past_its_range_is_told(here, period, lasts, caution):
    """
    The formulas were fitted to 5 to 180 min.
    """
    sheet = works(here, "period: 2 a, lasts: 3 h", f"period: {period}, lasts: {lasts}")
    (b,) = (each for each in size_by_standards(sheet).sizings if each.standard is Standard.FAMILY_B)
    storms = (Caution.LONG_STORM, Caution.SHORT_STORM)

    assert [each.caution for each in b.warnings if each.caution in storms] == ([caution] if caution else [])
    assert b.term("q").value == pytest.approx(sheet.rain.intensity_m_s / L_S_HA)


def test_first_flush_by_a_formula_of_the_park(here):
    """
    Yubei 2017, 2 years, 15 min: 1,111 x (1 + 0.945 lg 2) / (15 + 9.713)^0.561 = 236.05 L/(s ha); x 0.8 x 3 ha x 900 s =
    509.9 m3.
    """
    flush = "first_flush: {area: 3 ha, runoff: 80 %, formula: yubei, period: 2 a, lasts: 15 min}"
    sheet = works(here, "    process_water: 40 m3\n", f"    process_water: 40 m3\n    {flush}\n")
    (found,) = (each for each in size_by_standards(sheet).sizings if each.standard is Standard.FLUSH_STORM)

    assert round(found.result, 1) == 509.9
    assert [round(each.value, 2) for each in sheet.taken if each.key == "first_flush.intensity"] == [236.05]


def test_a_park_without_pools_has_no_room(here):
    """
    Nobody wrote what there is, and the park knows: nothing.
    """
    sheet = works(here, "pool: {tier: plant, kind: accident-pool, plant: works,",
                  "pool: {tier: plant, kind: accident-pool, plant: mill,")  # fmt: skip

    assert [each.use for each in sheet.spaces] == [Use.UPSET_BASIN]
    assert [each.available_m3 for each in size_by_standards(sheet).sizings if each.standard == "family_a"] == [0]


TANK = "largest_tank: 9 m3, fire_water_total: 0 m3"
TWO = f"groups: {{farm: {{{TANK}}}, store: {{{TANK}}}}}"


@pytest.mark.parametrize(("old", "new", "messages"), [
    ("  works:\n    groups", "  work:\n    groups",
     ["23:3: sizing.work: no plant is named 'work'; did you mean 'works'?"]),
    ("formula: yubei,", "formula: banan,",
     ["26:49: sizing.works.rain.formula: no storm formula is named 'banan'; there are yubei"]),
    ("formula: yubei, period: 2 a, lasts: 3 h", "formula: yubei",
     ["26:40: sizing.works.rain: formula needs lasts beside it; write lasts: with a time such as 30 min",
      "26:40: sizing.works.rain: formula needs period beside it; write period: with a return period such as 2 a"]),
    ("formula: yubei, period: 2 a, ", "",
     ["26:47: sizing.works.rain.lasts: goes with intensity or formula; leave it out"]),
    ("period: 2 a", "period: 0.05 a",
     ["26:64: sizing.works.rain.period: the formula gives no rain as often as that; its periods begin at 0.087 a"]),
    ("process_water: 40 m3", "bunds: {tank: {group: farm}}",
     ["25:19: sizing.works.bunds.tank: area and height missing; these are known of bund"]),
    ("process_water: 40 m3", "bunds: {bund: {group: frm}}",
     ["25:27: sizing.works.bunds.bund.group: no tank group is named 'frm'; did you mean 'farm'?"]),
    ("process_water: 40 m3", "bunds: {bund: {bund_body: 3 m3}}",
     ["25:19: sizing.works.bunds.bund: one of area, length is missing; write one of them",
      "25:19: sizing.works.bunds.bund: one of height, wall_height is missing; write one of them"]),
    ("process_water: 40 m3", "available: {tank: {use: shared}}",
     ["25:23: sizing.works.available.tank: volume missing; this is known of own-basin, pool"]),
    ("process_water: 40 m3", "available: {pool: {holds: 3900 m3}}",
     ["25:31: sizing.works.available.pool.holds: must not be more than the volume, 3,800 m3"]),
    ("\n         shape: {area: 1000 m2}, dead: 30 m3", "",
     ["23:5: sizing.works.bunds: 'bund' has no shape; give it one, or write area and height of it here"]),
    ("process_water: 40 m3", "proces_water: 40 m3",
     ["25:5: sizing.works.proces_water: unknown key; did you mean 'process_water'?"]),
    ("groups: {farm: {largest_tank: 1000 m3, fire_water: {hose: {flow: 50 L/s, lasts: 2 h}}}}", TWO,
     ["24:5: sizing.works.bunds: which tank group 'bund' lies round is not said; write bunds: {bund: {group: farm}}"]),
])  # fmt: skip
def test_message(here, old, new, messages):
    with pytest.raises(Problems) as caught:
        works(here, old, new)
    assert caught.value.messages == [f"park.yaml:{each}" for each in messages]


def test_ground_that_nobody_knows(here):
    with pytest.raises(Problems) as caught:
        works(here, PARK[PARK.index("catchments:"):PARK.index("storm_formulas")], "")
    (message,) = caught.value.messages
    assert message == (
        "park.yaml:22:11: sizing.works.rain: no catchment of the park drains to a storage of this plant; write area: "
        "and runoff:"
    )


def test_two_groups_with_a_bund_each(here):
    """
    Written with the group alone, the park's bund keeps its size.
    """
    old = "groups: {farm: {largest_tank: 1000 m3, fire_water: {hose: {flow: 50 L/s, lasts: 2 h}}}}"
    sheet = works(here, old, f"{TWO}\n    bunds: {{bund: {{group: store, wall: earth}}}}")

    assert sheet.bunds == (Bund("bund", "store", 1000, 1.2, (0, 0, 0, 30), "earth", 1170),)


def test_plants_whose_ids_have_dots(here):
    """
    The block of `works.b` is none of the numbers of `works`.
    """
    more = PARK.replace("mill: {}}", "mill: {}, works.b: {}}") + """\
  works.b:
    groups: {farm: {largest_tank: 7 m3, fire_water_total: 0 m3}}
"""
    (here / "park.yaml").write_text(more, encoding="utf-8")
    sheets = load_plant_sheets(".")[1]

    assert sheets["works"].numbers == 16
    assert sheets["works.b"].numbers == 2
    assert replace(sheets["works.b"], names={}).spaces == ()


MORE = """\
    bunds: {bund: {group: farm, wall: earth}, b2: {group: farm, area: 3 ha, height: 1 m, other_tanks: 4 m3}}
    available: {pool: {use: shared}, x: {use: first-flush, volume: 3 m3}}
    first_flush: {area: 3 ha, depth: 20 mm}
"""


@pytest.mark.parametrize("seed", range(60))
def test_a_spoilt_block_never_ends_in_a_traceback(here, seed):
    """
    Words exchanged for others, or letters for rubbish: it is refused, or it is right and can be asked.
    """
    dice = Random(seed)
    text = PARK + MORE
    at = text.index("sizing:")
    spoilt = dice.choice([spoil_words, spoil_letters])(text[at:], dice)
    (here / "park.yaml").write_text(text[:at] + spoilt, encoding="utf-8")
    sheets, refused = {}, ""
    try:
        sheets = load_case("leak.yaml").sheets
    except InputError as error:
        refused = str(error)

    assert bool(sheets) or "park.yaml:" in refused
    sizings = [each for sheet in sheets.values() for each in size_by_standards(sheet).sizings]
    assert all(isfinite(each.result) for each in sizings)

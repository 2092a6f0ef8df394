"""Sizing sheets by dimensions, compartments, chosen standards and units of the USA: what is read, and every message."""

import json

import pytest

from sim.cli import main
from sim.errors import Problems
from sim.hydrology.sizing import Caution, Standard
from sim.hydrology.standards import size_by_standards
from sim.load import load_plant_sheets
from sim.load.size_form import load_sheet

SHEET = """\
standards: [gb-50351, uk-110]
groups:
  farm:
    tanks: {big: {volume: 900 m3, diameter: 10 m, base: 0.5 m}, small: {volume: 200 m3, diameter: 6 m, number: 2}}
bunds:
  bund: {group: farm, length: 40 m, width: 30 m, wall_height: 1.2 m, wall_top: 0.5 m, wall_slope: 1,
         inside: {dike: {length: 30 m, width: 0.4 m, height: 0.5 m}}}
"""

PARTS = """\
groups:
  farm:
    tanks: {big: {volume: 900 m3, diameter: 10 m, bund: west}, small: {volume: 200 m3, diameter: 6 m, bund: east}}
bunds:
  west: {group: farm, compartment_of: both, area: 600 m2, height: 1 m}
  east: {group: farm, compartment_of: both, area: 500 m2, height: 1 m}
"""

ITSELF = ("5:3: bunds: 'east' is a bund itself and cannot be what others are compartments of; give the whole a name of "
          "its own, and this one compartment_of: that name too")  # fmt: skip
PARK = """\
id: depot
tiers: {plant: {promise: nothing leaves the plant}}
plants: {works: {}}
storages:
  bund-1: {tier: plant, kind: bund, plant: works, compartment_of: wall, capacity: 1014.52 m3,
           shape: {area: 596.776 m2}}
  bund-2: {tier: plant, kind: bund, plant: works, compartment_of: wall, capacity: 5656.09 m3,
           shape: {area: 3327.112 m2}}
sizing:
  works: {groups: {tanks: {largest_tank: 10410 m3, all_tanks: 42265 m3}}}
"""


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def sheet(here, text):
    (here / "sheet.yaml").write_text(text, encoding="utf-8")
    return load_sheet("sheet.yaml")


def messages(here, text):
    with pytest.raises(Problems) as caught:
        sheet(here, text)
    return [each.removeprefix("sheet.yaml:") for each in caught.value.messages]


def test_a_bund_by_its_dimensions(here):
    """
    A = 1,200 m2, Hj = 1 m. V1 = 78.54 x 0.5 = 39.27; V2 = 2 x 28.27 = 56.55; V3: foot 0.5 + 2 x 1.2 = 2.9 m, P = 140 m,
    140 x (1.45 - 2.4 / 4.8) = 133; V4 = 30 x 0.4 x 0.5 = 6. 1,200 - 39.27 - 56.55 - 133 - 6 = 965.18. Largest 900, all
    1,300.
    """
    found = sheet(here, SHEET)

    (bund,), (farm,) = found.bunds, found.groups
    assert (bund.area_m2, bund.height_m) == (1200, 1)
    assert [round(each, 2) for each in bund.displaced_m3] == [39.27, 56.55, 133, 6]
    assert round(bund.net_m3, 2) == 965.18
    assert (farm.largest_tank_m3, farm.all_tanks_m3, farm.unlike) == (900, 1300, ())
    assert found.asked == (Standard.BUND, Standard.UK)
    assert bund.unsaid == ()


@pytest.mark.parametrize(("old", "new", "net_m3", "key", "given", "worked"), [
    ("length: 40 m", "area: 1100 m2, length: 40 m", 865.18, "area", 1100, 1200),
    ("wall_height", "height: 1.1 m, wall_height", 1073.93, "height", 1.1, 1),
    ("wall_top", "bund_body: 150 m3, wall_top", 948.18, "bund_body", 150, 133),
    ("wall_top", "largest_tank_base: 0 m3, wall_top", 1004.45, "largest_tank_base", 0, 39.27),
    ("wall_top", "perimeter: 130 m, wall_top", 974.68, "perimeter", 130, 140),
])  # fmt: skip
def test_a_given_figure_counts_and_both_are_told(here, old, new, net_m3, key, given, worked):
    """
    965.18 less 100 m2 x 1 m; with Hj of 1.1 m 1,320 - 39.27 - 62.20 - 140 x 1.1 x 0.9 - 6 = 1,073.93; 17 m3
    more of wall; no base; 10 m less of wall, 9.5 m3.
    """
    found = sheet(here, SHEET.replace(old, new, 1)).bunds[0]

    assert found.net_m3 == pytest.approx(net_m3, abs=0.01)
    (told,) = found.unlike
    assert (told.key, told.given, round(told.worked, 2)) == (f"bunds.bund.{key}", given, worked)


def test_what_agrees_is_told_too(here):
    found = size_by_standards(sheet(here, SHEET.replace("tanks: {big", "largest_tank: 900 m3\n    tanks: {big")))

    told = [warned for each in found.sizings for warned in each.warnings if warned.caution is Caution.GIVEN_TOO]
    assert {each.values["at"] for each in told} == {"groups.farm.largest_tank"}


def test_what_is_not_said_is_told(here):
    """
    Nothing is taken off for what nobody speaks of, and that is said; a nil is said by 0 m3.
    """
    bund = "bunds: {b: {group: farm, area: 10 m2, height: 1 m, other_tanks: 0 m3}}"
    bare = f"groups: {{farm: {{largest_tank: 9 m3}}}}\n{bund}\n"
    (found,) = (each for each in size_by_standards(sheet(here, bare)).sizings if each.standard is Standard.BUND)

    assert [each.values for each in found.warnings if each.caution is Caution.UNSAID] == [
        {"keys": ("largest_tank_base", "bund_body", "walls_and_pipes")}
    ]


def test_compartments_are_one_bund(here):
    """
    600 m3 less nothing of the largest tank's base; 500 - 28.27 of the other tank: 1,071.73 together, for 900.
    """
    found = size_by_standards(sheet(here, PARTS))

    bund = found.sizings[0]
    assert (bund.about, bund.result) == ("both", 900)
    assert round(bund.available_m3, 2) == 1071.73
    assert round(bund.term("V_net_2").value, 2) == 471.73


def test_compartments_of_a_park(here):
    """
    1,014.52 + 5,656.09 = 6,670.61 for a tank of 10,410.
    """
    (here / "park.yaml").write_text(PARK, encoding="utf-8")
    found = size_by_standards(load_plant_sheets(".")[1]["works"])

    bund = found.sizings[0]
    assert (bund.standard, bund.about, round(bund.difference_m3, 2)) == (Standard.BUND, "wall", -3739.39)
    assert round(found.sizings[1].available_m3, 2) == 6670.61


def test_a_block_may_say_it_for_the_storages(here):
    text = PARK.replace("compartment_of: wall, ", "").replace("42265 m3}}}", (
        "42265 m3}}, bunds: {bund-1: {compartment_of: wall}, bund-2: {compartment_of: wall}}}"))  # fmt: skip
    (here / "park.yaml").write_text(text, encoding="utf-8")

    assert [bund.id for bund in load_plant_sheets(".")[1]["works"].bunds] == ["wall"]


@pytest.mark.parametrize(("text", "said"), [
    (SHEET.replace("[gb-50351, uk-110]", "[gb-50531]"),
     ["1:13: standards[0]: 'gb-50531' is no standard; did you mean 'gb-50351'?"]),
    (SHEET.replace("[gb-50351, uk-110]", "ie"),
     ["1:12: standards: 'ie' is no standard; its figures were not found well enough to be asked"]),
    (SHEET.replace("wall_height: 1.2 m", "wall_height: 0.2 m"),
     ["6:63: bunds.bund.wall_height: must be more than 0.2 m, by which the design level lies below it"]),
    (SHEET.replace(", wall_slope: 1", ""), ["6:80: bunds.bund.wall_top: needs wall_foot or wall_slope beside it"]),
    (SHEET.replace("length: 40 m, width: 30 m", "area: 1200 m2"),
     ["6:68: bunds.bund.wall_top: needs perimeter, or length and width, beside it"]),
    (SHEET.replace("length: 40 m, width: 30 m, wall_height: 1.2 m, wall_top: 0.5 m, wall_slope: 1", "wall: earth"),
     ["6:9: bunds.bund: one of area, length is missing; write one of them",
      "6:9: bunds.bund: one of height, wall_height is missing; write one of them"]),
    (SHEET.replace("base: 0.5 m", "bund: bnd"),
     ["4:57: groups.farm.tanks.big.bund: no bund of this group is named 'bnd'; did you mean 'bund'?"]),
    (PARTS.replace(", bund: east", ""),
     ["3:71: groups.farm.tanks.small: in which bund 'small' stands is not said; write bund: west"]),
    (PARTS.replace("of: both, area: 500", "of: boht, area: 500"),
     ["5:3: bunds: 'east' is the only compartment of 'boht'; did you mean 'both'?",
      "5:3: bunds: 'west' is the only compartment of 'both'; did you mean 'boht'?"]),
    (PARTS.replace("of: both, area: 600", "of: east, area: 600").replace("compartment_of: both, area", "area"),
     [ITSELF]),
    (f"{SHEET}published: {{bunds: {{bnd: {{net: 3 m3}}}}}}\n",
     ["8:26: published.bunds.bnd: the sheet has no 'bnd' here; did you mean 'bund'?"]),
    (f"{SHEET}rain: {{volume: 3 m3, none_because: it is dry}}\n",
     ["8:36: rain.none_because: goes with volume: 0 m3; leave it out"]),
    (f"{SHEET}first_flush: {{area: 1 ha}}\n",
     ["8:14: first_flush: one of depth, intensity is missing; write one of them"]),
])  # fmt: skip
def test_message(here, text, said):
    assert messages(here, text) == said


def test_a_compartment_is_a_bund(here):
    text = PARK.replace("bund-2: {tier: plant, kind: bund", "bund-2: {tier: plant, kind: pit")
    (here / "park.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(Problems) as caught:
        load_plant_sheets(".")
    assert "storages.bund-2.compartment_of: goes with kind: bund; leave it out here" in caught.value.messages[0]


def test_a_nil_without_a_reason_is_told(here):
    text = "groups: {f: {largest_tank: 9 m3, fire_water_total: 0 m3}}\nprocess_water: 0 m3\nrain: {volume: 0 m3}\n"
    (found,) = size_by_standards(sheet(here, text)).sizings

    assert [each.caution for each in found.warnings] == [Caution.NO_RAIN]


def test_a_published_net_volume_asks_for_no_fire_water(here):
    found = size_by_standards(sheet(here, f"{SHEET}published: {{bunds: {{bund: {{net: 965.2 m3}}}}}}\n"))

    assert [each.slip for each in found.printed] == ["none"]


US = """\
groups:
  tank: {largest_tank: 20000 gal, all_tanks: 500 bbl, stored: 2204.62262185 lb,
         fire_water: {hose: {flow: 500 gpm, lasts: 2 h}, main: {flow: 0.5 MGD, lasts: 1 h},
                      canal: {flow: 2 cfs, lasts: 1 h}}}
process_water: 10 ft3
rain: {freeboard: 4.5 in, depth: 3 in, area: 4.15 acre, runoff: 80 %, annual: 40 in, days: 100}
bunds: {b: {group: tank, area: 900 ft2, height: 3.27 ft}}
"""
SI = """\
groups:
  tank: {largest_tank: 75.70823568 m3, all_tanks: 79.493647464 m3, stored: 1 t,
         fire_water: {hose: {flow: 1.892705892 m3/min, lasts: 2 h}, main: {flow: 1892.705892 m3/d, lasts: 1 h},
                      canal: {flow: 0.056633693184 m3/s, lasts: 1 h}}}
process_water: 0.28316846592 m3
rain: {freeboard: 114.3 mm, depth: 76.2 mm, area: 1.67944541532912 ha, runoff: 80 %, annual: 1016 mm, days: 100}
bunds: {b: {group: tank, area: 83.6127360 m2, height: 0.996696 m}}
"""


def test_units_of_the_usa_are_exact(here):
    """
    1 gal = 231 in3 = 3.785411784 L, 1 bbl = 42 gal, 1 ft3 = 28.316846592 L, 1 ft2 = 0.09290304 m2, 1 in = 25.4 mm,
    1 acre = 43,560 ft2 = 4,046.8564224 m2, 1 lb = 0.45359237 kg: the same answers to 1e-9.
    """
    one, other = (size_by_standards(sheet(here, text)).sizings for text in (US, SI))

    assert [each.standard for each in one] == [each.standard for each in other]
    assert len(one) == 8
    for a, b in zip(one, other, strict=True):
        assert a.result == pytest.approx(b.result, rel=1e-9)
        assert a.available_m3 == pytest.approx(b.available_m3, rel=1e-9, nan_ok=True)


def test_what_was_written_in_units_of_the_usa_is_printed_back(here, capsys):
    """
    20,000 gal in the table below 75.71 m3, and each number once beside its SI.
    """
    (here / "sheet.yaml").write_text(US, encoding="utf-8")
    assert main(["size", "sheet.yaml", "--standards", "us-spcc"]) == 0

    out = capsys.readouterr().out
    assert "22,524.68 gal" in out
    assert "rain.freeboard: 4.5 in = 0.1143 m" in out
    assert "groups.tank.fire_water.canal.flow: 2 cfs = 0.05663 m3/s" in out


def test_nothing_is_printed_back_of_si(here, capsys):
    (here / "sheet.yaml").write_text(SI, encoding="utf-8")
    assert main(["size", "sheet.yaml"]) == 0

    assert "USA\n" not in capsys.readouterr().out


def test_standards_named_at_the_command_win(here, capsys):
    (here / "sheet.yaml").write_text(SHEET, encoding="utf-8")
    assert main(["size", "sheet.yaml", "--standards", "fr", "--json"]) == 0

    data = json.loads(capsys.readouterr().out)
    assert [each["standard"] for each in data["sizings"]] == ["france"]
    assert {each["standard"] for each in data["left_out"]} == {"d9", "d9a"}


def test_a_standard_nobody_knows(here, capsys):
    assert main(["size", "sheet.yaml", "--standards", "us-spc"]) == 2

    assert "there is no standard 'us-spc'; did you mean 'us-spcc'?" in capsys.readouterr().err

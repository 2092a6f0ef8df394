"""The flagship park holds what is published, and its scenarios bring what was worked out by hand.

Every literal is a figure of the published case, or arithmetic from docs/changshou.md.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from sim.check.assumption import behind
from sim.hydrology.standards import size_by_standards
from sim.load import check_files, load_case, load_park, load_plant_sheets
from sim.park import Basis, Because, GateRating, LinkKind
from sim.water.rating import rating_m3_s

ROOT = Path(__file__).parents[2]
PARK = ROOT / "configs" / "changshou-yanjia"
SCENARIOS = sorted((ROOT / "scenarios").glob("changshou-*.yaml"))
HOUR = 3600

PUBLISHED = {
    "enterprises": 186,
    "hazardous-enterprises": 90,
    "major-hazards": 129,
    "area": 36.21e6,  # m2
    "rain-mains": 140_270,  # m
    "foul-mains": 137_700,  # m
    "dedicated-pipe": 8_870,  # m
    "accident-pools": 9,
    "accident-pools-volume": 147_000,  # m3
    "treatment-plants": 4,
    "treatment-capacity": 78_400 / 86_400,  # m3/s
    "treatment-load": 70_200 / 86_400,
    "treatment-headroom": (78_400 - 70_200) / 86_400,
    "outfalls": 76,
    "outfalls-shuttable": 63,
    "interception": 1_669_000,  # m3
    "operation-sheets": 602,
    "toxicity-stations": 2,
    "cameras": 190,
}


@pytest.fixture(scope="module")
def park():
    return load_park(PARK)


def brought(name):
    """What each inflow of a scenario brings [m3]."""
    scenario = load_case(ROOT / "scenarios" / f"{name}.yaml").scenario
    return {inflow.id: inflow.volume_m3(scenario.horizon_s) for inflow in scenario.inflows}


@pytest.mark.parametrize("total", PUBLISHED)
def test_published_total_is_the_sum_of_its_parts(park, total):
    (found,) = [each for each in park.reconcile() if each.published.id == total]

    assert found.published.value == pytest.approx(PUBLISHED[total], rel=1e-12)
    assert found.found == pytest.approx(PUBLISHED[total], rel=1e-9)


def test_no_published_total_is_left_out_of_this_test(park):
    assert set(park.published) == set(PUBLISHED)


def test_every_number_says_how_it_is_known(park):
    """
    The 19 published ones name their source, and so do two storm formulas; all others own up to being assumed.
    """
    known = [each for each in park.provenance if each.basis is Basis.PUBLISHED]
    formulas = [each for each in known if each.path.startswith("storm_formulas.")]
    published = [each for each in known if each not in formulas]

    assert len(published) == 19
    assert ["2017" in formulas[1].source, "2013" in formulas[0].source, len(formulas)] == [True, True, 2]
    assert all("case 4 Changshou" in each.source for each in published)
    assert all(each.path.startswith("published.") for each in published)
    assert {each.basis for each in park.provenance} == {Basis.PUBLISHED, Basis.ASSUMED}
    assert all(each.source for each in park.provenance)


def test_space_is_split_as_the_page_says(park):
    """
    Plants 636,700, pools 147,000 + mains 66,100 + wells 3,600, river 815,600: together 1,669,000 m3.
    """
    space = {
        tier: sum(s.capacity_m3 for s in park.storages.values() if s.tier == tier and s.counts) for tier in park.tiers
    }

    assert space == {"plant": 636_700, "public": 216_700, "boundary": 815_600}


def test_basins_of_treatment_plants_are_no_emergency_space(park):
    assert [s.counts for s in park.storages.values() if s.kind == "treatment-plant"] == [False] * 4


def test_plants_lie_in_six_sub_areas_and_own_their_space(park):
    """
    180 plants have a pool or a pit, 6 are in detail; no plant is without space of its own.
    """
    owners = {s.plant for s in park.storages.values() if s.tier == "plant"}

    assert {plant.sub_area for plant in park.plants.values()} == set("ABCDEF")
    assert owners == set(park.plants)


def test_no_enterprise_is_given_a_name_that_was_not_published(park):
    assert all(plant.name.en.endswith("(name not published)") for plant in park.plants.values())


def test_every_outfall_has_its_main_and_thirteen_cannot_be_shut(park):
    outfalls = [link for link in park.links.values() if "outfall" in link.tags]
    fixed = [link for link in outfalls if "outfall-shuttable" not in link.tags]

    assert len({link.source for link in outfalls}) == 76
    assert len(fixed) == 13
    assert {link.kind for link in fixed} == {LinkKind.PIPE}


def test_no_hazardous_plant_spills_towards_an_outfall_that_cannot_be_shut(park):
    outfalls = [link for link in park.links.values() if "outfall" in link.tags]
    fixed = {link.source for link in outfalls if "outfall-shuttable" not in link.tags}
    hazardous = {id for id, plant in park.plants.items() if plant.hazardous}
    leaving = [link for link in park.links.values() if link.target in fixed and link.source in park.storages]

    assert not hazardous & {park.storages[link.source].plant for link in leaving}


@pytest.mark.parametrize("number", range(1, 8))
def test_river_keeps_its_level_at_the_base_flow(park, number):
    """
    At 0.80 m its gate passes 2 m3/s, within 1 %.
    """
    river, gate = park.storages[f"river-{number}"], park.links[f"gate-{number}"]
    depth_m = river.shape.depth_m(river.initial_m3)

    assert isinstance(gate.rating, GateRating)
    assert depth_m == pytest.approx(0.8, abs=1e-4)
    assert rating_m3_s(gate.rating, depth_m, gate.opening) == pytest.approx(2, rel=0.01)


def test_the_tops_of_the_gates_are_the_allowed_levels_and_take_nothing_off(park):
    """
    815,600 m3 as before, none of it freeboard; 147,744 m3 of river stand in them. Section 1 is exactly 3.5 m deep at
    its crest: 1,200 (16 x 3.5 + 2 x 12.25) = 96,600 m3.
    """
    sections = [each for each in park.storages.values() if each.kind == "river-section"]

    assert {each.allowed.because for each in sections} == {Because.GATE_TOP}
    assert sum(each.capacity_m3 for each in sections) == 815_600
    assert sum(each.allowed_m3 for each in sections) == 815_600
    assert sum(each.usable_m3 for each in sections) == 815_600 - 147_744
    assert park.storages["river-1"].allowed.level_m == 3.5


def test_a_bed_that_falls_would_take_a_fifth_of_a_section(park):
    """
    Section 1 at 3.5 m and 1 permille: 2.9 m in the middle, 1,200 (16 x 2.9 + 2 (8.41 + 1.44 / 12)) = 76,152 m3.
    """
    sloped = replace(park.storages["river-1"].shape, bed_slope=0.001)

    assert sloped.volume_m3(3.5) == pytest.approx(76_152)


def test_water_under_way_between_the_gates_lasts_for_the_travel_time(park):
    """
    0.2 m/s through 1,300, 1,200, 1,300, 1,200, 1,100 and 1,000 m.
    """
    lags = [park.links[f"gate-{number}"].lag_s for number in range(1, 7)]

    assert lags == pytest.approx([6500, 6000, 6500, 6000, 5500, 5000])
    for path in SCENARIOS:
        inflows = {inflow.id: inflow for inflow in load_case(path).scenario.inflows}
        assert [inflows[f"under-way-{number}"].times_s[1] for number in range(2, 8)] == pytest.approx(lags)


def test_every_scenario_and_every_pick_can_be_read():
    assert len(SCENARIOS) == 14

    check_files([PARK, *SCENARIOS])


def test_tank_fire_brings_9840_m3():
    """
    3,000 spill + 0.2 and 0.1 m3/s for 6 h + 30 m3/h for 12 h.
    """
    volumes = brought("changshou-tank-fire")

    assert volumes["rupture"] == pytest.approx(3000)
    assert volumes["monitors"] + volumes["cooling"] == pytest.approx(6480)
    assert volumes["reactors"] == pytest.approx(360)


def test_two_year_storm_brings_67_mm_to_the_whole_park(park):
    """
    67.05 mm: 4,559 m3 from the yard of A-001, 268 m3 in its bund, 1.58 million m3 in all.
    """
    case = load_case(ROOT / "scenarios" / "changshou-storm-relief.yaml")
    (storm,) = [inflow for inflow in case.scenario.inflows if inflow.id == "storm"]
    into = dict(zip(storm.into, storm.factors, strict=True))

    assert into["a-001-drain"] * 0.06705 == pytest.approx(4559.4)
    assert into["a-001-bund"] * 0.06705 == pytest.approx(268.2)
    assert storm.volume_m3(72 * HOUR) == pytest.approx(1.58e6, rel=0.01)


def test_storm_table_is_what_the_formula_gives():
    """
    Yubei 2017, P = 2 a, 120 min, peak at 0.4, in steps of 8 min: to the 0.01 mm that the table is rounded to.
    """
    path = ROOT / "scenarios" / "changshou-storm-relief.yaml"
    storm = "{on: all, at: 30 min, formula: yubei-2017, period: 2 a, lasts: 120 min, shape: chicago, step: 8 min}"
    (table,) = [each for each in load_case(path).scenario.inflows if each.id == "storm"]
    (formula,) = [
        each for each in load_case(path, sets=[f"rain.storm={storm}"]).scenario.inflows if each.id == "storm"
    ]

    assert formula.into == table.into
    assert formula.factors == table.factors
    assert formula.times_s == table.times_s
    assert formula.rates == pytest.approx(table.rates, abs=1e-5 / 480)  # two roundings of 0.005 mm in 8 min


def test_648_m3_leave_before_the_late_rain_valve_shuts():
    """
    20 L/s for 40 min and 0.1 m3/s from T+10 to T+110 min.
    """
    case = load_case(ROOT / "scenarios" / "changshou-outfall-open.yaml")
    (shut,) = [action for action in case.scenario.actions if action.id == "shut-rain-valve"]
    until_s = shut.when.at_s + shut.after_s
    onto_yard = [inflow for inflow in case.scenario.inflows if inflow.into == ("c-001-drain",)]

    assert until_s == 110 * 60
    assert sum(inflow.volume_m3(until_s) for inflow in onto_yard) == pytest.approx(648)


def test_4160_m3_meet_a_pool_of_3000(park):
    """
    1,000 standing + 250 process + 1,008 cooling + 1,902 out of the bund.
    """
    case = load_case(ROOT / "scenarios" / "changshou-boundary-breach.yaml")
    volumes = brought("changshou-boundary-breach")
    bund_m3 = park.storages["f-001-bund"].initial_m3 + volumes["rupture"] + volumes["monitors"]
    pool_m3 = case.scenario.initial["f-001-pool"]["rain"] + volumes["loading"] + volumes["cooling"]

    assert pool_m3 + bund_m3 - 2000 == pytest.approx(4160)
    assert park.storages["f-001-pool"].capacity_m3 == 3000


REQUIRED = {
    "a-001": (8956, 11_230, 7800),
    "b-001": (3577, 5395, 6300),
    "c-001": (4800, 6587, 5800),
    "d-001": (3502, 5118, 5300),
    "e-001": (5221, 6602, 4800),
    "f-001": (3592, 5568, 2800),
}


def test_the_plants_in_detail_are_sized():
    """
    Required by (a) and by (b), and what is free of the pool: the table of docs/changshou.md, worked out there.
    """
    _, sheets = load_plant_sheets(PARK)
    answers = {plant: size_by_standards(sheet).sizings for plant, sheet in sheets.items()}
    found = {plant: {each.standard: each for each in sizings} for plant, sizings in answers.items()}

    assert {
        plant: (round(each["family_a"].result), round(each["family_b"].result), each["family_a"].available_m3)
        for plant, each in found.items()
    } == REQUIRED
    assert all(each["bund"].difference_m3 > 0 for each in found.values())  # each bund holds its largest tank


def test_all_that_the_standards_are_asked_with_is_assumed():
    """
    Eleven numbers are written for each plant and seven taken, of which only the storm formula's is published.
    """
    _, sheets = load_plant_sheets(PARK)

    assert {(each.numbers, len(each.assumed)) for each in sheets.values()} == {(18, 17)}


def test_sizing_blocks_are_behind_no_run():
    case = load_case(ROOT / "scenarios" / "changshou-tank-fire.yaml")

    assert [each.path for each in behind(case.park, case.scenario) if each.path.startswith("sizing")] == []
    assert len([each for each in case.park.provenance if each.path.startswith("sizing.")]) == 6 * 11

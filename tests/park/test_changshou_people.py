"""The flagship's people and equipment: what is published of them, and what its classes make of every facility."""

import importlib.util
import re
from collections import Counter
from pathlib import Path

import pytest

from sim.load import load_park
from sim.park import LinkKind, Operation, SensorKind, SheetText

PARK = Path(__file__).parents[2] / "configs" / "changshou-yanjia"
MINUTE, HOUR = 60, 3600
DETAIL = [f"{letter}-001" for letter in "abcdef"]


@pytest.fixture(scope="module")
def park():
    return load_park(PARK)


@pytest.fixture(scope="module")
def script():
    """make_sheets.py as a module."""
    spec = importlib.util.spec_from_file_location("make_sheets", PARK / "make_sheets.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def facility_sheets(park):
    return [sheet for sheet in park.sheets.values() if "facility-sheet" in sheet.tags]


def takes_s(park, id):
    """From the call to the end of the work, as the sheet and its equipment say [s]."""
    sheet = park.sheets[id]
    crew, goods = park.crews[sheet.crew], {park.equipment[each]: units for each, units in sheet.needs.items()}
    there_s = max([crew.arrives_s + sheet.travel_s, *(each.arrives_s + (each.travel_s or 0) for each in goods)])
    return there_s + sheet.work_s + sum(each.takes_s * units for each, units in goods.items())


# What the script writes


def test_tables_are_what_the_script_makes(script):
    """
    Byte by byte, so UTF-8 without a mark and with plain line ends.
    """
    made = script.tables()

    assert list(made) == ["sensors.csv", "sheets.csv", "more-sheets.csv"]
    for file, text in made.items():
        assert (PARK / file).read_bytes() == text.encode("utf-8"), f"{file} is stale; run make_sheets.py"
        assert "\r" not in text


def test_a_class_takes_over_from_the_one_it_is_like(script):
    """
    An empty value takes over nothing.
    """
    classes = {"a": {"work": "1 h", "power": "yes"}, "b": {"like": "a", "power": "", "crew": "c"}}

    assert script.whole("b", classes) == {"work": "1 h", "like": "a", "crew": "c"}


# Published


@pytest.mark.parametrize(("total", "number"), [("operation-sheets", 602), ("toxicity-stations", 2), ("cameras", 190)])
def test_published_total_is_the_sum_of_its_parts(park, total, number):
    (found,) = [each for each in park.reconcile() if each.published.id == total]

    assert found.published.value == number
    assert found.found == number
    assert "case 4 Changshou" in found.published.source


def test_602_facilities_have_a_sheet_each(park):
    sheets = facility_sheets(park)

    assert len(sheets) == 602
    assert len({sheet.facility for sheet in sheets}) == 602


def test_every_sheet_has_its_five_texts_in_both_languages(park):
    for sheet in park.sheets.values():
        assert set(sheet.texts) == set(SheetText), sheet.id
        for name in (sheet.name, *sheet.texts.values()):
            assert re.search("[a-zA-Z]", name.en), sheet.id
            assert re.search("[一-鿿]", name.zh), sheet.id


def test_129_cameras_look_at_bunds_and_61_at_rain_mains(park):
    """
    One for each major hazard source of a plant.
    """
    cameras = [park.storages[each.watches] for each in park.sensors.values() if each.kind is SensorKind.CAMERA]
    bunds = Counter(storage.plant for storage in cameras if storage.kind == "bund")
    mains = [storage.id for storage in cameras if "rain-main" in storage.tags]

    assert dict(bunds) == {id: plant.major_hazards for id, plant in park.plants.items() if plant.major_hazards}
    assert sum(bunds.values()) == 129
    assert len(mains) == len(set(mains)) == 61


# Assumed


def test_sheets_are_split_over_facilities_as_the_page_says(park):
    """
    docs/changshou.md, "People and equipment".
    """
    done = Counter(sheet.operation for sheet in facility_sheets(park))

    assert done == {
        Operation.SHUT: 6 + 63 + 7,  # rain valves, outfalls, river gates
        Operation.OPEN: 6 + 6,  # pool valves, bund valves
        Operation.START: 6 + 6 + 6 + 84 + 63 + 9 + 3 + 7,
        Operation.STOP: 14 + 6,  # dedicated pipe, foul mains to treatment
        Operation.CHECK: 6 + 6 + 6 + 84 + 84 + 9 + 6 + 7,
        Operation.RAISE: 6 + 96,  # drains and pits
    }


def test_what_can_be_moved_can_be_put_back(park):
    """
    Every link that a sheet shuts or stops another opens or starts, and the other way round.
    """
    openings = {(sheet.facility, sheet.sets_to) for sheet in park.sheets.values() if sheet.facility in park.links}

    assert openings == {(facility, 1 - opening) for facility, opening in openings}


def test_every_fixed_pump_has_power_and_no_mobile_one(park):
    pumps = [link for link in park.links.values() if link.kind is LinkKind.PUMP]

    assert {link.id for link in pumps if not link.power} == {link.id for link in pumps if "mobile" in link.tags}
    assert {link.power for link in pumps if link.power} == set(park.power_areas) - {"area-river"}


def test_every_drive_of_a_gate_or_valve_has_power(park):
    driven = [link for link in park.links.values() if link.kind in (LinkKind.GATE, LinkKind.VALVE)]

    assert len(driven) == 63 + 7 + 3 * 6
    assert all(link.power for link in driven)
    assert {link.id for link in driven if link.power == "area-river"} == {f"gate-{number}" for number in range(1, 8)}


def test_power_follows_the_sub_area(park):
    """
    An outfall runs on the area of its intercepting pump, that on the area of the well it fills.
    """
    for number in (each.removeprefix("intercept-") for each in park.links if each.startswith("intercept-")):
        pump = park.links[f"intercept-{number}"]
        assert pump.power == park.links[f"outfall-{number}"].power == f"area-{pump.target[-1]}"


def test_what_needs_power_has_a_way_without(park):
    """
    Every valve, outfall and river gate that a sheet shuts with power, another shuts or seals without; so does a plant
    in detail move on its water.
    """
    ways = (Operation.SHUT, Operation.SEAL)
    shut = {sheet.facility for sheet in park.sheets.values() if sheet.operation in ways and not sheet.power}
    needed = {sheet.facility for sheet in facility_sheets(park) if sheet.operation is Operation.SHUT and sheet.power}

    assert len(needed) == 6 + 63 + 7
    assert needed <= shut
    for plant in DETAIL:
        assert not park.links[f"{plant}-transfer-on-generator"].power


def test_sensors_are_counted_as_the_page_says(park):
    kinds = Counter(sensor.kind for sensor in park.sensors.values())

    assert kinds == {
        SensorKind.CAMERA: 129 + 61,
        SensorKind.LEVEL: 56 + 9 + 6,  # pools of plants, public pools, wells
        SensorKind.TOXICITY: 2,
        SensorKind.WATER_QUALITY: 6,
        SensorKind.CURRENT: 6,
        SensorKind.CALL: 6,
    }


def test_56_pools_of_hazardous_plants_have_a_level_sensor(park):
    levels = [park.storages[each.watches] for each in park.sensors.values() if each.kind is SensorKind.LEVEL]
    plants = [storage.plant for storage in levels if storage.plant]

    assert len(plants) == len(set(plants)) == 56
    assert set(DETAIL) <= set(plants)
    assert all(park.plants[plant].hazardous for plant in plants)


def test_every_level_sensor_can_alarm_again(park):
    levels = [each for each in park.sensors.values() if each.kind is SensorKind.LEVEL]

    assert all(0 < each.reset < each.threshold for each in levels)


def test_every_crew_and_every_piece_of_equipment_is_used(park):
    assert {sheet.crew for sheet in park.sheets.values()} == set(park.crews)
    assert {id for sheet in park.sheets.values() for id in sheet.needs} == set(park.equipment)


def test_bypass_3_runs_five_hours_after_the_call(park):
    """
    2 h until the contractor is there, 30 min way, 30 min work, three pumps at 10 min, 3.6 km of hose at 25 min.
    """
    assert takes_s(park, "bypass-3-start") == pytest.approx(5 * HOUR)


def test_truck_pump_runs_about_an_hour_after_the_call(park):
    """
    20 min until the pump truck is there, 10 min for it, 0.9 km of hose at 25 min, 10 min work: 62.5 min.
    """
    assert takes_s(park, "river-4-recovery-start") == pytest.approx(62.5 * MINUTE)


@pytest.mark.parametrize(
    ("sheet", "minutes"),
    [
        ("a-001-rain-valve-shut", 2),
        ("a-001-rain-valve-shut-by-hand", 90),
        ("outfall-36-shut", 30),
        ("outfall-36-plug", 50),
        ("gate-4-shut", 35),
        ("gate-4-shut-by-hand", 75),
        ("intercept-36-start", 20),
    ],
)
def test_sheet_takes_as_long_as_the_page_says(park, sheet, minutes):
    assert takes_s(park, sheet) == minutes * MINUTE

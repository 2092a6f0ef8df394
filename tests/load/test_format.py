"""What the page about the written form shows can be loaded as it stands."""

import re
from pathlib import Path

import pytest

from sim.load import check_files, load_case
from sim.load.kinds.kind import Kind
from sim.load.park_form import (
    ALLOWED,
    CATCHMENT,
    CREW,
    EQUIPMENT,
    FULL_PIPE,
    LINK,
    PARK,
    PLACED,
    POWER_AREA,
    RATING,
    REACH,
    RECEPTOR,
    SENSOR,
    SHAPE,
    SHEET,
    SHIFT,
    SITE,
    SPILLWAY,
    STORAGE,
    STORM_FORMULA,
    TREATMENT,
)
from sim.load.scenario_form import ACTION, CROSSED, DETECTION, DIRTY_AREA, FAULT, RAIN, RELEASE, RULE, SCENARIO, WHEN

PAGE = (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")


def example(kind):
    """The one example of a kind of file."""
    (text,) = re.findall(rf"^```(?:yaml|csv) {kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return text


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "park.yaml").write_text(example("park"), encoding="utf-8")
    (tmp_path / "fire.yaml").write_text(example("scenario"), encoding="utf-8")
    (tmp_path / "levels.csv").write_text(example("levels"), encoding="utf-8")
    return tmp_path


def test_examples_of_the_page_load(folder):
    """
    Every published total of the example agrees with its parts, and every override can be made.
    """
    check_files([folder, folder / "fire.yaml"])
    case = load_case(folder / "fire.yaml", pick="worst")

    assert case.scenario.id == "example-fire"
    assert case.park.storages["pool-3"].capacity_m3 == 9000
    assert case.scenario.openings == {"outfall": 1, "sluice": 1}
    assert all(each.agrees for each in load_case(folder / "fire.yaml").park.reconcile())


def test_levels_of_the_page_are_what_a_run_starts_from(folder):
    """
    1.1 m on 3,500 m2, all of it rain as in the park file; 35 % of 800 m3; and the name stands for pool-3.
    """
    initial = load_case(folder / "fire.yaml", levels=folder / "levels.csv").scenario.initial

    assert initial["p07-bund"] == pytest.approx({"rain": 3850})
    assert initial["p07-pool"] == pytest.approx({"process": 280})
    assert initial["pool-3"] == {"rain": 2600}


def in_table(title, what):
    """What stands as code in the table under a title."""
    table = PAGE.partition(f"### {title}\n")[2].partition("\n###")[0]
    return re.findall(rf"`({what})`", table)


@pytest.mark.parametrize("text", in_table("Faults", r"\{.*?\}"))
def test_faults_of_the_page_load(folder, text):
    scenario = load_case(folder / "fire.yaml", sets=[f"faults.new={text}"]).scenario

    assert "new" in {*(fault.id for fault in scenario.faults), *(inflow.id for inflow in scenario.inflows)}


@pytest.mark.parametrize("text", in_table("What sets something off", r"detected|\{.*?\}"))
def test_triggers_of_the_page_load(folder, text):
    scenario = load_case(folder / "fire.yaml", sets=[f"response.new={{when: {text}, do: shut-outfall}}"]).scenario

    assert scenario.rules[-1].id == "new"


RECORDS = [
    CATCHMENT, STORM_FORMULA, RAIN, PARK, STORAGE, LINK, SHAPE, SPILLWAY, RATING, REACH, RECEPTOR, POWER_AREA,
    SENSOR, SHIFT, CREW, EQUIPMENT, SHEET, PLACED, SCENARIO, RELEASE, ACTION, WHEN.record, RULE, DETECTION, FAULT,
    CROSSED, ALLOWED, FULL_PIPE, DIRTY_AREA, TREATMENT, SITE,
]  # fmt: skip


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_page_names_every_key(record: Kind):
    missing = [key for key in record.by_key if not re.search(rf"\b{key}\b", PAGE)]

    assert missing == []

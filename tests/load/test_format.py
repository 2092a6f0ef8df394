"""What the page about the written form shows can be loaded as it stands."""

import re
from pathlib import Path

import pytest

from sim.load import check_files, load_case
from sim.load.kind import Kind
from sim.load.park_form import LINK, PARK, RATING, SHAPE, SPILLWAY, STORAGE
from sim.load.scenario_form import ACTION, RELEASE, SCENARIO

PAGE = (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")


def example(kind):
    """The one example of a kind of file."""
    (text,) = re.findall(rf"^```yaml {kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return text


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "park.yaml").write_text(example("park"), encoding="utf-8")
    (tmp_path / "fire.yaml").write_text(example("scenario"), encoding="utf-8")
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


@pytest.mark.parametrize("record", [PARK, STORAGE, LINK, SHAPE, SPILLWAY, RATING, SCENARIO, RELEASE, ACTION])
def test_page_names_every_key(record: Kind):
    missing = [key for key in record.by_key if not re.search(rf"\b{key}\b", PAGE)]

    assert missing == []

"""The small park with one of everything, and the fire in it."""

import shutil
from pathlib import Path

import pytest

from sim.load import load_park, load_scenario

SMALL = Path(__file__).parent / "small"


@pytest.fixture(scope="session")
def park():
    return load_park(SMALL)


@pytest.fixture(scope="session")
def fire(park):
    return load_scenario(SMALL / "fire.yaml", park)


@pytest.fixture
def small(tmp_path):
    """A copy of the small park, to be changed."""
    shutil.copytree(SMALL, tmp_path / "small")
    return tmp_path / "small"

"""Runs that several figures are drawn of, each played once."""

from pathlib import Path

import pytest

from sim.load import load_case
from sim.result import run


@pytest.fixture(scope="package")
def results():
    """Every scenario that comes with the program, played, by its short name."""
    cases = {path.stem.removeprefix("changshou-"): load_case(path) for path in sorted(Path("scenarios").glob("*.yaml"))}
    return {name: run(case.park, case.scenario) for name, case in cases.items()}

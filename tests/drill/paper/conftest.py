"""The first park's plan as an exercise of two hours."""

import pytest

from sim.drill import Exercise, master_list
from tests.drill.runs import run_of
from tests.water.by_hand import HOUR


@pytest.fixture(scope="session")
def plan():
    return run_of("docs/first-park/plan.yaml")


@pytest.fixture(scope="session")
def master(plan):
    return master_list([plan], Exercise(lasts_s=2 * HOUR))


@pytest.fixture(scope="session")
def numbers(master):
    """Numbers of lines by their keys."""
    return {line.key: line.number for line in master.lines}

"""The first park's plan and fire as exercises, and a list whose words try to break out."""

from dataclasses import replace

import pytest

from sim.drill import Exercise, ExerciseType, Kind, master_list
from sim.park import Name
from tests.drill.runs import run_of
from tests.water.by_hand import HOUR

NASTY = "a <b>bold</b> & \"quoted\" | piped,\n`ticked` ; 'second' line\\n"
"""Everything that some format takes for a mark of its own."""


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


@pytest.fixture(scope="session")
def fire_run():
    return run_of("docs/first-park/fire.yaml")


@pytest.fixture(scope="session")
def whole(plan):
    """A full-scale exercise of the first park's plan, from 14:00 on."""
    return master_list([plan])


@pytest.fixture(scope="session")
def short(plan):
    """The same as a table-top of half an hour, with jumps."""
    return master_list([plan], Exercise(ExerciseType.TABLE_TOP, lasts_s=1800))


@pytest.fixture(scope="session")
def day(plan, fire_run):
    """Both incidents, one after the other."""
    return master_list([plan, fire_run])


@pytest.fixture(scope="session")
def clockless(fire_run):
    """A scenario that never says when it begins."""
    return master_list([fire_run])


@pytest.fixture(scope="session")
def nasty(whole):
    """Every line says what formats take for marks."""
    lines = tuple(replace(line, text=Name(f"{NASTY}{line.number}", f"注{NASTY}{line.number}")) for line in whole.lines)
    own = replace(lines[-1], key="own/1", number=99, kind=Kind.INJECT)
    return replace(whole, lines=(*lines, own))


def flat(text):
    """A text without its spaces and line ends, for what documents wrap."""
    return "".join(text.split())

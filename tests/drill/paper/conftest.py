"""Master lists for the documents: a plan, a script without a clock, and a list whose words try to break out."""

from dataclasses import replace

import pytest

from sim.drill import Exercise, ExerciseType, Kind, master_list
from sim.park import Name
from tests.drill.test_timeline import run_of

NASTY = "a <b>bold</b> & \"quoted\" | piped,\n`ticked` ; 'second' line\\n"
"""Everything that some format takes for a mark of its own."""


@pytest.fixture(scope="session")
def plan_run():
    return run_of("docs/first-park/plan.yaml")


@pytest.fixture(scope="session")
def fire_run():
    return run_of("docs/first-park/fire.yaml")


@pytest.fixture(scope="session")
def master(plan_run):
    """A full-scale exercise of the first park's plan, from 14:00 on."""
    return master_list([plan_run])


@pytest.fixture(scope="session")
def short(plan_run):
    """The same as a table-top of half an hour, with jumps."""
    return master_list([plan_run], Exercise(ExerciseType.TABLE_TOP, lasts_s=1800))


@pytest.fixture(scope="session")
def day(plan_run, fire_run):
    """Both incidents, one after the other."""
    return master_list([plan_run, fire_run])


@pytest.fixture(scope="session")
def clockless(fire_run):
    """A scenario that never says when it begins."""
    return master_list([fire_run])


@pytest.fixture(scope="session")
def nasty(master):
    """Every line says what formats take for marks."""
    lines = tuple(replace(line, text=Name(f"{NASTY}{line.number}", f"注{NASTY}{line.number}")) for line in master.lines)
    own = replace(lines[-1], key="own/1", number=99, kind=Kind.INJECT)
    return replace(master, lines=(*lines, own))


def flat(text):
    """A text without its spaces and line ends, for what documents wrap."""
    return "".join(text.split())

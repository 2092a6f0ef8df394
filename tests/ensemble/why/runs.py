"""Ensembles of the small park whose answers are known by hand."""

from pathlib import Path

from sim.ensemble import Start, Wanted, run_ensemble
from sim.ensemble.answer import answer_of

HERE = Path(__file__).parent
CORNER, WAYS = (str(HERE / name) for name in ("corner.yaml", "ways.yaml"))
SMALL, INCIDENTS = (str(HERE.parent / name) for name in ("small.yaml", "incidents.yaml"))


def played(scenario, folder, count, /, **start):
    """An ensemble in a folder."""
    return run_ensemble(Start(scenario, **start), Wanted(count), folder, lambda tally: None)


def answer(scenario, folder, count, /, **start):
    """What it answers."""
    return answer_of(played(scenario, folder, count, **start))

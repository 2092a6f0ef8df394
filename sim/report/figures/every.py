"""Every figure of a run by its name: what it needs besides the run, how it is drawn, and the table behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.record.table import Table
from sim.report import figures
from sim.report.figures.frame import Look
from sim.result import Result
from sim.study import Deadline, FaultTable

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class Found:
    """A run, and what studies of it found; None for a study that was not made."""

    result: Result
    deadlines: Sequence[Deadline] | None = None
    faults: FaultTable | None = None


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of figure."""

    draw: Callable[[Found, Look], Figure]
    table: Callable[[Found], Table]
    needs: str = ""
    """The study behind it, by its field of `Found`; empty for none."""


def _of_run(draw: Callable[[Result, Look], Figure], table: Callable[[Result], Table]) -> Sort:
    """A figure that needs nothing but the run."""
    return Sort(lambda found, look: draw(found.result, look), lambda found: table(found.result))


SORTS: Mapping[str, Sort] = {
    "stack": _of_run(figures.draw_stack, figures.stack_table),
    "hydrographs": _of_run(figures.draw_hydrographs, figures.hydrographs_table),
    "waterfall": _of_run(figures.draw_waterfall, figures.waterfall_table),
    "race": Sort(
        lambda found, look: figures.draw_race(found.result, found.deadlines or (), look),
        lambda found: figures.race_table(found.result, found.deadlines or ()),
        "deadlines",
    ),
    "gantt": _of_run(figures.draw_gantt, figures.gantt_table),
    "sankey": _of_run(figures.draw_sankey, figures.sankey_table),
    "profile": _of_run(figures.draw_profile, figures.profile_table),
    "faults": Sort(
        lambda found, look: figures.draw_fault_matrix(found.result, _faults(found), look),
        lambda found: figures.fault_matrix_table(found.result, _faults(found)),
        "faults",
    ),
    "map": _of_run(lambda result, look: figures.draw_map(result, look=look), figures.map_table),
}
"""In the order in which one reads them."""


def _faults(found: Found) -> FaultTable:
    assert found.faults is not None  # whoever asks for the figure has made the study it needs
    return found.faults

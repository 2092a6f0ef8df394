"""Every figure of a run by its name: what it needs besides the run, how it is drawn, and the table behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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
    """A sort of figure: how it and the table behind it are made of a run, and of what the study it needs found."""

    drawn: Callable[..., Figure]
    rows: Callable[..., Table]
    needs: str = ""
    """The study behind it, by its field of `Found`; empty for none."""

    def draw(self, found: Found, look: Look) -> Figure:
        """The figure; nothing is saved."""
        return self.drawn(found.result, *self._study(found), look=look)

    def table(self, found: Found) -> Table:
        """The numbers behind it."""
        return self.rows(found.result, *self._study(found))

    def _study(self, found: Found) -> list[Any]:
        return [getattr(found, self.needs)] if self.needs else []


SORTS: Mapping[str, Sort] = {
    "stack": Sort(figures.draw_stack, figures.stack_table),
    "hydrographs": Sort(figures.draw_hydrographs, figures.hydrographs_table),
    "waterfall": Sort(figures.draw_waterfall, figures.waterfall_table),
    "race": Sort(figures.draw_race, figures.race_table, "deadlines"),
    "gantt": Sort(figures.draw_gantt, figures.gantt_table),
    "sankey": Sort(figures.draw_sankey, figures.sankey_table),
    "profile": Sort(figures.draw_profile, figures.profile_table),
    "faults": Sort(figures.draw_fault_matrix, figures.fault_matrix_table, "faults"),
    "map": Sort(figures.draw_map, figures.map_table),
    "command-map": Sort(figures.draw_command_map, figures.command_map_table, "deadlines"),
}
"""In the order in which one reads them."""

"""How far it comes, by the return period of the rain and by when something is done: a cell for each of both."""

from __future__ import annotations

from math import isinf
from typing import TYPE_CHECKING

from sim.load import FormulaRain
from sim.park import Park
from sim.report.figures.frame import EDGE_MM, USUAL, WORDS_PT, Look, write_cell
from sim.report.figures.legend import area
from sim.report.figures.period_axis import TICKS_MM, Periods, reached
from sim.report.figures.style import PAPER, SOFT, styled
from sim.report.numbers import after_start
from sim.scenario import Scenario
from sim.study import ReturnPeriods

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from sim.report.figures.legend import Group

LEFT_MM = 30.0
"""Room left of the cells: the times, and what is done at them."""
ROW_MM, LEAST_MM = 8.5, 34.0
"""Height of a row if there is room for it, and of all of them at least."""


@styled()
def draw_closing(
    park: Park, scenario: Scenario, storm: FormulaRain, found: ReturnPeriods, look: Look = USUAL
) -> Figure:
    """The figure; nothing is saved."""
    return _Cells(park, scenario, storm, found, look, LEFT_MM).drawn()


class _Cells(Periods):
    """The figure while it is drawn."""

    def drawn(self) -> Figure:
        """All of it."""
        signs = [
            area(self.reach(rank), facecolor=self.colour(rank), edgecolor=SOFT, linewidth=0.4)
            for rank in range(len(self.park.tiers) + 1)
        ]
        legend: list[Group] = [[self.say("fig_outermost"), *signs]]
        frame = self.frame("fig_title_closing", self.say("fig_cells"), legend, under_mm=TICKS_MM)
        height = min(max(len(self.found.times_s) * ROW_MM, LEAST_MM), frame.most_mm)
        paper = frame.paper(height)
        axes = paper.axes((LEFT_MM, frame.low_mm, self.wide_mm, height))
        self._cells(axes, height / len(self.found.times_s))
        self.label(axes)
        name = self.say("fig_done", work=self.called.job(self.found.action))
        paper.fit(name, EDGE_MM, frame.low_mm + height / 2, WORDS_PT, height, LEFT_MM, rotation=90,
                  multialignment="center")  # fmt: skip
        return paper.finished()

    def _cells(self, axes: Axes, high_mm: float) -> None:
        """A cell for each time and period."""
        times_s = self.found.times_s
        for row, done_s in enumerate(times_s):
            for column, played in enumerate(self.found.played):
                cell = self.found.cell(played.period_a, done_s)
                write_cell(axes, (column, row), (1, 1), self.escaped(cell.tiers[-1]), self.colour(reached(cell)),
                           (self.column_mm - 1.5, high_mm - 0.5), edgecolor=PAPER, linewidth=1.0)  # fmt: skip
        axes.set_ylim(len(times_s) - 0.5, -0.5)
        axes.spines[:].set_visible(False)
        axes.tick_params(length=0)
        labels = [self.say("never") if isinf(each) else after_start(each).in_language(self.language)
                  for each in times_s]  # fmt: skip
        axes.set_yticks(range(len(labels)), labels)

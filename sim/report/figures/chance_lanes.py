"""How likely each tier is to be breached over one quantity: a lane a tier, with the interval round what was counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.ensemble.sweep import Border, Chances
from sim.park import Park
from sim.report.figures.frame import EDGE_MM, TIER_PT, USUAL, Box, Look, Paper
from sim.report.figures.style import BREACHED, FAINT, INK, SOFT, styled
from sim.report.figures.sweep_axes import TICKS_MM, Swept
from sim.scenario import Scenario

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LEFT_MM, NAME_MM = 44.0, 26.0
"""Room left of the lanes, and of it what the name of a tier has."""
LANE_MM, GAP_MM = 38.0, 4.0
"""Height of a lane with the gap below it, if there is room for it, and the gap."""
BEYOND = 3.0
"""By how much the axis goes on beyond none and all, so that lines there are seen whole [%]."""


@styled()
def draw_chance_lanes(park: Park, scenario: Scenario, chances: Chances, uncertain: int, look: Look = USUAL) -> Figure:
    """The figure; nothing is saved."""
    return _Lanes(park, scenario, chances, uncertain, look).drawn()


class _Lanes(Swept):
    """The figure while it is drawn."""

    def __init__(self, park: Park, scenario: Scenario, chances: Chances, uncertain: int, look: Look) -> None:
        super().__init__(park, scenario, chances, uncertain, look)
        self.chances = chances

    def drawn(self) -> Figure:
        """All of it."""
        means = self.say("sweep_chance_means", draws=f"{self.chances.draws:,}")
        if self.chances.borders:
            means = self.say("sentence_joint", one=means, other=self.say("sweep_border_means"))
        frame = self.frame("sweep_chance_title", means, (), TICKS_MM)
        count = len(self.chances.tiers)
        lane_mm = min(LANE_MM, frame.most_mm / count)
        paper = frame.paper(count * lane_mm)
        wide_mm = paper.width_mm - LEFT_MM - EDGE_MM - 3
        for place in range(count):
            bottom = frame.low_mm + (count - 1 - place) * lane_mm
            self._lane(paper, place, (LEFT_MM, bottom + GAP_MM, wide_mm, lane_mm - GAP_MM))
        return paper.finished()

    def _lane(self, paper: Paper, place: int, box: Box) -> None:
        """One tier."""
        axes = paper.axes(box)
        played = [spot for spot in self.chances.spots if spot.breaches[place].of]
        x, found = [self.tolds[0].scaled(spot.at[0]) for spot in played], [spot.breaches[place] for spot in played]
        axes.fill_between(x, [each.low * 100 for each in found], [each.high * 100 for each in found], color=BREACHED,
                          alpha=0.18, linewidth=0)  # fmt: skip
        axes.plot(x, [each.share * 100 for each in found], color=BREACHED, linewidth=1.2, marker=".", markersize=3)
        for border in self.chances.borders:
            if border.tier == self.chances.tiers[place]:
                self._border(axes, border)
        axes.set_ylim(-BEYOND, 100 + BEYOND)
        axes.set_yticks([0, 25, 50, 75, 100], ["0 %", "", "50 %", "", "100 %"])
        axes.grid(axis="y", color=FAINT, linewidth=0.4)
        axes.set_axisbelow(True)
        self.along(axes, box[2])
        if place < len(self.chances.tiers) - 1:
            axes.set_xlabel("")
            axes.set_xticklabels([])
        paper.fit(self.called.tier(self.chances.tiers[place]), EDGE_MM, box[1] + box[3] / 2, TIER_PT, NAME_MM, box[3])

    def _border(self, axes: Axes, border: Border) -> None:
        """A wanted chance, up to where it is not exceeded, and the interval of that."""
        told, chance = self.tolds[0], border.chance * 100
        low, high = told.axis.values[0], told.axis.values[-1]
        axes.axhline(chance, color=SOFT, linewidth=0.7, linestyle=":", zorder=2)
        for side, end, other in ((border.up, high, low), (border.down, low, high)):
            if side.value is None or side.value == end:
                continue
            sure, over = other if side.sure is None else side.sure, end if side.over is None else side.over
            axes.plot([told.scaled(sure), told.scaled(over)], [chance] * 2, color=INK, linewidth=1.1, marker="|",
                      markersize=5, zorder=4)  # fmt: skip
            axes.plot(told.scaled(side.value), chance, color=INK, marker="o", markersize=3.5, zorder=5)

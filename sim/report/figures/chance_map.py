"""How likely each tier is to be breached over two quantities: a map a tier, beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import exp, log
from typing import TYPE_CHECKING, Any

from sim.ensemble.interval import Interval
from sim.ensemble.sweep import Chances
from sim.park import Park
from sim.report.figures.frame import EDGE_MM, TIER_PT, USUAL, Box, Look, Paper, on_colour
from sim.report.figures.legend import area
from sim.report.figures.lettering import fitting_pt, width_mm
from sim.report.figures.period_axis import reach_colour
from sim.report.figures.style import MM_A_POINT, SMALL_PT, SOFT, styled
from sim.report.figures.sweep_axes import NOT_PLAYED, TICKS_MM, Swept
from sim.report.sweep_words import Told
from sim.scenario import Scenario

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from sim.report.figures.legend import Group

LEFT_MM, BETWEEN_MM, TIER_MM, HIGH_MM = 24.0, 7.0, 6.0, 75.0
"""Room left of the maps and between them, above each for its tier's name, and their height if there is room for it."""
CLASSES = (0.25, 0.5, 0.75)
"""Where one colour of a chance ends and the next begins, between none and all [-]."""
LEAST_PT = 5.0


@styled()
def draw_chance_map(park: Park, scenario: Scenario, chances: Chances, uncertain: int, look: Look = USUAL) -> Figure:
    """The figure; nothing is saved."""
    return _Maps(park, scenario, chances, uncertain, look).drawn()


class _Maps(Swept):
    """The figure while it is drawn."""

    def __init__(self, park: Park, scenario: Scenario, chances: Chances, uncertain: int, look: Look) -> None:
        super().__init__(park, scenario, chances, uncertain, look)
        self.chances = chances

    def drawn(self) -> Figure:
        """All of it."""
        signs = [area(self._class(k), **_style(k)) for k in range(len(CLASSES) + 3)]
        if self.chances.failed:
            signs.append(area(self.say("sweep_failed"), **NOT_PLAYED))
        means = self.say("sweep_chance_map_means", draws=f"{self.chances.draws:,}")
        legend: list[Group] = [[self.say("sweep_chance_sign"), *signs]]
        frame = self.frame("sweep_chance_map_title", means, legend, TICKS_MM, TIER_MM)
        count = len(self.chances.tiers)
        high_mm = min(HIGH_MM, frame.most_mm)
        paper = frame.paper(high_mm)
        wide_mm = (paper.width_mm - LEFT_MM - EDGE_MM - 2 - (count - 1) * BETWEEN_MM) / count
        for place in range(count):
            left = LEFT_MM + place * (wide_mm + BETWEEN_MM)
            self._map(paper, place, (left, frame.low_mm, wide_mm, high_mm))
        return paper.finished()

    def _class(self, k: int) -> str:
        """What a colour means."""
        if not k:
            return self.say("sweep_class_none")
        if k <= len(CLASSES):
            return self.say("sweep_class_to", high=f"{CLASSES[k - 1] * 100:g}")
        return self.say("sweep_class_below" if k == len(CLASSES) + 1 else "sweep_class_all")

    def _map(self, paper: Paper, place: int, box: Box) -> None:
        """One tier."""
        axes = paper.axes(box)
        columns, rows = (_edges(told) for told in self.tolds)
        wide = self.chances.wide
        size = box[2] / (len(columns) - 1), box[3] / (len(rows) - 1)
        for k, spot in enumerate(self.chances.spots):
            column, row = k % wide, k // wide
            self._cell(axes, columns[column : column + 2], rows[row : row + 2], spot.breaches[place], size)
        self.along(axes, box[2])
        self.up(axes, box[3])
        for which, told, room_mm in zip("xy", self.tolds, box[2:], strict=True):
            self.at_values(axes, which, told, room_mm)
        axes.set_xlim(columns[0], columns[-1])
        axes.set_ylim(rows[0], rows[-1])
        if place:
            axes.set_ylabel("")
            axes.set_yticklabels([])
        axes.spines[:].set_visible(False)
        paper.fit(self.called.tier(self.chances.tiers[place]), box[0], box[1] + box[3] + TIER_MM / 2, TIER_PT, box[2],
                  TIER_MM - 1)  # fmt: skip

    def _cell(
        self, axes: Axes, x: Sequence[float], y: Sequence[float], found: Interval, size: tuple[float, float]
    ) -> None:
        """The colour of a chance, and the chance in per cent where there is room."""
        from matplotlib.patches import Rectangle

        style = _style(_class_of(found)) if found.of else NOT_PLAYED
        axes.add_patch(Rectangle((x[0], y[0]), x[1] - x[0], y[1] - y[0], **{**style, "linewidth": 0.0}, zorder=1))
        words = f"{found.share * 100:.0f}" if found.of else ""
        points = fitting_pt(words, SMALL_PT, size[0] - 0.8, size[1] - 0.4) if words else 0.0
        if points > LEAST_PT or (words and width_mm(words, points) < size[0] - 0.8 and points * MM_A_POINT < size[1]):
            axes.text(sum(x) / 2, sum(y) / 2, words, fontsize=points, ha="center", va="center", zorder=2,
                      color=on_colour(style["facecolor"]))  # fmt: skip


def _class_of(found: Interval) -> int:
    """The colour of a chance: the first for none, the last for all."""
    if not found.count:
        return 0
    if found.count == found.of:
        return len(CLASSES) + 2
    return 1 + sum(found.share > each for each in CLASSES)


def _style(k: int) -> dict[str, Any]:
    """How a chance looks, by its class."""
    return {"facecolor": reach_colour(k, len(CLASSES) + 2), "edgecolor": SOFT, "linewidth": 0.4}


def _edges(told: Told) -> list[float]:
    """Where the cells of values end: half-way between them, and as far beyond the first and last."""
    scale, back = (log, exp) if told.axis.log else (float, float)
    values = [scale(told.scaled(value)) for value in told.axis.values]
    middles = [(one + other) / 2 for one, other in pairwise(values)]
    return [back(each) for each in (2 * values[0] - middles[0], *middles, 2 * values[-1] - middles[-1])]

"""What a lower risk costs: cost to the right, risk upwards, and the sets that are worth their money by number."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import TYPE_CHECKING, Any

from sim.ensemble.cheapest import Search, tried_columns
from sim.ensemble.trials import Tried
from sim.record.table import Table
from sim.report.figures.frame import AXIS_MM, EDGE_MM, USUAL, Drawing, Look, axis_words
from sim.report.figures.legend import mark
from sim.report.figures.lettering import width_mm
from sim.report.figures.panel import Row, high_mm, write_panel
from sim.report.figures.style import BREACHED, FAINT, HELD, INK, MM_A_POINT, PAPER, SMALL_PT, SOFT, halo, styled
from sim.report.measures import Said

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from sim.report.figures.legend import Group

LEFT_MM = 16.0
"""Room of the numbers along the axis of risk, and of its name."""
OVER_MM, RIGHT_MM = 3.0, 5.0
"""Room over and right of what is drawn, for half the number at the end of an axis."""
HIGH_MM, LEAST_MM = 80.0, 40.0
"""Height of what is drawn if there is room for it, and at least."""
GAP_MM = 8.0
"""From the names of the sets to what is drawn, or beside it."""
SIDE = 0.42
"""Share of a wide sheet that the names of the sets take."""
MARK_PT = 2.5
"""Half the width of a point."""
BESIDE = ((4, 4), (-10, -10), (4, -11), (4, 14), (-10, 4), (14, 4), (4, 24), (24, 4), (4, 34))
"""Where its number may stand, from its middle, the best place first [pt]."""
POINTS_AN_INCH = 72
DASHED: dict[str, Any] = {"linewidth": 0.9, "linestyle": (0, (4, 2))}


@styled()
def draw_pareto(found: Search, look: Look = USUAL) -> Figure:
    """The figure; nothing is saved."""
    return _Pareto(found, look).drawn()


def pareto_table(found: Search) -> Table:
    """The numbers behind it: a row for every set that was tried."""
    return tried_columns(found).table(sorted(found.tried, key=lambda each: each.cost))


class _Pareto(Drawing):
    """The figure while it is drawn."""

    def __init__(self, found: Search, look: Look) -> None:
        case = found.player.varying.case
        super().__init__(case.park, case.scenario, look)
        self.found, self.said, self.front = found, Said(found, look.language), found.front
        self.scale = 1.0 if found.target.of_volume else 100.0

    def drawn(self) -> Figure:
        """All of it."""
        frame = self.frame("fig_title_pareto", self.say("fig_pareto_means"), self._signs(), AXIS_MM, OVER_MM)
        rows = [self._row(place, each) for place, each in enumerate(self.front)]
        wide = frame.wide_mm > frame.most_mm + 2 * EDGE_MM and frame.most_mm < 2 * HIGH_MM
        words_mm = frame.room_mm * SIDE if wide else frame.room_mm
        needed = high_mm(rows, words_mm)
        if wide:
            high = min(max(HIGH_MM, needed), frame.most_mm)
            axes_box = (EDGE_MM + LEFT_MM, frame.low_mm, frame.room_mm - words_mm - LEFT_MM - GAP_MM, high)
            words_box = (frame.wide_mm - EDGE_MM - words_mm, frame.low_mm, words_mm, high)
        else:
            room = min(needed, frame.most_mm - LEAST_MM - GAP_MM)
            high = min(HIGH_MM, frame.most_mm - room - GAP_MM) + room + GAP_MM
            axes_box = (EDGE_MM + LEFT_MM, frame.low_mm, frame.room_mm - LEFT_MM - RIGHT_MM, high - room - GAP_MM)
            words_box = (EDGE_MM, frame.low_mm + high - room, frame.room_mm, room)
        paper = frame.paper(high)
        self._draw(paper.axes(axes_box))
        write_panel(paper, words_box, rows, self.say("fig_pareto_more", count="{count}"))
        return paper.finished()

    def _signs(self) -> list[Group]:
        dot = {"marker": "o", "markersize": 5, "linestyle": "none"}
        return [[
            mark(self.say("fig_pareto_front"), **dot, color=HELD, markeredgecolor=INK, markeredgewidth=0.5),
            mark(self.say("fig_pareto_other"), **{**dot, "markersize": 3}, color=FAINT, markeredgecolor=SOFT,
                 markeredgewidth=0.4),
            mark(self.say("measures_target"), color=BREACHED, **DASHED),
        ]]  # fmt: skip

    def _row(self, place: int, tried: Tried) -> Row:
        """A set by its number, what it costs, and the risk that it leaves."""
        return Row(self.say("fig_pareto_row", place=place, chosen=self.said.chosen(tried.chosen)),
                   self.say("fig_pareto_amount", cost=self.said.cost(tried),
                            risk=self.said.risk(tried.risk.value)))  # fmt: skip

    def _draw(self, axes: Axes) -> None:
        """Sets by their cost and risk."""
        axes.set_axisbelow(True)
        axes.grid(color=FAINT, linewidth=0.5)
        others = [each for each in self.found.tried if each.whole and not each.failed and each not in self.front]
        axes.plot([each.cost for each in others], [each.risk.value * self.scale for each in others], "o", markersize=3,
                  color=FAINT, markeredgecolor=SOFT, markeredgewidth=0.4, zorder=2)  # fmt: skip
        costs, risks = [each.cost for each in self.front], [each.risk.value * self.scale for each in self.front]
        axes.step(costs, risks, where="post", color=SOFT, linewidth=0.9, zorder=2)
        for each in self.front:
            self._point(axes, each)
        axes.axhline(self.found.target.most * self.scale, color=BREACHED, **DASHED, zorder=1)
        axes.margins(x=0.06, y=0.08)
        axes.set_ylim(bottom=0)
        money, tier = self.found.measures.money, self.called.tier(self.found.target.tier)
        key, unit = ("axis_escaped_mean", "m³") if self.found.target.of_volume else ("axis_breached", "%")
        axes.set_xlabel(axis_words("cost", money, self.language), labelpad=2)
        axes.set_ylabel(self.say("axis", quantity=self.say(key, tier=tier), unit=unit))
        for axis, (low, high) in ((axes.xaxis, axes.get_xlim()), (axes.yaxis, axes.get_ylim())):
            ticks = [each for each in axis.get_ticklocs() if max(low, 0) <= each <= high]
            axis.set_ticks(ticks, [f"{each:,.10g}" for each in ticks])
        self._number(axes)

    def _point(self, axes: Axes, tried: Tried) -> None:
        """A set that is worth its money, and between what its risk lies."""
        value = tried.risk.value * self.scale
        low, high = (max(each * self.scale, 0.0) for each in (tried.risk.low, tried.risk.high))
        if isfinite(high):
            axes.plot([tried.cost, tried.cost], [low, high], color=SOFT, linewidth=1.2, zorder=3)
        axes.plot([tried.cost], [value], "o", markersize=5, color=HELD, markeredgecolor=INK, markeredgewidth=0.5,
                  zorder=4, clip_on=False)  # fmt: skip

    def _number(self, axes: Axes) -> None:
        """The number of each beside it, where no other's stands, nor a point."""
        points = [(each.cost, each.risk.value * self.scale) for each in self.front]
        spots = axes.transData.transform(points) * POINTS_AN_INCH / axes.figure.dpi
        taken = [(x - MARK_PT, y - MARK_PT, x + MARK_PT, y + MARK_PT) for x, y in spots]
        for place, (x, y) in enumerate(spots):
            words = f"{place}"
            wide = width_mm(words, SMALL_PT) / MM_A_POINT
            boxes = [(x + right, y + up, x + right + wide, y + up + SMALL_PT) for right, up in BESIDE]
            free = [k for k, box in enumerate(boxes) if not any(_meet(box, other) for other in taken)]
            if free:  # else there is no room for it, and the names beside tell the order
                taken.append(boxes[free[0]])
                axes.annotate(words, points[place], BESIDE[free[0]], textcoords="offset points", fontsize=SMALL_PT,
                              path_effects=halo(1.5, PAPER), zorder=5)  # fmt: skip


def _meet(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether two boxes have something in common: left, bottom, right, top."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]

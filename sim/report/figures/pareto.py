"""What a lower risk costs: cost to the right, risk upwards, and the sets that are worth their money by number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sim.ensemble.cheapest import Search, tried_columns
from sim.ensemble.trials import Tried
from sim.record.table import Table
from sim.report.figures.frame import AXIS_MM, EDGE_MM, USUAL, Drawing, Look, axis_words
from sim.report.figures.legend import mark
from sim.report.figures.panel import Row, high_mm, write_panel
from sim.report.figures.style import BREACHED, FAINT, HELD, INK, PAPER, SMALL_PT, SOFT, halo, styled
from sim.report.measures import Said

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from sim.report.figures.legend import Group

LEFT_MM = 16.0
"""Room of the numbers along the axis of risk, and of its name."""
HIGH_MM, LEAST_MM = 80.0, 40.0
"""Height of what is drawn if there is room for it, and at least."""
GAP_MM = 8.0
"""From the names of the sets to what is drawn, or beside it."""
SIDE = 0.42
"""Share of a wide sheet that the names of the sets take."""
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
        frame = self.frame("fig_title_pareto", self.say("fig_pareto_means"), self._signs(), under_mm=AXIS_MM)
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
            axes_box = (EDGE_MM + LEFT_MM, frame.low_mm, frame.room_mm - LEFT_MM, high - room - GAP_MM)
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
        for place, each in enumerate(self.front):
            self._point(axes, place, each)
        axes.axhline(self.found.target.most * self.scale, color=BREACHED, **DASHED, zorder=1)
        axes.set_ylim(bottom=0)
        axes.margins(x=0.06)
        money, tier = self.found.measures.money, self.called.tier(self.found.target.tier)
        key, unit = ("axis_escaped_mean", "m³") if self.found.target.of_volume else ("axis_breached", "%")
        axes.set_xlabel(axis_words("cost", money, self.language), labelpad=2)
        axes.set_ylabel(self.say("axis", quantity=self.say(key, tier=tier), unit=unit))
        axes.ticklabel_format(style="plain")
        axes.xaxis.set_major_formatter(lambda value, _: f"{value:,.10g}")

    def _point(self, axes: Axes, place: int, tried: Tried) -> None:
        """A set that is worth its money, between what its risk lies, and its number."""
        value = tried.risk.value * self.scale
        low, high = (max(each * self.scale, 0.0) for each in (tried.risk.low, tried.risk.high))
        if high < float("inf"):
            axes.plot([tried.cost, tried.cost], [low, high], color=SOFT, linewidth=1.2, zorder=3)
        axes.plot([tried.cost], [value], "o", markersize=5, color=HELD, markeredgecolor=INK, markeredgewidth=0.5,
                  zorder=4, clip_on=False)  # fmt: skip
        axes.annotate(f"{place}", (tried.cost, value), (4, 4), textcoords="offset points", fontsize=SMALL_PT,
                      path_effects=halo(1.5, PAPER), zorder=5)  # fmt: skip

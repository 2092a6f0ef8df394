"""How likely it is to come ever nearer to a breach, level by level, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10
from typing import TYPE_CHECKING, Any

from sim.ensemble.rare import Chance, Rare
from sim.ensemble.rare.curve import Point, curve_of
from sim.ensemble.rare.tables import rows_of
from sim.report.figures.frame import USUAL, Box, Look, axis_words
from sim.report.figures.legend import area, mark
from sim.report.figures.of_ensemble import OfEnsemble, mark_amounts, round_ticks
from sim.report.figures.style import BREACHED, FAINT, INK, SMALL_PT, SOFT, styled
from sim.report.rare import between_text, chance_text, end_text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LOST: dict[str, Any] = {"facecolor": BREACHED, "alpha": 0.08, "linewidth": 0}
LEVEL: dict[str, Any] = {"color": INK, "marker": "o", "markersize": 3.5, "linestyle": "none"}
BREACH: dict[str, Any] = {"color": BREACHED, "marker": "D", "markersize": 4.5, "linestyle": "none"}
NUMBERS_MM, LANE_MM = 4.5, 70.0
"""Below a lane: the volumes of its axis; and how high it is, if there is room."""
MOST_TICKS = 6
"""Marks along an axis of chances."""


@dataclass(frozen=True, slots=True)
class _Stop:
    """A place on the curve that a level, or a breach, begins beyond."""

    left_m3: float
    chance: Chance


@styled()
def draw_nearness(rare: Rare, look: Look = USUAL) -> Figure:
    """The figure; nothing is saved."""
    return _Nearness(rare, look).drawn()


class _Nearness(OfEnsemble):
    """The figure while it is drawn."""

    def __init__(self, rare: Rare, look: Look) -> None:
        case = rare.player.varying.case
        super().__init__(case.park, case.scenario, rare.played, look)
        self.rare = rare
        self.points: dict[str, list[Point]] = {}
        self.come: dict[str, float] = {}
        chance = 1.0
        for point in curve_of(rare):
            if point.tier:
                self.come.setdefault(point.tier, chance)
                self.points.setdefault(point.tier, []).append(point)
            chance = point.chance
        self.stops: dict[str, list[_Stop]] = {}
        for row in rows_of(rare):
            if row.tier:
                self.stops.setdefault(row.tier, []).append(_Stop(row.left_m3, row.chance))
        least = min((each.chance for tier in self.points.values() for each in tier if each.chance), default=1.0)
        lows = [each.chance.low for tier in self.stops.values() for each in tier]
        self.least = 10.0 ** floor(log10(min([0.1, least, *lows, *filter(None, [rare.chance.low])])))

    def drawn(self) -> Figure:
        """All of it."""
        if not self.points:
            return self.sentence("rare_fig_title", "rare_fig_nothing")
        signs = [mark(self.say("rare_fig_curve"), color=INK, linewidth=1.2), mark(self.say("rare_fig_level"), **LEVEL),
                 *([mark(self.say("rare_fig_breach"), **BREACH)] if self.rare.chance.share else []),
                 area(self.say("ens_escaped"), **LOST)]  # fmt: skip
        tiers = list(self.points)
        self.lanes("rare_fig_title", self.say("rare_fig_means"), [signs], len(tiers),
                   lambda place, box: self._lane(tiers[place], box, last=place == len(tiers) - 1), NUMBERS_MM,
                   LANE_MM)  # fmt: skip
        return self.paper.finished()

    def foot(self, means: str) -> list[str]:
        """What there is to say of the numbers, how likely a breach is, and where they come from."""
        return [*([] if self.rare.chance.share else [end_text(self.called, self.rare)]), *super().foot(means)]

    def _lane(self, tier: str, box: Box, *, last: bool) -> None:
        """One tier: the curve of runs that hang on it, from the chance that they do at all, and its levels."""
        points, stops = self.points[tier], self.stops.get(tier, [])
        axes = self.paper.axes(box)
        self.name(self.called.tier(tier), box, 22.0)
        self._axes(axes, points)
        shown = [(axes.get_xlim()[0], self.come[tier]), *((each.left_m3, each.chance) for each in points)]
        axes.step(*zip(*shown, strict=True), where="post", color=INK, linewidth=1.2)
        for stop in stops:
            self._stop(axes, stop, LEVEL)
        if tier == self.rare.tier and self.rare.chance.share:
            self._stop(axes, _Stop(0.0, self.rare.chance), BREACH)
            title = between_text(self.called, self.rare.chance)
            axes.set_title(title, fontsize=SMALL_PT, color=SOFT, loc="right", pad=2)
        if last:
            axes.set_xlabel(axis_words("left", "m³", self.language), labelpad=3)

    def _stop(self, axes: Axes, stop: _Stop, style: dict[str, Any]) -> None:
        """A mark with its interval."""
        chance = stop.chance
        axes.plot([stop.left_m3] * 2, [chance.low, chance.high], color=style["color"], linewidth=0.9, marker="_",
                  markersize=5, zorder=3)  # fmt: skip
        axes.plot(stop.left_m3, chance.share, zorder=4, **style)

    def _axes(self, axes: Axes, points: Sequence[Point]) -> None:
        """Room that becomes less to the right, and chances that become less downwards."""
        lefts = [each.left_m3 for each in points]
        least, most = min(*lefts, 0.0), max(*lefts, 0.0)
        room = (most - least) * 0.03 or 1.0
        axes.set_xlim(most + room, least - room)
        axes.set_yscale("log")
        axes.set_ylim(self.least, 1.5)
        if least < 0:
            axes.axvspan(least - room, 0, **LOST)
        axes.axvline(0, color=INK, linewidth=0.8)
        axes.grid(color=FAINT, linewidth=0.5)
        axes.set_axisbelow(True)
        decades = round(-log10(self.least))
        step = -(-decades // MOST_TICKS)
        ticks = [10.0**-k for k in range(0, decades + 1, step)]
        axes.set_yticks(ticks, [chance_text(each, self.language) for each in ticks])
        axes.minorticks_off()
        steps = round_ticks(least, most, 6)
        axes.set_xticks(steps, mark_amounts(steps))

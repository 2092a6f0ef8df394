"""Result against return period: a lane for each tier, what is left in it upwards, what escapes from it downwards."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from sim.called import Called
from sim.check.tier_verdict import TierVerdict, Verdict
from sim.load import FormulaRain
from sim.park import Park
from sim.report.figures.fills import verdict_style
from sim.report.figures.frame import EDGE_MM, TIER_PT, USUAL, Box, Look, cubic, write_cell
from sim.report.figures.legend import area
from sim.report.figures.lettering import broken, fitting_pt, spacing, width_mm
from sim.report.figures.period_axis import TICKS_MM, Periods, place_of, reached
from sim.report.figures.rounding import round_step
from sim.report.figures.style import BREACHED, FAINT, INK, PAPER, SMALL_PT, SOFT, styled
from sim.report.numbers import figure as number
from sim.scenario import Scenario
from sim.study import GivesWay, ReturnPeriods
from sim.units import mm

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LEFT_MM = 38.0
"""Room left of the lanes: names of tiers and numbers of their axes."""
CHIPS_MM = 11.0
"""Height of the row that names the outermost tier that gives way, with the gap below it."""
LANE_MM = 36.0
"""Height of a lane with the gap below it, if there is room for it."""
GAP_MM = 2.5
STRIP_MM, ABOVE_MM, BELOW_MM = 4.5, 4.0, 7.5
"""Of a lane: the strip on top, the numbers above bars, and those below; the bars have the rest, half up, half down."""
CLEAR = {"facecolor": PAPER, "edgecolor": "none", "pad": 0.3}
"""Behind numbers, so that no line runs through them."""
BAR = 0.52
"""Width of a bar, the distance of two being 1."""
KEYS = {Verdict.HELD: "fig_held", Verdict.RELIEVED: "fig_relieved", Verdict.BREACHED: "fig_breached"}
"""What bars of each verdict show."""


@styled()
def draw_periods(
    park: Park, scenario: Scenario, storm: FormulaRain, found: ReturnPeriods, look: Look = USUAL
) -> Figure:
    """The figure; nothing is saved."""
    return _Lanes(park, scenario, storm, found, look, LEFT_MM).drawn()


class _Lanes(Periods):
    """The figure while it is drawn."""

    def drawn(self) -> Figure:
        """All of it."""
        seen = {each.verdict for played in self.found.played for each in played.tiers}
        legend = [area(self.say(key), **verdict_style(verdict)) for verdict, key in KEYS.items() if verdict in seen]
        frame = self.frame("fig_title_periods", self.say("fig_margin_means"), [legend], TICKS_MM, CHIPS_MM + 1)
        count = len(self.park.tiers)
        lane_mm = min(LANE_MM, frame.most_mm / count)
        self.paper = frame.paper(count * lane_mm)
        top = frame.low_mm + count * lane_mm
        self._chips(top + GAP_MM)
        self.bar_mm = (lane_mm - GAP_MM - STRIP_MM - ABOVE_MM - BELOW_MM) / 2
        for place, turn in enumerate(self.found.turns):
            bottom = top - (place + 1) * lane_mm + GAP_MM
            self._lane(place, turn, (LEFT_MM, bottom, self.wide_mm, lane_mm - GAP_MM))
        return self.paper.finished()

    @property
    def top(self) -> float:
        """Where the strip on top of a lane begins, the length of the longest bar being 1."""
        return 1 + ABOVE_MM / self.bar_mm

    def _chips(self, bottom_mm: float) -> None:
        """Which is the outermost tier that gives way, by period."""
        high_mm = CHIPS_MM - GAP_MM
        axes = self.paper.axes((LEFT_MM, bottom_mm, self.wide_mm, high_mm))
        axes.set_axis_off()
        axes.set_xlim(-0.5, len(self.found.played) - 0.5)
        axes.set_ylim(-0.05, 1.05)
        room = self.column_mm * 0.9, high_mm
        for place, each in enumerate(self.found.played):
            words = broken(self.reach(reached(each)), SMALL_PT, room[0])
            write_cell(axes, (place, 0.5), (0.94, 1), words, self.colour(reached(each)), room, edgecolor=SOFT,
                       linewidth=0.4)  # fmt: skip
        self.paper.fit(self.say("fig_outermost"), EDGE_MM, bottom_mm + high_mm / 2, SMALL_PT, LEFT_MM - EDGE_MM - 2,
                       high_mm, color=SOFT)  # fmt: skip

    def _lane(self, place: int, turn: GivesWay, box: Box) -> None:
        """One tier: its bars, its axis, and where it begins to give way."""
        tiers = [each.tiers[place] for each in self.found.played]
        most_m3 = round_step(max(each.escaped_m3 for each in tiers) or 1.0)
        axes = self.paper.axes(box)
        strip = STRIP_MM / self.bar_mm
        axes.set_ylim(-1 - BELOW_MM / self.bar_mm, self.top + strip)
        axes.set_xlim(-0.5, len(tiers) - 0.5)
        axes.axhline(0, color=INK, linewidth=0.7, zorder=3)
        axes.axhspan(self.top, self.top + strip, color=FAINT, alpha=0.35, linewidth=0)
        for column, each in enumerate(tiers):
            self._bar(axes, column, each, most_m3)
        self._mark(axes, turn)
        self._sides(axes, turn.tier, most_m3, box)
        if place == len(self.found.turns) - 1:
            self.label(axes)
        else:
            axes.set_xticks([])

    def _bar(self, axes: Axes, column: int, tier: TierVerdict, most_m3: float) -> None:
        """What is left in a tier or has escaped from it, with the numbers."""
        if tier.verdict is Verdict.BREACHED:
            depth = tier.escaped_m3 / most_m3
            axes.bar(column, -depth, BAR, color=BREACHED, zorder=2)
            self._number(axes, column, -depth - 0.8 / self.bar_mm, self.escaped(tier), va="top", color=BREACHED)
            return
        if tier.only_uncounted:
            words = f"{self.say(tier.word)}\n{cubic(tier.uncounted_m3)}"
            self._number(axes, column, 0.8 / self.bar_mm, words, va="bottom", color=BREACHED)
            return
        if tier.verdict is Verdict.UNTOUCHED or isnan(tier.margin_share):
            self._number(axes, column, 0.8 / self.bar_mm, self.say(tier.verdict), va="bottom", color=SOFT)
            return
        height = min(max(tier.margin_share, 0.0), 1.0)
        axes.bar(column, height, BAR, zorder=2, **verdict_style(tier.verdict))
        self._number(axes, column, height + 0.6 / self.bar_mm, cubic(tier.margin_m3), va="bottom", color=INK)
        if tier.verdict is Verdict.RELIEVED:
            words = self.say("fig_moved_on", volume=cubic(tier.transferred_m3))
            self._number(axes, column, -0.8 / self.bar_mm, words, va="top", color=SOFT)

    def _number(self, axes: Axes, column: int, height: float, words: str, va: str, color: str) -> None:
        size = fitting_pt(words, SMALL_PT, self.column_mm - 1)
        axes.text(column, height, words, fontsize=size, ha="center", va=va, color=color, zorder=4,
                  linespacing=spacing(self.language), bbox=CLEAR)  # fmt: skip

    def _mark(self, axes: Axes, turn: GivesWay) -> None:
        """From which period on the tier gives way: a line at it, and the words above."""
        words = turn_words(self.called, turn)
        played = self.found.played
        place = None if isnan(turn.lost_a) else place_of(turn.lost_a, played)
        left, right = -0.45, len(played) - 0.55
        side = "left" if turn.lost_a < played[0].period_a else "right"
        middle = left if side == "left" else right
        if place is not None:
            line = [-1 - BELOW_MM / self.bar_mm, self.top]
            axes.plot([place, place], line, color=BREACHED, linewidth=0.9, linestyle=(0, (4, 2)), zorder=1)
            half = width_mm(words, SMALL_PT) / 2 / self.column_mm
            side, middle = "center", min(max(place, left + half), right - half)
        colour = SOFT if isnan(turn.lost_a) else BREACHED
        axes.text(middle, self.top + STRIP_MM / self.bar_mm / 2, words, fontsize=SMALL_PT, ha=side, va="center",
                  color=colour)  # fmt: skip

    def _sides(self, axes: Axes, tier: str, most_m3: float, box: Box) -> None:
        """The ends of the axis, upwards and downwards, and the tier's name."""
        left, escaped = self.say("fig_left"), self.say("fig_escaped", volume=cubic(most_m3))
        axes.set_yticks([-1, -0.5, 0, 0.5, 1], [escaped, "", "0", "", left], color=SOFT, linespacing=1.1)
        axes.spines["left"].set_bounds(-1, 1)
        axes.spines["bottom"].set_visible(False)
        axes.tick_params(axis="x", length=0)
        zero = box[1] + BELOW_MM + self.bar_mm
        name = self.called.tier(tier)
        self.paper.fit(name, EDGE_MM, zero, TIER_PT, LEFT_MM - EDGE_MM - 13, box[3])


def turn_words(called: Called, turn: GivesWay) -> str:
    """From which period on a tier gives way, in words."""
    if isnan(turn.lost_a):
        return called.says("fig_holds", period=number(turn.held_a))
    star = "" if turn.monotone else " *"
    key = "fig_gives_way_already" if isnan(turn.held_a) else "fig_gives_way"
    period = f"{turn.lost_a:#.2g}".rstrip(".")
    return called.says(key, period=period, depth=number(mm(turn.lost_m))) + star

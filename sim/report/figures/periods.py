"""Result against return period: a lane for each tier, what is left in it upwards, what escapes from it downwards."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from typing import TYPE_CHECKING

from sim.check.tier_verdict import TierVerdict, Verdict
from sim.load import FormulaRain
from sim.park import Park
from sim.report.figures.frame import (
    EDGE_MM,
    LEGEND_MM,
    SMALL_PT,
    TICKS_MM,
    TOP_MM,
    WORDS_PT,
    Box,
    Paper,
    cubic,
    foot_lines,
    foot_mm,
    on_colour,
    write_foot,
    write_head,
)
from sim.report.figures.lettering import LINES, broken, fitting_pt, width_mm
from sim.report.figures.period_axis import (
    in_rain,
    label_periods,
    place_of,
    reach_colour,
    reach_name,
    reached,
)
from sim.report.figures.style import BREACHED, FAINT, HELD, INK, PAPER, RELIEVED, SOFT, Sheet, styled
from sim.report.naming import tier_name
from sim.report.numbers import figure as number
from sim.report.numbers import hours
from sim.scenario import Scenario
from sim.study import GivesWay, ReturnPeriods
from sim.units import mm
from sim.words import text

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
HATCH = "////"
"""Of bars that show what is left in a tier that was relieved."""
CLEAR = {"facecolor": PAPER, "edgecolor": "none", "pad": 0.3}
"""Behind numbers, so that no line runs through them."""
BAR = 0.52
"""Width of a bar, the distance of two being 1."""


def draw_periods(
    park: Park,
    scenario: Scenario,
    storm: FormulaRain,
    found: ReturnPeriods,
    language: str = "en",
    sheet: Sheet = Sheet.A4,
    changes: Sequence[str] = (),
) -> Figure:
    """The figure; nothing is saved. `changes` are those made to the scenario as it is written."""
    with styled():
        return _Lanes(park, found, language, sheet).drawn(scenario, storm, changes)


class _Lanes:
    """The figure while it is drawn."""

    def __init__(self, park: Park, found: ReturnPeriods, language: str, sheet: Sheet) -> None:
        self.park, self.found, self.language = park, found, language
        self.width_mm, self.most_mm = sheet.value
        self.column_mm = (self.width_mm - LEFT_MM - EDGE_MM) / len(found.played)

    def drawn(self, scenario: Scenario, storm: FormulaRain, changes: Sequence[str]) -> Figure:
        """All of it."""
        language, count = self.language, len(self.park.tiers)
        more = text("fig_margin_means", language)
        lines = foot_lines(self.park, scenario, changes, language, self.width_mm - 2 * EDGE_MM, more)
        below = EDGE_MM + foot_mm(lines) + LEGEND_MM + TICKS_MM
        above = EDGE_MM + TOP_MM + CHIPS_MM + 2
        lane_mm = min(LANE_MM, (self.most_mm - below - above) / count)
        self.paper = Paper(self.width_mm, below + count * lane_mm + above)
        write_head(self.paper, text("fig_title_periods", language), in_rain(self.park, scenario, storm, language))
        write_foot(self.paper, lines)
        self._legend(EDGE_MM + foot_mm(lines) + 1)
        top = below + count * lane_mm
        self._chips(top + GAP_MM)
        self.bar_mm = (lane_mm - GAP_MM - STRIP_MM - ABOVE_MM - BELOW_MM) / 2
        for place, turn in enumerate(self.found.turns):
            bottom = top - (place + 1) * lane_mm + GAP_MM
            self._lane(place, turn, (LEFT_MM, bottom, self.width_mm - LEFT_MM - EDGE_MM, lane_mm - GAP_MM))
        return self.paper.finished()

    @property
    def top(self) -> float:
        """Where the strip on top of a lane begins, the length of the longest bar being 1."""
        return 1 + ABOVE_MM / self.bar_mm

    def _chips(self, bottom_mm: float) -> None:
        """Which is the outermost tier that gives way, by period."""
        played, count = self.found.played, len(self.park.tiers)
        axes = self.paper.axes((LEFT_MM, bottom_mm, self.column_mm * len(played), CHIPS_MM - GAP_MM))
        axes.set_axis_off()
        axes.set_xlim(-0.5, len(played) - 0.5)
        axes.set_ylim(-0.05, 1.05)
        for place, each in enumerate(played):
            colour = reach_colour(reached(each), count)
            axes.bar(place, 1, 0.94, color=colour, edgecolor=SOFT, linewidth=0.4)
            words = broken(reach_name(self.park, reached(each), self.language), SMALL_PT, self.column_mm * 0.9)
            size = fitting_pt(words, SMALL_PT, self.column_mm * 0.9)
            axes.text(place, 0.5, words, fontsize=size, color=on_colour(colour), ha="center", va="center",
                      linespacing=LINES[self.language])  # fmt: skip
        words = broken(text("fig_outermost", self.language), SMALL_PT, LEFT_MM - EDGE_MM - 2)
        self.paper.write(words, EDGE_MM, bottom_mm + (CHIPS_MM - GAP_MM) / 2, SMALL_PT, va="center", color=SOFT)

    def _lane(self, place: int, turn: GivesWay, box: Box) -> None:
        """One tier: its bars, its axis, and where it begins to give way."""
        tiers = [each.tiers[place] for each in self.found.played]
        most_m3 = nice(max(each.escaped_m3 for each in tiers))
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
            label_periods(axes, self.found.played, self.column_mm, self.language)
        else:
            axes.set_xticks([])

    def _bar(self, axes: Axes, column: int, tier: TierVerdict, most_m3: float) -> None:
        """What is left in a tier or has escaped from it, with the numbers."""
        if tier.verdict is Verdict.BREACHED:
            depth = tier.escaped_m3 / most_m3
            axes.bar(column, -depth, BAR, color=BREACHED, zorder=2)
            first = tier.first_escape
            words = f"{cubic(tier.escaped_m3)}\n{hours(first.first_s)}" if first else cubic(tier.escaped_m3)
            self._number(axes, column, -depth - 0.8 / self.bar_mm, words, va="top", color=BREACHED)
            return
        if tier.only_uncounted:
            words = f"{text(tier.word, self.language)}\n{cubic(tier.uncounted_m3)}"
            self._number(axes, column, 0.8 / self.bar_mm, words, va="bottom", color=BREACHED)
            return
        if tier.verdict is Verdict.UNTOUCHED or isnan(tier.margin_share):
            self._number(axes, column, 0.8 / self.bar_mm, text(tier.verdict, self.language), va="bottom", color=SOFT)
            return
        height = min(max(tier.margin_share, 0.0), 1.0)
        colour = HELD if tier.verdict is Verdict.HELD else RELIEVED
        hatch = "" if tier.verdict is Verdict.HELD else HATCH
        axes.bar(column, height, BAR, color=colour, edgecolor=PAPER, linewidth=0, hatch=hatch, zorder=2)
        self._number(axes, column, height + 0.6 / self.bar_mm, cubic(tier.margin_m3), va="bottom", color=INK)
        if tier.verdict is Verdict.RELIEVED:
            words = text("fig_moved_on", self.language, volume=cubic(tier.transferred_m3))
            self._number(axes, column, -0.8 / self.bar_mm, words, va="top", color=SOFT)

    def _number(self, axes: Axes, column: int, height: float, words: str, va: str, color: str) -> None:
        size = fitting_pt(words, SMALL_PT, self.column_mm - 1)
        axes.text(column, height, words, fontsize=size, ha="center", va=va, color=color, zorder=4,
                  linespacing=LINES[self.language], bbox=CLEAR)  # fmt: skip

    def _mark(self, axes: Axes, turn: GivesWay) -> None:
        """From which period on the tier gives way: a line at it, and the words above."""
        words = turn_words(turn, self.language)
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
        left, escaped = text("fig_left", self.language), text("fig_escaped", self.language, volume=cubic(most_m3))
        axes.set_yticks([-1, -0.5, 0, 0.5, 1], [escaped, "", "0", "", left], color=SOFT, linespacing=1.1)
        axes.spines["left"].set_bounds(-1, 1)
        axes.spines["bottom"].set_visible(False)
        axes.tick_params(axis="x", length=0)
        size = WORDS_PT + 0.5
        name = broken(tier_name(self.park, tier, self.language), size, LEFT_MM - EDGE_MM - 13)
        zero = box[1] + BELOW_MM + self.bar_mm
        self.paper.write(name, EDGE_MM, zero, size, va="center", linespacing=LINES[self.language])

    def _legend(self, bottom_mm: float) -> None:
        """What the colours of the bars mean."""
        from matplotlib.patches import Patch

        patches = {
            Verdict.HELD: Patch(facecolor=HELD, label=text("fig_held", self.language)),
            Verdict.RELIEVED: Patch(
                facecolor=RELIEVED, hatch=HATCH, edgecolor=PAPER, linewidth=0, label=text("fig_relieved", self.language)
            ),
            Verdict.BREACHED: Patch(facecolor=BREACHED, label=text("fig_breached", self.language)),
        }
        seen = {each.verdict for played in self.found.played for each in played.tiers}
        self.paper.legend([patch for verdict, patch in patches.items() if verdict in seen], LEFT_MM, bottom_mm)


def nice(most: float) -> float:
    """The end of an axis that reaches a value: 1, 2 or 5 with noughts.

    >>> nice(440), nice(0), nice(0.3)
    (500.0, 1.0, 0.5)
    """
    if most <= 0:
        return 1.0
    noughts = 10.0 ** (len(f"{int(most)}") - 1) if most >= 1 else 0.1
    return next((step * noughts for step in (1.0, 2.0, 5.0) if step * noughts >= most), 10.0 * noughts)


def turn_words(turn: GivesWay, language: str) -> str:
    """From which period on a tier gives way, in words."""
    if isnan(turn.lost_a):
        return text("fig_holds", language, period=number(turn.held_a))
    star = "" if turn.monotone else " *"
    key = "fig_gives_way_already" if isnan(turn.held_a) else "fig_gives_way"
    period = f"{turn.lost_a:#.2g}".rstrip(".")
    return text(key, language, period=period, depth=number(mm(turn.lost_m))) + star

"""What decides an answer: a row an input and a column a tier, of Sobol indices or of a tornado; or Morris's planes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sim.ensemble.inputs import Input
from sim.ensemble.outputs import Kind
from sim.ensemble.sensitivity import Decided, Method, Sensitivity
from sim.ensemble.sobol import SobolEffect
from sim.ensemble.tornado import TornadoEffect
from sim.report.figures.frame import AXIS_MM, EDGE_MM, USUAL, WORDS_PT, Drawing, Look, Paper
from sim.report.figures.legend import area, mark
from sim.report.figures.lettering import fitted
from sim.report.figures.morris import Planes
from sim.report.figures.rounding import round_step
from sim.report.figures.style import INK, SMALL_PT, SOFT, styled
from sim.report.numbers import NOTHING
from sim.report.numbers import figure as number
from sim.report.sensitivity import input_words, ranked, span_text, value_text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from sim.report.figures.legend import Group

NAMES_SHARE = 0.36
"""Of the width, what the names of inputs take."""
ROW_MM, LEAST_ROW_MM = 7.0, 5.2
HEADS_MM = 8.5
"""Room of the tiers' names above their columns."""
GAP_MM = 5.0
"""Between two columns."""
MOST_ROWS = 15
ALONE, WHOLE, LOW, HIGH = "#0072b2", "#9ccbe8", "#56b4e9", "#d55e00"
TICKS = 2.5
"""Ticks of an axis, at most, less one."""


@styled()
def draw_sensitivity(found: Sensitivity, told: Sequence[Decided], look: Look = USUAL) -> Figure:
    """The figure of some outputs; nothing is saved."""
    match found.method:
        case Method.SOBOL:
            return _Indices(found, told, look).drawn()
        case Method.MORRIS:
            return Planes(found, told, look).drawn()
        case Method.TORNADO:
            return _Tornado(found, told, look).drawn()


class _Bars(Drawing, ABC):
    """A row an input and a column a tier, while it is drawn."""

    def __init__(self, found: Sensitivity, told: Sequence[Decided], look: Look) -> None:
        case = found.player.varying.case
        super().__init__(case.park, case.scenario, look)
        self.found, self.decided = found, told
        self.by_input = [{each.input: each for each in decided.effects} for decided in self.decided]

    def drawn(self) -> Figure:
        """All of it."""
        means = self.say(f"sens_means_{self.found.method}")
        title = f"sens_fig_{self.found.method}"
        inputs = ranked(self.found, self.decided)
        if not inputs:
            return self.sentence(title, "sens_fig_nothing", means)
        frame = self.frame(title, means, [self.signs()], AXIS_MM, HEADS_MM)
        shown, row_mm = frame.rows(min(len(inputs), MOST_ROWS), ROW_MM, LEAST_ROW_MM)
        left_out = len(self.found.inputs) - shown
        paper = frame.paper(shown * row_mm, self.say("fig_more", count=left_out) if left_out else "")
        names_mm = frame.room_mm * NAMES_SHARE
        for place, each in enumerate(inputs[:shown]):
            middle = frame.low_mm + (shown - place - 0.5) * row_mm
            paper.fit(self.name_of(each), EDGE_MM, middle, SMALL_PT, names_mm - 2, row_mm - 0.4)
        wide = (frame.room_mm - names_mm + GAP_MM) / len(self.decided)
        for column, (decided, effects) in enumerate(zip(self.decided, self.by_input, strict=True)):
            left = EDGE_MM + names_mm + column * wide
            self._head(paper, decided, left, frame.low_mm + shown * row_mm, wide - GAP_MM)
            axes = paper.lanes((left, frame.low_mm, wide - GAP_MM, shown * row_mm), -0.5, shown - 0.5)
            if not decided.effects:
                self._nothing(axes, decided)
                continue
            for place, each in enumerate(inputs[:shown]):
                if each in effects:
                    self.bar(axes, place, effects[each])
            self.axis(axes, decided)
            paper.write(self.axis_words(decided), left, frame.low_mm - AXIS_MM + 1, SMALL_PT, wide - GAP_MM, color=SOFT)
        return paper.finished()

    def _head(self, paper: Paper, decided: Decided, left_mm: float, bottom_mm: float, room_mm: float) -> None:
        """The name of a tier above its column."""
        tier = self.called.tier(decided.output.tier)
        name, size_pt = fitted(self.say(f"sens_fig_{decided.output.kind}", tier=tier), WORDS_PT, room_mm, HEADS_MM - 1)
        paper.write(name, left_mm, bottom_mm + 1, size_pt, va="bottom")

    def _nothing(self, axes: Axes, decided: Decided) -> None:
        """A column of a tier of which there is nothing to draw."""
        same = decided.least == decided.most or self.found.method is not Method.SOBOL
        words = (self.say("sens_fig_same", value=value_text(self.called, decided.output.kind, decided.least)) if same
                 else self.say("sens_fig_rare"))  # fmt: skip
        axes.set_axis_off()
        axes.text(0, 0.5, words, fontsize=SMALL_PT, va="center", color=SOFT, transform=axes.transAxes)

    def name_of(self, input: Input) -> str:
        """What stands beside a row."""
        return input_words(self.called, input)

    @abstractmethod
    def signs(self) -> Group:
        """What its fills and lines mean."""

    @abstractmethod
    def bar(self, axes: Axes, place: int, effect: Any) -> None:
        """What an input does to a tier."""

    @abstractmethod
    def axis(self, axes: Axes, decided: Decided) -> None:
        """Numbers along the lower edge of a column."""

    @abstractmethod
    def axis_words(self, decided: Decided) -> str:
        """What they are of."""


class _Indices(_Bars):
    """Sobol indices."""

    def signs(self) -> Group:
        return [area(self.say("sens_fig_alone"), facecolor=ALONE), area(self.say("sens_fig_whole"), facecolor=WHOLE),
                mark(self.say("sens_fig_interval"), color=INK, linewidth=0.8)]  # fmt: skip

    def bar(self, axes: Axes, place: int, effect: SobolEffect) -> None:
        for estimate, colour, below in ((effect.alone, ALONE, -0.18), (effect.whole, WHOLE, 0.18)):
            low, value, high = (min(max(each, 0), 1) * 100 for each in (estimate.low, estimate.value, estimate.high))
            axes.barh(place + below, value, 0.32, color=colour, zorder=2)
            axes.plot([low, high], [place + below] * 2, color=INK, linewidth=0.8, zorder=3, solid_capstyle="butt")

    def axis(self, axes: Axes, decided: Decided) -> None:
        axes.set_xlim(0, 100)
        axes.set_xticks([0, 50, 100], ["0", "50", "100"])

    def axis_words(self, decided: Decided) -> str:
        return self.say("axis", quantity=self.say("axis_variance"), unit="%")


class _Tornado(_Bars):
    """What each input does from its low to its high value."""

    def signs(self) -> Group:
        return [area(self.say("sens_fig_low"), facecolor=LOW), area(self.say("sens_fig_high"), facecolor=HIGH),
                mark(self.say("sens_fig_middle"), color=INK, linewidth=0.8)]  # fmt: skip

    def name_of(self, input: Input) -> str:
        span = span_text(self.called, self.found, input)
        below = self.say("sens_fig_together", count=len(input.places)) if span == NOTHING else span
        return f"{super().name_of(input)}\n{below}"

    def bar(self, axes: Axes, place: int, effect: TornadoEffect) -> None:
        for value, colour, below in ((effect.low, LOW, -0.18), (effect.high, HIGH, 0.18)):
            axes.barh(place + below, value - effect.middle, 0.32, left=effect.middle, color=colour, zorder=2)

    def axis(self, axes: Axes, decided: Decided) -> None:
        least, most = decided.least, decided.most
        axes.axvline(decided.middle, color=INK, linewidth=0.8, zorder=3)
        edge = (most - least) * 0.05
        axes.set_xlim(least - edge, most + edge)
        ticks = [0, 1] if decided.output.kind is Kind.BREACHED else round_ticks(least, most)
        axes.set_xticks(ticks, [number(each) for each in ticks])

    def axis_words(self, decided: Decided) -> str:
        if decided.output.kind is Kind.BREACHED:
            return self.say("axis_breached_or_not")
        return self.say("axis", quantity=self.say(f"axis_{decided.output.kind}"), unit="m³")


def round_ticks(least: float, most: float) -> Sequence[float]:
    """A few round numbers from one to another.

    >>> round_ticks(-548, 3705), round_ticks(0, 1)
    ([0.0, 2000.0], [0.0, 0.5, 1.0])
    """
    from math import ceil, floor

    step = round_step((most - least) / TICKS)
    return [k * step for k in range(ceil(least / step - 1e-9), floor(most / step + 1e-9) + 1)]



"""Morris's planes, one a tier: how far each input moves its output, and how differently from place to place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sim.ensemble.morris import MorrisEffect
from sim.ensemble.outputs import Kind
from sim.ensemble.sensitivity import Decided, Sensitivity
from sim.report.figures.frame import EDGE_MM, WORDS_PT, Box, Drawing, Look, Paper
from sim.report.figures.lettering import LINE_MM, fitted, width_mm
from sim.report.figures.rounding import round_step
from sim.report.figures.style import INK, SMALL_PT, SOFT
from sim.report.numbers import figure as number
from sim.report.sensitivity import input_words, ranked, value_text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

NAMES_SHARE = 0.4
"""Of the width, what the names of inputs take."""
SIDE_BY_SIDE_MM = 200.0
"""Width of a sheet from which on planes stand beside each other."""
PLANE_MM = 36.0
LEFT_MM, BELOW_MM, HEAD_MM, GAP_MM = 15.0, 9.5, 8.0, 2.0
"""Round a plane: numbers and name of the upright axis, those of the other, the tier's name, and what is free."""
NAME_MM = 4.2
"""Height of the name of an input."""
MOST_NAMES = 20
DOT = "#0072b2"
TICKS = 3
"""Steps of an axis, at most."""


class Planes(Drawing):
    """The figure while it is drawn."""

    def __init__(self, found: Sensitivity, told: Sequence[Decided], look: Look) -> None:
        case = found.player.varying.case
        super().__init__(case.park, case.scenario, look)
        self.found, self.told = found, told
        self.inputs = ranked(found, told)
        self.number_of = {each: k for k, each in enumerate(self.inputs, start=1)}

    def drawn(self) -> Figure:
        """All of it."""
        means = f"{self.say('sens_means_morris')} {self.say('sens_fig_lots')}"
        if not self.inputs:
            return self.sentence("sens_fig_morris", "sens_fig_nothing", means)
        frame = self.frame("sens_fig_morris", means)
        beside = frame.wide_mm >= SIDE_BY_SIDE_MM
        count = len(self.told)
        names = min(len(self.inputs), MOST_NAMES)
        high = min(max((1 if beside else count) * (PLANE_MM + BELOW_MM + HEAD_MM), names * NAME_MM), frame.most_mm)
        paper = frame.paper(high)
        names_mm = frame.room_mm * NAMES_SHARE
        self._names(paper, (EDGE_MM, frame.low_mm, names_mm, high), names)
        wide = (frame.room_mm - names_mm) / (count if beside else 1)
        tall = high if beside else high / count
        for place, each in enumerate(self.told):
            left = EDGE_MM + names_mm + (place * wide if beside else 0)
            bottom = frame.low_mm + (0 if beside else (count - 1 - place) * tall)
            self._plane(paper, each, (left, bottom, wide, tall))
        return paper.finished()

    def _names(self, paper: Paper, box: Box, count: int) -> None:
        """The inputs by their numbers."""
        left, bottom, wide, high = box
        step = min(NAME_MM, high / count)
        for place, each in enumerate(self.inputs[:count]):
            words = f"{place + 1}  {input_words(self.called, each)}"
            paper.fit(words, left, bottom + high - (place + 0.5) * step, SMALL_PT, wide - 3, step)

    def _plane(self, paper: Paper, decided: Decided, box: Box) -> None:
        """One tier."""
        left, bottom, wide, high = box
        inner = (left + LEFT_MM, bottom + BELOW_MM, wide - LEFT_MM - GAP_MM, high - BELOW_MM - HEAD_MM - GAP_MM)
        kind = decided.output.kind
        tier = self.called.tier(decided.output.tier)
        name, size_pt = fitted(self.say(f"sens_fig_{kind}", tier=tier), WORDS_PT, inner[2], HEAD_MM)
        paper.write(name, inner[0], inner[1] + inner[3] + 1.5, size_pt, va="bottom")
        axes = paper.axes(inner)
        effects = [each for each in decided.effects if isinstance(each, MorrisEffect)]
        if not effects:
            words = self.say("sens_fig_same", value=value_text(self.called, kind, decided.least))
            axes.set_axis_off()
            axes.text(0, 0.5, words, fontsize=SMALL_PT, va="center", color=SOFT, transform=axes.transAxes)
            return
        self._axes(axes, effects, kind)
        self._dots(axes, effects, inner, 100.0 if kind is Kind.BREACHED else 1.0)

    def _axes(self, axes: Axes, effects: list[MorrisEffect], kind: Kind) -> None:
        """How far to the right, how differently upwards."""
        scale, unit = (100.0, "%") if kind is Kind.BREACHED else (1.0, "m³")
        for key, most, limit, ticks in (
            ("axis_moved", max(each.size.value for each in effects), axes.set_xlim, axes.set_xticks),
            ("axis_scatter", max(each.scatter for each in effects), axes.set_ylim, axes.set_yticks),
        ):
            top = (most * scale) or 1.0
            step = round_step(top / TICKS)
            places = [k * step for k in range(int(top * 1.1 / step + 1e-9) + 1)]
            limit(-top * 0.03, top * 1.15)
            ticks(places, [number(each) for each in places])
            words = self.say("axis", quantity=self.say(key), unit=unit)
            name = axes.set_xlabel if key == "axis_moved" else axes.set_ylabel
            name(words, fontsize=SMALL_PT, labelpad=1.5)

    def _dots(self, axes: Axes, effects: list[MorrisEffect], box: Box, scale: float) -> None:
        """A dot for each input, and its number where it lies on no other."""
        (left, right), (low, top) = axes.get_xlim(), axes.get_ylim()
        taken: list[tuple[float, float, float]] = []
        for each in effects:
            if each.input not in self.number_of:
                continue
            x, y = each.size.value * scale, each.scatter * scale
            axes.plot(x, y, "o", markersize=3, color=DOT, zorder=3, clip_on=False)
            words = str(self.number_of[each.input])
            spot = ((x - left) / (right - left) * box[2], (y - low) / (top - low) * box[3])
            wide, high = width_mm(words, SMALL_PT) + 0.8, SMALL_PT * LINE_MM
            if all(abs(spot[0] - a) >= max(wide, b) or abs(spot[1] - c) >= high for a, c, b in taken):
                taken.append((spot[0], spot[1], wide))
                axes.annotate(words, (x, y), (2.5, 1.5), textcoords="offset points", fontsize=SMALL_PT, color=INK)

"""How often a year more than a volume escapes: the curve of frequency against harm, a line a tier."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.ensemble.exceedance import Exceedance
from sim.ensemble.incidents import YearlyCurves
from sim.ensemble.interval import interval
from sim.park import Park
from sim.report.figures.frame import AXIS_MM, EDGE_MM, USUAL, Box, Look, axis_words
from sim.report.figures.legend import area, mark
from sim.report.figures.of_ensemble import OfEnsemble, mark_amounts
from sim.report.figures.style import BREACHED, FAINT, INK, styled
from sim.report.incidents import frequency_text, yearly_text
from sim.scenario import Scenario

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from sim.report.figures.legend import Entry

LINES: tuple[dict[str, Any], ...] = (
    {"color": "#e69f00", "linestyle": "-"}, {"color": "#0072b2", "linestyle": (0, (5, 1.5))},
    {"color": BREACHED, "linestyle": (0, (1.5, 1.2))},
)  # fmt: skip
"""Of tiers, inside out; apart for the colour-blind, and by their dashes."""
LEFT_MM, RIGHT_MM, HIGH_MM = 20.0, 7.0, 105.0
"""Left of what is drawn, for its numbers and their name, and right of it; how high it is, if there is room."""
BEYOND = 1.1
"""As far beyond the last volume the interval of none is shown [-]."""
DECADES = 5
"""Powers of ten of volumes at most; what is less escapes hardly."""


@styled()
def draw_per_year(park: Park, scenario: Scenario, found: YearlyCurves, look: Look = USUAL) -> Figure:
    """The figure; nothing is saved."""
    return _PerYear(park, scenario, found, look).drawn()


class _PerYear(OfEnsemble):
    """The figure while it is drawn."""

    def __init__(self, park: Park, scenario: Scenario, found: YearlyCurves, look: Look) -> None:
        super().__init__(park, scenario, found.curves[0].runs, look)
        self.frequency = found.frequency
        self.breached = [(place, each) for place, each in enumerate(found.curves) if each.more[0]]
        self.held = [each for each in found.curves if not each.more[0]]

    def drawn(self) -> Figure:
        """All of it."""
        means = self.say("per_year_means", frequency=yearly_text(self.called, self.frequency))
        if not self.breached:
            return self.sentence("ens_title_per-year", "ens_no_breach", means)
        signs: list[Entry] = [mark(self.called.tier(each.tier), linewidth=1.4, **LINES[place % len(LINES)])
                              for place, each in self.breached]  # fmt: skip
        signs.append(area(self.say("ens_band"), facecolor=INK, alpha=0.15, linewidth=0))
        frame = self.frame("ens_title_per-year", means, [signs, *([self._held()] if self.held else [])], AXIS_MM)
        high_mm = min(HIGH_MM, frame.most_mm)
        self.paper = frame.paper(high_mm)
        box: Box = (EDGE_MM + LEFT_MM, frame.low_mm, frame.room_mm - LEFT_MM - RIGHT_MM, high_mm)
        axes = self.paper.axes(box)
        self._axes(axes)
        for place, each in self.breached:
            self._line(axes, each, LINES[place % len(LINES)])
        return self.paper.finished()

    def _held(self) -> list[Entry]:
        """Of tiers that no run breached that they may be all the same."""
        most = self.frequency * interval(0, self.runs).high
        tiers = self.called.listed(self.called.tier(each.tier) for each in self.held)
        return [self.say("per_year_never", tiers=tiers, runs=f"{self.runs:,}", most=yearly_text(self.called, most))]

    def _line(self, axes: Axes, curve: Exceedance, style: dict[str, Any]) -> None:
        """How often more escapes, as counted, and between what that lies; the last volume's holds a little beyond."""
        volumes = np.maximum(np.append(curve.volume_m3, curve.volume_m3[-1] * BEYOND), axes.get_xlim()[0])
        lowest = axes.get_ylim()[0]
        value, low, high = (np.maximum(self.frequency * np.append(each, each[-1]), lowest / 10)
                            for each in (curve.chance, curve.low, curve.high))  # fmt: skip
        axes.fill_between(volumes, low, high, step="post", color=style["color"], alpha=0.15, linewidth=0)
        axes.step(volumes, value, where="post", linewidth=1.4, **style)

    def _axes(self, axes: Axes) -> None:
        """Volumes to the right and frequencies upwards, both by factors."""
        volumes = np.concatenate([each.volume_m3[1:] for _, each in self.breached])
        top = ceil(log10(float(volumes.max()) * 1.02))
        first = max(floor(log10(float(volumes.min()))), top - DECADES)
        axes.set_xscale("log")
        axes.set_yscale("log")
        axes.set_xlim(10.0**first, 10.0**top)
        most = ceil(log10(self.frequency * max(float(each.high[0]) for _, each in self.breached)) - 1e-9)
        least = floor(log10(self.frequency / self.runs) + 1e-9)
        axes.set_ylim(10.0**least / 2, 10.0**most)
        steps = [10.0**k for k in range(first, top + 1)]
        axes.set_xticks(steps, mark_amounts(steps))
        ticks = [10.0**k for k in range(least, most + 1)]
        axes.set_yticks(ticks, [frequency_text(each).replace(".0e", "e") for each in ticks])
        axes.minorticks_off()
        axes.grid(color=FAINT, linewidth=0.5)
        axes.set_axisbelow(True)
        axes.set_xlabel(axis_words("escaped", "m³", self.language), labelpad=3)
        axes.set_ylabel(self.say("axis", quantity=self.say("per_year_axis"), unit=self.say("per_year_unit")))

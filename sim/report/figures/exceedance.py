"""With what chance more than a volume escapes from each tier, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log10
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.ensemble.exceedance import Exceedance
from sim.ensemble.interval import interval
from sim.park import Park
from sim.report.ensemble import interval_text
from sim.report.figures.frame import USUAL, Box, Look, axis_words
from sim.report.figures.legend import area, mark
from sim.report.figures.of_ensemble import OfEnsemble, mark_amounts, round_ticks
from sim.report.figures.style import BREACHED, FAINT, styled
from sim.scenario import Scenario

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

BAND: dict[str, Any] = {"facecolor": BREACHED, "alpha": 0.18, "linewidth": 0}
NUMBERS_MM = 4.5
"""Below a lane: the volumes of its axis."""


@styled()
def draw_exceedance(park: Park, scenario: Scenario, curves: Sequence[Exceedance], look: Look = USUAL) -> Figure:
    """The figure; nothing is saved."""
    return _Curves(park, scenario, curves, look).drawn()


class _Curves(OfEnsemble):
    """The figure while it is drawn."""

    def __init__(self, park: Park, scenario: Scenario, curves: Sequence[Exceedance], look: Look) -> None:
        super().__init__(park, scenario, curves[0].runs, look)
        self.curves = curves
        self.least = 10.0 ** floor(log10(1 / max(self.runs, 1)) + 1e-9)

    def drawn(self) -> Figure:
        """All of it."""
        signs = [mark(self.say("ens_counted"), color=BREACHED), area(self.say("ens_band"), **BAND)]
        self.lanes("ens_title_exceedance", self.say("ens_exceedance_means"), [signs], len(self.curves), self._lane,
                   NUMBERS_MM)  # fmt: skip
        return self.paper.finished()

    def _lane(self, place: int, box: Box) -> None:
        """One tier: its curve, or that it was never breached."""
        curve = self.curves[place]
        axes = self.paper.axes(box)
        self.name(self.called.tier(curve.tier), box)
        if curve.more[0]:
            self._curve(axes, curve)
        else:
            chance = interval_text(self.called, interval(0, curve.runs))
            self.instead(axes, self.say("ens_never", runs=f"{curve.runs:,}", chance=chance), box[2])
        if place == len(self.curves) - 1:
            axes.set_xlabel(axis_words("escaped", "m³", self.language), labelpad=3)

    def _curve(self, axes: Axes, curve: Exceedance) -> None:
        """The chance that was counted, its band and its axes; the last volume's holds a little beyond it."""
        lowest, most = self.least / 2, float(curve.volume_m3[-1]) * 1.03
        volumes = np.append(curve.volume_m3, most)
        chance, low, high = (np.maximum(np.append(each, each[-1]), lowest)
                             for each in (curve.chance, curve.low, curve.high))  # fmt: skip
        axes.fill_between(volumes, low, high, step="post", **BAND)
        axes.step(volumes, chance, where="post", color=BREACHED, linewidth=1.2)
        axes.set_yscale("log")
        axes.set_ylim(lowest, 1.0)
        axes.set_xlim(0, most)
        axes.grid(color=FAINT, linewidth=0.5)
        axes.set_axisbelow(True)
        ticks = [10.0**k for k in range(round(log10(self.least)), 1)]
        axes.set_yticks(ticks, [f"{each * 100:g} %" for each in ticks])
        axes.minorticks_off()
        steps = round_ticks(0, most, 6)
        axes.set_xticks(steps, mark_amounts(steps))
        axes.set_ylabel(self.say("ens_chance"))

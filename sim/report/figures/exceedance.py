"""With what chance more than a volume escapes from each tier, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log10
from typing import TYPE_CHECKING

from sim.ensemble.exceedance import Exceedance
from sim.park import Park
from sim.report.ensemble import interval_text
from sim.report.figures.frame import USUAL, Box, Look, axis_words
from sim.report.figures.legend import area, mark
from sim.report.figures.of_ensemble import OfEnsemble, mark_amounts, round_ticks
from sim.report.figures.style import BREACHED, FAINT, styled
from sim.scenario import Scenario

if TYPE_CHECKING:
    from matplotlib.figure import Figure

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
        signs = [mark(self.say("ens_counted"), color=BREACHED), area(self.say("ens_band"), **self._band())]
        self.lanes("ens_title_exceedance", self.say("ens_exceedance_means"), [signs], len(self.curves), self._lane,
                   NUMBERS_MM)  # fmt: skip
        return self.paper.finished()

    def _band(self) -> dict[str, object]:
        return {"facecolor": BREACHED, "alpha": 0.18, "linewidth": 0}

    def _lane(self, place: int, box: Box) -> None:
        """One tier: its curve, its band and its axes."""
        curve = self.curves[place]
        axes = self.paper.axes(box)
        self.name(self.called.tier(curve.tier), box)
        if not curve.more[0]:
            from sim.ensemble.interval import interval

            chance = interval_text(self.called, interval(0, curve.runs))
            self.instead(axes, self.say("ens_never", runs=f"{curve.runs:,}", chance=chance), box[2])
        else:
            most = float(curve.volume_m3[-1]) * 1.03
            volumes, low, high, chance = (
                [*each.tolist(), last] for each, last in (
                    (curve.volume_m3, most), (curve.low, curve.low[-1]), (curve.high, curve.high[-1]),
                    (curve.chance, curve.chance[-1])))  # fmt: skip
            floor_at = self.least / 2
            axes.fill_between(volumes, [max(each, floor_at) for each in low], high, step="post", **self._band())
            axes.step(volumes, [max(each, floor_at) for each in chance], where="post", color=BREACHED, linewidth=1.2)
            axes.set_yscale("log")
            axes.set_ylim(floor_at, 1.0)
            axes.set_xlim(0, most)
            axes.grid(color=FAINT, linewidth=0.5)
            axes.set_axisbelow(True)
            ticks = [10.0**k for k in range(round(log10(self.least)), 1)]
            axes.set_yticks(ticks, [f"{each * 100:g} %" for each in ticks])
            axes.minorticks_off()
            steps = round_ticks(0, most, 6)
            axes.set_xticks(steps, mark_amounts(steps))
            axes.set_ylabel(self.say("ens_chance"))
        if place == len(self.curves) - 1:
            axes.set_xlabel(axis_words("escaped", "m³", self.language), labelpad=3)

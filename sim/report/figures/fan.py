"""What is left in each tier over time in many runs: of how many it is less, and below nothing what has escaped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.ensemble.fan import Fan
from sim.park import Park
from sim.report.figures.frame import USUAL, Box, Look, axis_words
from sim.report.figures.legend import area, mark
from sim.report.figures.of_ensemble import OfEnsemble, mark_amounts, round_ticks
from sim.report.figures.style import BREACHED, FAINT, INK, SMALL_PT, SOFT, styled
from sim.report.figures.time_axis import AFTERWARDS, SETTLED, time_ticks
from sim.scenario import Scenario

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from sim.record.record import Floats

COLOUR = "#3b7a9e"
"""Of what is left."""
WIDE: dict[str, Any] = {"facecolor": COLOUR, "alpha": 0.22, "linewidth": 0}
NARROW: dict[str, Any] = {"facecolor": COLOUR, "alpha": 0.45, "linewidth": 0}
"""Nine of ten runs, and half of them."""
LOST: dict[str, Any] = {"facecolor": BREACHED, "alpha": 0.08, "linewidth": 0}


@styled()
def draw_fan(park: Park, scenario: Scenario, fans: Sequence[Fan], look: Look = USUAL) -> Figure:
    """The figure; nothing is saved."""
    return _Fans(park, scenario, fans, look).drawn()


class _Fans(OfEnsemble):
    """The figure while it is drawn."""

    def __init__(self, park: Park, scenario: Scenario, fans: Sequence[Fan], look: Look) -> None:
        super().__init__(park, scenario, fans[0].runs, look)
        self.fans = fans
        self.until_s = max(map(_settled_s, fans)) * AFTERWARDS or float(fans[0].at_s[-1])
        self.until_s = min(self.until_s, float(fans[0].at_s[-1]))

    def subject(self) -> str:
        """Which scenario in which park, and which runs of it."""
        return self.say("ens_first_runs", subject=super(OfEnsemble, self).subject(), runs=f"{self.runs:,}")

    def drawn(self) -> Figure:
        """All of it."""
        signs = [mark(self.say("ens_median"), color=INK), area(self.say("ens_half"), **NARROW),
                 area(self.say("ens_nine_tenths"), **WIDE), area(self.say("ens_escaped"), **LOST)]  # fmt: skip
        self.lanes("ens_title_fan", self.say("ens_fan_means"), [signs], len(self.fans), self._lane)
        return self.paper.finished()

    def _lane(self, place: int, box: Box) -> None:
        """One tier: its bands, its axes, and in how many runs accident water came to it."""
        fan = self.fans[place]
        axes = self.paper.axes(box)
        self.name(self.called.tier(fan.tier), box)
        shown = fan.left_m3[:, fan.at_s <= self.until_s]
        finite = shown[np.isfinite(shown)]
        ticks, labels, unit = time_ticks(0, self.until_s, 9)
        if finite.size:
            least, most = min(float(finite.min()), 0.0), max(float(finite.max()), 1.0)
            room = (most - least) * 0.06
            self._bands(axes, fan.at_s[fan.at_s <= self.until_s], shown, most + room)
            axes.set_ylim(least - room if least < 0 else 0.0, most + room)
            steps = round_ticks(least, most, 4)
            axes.set_yticks(steps, mark_amounts(steps))
            axes.set_ylabel(axis_words("left", "m³", self.language))
            axes.set_xlim(0, self.until_s)
            axes.set_xticks(ticks, labels if place == len(self.fans) - 1 else [])
            came = self.say("ens_came", reached=f"{fan.reached:,}", runs=f"{fan.runs:,}")
            axes.set_title(came, fontsize=SMALL_PT, color=SOFT, loc="right", pad=2)
        else:
            self.instead(axes, self.say("ens_hardly_came", reached=f"{fan.reached:,}", runs=f"{fan.runs:,}"), box[2])
        if place == len(self.fans) - 1:
            axes.set_xticks(ticks, labels)
            axes.set_xlim(0, self.until_s)
            axes.set_xlabel(axis_words("time", unit, self.language), labelpad=3)

    def _bands(self, axes: Axes, at_s: Floats, left_m3: Floats, top_m3: float) -> None:
        """Nine of ten runs, half of them and the one in the middle; what is without bounds ends at the top."""
        low, lower, middle, upper, high = np.minimum(left_m3, top_m3)
        axes.axhspan(min(float(low.min()) * 2, -1.0), 0, **LOST)
        axes.grid(color=FAINT, linewidth=0.5)
        axes.set_axisbelow(True)
        axes.fill_between(at_s, low, high, **WIDE)
        axes.fill_between(at_s, lower, upper, **NARROW)
        axes.plot(at_s, np.where(np.isfinite(left_m3[2]), middle, np.nan), color=INK, linewidth=1.2)
        axes.axhline(0, color=INK, linewidth=0.8)


def _settled_s(fan: Fan) -> float:
    """From when on no share of the runs has much more or less left than at the end [s]."""
    last = 0
    for each in fan.left_m3:
        finite = np.isfinite(each)
        if not finite.any():
            continue
        span = float(np.ptp(each[finite]))
        with np.errstate(invalid="ignore"):
            away = np.flatnonzero(~(np.abs(each - each[-1]) <= SETTLED * span) & (each != each[-1]))
        last = max(last, int(away[-1]) + 1 if len(away) else 0)
    return float(fan.at_s[min(last, len(fan.at_s) - 1)])

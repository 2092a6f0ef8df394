"""Margin against one quantity: a lane a tier, what is left upwards, what escapes downwards, and where it turns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import isnan
from typing import TYPE_CHECKING, Any

from sim.ensemble.sweep import Spot, Stretch, Sweep, stretches
from sim.park import Park
from sim.report.figures.frame import EDGE_MM, TIER_PT, USUAL, Box, Look, Paper
from sim.report.figures.legend import area, mark
from sim.report.figures.lettering import width_mm
from sim.report.figures.style import BREACHED, FAINT, INK, PAPER, SMALL_PT, styled
from sim.report.figures.sweep_axes import TICKS_MM, Swept, ticks, word_signs, word_style
from sim.report.sweep_words import verdict_text
from sim.scenario import Scenario

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LEFT_MM, NAME_MM = 44.0, 24.0
"""Room left of the lanes, and of it what the name of a tier has."""
LANE_MM, GAP_MM = 44.0, 3.0
"""Height of a lane with the gap below it, if there is room for it, and the gap."""
STRIP_MM, LABEL_MM = 4.2, 4.2
"""Of a lane: the strip of verdicts, and above it the values at which they turn."""
MARGINS = 4
"""Numbers of an axis of margins, at most about so many."""
ROOM = 1.12
"""Height of the axis, its highest number being 1."""
TURN: dict[str, Any] = {"color": INK, "linewidth": 0.8, "linestyle": (0, (4, 2))}
OWN: dict[str, Any] = {"color": BREACHED, "linewidth": 0.9, "linestyle": (0, (1, 1.5))}
"""How the lines look at a turn, and at the scenario as it is written."""


@styled()
def draw_sweep_lanes(park: Park, scenario: Scenario, sweep: Sweep, uncertain: int, look: Look = USUAL) -> Figure:
    """The figure; nothing is saved."""
    return _Lanes(park, scenario, sweep, uncertain, look).drawn()


class _Lanes(Swept):
    """The figure while it is drawn."""

    def __init__(self, park: Park, scenario: Scenario, sweep: Sweep, uncertain: int, look: Look) -> None:
        super().__init__(park, scenario, sweep, uncertain, look)
        self.sweep, self.told = sweep, self.tolds[0]
        self.wide_mm = look.sheet.value[0] - LEFT_MM - EDGE_MM - 3

    def drawn(self) -> Figure:
        """All of it."""
        words = {spot.word(k) for spot in self.sweep.row() for k in range(len(self.sweep.tiers))}
        signs = [area(name, **style) for name, style in word_signs(self, words).items()]
        lines = [mark(self.say("sweep_turn_mark"), **TURN)] if self.sweep.flips else []
        lines += [mark(self.say("sweep_own_mark"), **OWN)] if self._own() else []
        frame = self.frame("sweep_title", self.say("sweep_lane_means", middle=self.middle), [signs, lines], TICKS_MM)
        count = len(self.sweep.tiers)
        lane_mm = min(LANE_MM, frame.most_mm / count)
        paper = frame.paper(count * lane_mm)
        for place in range(count):
            bottom = frame.low_mm + (count - 1 - place) * lane_mm
            self._lane(paper, place, (LEFT_MM, bottom + GAP_MM, self.wide_mm, lane_mm - GAP_MM))
        return paper.finished()

    def _own(self) -> Sequence[float]:
        """The value as it is written, where it lies within what was swept."""
        own, values = self.sweep.own, self.told.axis.values
        return [self.told.scaled(own.at[0])] if own and values[0] <= own.at[0] <= values[-1] else []

    def _lane(self, paper: Paper, place: int, box: Box) -> None:
        """One tier: the values at which it turns, its verdicts, what is left or escapes."""
        left, bottom, wide, high = box
        plot_mm = high - STRIP_MM - LABEL_MM
        found = stretches(place, self.sweep.row())
        axes = paper.axes((left, bottom, wide, plot_mm))
        self._margins(axes, place)
        strip = paper.axes((left, bottom + plot_mm, wide, STRIP_MM))
        self._strip(strip, found)
        turns = self._turns(found)
        for each in (axes, strip):
            self.along(each, wide)
            each.set_xlabel("")
            for value in turns:
                each.axvline(value, **TURN, zorder=4)
            for value in self._own():
                each.axvline(value, **OWN, zorder=4)
        strip.set_axis_off()
        self._values(paper, turns, bottom + plot_mm + STRIP_MM + 0.8)
        if place == len(self.sweep.tiers) - 1:
            self.along(axes, wide)
        else:
            axes.set_xticklabels([])
        paper.fit(self.called.tier(self.sweep.tiers[place]), EDGE_MM, bottom + plot_mm / 2, TIER_PT, NAME_MM, high)

    def _turns(self, found: Sequence[Stretch]) -> list[float]:
        """Where a verdict turns, half-way between the two runs that tell."""
        return [self.told.scaled((one.last.at[0] + other.first.at[0]) / 2) for one, other in pairwise(found)]

    def _margins(self, axes: Axes, place: int) -> None:
        """What is left in a tier or escapes from it."""
        margins = [spot.tiers[place].margin_m3 for spot in self.sweep.row() if spot.tiers]
        known = [each for each in margins if not isnan(each)]
        low, high = min([0.0, *known]), max([0.0, *known])
        axes.set_ylim(low * ROOM, high * ROOM) if high > low else axes.set_ylim(-1, 1)
        axes.axhline(0, color=INK, linewidth=0.7, zorder=3)
        axes.grid(axis="y", color=FAINT, linewidth=0.4)
        axes.set_axisbelow(True)
        for stretch, spots in self._by_verdict(place):
            x, y = [self.told.scaled(spot.at[0]) for spot in spots], [spot.tiers[place].margin_m3 for spot in spots]
            axes.fill_between(x, y, **word_style(stretch), zorder=1)
            axes.plot(x, y, color=INK, linewidth=1.0, zorder=2, marker="." if len(x) == 1 else "", markersize=2)
        if high > low:
            found = ticks(*axes.get_ylim(), MARGINS)
            axes.set_yticks(found, [f"{each:,.10g}" for each in found])
            axes.set_ylabel(self.say("sweep_margin_axis"), labelpad=1)
        else:
            axes.set_yticks([0])

    def _by_verdict(self, place: int) -> list[tuple[str, list[Spot]]]:
        """Runs next to each other that have one verdict and a margin."""
        found: list[tuple[str, list[Spot]]] = []
        for spot in self.sweep.row():
            if not found or found[-1][0] != spot.word(place):
                found.append((spot.word(place), []))
            if spot.tiers and not isnan(spot.tiers[place].margin_m3):
                found[-1][1].append(spot)
        return [each for each in found if each[1]]

    def _strip(self, axes: Axes, found: Sequence[Stretch]) -> None:
        """The verdicts along the quantity, in colour and in words where there is room."""
        ends = [self.told.scaled(found[0].first.at[0]), *self._turns(found), self.told.scaled(found[-1].last.at[0])]
        axes.set_ylim(0, 1)
        for stretch, (left, right) in zip(found, pairwise(ends), strict=True):
            axes.axvspan(left, right, **word_style(stretch.word))
            words = verdict_text(self.called, stretch.word)
            share = [self.told.axis.share(each * self.told.factor) for each in (left, right)]
            if width_mm(words, SMALL_PT) < (share[1] - share[0]) * self.wide_mm - 2:
                axes.text(sum(share) / 2, 0.5, words, fontsize=SMALL_PT, ha="center", va="center", color=INK, zorder=5,
                          transform=axes.transAxes,
                          bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.8})  # fmt: skip

    def _values(self, paper: Paper, turns: Sequence[float], bottom_mm: float) -> None:
        """The values at turns, as far as they do not run into each other."""
        free_mm = LEFT_MM
        for value in turns:
            words = self.told.amount(value * self.told.factor)
            middle = LEFT_MM + self.told.axis.share(value * self.told.factor) * self.wide_mm
            half = width_mm(words, SMALL_PT) / 2
            left = min(max(middle - half, LEFT_MM), LEFT_MM + self.wide_mm - 2 * half)
            if left >= free_mm:
                paper.write(words, left, bottom_mm, SMALL_PT, color=INK)
                free_mm = left + 2 * half + 1.5



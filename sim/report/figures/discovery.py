"""Which ranges breach a tier: how much a box of them covers against how much else is in it, and the runs round it.

Of every tier the first box: on the left its peeling, on the right the runs by its two strongest numbers.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.ensemble.discovery import Discoveries, Discovery
from sim.ensemble.prim import Found, Limit
from sim.park import Park, Uncertain
from sim.report.figures.frame import AXIS_MM, USUAL, Box, Look, axis_words
from sim.report.figures.legend import area, mark
from sim.report.figures.lettering import fitting_pt
from sim.report.figures.of_ensemble import OfEnsemble, mark_amounts, round_ticks
from sim.report.figures.style import BREACHED, FAINT, INK, SMALL_PT, SOFT, styled
from sim.report.number_name import number_name
from sim.scenario import Scenario
from sim.units import SECONDS_A_MINUTE, SECONDS_AN_HOUR, Dimension

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from sim.record.record import Floats

TRADE_SHARE, BETWEEN_MM = 0.36, 22.0
"""Of a lane what its left panel takes; between the two panels, the numbers of the right one's axis."""
LANE_MM = 68.0
DOTS = 1000
"""Runs that are drawn at most: the first ones."""
OTHER, OTHER_SIZE, BREACH_SIZE = "#9aa3ab", 3.0, 7.0
"""Dots of runs that were not breached, and how large both sorts are."""
ROUND = 0.3
"""How far on each side the box goes round a value of a choice, the distance to the next one being 1."""
BOX: dict[str, Any] = {"facecolor": "none", "edgecolor": INK, "linewidth": 1.1}
"""Round the runs that lie in the box."""


@styled()
def draw_discovery(park: Park, scenario: Scenario, found: Discoveries, look: Look = USUAL) -> Figure:
    """The figure; nothing is saved."""
    return _Boxes(park, scenario, found, look).drawn()


class _Boxes(OfEnsemble):
    """The figure while it is drawn."""

    def __init__(self, park: Park, scenario: Scenario, found: Discoveries, look: Look) -> None:
        super().__init__(park, scenario, found.looked_at, look)
        self.found = found
        self.told = [each for each in found.tiers if each.boxes]

    def drawn(self) -> Figure:
        """All of it."""
        if not self.told:
            return self.sentence("ens_title_discovery", "ens_no_box")
        dots: dict[str, Any] = {"linestyle": "none", "marker": "o"}
        signs = [
            mark(self.say("ens_peeled"), color=SOFT, marker=".", markersize=3, linewidth=0.8),
            mark(self.say("ens_taken"), color=BREACHED, marker="D", markersize=4.5, linestyle="none"),
            mark(self.say("ens_run_breached"), color=BREACHED, markersize=2.6, **dots),
            mark(self.say("ens_run_other"), color=OTHER, markersize=1.8, **dots), area(self.say("ens_box"), **BOX),
        ]  # fmt: skip
        means = self.say("ens_discovery_means", dots=f"{min(DOTS, self.runs):,}")
        self.lanes("ens_title_discovery", means, [signs[:2], signs[2:]], len(self.told), self._lane, AXIS_MM, LANE_MM)
        return self.paper.finished()

    def _lane(self, place: int, box: Box) -> None:
        """The tiers of one discovery: their two panels."""
        each = self.told[place]
        left, bottom, wide, high = box
        self.name("\n".join(map(self.called.tier, each.tiers)), box)
        trade_mm = wide * TRADE_SHARE
        self._trade_off(self.paper.axes((left, bottom, trade_mm, high)), each, each.boxes[0])
        from_mm = left + trade_mm + BETWEEN_MM
        wide_mm = wide - trade_mm - BETWEEN_MM
        self._scatter(self.paper.axes((from_mm, bottom, wide_mm, high)), each, each.boxes[0], (wide_mm, high))

    def _trade_off(self, axes: Axes, each: Discovery, box: Found) -> None:
        """Coverage against density while the box was peeled, and where it ended."""
        coverage = [step.hits / each.breaches for step in box.steps]
        density = [step.hits / step.runs for step in box.steps]
        axes.grid(color=FAINT, linewidth=0.5)
        axes.set_axisbelow(True)
        axes.plot(coverage, density, color=SOFT, linewidth=0.8, marker=".", markersize=3, clip_on=False)
        axes.plot(each.coverage(box), box.density, "D", color=BREACHED, markersize=4.5, clip_on=False, zorder=4)
        ticks = [0, 0.25, 0.5, 0.75, 1]
        labels = [f"{tick * 100:g} %" for tick in ticks]
        axes.set_xlim(0, 1)
        axes.set_ylim(0, 1)
        axes.set_xticks(ticks, labels)
        axes.set_yticks(ticks, labels)
        axes.set_xlabel(self.say("ens_coverage"), labelpad=3)
        axes.set_ylabel(self.say("ens_density"))

    def _scatter(self, axes: Axes, each: Discovery, box: Found, room_mm: tuple[float, float]) -> None:
        """The runs by the two strongest numbers of the box, or by its only one and the margin."""
        columns, breached = box.columns, each.breached[:DOTS]
        across = self._axis(axes, "x", columns[0], box, room_mm[0])
        if len(columns) > 1:
            upward = self._axis(axes, "y", columns[1], box, room_mm[1])
        else:
            upward = (np.nan_to_num(each.margin_m3, nan=np.nanmax(each.margin_m3)), [Limit()])
            self._mark(axes, "y", upward[0], axis_words("margin", "m³", self.language), room_mm[1])
        for flags, colour, size in ((~breached, OTHER, OTHER_SIZE), (breached, BREACHED, BREACH_SIZE)):
            axes.scatter(across[0][:DOTS][flags], upward[0][:DOTS][flags], s=size, color=colour, linewidths=0, zorder=2)
        for limits in product(across[1], upward[1]):
            _outline(axes, *limits)

    def _axis(self, axes: Axes, which: str, column: int, box: Found, room_mm: float) -> tuple[Floats, list[Limit]]:
        """The values of a number along an axis in a unit that people know, and where the box is on it."""
        uncertain, limit = self.found.uncertain[column], box.limits[column]
        scale, unit = unit_for(uncertain, float(self.found.numbers[:, column].max()))
        values = self.found.numbers[:, column] * scale
        name = number_name(self.called, uncertain)
        words = self.say("axis", quantity=name, unit=unit) if unit else name
        if uncertain.names:
            words = self.say("ens_incident_places")
        self._mark(axes, which, values, words, room_mm)
        if uncertain.names:  # places, as names would not fit side by side
            places = range(len(uncertain.names))
            (axes.set_xticks if which == "x" else axes.set_yticks)(places, [str(each + 1) for each in places])
        if limit.values is None:
            return values, [Limit(limit.low * scale, limit.high * scale)]
        half = float(np.diff(np.unique(values)).min()) * ROUND
        return values, [Limit(each * scale - half, each * scale + half) for each in limit.values]

    def _mark(self, axes: Axes, which: str, values: Floats, words: str, room_mm: float) -> None:
        """The ends, the ticks and the words of an axis."""
        least, most = float(values.min()), float(values.max())
        most += (most == least) * 1.0
        air = (most - least) * 0.04
        ticks = round_ticks(least, most, 5 if which == "x" else 4)
        size = fitting_pt(words, SMALL_PT + 0.5, room_mm + 8)
        if which == "x":
            axes.set_xlim(least - air, most + air)
            axes.set_xticks(ticks, mark_amounts(ticks))
            axes.set_xlabel(words, labelpad=3, fontsize=size)
        else:
            axes.set_ylim(least - air, most + air)
            axes.set_yticks(ticks, mark_amounts(ticks))
            axes.set_ylabel(words, fontsize=size)


def _outline(axes: Axes, across: Limit, upward: Limit) -> None:
    """The box, open to the edge where it has no limit."""
    from matplotlib.patches import Rectangle

    (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    low_x, high_x = max(across.low, left), min(across.high, right)
    low_y, high_y = max(upward.low, bottom), min(upward.high, top)
    axes.add_patch(Rectangle((low_x, low_y), high_x - low_x, high_y - low_y, zorder=3, **BOX))


def unit_for(uncertain: Uncertain, most: float) -> tuple[float, str]:
    """By what its values are multiplied for an axis up to some value, and in which unit they are then.

    >>> from sim.park.spread import Uniform
    >>> delay = Uncertain("actions.shut.after", Uniform(0.0, 900.0), "uniform [0 s, 15 min]", "time")
    >>> unit_for(delay, 900.0)[1], unit_for(delay, 90_000.0)[1]
    ('min', 'h')
    """
    if not uncertain.measures:
        return 1.0, ""
    dimension = Dimension(uncertain.measures)
    if dimension is Dimension.TIME:
        ladder = ((3 * SECONDS_AN_HOUR, SECONDS_AN_HOUR, "h"), (3 * SECONDS_A_MINUTE, SECONDS_A_MINUTE, "min"))
        return next(((1 / second, unit) for least, second, unit in ladder if most >= least), (1.0, "s"))
    if dimension is Dimension.SHARE:
        return 100.0, "%"
    if dimension is Dimension.FLOW and most < 1:
        return 1000.0, "L/s"
    return 1.0, dimension.si.replace("m3", "m³").replace("m2", "m²")

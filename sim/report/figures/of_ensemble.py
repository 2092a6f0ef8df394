"""What figures of an ensemble have in common: what they are of, and a lane for each tier."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import floor
from typing import TYPE_CHECKING

from sim.park import Park
from sim.report.figures.frame import AXIS_MM, EDGE_MM, TIER_PT, Box, Drawing, Look, Paper
from sim.report.figures.lettering import broken
from sim.report.figures.rounding import round_step
from sim.report.figures.style import SMALL_PT, SOFT
from sim.report.numbers import figure as number
from sim.scenario import Scenario

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sim.report.figures.legend import Group

LEFT_MM = 40.0
"""Left of the lanes: the tier's name and the numbers of its axis."""
LANE_MM, GAP_MM = 52.0, 5.5
"""Height of a lane with the gap above it, if there is room; and that gap."""


class OfEnsemble(Drawing):
    """A figure of many runs while it is drawn."""

    def __init__(self, park: Park, scenario: Scenario, runs: int, look: Look) -> None:
        super().__init__(park, scenario, look)
        self.runs = runs
        self.paper: Paper

    def subject(self) -> str:
        """Which scenario in which park, and how many runs of it."""
        return self.say("ens_of_runs", subject=super().subject(), runs=f"{self.runs:,}")

    def lanes(
        self, title: str, means: str, signs: Sequence[Group], count: int, draw: Callable[[int, Box], None],
        axis_mm: float = 0.0, lane_mm: float = LANE_MM,
    ) -> None:  # fmt: skip
        """So many lanes one below the other; `draw` gets its place, and its box above so much room for its axis."""
        under_mm = AXIS_MM - axis_mm if axis_mm else AXIS_MM
        frame = self.frame(title, means, signs, under_mm)
        lane_mm = min(lane_mm, frame.most_mm / count)
        self.paper = frame.paper(lane_mm * count)
        for place in range(count):
            bottom = frame.low_mm + (count - 1 - place) * lane_mm + axis_mm
            draw(place, (LEFT_MM, bottom, self.paper.width_mm - LEFT_MM - EDGE_MM - 3, lane_mm - GAP_MM - axis_mm))

    def name(self, words: str, box: Box, room_mm: float = 15.0) -> None:
        """Whose lane it is, left of the numbers of its axis."""
        self.paper.fit(words, EDGE_MM, box[1] + box[3] / 2, TIER_PT, LEFT_MM - EDGE_MM - room_mm, box[3] + GAP_MM)

    def instead(self, axes: Axes, words: str, room_mm: float) -> None:
        """Words where there is nothing to draw."""
        axes.set_xticks([])
        axes.set_yticks([])
        axes.spines[:].set_visible(False)
        axes.text(0.5, 0.5, broken(words, SMALL_PT, room_mm - 4), fontsize=SMALL_PT, transform=axes.transAxes,
                  ha="center", va="center", color=SOFT)  # fmt: skip


def round_ticks(least: float, most: float, intervals: int) -> list[float]:
    """Ticks that people count in, between two values.

    >>> round_ticks(-130, 260, 4), round_ticks(0, 9, 3)
    ([-100.0, 0.0, 100.0, 200.0], [0.0, 5.0])
    """
    step = round_step((most - least) / intervals)
    first, last = -floor(-least / step + 1e-9), floor(most / step + 1e-9)
    return [count * step for count in range(first, last + 1)]


def mark_amounts(ticks: Sequence[float]) -> list[str]:
    """What stands beside ticks."""
    return [number(each) for each in ticks]

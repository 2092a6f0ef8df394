"""What figures of return periods share: the rain they are in, their axis of periods, and how far it came."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from sim.check import TierVerdict
from sim.load import FormulaRain
from sim.park import Park
from sim.report.figures.frame import EDGE_MM, WORDS_PT, Drawing, Look, cubic
from sim.report.figures.lettering import fitting_pt
from sim.report.figures.style import STEPS
from sim.report.numbers import figure as number
from sim.report.numbers import hours
from sim.scenario import Scenario
from sim.study import Played, ReturnPeriods
from sim.units import mm, time_text

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TICKS_MM = 13.0
"""Room of the periods, the depths below them and the axis's name."""


class Periods(Drawing):
    """A figure over return periods while it is drawn, its columns so far from the left edge."""

    def __init__(
        self, park: Park, scenario: Scenario, storm: FormulaRain, found: ReturnPeriods, look: Look, left_mm: float
    ) -> None:
        super().__init__(park, scenario, look)
        self.storm, self.found = storm, found
        self.wide_mm = look.sheet.value[0] - left_mm - EDGE_MM
        self.column_mm = self.wide_mm / len(found.played)

    def subject(self) -> str:
        """Which scenario in which park, and in which rain."""
        formula = self.park.storm_formulas[self.storm.formula].name.in_language(self.language) or self.storm.formula
        scenario, park = map(self.called.name, (self.scenario, self.park))
        return self.say("fig_storm", scenario=scenario, park=park, lasts=time_text(self.storm.lasts_s),
                        shape=self.say(f"shape_{self.storm.shape}"), formula=formula)  # fmt: skip

    def label(self, axes: Axes) -> None:
        """Periods at even distances, and below each how much rain falls."""
        played = self.found.played
        labels = [f"{number(each.period_a)}\n{number(mm(each.rain_m))}" for each in played]
        size = min(fitting_pt(each, WORDS_PT, self.column_mm - 1) for each in labels)
        axes.set_xticks(range(len(played)), labels, fontsize=size)
        axes.set_xlim(-0.5, len(played) - 0.5)
        axes.set_xlabel(self.say("fig_periods"), labelpad=3)

    def colour(self, rank: int) -> tuple[float, float, float]:
        """The colour of how far it came: out of so many tiers."""
        return reach_colour(rank, len(self.park.tiers))

    def escaped(self, tier: TierVerdict) -> str:
        """How much escaped from a tier, and when first."""
        first, volume = tier.first_escape, cubic(tier.escaped_m3)
        return f"{volume}\n{hours(first.first_s).in_language(self.language)}" if first else volume

    def reach(self, rank: int) -> str:
        """What that is called: the outermost tier that gives way."""
        return self.called.tier(list(self.park.tiers)[rank - 1]) if rank else self.say("none")


def place_of(period_a: float, played: Sequence[Played]) -> float | None:
    """Where a period stands on the axis, logarithmic between two ticks; None when it stands outside.

    >>> place_of(2.0, [Played(1.0, 0.0, ()), Played(4.0, 0.0, ())])
    0.5
    """
    for place, (low, high) in enumerate(pairwise(played)):
        if low.period_a <= period_a <= high.period_a:
            return place + log(period_a / low.period_a) / log(high.period_a / low.period_a)
    return None


def reach_colour(rank: int, count: int) -> tuple[float, float, float]:
    """The colour of how far it came: 0 for nowhere, `count` for out of the last of so many tiers."""
    from matplotlib.colors import LinearSegmentedColormap

    red, green, blue, _ = LinearSegmentedColormap.from_list("reach", list(STEPS))(rank / count)
    return float(red), float(green), float(blue)


def reached(played: Played) -> int:
    """How many tiers it came out of, counted to the outermost; 0 for none."""
    outermost = played.gives_way
    return 0 if outermost is None else [each.tier for each in played.tiers].index(outermost.tier) + 1

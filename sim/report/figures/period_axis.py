"""What stands round a figure of return periods besides: the rain it is in, and its axis of periods."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from sim.load import FormulaRain
from sim.park import Park
from sim.report.figures.frame import WORDS_PT
from sim.report.figures.lettering import fitting_pt
from sim.report.figures.style import STEPS
from sim.report.naming import tier_name
from sim.report.numbers import figure as number
from sim.scenario import Scenario
from sim.study import Played
from sim.units import mm, time_text
from sim.words import text

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def in_rain(park: Park, scenario: Scenario, storm: FormulaRain, language: str) -> str:
    """Which scenario in which park, and in which rain."""
    return text("fig_storm", language, scenario=scenario.name.in_language(language) or scenario.id,
                park=park.name.in_language(language) or park.id, lasts=time_text(storm.lasts_s),
                shape=text(f"shape_{storm.shape}", language),
                formula=formula_name(park, storm.formula, language))  # fmt: skip


def formula_name(park: Park, id: str, language: str) -> str:
    """What people call a storm formula."""
    return park.storm_formulas[id].name.in_language(language) or id


def label_periods(axes: Axes, played: Sequence[Played], column_mm: float, language: str) -> None:
    """Periods at even distances, and below each how much rain falls."""
    labels = [f"{number(each.period_a)}\n{number(mm(each.rain_m))}" for each in played]
    size = min(fitting_pt(each, WORDS_PT, column_mm - 1) for each in labels)
    axes.set_xticks(range(len(played)), labels, fontsize=size)
    axes.set_xlim(-0.5, len(played) - 0.5)
    axes.set_xlabel(text("fig_periods", language), labelpad=3)


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


def reach_name(park: Park, rank: int, language: str) -> str:
    """What that is called: the outermost tier that gives way."""
    return text("fig_none", language) if rank == 0 else tier_name(park, list(park.tiers)[rank - 1], language)

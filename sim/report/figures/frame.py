"""What stands round every figure of return periods: its title, its axis of periods, and where its numbers come from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, Any

from sim import __version__
from sim.load import FormulaRain
from sim.park import Park
from sim.report.figures.lettering import broken, fitting_pt, printable
from sim.report.figures.style import INK, PAPER, SOFT, STEPS
from sim.report.naming import tier_name
from sim.report.notes import note_lines
from sim.report.numbers import figure as number
from sim.report.words import text
from sim.scenario import Scenario
from sim.study import Played
from sim.units import mm, time_text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import Patch

TITLE_PT, WORDS_PT, SMALL_PT, FOOT_PT = 10.0, 8.0, 7.0, 6.5
EDGE_MM = 5.0
"""Free paper round a figure."""
TOP_MM = 11.0
"""Room of the title and the line below it."""
FOOT_LINE_MM = 3.2
TICKS_MM = 13.0
"""Room of the periods, the depths below them and the axis's name."""
LEGEND_MM = 6.0

Box = tuple[float, float, float, float]
"""Left, bottom, width and height on the paper [mm]."""


class Paper:
    """A figure that things are put onto in millimetres."""

    def __init__(self, width_mm: float, height_mm: float) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.width_mm, self.height_mm = width_mm, height_mm
        self.figure: Figure = Figure(figsize=(width_mm / 25.4, height_mm / 25.4))
        FigureCanvasAgg(self.figure)

    def finished(self) -> Figure:
        """The figure, with a mark for letters that cannot be drawn."""
        from matplotlib.text import Text

        for each in self.figure.findobj(Text):
            if isinstance(each, Text) and (words := printable(each.get_text())) != each.get_text():
                each.set_text(words)
        return self.figure

    def axes(self, box: Box) -> Axes:
        """Axes in a box."""
        left, bottom, width, height = box
        w, h = self.width_mm, self.height_mm
        return self.figure.add_axes((left / w, bottom / h, width / w, height / h))

    def write(self, words: str, left_mm: float, bottom_mm: float, size_pt: float, **others: Any) -> None:
        """Words at a place, from their lower left corner unless told otherwise."""
        self.figure.text(left_mm / self.width_mm, bottom_mm / self.height_mm, words, fontsize=size_pt, **others)

    def legend(self, patches: Sequence[Patch], left_mm: float, bottom_mm: float) -> None:
        """What colours mean, in one line."""
        self.figure.legend(
            handles=patches, loc="lower left", ncols=len(patches), frameon=False, fontsize=SMALL_PT, borderpad=0,
            borderaxespad=0, handlelength=1.4, handleheight=0.8, columnspacing=1.6,
            bbox_to_anchor=(left_mm / self.width_mm, bottom_mm / self.height_mm),
        )  # fmt: skip


def write_head(paper: Paper, title: str, park: Park, scenario: Scenario, storm: FormulaRain, language: str) -> None:
    """The title, and below it what is shown and in which rain."""
    room = paper.width_mm - 2 * EDGE_MM
    below = text("fig_storm", language, scenario=_name(scenario, language), park=park.name.in_language(language) or
                 park.id, lasts=time_text(storm.lasts_s), shape=text(f"shape_{storm.shape}", language),
                 formula=formula_name(park, storm.formula, language))  # fmt: skip
    top = paper.height_mm - EDGE_MM
    paper.write(title, EDGE_MM, top, fitting_pt(title, TITLE_PT, room), va="top")
    paper.write(below, EDGE_MM, top - 5.6, fitting_pt(below, SMALL_PT, room), va="top", color=SOFT)


def formula_name(park: Park, id: str, language: str) -> str:
    """What people call a storm formula."""
    return park.storm_formulas[id].name.in_language(language) or id


def _name(scenario: Scenario, language: str) -> str:
    return scenario.name.in_language(language) or scenario.id


def foot_lines(
    park: Park, scenario: Scenario, changes: Sequence[str], language: str, room_mm: float, more: str
) -> list[str]:
    """What there is to say of the numbers, and where they come from."""
    source = text("fig_source", language, scenario=scenario.id, park=park.id, version=__version__)
    changed = [text("changed", language, change=each) for each in changes]
    words = [more, *note_lines(scenario, language), *changed, source]
    return [line for each in words for line in broken(each, FOOT_PT, room_mm).split("\n")]


def write_foot(paper: Paper, lines: Sequence[str]) -> None:
    """The lines at the bottom."""
    for place, line in enumerate(reversed(lines)):
        paper.write(line, EDGE_MM, EDGE_MM + place * FOOT_LINE_MM, FOOT_PT, color=SOFT)


def foot_mm(lines: Sequence[str]) -> float:
    """Room that the lines take."""
    return len(lines) * FOOT_LINE_MM + 1


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


def on_colour(colour: tuple[float, float, float]) -> str:
    """Ink that can be read on a colour: dark or white."""
    grey = 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]
    return INK if grey > 0.5 else PAPER


def reached(played: Played) -> int:
    """How many tiers it came out of, counted to the outermost; 0 for none."""
    outermost = played.gives_way
    return 0 if outermost is None else [each.tier for each in played.tiers].index(outermost.tier) + 1


def reach_name(park: Park, rank: int, language: str) -> str:
    """What that is called: the outermost tier that gives way."""
    return text("fig_none", language) if rank == 0 else tier_name(park, list(park.tiers)[rank - 1], language)


def cubic(volume_m3: float) -> str:
    """A volume with its unit, as it is printed in a figure."""
    return f"{number(volume_m3)} m³"


"""How far it comes, by the return period of the rain and by when something is done: a cell for each of both."""

from __future__ import annotations

from collections.abc import Sequence
from math import isinf
from typing import TYPE_CHECKING

from sim.called import Called
from sim.load import FormulaRain
from sim.park import Park
from sim.report.figures.frame import (
    EDGE_MM,
    LEGEND_MM,
    SMALL_PT,
    TICKS_MM,
    TOP_MM,
    WORDS_PT,
    Paper,
    cubic,
    foot_lines,
    foot_mm,
    on_colour,
    write_foot,
    write_head,
)
from sim.report.figures.lettering import LINES, broken, fitting_pt, width_mm
from sim.report.figures.period_axis import (
    in_rain,
    label_periods,
    reach_colour,
    reach_name,
    reached,
)
from sim.report.figures.style import PAPER, SOFT, Sheet, styled
from sim.report.numbers import after_start, hours
from sim.scenario import Scenario
from sim.study import Played, ReturnPeriods
from sim.words import text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LEFT_MM = 30.0
"""Room left of the cells: the times, and what is done at them."""
ROW_MM, LEAST_MM = 8.5, 34.0
"""Height of a row if there is room for it, and of all of them at least."""


def draw_closing(
    park: Park,
    scenario: Scenario,
    storm: FormulaRain,
    found: ReturnPeriods,
    language: str = "en",
    sheet: Sheet = Sheet.A4,
    changes: Sequence[str] = (),
) -> Figure:
    """The figure; nothing is saved. `changes` are those made to the scenario as it is written."""
    with styled():
        wide_mm, most_mm = sheet.value
        lines = foot_lines(park, scenario, changes, language, wide_mm - 2 * EDGE_MM, text("fig_cells", language))
        below = EDGE_MM + foot_mm(lines) + LEGEND_MM + TICKS_MM
        above = EDGE_MM + TOP_MM + 2
        height = min(max(len(found.times_s) * ROW_MM, LEAST_MM), most_mm - below - above)
        paper = Paper(wide_mm, below + height + above)
        write_head(paper, text("fig_title_closing", language), in_rain(park, scenario, storm, language))
        write_foot(paper, lines)
        _legend(paper, park, EDGE_MM + foot_mm(lines) + 1, language)
        axes = paper.axes((LEFT_MM, below, wide_mm - LEFT_MM - EDGE_MM, height))
        column_mm = (wide_mm - LEFT_MM - EDGE_MM) / len(found.played)
        _cells(axes, found, len(park.tiers), (column_mm, height / len(found.times_s)))
        label_periods(axes, found.played, column_mm, language)
        _label_times(axes, found, language)
        name = text("fig_done", language, work=Called(park, scenario, language).job(found.action))
        paper.write(broken(name, WORDS_PT, height), EDGE_MM, below + height / 2, WORDS_PT, rotation=90, va="center",
                    ha="left", multialignment="center", linespacing=LINES[language])  # fmt: skip
        return paper.finished()


def _cells(axes: Axes, found: ReturnPeriods, count: int, cell_mm: tuple[float, float]) -> None:
    """A cell for each time and period."""
    for row, done_s in enumerate(found.times_s):
        for column, played in enumerate(found.played):
            cell = found.cell(played.period_a, done_s)
            colour = reach_colour(reached(cell), count)
            axes.bar(column, 1, 1, bottom=row - 0.5, color=colour, edgecolor=PAPER, linewidth=1.0)
            words = cell_words(cell)
            size = fitting_pt(words, SMALL_PT, cell_mm[0] - 1.5, cell_mm[1] - 0.5)
            axes.text(column, row, words, fontsize=size, ha="center", va="center", color=on_colour(colour),
                      linespacing=LINES["en"])  # fmt: skip
    axes.set_ylim(len(found.times_s) - 0.5, -0.5)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0)


def cell_words(cell: Played) -> str:
    """What came out of the park, and when first."""
    last = cell.tiers[-1]
    first = last.first_escape
    return f"{cubic(last.escaped_m3)}\n{hours(first.first_s)}" if first else cubic(0.0)


def _label_times(axes: Axes, found: ReturnPeriods, language: str) -> None:
    labels = [text("never", language) if isinf(each) else after_start(each) for each in found.times_s]
    axes.set_yticks(range(len(labels)), labels)


def _legend(paper: Paper, park: Park, bottom_mm: float, language: str) -> None:
    """What the colours of the cells mean."""
    from matplotlib.patches import Patch

    count = len(park.tiers)
    patches = [
        Patch(
            facecolor=reach_colour(rank, count), edgecolor=SOFT, linewidth=0.4, label=reach_name(park, rank, language)
        )
        for rank in range(count + 1)
    ]
    words = text("fig_outermost", language)
    paper.write(words, EDGE_MM, bottom_mm, SMALL_PT, color=SOFT)
    paper.legend(patches, EDGE_MM + width_mm(words, SMALL_PT) + 4, bottom_mm)

"""What stands round every figure: its title, what it is of, and where its numbers come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sim import __version__
from sim.park import Park
from sim.report.figures.lettering import broken, fitting_pt, printable
from sim.report.figures.style import INK, PAPER, SOFT, Sheet
from sim.report.numbers import figure as number
from sim.scenario import Scenario
from sim.words import text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

TITLE_PT, WORDS_PT, SMALL_PT, FOOT_PT = 10.0, 8.0, 7.0, 6.5
EDGE_MM = 5.0
"""Free paper round a figure."""
TOP_MM = 11.0
"""Room of the title and the line below it."""
ABOVE_MM = EDGE_MM + TOP_MM + 1
"""Room above what is drawn: the edge, the title, the line below it."""
FOOT_LINE_MM = 3.2
TICKS_MM = 13.0
"""Room of the periods, the depths below them and the axis's name."""
LEGEND_MM = 6.0

@dataclass(frozen=True, slots=True)
class Look:
    """How a figure is wanted: for whom, on what, and of which run."""

    language: str = "en"
    sheet: Sheet = Sheet.A4
    changes: Sequence[str] = ()
    """Made to the scenario as it is written."""
    pick: str = ""
    """Which of the scenario's variants was played."""


USUAL = Look()
"""English, for a page of A4."""


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

    def legend(self, patches: Sequence[Patch | Line2D], left_mm: float, bottom_mm: float) -> None:
        """What colours mean, in one line."""
        self.figure.legend(
            handles=patches, loc="lower left", ncols=len(patches), frameon=False, fontsize=SMALL_PT, borderpad=0,
            borderaxespad=0, handlelength=1.4, handleheight=0.8, columnspacing=1.6,
            bbox_to_anchor=(left_mm / self.width_mm, bottom_mm / self.height_mm),
        )  # fmt: skip


def write_head(paper: Paper, title: str, below: str) -> None:
    """The title, and below it what is shown."""
    room = paper.width_mm - 2 * EDGE_MM
    top = paper.height_mm - EDGE_MM
    paper.write(title, EDGE_MM, top, fitting_pt(title, TITLE_PT, room), va="top")
    paper.write(below, EDGE_MM, top - 5.6, fitting_pt(below, SMALL_PT, room), va="top", color=SOFT)


def subject(park: Park, scenario: Scenario, look: Look) -> str:
    """Which scenario, and which variant of it, in which park a figure is of."""
    played, there = (each.name.in_language(look.language) or each.id for each in (scenario, park))
    return f"{varied(played, look.pick)} | {there}"


def varied(scenario: str, pick: str) -> str:
    """A scenario's name with the variant that was played.

    >>> varied("Fire", ""), varied("Fire", "by-the-book")
    ('Fire', 'Fire + by-the-book')
    """
    return f"{scenario} + {pick}" if pick else scenario


def foot_lines(
    park: Park, scenario: Scenario, changes: Sequence[str], language: str, room_mm: float, more: str
) -> list[str]:
    """What there is to say of the numbers, and where they come from."""
    source = text("fig_source", language, scenario=scenario.id, park=park.id, version=__version__)
    changed = [text("changed", language, change=each) for each in changes]
    words = [more, *(text("note", language, note=each) for each in scenario.notes), *changed, source]
    return [line for each in words for line in broken(each, FOOT_PT, room_mm).split("\n")]


def write_foot(paper: Paper, lines: Sequence[str]) -> None:
    """The lines at the bottom."""
    for place, line in enumerate(reversed(lines)):
        paper.write(line, EDGE_MM, EDGE_MM + place * FOOT_LINE_MM, FOOT_PT, color=SOFT)


def foot_mm(lines: Sequence[str]) -> float:
    """Room that the lines take."""
    return len(lines) * FOOT_LINE_MM + 1


def on_colour(colour: tuple[float, float, float]) -> str:
    """Ink that can be read on a colour: dark or white."""
    grey = 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]
    return INK if grey > 0.5 else PAPER


def axis_words(quantity: str, unit: str, language: str) -> str:
    """What stands along an axis: the quantity, by its key in the catalogue, and its unit."""
    return text("axis", language, quantity=text(f"axis_{quantity}", language), unit=unit)


def cubic(volume_m3: float) -> str:
    """A volume with its unit, as it is printed in a figure."""
    return f"{number(volume_m3)} m³"

"""What stands round every figure: its title, what it is of, what signs mean, and where its numbers come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Any

from sim import __version__
from sim.called import Called
from sim.park import Park
from sim.report.figures.legend import legend
from sim.report.figures.lettering import broken, fitted, fitting_pt, printable, spacing
from sim.report.figures.style import FAINT, INK, PAPER, SMALL_PT, SOFT, Sheet
from sim.report.numbers import figure as number
from sim.scenario import Scenario
from sim.words import text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from sim.report.figures.legend import Group

TITLE_PT, TIER_PT, WORDS_PT, FOOT_PT = 10.0, 8.5, 8.0, 6.5
"""Of titles, the names of lanes, words beside what is drawn, and the foot."""
EDGE_MM = 5.0
"""Free paper round a figure."""
HEAD_MM = 11.0
"""Room of the title and the line below it."""
FOOT_LINE_MM, AXIS_MM = 3.2, 9.0
"""From line to line of the foot; room of numbers along an axis and of its name below them."""
MORE_MM = 4.0
"""Room to say above what is drawn that there is not room for all."""
SENTENCE_MM = 20.0
"""Room of a sentence where there is nothing to draw."""


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

    def __init__(self, width_mm: float, height_mm: float, language: str) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.width_mm, self.height_mm, self.language = width_mm, height_mm, language
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

    def lanes(self, box: Box, first: float, last: float) -> Axes:
        """Axes over rows that are counted from the top, with names beside them instead of an axis of their own."""
        axes = self.axes(box)
        axes.set_ylim(last, first)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        axes.grid(axis="x", color=FAINT, linewidth=0.5)
        axes.set_axisbelow(True)
        return axes

    def write(
        self, words: str, left_mm: float, bottom_mm: float, size_pt: float, room_mm: float = inf, **others: Any
    ) -> None:
        """Words at a place, from their lower left corner unless told otherwise; smaller where that fits their room."""
        size_pt = fitting_pt(words, size_pt, room_mm) if room_mm < inf else size_pt
        self.figure.text(left_mm / self.width_mm, bottom_mm / self.height_mm, words, fontsize=size_pt,
                         **{"linespacing": spacing(self.language), **others})  # fmt: skip

    def fit(
        self, words: str, left_mm: float, middle_mm: float, size_pt: float, room_mm: float, high_mm: float,
        **others: Any,
    ) -> None:  # fmt: skip
        """Words in lines round a height, broken and made smaller so that they fit their room."""
        words, size_pt = fitted(words, size_pt, room_mm, high_mm)
        self.write(words, left_mm, middle_mm, size_pt, **{"va": "center", **others})


class Frame:
    """What stands round a figure, and the room that it leaves.

    Head, foot and legend are measured before anything is placed: what is drawn begins `low_mm` above the lower edge, is
    `room_mm` wide and at most `most_mm` high. `under_mm` and `over_mm` are for what stands directly round it.
    """

    def __init__(
        self, look: Look, title: str, below: str, foot: Sequence[str], signs: Sequence[Group] = (),
        under_mm: float = 0.0, over_mm: float = 0.0,
    ) -> None:  # fmt: skip
        self.look, self.title, self.below, self.over_mm = look, title, below, over_mm
        self.wide_mm, highest_mm = look.sheet.value
        self.room_mm = self.wide_mm - 2 * EDGE_MM
        self.lines = [line for each in foot if each for line in broken(each, FOOT_PT, self.room_mm).split("\n")]
        self.legend = legend(signs, self.room_mm)
        self.signs_mm = EDGE_MM + len(self.lines) * FOOT_LINE_MM + 1
        self.low_mm = self.signs_mm + self.legend.high_mm + under_mm
        self.most_mm = highest_mm - self.low_mm - over_mm - HEAD_MM - EDGE_MM

    def rows(self, count: int, row_mm: float, least_mm: float) -> tuple[int, float]:
        """How many of some rows there is room for, less a line that says so where it is not all; how high each is."""
        shown = count if count * least_mm <= self.most_mm else max(int((self.most_mm - MORE_MM) / least_mm), 1)
        return shown, min(row_mm, (self.most_mm - MORE_MM * (shown < count)) / max(shown, 1))

    def paper(self, high_mm: float, more: str = "") -> Paper:
        """The paper for something so high, with all that stands round it; `more` is what it does not show."""
        top_mm = self.low_mm + high_mm + self.over_mm
        paper = Paper(self.wide_mm, top_mm + MORE_MM * bool(more) + HEAD_MM + EDGE_MM, self.look.language)
        head = paper.height_mm - EDGE_MM
        paper.write(self.title, EDGE_MM, head, TITLE_PT, self.room_mm, va="top")
        paper.write(self.below, EDGE_MM, head - 5.6, SMALL_PT, self.room_mm, va="top", color=SOFT)
        paper.write(more, EDGE_MM, top_mm + 1.5, SMALL_PT, self.room_mm, color=SOFT)
        self.legend.write(paper.figure, EDGE_MM, self.signs_mm)
        for place, line in enumerate(reversed(self.lines)):
            paper.write(line, EDGE_MM, EDGE_MM + place * FOOT_LINE_MM, FOOT_PT, color=SOFT)
        return paper


class Drawing:
    """A figure while it is drawn: what it is of, how it is wanted, and the words in it."""

    def __init__(self, park: Park, scenario: Scenario, look: Look) -> None:
        self.park, self.scenario, self.look, self.language = park, scenario, look, look.language
        self.called = Called(park, scenario, look.language)
        self.say = self.called.says

    def subject(self) -> str:
        """Which scenario, and which variant of it, in which park the figure is of."""
        played, there = map(self.called.name, (self.scenario, self.park))
        return f"{varied(played, self.look.pick)} | {there}"

    def foot(self, means: str) -> list[str]:
        """What there is to say of the numbers, and where they come from."""
        source = self.say("fig_source", scenario=self.scenario.id, park=self.park.id, version=__version__)
        changed = [self.say("changed", change=each) for each in self.look.changes]
        notes = [self.say("note", note=each) for each in self.scenario.notes]
        return [means, *notes, *changed, source]

    def frame(
        self, title: str, means: str, signs: Sequence[Group] = (), under_mm: float = 0.0, over_mm: float = 0.0
    ) -> Frame:
        """What stands round it: the title by its key, what its signs mean, and the foot."""
        return Frame(self.look, self.say(title), self.subject(), self.foot(means), signs, under_mm, over_mm)

    def sentence(self, title: str, words: str, means: str = "") -> Figure:
        """The frame with a sentence in it, where there is nothing to draw; title and sentence by their keys."""
        frame = self.frame(title, means)
        paper = frame.paper(SENTENCE_MM)
        paper.fit(self.say(words), EDGE_MM, frame.low_mm + SENTENCE_MM / 2, WORDS_PT, frame.room_mm, SENTENCE_MM,
                  color=SOFT)  # fmt: skip
        return paper.finished()


def varied(scenario: str, pick: str) -> str:
    """A scenario's name with the variant that was played.

    >>> varied("Fire", ""), varied("Fire", "by-the-book")
    ('Fire', 'Fire + by-the-book')
    """
    return f"{scenario} + {pick}" if pick else scenario


def write_cell(axes: Axes, spot: tuple[float, float], size: tuple[float, float], words: str, colour: Any,
               room_mm: tuple[float, float], **edge: Any) -> None:  # fmt: skip
    """A coloured cell round a spot, as wide and high as told in units of the axes, and the words in it."""
    (x, y), (wide, high) = spot, size
    axes.bar(x, high, wide, bottom=y - high / 2, color=colour, zorder=2, **edge)
    axes.text(x, y, words, fontsize=fitting_pt(words, SMALL_PT, *room_mm), ha="center", va="center",
              color=on_colour(colour), linespacing=spacing("en"), zorder=3)  # fmt: skip


def on_colour(colour: Any) -> str:
    """Ink that can be read on a colour: dark or white."""
    from matplotlib.colors import to_rgb

    red, green, blue = to_rgb(colour)
    return INK if 0.299 * red + 0.587 * green + 0.114 * blue > 0.5 else PAPER


def axis_words(quantity: str, unit: str, language: str) -> str:
    """What stands along an axis: the quantity, by its key in the catalogue, and its unit."""
    return text("axis", language, quantity=text(f"axis_{quantity}", language), unit=unit)


def cubic(volume_m3: float) -> str:
    """A volume with its unit, as it is printed in a figure."""
    return f"{number(volume_m3)} m³"

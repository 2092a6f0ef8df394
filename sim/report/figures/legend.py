"""What the fills, lines and marks of a figure mean: rows of signs, measured before they are placed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sim.report.figures.lettering import width_mm
from sim.report.figures.style import MM_A_POINT, SOFT

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    Entry = str | Artist
    """A sign, whose label says what it means; or words by themselves."""
    Group = Sequence[Entry]
    """What begins in a row of its own, and stands in columns where it takes more than one."""

SIZES_PT, LINE_MM = (7.0, 6.5), 4.6
"""Sizes of its words, the smaller one where that saves a row; and from row to row."""
HANDLE, PAD, BETWEEN = 1.4, 0.5, 1.2
"""Width of a sign, from it to its words, and from column to column, in letters' size."""


def area(words: str, **style: Any) -> Patch:
    """What a fill means."""
    from matplotlib.patches import Patch

    return Patch(label=words, **style)


def mark(words: str, **style: Any) -> Line2D:
    """What a line or a mark means."""
    from matplotlib.lines import Line2D

    return Line2D([], [], label=words, **style)


@dataclass(frozen=True, slots=True)
class Legend:
    """Signs in rows from the top, each with its distance from the left [mm]."""

    size_pt: float
    rows: Sequence[Sequence[tuple[float, Entry]]]

    @property
    def high_mm(self) -> float:
        """How high it is, with a little air above it."""
        return len(self.rows) * LINE_MM + 1.5 if self.rows else 0.0

    def write(self, figure: Figure, left_mm: float, bottom_mm: float) -> None:
        """The signs on the paper."""
        wide, high = figure.get_size_inches() * 25.4
        for count, row in enumerate(reversed(self.rows)):
            for right_mm, entry in row:
                spot = (left_mm + right_mm) / wide, (bottom_mm + (count + 0.5) * LINE_MM) / high
                if isinstance(entry, str):
                    figure.text(*spot, entry, fontsize=self.size_pt, va="center", color=SOFT)
                    continue
                figure.legend(
                    handles=[entry], loc="center left", frameon=False, fontsize=self.size_pt, borderpad=0,
                    borderaxespad=0, handlelength=HANDLE, handleheight=0.8, handletextpad=PAD, bbox_to_anchor=spot,
                )  # fmt: skip


def legend(groups: Sequence[Group], room_mm: float) -> Legend:
    """The legend of some groups: of each as many columns as fit beside each other."""
    return min((Legend(size, _rows(groups, size, room_mm)) for size in SIZES_PT), key=lambda each: len(each.rows))


def _rows(groups: Sequence[Group], size_pt: float, room_mm: float) -> list[list[tuple[float, Entry]]]:
    rows: list[list[tuple[float, Entry]]] = []
    for group in groups:
        widths = [_wide_mm(each, size_pt) for each in group]
        columns = next((n for n in range(len(group), 1, -1) if sum(_columns_mm(widths, n)) <= room_mm), 1)
        wide = _columns_mm(widths, columns)
        lefts = [sum(wide[:column]) for column in range(columns)]
        rows += [
            list(zip(lefts, group[first : first + columns], strict=False)) for first in range(0, len(group), columns)
        ]
    return rows


def _columns_mm(widths: Sequence[float], columns: int) -> list[float]:
    """How wide each of so many columns is."""
    return [max(widths[place::columns], default=0.0) for place in range(columns)]


def _wide_mm(entry: Entry, size_pt: float) -> float:
    """The width of a sign, its words, and the gap to the next column."""
    words, beside = (entry, BETWEEN) if isinstance(entry, str) else (str(entry.get_label()), HANDLE + PAD + BETWEEN)
    return width_mm(words, size_pt) + beside * size_pt * MM_A_POINT

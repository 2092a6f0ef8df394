"""What the fills, lines and marks of a figure mean: rows of signs, measured before they are placed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sim.report.figures.lettering import width_mm
from sim.report.figures.style import MM_A_POINT, SMALL_PT, SOFT

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    Entry = str | Artist
    """A sign, whose label says what it means; or words by themselves."""
    Group = Sequence[Entry]
    """What begins in a row of its own, and stands in columns where it takes more than one."""
    Row = Sequence[tuple[float, Entry]]
    """Entries, each with its distance from the left [mm]."""

LINE_MM = 4.6
"""From row to row."""
HANDLE, PAD, BETWEEN = 1.5, 0.6, 1.4
"""Width of a sign, from it to its words, and from column to column, in letters' size."""


def area(words: str, **style: Any) -> Patch:
    """What a fill means."""
    from matplotlib.patches import Patch

    return Patch(label=words, **style)


def mark(words: str, **style: Any) -> Line2D:
    """What a line or a mark means."""
    from matplotlib.lines import Line2D

    return Line2D([], [], label=words, **style)


def laid(groups: Sequence[Group], room_mm: float) -> list[Row]:
    """The rows of a legend from the top: of each group as many columns as fit beside each other."""
    rows: list[Row] = []
    for group in groups:
        widths = [_wide_mm(each) for each in group]
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


def _wide_mm(entry: Entry) -> float:
    """The width of a sign, its words, and the gap to the next column."""
    words, beside = (entry, BETWEEN) if isinstance(entry, str) else (str(entry.get_label()), HANDLE + PAD + BETWEEN)
    return width_mm(words, SMALL_PT) + beside * SMALL_PT * MM_A_POINT


def legend_mm(rows: Sequence[Row]) -> float:
    """How high a legend is, with a little air above it."""
    return len(rows) * LINE_MM + 1.5 if rows else 0.0


def write_legend(figure: Figure, rows: Sequence[Row], left_mm: float, bottom_mm: float) -> None:
    """The signs on the paper."""
    for count, row in enumerate(reversed(rows)):
        for right_mm, entry in row:
            wide, high = figure.get_size_inches() * 25.4
            spot = (left_mm + right_mm) / wide, (bottom_mm + (count + 0.5) * LINE_MM) / high
            if isinstance(entry, str):
                figure.text(*spot, entry, fontsize=SMALL_PT, va="center", color=SOFT)
                continue
            figure.legend(
                handles=[entry], loc="center left", frameon=False, fontsize=SMALL_PT, borderpad=0, borderaxespad=0,
                handlelength=HANDLE, handleheight=0.8, handletextpad=PAD, bbox_to_anchor=spot,
            )  # fmt: skip

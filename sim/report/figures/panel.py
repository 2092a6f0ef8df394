"""A column of words on a sheet: headings and rows, as large as lets all of them stand there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sim.report.figures.frame import Box, Paper
from sim.report.figures.lettering import broken, width_mm
from sim.report.figures.style import FAINT, INK, MM_A_POINT, SOFT

LARGEST_PT, SMALLEST_PT, STEP_PT = 7.5, 5.5, 0.25
"""Of its words: what is not as large as the smallest is not legible at arm's length once the sheet is enlarged."""
LINE, GAP_MM, ABOVE_HEAD = 1.32, 2.0, 0.7
"""From line to line, in letters; from words to the amount at their right; room above a heading, in lines."""
HEAD = "#e3eaf1"
"""Behind headings."""


@dataclass(frozen=True, slots=True)
class Row:
    """Words at the left, and an amount at the right; a heading stands on a bar of its own."""

    words: str
    amount: str = ""
    heading: bool = False
    lesser: bool = False


@dataclass(frozen=True, slots=True)
class _Laid:
    """A row that has its place: its lines, how far below the top its first begins, how high it is [mm]."""

    row: Row
    lines: Sequence[str]
    from_top_mm: float
    high_mm: float


def write_panel(paper: Paper, box: Box, rows: Sequence[Row], more: str) -> None:
    """Write rows into a box from its top; where not all of them fit at the smallest size, `more` ends them.

    `more` has a place `{count}` for how many are left out.
    """
    size, laid = _fitted(rows, box, more)
    for each in laid:
        _write(paper, box, each, size)


def high_mm(rows: Sequence[Row], wide_mm: float) -> float:
    """How high a box must be for all rows at the largest size."""
    laid = list(_laid(rows, wide_mm, LARGEST_PT))
    return laid[-1].from_top_mm + laid[-1].high_mm if laid else 0.0


def _fitted(rows: Sequence[Row], box: Box, more: str) -> tuple[float, Sequence[_Laid]]:
    """The largest size at which all rows fit, and where they stand; else the smallest, and those that fit."""
    size = LARGEST_PT
    while True:
        laid = list(_laid(rows, box[2], size))
        if not laid or laid[-1].from_top_mm + laid[-1].high_mm <= box[3]:
            return size, laid
        if size <= SMALLEST_PT:
            return size, _cut(rows, laid, box, more)
        size -= STEP_PT


def _cut(rows: Sequence[Row], laid: Sequence[_Laid], box: Box, more: str) -> Sequence[_Laid]:
    """As many rows as fit with a line below them that says how many do not."""
    line = SMALLEST_PT * MM_A_POINT * LINE
    fit = sum(each.from_top_mm + each.high_mm + line <= box[3] for each in laid)
    left = Row(more.format(count=len(rows) - fit), lesser=True)
    return list(_laid([*rows[:fit], left], box[2], SMALLEST_PT))


def _laid(rows: Sequence[Row], wide_mm: float, size_pt: float) -> Iterator[_Laid]:
    """Each row with its lines and its place."""
    line = size_pt * MM_A_POINT * LINE
    down = 0.0
    for place, row in enumerate(rows):
        room = wide_mm - (width_mm(row.amount, size_pt) + GAP_MM if row.amount else 0.0) - 2.0
        lines = broken(row.words, size_pt, room).split("\n")
        down += ABOVE_HEAD * line * (row.heading and place > 0)
        high = len(lines) * line + (0.5 * line if row.heading else 0.15 * line)
        yield _Laid(row, lines, down, high)
        down += high


def _write(paper: Paper, box: Box, laid: _Laid, size_pt: float) -> None:
    """One row on the paper."""
    left, low, wide, high = box
    row, top = laid.row, low + high - laid.from_top_mm
    line = size_pt * MM_A_POINT * LINE
    if row.heading:
        bar(paper, (left, top - laid.high_mm, wide, laid.high_mm), HEAD)
        top -= 0.25 * line
    colour = SOFT if row.lesser else INK
    for place, words in enumerate(laid.lines):
        paper.write(words, left + 1, top - (place + 0.78) * line, size_pt, color=colour)
    if row.amount:
        paper.write(row.amount, left + wide - 1, top - 0.78 * line, size_pt, ha="right", color=colour)


def bar(paper: Paper, box: Box, colour: str, edge: str = FAINT) -> None:
    """A filled box on the paper."""
    from matplotlib.patches import Rectangle

    wide, high = paper.width_mm, paper.height_mm
    corner, size = (box[0] / wide, box[1] / high), (box[2] / wide, box[3] / high)
    paper.figure.add_artist(Rectangle(corner, *size, facecolor=colour, edgecolor=edge, linewidth=0.4, zorder=-1))

"""Words that fit: how wide they are in print, and where to break or shrink them."""

from __future__ import annotations

from functools import cache
from math import inf

from sim.report.figures.style import FALLBACK, FONT, MM_A_POINT, add_font, letters
from sim.report.lines import filled
from sim.words import text

MISSING = "〓"
"""What Chinese printers set for a letter they do not have."""
SMALLEST_PT = 5.0
STEP_PT = 0.25
LINE_MM = 0.41
"""Height of a line of numbers of one point."""


def printable(words: str) -> str:
    """The words with a mark for each letter that no font has, such as a rare one in somebody's name.

    >>> printable("3号池 \u3400")
    '3号池 〓'
    """
    return "".join(each if ord(each) in letters() or each == "\n" else MISSING for each in words)


@cache
def width_mm(words: str, size_pt: float) -> float:
    """How wide the widest line of some words is in print."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    add_font()
    font = FontProperties(family=[FONT, FALLBACK], size=size_pt)
    lines = printable(words).split("\n")
    points = max(text_to_path.get_text_width_height_descent(each, font, ismath=False)[0] for each in lines)
    return float(points * MM_A_POINT)


@cache
def spacing(language: str) -> float:
    """From line to line: Chinese letters fill the height of a line."""
    return float(text("language_lines", language))


def lines_mm(words: str, size_pt: float, language: str) -> float:
    """How high the lines of some words are in print."""
    return (words.count("\n") + 1) * size_pt * LINE_MM * spacing(language)


def broken(words: str, size_pt: float, most_mm: float) -> str:
    """The words in lines of at most a width."""
    return "\n".join(filled(words, most_mm, lambda each: width_mm(each, size_pt)))


def fitting_pt(words: str, size_pt: float, most_mm: float, high_mm: float = inf) -> float:
    """The size, at most `size_pt`, at which words are no wider and no higher than they may be, down to the smallest."""
    lines = words.count("\n") + 1
    while size_pt > SMALLEST_PT and (width_mm(words, size_pt) > most_mm or lines * size_pt * LINE_MM > high_mm):
        size_pt -= STEP_PT
    return size_pt


def fitted(words: str, size_pt: float, most_mm: float, high_mm: float) -> tuple[str, float]:
    """The words in lines, and the size, at most `size_pt`, at which they fit; broken anew for each smaller size."""
    while True:
        lines = "\n".join(broken(each, size_pt, most_mm) for each in words.split("\n"))
        if size_pt <= SMALLEST_PT or fitting_pt(lines, size_pt, most_mm, high_mm) == size_pt:
            return lines, size_pt
        size_pt -= STEP_PT

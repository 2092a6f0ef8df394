"""A figure that has nothing to show, and says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.report.figures.frame import (
    EDGE_MM,
    TOP_MM,
    WORDS_PT,
    Look,
    Paper,
    foot_lines,
    foot_mm,
    subject,
    write_foot,
    write_head,
)
from sim.report.figures.lettering import LINES, broken
from sim.report.figures.style import SOFT

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from sim.result import Result

HEIGHT_MM = 20.0
"""Room of the sentence."""


def said(result: Result, title: str, words: str, look: Look) -> Figure:
    """The frame with a sentence in it instead of axes."""
    wide = look.sheet.value[0]
    room = wide - 2 * EDGE_MM
    lines = foot_lines(result.park, result.scenario, look.changes, look.language, room, "")
    lines = [each for each in lines if each]
    below = EDGE_MM + foot_mm(lines)
    paper = Paper(wide, below + HEIGHT_MM + TOP_MM + EDGE_MM)
    write_head(paper, title, subject(result.park, result.scenario, look))
    write_foot(paper, lines)
    paper.write(broken(words, WORDS_PT, room), EDGE_MM, below + HEIGHT_MM / 2, WORDS_PT, va="center", color=SOFT,
                linespacing=LINES[look.language])  # fmt: skip
    return paper.finished()

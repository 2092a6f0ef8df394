"""A report on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.report.paper import Paper
from sim.report.printing import put
from sim.report.table import terminal_table

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


def print_paper(console: Console, paper: Paper) -> None:
    """Print a report: headings, tables, sentences."""
    put(console, paper.title, style="bold")
    put(console, *paper.head)
    for section in paper.sections:
        put(console, "", section.title, style="bold")
        if section.columns:
            put(console, terminal_table(paper.language, section.columns, section.rows, gap=1))
        put(console, *map(_item, section.lines))


def _item(line: str) -> Table:
    """A sentence after a dash, its further lines under its first."""
    from rich.table import Table
    from rich.text import Text

    from sim.report.unparted import Unparted

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column()
    grid.add_column(overflow="fold")
    grid.add_row(Text("-"), Unparted(line))
    return grid

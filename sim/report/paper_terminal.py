"""A report on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sim.report.paper import Paper, Section
from sim.report.plain_table import plain_table

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


def print_paper(console: Console, paper: Paper) -> None:
    """Print a report: headings, tables, sentences."""
    from rich.text import Text

    console.print(Text(paper.title, "bold"))
    for line in paper.head:
        console.print(Text(line))
    for section in paper.sections:
        console.print()
        console.print(Text(section.title, "bold"))
        if section.header:
            _print_table(console, section)
        for line in section.lines:
            console.print(_item(line))


def _item(line: str) -> Table:
    """A sentence after a dash, its further lines under its first."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column()
    grid.add_column(overflow="fold")
    grid.add_row(Text("-"), Text(line))
    return grid


def _print_table(console: Console, section: Section) -> None:
    from rich.text import Text

    table = plain_table(1)
    for place, name in enumerate(section.header):
        side: Literal["left", "right"] = "right" if place in section.right else "left"
        table.add_column(name, justify=side, no_wrap=place in section.whole, overflow="fold")
    for row in section.rows:
        table.add_row(*(Text(cell) for cell in row))
    console.print(table)

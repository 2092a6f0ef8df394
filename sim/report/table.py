"""Tables for people: what stands in a cell by the sort of its column, and a table in the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import isfinite
from typing import TYPE_CHECKING, Any

from sim.called import Called
from sim.record.column import Column, Row, Sort
from sim.report.clock import When
from sim.report.numbers import NOTHING, after_start, figure, span
from sim.report.plain_table import plain_table
from sim.words import text

if TYPE_CHECKING:
    from rich.table import Table

SCALES = {Sort.SHARE: 100.0, Sort.FLOW: 1000.0, Sort.CONCENTRATION: 1000.0}
"""People read shares in %, flows in L/s and concentrations in mg/L."""
MARKS = {"bad": "bold red"}
"""How the terminal sets off what a column marks; another mark is a style of its own."""


def scaled(sort: Sort, value: float) -> float:
    """A number in the unit in which people read it."""
    return value * SCALES[sort] if sort in SCALES else value


def told(called: Called, sort: Sort, value: Any, when: When = after_start) -> str:
    """What stands in a cell, without its unit; `-` for what never was."""
    match sort:
        case Sort.STORAGE:
            return called.place(value)
        case Sort.LINK:
            return called.way(value)
        case Sort.TIER:
            return called.tier(value)
        case Sort.ACTION:
            return called.job(value)
        case Sort.RECEPTOR:
            return called.name(called.park.receptors[value])
        case Sort.YES:
            return called.says("yes" if value else "no")
        case Sort.ELAPSED | Sort.SPAN:
            said = when if sort is Sort.ELAPSED else span
            return said(value).in_language(called.language) if isfinite(value) else NOTHING
    return printed(sort, value)


def printed(sort: Sort, value: Any) -> str:
    """A number, or what is in words already."""
    if isinstance(value, str):
        return value
    return f"{value:,}" if sort is Sort.COUNT else figure(scaled(sort, value))


def terminal_table(
    language: str, columns: Iterable[Column[Row]], rows: Iterable[Row], *, gap: int = 2, leading: int = 0,
    mark: Callable[[Row], str] = lambda row: "",
) -> Table:  # fmt: skip
    """A table in the terminal with a line below its head; `gap` blanks stand between its columns.

    `mark` is what sets whole rows off, where their cells are not.
    """
    from rich.text import Text

    table = plain_table(gap, leading)
    shown = list(columns)
    for each in shown:
        right, whole = each.sort.numeric, each.sort.whole
        head = Text(each.title or text(each.head, language))
        table.add_column(head, justify="right" if right else "left", no_wrap=whole, overflow="fold",
                         min_width=int(each.least) or None, max_width=each.most or None)  # fmt: skip
    for row in rows:
        marks = [each.mark(row) or mark(row) for each in shown]
        cells = (printed(each.sort, each.of(row)) for each in shown)
        table.add_row(*(Text(cell, MARKS.get(mark, mark)) for cell, mark in zip(cells, marks, strict=True)))
    return table

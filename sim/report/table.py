"""Tables for people: what stands in a cell by the sort of its column, and a table in the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import isfinite
from typing import TYPE_CHECKING, Any

from sim.called import Called
from sim.record.column import Column, Row, Sort
from sim.report.clock import When
from sim.report.numbers import NOTHING, after_start, figure, span
from sim.words import text

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

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
    whole_width: bool = False, mark: Callable[[Row], str] = lambda row: "",
) -> Table:  # fmt: skip
    """A table in the terminal with a line below its head; `gap` blanks stand between its columns.

    Over the whole width, columns share it as their widths say. `mark` is what sets whole rows off, where their cells
    are not.
    """
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, gap, 0, 0), leading=leading,
                  expand=whole_width)  # fmt: skip
    shown = list(columns)
    for each in shown:
        head, right, least = each.title or text(each.head, language), each.sort.numeric, int(each.least) or None
        table.add_column(Text(head), justify="right" if right else "left", no_wrap=each.sort.whole, overflow="fold",
                         min_width=None if whole_width else least, ratio=least if whole_width else None,
                         max_width=each.most or None)  # fmt: skip
    for row in rows:
        table.add_row(*(_cell(each, row, each.mark(row) or mark(row)) for each in shown))
    return table


def _cell(column: Column[Row], row: Row, mark: str) -> Text:
    """A cell; of one in pieces what goes with the first stands below it, dim."""
    from sim.report.unparted import Unparted

    said = column.of(row)
    first, *more = said if isinstance(said, tuple) else (said,)
    cell = Unparted(printed(column.sort, first), MARKS.get(mark, mark))
    for piece in more:
        cell.append(f"\n{piece}", "dim")
    return cell

"""The columns in which the timeline is shown on a page and in Markdown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sim.drill.paper.row import Row


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head's key in the words, and the pieces of its cell, one below the other."""

    key: str
    cell: Callable[[Row], tuple[str, ...]]


COLUMNS = (
    Column("number", lambda row: (row.number,)),
    Column("time", lambda row: (row.clock, row.t_plus)),
    Column("kind", lambda row: (row.kind, row.tier, row.incident)),
    Column("what", lambda row: (row.text, row.way)),
    Column("state", lambda row: (row.state,)),
    Column("deadline", lambda row: (row.deadline, row.slack)),
    Column("missed", lambda row: (row.missed,)),
    Column("evaluate", lambda row: (row.evaluate, row.evidence)),
)
"""The first piece of a cell is what matters, the second goes with it."""

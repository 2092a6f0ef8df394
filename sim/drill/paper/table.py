"""The columns in which the timeline is shown on a page and in Markdown."""

from __future__ import annotations

from sim.drill.paper.row import Row
from sim.record.column import Columns, columns

COLUMNS: Columns[Row] = columns(
    Row, ("number", lambda row: (row.number,)), ("time", lambda row: (row.clock, row.t_plus)),
    ("kind", lambda row: (row.kind, row.tier, row.incident)), ("what", lambda row: (row.text, row.way)),
    ("state", lambda row: (row.state,)), ("deadline", lambda row: (row.deadline, row.slack)),
    ("missed", lambda row: (row.missed,)), ("evaluate", lambda row: (row.evaluate, row.evidence)),
)  # fmt: skip
"""The first piece of a cell is what matters, the second goes with it."""

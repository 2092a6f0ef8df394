"""How tables look in the terminal, and the colours of verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.check.outcome import Outcome
from sim.check.tier_verdict import TierVerdict, Verdict

if TYPE_CHECKING:
    from rich.table import Table

STYLES = {
    Verdict.UNTOUCHED: "dim",
    Verdict.HELD: "green",
    Verdict.RELIEVED: "yellow",
    Verdict.BREACHED: "bold red",
}
ONLY_UNCOUNTED = "bold yellow"


def style(each: TierVerdict | Outcome) -> str:
    """The colour of a tier's verdict."""
    return ONLY_UNCOUNTED if each.only_uncounted else STYLES[each.verdict]


def plain_table(gap: int = 2, leading: int = 0) -> Table:
    """An empty table with a line below its head; `gap` blanks stand between its columns."""
    from rich import box
    from rich.table import Table

    return Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, gap, 0, 0), leading=leading)

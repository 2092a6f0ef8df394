"""Which fault breaks which tier, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sim.called import Called
from sim.record.column import Column, Sort
from sim.report.deadlines import Notes
from sim.report.numbers import NOTHING, figure
from sim.report.printing import put
from sim.report.styles import style
from sim.report.table import terminal_table
from sim.study import Broken, FaultTable

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

MOST_ROWS = 20
"""Faults that are printed; the tables in the folder have them all."""


def fault_notes(called: Called, found: FaultTable) -> Notes:
    """Of every tier that is not breached anyway how many single faults make its verdict worse."""
    held = [each.tier for each in found.base if not each.breached]
    counts = {tier: sum(tier in each.worse for each in found.singles) for tier in held}
    total = f"{len(found.singles):,}"
    return {tier: [called.says("fault_count", count=count, total=total)] for tier, count in counts.items()}


def print_faults(console: Console, called: Called, found: FaultTable) -> None:
    """Print the single faults that do harm, the worst first, and the pairs that are worse together."""
    harmful = [each for each in found.singles if each.worse or each.escaped_m3 > 0]
    for title, rows in (("single_faults", harmful), ("fault_pairs", found.pairs)):
        put(console, called.says(title), style="bold")
        put(console, _table(called, rows[:MOST_ROWS]) if rows else called.says("no_fault"))
        if len(rows) > MOST_ROWS:
            put(console, called.says("more_rows", count=len(rows) - MOST_ROWS), style="dim")
        put(console, "")
    numbers = {"count": len(found.harmful), "total": f"{len(found.singles):,}", "felt": _felt(found)}
    put(console, called.says("faults_sum", **numbers))


def _felt(found: FaultTable) -> int:
    return sum(each.felt for each in found.singles)


def _table(called: Called, rows: Sequence[Broken]) -> Table:
    """A row a fault or pair, a column a tier."""
    def of(k: int, tier: str) -> Column[Broken]:
        def mark(each: Broken) -> str:
            return style(each.outcomes[k]) if each.outcomes[k].tier in each.worse else "dim"

        return Column("", lambda each: called.says(each.outcomes[k].word), Sort.TEXT, mark, tier, most=20)

    shown: Sequence[Column[Broken]] = (
        Column("what_fails", lambda each: fault_name(called, each, "\n")),
        *(of(k, called.tier(tier)) for k, tier in enumerate(called.park.tiers)),
        Column("escapes_more", lambda each: figure(each.escaped_m3) if each.escaped_m3 > 0 else NOTHING, Sort.FIGURE),
    )  # fmt: skip
    return terminal_table(called.language, shown, rows, leading=max(len(each.faults) for each in rows) - 1)


def fault_name(called: Called, broken: Broken, between: str = " + ") -> str:
    """What fails, by name and id."""
    names = [_named(called, sort, id) for sort, id in zip(broken.sorts, broken.faults, strict=True)]
    return between.join(names)


def _named(called: Called, sort: str, id: str) -> str:
    groups = {"power": called.power, "crew": called.crew, "equipment": called.equipment, "sensor": called.sensor}
    name = groups.get(sort, called.way)(id)
    return called.says(f"fault_of_{sort}", name=f"{name} ({id})" if name != id else id)

"""Which fault breaks which tier, in the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sim.park import Park
from sim.report.deadlines import Notes
from sim.report.naming import link_name, tier_name
from sim.report.numbers import NOTHING, figure
from sim.report.styles import style
from sim.study import Broken, FaultTable
from sim.words import text

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

MOST_ROWS = 20
"""Faults that are printed; the tables in the folder have them all."""


def fault_notes(park: Park, found: FaultTable, language: str) -> Notes:
    """Of every tier that is not breached anyway how many single faults make its verdict worse."""
    held = [each.tier for each in found.base if not each.breached]
    counts = {tier: sum(tier in each.worse for each in found.singles) for tier in held}
    total = f"{len(found.singles):,}"
    return {tier: [text("fault_count", language, count=count, total=total)] for tier, count in counts.items()}


def print_faults(console: Console, park: Park, found: FaultTable, language: str = "en") -> None:
    """Print the single faults that do harm, the worst first, and the pairs that are worse together."""
    from rich.text import Text

    harmful = [each for each in found.singles if each.worse or each.escaped_m3 > 0]
    for title, rows in (("single_faults", harmful), ("fault_pairs", found.pairs)):
        console.print(Text(text(title, language), "bold"))
        if rows:
            console.print(_table(park, rows[:MOST_ROWS], language))
        else:
            console.print(Text(text("no_fault", language)))
        if len(rows) > MOST_ROWS:
            console.print(Text(text("more_rows", language, count=len(rows) - MOST_ROWS), "dim"))
        console.print()
    numbers = {"count": len(found.harmful), "total": f"{len(found.singles):,}", "felt": _felt(found)}
    console.print(Text(text("faults_sum", language, **numbers)))


def _felt(found: FaultTable) -> int:
    return sum(each.felt for each in found.singles)


def _table(park: Park, rows: Sequence[Broken], language: str) -> Table:
    """A row a fault or pair, a column a tier."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0),
                  leading=max(len(each.faults) for each in rows) - 1)  # fmt: skip
    table.add_column(text("what_fails", language), overflow="fold")
    for tier in park.tiers:
        table.add_column(tier_name(park, tier, language), overflow="fold", max_width=20)
    table.add_column(text("escapes_more", language), justify="right", no_wrap=True)
    for each in rows:
        verdicts = [
            Text(text(outcome.word, language), style(outcome) if outcome.tier in each.worse else "dim")
            for outcome in each.outcomes
        ]
        more = figure(each.escaped_m3) if each.escaped_m3 > 0 else NOTHING
        table.add_row(Text(fault_name(park, each, language, "\n")), *verdicts, Text(more))
    return table


def fault_name(park: Park, broken: Broken, language: str, between: str = " + ") -> str:
    """What fails, by name and id."""
    names = [_named(park, sort, id, language) for sort, id in zip(broken.sorts, broken.faults, strict=True)]
    return between.join(names)


def _named(park: Park, sort: str, id: str, language: str) -> str:
    groups: dict[str, Mapping[str, Any]] = {"power": park.power_areas, "crew": park.crews, "equipment": park.equipment,
                                            "sensor": park.sensors}  # fmt: skip
    name = groups[sort][id].name.in_language(language) if sort in groups else link_name(park, id, language)
    return text(f"fault_of_{sort}", language, name=f"{name} ({id})" if name and name != id else id)

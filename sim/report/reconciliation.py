"""Published totals beside the sums of their parts, in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.called import Called
from sim.park import Reconciliation
from sim.report.numbers import NOTHING, exact
from sim.report.plain_table import plain_table
from sim.units import Dimension

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

UNITS = {
    "_m3_s": Dimension.FLOW.si,
    "_m3": Dimension.VOLUME.si,
    "_m2": Dimension.AREA.si,
    "_m": Dimension.LENGTH.si,
}
"""What the end of a field's name says of its unit."""


def print_reconciliation(console: Console, called: Called) -> None:
    """Print every published total of a park beside the sum of its parts, in SI units."""
    from rich.text import Text

    found = called.park.reconcile()
    if not found:
        console.print(Text(called.says("totals_none")))
        return
    table = _table(called)
    for each in found:
        style = "" if each.agrees else "bold red"
        table.add_row(*(Text(cell, style) for cell in _row(called, each)))
    console.print(table)
    console.print()
    differ = sum(not each.agrees for each in found)
    console.print(Text(called.says("totals_differ" if differ else "totals_agree", count=differ, total=len(found))))


def _table(called: Called) -> Table:
    """The empty table."""
    table = plain_table(1)
    table.add_column(called.says("total"), overflow="fold")
    for key in ("published", "sum", "off_by"):
        table.add_column(called.says(key), justify="right", no_wrap=True, overflow="fold")
    for key in ("unit", "basis", "agrees"):
        table.add_column(called.says(key), no_wrap=True, overflow="fold")
    return table


def _row(called: Called, each: Reconciliation) -> list[str]:
    """A total's cells."""
    total = each.published
    return [
        total.id,
        exact(total.value),
        exact(each.found),
        exact(_difference(each)),
        unit_of(each),
        _basis(called, total.id),
        called.says("yes" if each.agrees else "no"),
    ]


def unit_of(each: Reconciliation) -> str:
    """The unit of a total; nothing for a number of objects."""
    return next((unit for end, unit in UNITS.items() if each.published.field.endswith(end)), "")


def _difference(each: Reconciliation) -> float:
    """What the parts are off by; 0 when only rounding is."""
    noise = 1e-9 * max(abs(each.published.value), 1)
    return each.difference if abs(each.difference) > noise else 0.0


def _basis(called: Called, total: str) -> str:
    """How the total is known; `-` when the park was not read from a file."""
    for each in called.park.provenance:
        if each.path in (f"published.{total}", f"published.{total}.value"):
            return called.says(f"basis_{each.basis}")
    return NOTHING

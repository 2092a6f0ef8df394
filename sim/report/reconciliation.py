"""Published totals beside the sums of their parts, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sim.called import Called
from sim.park import Reconciliation
from sim.record.column import Column, Sort
from sim.report.numbers import NOTHING, exact
from sim.report.printing import put
from sim.report.table import terminal_table
from sim.units import Dimension

if TYPE_CHECKING:
    from rich.console import Console

UNITS = {
    "_m3_s": Dimension.FLOW.si,
    "_m3": Dimension.VOLUME.si,
    "_m2": Dimension.AREA.si,
    "_m": Dimension.LENGTH.si,
}
"""What the end of a field's name says of its unit."""


def print_reconciliation(console: Console, called: Called) -> None:
    """Print every published total of a park beside the sum of its parts, in SI units."""
    found = called.park.reconcile()
    if not found:
        put(console, called.says("totals_none"))
        return
    shown: Sequence[Column[Reconciliation]] = (
        Column("total", lambda each: each.published.id),
        Column("published", lambda each: exact(each.published.value), Sort.FIGURE),
        Column("sum", lambda each: exact(each.found), Sort.FIGURE),
        Column("off_by", lambda each: exact(_difference(each)), Sort.FIGURE),
        Column("unit", unit_of, Sort.WHOLE),
        Column("basis", lambda each: _basis(called, each.published.id), Sort.WHOLE),
        Column("agrees", lambda each: called.says("yes" if each.agrees else "totals_no"), Sort.WHOLE),
    )
    table = terminal_table(called.language, shown, found, gap=1, mark=lambda each: "" if each.agrees else "bad")
    differ = sum(not each.agrees for each in found)
    put(console, table, "", called.says("totals_differ" if differ else "totals_agree", count=differ, total=len(found)))


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

"""Published totals taken apart: what each part brings, and how a difference may have come about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sim.called import Called
from sim.lint.totals import Possibility, Slip, possibilities
from sim.park import Reconciliation
from sim.record.table import Cell, Table
from sim.report.numbers import exact
from sim.report.reconciliation import print_reconciliation, unit_of

if TYPE_CHECKING:
    from rich.console import Console

LARGEST = 5
"""Parts that are printed of a total that does not agree; the table has them all."""
PARTS = ("total", "part", "name", "value", "unit", "share of sum [%]")
TOTALS = ("total", "published", "sum of parts", "difference", "difference [%]", "unit", "possible reasons")


def print_totals(console: Console, called: Called, every: bool) -> None:
    """Print the totals, and below them the largest parts and the possible reasons of those that do not agree."""
    from rich.text import Text

    print_reconciliation(console, called)
    for each in called.park.reconcile():
        if every or not each.agrees:
            console.print()
            for line in _lines(called, each, every):
                console.print(Text(line))


def _lines(called: Called, found: Reconciliation, every: bool) -> Iterator[str]:
    total, unit = found.published, unit_of(found)
    parts = sorted(called.park.parts(total).items(), key=lambda part: -part[1])
    shown = parts if every else parts[:LARGEST]
    values = {"published": exact(total.value), "found": exact(found.found), "unit": unit, "total": total.id}
    if found.agrees:
        yield called.says("reconcile_agrees", count=len(parts), **values)
    else:
        off, share = exact(found.difference), f"{percent(found):+.3g}"
        yield called.says("reconcile_differs", count=len(parts), off=off, share=share, **values)
    for id, value in shown:
        yield called.says("reconcile_part", name=name_of(called, found, id), value=exact(value), unit=unit)
    if len(parts) > len(shown):
        rest = exact(sum(value for _, value in parts[len(shown) :]))
        yield called.says("reconcile_rest", count=len(parts) - len(shown), value=rest, unit=unit)
    for each in possibilities(called.park, found):
        yield called.says("reconcile_possible", what=slip_text(called, found, each))


def name_of(called: Called, found: Reconciliation, id: str) -> str:
    """What people call a part, with the id by which it is found."""
    name = called.name(getattr(called.park, found.published.of)[id])
    return name if name == id else f"{name} ({id})"


def slip_text(called: Called, found: Reconciliation, possible: Possibility) -> str:
    """What may have happened."""
    name = name_of(called, found, possible.part) if possible.part else ""
    if possible.slip in (Slip.TENFOLD, Slip.PART_TENFOLD):
        more, times = possible.factor > 1, f"{max(possible.factor, 1 / possible.factor):,.0f}"
        return called.says(f"reconcile_{possible.slip}_{'more' if more else 'less'}", name=name, times=times)
    return called.says(f"reconcile_{possible.slip}", name=name)


def percent(found: Reconciliation) -> float:
    """What the parts are off by, as a share of the published total [%]."""
    return 100 * found.difference / found.published.value if found.published.value else 0.0


def totals_table(called: Called) -> Table:
    """A row a total."""
    rows: list[list[Cell]] = []
    for each in called.park.reconcile():
        reasons = "; ".join(slip_text(called, each, one) for one in possibilities(called.park, each))
        total = each.published
        rows.append([total.id, total.value, each.found, each.difference, percent(each), unit_of(each), reasons])
    return Table(TOTALS, rows)


def parts_table(called: Called) -> Table:
    """A row a part of a total."""
    rows: list[list[Cell]] = []
    for each in called.park.reconcile():
        collection = getattr(called.park, each.published.of)
        for id, value in called.park.parts(each.published).items():
            share = 100 * value / each.found if each.found else 0.0
            rows.append([each.published.id, id, called.name(collection[id]), value, unit_of(each), share])
    return Table(PARTS, rows)

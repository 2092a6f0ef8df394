"""Published totals taken apart: what each part brings, and how a difference may have come about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sim.called import Called
from sim.lint.totals import Possibility, Slip, possibilities
from sim.park import Reconciliation
from sim.record.column import columns, placed
from sim.record.table import Table
from sim.report.numbers import exact
from sim.report.printing import put
from sim.report.reconciliation import print_reconciliation, unit_of

if TYPE_CHECKING:
    from rich.console import Console

LARGEST = 5
"""Parts that are printed of a total that does not agree; the table has them all."""
PARTS = placed("total", "part", "name", "value", "unit", "share of sum [%]")


def print_totals(console: Console, called: Called, every: bool) -> None:
    """Print the totals, and below them the largest parts and the possible reasons of those that do not agree."""
    print_reconciliation(console, called)
    for each in called.park.reconcile():
        if every or not each.agrees:
            put(console, "", *_lines(called, each, every))


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
    def reasons(each: Reconciliation) -> str:
        return "; ".join(slip_text(called, each, one) for one in possibilities(called.park, each))

    return columns(
        Reconciliation, ("total", "published.id"), ("published", "published.value"), ("sum of parts", "found"),
        "difference", ("difference [%]", percent), ("unit", unit_of), ("possible reasons", reasons),
    ).table(called.park.reconcile())  # fmt: skip


def parts_table(called: Called) -> Table:
    """A row a part of a total."""
    return PARTS.table(
        (each.published.id, id, called.name(getattr(called.park, each.published.of)[id]), value, unit_of(each),
         100 * value / each.found if each.found else 0.0)
        for each in called.park.reconcile() for id, value in called.park.parts(each.published).items()
    )  # fmt: skip

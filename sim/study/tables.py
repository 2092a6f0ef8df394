"""What studies found, as tables."""

from __future__ import annotations

from collections.abc import Sequence

from sim.record.table import Cell, Table
from sim.study.deadlines import Deadline
from sim.study.faults import Broken
from sim.study.limits import Limit, Load
from sim.study.space import Space

DEADLINES = (
    "action", "tier", "keeps", "done at [s]", "latest [s]", "margin [s]", "not before [s]", "lost at [s]", "monotone",
    "runs",
)  # fmt: skip
LIMITS = ("tier", "load", "unit", "is", "largest held", "margin", "least lost", "monotone", "runs")
SPACE = ("tier", "storage", "extra [m3]", "not enough [m3]", "runs")
UNITS = {Load.SPILL: "m3", Load.FIRE: "s", Load.RAIN: "m"}


def deadlines_table(found: Sequence[Deadline]) -> Table:
    """A row for every action and tier; `latest` is inf where it need not be done, empty where nothing would do."""
    rows: list[list[Cell]] = [
        [each.action, each.tier, str(each.keeps), each.done_s, each.latest_s, each.margin_s, each.earliest_s,
         each.lost_s, each.monotone, each.runs]
        for each in found
    ]  # fmt: skip
    return Table(DEADLINES, rows)


def limits_table(found: Sequence[Limit]) -> Table:
    """A row for every tier and load; `largest held` is inf where whatever was tried is held, empty where nothing is."""
    rows: list[list[Cell]] = [
        [each.tier, str(each.load), UNITS[each.load], each.size, each.largest, each.margin, each.lost, each.monotone,
         each.runs]
        for each in found
    ]  # fmt: skip
    return Table(LIMITS, rows)


def space_table(found: Sequence[Space]) -> Table:
    """A row for every breached tier and storage tried; `extra` is empty where no room there would do."""
    return Table(SPACE, [[each.tier, each.storage, each.extra_m3, each.lost_m3, each.runs] for each in found])


def faults_table(found: Sequence[Broken], tiers: Sequence[str]) -> Table:
    """A row for every fault, or every two: what fails, every tier's verdict, and what escapes more than without."""
    count = max((len(each.faults) for each in found), default=1)
    names = [f"fault {k + 1}" for k in range(count)] if count > 1 else ["fault"]
    sorts = [f"sort {k + 1}" for k in range(count)] if count > 1 else ["sort"]
    header = (*names, *sorts, *tiers, "worse", "escaped more [m3]", "felt")
    rows: list[list[Cell]] = [
        [*each.faults, *each.sorts, *(str(outcome.verdict) for outcome in each.outcomes), ";".join(each.worse),
         each.escaped_m3, each.felt]
        for each in found
    ]  # fmt: skip
    return Table(header, rows)

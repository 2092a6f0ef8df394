"""The spaces of a list under the ids that a park has for them already, in whatever order the list names them now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from sim.exchange.inventory.folder import Folder
from sim.exchange.inventory.inventory import Inventory, numbered
from sim.exchange.inventory.row import Became, Row
from sim.load.place import Place

Whose = tuple[str, str]
"""A name and an owner."""


def aligned(found: Inventory, before: Folder) -> Inventory:
    """The same with the ids that the park's tables have.

    A reference number is an id for good. A name is one only with its owner: the pools that each of several works calls
    事故池 are numbered in the order of a list, which need not be that of the next.
    """
    whose = {id: (cells.get("name_zh") or cells.get("name_en", ""), cells.get("owner", ""))
             for rows in before.tables.values() for id, cells in rows.items()}  # fmt: skip
    times = Counter(whose.values())
    ids = {each: id for id, each in whose.items() if times[each] == 1}
    now = Counter(_whose(row) for row in found.rows)
    known = {row.place: ids[each] for row in found.rows if (each := _whose(row)) in ids and now[each] == 1}
    return replace(found, rows=tuple(_rows(found.rows, known)))


def _whose(row: Row) -> Whose | None:
    """The name and owner of a space that has no reference number; None for every other row."""
    space = row.space
    if space is None or row.became is Became.TWICE or space.listed.get("label"):
        return None
    return space.called, space.listed.get("owner", "")


def _rows(rows: tuple[Row, ...], known: dict[Place, str]) -> Iterator[Row]:
    taken = set(known.values())
    for row in rows:
        if row.space is None or row.became is Became.TWICE:
            yield row
            continue
        id = known.get(row.place)
        if id is None:
            id = numbered(row.space.id, taken)
            taken.add(id)
        yield replace(row, space=replace(row.space, id=id))

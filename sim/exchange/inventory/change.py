"""An inventory held against the park that an earlier one filled: what is new, gone and changed, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sim.exchange.inventory.folder import COLUMNS, SITES, STORAGES, Cells, Folder
from sim.park import Basis

OWN = ("overflows_to", "assumed", "source")
"""What the list does not say of a space, and where it says the rest: no change by itself."""


@dataclass(frozen=True, slots=True)
class Change:
    """One space that differs."""

    id: str
    name: str
    what: str
    """`added`, `gone`, `changed` or `moved`: from the storages to the sites, or back; `kept` where somebody has found
    out what the list says otherwise."""
    fields: tuple[tuple[str, str, str], ...] = ()
    """Of one that changed its fields, what stood there and what the list says now."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs, and the tables as they will be."""

    found: tuple[Change, ...]
    after: Folder

    @property
    def alters(self) -> bool:
        """Whether the tables will be other ones."""
        return any(each.what != "kept" for each in self.found)


def changes(before: Folder, now: Folder) -> Changes:
    """What a list changes in a park. Fields that the list does not say stay as somebody left them."""
    after: dict[str, dict[str, Cells]] = {STORAGES: {}, SITES: {}}
    for table, rows in before.tables.items():
        for id, cells in rows.items():
            other = now.table_of(id)
            if other is not None:
                after[other][id] = _merged(cells, now.tables[other][id], other if other != table else None)
    for table, rows in now.tables.items():
        for id, cells in rows.items():
            after[table].setdefault(id, cells)
    return Changes(tuple(_found(before, now)), Folder(after))


def _found(before: Folder, now: Folder) -> Iterator[Change]:
    for table, rows in before.tables.items():
        for id, cells in rows.items():
            other = now.table_of(id)
            if other is None:
                yield Change(id, _name(cells), "gone")
                continue
            fields = tuple(_fields(cells, now.tables[other][id], is_moved=other != table))
            if other != table:
                yield Change(id, _name(cells), "moved", (("table", table, other), *fields))
            elif fields:
                yield Change(id, _name(cells), "changed", fields)
            if other == table and (kept := tuple(_kept(cells, now.tables[other][id]))):
                yield Change(id, _name(cells), "kept", kept)
    for rows in now.tables.values():
        for id, cells in rows.items():
            if before.table_of(id) is None:
                yield Change(id, _name(cells), "added")


def _fields(old: Cells, new: Cells, is_moved: bool = False) -> Iterator[tuple[str, str, str]]:
    """The fields that the list says otherwise than the park; what it only lets one guess stays in its table, and what
    has a basis of its own."""
    guessed = () if is_moved else new.get("assumed", "").split("; ")
    for key, was, now in _differing(old, new):
        if not (_bare(key) in guessed and was) and (is_moved or not _is_found_out(old, key)):
            yield key, was, now


def _kept(old: Cells, new: Cells) -> Iterator[tuple[str, str, str]]:
    """The fields that stay as somebody has found out, though the list says otherwise."""
    return (each for each in _differing(old, new) if _is_found_out(old, each[0]))


def _differing(old: Cells, new: Cells) -> Iterator[tuple[str, str, str]]:
    return ((key, old.get(key, ""), value) for key, value in new.items()
            if key not in OWN and value and value != old.get(key, ""))  # fmt: skip


def _is_found_out(cells: Cells, key: str) -> bool:
    """Whether a value has a basis of its own, beside that of its row, which is no assumption."""
    return cells.get(f"{_bare(key)}.basis", "") not in ("", Basis.ASSUMED)


def _bare(key: str) -> str:
    """The key in the head of a column, without its unit."""
    return key.partition(" [")[0]


def _merged(old: Cells, new: Cells, moves_to: str | None) -> Cells:
    """The cells of a space as they will be; in another table it keeps what that table knows."""
    fields = {key: value for key, _, value in _fields(old, new)}
    if moves_to is not None:
        return {**{key: value for key, value in old.items() if key in COLUMNS[moves_to]}, **new}
    assumed = {f"{_bare(key)}.{part}": "" for key in fields for part in ("basis", "source")}
    return {**old, **assumed, **fields, "source": new["source"]} if fields else old


def _name(cells: Cells) -> str:
    return cells.get("name_zh") or cells.get("name_en") or cells["id"]

"""CSV tables folded into the tree of the file that names them."""

from __future__ import annotations

from sim.load.files import Files, beside
from sim.load.kinds.blocks import Field, Record
from sim.load.node import Block, Broken, Entry, Items, Node, Scalar
from sim.load.park_form import (
    CATCHMENT,
    CREW,
    EQUIPMENT,
    LENGTH,
    LINK,
    PLANT,
    SENSOR,
    SHEET,
    STORAGE,
    TIME,
)
from sim.load.place import Place
from sim.load.table import Column, read_header, read_rows, read_table

RECORDS = {
    "plants": PLANT, "storages": STORAGE, "links": LINK, "catchments": CATCHMENT,
    "sensors": SENSOR, "crews": CREW, "equipment": EQUIPMENT, "sheets": SHEET,
}  # fmt: skip
"""What a row of each table of a park is."""

STORM = Record("a storm", (
    Field("time", TIME, "Time since the rain began."),
    Field("depth", LENGTH, "Depth fallen by then."),
))  # fmt: skip


def fold_park(tree: Block, path: str, files: Files) -> tuple[Block, set[str]]:
    """The park's tree with the rows of its tables, and the collections of which some are missing."""
    incomplete = _lost(tree)
    for key, record in RECORDS.items():
        for name in _names(tree.within("tables").get(key)):
            text = files.text(beside(path, name.text), name.place)
            block = tree.get(key) or Block({}, name.place)
            if text is None or not isinstance(block, Block):
                incomplete.add(key)
                continue
            entries = dict(block.entries)
            rows, whole = read_table(text, beside(path, name.text), record, files.faults)
            for id, entry in rows:
                _add(entries, id, entry, key, files)
            if not whole:
                incomplete.add(key)
            tree = tree.put(key, Block(entries, block.place, block.by))
    return tree, incomplete


def _lost(tree: Block) -> set[str]:
    """The collections whose tables nobody can tell: all, when a key of `tables` is misspelt."""
    tables = tree.get("tables")
    good = tables is None or (isinstance(tables, Block) and set(tables.ids()) <= RECORDS.keys())
    return set() if good else set(RECORDS)


def _names(node: Node | None) -> list[Scalar]:
    """The file names that stand under a key of `tables`; what else stands there is refused later."""
    nodes = node.items if isinstance(node, Items) else (node,)
    return [each for each in nodes if isinstance(each, Scalar) and not each.missing]


def _add(entries: dict[str, Entry], id: str, entry: Entry, key: str, files: Files) -> None:
    """Add a row to its collection, once."""
    if id in entries:
        text = f"written twice; it stands at {entries[id].place} already"
        files.faults.add(entry.place, f"{key}.{id}", text)
    else:
        entries[id] = entry


def fold_scenario(tree: Block, path: str, files: Files) -> Block:
    """The scenario's tree with the rows of its rain tables."""
    for key in ("rain", "faults"):
        block = tree.get(key)
        if isinstance(block, Block):
            for id, entry in block.entries.items():
                block = block.put(id, _with_depths(entry.node, path, files))
            tree = tree.put(key, block)
    return tree


def _with_depths(node: Node, path: str, files: Files) -> Node:
    """Rain, or a fault with a storm in it, with the rows of its table."""
    if not isinstance(node, Block):
        return node
    if isinstance(storm := node.get("storm"), Block):
        return node.put("storm", _with_depths(storm, path, files))
    table = node.get("table")
    if not isinstance(table, Scalar) or table.missing or "depths" in node.entries:
        return node
    text = files.text(beside(path, table.text), table.place)
    depths = Broken(table.place) if text is None else _storm(text, beside(path, table.text), files)
    return node.without("table").put("depths", depths)


def _storm(text: str, file: str, files: Files) -> Node:
    """The rows of a rain table, as if they were written in the scenario."""
    rows = read_rows(text, file, files.faults)
    if rows is None:
        return Broken(Place(file, 1, 1))
    columns = read_header(rows[0], STORM, files.faults) if rows else []
    paths = [column.path for column in columns]
    if any(column.broken for column in columns):
        return Broken(Place(file, 1, 1))
    if ("time",) not in paths or ("depth",) not in paths:
        files.faults.add(Place(file, 1, 1), "", "a rain table has two columns, time and depth; one is missing")
        return Broken(Place(file, 1, 1))
    order = [paths.index(("time",)), paths.index(("depth",))]
    return Items(tuple(_row(row, order, columns) for row in rows[1:]), rows[0][0].place)


def _row(row: list[Scalar], order: list[int], columns: list[Column]) -> Node:
    """One row as [time, depth]; a cell that is not there is empty."""
    cells = [row[k] if k < len(row) else Scalar("", row[0].place) for k in order]
    return Items(tuple(columns[k].node(cell) for k, cell in zip(order, cells, strict=True)), row[0].place)

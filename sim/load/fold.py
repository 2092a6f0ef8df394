"""Tables folded into the tree of the file that names them."""

from __future__ import annotations

from sim.load.data_table import with_data
from sim.load.files import Files, beside
from sim.load.node import Block, Broken, Entry, Items, Node, Scalar
from sim.load.park_form import (
    CATCHMENT,
    CREW,
    EQUIPMENT,
    LINK,
    PLANT,
    REPORT,
    SENSOR,
    SHEET,
    SITE,
    STORAGE,
    VARIED,
)
from sim.load.rain_table import read_rain
from sim.load.scenario_form import VARIED as OF_SCENARIO
from sim.load.table import read_table
from sim.message import Message

RECORDS = {
    "plants": PLANT, "storages": STORAGE, "links": LINK, "catchments": CATCHMENT,
    "sensors": SENSOR, "crews": CREW, "equipment": EQUIPMENT, "sheets": SHEET, "reports": REPORT,
    "sites": SITE,
}  # fmt: skip
"""What a row of each table of a park is."""


def fold_park(tree: Block, path: str, files: Files) -> tuple[Block, set[str]]:
    """The park's tree with the rows of its tables, and the collections of which some are missing."""
    tree = with_data(tree, VARIED, path, files)
    incomplete = _lost(tree)
    for key, record in RECORDS.items():
        for name in _names(tree.within("tables").get(key)):
            rows, whole = read_table(beside(path, name.text), name.place, record, files)
            block = tree.get(key) or Block({}, name.place)
            if not whole or not isinstance(block, Block):
                incomplete.add(key)
            if isinstance(block, Block) and (whole or rows or block.entries):
                entries = dict(block.entries)
                for id, entry in rows:
                    _add(entries, id, entry, key, files)
                tree = tree.put(key, Block(entries, block.place, block.by))
        if key in incomplete and key not in tree.entries:
            tree = tree.put(key, Broken(tree.place))
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
        text = Message("written twice; it stands at {place} already", place=entries[id].place)
        files.faults.add(entry.place, f"{key}.{id}", text)
    else:
        entries[id] = entry


def fold_scenario(tree: Block, path: str, files: Files) -> Block:
    """The scenario's tree with the rows of its rain tables, and with the data that its distributions are of."""
    tree = with_data(tree, OF_SCENARIO, path, files)
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
    return node.without("table").put("depths", read_rain(beside(path, table.text), table.place, files))

"""The ids a park file gives out, before anything of it is read."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sim.load.builder.link import spillway_id
from sim.load.node import Block
from sim.load.park_form import PARK
from sim.load.place import Place
from sim.load.reading import Spot
from sim.load.suggest import did_you_mean
from sim.message import Message, a
from sim.park import Park
from sim.park.park import RESERVED_RECEIVERS

SORTS = {
    "tier": "tiers",
    "plant": "plants",
    "storage": "storages",
    "link": "links",
    "catchment": "catchments",
    Message("storm formula"): "storm_formulas",
    "receiver": "receivers",
    "reach": "reaches",
    Message("power area"): "power_areas",
    "sensor": "sensors",
    "crew": "crews",
    "equipment": "equipment",
    "sheet": "sheets",
    "report": "reports",
}
"""What an id may name, and the collection it stands in."""

Known = dict[str, dict[str, None]]
"""Ids by what they name, in the order of the file."""


def known_of_tree(tree: Block, incomplete: Collection[str] = ()) -> Known:
    """The ids of a park as it is written, right or wrong.

    A collection that could not be read whole, or whose key is misspelt, is left out: any id may
    be meant then.
    """
    known: Known = {}
    strange = tree.entries.keys() - PARK.by_key.keys()
    for sort, key in SORTS.items():
        node = tree.get(key)
        ids = dict.fromkeys(tree.within(key).ids())
        empty = not ids and (PARK.by_key[key].required or did_you_mean(key, strange))
        if key not in incomplete and not empty and (node is None or isinstance(node, Block)):
            known[sort] = ids
    if "receiver" in known:
        known["receiver"] |= dict.fromkeys(RESERVED_RECEIVERS)
    if "link" in known:
        known["link"] |= {spillway_id(id): None for id, _ in _overflowing(tree)}
        known["link"] |= {id: None for id, _ in _placing(tree)}
    return known


def _placing(tree: Block) -> Iterator[tuple[str, Place]]:
    """The operation sheets that lay a pump, whose link has their id."""
    for id, entry in tree.within("sheets").entries.items():
        if isinstance(entry.node, Block) and "pump" in entry.node.entries:
            yield id, entry.place


def _overflowing(tree: Block) -> Iterator[tuple[str, Place]]:
    """The storages that say where they overflow to."""
    for id, entry in tree.within("storages").entries.items():
        if isinstance(entry.node, Block) and entry.node.entries.keys() & {"overflows_to", "spillway"}:
            yield id, entry.place


def known_of_park(park: Park) -> Known:
    """The ids of a park that has been loaded."""
    return {sort: dict.fromkeys(getattr(park, key)) for sort, key in SORTS.items()}


def check_ids(tree: Block, spot: Spot) -> None:
    """Note ids that stand for two things a link could lead to, an order could mean or a call could reach."""
    taken = dict.fromkeys(RESERVED_RECEIVERS, a("receiver that every park has"))
    for sort in ("storage", "link", "receiver"):
        block = tree.within(SORTS[sort])
        for id in block.ids():
            place = block.entries[id].place
            if id in taken:
                spot.child(SORTS[sort]).child(id).fault(place, Message("'{id}' is {thing} already; choose another id",
                                                                       id=id, thing=taken[id]))  # fmt: skip
            else:
                taken[id] = Message("{thing} in line {line}", thing=a(sort), line=place.line)
    for id, place in _placing(tree):
        if id in taken:
            text = Message("its pump is the link '{id}', but '{id}' is {thing}; choose another id for the sheet", id=id,
                           thing=taken[id])  # fmt: skip
            spot.child("sheets").child(id).fault(place, text)
        taken.setdefault(id, Message("the pump of a sheet in line {line}", line=place.line))
    _check_spillways(tree, taken, spot)
    crews, equipment = tree.within("crews").entries, tree.within("equipment")
    for id in equipment.ids():
        if id in crews:
            text = Message("'{id}' is a crew in line {line} already; choose another id", id=id,
                           line=crews[id].place.line)  # fmt: skip
            spot.child("equipment").child(id).fault(equipment.entries[id].place, text)


def _check_spillways(tree: Block, taken: dict[str, Message], spot: Spot) -> None:
    for id, place in _overflowing(tree):
        name = spillway_id(id)
        if name in taken:
            text = Message("its spillway is the link '{name}', but '{name}' is {thing}; choose another id there",
                           name=name, thing=taken[name])  # fmt: skip
            spot.child("storages").child(id).fault(place, text)

"""A park as its files write it: what a shape may be called, how its places are held, and where each value stands."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from unicodedata import normalize

from sim.errors import InputError
from sim.load.builder.place import PLACED, SORTS
from sim.load.files import Files, park_path
from sim.load.folded import folded_park
from sim.load.loading import load_park
from sim.load.node import Block, Node, Scalar
from sim.message import Message
from sim.park import AnyPlace, LocalPlace, Name, Park, Place
from sim.park.datum import WGS84, Datum, datum_named

CALLED_BY = ("name", "label")
"""Keys of a thing under which people's names for it stand, beside its id."""
HOLDS = {"storages": "storage", "links": "link", "receivers": "receiver", "catchments": "catchment",
         "sensors": "sensor", "plants": "plant", "crews": "crew", "equipment": "equipment"}  # fmt: skip
"""What a thing of each collection is called in map layers."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something of a park that may have a place."""

    collection: str
    id: str
    block: Block
    name: Name
    place: AnyPlace | None
    """Where it lies now."""

    @property
    def path(self) -> str:
        return f"{self.collection}.{self.id}"

    @property
    def called(self) -> Iterator[str]:
        """Its id and every name of it, as they are compared."""
        yield alike(self.id)
        for key in CALLED_BY:
            node = self.block.get(key)
            named = [node, *(entry.node for entry in node.entries.values())] if isinstance(node, Block) else [node]
            yield from (alike(each.text) for each in named if isinstance(each, Scalar) and each.text)

    def written(self, *keys: str) -> Scalar | None:
        """The text that stands under a path of keys, bare or with its basis; None when there is none."""
        node: Node | None = self.block
        for key in keys:
            node = node.get(key) if isinstance(node, Block) else None
        if isinstance(node, Block):
            node = node.get("value")
        return node if isinstance(node, Scalar) and node.text else None


@dataclass(frozen=True)
class HeldPark:
    """A park, and its files."""

    park: Park
    path: str
    tree: Block
    things: tuple[Thing, ...]
    datum: Datum | None
    """How its places are held; None by x and y from a zero of its own."""

    @property
    def keys(self) -> tuple[str, str]:
        """Under which its places stand."""
        return SORTS[0] if self.datum is not None and not self.datum.is_grid else SORTS[1]

    def check(self, datum: Datum | None) -> None:
        """Refuse a layer whose places cannot be set beside those of the park; None counts from the park's own zero.

        Raises:
            InputError: one of the two is on earth, and nothing says where on earth the other begins.
        """
        if self.datum is None and datum is not None:
            self._origin()
        if self.datum is not None and datum is None:
            wrong = Message("{path} has its places on earth; name the grid of the layer's metres with --datum, such as "
                            "cgcs2000-gk-108", path=self.path)  # fmt: skip
            raise InputError(wrong)

    def written(self, place: AnyPlace) -> tuple[str, str]:
        """How a place is written in its files, east first."""
        if self.datum is None:
            here = place if isinstance(place, LocalPlace) else LocalPlace.seen_from(self._origin(), place)
            return f"{here.x_m:.2f} m", f"{here.y_m:.2f} m"
        assert isinstance(place, Place)  # which `check` has seen to
        east, north = self.datum.held(place)
        return (f"{east:.2f} m", f"{north:.2f} m") if self.datum.is_grid else (f"{east:.7f}", f"{north:.7f}")

    def _origin(self) -> Place:
        if self.park.origin is None:
            raise InputError(Message("{path} does not say where on earth x and y begin; write origin: with its degrees "
                                     "there, or --datum local for shapes that count from the same zero",
                                     path=self.path))  # fmt: skip
        return self.park.origin

    def metres_between(self, one: AnyPlace, other: AnyPlace) -> float:
        """How far two places are apart, of whatever sort [m]."""
        if type(one) is type(other):
            return one.metres_to(other)
        places = [each.on_earth(self._origin()) if isinstance(each, LocalPlace) else each for each in (one, other)]
        return places[0].metres_to(places[1])


def alike(text: str) -> str:
    """A name as it is compared: full-width letters, capitals and blanks make no difference.

    >>> alike("Ｐool  3 ") == alike("pool 3")
    True
    """
    return " ".join(normalize("NFKC", text).split()).casefold()


def hold_park(path: str, by_metres: bool) -> HeldPark:
    """The park of a folder or a park file, with its files; without places yet it gets them by its own metres, or not.

    Raises:
        Problems: everything that is wrong with it, at once.
    """
    park = load_park(path)
    file, files = park_path(os.fspath(path)), Files()
    written = files.block(file)
    assert written is not None  # it has just been read
    tree = folded_park(written, file, files).tree
    places = _places(park)
    things = tuple(
        Thing(collection, id, tree.within(collection).within(id), name, places[collection].get(id))
        for collection in PLACED for id, name in _names(park, collection).items() if tree.within(collection).has(id)
    )  # fmt: skip
    return HeldPark(park, file, tree, things, _datum(park, tree, things, by_metres))


def _names(park: Park, collection: str) -> dict[str, Name]:
    return {id: each.name for id, each in getattr(park, collection).items()}


def _places(park: Park) -> Mapping[str, dict[str, AnyPlace | None]]:
    """The places of each collection's things."""
    return {collection: {id: getattr(each, "home" if collection in ("crews", "equipment") else "place")
                         for id, each in getattr(park, collection).items()}
            for collection in PLACED}  # fmt: skip


def _datum(park: Park, tree: Block, things: tuple[Thing, ...], by_metres: bool) -> Datum | None:
    """How the places of a park are held; None by metres from a zero of its own."""
    node = tree.get("datum")
    bare = node.get("value") if isinstance(node, Block) else node
    if isinstance(bare, Scalar) and (datum := datum_named(bare.text)) and datum.is_grid:
        return datum
    first = next((each.place for each in things if each.place is not None), None)
    local = isinstance(first, LocalPlace) or (first is None and (by_metres or park.origin is not None))
    return None if local else (datum_named(bare.text) if isinstance(bare, Scalar) else None) or WGS84

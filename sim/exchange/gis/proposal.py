"""What a layer would change in a park: places, lengths of pipes and river sections, areas of pools and ground."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sim.errors import InputError
from sim.exchange.gis.held_park import HOLDS, HeldPark, Thing, alike
from sim.exchange.gis.measured import Measured, measured
from sim.exchange.gis.shape import LINES, Layers, Shape
from sim.message import Listed, Message, about
from sim.park import Storage, StorageKind
from sim.park.datum import Datum
from sim.units import Dimension, parse

SAME_M = 0.05
"""Places that are no further apart are the same [m]."""
SAME = 5e-4
"""Lengths and areas that differ by no more are the same, as a share."""
SKETCH_M = 1.0
"""How near a line's ends lie to its storages that was drawn from one to the other [m]."""
LONG = (StorageKind.PIPE, StorageKind.RIVER_SECTION)
"""Kinds of storages that have a length, and whose plan is no basin with vertical walls."""
Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A value that a layer would put in."""

    thing: Thing
    key: Keys
    old: str
    """What is written now; empty for nothing."""
    new: str
    shape: Shape

    @property
    def path(self) -> str:
        return ".".join((self.thing.path, *self.key))


@dataclass
class Proposal:
    """What would change, and what became of everything else."""

    layers: Layers
    datum: Datum | None
    """How the layer's places are held; None by the park's own x and y."""
    changes: list[Change] = field(default_factory=list)
    moved_m: dict[str, float] = field(default_factory=dict)
    """By how much what has a place now would move, by path."""
    same: list[str] = field(default_factory=list)
    """Paths of what is as the layer has it."""
    strange: list[Shape] = field(default_factory=list)
    """Shapes that nothing in the park is called after."""
    told: list[Message] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
    """Paths of what has no place, and would have none afterwards."""


def propose(held: HeldPark, layers: Layers, datum: Datum | None) -> Proposal:
    """What a layer held in a datum would change; None is the park's own x and y.

    Raises:
        InputError: a shape lies where the datum does not hold, or nothing says where the park's x and y begin.
    """
    held.check(datum)
    proposal = Proposal(layers, datum, told=list(layers.told))
    found: dict[str, list[Shape]] = defaultdict(list)
    things = {each.path: each for each in held.things}
    index = _index(held)
    for shape in layers.shapes:
        match _matches(shape, index):
            case []:
                proposal.strange.append(shape)
            case [thing]:
                found[thing.path].append(shape)
            case several:
                proposal.told.append(Message("{shape} may be {names}; give it the id of one of them", shape=shape.shown,
                                             names=Listed([each.path for each in several], " or ")))  # fmt: skip
    for path, shapes in found.items():
        _Asked(held, proposal, things[path]).ask(shapes)
    placed = {each.thing.path for each in proposal.changes if each.key[0] == held.keys[0]}
    proposal.unplaced = [each.path for each in held.things if each.place is None and each.path not in placed]
    return proposal


def _index(held: HeldPark) -> Mapping[str, list[Thing]]:
    """Things by what they are called."""
    index: dict[str, list[Thing]] = defaultdict(list)
    for each in held.things:
        for name in dict.fromkeys(each.called):
            index[name].append(each)
    return index


def _matches(shape: Shape, index: Mapping[str, list[Thing]]) -> list[Thing]:
    """What a shape may be: by its first name that is somebody's id, else by any; by its layer's where it has none."""
    names = [alike(each) for each in shape.names or (shape.layer,)]
    every = {each.path: each for name in names for each in index.get(name, ()) if _fits(shape, each)}
    by_id = [each for each in every.values() if alike(each.id) in names]
    return by_id if len(by_id) == 1 else list(every.values())


def _fits(shape: Shape, thing: Thing) -> bool:
    return shape.sort in ("", HOLDS[thing.collection])


@dataclass(frozen=True)
class _Asked:
    """What the shapes of one thing would change in it."""

    held: HeldPark
    proposal: Proposal
    thing: Thing

    def ask(self, shapes: Sequence[Shape]) -> None:
        """Note what they would change, each sort of shape once."""
        changes, told = self.proposal.changes, self.proposal.told
        before = len(changes), len(told)
        by_sort: dict[str, list[Shape]] = defaultdict(list)
        for each in shapes:
            by_sort[each.geometry.geom_type.removeprefix("Multi")].append(each)
        for sort, of_it in by_sort.items():
            if len(of_it) > 1:
                shown = Listed([each.shown for each in of_it])
                self._tell(Message("{count} shapes of one sort are called so ({shapes}); join them into one, or rename "
                                   "all but one", count=len(of_it), shapes=shown))  # fmt: skip
            elif sort in ("Point", "LineString", "Polygon"):
                self._measure(of_it[0], has_point="Point" in by_sort)
            else:
                self._tell(Message("{shape} is neither point nor line nor area", shape=of_it[0].shown))
        if (len(changes), len(told)) == before:
            self.proposal.same.append(self.thing.path)

    def _measure(self, shape: Shape, has_point: bool) -> None:
        """Note what one shape would change."""
        try:
            found = measured(shape.geometry, self.proposal.datum)
        except InputError as error:
            raise InputError(about(shape.shown, error.message)) from error
        is_point, is_area = (shape.geometry.geom_type.endswith(sort) for sort in ("Point", "Polygon"))
        if is_area and found.area_m2 is None:
            self._tell(Message("{shape} crosses itself, so that it has no area", shape=shape.shown))
            return
        if is_point or not has_point:
            self._place(shape, found, keeps=not is_point)
        if found.length_m is not None:
            self._length(shape, found)
        if is_area:
            self._area(shape, found)

    def _place(self, shape: Shape, found: Measured, keeps: bool) -> None:
        """Note another place; `keeps` where the shape is no point, so that a place at or in it stays."""
        old = self.thing.place
        if old is not None and keeps and (shape.geometry.geom_type in LINES or found.covers(old)):
            return
        if self.thing.collection == "links" and (keeps or self._stands_at_its_storage(found)):
            return
        apart_m = None if old is None else self.held.metres_between(old, found.place)
        if apart_m is not None and apart_m <= SAME_M:
            return
        if apart_m is not None:
            self.proposal.moved_m[self.thing.path] = apart_m
        for key, text in zip(self.held.keys, self.held.written(found.place), strict=True):
            self._put((key,), text, shape)

    def _stands_at_its_storage(self, found: Measured) -> bool:
        """Whether a link without a place is drawn where its storage is, as our own layers do."""
        at = self.held.park.storages[self.held.park.links[self.thing.id].source].place
        return self.thing.place is None and at is not None and self.held.metres_between(at, found.place) <= SAME_M

    def _length(self, shape: Shape, found: Measured) -> None:
        """Note another length, of a link, a pipe or a river section."""
        if self.thing.collection == "links" and self._is_a_sketch(shape, found):
            self._tell(Message("{shape} is drawn straight from end to end; no length is taken", shape=shape.shown))
        elif self.thing.collection == "links" or self._kind in LONG:
            self._number(("length",), found.length_m, "m", Dimension.LENGTH, shape)

    def _is_a_sketch(self, shape: Shape, found: Measured) -> bool:
        """Whether a line has its ends where the link's storages have their places, and no corner between."""
        link = self.held.park.links[self.thing.id]
        ends = [self.held.park.storages[id].place for id in (link.source, link.target) if id in self.held.park.storages]
        corners = list(found.ground.coords) if found.ground.geom_type == "LineString" else []
        if len(corners) != 2 or len(ends) != 2 or None in ends:
            return False
        drawn = [type(found.place)(*corner[:2]) for corner in corners]
        return all(self.held.metres_between(end, at) < SKETCH_M for end, at in zip(ends, drawn, strict=True) if end)

    @property
    def _kind(self) -> str:
        each = self.held.park.storages.get(self.thing.id)
        return each.kind if isinstance(each, Storage) and self.thing.collection == "storages" else ""

    def _area(self, shape: Shape, found: Measured) -> None:
        """Note another area: of ground, or of a basin with vertical walls."""
        key: Keys = ("area",) if self.thing.collection == "catchments" else ("shape", "area")
        if self.thing.collection == "catchments" or (self._kind and self._kind not in LONG):
            if key[0] in self.thing.block.entries and self.thing.written(*key) is None:
                self._tell(Message("{shape} has {area} m2; its shape: says more than an area and stays",
                                   shape=shape.shown, area=f"{found.area_m2:,.0f}"))  # fmt: skip
            else:
                self._number(key, found.area_m2, "m2", Dimension.AREA, shape)

    def _number(self, key: Keys, value: float | None, unit: str, dimension: Dimension, shape: Shape) -> None:
        """Note another number, unless what is written is nearly the same."""
        old = self.thing.written(*key)
        if value is not None and (old is None or abs(parse(old.text, dimension) - value) > SAME * value):
            self._put(key, f"{value:.1f} {unit}", shape)

    def _put(self, key: Keys, text: str, shape: Shape) -> None:
        old = self.thing.written(*key)
        self.proposal.changes.append(Change(self.thing, key, old.text if old else "", text, shape))

    def _tell(self, message: Message) -> None:
        self.proposal.told.append(Message("{path}: {message}", path=self.thing.path, message=message))


def by_thing(changes: Sequence[Change]) -> Iterator[tuple[Thing, list[Change]]]:
    """Changes by what they change, in their order."""
    found: dict[str, list[Change]] = {}
    for each in changes:
        found.setdefault(each.thing.path, []).append(each)
    return ((of_it[0].thing, of_it) for of_it in found.values())

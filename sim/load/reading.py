"""One reading of a park or a scenario: what is known, what was noted, and where we stand."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from sim.load.node import Block, Broken, Node, Scalar
from sim.load.place import Faults, Place
from sim.load.suggest import hint
from sim.message import Message
from sim.park import Basis, Provenance, Uncertain
from sim.park.datum import WGS84, Datum


@dataclass(frozen=True, slots=True)
class Heritage:
    """What a block tells everything below it about how its numbers are known."""

    basis: Basis = Basis.ASSUMED
    source: str = ""


@dataclass(slots=True)
class Reading:
    """What a reading gathers on its way, and the ids that may be named."""

    faults: Faults
    known: Mapping[str, Collection[str]]
    """Ids that exist, by what they name: tier, plant, storage, link, receiver, catchment.

    A sort that is left out could not be read; any id of it may be named.
    """
    tiers: Mapping[str, Collection[str]] = field(default_factory=dict)
    """What people call the tiers, by their ids: inventories write these names."""
    provenance: list[Provenance] = field(default_factory=list)
    datum: Datum = WGS84
    """How places are held in the file."""
    varies: Collection[str] = ()
    """Parts of the file whose numbers may be spread."""
    uncertain: list[Uncertain] = field(default_factory=list)
    """The numbers that are."""

    def start(self) -> Spot:
        """The top of the file."""
        return Spot("", Heritage(), self)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in the written form we stand, with what was inherited on the way there."""

    path: str
    heritage: Heritage
    reading: Reading

    @classmethod
    def nowhere(cls) -> Spot:
        """A spot to try a value at, whose notes nobody keeps."""
        return Reading(Faults(), {}).start()

    def child(self, key: str) -> Spot:
        """One level down."""
        return Spot(f"{self.path}.{key}" if self.path else key, self.heritage, self.reading)

    def item(self, index: int) -> Spot:
        """One element of a list, counted from 0."""
        return Spot(f"{self.path}[{index}]", self.heritage, self.reading)

    def under(self, node: Node) -> Spot:
        """The same spot with the heritage that `node` itself brings.

        A basis given without a source leaves an inherited source behind, unless it is the same
        basis: the source spoke for the old one. What an override put here is assumed, on its word.
        """
        if isinstance(node, Block) and ("basis" in node.entries or "source" in node.entries):
            return replace(self, heritage=self._own(node))
        return replace(self, heritage=Heritage(Basis.ASSUMED, node.by)) if node.by else self

    def inherit(self, basis: Basis) -> Spot:
        """The same spot where another basis holds for what does not name its own."""
        return replace(self, heritage=replace(self.heritage, basis=basis))

    def _own(self, node: Block) -> Heritage:
        inherited = Heritage(Basis.ASSUMED, node.by) if node.by else self.heritage
        basis = self._basis(node.get("basis")) or inherited.basis
        kept = inherited.source if basis is inherited.basis or node.by else ""
        return Heritage(basis, self._source(node.get("source"), kept))

    def _basis(self, node: Node | None) -> Basis | None:
        if node is None or isinstance(node, Broken):
            return None
        text = node.text if isinstance(node, Scalar) else ""
        if text in set(Basis):
            return Basis(text)
        self.child("basis").fault(node, Message("{text!r} is no basis; {hint}", text=text,
                                                hint=hint(text, list(Basis), "write one of {names}")))  # fmt: skip
        return None

    def _source(self, node: Node | None, inherited: str) -> str:
        if node is None or isinstance(node, Broken):
            return inherited
        if isinstance(node, Scalar) and not node.missing:
            return node.text
        self.child("source").fault(node, Message("a source is text; write where the numbers come from, in quotes"))
        return inherited

    @property
    def may_vary(self) -> bool:
        """Whether numbers here may be spread."""
        return self.path.partition(".")[0] in self.reading.varies

    def fault(self, where: Node | Place, text: Message) -> None:
        """Note what is wrong here."""
        place = where if isinstance(where, Place) else where.place
        self.reading.faults.add(place, self.path, text)

    def note(self, text: str) -> None:
        """Note a number that was read here."""
        found = Provenance(self.path, text, self.heritage.basis, self.heritage.source)
        self.reading.provenance.append(found)

    def known(self, sort: str) -> Collection[str] | None:
        """Ids of a sort that exist; None when nobody knows."""
        return self.reading.known.get(sort)

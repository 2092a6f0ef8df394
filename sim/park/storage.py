"""A place that holds water."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sim.park.allowed import Allowed
from sim.park.names import Name
from sim.park.place import AnyPlace
from sim.park.shape import Shape
from sim.park.storage_kind import StorageKind

PLANTS_OWN = (StorageKind.TREATMENT_PLANT, StorageKind.UPSET_BASIN)
"""Kinds of storages that belong to a treatment plant and are not emergency space: GB/T 50483-2019 does not let the
plant's own upset basin be counted."""


@dataclass(frozen=True, slots=True)
class Storage:
    """A place that holds up to `capacity_m3` of polluted water.

    Water beyond capacity does not wait: it leaves over the storage's spillway, or onto the
    ground when there is none, and the ground is an escape.

    >>> bund = Storage("bund", Name("Bund"), "plant", "bund", 800, initial={"rain": 50})
    >>> bund.usable_m3
    750
    """

    id: str
    name: Name
    tier: str
    kind: str
    """In the field's words, a `StorageKind`, or a word of the park's own."""
    capacity_m3: float
    """Volume to the spill crest [m3]."""
    initial: Mapping[str, float] = field(default_factory=dict)
    """What stands in it at the start, by origin [m3]."""
    dead_m3: float = 0
    """Part of the capacity that silt or standing plant takes up for good [m3]."""
    freeboard_m3: float = 0
    """Part of the capacity kept free by rule; water may enter it, a margin may not count it [m3]."""
    shape: Shape | None = None
    floor_m: float | None = None
    """Height of its floor above the common zero [m]; needed by links that feel the backwater."""
    counts: bool = True
    """Whether it counts as emergency space (a treatment plant's own basin does not)."""
    counts_because: Name | None = None
    """Why a treatment plant's own basin counts all the same."""
    plant: str | None = None
    compartment_of: str | None = None
    """The bund that inner dikes make this one a part of; the sizing standards judge the parts as one."""
    raise_m3: float = 0.0
    """What fits in besides while its crest is raised by the operation sheet for it [m3]."""
    over_wall: str = "ground"
    """Where what runs over its wall goes, since the crest of its spillway cannot pass it: a storage or receiver."""
    length_m: float | None = None
    place: AnyPlace | None = None
    allowed: Allowed | None = None
    """How high water may stand, where that is known by its level; `freeboard_m3` is what fits above."""
    tags: frozenset[str] = frozenset()

    @property
    def counts_against_rule(self) -> bool:
        """Whether it is a treatment plant's own and counts all the same, which GB/T 50483-2019 does not allow."""
        return self.counts and self.kind in PLANTS_OWN

    @property
    def initial_m3(self) -> float:
        """Volume at the start [m3]."""
        return sum(self.initial.values())

    @property
    def holds_m3(self) -> float:
        """Volume of water that fits below the crest [m3]."""
        return self.capacity_m3 - self.dead_m3

    @property
    def allowed_m3(self) -> float:
        """Volume of water that fits below the freeboard [m3]."""
        return self.holds_m3 - self.freeboard_m3

    @property
    def usable_m3(self) -> float:
        """Room for the accident: capacity less dead volume, freeboard and what stands in it."""
        return max(self.allowed_m3 - self.initial_m3, 0)

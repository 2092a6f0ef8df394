"""A row of an inventory, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sim.load.place import Place
from sim.park import PLANTS_OWN, Name


class Became(StrEnum):
    """What a row of an inventory became."""

    STORAGE = "storage"
    SITE = "site"
    TOTAL = "total"
    REMARK = "remark"
    """A line with one text in it, which names no space."""
    TWICE = "twice"
    """The same space as a row of an earlier list; not taken again."""


class Telling(StrEnum):
    """How much somebody should look at what is told of a row."""

    READ = "read"
    GUESSED = "guessed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Told:
    """Something to know of how a row was read: a key of the words `inventory_...`, and its values."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def telling(self) -> Telling:
        """How much somebody should look at it, with which its key begins."""
        return Telling(self.key.partition("_")[0])


@dataclass(frozen=True, slots=True)
class Space:
    """A space of an inventory, as the park will hold it."""

    name: Name
    kind: str
    """A `StorageKind`, a `SiteKind` or, as an id, a word of the list's own."""
    tier: str
    capacity_m3: float | None
    """None for a site, which holds nothing that anybody knows of [m3]."""
    is_about: bool
    """Whether the list says that its volume is about so much."""
    source: str
    """The file and row it comes from, with the volume as it is written there."""
    degrees: tuple[float, float] | None
    """Longitude and latitude."""
    listed: Mapping[str, str]
    """What else the list says, by key: `label`, `owner`, `function`, `note` and the like."""
    assumed: tuple[str, ...]
    """Keys of it that the list does not say."""
    id: str = ""

    @property
    def counts(self) -> bool:
        """Whether it counts as emergency space: a treatment plant's own does not (GB/T 50483-2019)."""
        return self.capacity_m3 is not None and self.kind not in PLANTS_OWN

    @property
    def called(self) -> str:
        """Its name as it stands in the list."""
        return self.name.zh or self.name.en


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list, and what became of it."""

    place: Place
    became: Became
    space: Space | None
    """None for a row that adds others up."""
    told: tuple[Told, ...] = ()
    text: str = ""
    """Of a total its word, of a remark what it says."""

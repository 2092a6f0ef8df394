"""How a number is known."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """How a number is known, from best to worst."""

    MEASURED = "measured"
    PUBLISHED = "published"
    DESIGNED = "designed"
    ASSUMED = "assumed"


class Placed:
    """What stands at a dotted path of a file."""

    __slots__ = ()
    path: str

    @property
    def collection(self) -> str:
        """The part of the file that it stands in, such as `storages`."""
        return self.path.partition(".")[0]

    def owner(self, ids: Collection[str]) -> str:
        """The thing among `ids` that it is a number of; ids may hold dots; empty for none.

        >>> number = Provenance("storages.pool.3.shape.area", "40 m2", Basis.ASSUMED)
        >>> number.owner({"pool.3"}), number.owner({"pool-3"})
        ('pool.3', '')
        """
        rest = self.path.partition(".")[2].rpartition(".")[0]
        while rest and rest not in ids:
            rest = rest.rpartition(".")[0]
        return rest


@dataclass(frozen=True, slots=True)
class Provenance(Placed):
    """One written number, its basis, and where it was found."""

    path: str
    """Where it stands in the file, such as `storages.pool-3.capacity`."""
    text: str
    """As it was written, with its unit."""
    basis: Basis
    source: str = ""

"""How a number is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """How a number is known, from best to worst."""

    MEASURED = "measured"
    PUBLISHED = "published"
    DESIGNED = "designed"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Provenance:
    """One written number, its basis, and where it was found."""

    path: str
    """Where it stands in the file, such as `storages.pool-3.capacity`."""
    text: str
    """As it was written, with its unit."""
    basis: Basis
    source: str = ""

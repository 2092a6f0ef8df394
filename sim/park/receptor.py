"""What must not be hit downstream."""

from __future__ import annotations

from dataclasses import dataclass

from sim.park.names import Name


@dataclass(frozen=True, slots=True)
class Receptor:
    """A place on a reach that cannot stand more than `limit_kg_m3` of product, such as a water intake."""

    id: str
    name: Name
    kind: str
    """A water-intake, a fishery, a border or a word of the park's own."""
    reach: str
    at_m: float
    """Way from the reach's upper end [m]."""
    limit_kg_m3: float

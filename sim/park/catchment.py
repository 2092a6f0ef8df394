"""Ground that rain runs off."""

from __future__ import annotations

from dataclasses import dataclass

from sim.park.names import Name


@dataclass(frozen=True, slots=True)
class Catchment:
    """Ground of `area_m2` whose rain, times `runoff`, runs into the storage `drains_to`."""

    id: str
    name: Name
    area_m2: float
    runoff: float
    """Share of the rain that runs off, 0 to 1 [-]."""
    drains_to: str

    @property
    def effective_m2(self) -> float:
        """Area that sheds every drop [m2]."""
        return self.area_m2 * self.runoff

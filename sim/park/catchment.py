"""Ground that rain runs off."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sim.park.names import Name
from sim.park.place import AnyPlace


class Response(StrEnum):
    """How ground sheds the rain that falls on it."""

    AT_ONCE = "at-once"
    """As it falls."""
    RATIONAL = "rational"
    """As its mean over the time of concentration."""
    RESERVOIR = "reservoir"
    """As a linear reservoir, whose storage constant is the time of concentration."""


@dataclass(frozen=True, slots=True)
class Catchment:
    """Ground of `area_m2` whose rain, times `runoff`, runs into the storage `drains_to`."""

    id: str
    name: Name
    area_m2: float
    runoff: float
    """Share of the rain that runs off, 0 to 1 [-]."""
    drains_to: str
    response: Response = Response.AT_ONCE
    concentration_s: float = 0.0
    """Time of concentration, of ground that does not respond at once [s]."""
    first_flush_m: float = 0.0
    """Depth of the first runoff of a storm, which runs into `first_flush_to` instead [m]."""
    first_flush_to: str = ""
    misconnected: float = 0.0
    """Share of its runoff that runs into `misconnected_to` instead, from the first drop on [-]."""
    misconnected_to: str = ""
    place: AnyPlace | None = None
    part_of: str = ""
    """The catchment that an incident's dirty area was cut out of; rain there falls on it too."""

    @property
    def effective_m2(self) -> float:
        """Area that sheds every drop [m2]."""
        return self.area_m2 * self.runoff

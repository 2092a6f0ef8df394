"""Things that are carried to where they are needed."""

from __future__ import annotations

from dataclasses import dataclass

from sim.park.names import Name
from sim.park.place import AnyPlace


@dataclass(frozen=True, slots=True)
class Equipment:
    """A stock of one sort of mobile equipment or material: truck pumps, hose, sandbags.

    What is `spent` stays where it was used; everything else comes back with the next operation
    at the facility it serves, a plug when it is taken out, and at once from a failure.
    """

    id: str
    name: Name
    count: float
    """Units in stock: pumps, kilometres of hose, sandbags."""
    unit: str = ""
    takes_s: float = 0.0
    """Work to set up one unit, on top of the sheet's own [s]."""
    travel_s: float | None = None
    """From its store to any facility; else it follows from places and speed, else it comes with the crew [s]."""
    home: AnyPlace | None = None
    speed_m_s: float | None = None
    detour: float = 1.0
    arrives_s: float = 0.0
    """From the first call until it is in the park; 0 for what is [s]."""
    spent: bool = False

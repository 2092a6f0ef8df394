"""For other programs: a park and a scenario as SWMM reads them."""

from sim.export.played import as_played
from sim.export.swmm import Routing, Swmm, swmm

__all__ = ["Routing", "Swmm", "as_played", "swmm"]

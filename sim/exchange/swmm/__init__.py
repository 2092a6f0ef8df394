"""A park and a scenario as EPA SWMM reads them."""

from sim.exchange.swmm.file import Routing, Swmm, swmm
from sim.exchange.swmm.played import as_played

__all__ = ["Routing", "Swmm", "as_played", "swmm"]

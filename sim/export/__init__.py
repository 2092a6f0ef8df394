"""For other programs: a park and a scenario as SWMM reads them, and as a map layer."""

from sim.export.geojson import Layer, geojson
from sim.export.played import as_played
from sim.export.swmm import Routing, Swmm, swmm

__all__ = ["Layer", "Routing", "Swmm", "as_played", "geojson", "swmm"]

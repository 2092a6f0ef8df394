"""What comes from other programs and goes to them: lists, map layers, drawings, SWMM files."""

from sim.exchange.geojson import Layer, geojson
from sim.exchange.geopackage import write_gpkg
from sim.exchange.swmm.file import Routing, Swmm, swmm
from sim.exchange.swmm.played import as_played

__all__ = ["Layer", "Routing", "Swmm", "as_played", "geojson", "swmm", "write_gpkg"]

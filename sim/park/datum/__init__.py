"""How people hold places: by which degrees or in which grid, and where that is on WGS 84."""

from sim.park.datum.datum import DEGREES, SYSTEMS, WGS84, Datum, datum_named, datum_of_epsg

__all__ = ["DEGREES", "SYSTEMS", "WGS84", "Datum", "datum_named", "datum_of_epsg"]

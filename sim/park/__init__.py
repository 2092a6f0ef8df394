"""What stands there: tiers, storages, links, catchments, sensors, crews, sheets. Still, frozen, SI inside."""

from sim.park.allowed import Allowed, Because
from sim.park.basis import Basis, Provenance
from sim.park.catchment import Catchment, Response
from sim.park.crew import Crew, Shift
from sim.park.equipment import Equipment
from sim.park.inlet import Inlet
from sim.park.link import SETTABLE, Link, LinkKind, Outlet, Receiver, ReceiverKind
from sim.park.names import Name
from sim.park.origin import ACCIDENT_ORIGINS, KNOWN_ORIGINS, MEASURED, ORIGINS, accident_part
from sim.park.park import Park
from sim.park.place import AnyPlace, LocalPlace, Place
from sim.park.plant import Plant
from sim.park.power_area import PowerArea
from sim.park.published import Published, Reconciliation
from sim.park.rating import GateRating, GravityPipe, OrificeRating, Rating, SiphonRating, WeirRating
from sim.park.reach import Reach
from sim.park.receptor import Receptor
from sim.park.report_duty import ReportDuty
from sim.park.round_pipe import RoundPipe
from sim.park.sensor import Quantity, Sensor, SensorKind
from sim.park.shape import Prism, Shape, StageTable, Trapezoid
from sim.park.sheet import Operation, Sheet, SheetText
from sim.park.site import Site, SiteKind
from sim.park.spread import Spread, Uncertain
from sim.park.storage import PLANTS_OWN, Storage
from sim.park.storage_kind import StorageKind
from sim.park.storm_coefficients import StormCoefficients
from sim.park.switching import Switch, Switching
from sim.park.tier import Tier
from sim.park.treatment import HOURS, Treatment

__all__ = [
    "ACCIDENT_ORIGINS", "HOURS", "KNOWN_ORIGINS", "MEASURED", "ORIGINS", "PLANTS_OWN", "SETTABLE", "Allowed",
    "AnyPlace", "Basis", "Because", "Catchment", "Crew", "Equipment", "GateRating", "GravityPipe", "Inlet", "Link",
    "LinkKind", "LocalPlace", "Name", "Operation", "OrificeRating", "Outlet", "Park", "Place", "Plant", "PowerArea",
    "Prism", "Provenance", "Published", "Quantity", "Rating", "Reach", "Receiver", "ReceiverKind", "Receptor",
    "Reconciliation", "ReportDuty", "Response", "RoundPipe", "Sensor", "SensorKind", "Shape", "Sheet", "SheetText",
    "Shift", "SiphonRating", "Site", "SiteKind", "Spread", "StageTable", "Storage", "StorageKind",
    "StormCoefficients", "Switch", "Switching", "Tier", "Trapezoid", "Treatment", "Uncertain", "WeirRating",
    "accident_part",
]

"""What stands there: tiers, storages, links, catchments. Still, frozen, SI inside."""

from sim.park.basis import Basis, Provenance
from sim.park.catchment import Catchment
from sim.park.link import Link, LinkKind, Outlet, Receiver, ReceiverKind
from sim.park.names import Name
from sim.park.origin import ACCIDENT_ORIGINS, ORIGINS
from sim.park.park import Park
from sim.park.plant import Plant
from sim.park.published import Published, Reconciliation
from sim.park.rating import GateRating, GravityPipe, OrificeRating, Rating, WeirRating
from sim.park.shape import Prism, Shape, StageTable, Trapezoid
from sim.park.storage import Storage
from sim.park.tier import Tier

__all__ = [
    "ACCIDENT_ORIGINS", "ORIGINS", "Basis", "Catchment", "GateRating", "GravityPipe", "Link",
    "LinkKind", "Name", "OrificeRating", "Outlet", "Park", "Plant", "Prism", "Provenance",
    "Published", "Rating", "Receiver", "ReceiverKind", "Reconciliation", "Shape", "StageTable",
    "Storage", "Tier", "Trapezoid", "WeirRating",
]

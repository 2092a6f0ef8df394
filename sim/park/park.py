"""The whole park."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sim.park.basis import Provenance
from sim.park.catchment import Catchment
from sim.park.crew import Crew
from sim.park.equipment import Equipment
from sim.park.link import Link, Receiver, ReceiverKind
from sim.park.names import Name
from sim.park.place import Place
from sim.park.plant import Plant
from sim.park.power_area import PowerArea
from sim.park.published import Published, Reconciliation
from sim.park.reach import Reach
from sim.park.receptor import Receptor
from sim.park.report_duty import ReportDuty
from sim.park.sensor import Sensor
from sim.park.sheet import Sheet
from sim.park.site import Site
from sim.park.spread import Uncertain
from sim.park.storage import Storage
from sim.park.storm_coefficients import StormCoefficients
from sim.park.tier import Tier

RESERVED_RECEIVERS = {kind.value: Receiver(kind.value, Name(kind.value), kind) for kind in ReceiverKind}
"""Ends of the network that every park has."""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Park:
    """Everything that stands there; `tiers` in order, from the first line of defence out."""

    id: str
    name: Name
    tiers: Mapping[str, Tier]
    storages: Mapping[str, Storage]
    links: Mapping[str, Link]
    receivers: Mapping[str, Receiver] = field(default_factory=lambda: dict(RESERVED_RECEIVERS))
    catchments: Mapping[str, Catchment] = field(default_factory=dict)
    storm_formulas: Mapping[str, StormCoefficients] = field(default_factory=dict)
    plants: Mapping[str, Plant] = field(default_factory=dict)
    power_areas: Mapping[str, PowerArea] = field(default_factory=dict)
    sensors: Mapping[str, Sensor] = field(default_factory=dict)
    crews: Mapping[str, Crew] = field(default_factory=dict)
    equipment: Mapping[str, Equipment] = field(default_factory=dict)
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    reaches: Mapping[str, Reach] = field(default_factory=dict)
    receptors: Mapping[str, Receptor] = field(default_factory=dict)
    reports: Mapping[str, ReportDuty] = field(default_factory=dict)
    """What it says is owed; empty where the country's rules hold."""
    sites: Mapping[str, Site] = field(default_factory=dict)
    """Places where something is done but nothing is held."""
    published: Mapping[str, Published] = field(default_factory=dict)
    origin: Place | None = None
    """Where on earth its x and y begin; None when nobody said, or its places are by degrees."""
    utc_offset_s: float | None = None
    """How far its clocks are ahead of UTC, by which shifts and loads over the day go; None when nobody said [s]."""
    provenance: tuple[Provenance, ...] = ()
    """Every written number with its basis, in the order of the file."""
    uncertain: tuple[Uncertain, ...] = ()
    """Its numbers that are spread, of which it holds the medians; none in a park with drawn numbers."""

    @classmethod
    def of(cls, storages: Iterable[Storage], links: Iterable[Link] = (), **others: Any) -> Park:
        """A park from loose parts, for tests and notebooks; tiers are those the storages name."""
        held = {storage.id: storage for storage in storages}
        tiers = {s.tier: Tier(s.tier, Name(s.tier), Name("")) for s in held.values()}
        parts = {"id": "park", "name": Name("park"), "tiers": tiers, **others}
        return cls(storages=held, links={link.id: link for link in links}, **parts)

    def tier_rank(self, tier: str) -> int:
        """Place of a tier from the inside out, 0 first."""
        return [*self.tiers].index(tier)

    def with_links(self, links: Iterable[Link]) -> Park:
        """The park with links that an accident or its answer brings; itself when it has them already."""
        new = {link.id: link for link in links if self.links.get(link.id) != link}
        return replace(self, links={**self.links, **new}) if new else self

    def reconcile(self) -> list[Reconciliation]:
        """Every published total beside the sum of the parts."""
        return [Reconciliation(total, sum(self.parts(total).values())) for total in self.published.values()]

    def parts(self, total: Published) -> dict[str, float]:
        """What each part brings to a published total, by its id; of a number of objects 1 each."""
        chosen = {id: part for id, part in getattr(self, total.of).items() if _matches(part, total.where)}
        if total.field == "count":
            return dict.fromkeys(chosen, 1)
        return {id: getattr(part, total.field) or 0 for id, part in chosen.items()}


def _matches(part: Any, where: tuple[tuple[str, str], ...]) -> bool:
    for key, wanted in where:
        if key == "tag":
            if wanted not in part.tags:
                return False
        elif str(getattr(part, key)).lower() != wanted.lower():
            return False
    return True

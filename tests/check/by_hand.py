"""A small park over three tiers, and records of it written by hand.

                plant         |          public          |    boundary     |
bund -(spillway)-> pool -(spillway)---> main -(outfall)---> river -(gate)---> yangtze (out)
   |                |  -(valve)------> main              |                 |
   |                 -(pump, a transfer)-> basin (no spillway)
   |                                       |-(works)----> treated
    -(skimmer)--> recovered                 -(lift, a transfer)-> river
"""

from dataclasses import dataclass, field

import numpy as np

from sim.park import ORIGINS, Basis, Link, LinkKind, Name, Park, Provenance, Receiver, ReceiverKind, Storage, Tier
from sim.record.record import Ledger, LinkRecord, Record, StorageRecord, TierRecord
from sim.scenario import Limits, Scenario

NEVER = float("nan")
HOUR = 3600

TIERS = {
    "plant": Tier("plant", Name("Plant", "一级防控（企业）"), Name("")),
    "public": Tier("public", Name("Public facilities", "二级防控（公共设施）"), Name("")),
    "boundary": Tier("boundary", Name("Park boundary", "三级防控（园区边界）"), Name("")),
}
STORAGES = [
    Storage("bund", Name("Bund", "围堰"), "plant", "bund", 600, dead_m3=50, freeboard_m3=50),
    Storage("pool", Name("Accident pool of A-001", "A-001事故池"), "plant", "accident-pool", 1000),
    Storage("main", Name("Rain main 05", "05号雨水管"), "public", "pipe", 500),
    Storage("basin", Name("Public pool 1", "1号公共事故池"), "public", "accident-pool", 2000),
    Storage("river", Name("River section 1", "晏家河1段"), "boundary", "river-section", 10_000),
]
LINKS = [
    Link("bund-spillway", Name("bund-spillway"), LinkKind.SPILLWAY, "bund", "pool"),
    Link("skimmer", Name("Skimmer", "撇油器"), LinkKind.PUMP, "bund", "recovered"),
    Link("pool-spillway", Name("pool-spillway"), LinkKind.SPILLWAY, "pool", "main"),
    Link("valve", Name("Rain valve of A-001", "A-001雨水阀"), LinkKind.VALVE, "pool", "main"),
    Link("pump", Name("Transfer pump of A-001", "A-001转输泵"), LinkKind.PUMP, "pool", "basin", transfer=True),
    Link("main-spillway", Name("main-spillway"), LinkKind.SPILLWAY, "main", "river"),
    Link("outfall", Name("Outfall 05", "05号排口"), LinkKind.GATE, "main", "river"),
    Link("lift", Name("Lift pump", "提升泵"), LinkKind.PUMP, "basin", "river", transfer=True),
    Link("works", Name("Treatment works", "污水处理厂"), LinkKind.PUMP, "basin", "treated"),
    Link("river-spillway", Name("river-spillway"), LinkKind.SPILLWAY, "river", "yangtze"),
    Link("gate", Name("Gate 1", "1号闸"), LinkKind.GATE, "river", "yangtze"),
]
RESERVED = [Receiver(kind.value, Name(kind.value), kind) for kind in ReceiverKind]
RECEIVERS = {each.id: each for each in (*RESERVED, Receiver("yangtze", Name("Yangtze", "长江"), ReceiverKind.OUT))}


def small_park(*links, storages=(), **others):
    """The park of the drawing; `links` and `storages` replace those of the same id, or come after them."""
    parts = {"tiers": TIERS, "receivers": RECEIVERS, "name": Name("Small park", "小园区"), **others}
    return Park.of([*STORAGES, *storages], [*LINKS, *links], **parts)


def accident(escape_m3=0.001, **others):
    """A scenario whose limit of escape is `escape_m3`."""
    parts = {"id": "fire", "name": Name("Tank fire", "储罐火灾"), "horizon_s": 24 * HOUR, **others}
    return Scenario(limits=Limits(escape_m3=escape_m3), **parts)


def by_origin(**volumes):
    """Volumes by origin, in the order of the ledger [m3]."""
    return [volumes.get(origin, 0.0) for origin in ORIGINS]


@dataclass
class Wet:
    """What was seen of a storage; volumes in m3, times in s."""

    peak: float = 0.0
    reached: float = NEVER
    initial: dict = field(default_factory=dict)
    peak_at: float = NEVER
    full_at: float = NEVER
    full_for: float = 0.0


class Passed:
    """Accident water over a link, by origin [m3], from and until [s]."""

    def __init__(self, since=0.0, until=HOUR, peak=0.1, **volumes):
        self.since, self.until, self.peak, self.volume = since, until, peak, by_origin(**volumes)


def small_record(park, wet=None, passed=None, peaks=None, ledger=None):
    """A record of a run: storages that were wet, links that accident water passed, peaks (m3, s) of tiers."""
    return Record(
        park=park.id,
        scenario="fire",
        horizon_s=24 * HOUR,
        storages=_storages(park, wet or {}),
        links=_links(park, passed or {}),
        tiers=_tiers(park, peaks or {}),
        ledger=ledger or _ledger(),
        events=(),
    )


def _storages(park, wet):
    assert set(wet) <= set(park.storages)
    seen = [wet.get(id, Wet()) for id in park.storages]
    return StorageRecord(
        ids=tuple(park.storages),
        initial=np.array([by_origin(**each.initial) for each in seen]),
        final=np.zeros((len(seen), 5)),
        peak_m3=np.array([each.peak for each in seen]),
        peak_at_s=np.array([each.peak_at for each in seen]),
        full_at_s=np.array([each.full_at for each in seen]),
        full_for_s=np.array([each.full_for for each in seen]),
        reached_at_s=np.array([each.reached for each in seen]),
    )


def _links(park, passed):
    """The park's links, then a spill onto the ground for each storage without spillway, as in a real record."""
    spilling = {link.source for link in park.links.values() if link.kind is LinkKind.SPILLWAY}
    ends = [(link.id, link.source, link.target) for link in park.links.values()]
    ends += [(f"{id}>ground", id, "ground") for id in park.storages if id not in spilling]
    ids, sources, targets = zip(*ends, strict=True)
    assert set(passed) <= set(ids)
    none = Passed(NEVER, NEVER, 0.0)
    seen = [passed.get(id, none) for id in ids]
    volumes = np.array([each.volume for each in seen])
    return LinkRecord(
        ids=ids,
        sources=sources,
        targets=targets,
        passed=volumes,
        travelling=np.zeros_like(volumes),
        accident_m3=volumes.sum(axis=1),
        accident=volumes,
        accident_from_s=np.array([each.since for each in seen]),
        accident_until_s=np.array([each.until for each in seen]),
        peak_accident_m3_s=np.array([each.peak for each in seen]),
        peak_m3_s=np.array([each.peak for each in seen]),
    )


def _tiers(park, peaks):
    seen = [peaks.get(id, (0.0, NEVER)) for id in park.tiers]
    return TierRecord(tuple(park.tiers), np.array([peak for peak, _ in seen]), np.array([at for _, at in seen]))


def _ledger():
    zero = np.zeros(6)
    return Ledger(*[zero] * 8)


def number(path, text, basis=Basis.ASSUMED):
    """A written number with its basis."""
    return Provenance(path, text, basis)

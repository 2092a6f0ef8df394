"""What accident water came to each tier, what it took, and what went on: the water that verdicts are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from sim.park import ORIGINS, Park, ReceiverKind
from sim.record.record import Floats, LinkRecord, Record

KEPT = (ReceiverKind.TREATED, ReceiverKind.RECOVERED)
RIVER = ORIGINS.index("river")
FATES = ("stays", "taken", "gone", "elsewhere")


@dataclass(frozen=True, slots=True)
class TierBalance:
    """One tier's accident water without river water [m3]: what came, and where it went."""

    tier: str
    came: Floats
    """What it met in the storages it reached, and what came to them from outside the network; by origin, shape (6,)."""
    stood_m3: float
    """What of it can have stood there when the run began."""
    stays_m3: float
    taken_m3: float
    """Treated or recovered."""
    gone_m3: float
    """Out of the park, or onto the ground."""
    elsewhere_m3: float
    """Under way in pipes at the end, or rain that flowed on once all product was gone."""
    onward_m3: float
    """On its way to later tiers once this one has had its share."""
    river_stays_m3: float
    """River water that stands in the same storages at the end."""
    river_along_m3: float
    """River water that left the park mixed with accident water."""


def balances(park: Park, record: Record) -> list[TierBalance]:
    """Tier by tier, inside out; what goes on from the last one is nothing, but for rounding.

    Passing from storage to storage, water counts as in the verdicts: product, fire and process water, and rain mixed
    with product. At rest, all counts that stands in storages it reached.
    """
    came, fates = _storages(park, record)
    initial = dict(zip(record.storages.ids, record.storages.initial, strict=True))
    onward_m3 = 0.0
    rows = []
    for tier in park.tiers:
        own = [id for id in came if park.storages[id].tier == tier]
        new = sum((came[id] for id in own), np.zeros(len(ORIGINS)))
        stood_m3 = _dry_m3(np.minimum(new, sum((initial[id] for id in own), np.zeros(len(ORIGINS)))))
        left = {fate: sum((fates[id, fate] for id in own), np.zeros(len(ORIGINS))) for fate in FATES}
        volumes = {fate: _dry_m3(volume) for fate, volume in left.items()}
        onward_m3 += _dry_m3(new) - sum(volumes.values())
        rows.append(TierBalance(
            tier, _dry(new), stood_m3, volumes["stays"], volumes["taken"], volumes["gone"],
            volumes["elsewhere"], onward_m3, float(left["stays"][RIVER]), float(left["gone"][RIVER]),
        ))  # fmt: skip
    return rows


def _storages(park: Park, record: Record) -> tuple[Mapping[str, Floats], Mapping[tuple[str, str], Floats]]:
    """By storage that accident water reached: what came to it, and by its fate what did not go on."""
    seen, links = record.storages, record.links
    reached = [k for k, at_s in enumerate(seen.reached_at_s.tolist()) if at_s == at_s]
    came = {seen.ids[k]: seen.final[k].copy() for k in reached}
    fates: dict[tuple[str, str], Floats] = defaultdict(lambda: np.zeros(len(ORIGINS)))
    for k in reached:
        fates[seen.ids[k], "stays"] += seen.final[k]
    for k, source in enumerate(links.sources):
        if source in came:
            arrived = _arrived(links, k)
            came[source] += links.accident[k]
            fates[source, "elsewhere"] += links.accident[k] - arrived
            if links.targets[k] in came:
                came[links.targets[k]] -= arrived
            else:
                fates[source, _fate(park, links.targets[k])] += arrived
    for id, volume in came.items():  # rain that came mixed with product and left when there was none any more
        fates[id, "elsewhere"] += np.maximum(-volume, 0.0)
        came[id] = np.maximum(volume, 0.0)
    return came, fates


def _arrived(links: LinkRecord, place: int) -> Floats:
    """Accident water that has come through a link by the end."""
    arrived: Floats = np.maximum(links.accident[place] - links.travelling[place], 0.0)
    return arrived


def _fate(park: Park, target: str) -> str:
    """What becomes of accident water that leaves the storages it reached."""
    if target in park.storages:
        return "elsewhere"
    return "taken" if park.receivers[target].kind in KEPT else "gone"


def _dry(volume: Floats) -> Floats:
    """The same without river water."""
    dry = volume.copy()
    dry[RIVER] = 0.0
    return dry


def _dry_m3(volume: Floats) -> float:
    return float(_dry(volume).sum())

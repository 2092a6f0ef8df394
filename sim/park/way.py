"""A link as the tiers see it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sim.park.link import Link, ReceiverKind
from sim.park.park import Park
from sim.park.spill import TO_GROUND

KEPT = (ReceiverKind.TREATED, ReceiverKind.RECOVERED)
"""Receivers whose water is in somebody's hands."""


class Way(NamedTuple):
    """Which tiers water leaves over a link, and whether somebody designed it so."""

    leaves: range
    """Ranks of these tiers, 0 the innermost; empty when the link stays in its tier or leads back."""
    controlled: bool
    """A transfer into a storage, or a receiver that treats or recovers; nothing else."""


def way(park: Park, link: str, source: str, target: str) -> Way:
    """What the link `link` from the storage `source` to `target` means to the tiers.

    `link` may be a spill onto the ground, which the park does not know.
    """
    rank = park.tier_rank(park.storages[source].tier)
    if target in park.storages:
        later = park.tier_rank(park.storages[target].tier)
        return Way(range(rank, later), controlled=link in park.links and park.links[link].transfer)
    return Way(range(rank, len(park.tiers)), controlled=park.receivers[target].kind in KEPT)


def overflow(park: Park, storage: str, spillways: Mapping[str, Link]) -> Way:
    """The way of what does not fit into a storage: over its spillway, else onto the ground."""
    spillway = spillways.get(storage)
    if spillway is None:
        return way(park, f"{storage}{TO_GROUND}", storage, ReceiverKind.GROUND)
    return way(park, spillway.id, storage, spillway.target)


def escapes(park: Park, tier: str) -> list[Link]:
    """The park's links over which water would leave a tier uncontrolled."""
    rank = park.tier_rank(tier)
    every = ((link, way(park, link.id, link.source, link.target)) for link in park.links.values())
    return [link for link, taken in every if rank in taken.leaves and not taken.controlled]

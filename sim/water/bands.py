"""A storage's rating curves cut into bands of volume.

All links of a storage share one grid of volumes. Within a band every rate is constant: that of
the water standing at the middle of the band. Levels at which something switches are edges too,
so that they are met exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sim.park import GateRating, Link, LinkKind, Prism, Storage
from sim.park.spill import raise_m, top_m3, wall_m3
from sim.water.rating import rating_m3_s, sill_m
from sim.water.records import Floats

BELOW_CREST = 200
"""Bands from empty to the crest, where a link is rated: half a band is 0.25 % of the capacity."""
ABOVE_CREST = 50
"""Bands from the crest to the top of the wall."""
AT_ONCE_M3_S = 1000.0
"""What runs at once over a wall or a crest without a length, once a dam on it has been taken away."""
COUNTED = np.arange(max(BELOW_CREST, ABOVE_CREST) + 1.0)
FIRST = np.array([True])
TOO_CLOSE = 1e-6
"""Edges of the even grid nearer than this share of the top to another edge are left out [-]."""


@dataclass(frozen=True, slots=True)
class Bands:
    """A storage cut into bands, from empty to the top of its wall."""

    edges: Floats
    """Volumes, rising from 0 [m3]."""
    levels: Floats
    """Depth at each of them; 0 where the storage has no shape [m]."""
    depths: Floats
    """Depth in the middle of each band, and at the top [m]."""
    rates: dict[str, Floats]
    """What each link with a table passes at each of these, fully open [m3/s]."""


def cut(storage: Storage, links: Sequence[Link], levels: Sequence[float]) -> Bands:
    """Bands of a storage with its links; `levels` are volumes at which something switches [m3]."""
    spillway = next((link for link in links if link.kind is LinkKind.SPILLWAY), None)
    top = top_m3(storage, spillway)
    rated = [link for link in links if link.rating is not None]
    kinks = [*levels, wall_m3(storage, spillway), storage.holds_m3 + storage.raise_m3]
    kinks += [_volume_m3(storage, sill_m(link.rating) + link.flap_m) for link in rated if link.rating is not None]
    edges = np.array(sorted({0.0, storage.holds_m3, top, *(x for x in kinks if 0 < x < top)}))
    if rated:
        edges = _between(edges, _even(0.0, storage.holds_m3, BELOW_CREST))
        for crest, wall in ((0.0, wall_m3(storage, spillway)), (storage.raise_m3, top)):
            edges = _between(edges, _even(storage.holds_m3 + crest, wall, ABOVE_CREST))
    middles = np.concatenate(((edges[1:] + edges[:-1]) / 2, [top]))
    depths = depths_m(storage, middles)
    rates = {link.id: _rates(link, depths) for link in rated if has_table(storage, link)}
    if storage.raise_m3 > 0:
        crests = {link.id: _runs_over_at_m3(storage, link, spillway) for link in links if _is_sudden(link)}
        rates |= {id: np.where(middles > crest, AT_ONCE_M3_S, 0.0) for id, crest in crests.items()}
    return Bands(edges, depths_m(storage, edges), depths, rates)


def _even(first: float, last: float, parts: int) -> Floats:
    """As many equal parts from one volume to another: `numpy.linspace` to the last bit, at a third of what it costs."""
    grid = COUNTED[: parts + 1] * ((last - first) / parts) + first
    grid[-1] = last
    return grid


def _between(edges: Floats, even: Floats) -> Floats:
    """The rising edges with those of an even grid among them that are not too close to one of them."""
    after = edges.searchsorted(even)
    below, above = edges.take(after - 1, mode="clip"), edges.take(after, mode="clip")
    far = np.minimum(np.abs(even - below), np.abs(even - above)) > TOO_CLOSE * edges[-1]
    found = np.concatenate((edges, even[far]))
    found.sort()
    return found[np.concatenate((FIRST, found[1:] != found[:-1]))]


def depths_m(storage: Storage, volumes_m3: Sequence[float] | Floats) -> Floats:
    """How deep each volume of water stands; 0 in a storage without a shape [m]."""
    if storage.shape is None:
        return np.zeros(len(volumes_m3))
    over_floor_m3 = np.asarray(volumes_m3, dtype=np.float64) + storage.dead_m3
    if isinstance(storage.shape, Prism):
        return over_floor_m3 / storage.shape.area_m2
    return np.array([storage.shape.depth_m(volume) for volume in over_floor_m3.tolist()])


def has_table(storage: Storage, link: Link) -> bool:
    """Whether a rated link's lip or crest never moves, so that it passes a share of what a table says."""
    moves = link.kind is LinkKind.SPILLWAY and raise_m(storage) > 0
    return link.rating is not None and not isinstance(link.rating, GateRating) and not moves


def _is_sudden(link: Link) -> bool:
    """Whether what stands above it runs over it at once: a wall, or a spillway without a length."""
    return link.kind in (LinkKind.SPILLWAY, LinkKind.WALL) and link.rating is None


def _runs_over_at_m3(storage: Storage, link: Link, spillway: Link | None) -> float:
    """The volume above which such a link passes water while nothing is raised [m3]."""
    return wall_m3(storage, spillway) if link.kind is LinkKind.WALL else storage.holds_m3


def _rates(link: Link, depths_m: Floats) -> Floats:
    """What a fully open link passes at each of the depths [m3/s]."""
    assert link.rating is not None
    return np.array([rating_m3_s(link.rating, depth - link.flap_m) for depth in depths_m.tolist()])


def _volume_m3(storage: Storage, depth_m: float) -> float:
    """Volume of water that stands so deep [m3]."""
    assert storage.shape is not None  # the loader asks for a shape behind a rating
    return storage.shape.volume_m3(max(depth_m, 0.0)) - storage.dead_m3

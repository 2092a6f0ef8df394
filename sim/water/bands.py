"""A storage's rating curves cut into bands of volume.

All links of a storage share one grid of volumes. Within a band every rate is constant: that of
the water standing at the middle of the band. Levels at which something switches are edges too,
so that they are met exactly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sim.park import Link, Storage, WeirRating
from sim.water.rating import against_m3_s, rating_m3_s, sill_m
from sim.water.records import Floats

BELOW_CREST = 200
"""Bands from empty to the crest, where a link is rated: half a band is 0.25 % of the capacity."""
ABOVE_CREST = 50
"""Bands from the crest to the top of the wall."""
AT_ONCE_M3_S = 1000.0
"""What a spillway without a crest passes of what stands above it, once a dam on it has been taken away."""
TOO_CLOSE = 1e-6
"""Edges of the even grid nearer than this share of the top to another edge are left out [-]."""


@dataclass(frozen=True, slots=True)
class Bands:
    """Edges of the volume from 0 to the top [m3], and what each rated link passes in each band [m3/s].

    A link that feels the backwater has all bands over again for each step of the water behind it.
    """

    edges: Floats
    rates: dict[str, Floats]


def top_m3(storage: Storage, links: Sequence[Link]) -> float:
    """Volume of water at the top of the wall [m3].

    Above the crest where a rated spillway holds it, or where the crest can be raised.
    """
    raised = storage.holds_m3 + storage.raise_m3
    heads = [link.rating.head_m for link in links if link.kind == "spillway" and isinstance(link.rating, WeirRating)]
    if not heads or storage.shape is None:
        return raised
    depth = storage.shape.depth_m(storage.capacity_m3) + max(heads)
    return max(storage.shape.volume_m3(depth) - storage.dead_m3, raised)


def cut(storage: Storage, links: Sequence[Link], levels: Sequence[float], tails_m: Mapping[str, Floats]) -> Bands:
    """Bands of a storage with its links; `levels` are volumes at which something switches [m3].

    `tails_m` are heights over its floor at which water can stand behind those of its links that feel it [m].
    """
    top = top_m3(storage, links)
    rated = [link for link in links if link.rating is not None]
    sills = [_sill_m3(storage, link) for link in rated]
    fixed = sorted({0.0, storage.holds_m3, top, *(x for x in (*levels, *sills) if 0 < x < top)})
    edges = np.array(fixed)
    if rated:
        even = np.linspace(0, storage.holds_m3, BELOW_CREST + 1)
        if top > storage.holds_m3:
            even = np.append(even, np.linspace(storage.holds_m3, top, ABOVE_CREST + 1))
        far = np.abs(even[:, None] - edges[None, :]).min(axis=1) > TOO_CLOSE * top
        edges = np.unique(np.append(edges, even[far]))
    middles = (edges[1:] + edges[:-1]) / 2
    rates = {link.id: _rates(storage, link, middles, tails_m.get(link.id)) for link in rated}
    if storage.raise_m3 > 0:
        rates |= {link.id: _over_the_crest(storage, middles) for link in links if _is_sudden(link)}
    return Bands(edges, rates)


def _is_sudden(link: Link) -> bool:
    """Whether it is a spillway that passes the excess at once."""
    return link.kind == "spillway" and link.rating is None


def _over_the_crest(storage: Storage, volumes_m3: Floats) -> Floats:
    """What such a spillway passes where the walls around it can be raised: nothing below its crest, all above."""
    return np.where(volumes_m3 > storage.holds_m3, AT_ONCE_M3_S, 0.0)


def _rates(storage: Storage, link: Link, volumes_m3: Floats, tails_m: Floats | None) -> Floats:
    """What a fully open link passes at each of the volumes, tail after tail [m3/s]."""
    assert storage.shape is not None  # the loader asks for a shape behind a rating
    assert link.rating is not None
    depths = np.array([storage.shape.depth_m(volume + storage.dead_m3) for volume in volumes_m3])
    if tails_m is None:
        rates = np.array([rating_m3_s(link.rating, depth) for depth in depths.tolist()])
    else:
        rates = against_m3_s(link.rating, depths, tails_m, link.flap_m).ravel()
    return np.minimum(rates, link.capacity_m3_s) if link.capacity_m3_s > 0 else rates


def _sill_m3(storage: Storage, link: Link) -> float:
    """Volume of water up to which a rated link passes nothing [m3]."""
    assert storage.shape is not None  # as above
    assert link.rating is not None
    return storage.shape.volume_m3(max(sill_m(link.rating) + link.flap_m, 0.0)) - storage.dead_m3

"""Where water behind a link can stand: the steps of a target's level at which what runs into it changes.

All links into a storage that feel its water share one row of steps, even in depth, since it is heads that drive
water: a hundredth of a section's volume can be a tenth of its depth. The water is told anew once it has risen or
fallen by a step, so that a target and what drains into it never hunt for a level between them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np

from sim.park import Link, LinkKind, Park
from sim.park.spill import top_m3
from sim.water.bands import depths_m
from sim.water.rating import reach_m
from sim.water.records import Floats, State, edges_of, joined

STEPS = 200
"""Steps of the height through which a link feels the water behind it: from its sill to the top of the lower wall."""

MOST_STEPS = 1000
"""Steps of a storage at most, where links at very different heights lead into it."""


@dataclass(frozen=True, slots=True)
class Backwater:
    """The links that feel the water behind them, and how it can stand."""

    links: Mapping[str, tuple[Link, ...]]
    """Those that feel it, by what they lead to."""
    steps_m3: Mapping[str, Floats]
    """Volumes of a storage at which links into it change, rising [m3]."""

    @classmethod
    def of(cls, park: Park, leaving: Mapping[str, Sequence[Link]]) -> Backwater:
        """The backwater of a park; `leaving` are the links of each storage."""
        feeling: dict[str, tuple[Link, ...]] = {}
        for link in park.links.values():
            if link.backwater:
                feeling[link.target] = (*feeling.get(link.target, ()), link)
        steps = {id: _steps_m3(park, id, links, leaving) for id, links in feeling.items() if id in park.storages}
        return cls(feeling, steps)

    def laid_into(self, park: Park, rest: State, storages: Mapping[str, int], links: Mapping[str, int]) -> State:
        """The state at rest with the steps among its edges, and chains from a storage to the links that feel it."""
        edges = [rest.edges]
        for id, steps in self.steps_m3.items():
            store, storage = rest.storages[storages[id]], park.storages[id]
            store["first_step"], store["steps"] = sum(map(len, edges)), len(steps)
            store["step"] = max(int(np.searchsorted(steps, store["volume"], side="right")) - 1, 0)
            store["stands"] = depths_m(storage, [float(store["volume"])])[0]
            depths = depths_m(storage, steps)
            edges.append(edges_of(steps, depths, depths))
        for link in (each for feeling in self.links.values() for each in feeling):
            _lay_link(park, link, rest, storages, links)
        return rest._replace(edges=joined(edges))


def over_source_m(park: Park, link: Link) -> float:
    """Height of the target's floor, or of a receiver's water, over the floor of the storage a link leaves [m]."""
    target = park.storages.get(link.target)
    zero_m = target.floor_m if target else park.receivers[link.target].level_m
    floor_m = park.storages[link.source].floor_m
    assert zero_m is not None  # the loader asks for both
    assert floor_m is not None
    return zero_m - floor_m


def _lay_link(park: Park, link: Link, rest: State, storages: Mapping[str, int], links: Mapping[str, int]) -> None:
    """Tell a link how the water stands behind it, and put it into its target's chain."""
    row, rating = rest.links[links[link.id]], rest.ratings[links[link.id]]
    rating["back"], rating["over"] = 1, over_source_m(park, link)
    row["behind"] = rating["over"]
    rest.storages[row["source"]]["feels"] = 1
    if link.target in storages:
        store = rest.storages[storages[link.target]]
        row["behind"] += store["stands"]
        rating["next_back"], store["first_back"] = store["first_back"], links[link.id]


def _steps_m3(park: Park, target: str, links: Sequence[Link], leaving: Mapping[str, Sequence[Link]]) -> Floats:
    """Steps of a storage from below where its water first reaches one of the links to where it matters no more [m3]."""
    storage = park.storages[target]
    assert storage.shape is not None  # the loader asks for one
    top = _top_m(park, target, leaving[target])
    spans = [_felt_m(park, link, top, _top_m(park, link.source, leaving[link.source])) for link in links]
    low, high = min(each[0] for each in spans), max(each[1] for each in spans)
    step = max(min(end - begin for begin, end in spans) / STEPS, (high - low) / MOST_STEPS)
    heights = np.linspace(max(low - step, 0.0), high, max(ceil((high - low) / step), 1) + 1)
    volumes = np.array([storage.shape.volume_m3(height) - storage.dead_m3 for height in heights.tolist()])
    return np.unique(np.clip(volumes, 0.0, top_m3(storage, _spillway(leaving[target]))))


def _felt_m(park: Park, link: Link, top_m: float, source_top_m: float) -> tuple[float, float]:
    """Depths of the target between which a link feels it [m]: from its sill to the top of the lower of both."""
    over = over_source_m(park, link)
    assert link.rating is not None  # the loader asks for one
    low = min(max(reach_m(link.rating) - over, 0.0), top_m)
    return low, max(min(top_m, source_top_m - over), low + 0.01 * top_m)


def _top_m(park: Park, id: str, leaving: Sequence[Link]) -> float:
    """Depth of the water at the top of a storage's wall [m]."""
    storage = park.storages[id]
    assert storage.shape is not None  # as above
    return storage.shape.depth_m(top_m3(storage, _spillway(leaving)) + storage.dead_m3)


def _spillway(leaving: Sequence[Link]) -> Link | None:
    return next((link for link in leaving if link.kind is LinkKind.SPILLWAY), None)

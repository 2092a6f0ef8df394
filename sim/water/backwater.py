"""Where water behind a link can stand: the steps of a target's volume at which what runs into it changes.

All links into a storage that feel its water share one row of steps. From one step to the next
the water is taken to stand as at the first; it falls back a step only once it has fallen by a
whole one, so that a target and what drains into it never hunt for a level between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np

from sim.park import Link, Park
from sim.water.bands import top_m3
from sim.water.rating import reach_m
from sim.water.records import Floats, State

STEPS = 100
"""Steps from the level at which a target first reaches a link to the top of its wall."""


@dataclass(frozen=True, slots=True)
class Backwater:
    """The links that feel the water behind them, and how it can stand."""

    links: Mapping[str, tuple[Link, ...]]
    """Those that feel it, by what they lead to."""
    steps_m3: Mapping[str, Floats]
    """Volumes of a storage at which links into it change, rising [m3]."""
    tails_m: Mapping[str, Floats]
    """For each of the links, heights of the water behind it over its source's floor, step after step [m]."""

    @classmethod
    def of(cls, park: Park, leaving: Mapping[str, Sequence[Link]]) -> Backwater:
        """The backwater of a park; `leaving` are the links of each storage."""
        feeling: dict[str, tuple[Link, ...]] = {}
        for link in park.links.values():
            if link.backwater:
                feeling[link.target] = (*feeling.get(link.target, ()), link)
        steps = {id: _steps_m3(park, id, feeling[id], leaving[id]) for id in feeling if id in park.storages}
        every = (link for links in feeling.values() for link in links)
        return cls(feeling, steps, {link.id: _tails_m(park, link, steps.get(link.target)) for link in every})

    def laid_into(self, rest: State, storages: Mapping[str, int], links: Mapping[str, int]) -> State:
        """The state at rest with the steps among its edges, and chains from a storage to the links that feel it."""
        edges = [rest.edges]
        for id, steps in self.steps_m3.items():
            store = rest.storages[storages[id]]
            store["first_step"], store["steps"] = sum(map(len, edges)), len(steps)
            store["step"] = max(int(np.searchsorted(steps, store["volume"], side="right")) - 1, 0)
            edges.append(steps)
            for link in self.links[id]:
                row = rest.links[links[link.id]]
                row["bands"] = rest.storages[row["source"]]["edges"] - 1
                row["shift"] = store["step"] * row["bands"]
                row["next_back"], store["first_back"] = store["first_back"], links[link.id]
        return rest._replace(edges=np.concatenate(edges))


def over_source_m(park: Park, link: Link) -> float:
    """Height of the target's floor, or of a receiver's water, over the floor of the storage a link leaves [m]."""
    target = park.storages.get(link.target)
    zero_m = target.floor_m if target else park.receivers[link.target].level_m
    floor_m = park.storages[link.source].floor_m
    assert zero_m is not None  # the loader asks for both
    assert floor_m is not None
    return zero_m - floor_m


def _steps_m3(park: Park, target: str, links: Iterable[Link], leaving: Sequence[Link]) -> Floats:
    """Steps of a storage, from where its water first reaches one of the links up to the top of its wall [m3]."""
    storage = park.storages[target]
    assert storage.shape is not None  # the loader asks for one
    reach = min(reach_m(link.rating) - over_source_m(park, link) for link in links if link.rating is not None)
    low = storage.shape.volume_m3(max(reach, 0.0)) - storage.dead_m3
    return np.linspace(min(max(low, 0.0), storage.holds_m3), top_m3(storage, leaving), STEPS + 1)


def _tails_m(park: Park, link: Link, steps_m3: Floats | None) -> Floats:
    """Heights of the water behind a link over its source's floor, step after step [m].

    Below the first step no water is near; a receiver's water stands still.
    """
    over = over_source_m(park, link)
    if steps_m3 is None:
        return np.array([over])
    target = park.storages[link.target]
    assert target.shape is not None  # as above
    depths = [target.shape.depth_m(volume + target.dead_m3) for volume in steps_m3[1:].tolist()]
    return np.array([-inf, *(over + depth for depth in depths)])

"""How high everything stands, so that no water downstream pushes back on what is above it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from sim.export.basin import Basin
from sim.park import Link, LinkKind

FALL_M = 2.0
"""From the end of one thing to the top of the next below it [m]."""


def loop_of(links: Iterable[Link], basins: Iterable[str]) -> list[str]:
    """Storages round which the links lead, the first again at the end; none when they never do."""
    try:
        _order(links, basins)
    except CycleError as error:
        return [str(id) for id in error.args[1]]
    return []


def heights_m(basins: Mapping[str, Basin], links: Iterable[Link], drops_m: Mapping[str, float]) -> dict[str, float]:
    """Height of each storage's floor [m]: above all that it runs into, `drops_m` of the links' conduits included.

    Pumps may lift. Where links with travel time close a loop only the others count.
    """
    falling = [link for link in links if link.kind is not LinkKind.PUMP]
    if loop_of(falling, basins):
        falling = [link for link in falling if link.lag_s <= 0]
    found: dict[str, float] = {}
    for id in _order(falling, basins):
        ways = [link for link in falling if link.source == id]
        found[id] = max((_top(link, basins, found) + drops_m.get(link.id, 0.0) for link in ways), default=0.0)
    return found


def _top(link: Link, basins: Mapping[str, Basin], found: Mapping[str, float]) -> float:
    """Where a link must end, at least [m]."""
    if link.target not in basins:
        return FALL_M
    return found[link.target] + basins[link.target].top_m + FALL_M


def _order(links: Iterable[Link], basins: Iterable[str]) -> list[str]:
    """Storages, each after all that it runs into."""
    after: dict[str, set[str]] = {id: set() for id in basins}
    for link in links:
        if link.target in after:
            after[link.source].add(link.target)
    return list(TopologicalSorter(after).static_order())

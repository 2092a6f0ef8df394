"""How high everything stands, so that no water downstream pushes back on what is above it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from sim.exchange.swmm.basin import Basin
from sim.park import Link, LinkKind

FALL_M = 2.0
"""From the end of one thing to the top of the next below it [m]."""


def loop_of(links: Iterable[Link], basins: Iterable[str], tied: Mapping[str, str] | None = None) -> list[str]:
    """Storages round which the links lead, the first again at the end; none when they never do.

    Those with the same name in `tied` count as one.
    """
    groups = tied or {}
    try:
        _order(links, (groups.get(id, id) for id in basins), groups)
    except CycleError as error:
        return [str(id) for id in error.args[1]]
    return []


def heights_m(
    basins: Mapping[str, Basin], links: Iterable[Link], drops_m: Mapping[str, float], tied: Mapping[str, str]
) -> dict[str, float]:
    """Height of each storage's floor [m]: above all that it runs into, `drops_m` of the links' conduits included.

    Pumps may lift. Where links with travel time close a loop only the others count. Storages that
    feel each other's water stand as they do in the park, one group by the name it has in `tied`.
    """
    falling = [link for link in links if link.kind is not LinkKind.PUMP]
    if loop_of(falling, basins):
        falling = [link for link in falling if link.lag_s <= 0]
    groups: dict[str, list[str]] = {}
    for id in basins:
        groups.setdefault(tied.get(id, id), []).append(id)
    found: dict[str, float] = {}
    for group in _order(falling, groups, tied):
        inside = {id: _in_park_m(basins[id]) if id in tied else 0.0 for id in groups[group]}
        ways = [each for each in falling if each.source in inside and each.target not in inside]
        needs = [_top(each, basins, found) + drops_m.get(each.id, 0.0) - inside[each.source] for each in ways]
        base = max(needs, default=-min(inside.values()))
        found |= {id: base + height for id, height in inside.items()}
    return found


def ties(links: Iterable[Link], basins: Mapping[str, Basin]) -> dict[str, str]:
    """For each storage whose water links feel, and each they leave, the name of the group that must stand as in the
    park: links from the one to the other join two groups."""
    found: dict[str, str] = {}
    for link in links:
        if link.target not in basins:
            continue
        one, other = found.get(link.source, link.source), found.get(link.target, link.target)
        found |= {link.source: one, link.target: one}
        found = {id: one if group == other else group for id, group in found.items()}
    return found


def _in_park_m(basin: Basin) -> float:
    """Height above the park's zero of the level at which a storage's water is gone [m]."""
    assert basin.storage.floor_m is not None  # a link that feels its water asks for it
    return basin.storage.floor_m + basin.floor_m


def _top(link: Link, basins: Mapping[str, Basin], found: Mapping[str, float]) -> float:
    """Where a link must end, at least [m]."""
    if link.target not in basins:
        return FALL_M
    return found[link.target] + basins[link.target].top_m + FALL_M


def _order(links: Iterable[Link], groups: Iterable[str], tied: Mapping[str, str]) -> list[str]:
    """Storages or groups of them, each after all that it runs into."""
    after: dict[str, set[str]] = {id: set() for id in groups}
    for link in links:
        source, target = (tied.get(id, id) for id in (link.source, link.target))
        if target in after and target != source:
            after[source].add(target)
    return list(TopologicalSorter(after).static_order())

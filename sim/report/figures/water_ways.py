"""Where every cubic metre went, as flows between what stands there: what a Sankey diagram is drawn from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from sim.park import ORIGINS, Park
from sim.record.record import Floats, Record

LEAST_SHARE = 0.004
"""Storages through which less of the water went are gathered, tier by tier."""
LEAST_M3 = 1e-6
RIVER = ORIGINS.index("river")
START, ELSEWHERE, UNDER_WAY, ONWARD = "start", "elsewhere", "under-way", "onward"
"""What stood there at the start, what came from storages that are not shown, what is still in pipes, what went on to
storages that are not shown."""
SOURCE, STORAGE, OTHERS, STAYS, END = "source", "storage", "others", "stays", "end"
Node = tuple[str, str]
"""What sort of thing it is, and which: an origin, a storage, a tier, a receiver."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Water that went from one thing to the next, by origin [m3]."""

    source: Node
    target: Node
    volume: Floats

    @property
    def volume_m3(self) -> float:
        """Water of all origins [m3]."""
        return float(self.volume.sum())


def flows(park: Park, record: Record) -> list[Flow]:
    """All water of the storages that accident water reached: from where it came to where it is.

    What comes into each thing leaves it again, so that both ends of the list add up to the same.
    """
    seen = record.storages
    shown = {id for id, at_s in zip(seen.ids, seen.reached_at_s.tolist(), strict=True) if at_s == at_s}
    found: dict[tuple[Node, Node], Floats] = defaultdict(lambda: np.zeros(len(ORIGINS)))
    balance = {id: seen.final[k] - seen.initial[k] for k, id in enumerate(seen.ids) if id in shown}
    links = record.links
    for k, (source, target) in enumerate(zip(links.sources, links.targets, strict=True)):
        _add_link(found, balance, shown, source, target, links.passed[k], links.travelling[k])
    for k, id in enumerate(seen.ids):
        if id in shown:
            _add_ends(found, park, id, balance[id], seen.initial[k], seen.final[k])
    whole = [Flow(*ends, volume) for ends, volume in found.items() if volume.sum() > LEAST_M3]
    return _gathered(park, whole)


def _add_link(
    found: dict[tuple[Node, Node], Floats], balance: dict[str, Floats], shown: set[str], source: str, target: str,
    passed: Floats, travelling: Floats,
) -> None:  # fmt: skip
    """What a link carried, if either end is shown; `balance` is what a storage gained less what links brought."""
    if source in shown:
        balance[source] = balance[source] + passed
        found[(STORAGE, source), (STORAGE if target in shown else END, target)] += passed - travelling
        found[(STORAGE, source), (END, UNDER_WAY)] += travelling
    elif target in shown:
        found[(SOURCE, ELSEWHERE), (STORAGE, target)] += passed - travelling
    if target in shown:
        balance[target] = balance[target] - (passed - travelling)


def _add_ends(
    found: dict[tuple[Node, Node], Floats], park: Park, id: str, gained: Floats, initial: Floats, final: Floats
) -> None:
    """What came into a storage from outside, what stood in it and what stays in it."""
    for k, origin in enumerate(ORIGINS):
        came = np.zeros(len(ORIGINS))
        came[k] = max(gained[k], 0.0)
        found[(SOURCE, origin), (STORAGE, id)] += came
    found[(SOURCE, START), (STORAGE, id)] += initial
    found[(STORAGE, id), (STAYS, park.storages[id].tier)] += final


def _gathered(park: Park, found: list[Flow]) -> list[Flow]:
    """The same with small storages as one a tier, and storages that are not shown as one end.

    Where most is river water, what is small is told by the rest.
    """
    weighed = without(found, RIVER) if mostly_river(found) else found
    through = throughput(weighed)
    whole_m3 = sum(each.volume_m3 for each in weighed if each.source[0] == SOURCE)

    def new(node: Node) -> Node:
        sort, id = node
        if sort == END and id in park.storages:
            return (END, ONWARD)
        if sort == STORAGE and through.get(node, 0.0) < LEAST_SHARE * whole_m3:
            return (OTHERS, park.storages[id].tier)
        return node

    sums: dict[tuple[Node, Node], Floats] = defaultdict(lambda: np.zeros(len(ORIGINS)))
    for each in found:
        ends = (new(each.source), new(each.target))
        if ends[0] != ends[1]:
            sums[ends] += each.volume
    return [Flow(*ends, volume) for ends, volume in sums.items()]


def mostly_river(found: Iterable[Flow]) -> bool:
    """Whether more than half of what came is river water."""
    sources = [each for each in found if each.source[0] == SOURCE]
    return sum(float(each.volume[RIVER]) for each in sources) > sum(each.volume_m3 for each in sources) / 2


def without(found: Iterable[Flow], origin: int) -> list[Flow]:
    """The flows without water of an origin, of those that carry any other."""
    left = []
    for each in found:
        volume = each.volume.copy()
        volume[origin] = 0.0
        if volume.sum() > 0:
            left.append(Flow(each.source, each.target, volume))
    return left


def throughput(found: Iterable[Flow]) -> Mapping[Node, float]:
    """What went through each thing: the larger of what came and what left [m3]."""
    came: dict[Node, float] = defaultdict(float)
    left: dict[Node, float] = defaultdict(float)
    for each in found:
        left[each.source] += each.volume_m3
        came[each.target] += each.volume_m3
    return {node: max(came[node], left[node]) for node in {**came, **left}}


def columns(park: Park, found: Iterable[Flow]) -> dict[Node, int]:
    """In which column each thing stands: sources first, ends last, storages after what flows into them."""
    flowing = [each for each in found if each.source[0] not in (SOURCE,) and each.target[0] in (STORAGE, OTHERS)]
    nodes = {node for each in found for node in (each.source, each.target)}
    inner = sorted(
        (node for node in nodes if node[0] in (STORAGE, OTHERS)),
        key=lambda node: (park.tier_rank(_tier(park, node)), node),
    )
    place = dict.fromkeys(inner, 1)
    for _ in inner:  # the longest way; a ring stops growing once it has been round
        for each in flowing:
            if place[each.target] <= place[each.source] < len(inner) and not _back(park, each, flowing):
                place[each.target] = place[each.source] + 1
    packed = {column: k + 1 for k, column in enumerate(sorted(set(place.values())))}
    last = len(packed) + 1
    ends = {node: 0 if node[0] == SOURCE else last for node in nodes if node[0] not in (STORAGE, OTHERS)}
    return {**{node: packed[column] for node, column in place.items()}, **ends}


def _tier(park: Park, node: Node) -> str:
    return park.storages[node[1]].tier if node[0] == STORAGE else node[1]


def _back(park: Park, flow: Flow, flowing: list[Flow]) -> bool:
    """Whether a flow runs back: inwards, or against a larger one between the same two."""
    inwards = park.tier_rank(_tier(park, flow.target)) - park.tier_rank(_tier(park, flow.source))
    if inwards:
        return inwards < 0
    return any(
        (each.source, each.target) == (flow.target, flow.source) and each.volume_m3 > flow.volume_m3
        for each in flowing
    )

"""Where every cubic metre came from and went, of the storages that accident water reached."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import isnan

import numpy as np

from sim.park import ORIGINS
from sim.park.origin import ACCIDENT_ORIGINS
from sim.record.record import Floats
from sim.result import Result

Node = tuple[str, str]
"""What it is, and which: ("inflow", its id), ("stood", ""), ("clean", ""), ("tier", id), ("stored", tier),
("travelling", ""), ("end", receiver), ("away", ""), and ("others", side) of gathered ones."""
STOOD, CLEAN, TRAVELLING, AWAY = ("stood", ""), ("clean", ""), ("travelling", ""), ("away", "")
SOURCES = ("inflow", "stood", "clean")
"""Kinds of nodes water comes from."""


@dataclass(frozen=True, eq=False, slots=True)
class Whereabouts:
    """Ribbons from node to node by origin, and what of the park's water is none of it [m3]."""

    ribbons: dict[tuple[Node, Node], Floats]
    beside: Floats
    """Inflows and first volumes of storages accident water did not reach."""


def whereabouts(result: Result) -> Whereabouts:
    """All water that was in reached storages; moves inside a tier are not told apart.

    A link's water is booked where it arrived, and under way what is still in it at the end.
    """
    park, seen = result.park, result.record.storages
    reached = {id for id, at in zip(seen.ids, seen.reached_at_s.tolist(), strict=True) if not isnan(at)}
    ribbons: dict[tuple[Node, Node], Floats] = defaultdict(lambda: np.zeros(len(ORIGINS)))
    beside = np.zeros(len(ORIGINS))
    for id, initial, final in zip(seen.ids, seen.initial, seen.final, strict=True):
        if id in reached:
            tier = park.storages[id].tier
            ribbons[STOOD, ("tier", tier)] += initial
            ribbons[("tier", tier), ("stored", tier)] += final
        else:
            beside += initial
    _pour(result, reached, ribbons, beside)
    _link(result, reached, ribbons)
    return Whereabouts({key: volume for key, volume in ribbons.items() if volume.any()}, beside)


def _pour(result: Result, reached: set[str], ribbons: dict[tuple[Node, Node], Floats], beside: Floats) -> None:
    """Inflows, by the share of each storage they are poured into."""
    for inflow in result.scenario.inflows:
        whole, brought = sum(inflow.factors), result.record.inflows.get(inflow.id, 0.0)
        k = ORIGINS.index(inflow.kind.origin)
        for id, factor in zip(inflow.into, inflow.factors, strict=True):
            part = brought * factor / whole if whole else 0.0
            if id in reached:
                ribbons[("inflow", inflow.id), ("tier", result.park.storages[id].tier)][k] += part
            else:
                beside[k] += part


def _link(result: Result, reached: set[str], ribbons: dict[tuple[Node, Node], Floats]) -> None:
    """What went over links that begin or end at a reached storage."""
    storages, links = result.park.storages, result.record.links
    columns = (links.sources, links.targets, links.passed, links.travelling)
    for source, target, passed, on_way in zip(*columns, strict=True):
        if source not in reached and target not in reached:
            continue
        start: Node = ("tier", storages[source].tier) if source in reached else CLEAN
        if target in storages:
            end: Node = ("tier", storages[target].tier) if target in reached else AWAY
        else:
            end = ("end", target)
        ribbons[start, TRAVELLING] += on_way
        if start != end:
            ribbons[start, end] += passed - on_way


def _weight_m3(found: Whereabouts, volume: Floats) -> float:
    """How much a ribbon counts: its water, or its share of the accident water that came, whichever is more [m3]."""
    came = sum((each for (start, _), each in found.ribbons.items() if start[0] in SOURCES), np.zeros(len(ORIGINS)))
    accident = [ORIGINS.index(each) for each in ACCIDENT_ORIGINS]
    share = float(volume[accident].sum()) / max(float(came[accident].sum()), 1e-9)
    return max(float(volume.sum()), share * float(came.sum()))


def gathered(found: Whereabouts, least_m3: float, most: int) -> dict[tuple[Node, Node], Floats]:
    """The ribbons; sources and ends of less than `least_m3`, and all but the `most` largest, are one node a side.

    Of all water the river may be nearly everything; so a node with its share of the accident water counts as much.
    """
    totals: dict[Node, float] = defaultdict(float)
    for key, volume in found.ribbons.items():
        for node in key:
            totals[node] += _weight_m3(found, volume)
    starts = {start for start, _ in found.ribbons}
    shown = {node for node in totals if node[0] == "tier"}
    for side in (starts - shown, set(totals) - starts - shown):
        largest = sorted(side, key=lambda node: (-totals[node], node))[:most]
        shown |= {node for node in largest if totals[node] >= least_m3}
    ribbons: dict[tuple[Node, Node], Floats] = defaultdict(lambda: np.zeros(len(ORIGINS)))
    for (start, end), volume in found.ribbons.items():
        first, last = start if start in shown else ("others", "from"), end if end in shown else ("others", "to")
        ribbons[first, last] += volume
    return dict(ribbons)

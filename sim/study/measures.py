"""Recovery measures: the designed ways over which what an accident left behind can be brought to treatment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heappop, heappush

import numpy as np

from sim.park import PLANTS_OWN, Link, LinkKind, Operation, Park
from sim.park.way import KEPT
from sim.record.event import Done
from sim.record.record import Record

Measures = Mapping[str, tuple[Link, ...]]
"""The links that are ordered to run, by the storage they empty."""
MOBILE = 1000
"""As how many links a mobile pump counts; no park has a way so long."""


def measures_of(park: Park, record: Record) -> Measures:
    """Every designed transfer towards treatment or recovery on the ways of the accident water of a run.

    Towards: what leads to a storage nearer to the end of the way than its own; others only into a treatment plant, or
    where they are marked as transfers, and where they close no ring, so that no water goes round in circles.
    """
    designed = [link for link in park.links.values() if is_designed(park, link, record)]
    steps = _steps_to_treatment(park, designed)
    onwards = [link for link in designed if _is_end(park, link) or link.target in steps]
    chosen: dict[str, list[Link]] = {}
    for link in sorted(onwards, key=lambda link: (_gain(steps, link), link.id)):
        meant = link.transfer or _is_into_plant(park, link)
        if _gain(steps, link) < 0 or (meant and link.source not in _downstream(chosen, [link.target])):
            chosen.setdefault(link.source, []).append(link)
    there = _downstream(chosen, _reached(record))
    return {id: tuple(chosen[id]) for id in park.storages if id in chosen and id in there}


def is_designed(park: Park, link: Link, record: Record) -> bool:
    """Whether a link was made to carry water on purpose, can be ordered about, and is there.

    A pump, a link marked as a transfer, one into treatment, recovery or a treatment plant; of mobile pumps those that
    have been laid.
    """
    if link.kind is LinkKind.SPILLWAY or (_is_placed(park, link) and not _was_done(record, link.id)):
        return False
    return link.kind is LinkKind.PUMP or link.transfer or _is_into_plant(park, link) or _is_end(park, link)


def _is_placed(park: Park, link: Link) -> bool:
    """Whether a sheet has to lay it first."""
    return link.id in park.sheets and park.sheets[link.id].operation is Operation.PLACE


def _was_done(record: Record, sheet: str) -> bool:
    return any(isinstance(each, Done) and each.sheet == sheet for each in record.events)


def _is_into_plant(park: Park, link: Link) -> bool:
    return link.target in park.storages and park.storages[link.target].kind in PLANTS_OWN


def _is_end(park: Park, link: Link) -> bool:
    """Whether it ends in treatment or recovery."""
    return link.target in park.receivers and park.receivers[link.target].kind in KEPT


def _steps_to_treatment(park: Park, designed: Iterable[Link]) -> dict[str, int]:
    """How many links there are from each storage to treatment or recovery; only storages with a way.

    A mobile pump counts as many, so that it does not make a storage the nearer one for what stands fixed.
    """
    into: dict[str, list[Link]] = {}
    for link in designed:
        into.setdefault("" if _is_end(park, link) else link.target, []).append(link)
    steps: dict[str, int] = {}
    work = [(0, "")]
    while work:
        so_far, target = heappop(work)
        if target in steps:
            continue
        steps[target] = so_far
        for link in into.get(target, ()):
            heappush(work, (so_far + (MOBILE if _is_placed(park, link) else 1), link.source))
    del steps[""]
    return steps


def _gain(steps: Mapping[str, int], link: Link) -> int:
    """How much nearer to treatment a link leads; negative is nearer."""
    return steps.get(link.target, 0) - steps[link.source]


def _downstream(chosen: Mapping[str, Iterable[Link]], sources: Iterable[str]) -> set[str]:
    """Where water from some storages gets to over links that have been chosen, themselves included."""
    found, work = set(sources), list(sources)
    while work:
        new = {link.target for link in chosen.get(work.pop(), ())} - found
        found |= new
        work += sorted(new)
    return found


def _reached(record: Record) -> list[str]:
    return [record.storages.ids[place] for place in np.flatnonzero(~np.isnan(record.storages.reached_at_s)).tolist()]

"""Recovery measures: the designed ways over which what an accident left behind can be brought to treatment."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

import numpy as np

from sim.park import PLANTS_OWN, Link, LinkKind, Operation, Park
from sim.park.way import KEPT
from sim.record.record import Record

Measures = Mapping[str, tuple[Link, ...]]
"""The links that are ordered to run, by the storage they empty."""


def measures_of(park: Park, record: Record) -> Measures:
    """Every designed transfer towards treatment or recovery on the ways of the accident water of a run.

    Towards: what leads to a storage nearer to the end of the way than its own; others only where they are marked as
    transfers and close no ring, so that no water goes round in circles.
    """
    designed = [link for link in park.links.values() if is_designed(park, link, record)]
    steps = _steps_to_treatment(park, designed)
    onwards = [link for link in designed if steps.get(link.target, 0 if _is_end(park, link) else None) is not None]
    near_first = sorted(onwards, key=lambda link: (_gain(steps, link), link.id))
    chosen: dict[str, list[Link]] = {}
    for link in near_first:
        if _gain(steps, link) < 0 or (link.transfer and not _leads(chosen, link.target, link.source)):
            chosen.setdefault(link.source, []).append(link)
    there = _downstream(chosen, _reached(record))
    return {id: tuple(chosen[id]) for id in park.storages if id in chosen and id in there}


def is_designed(park: Park, link: Link, record: Record) -> bool:
    """Whether a link was made to carry water on purpose, can be ordered about, and is there.

    A pump, a link marked as a transfer, one into treatment, recovery or a treatment plant; of mobile pumps those that
    have been laid.
    """
    sheet = park.sheets.get(link.id)
    if sheet is not None and sheet.operation is Operation.PLACE and not _was_done(record, sheet.id):
        return False
    if link.kind is LinkKind.SPILLWAY:
        return False
    into_plant = link.target in park.storages and park.storages[link.target].kind in PLANTS_OWN
    return link.kind is LinkKind.PUMP or link.transfer or into_plant or _is_end(park, link)


def _was_done(record: Record, sheet: str) -> bool:
    return any(each.what == "done" and each.subject.partition("#")[0] == sheet for each in record.entries)


def _is_end(park: Park, link: Link) -> bool:
    """Whether it ends in treatment or recovery."""
    return link.target in park.receivers and park.receivers[link.target].kind in KEPT


def _steps_to_treatment(park: Park, designed: Iterable[Link]) -> dict[str, int]:
    """How many links there are from each storage to treatment or recovery; only storages with a way."""
    into: dict[str, list[str]] = {}
    steps: dict[str, int] = {}
    for link in designed:
        if _is_end(park, link):
            steps[link.source] = 1
        into.setdefault(link.target, []).append(link.source)
    work = deque(sorted(steps))
    while work:
        target = work.popleft()
        for source in into.get(target, ()):
            if source not in steps:
                steps[source] = steps[target] + 1
                work.append(source)
    return steps


def _gain(steps: Mapping[str, int], link: Link) -> int:
    """How much nearer to treatment a link leads; negative is nearer."""
    return steps.get(link.target, 0) - steps[link.source]


def _leads(chosen: Mapping[str, list[Link]], source: str, target: str) -> bool:
    """Whether water gets from one storage to another over links that have been chosen."""
    return target in _downstream(chosen, [source])


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

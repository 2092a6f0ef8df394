"""How long a storage holds out once its gate is shut, and whether pumps come in time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isnan, nan

import numpy as np

from sim.park import LinkKind, Park, Storage
from sim.record.course import Course
from sim.record.record import Floats, Record

RIVER_SECTION = "river-section"
"""The kind of storage that always has a fill time; others have one where a gate leads out of them."""
FILM_M3 = 1e-6
"""Less than this does not stand in a storage [m3]."""


@dataclass(frozen=True, slots=True)
class FillTime:
    """A shut storage's race; volumes in m3, times in s since the start of the run, NaN for never."""

    storage: str
    shut_at_s: float
    """From when on nothing left it but by pumps and over its spillway, to the end of the run."""
    room_m3: float
    """Between the water then and the allowed level; 0 when it stood higher."""
    inflow_m3_s: float
    """What ran in, on the mean until it was full; of one that never is, until the end [m3/s]."""
    full_at_s: float
    """When so much had run in as there was room, pumps or not; after the end of the run at the last inflow."""
    stood_full_at_s: float
    """When it really stood at the allowed level in the run."""
    pumps_from_s: float
    """When a pump first took water from it."""
    stood_empty: bool = False
    """Whether nothing left it because nothing stood in it, a way out being open: nobody shut it at the start.
    Of a river section never, which its river fills."""

    @property
    def fill_s(self) -> float:
        """How long it takes to fill [s]."""
        return self.full_at_s - self.shut_at_s

    @property
    def spare_s(self) -> float:
        """From the first pump until it is full; negative when pumps come too late [s]."""
        return self.full_at_s - self.pumps_from_s


@dataclass(frozen=True, slots=True)
class FillTimes:
    """Every storage that was shut to the end and that water ran into, in the order of the record."""

    found: tuple[FillTime, ...] = ()
    known: bool = True
    """False of a run without trace in which accident water came into such a storage."""


def fill_times(park: Park, record: Record) -> FillTimes:
    """How long river sections held out, and other storages with a gate that accident water came into.

    Shut means that nothing leaves over gates, valves, pipes and holes; a gate that leaks is never shut.

    Source: usable volume over all that runs in, the practice of storage in river sections; the inflow is the run's own.
    """
    places = _asked(park, record)
    if record.trace is None:
        return FillTimes(known=bool(np.isnan(record.storages.reached_at_s[places]).all()))
    course, ids = Course(record), [record.storages.ids[place] for place in places]
    found = [_fill_time(park, course, id, ways) for id, ways in _leaving(park, record, ids).items()]
    return FillTimes(tuple(each for each in found if each))


def _asked(park: Park, record: Record) -> list[int]:
    """The storages whose fill time somebody wants to know, as their places in the record."""
    ids, wet = record.storages.ids, ~np.isnan(record.storages.reached_at_s)
    reached = {ids[place] for place in np.flatnonzero(wet)}
    links = zip(record.links.ids, record.links.sources, strict=True)
    gated = {source for id, source in links
             if source in reached and id in park.links and park.links[id].kind is LinkKind.GATE}  # fmt: skip
    return [place for place, id in enumerate(ids) if id in gated or park.storages[id].kind == RIVER_SECTION]


def _fill_time(park: Park, course: Course, id: str, ways: Sequence[tuple[str, bool]]) -> FillTime | None:
    """The race of one storage; None when it was not shut to the end, or no water came to stand in it."""
    storage = park.storages[id]
    spans = [(pump, _flowing(course, way)) for way, pump in ways]
    shut_at = max((float(until[-1]) for pump, (_, until) in spans if not pump and len(until)), default=0.0)
    open_ways = any(park.links[way].opening > 0 for way, pump in ways if not pump)
    idle = storage.kind != RIVER_SECTION and open_ways and not any(len(until) for pump, (_, until) in spans if not pump)
    starts = (since[until > shut_at] for pump, (since, until) in spans if pump)
    pumping = [max(float(since[0]), shut_at) for since in starts if len(since)]
    race = _race(storage, course, shut_at, min(pumping, default=nan))
    return race and replace(race, stood_empty=idle and float(course.initial_m3(id).sum()) < FILM_M3)


def _leaving(park: Park, record: Record, ids: Iterable[str]) -> Mapping[str, Sequence[tuple[str, bool]]]:
    """The links that leave some storages, and whether each is a pump; without their spillways and walls."""
    found: dict[str, list[tuple[str, bool]]] = {id: [] for id in ids}
    for link, source in zip(record.links.ids, record.links.sources, strict=True):
        if source in found and link in park.links and (kind := park.links[link].kind) is not LinkKind.SPILLWAY:
            found[source].append((link, kind is LinkKind.PUMP))
    return found


def _flowing(course: Course, link: str) -> tuple[Floats, Floats]:
    """From when until when something ran into a link, in the order of time."""
    at_s, flow = course.rates(link)
    until_s = np.append(at_s[1:], course.record.horizon_s)[: len(at_s)]
    flows = (flow.sum(axis=1) > 0) & (until_s > at_s)
    return at_s[flows], until_s[flows]


def _race(storage: Storage, course: Course, shut_at: float, pumps_from: float) -> FillTime | None:
    """What ran in after shutting, beside the room there was; None when nothing did, or all of it was gone at once.

    So there is none where a way stood open to the end, nor where the trace knows of no water.
    """
    at, end = course.breakpoints(storage.id)[0], course.record.horizon_s
    times = np.unique(np.concatenate(([shut_at, end], at[(at > shut_at) & (at < end)])))
    rates, stood = course.inflow_m3_s(storage.id, times), course.volume_m3(storage.id, times)
    come = np.append(0.0, np.cumsum(rates[:-1] * np.diff(times)))
    if come[-1] < FILM_M3 or stood.max() < FILM_M3:
        return None
    room = max(storage.allowed_m3 - float(stood[0]), 0.0)
    full_at = _first_s(times, come, room)
    if isnan(full_at) and rates[-2] > 0:
        full_at = end + (room - float(come[-1])) / float(rates[-2])
    return FillTime(
        storage=storage.id,
        shut_at_s=shut_at,
        room_m3=room,
        inflow_m3_s=room / (full_at - shut_at) if full_at > shut_at else float(come[-1]) / (end - shut_at),
        full_at_s=full_at,
        stood_full_at_s=_first_s(times, stood, storage.allowed_m3),
        pumps_from_s=pumps_from,
    )


def _first_s(times: Floats, volumes: Floats, level_m3: float) -> float:
    """The first time at which a volume that changes in straight lines is so large; NaN for never [s]."""
    there = np.flatnonzero(volumes >= level_m3 - FILM_M3)
    if not len(there):
        return nan
    k = int(there[0])
    if k == 0:
        return float(times[0])
    share = (level_m3 - volumes[k - 1]) / (volumes[k] - volumes[k - 1])
    return float(times[k - 1] + min(share, 1.0) * (times[k] - times[k - 1]))


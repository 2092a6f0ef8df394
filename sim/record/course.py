"""How the water of a run went: its trace, asked by the ids of storages and links.

Between two breakpoints of a storage its volumes are straight lines; rates hold until the next one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import inf

import numpy as np

from sim.record.breakpoints import all_times_s, held, linear
from sim.record.origins import ORIGINS
from sim.record.record import Floats, Record, Trace

NO_ROWS = slice(0, 0)


@dataclass(frozen=True, eq=False, slots=True)
class StorageCourse:
    """Volumes of one storage, straight lines between times; flows hold until the next time."""

    at_s: Floats
    volume: Floats
    """By origin, shape (times, 6) [m3]."""
    inflow_m3_s: Floats
    outflow_m3_s: Floats

    @property
    def total_m3(self) -> Floats:
        """Of all origins [m3]."""
        total: Floats = self.volume.sum(axis=1)
        return total


class Course:
    """The trace of a record; nothing else reads one."""

    def __init__(self, record: Record) -> None:
        assert record.trace is not None  # whoever asks has kept one
        self.record = record
        self.trace: Trace = record.trace.in_order
        self._spans = record.trace.storage_spans, record.trace.link_spans

    @cached_property
    def _storages(self) -> dict[str, int]:
        return {id: place for place, id in enumerate(self.record.storages.ids)}

    @cached_property
    def _links(self) -> dict[str, int]:
        return {id: place for place, id in enumerate(self.record.links.ids)}

    def _of(self, storage: str) -> slice:
        return self._spans[0].get(self._storages[storage], NO_ROWS)

    def initial_m3(self, storage: str) -> Floats:
        """What stood in a storage at the start, by origin."""
        initial: Floats = self.record.storages.initial[self._storages[storage]]
        return initial

    def breakpoints(self, storage: str) -> tuple[Floats, Floats]:
        """The times at which a storage's rates changed [s], and its volumes then by origin [m3]."""
        own = self._of(storage)
        return self.trace.storage_at_s[own], self.trace.volume[own]

    def rates(self, link: str) -> tuple[Floats, Floats]:
        """The times at which what enters a link changed [s], and the rates from then on by origin [m3/s]."""
        own = self._spans[1].get(self._links[link], NO_ROWS)
        return self.trace.link_at_s[own], self.trace.flow[own]

    def times_s(self, storages: Iterable[str] = (), links: Iterable[str] = ()) -> Floats:
        """Every time at which something changed in one of these, start and end included, each once [s]."""
        own = [*(self.breakpoints(each)[0] for each in storages), *(self.rates(each)[0] for each in links)]
        return all_times_s(np.concatenate([np.empty(0), *own]), self.record.horizon_s)

    def parts_m3(self, storage: str, at_s: Floats) -> Floats:
        """What stands in a storage at these times by origin, shape (times, 6) [m3]."""
        times, volume = self.breakpoints(storage)
        if not len(times):
            return np.tile(self.initial_m3(storage), (len(at_s), 1))
        last = np.append(times[1:] != times[:-1], True)
        times, volume = times[last], volume[last]
        return np.column_stack([np.interp(at_s, times, volume[:, k]) for k in range(len(ORIGINS))])

    def parts_at(self, storage: str, at_s: Floats) -> Floats:
        """The same as `parts_m3` at times that rise, of all origins at once."""
        times, volume = self.breakpoints(storage)
        if not len(times):
            return np.broadcast_to(self.initial_m3(storage), (len(at_s), len(ORIGINS)))
        before = np.maximum(times.searchsorted(at_s, side="right") - 1, 0)
        after = np.minimum(before + 1, len(times) - 1)
        span = times[after] - times[before]
        share = np.divide(at_s - times[before], span, out=np.zeros(len(at_s)), where=span > 0).clip(0.0)
        low = volume[before]
        found: Floats = low + share[:, None] * (volume[after] - low)
        return found

    def volume_m3(self, storage: str, at_s: Floats) -> Floats:
        """What stands in a storage at these times [m3]."""
        times, volume = self.breakpoints(storage)
        return linear(at_s, times, volume.sum(axis=1), float(self.initial_m3(storage).sum()))

    def totals_m3(self, storage: str) -> tuple[Floats, Floats]:
        """The times at which a storage's rates changed, each once [s], and what stood in it then [m3]."""
        times, volume = self.breakpoints(storage)
        if not len(times):
            return np.zeros(1), self.initial_m3(storage).sum(keepdims=True)
        last = np.append(times[1:] != times[:-1], True)
        return times[last], volume.sum(axis=1)[last]

    def stands_m3(self, storage: str, at_s: float) -> float:
        """What stands in a storage at one time [m3]."""
        return float(self.volume_m3(storage, np.array([at_s]))[0])

    def inflow_m3_s(self, storage: str, at_s: Floats) -> Floats:
        """What runs into a storage from these times on."""
        return held(at_s, self.trace.storage_at_s[self._of(storage)], self.trace.inflow_m3_s[self._of(storage)])

    def outflow_m3_s(self, storage: str, at_s: Floats) -> Floats:
        """What leaves a storage from these times on."""
        return held(at_s, self.trace.storage_at_s[self._of(storage)], self.trace.outflow_m3_s[self._of(storage)])

    def flow_m3_s(self, link: str, at_s: Floats) -> Floats:
        """What enters a link from these times on, by origin, shape (times, 6) [m3/s]."""
        times, flow = self.rates(link)
        rows = times.searchsorted(at_s, side="right")
        found: Floats = np.concatenate((np.zeros((1, len(ORIGINS))), flow))[rows]
        return found

    def storage(self, id: str) -> StorageCourse:
        """A storage from the start of the run to its end."""
        times = self.times_s([id])
        return StorageCourse(times, self.parts_m3(id, times), self.inflow_m3_s(id, times), self.outflow_m3_s(id, times))

    def entered_m3(self, link: str, from_s: float, until_s: float) -> float:
        """What entered a link between two times."""
        starts, flow = self.rates(link)
        if not len(starts) or until_s <= from_s:
            return 0.0
        spans = np.clip(np.minimum(np.append(starts[1:], inf), until_s) - np.maximum(starts, from_s), 0.0, None)
        return float((flow.sum(axis=1) * spans).sum())

    def last_above_s(self, storage: str, level_m3: float) -> float:
        """The last time at which a storage held more than a volume; 0 for never, inf when it does at the end [s]."""
        at_s, parts = self.breakpoints(storage)
        volume = parts.sum(axis=1)
        above = np.flatnonzero(volume > level_m3)
        if not len(above):
            return 0.0
        last = int(above[-1])
        if last == len(at_s) - 1:
            return inf
        share = (volume[last] - level_m3) / (volume[last] - volume[last + 1])
        return float(at_s[last] + share * (at_s[last + 1] - at_s[last]))


def volumes_at(record: Record, at_s: float) -> dict[str, Floats]:
    """Of each storage its water by origin at an instant [m3]; nothing when the run kept no trace."""
    if record.trace is None:
        return {}
    course, now = Course(record), np.array([at_s])
    return {id: course.parts_m3(id, now)[0] for id in record.storages.ids}


def flows_at(record: Record, at_s: float) -> dict[str, Floats]:
    """What enters each link through which water runs at an instant, by origin [m3/s]; nothing without a trace."""
    if record.trace is None:
        return {}
    course, now = Course(record), np.array([at_s])
    found = {id: course.flow_m3_s(id, now)[0] for id in record.links.ids}
    return {id: rates for id, rates in found.items() if rates.sum() > 0}

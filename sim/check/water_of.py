"""What came into some storages of a park and went from them until some time, added up from a record."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np

from sim.park import Park
from sim.park.way import way
from sim.record.breakpoints import linear
from sim.record.record import Floats, Record, Trace


@dataclass(frozen=True, slots=True)
class Passed:
    """What went over a link that begins or ends at one of the storages, until some time [m3]."""

    source: str
    target: str
    controlled: bool
    entered_m3: float
    arrived_m3: float


@dataclass(frozen=True, slots=True)
class WaterOf:
    """The water of some storages over time, from the trace of a run."""

    park: Park
    record: Record
    trace: Trace
    storages: Collection[str]

    def volume_m3(self, storage: str, at_s: Floats) -> Floats:
        """What stands in a storage at these times [m3]."""
        place = self.record.storages.ids.index(storage)
        rows = np.flatnonzero(self.trace.storage == place)
        volumes = self.trace.volume[rows].sum(axis=1)
        return linear(at_s, self.trace.storage_at_s[rows], volumes, self.stood_m3(storage))

    def stood_m3(self, storage: str) -> float:
        """What stood in a storage when the run began [m3]."""
        return float(self.record.storages.initial[self.record.storages.ids.index(storage)].sum())

    def times_s(self, storages: Collection[str]) -> Floats:
        """Every time at which something changed in one of these, and the end [s]."""
        places = [self.record.storages.ids.index(id) for id in storages]
        rows = np.isin(self.trace.storage, places)
        times: Floats = np.unique(np.concatenate(([0.0, self.record.horizon_s], self.trace.storage_at_s[rows])))
        return times

    def passed(self, until_s: float) -> Iterator[Passed]:
        """What went over each link that begins or ends at one of the storages."""
        links = self.record.links
        for place, (link, source, target) in enumerate(zip(links.ids, links.sources, links.targets, strict=True)):
            if source in self.storages or target in self.storages:
                lag_s = self.park.links[link].lag_s if link in self.park.links else 0.0
                controlled = way(self.park, link, source, target).controlled
                entered, arrived = self._entered_m3(place, until_s), self._entered_m3(place, until_s - lag_s)
                yield Passed(source, target, controlled, entered, arrived)

    def _entered_m3(self, link: int, until_s: float) -> float:
        """What has entered a link by then: its rates hold from one row to the next [m3]."""
        rows = np.flatnonzero(self.trace.link == link)
        times = np.append(self.trace.link_at_s[rows], np.inf)
        spans = np.diff(np.minimum(times, max(until_s, 0.0)))
        return float((spans * self.trace.flow[rows].sum(axis=1)).sum())

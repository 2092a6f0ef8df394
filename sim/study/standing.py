"""What stood where, and what went by, at any time of a run: its trace by the names of things."""

from __future__ import annotations

from functools import cached_property
from math import inf

import numpy as np

from sim.record.breakpoints import linear, rows_of_each
from sim.record.record import Floats, Ints, Record, Trace


class Standing:
    """A record with its trace, asked by the ids of storages and links."""

    def __init__(self, record: Record) -> None:
        assert record.trace is not None  # whoever asks has kept one
        self.record = record
        self.trace: Trace = record.trace

    @cached_property
    def _storage_rows(self) -> dict[str, Ints]:
        ids = self.record.storages.ids
        return dict(zip(ids, rows_of_each(self.trace.storage, len(ids)), strict=True))

    @cached_property
    def _link_rows(self) -> dict[str, Ints]:
        ids = self.record.links.ids
        return dict(zip(ids, rows_of_each(self.trace.link, len(ids)), strict=True))

    def start_m3(self, storage: str) -> float:
        """What stood in a storage at the start."""
        return float(self.record.storages.initial[self.record.storages.ids.index(storage)].sum())

    def volume_m3(self, storage: str, at_s: float) -> float:
        """What stands in a storage at a time."""
        return float(self.parts_m3(storage, at_s).sum())

    def parts_m3(self, storage: str, at_s: float) -> Floats:
        """The same by origin."""
        rows = self._storage_rows[storage]
        initial = self.record.storages.initial[self.record.storages.ids.index(storage)]
        times, when = self.trace.storage_at_s[rows], np.array([at_s])
        columns = (self.trace.volume[rows].T, initial.tolist())
        return np.array([linear(when, times, part, start)[0] for part, start in zip(*columns, strict=True)])

    def last_above_s(self, storage: str, level_m3: float) -> float:
        """The last time at which a storage held more than a volume; 0 for never, inf when it does at the end [s]."""
        rows = self._storage_rows[storage]
        at_s, volume = self.trace.storage_at_s[rows], self.trace.volume[rows].sum(axis=1)
        above = np.flatnonzero(volume > level_m3)
        if not len(above):
            return 0.0
        last = int(above[-1])
        if last == len(rows) - 1:
            return inf
        share = (volume[last] - level_m3) / (volume[last] - volume[last + 1])
        return float(at_s[last] + share * (at_s[last + 1] - at_s[last]))

    def passed_m3(self, link: str, from_s: float, until_s: float) -> float:
        """What entered a link between two times."""
        rows = self._link_rows[link]
        if not len(rows) or until_s <= from_s:
            return 0.0
        starts = self.trace.link_at_s[rows]
        ends = np.append(starts[1:], inf)
        spans = np.clip(np.minimum(ends, until_s) - np.maximum(starts, from_s), 0.0, None)
        return float((self.trace.flow[rows].sum(axis=1) * spans).sum())

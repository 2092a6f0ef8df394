"""How storages stand at any time of a run, read from its trace."""

from __future__ import annotations

from math import inf

import numpy as np

from sim.drill.line import State
from sim.park import Park
from sim.record.record import Record


class States:
    """The volumes of a run, exact at every instant: between two rows of its trace they are linear."""

    def __init__(self, park: Park, record: Record) -> None:
        """Raises:
        ValueError: the run kept no trace.
        """
        if record.trace is None:
            raise ValueError("a drill needs the trace of its run")
        self.park = park
        self.record = record
        self.trace = record.trace
        order = np.argsort(self.trace.storage, kind="stable")
        places = self.trace.storage[order]
        firsts = np.searchsorted(places, np.arange(len(record.storages.ids)), side="left")
        lasts = np.searchsorted(places, np.arange(len(record.storages.ids)), side="right")
        self._rows = {id: order[firsts[k] : lasts[k]] for k, id in enumerate(record.storages.ids)}

    def at(self, storage: str, at_s: float) -> State:
        """How a storage stands at a time; of changes at that very time, after them."""
        there = self.park.storages[storage]
        volume, net = self._volume_and_net(storage, at_s)
        room = there.holds_m3 - volume
        depth = None if there.shape is None else there.shape.depth_m(volume + there.dead_m3)
        full_in = room / net if net > 0 and room > 0 else (0.0 if room <= 0 else inf)
        return State(storage, at_s, volume, volume / there.holds_m3, depth, full_in)

    def _volume_and_net(self, storage: str, at_s: float) -> tuple[float, float]:
        """Its volume [m3], and how fast it grows [m3/s]."""
        rows = self._rows[storage]
        past = int(np.searchsorted(self.trace.storage_at_s[rows], at_s, side="right"))
        if not past:
            place = self.record.storages.ids.index(storage)
            return float(self.record.storages.initial[place].sum()), 0.0
        row = rows[past - 1]
        net = float(self.trace.inflow_m3_s[row] - self.trace.outflow_m3_s[row])
        volume = float(self.trace.volume[row].sum()) + net * (at_s - float(self.trace.storage_at_s[row]))
        return max(volume, 0.0), net

"""How storages stand at any time of a run, read from its trace."""

from __future__ import annotations

from math import inf

import numpy as np

from sim.drill.line import State
from sim.park import Park
from sim.record.course import Course
from sim.record.record import Record


class States:
    """The volumes of a run, exact at every instant: between two rows of its trace they are linear."""

    def __init__(self, park: Park, record: Record) -> None:
        self.park = park
        self.course = Course(record)

    def at(self, storage: str, at_s: float) -> State:
        """How a storage stands at a time; of changes at that very time, after them."""
        there, now = self.park.storages[storage], np.array([at_s])
        volume = self.course.stands_m3(storage, at_s)
        net = float((self.course.inflow_m3_s(storage, now) - self.course.outflow_m3_s(storage, now))[0])
        room = there.holds_m3 - volume
        depth = None if there.shape is None else there.shape.depth_m(volume + there.dead_m3)
        full_in = room / net if net > 0 and room > 0 else (0.0 if room <= 0 else inf)
        return State(storage, at_s, volume, volume / there.holds_m3, depth, full_in)

"""Storages over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.check.margin import margins
from sim.park import ORIGINS
from sim.record.course import Course
from sim.result.frame import frame
from sim.result.frames import Frames, over_time
from sim.result.tables import MARGINS

if TYPE_CHECKING:
    import pandas as pd


class StorageFrames(Frames):
    """What stands in storages [m3], what flows in and out [m3/s], and how full they are [-].

    Volumes are exact at every row and straight lines between rows; flows hold until the next row.
    """

    quantities = ("volume", *ORIGINS, "inflow", "outflow", "filling")
    of_what = "storages"

    @property
    def summary(self) -> pd.DataFrame:
        """A row for every storage: room, peak, margin, when it was full and when it was reached."""
        return frame(MARGINS.table(margins(self._park, self._record)))

    def _frame(self, quantity: str, course: Course) -> pd.DataFrame:
        ids = self._record.storages.ids
        times = course.times_s(ids)
        if quantity in ("inflow", "outflow"):
            rates = course.inflow_m3_s if quantity == "inflow" else course.outflow_m3_s
            return over_time(times, ids, [rates(id, times) for id in ids])
        if quantity in ORIGINS:
            origin = ORIGINS.index(quantity)
            return over_time(times, ids, [course.parts_m3(id, times)[:, origin] for id in ids])
        volumes = over_time(times, ids, [course.volume_m3(id, times) for id in ids])
        return volumes / self._holds_m3() if quantity == "filling" else volumes

    def _holds_m3(self) -> list[float]:
        """What each storage holds below its crest."""
        return [self._park.storages[id].holds_m3 for id in self._record.storages.ids]

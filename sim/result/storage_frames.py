"""Storages over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.check.margin import margins
from sim.park import ORIGINS
from sim.record.breakpoints import all_times_s, held, linear, rows_of_each
from sim.record.record import Floats, Trace
from sim.result.frame import frame
from sim.result.frames import Frames, over_time
from sim.result.tables import margins_table

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
        return frame(margins_table(margins(self._park, self._record)))

    def _frame(self, quantity: str, trace: Trace) -> pd.DataFrame:
        ids = self._record.storages.ids
        times = all_times_s(trace.storage_at_s, self._record.horizon_s)
        rows = rows_of_each(trace.storage, len(ids))
        if quantity in ("inflow", "outflow"):
            rates = trace.inflow_m3_s if quantity == "inflow" else trace.outflow_m3_s
            return over_time(times, ids, [held(times, trace.storage_at_s[own], rates[own]) for own in rows])
        values = _volumes(trace.volume, quantity)
        starts = zip(rows, _volumes(self._record.storages.initial, quantity).tolist(), strict=True)
        columns = [linear(times, trace.storage_at_s[own], values[own], start) for own, start in starts]
        volumes = over_time(times, ids, columns)
        return volumes / self._holds_m3() if quantity == "filling" else volumes

    def _holds_m3(self) -> list[float]:
        """What each storage holds below its crest."""
        return [self._park.storages[id].holds_m3 for id in self._record.storages.ids]


def _volumes(by_origin: Floats, quantity: str) -> Floats:
    """The column of one origin, or the sum of all."""
    if quantity in ORIGINS:
        return by_origin[:, ORIGINS.index(quantity)]
    total: Floats = by_origin.sum(axis=1)
    return total

"""Links over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.park import ORIGINS
from sim.record.breakpoints import all_times_s, held, rows_of_each
from sim.record.record import Floats, Trace
from sim.record.store import links_table
from sim.result.frame import frame
from sim.result.frames import Frames, over_time

if TYPE_CHECKING:
    import pandas as pd


class LinkFrames(Frames):
    """What enters links [m3/s], in all and by origin; it holds until the next row."""

    quantities = ("flow", *ORIGINS)
    of_what = "links"

    @property
    def summary(self) -> pd.DataFrame:
        """A row for every link: what passed, what is under way, accident water and when."""
        return frame(links_table(self._record.links))

    def _frame(self, quantity: str, trace: Trace) -> pd.DataFrame:
        ids = self._record.links.ids
        times = all_times_s(trace.link_at_s, self._record.horizon_s)
        flow: Floats = trace.flow.sum(axis=1) if quantity == "flow" else trace.flow[:, ORIGINS.index(quantity)]
        rows = rows_of_each(trace.link, len(ids))
        return over_time(times, ids, [held(times, trace.link_at_s[own], flow[own]) for own in rows])

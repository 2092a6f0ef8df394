"""Links over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.park import ORIGINS
from sim.record.course import Course
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

    def _frame(self, quantity: str, course: Course) -> pd.DataFrame:
        ids = self._record.links.ids
        times = course.times_s(links=ids)
        origins = [ORIGINS.index(quantity)] if quantity in ORIGINS else list(range(len(ORIGINS)))
        return over_time(times, ids, [course.flow_m3_s(id, times)[:, origins].sum(axis=1) for id in ids])

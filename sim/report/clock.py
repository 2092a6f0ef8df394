"""Times of a run as people say them: by the clock on the wall, and after the start."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sim.report.numbers import Spoken, after_start

When = Callable[[float], Spoken]
"""Says a time of the run [s]."""
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""Not by strftime, which speaks the machine's language."""


def clock_of(starts: str) -> When:
    """Says times by the clock with those after the start in brackets; only these where a run has no clock.

    The day stands with every time that is not on the day on which the run starts. A clock shows the minute that has
    begun, while the time after the start is rounded.

    >>> when = clock_of("2025-08-22T22:05:00+08:00")
    >>> when(95), when(5430), when(17_387)
    ('22:06 (T+1 min 35 s)', '23:35 (T+1 h 30 min)', '23 Aug 02:54 (T+4 h 50 min)')
    >>> when(17_387).in_language("zh"), clock_of("")(17_387)
    ('8月23日02:54（T+4小时50分）', 'T+4 h 50 min')
    """
    if not starts:
        return after_start
    begins = datetime.fromisoformat(starts)

    def when(time_s: float) -> Spoken:
        at, since = begins + timedelta(seconds=round(time_s)), after_start(time_s)
        there = at.date() != begins.date()
        english = f"{at.day} {MONTHS[at.month - 1]} {at:%H:%M}" if there else f"{at:%H:%M}"
        chinese = f"{at.month}月{at.day}日{at:%H:%M}" if there else f"{at:%H:%M}"
        return Spoken(f"{english} ({since})", f"{chinese}（{since.chinese}）")

    return when

"""Times of a run as people say them: by the clock on the wall, and after the start."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sim.report.numbers import after_start
from sim.words import text
from sim.words.times import Spoken


class Clocked(Spoken):
    """A time by the clock, with its day where that is said, and the time after the start."""

    __slots__ = ("clock", "day", "since")

    clock: str
    day: datetime | None
    since: Spoken

    def __new__(cls, clock: str, day: datetime | None, since: Spoken) -> Clocked:
        self = super().__new__(cls, _said(clock, day, since, "en"))
        self.clock, self.day, self.since = clock, day, since
        return self

    def in_language(self, language: str) -> str:
        """The same in a language; months not by strftime, which speaks the machine's."""
        return _said(self.clock, self.day, self.since, language)


def _said(clock: str, day: datetime | None, since: Spoken, language: str) -> str:
    if day is not None:
        clock = text("when_day", language, day=day.day, month=text(f"month_short_{day.month}", language), time=clock)
    return text("when_since", language, clock=clock, since=since)


When = Callable[[float], Spoken]
"""Says a time of the run [s]."""


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
        day = None if at.date() == begins.date() else at
        return Clocked(f"{at:%H:%M}", day, since)

    return when

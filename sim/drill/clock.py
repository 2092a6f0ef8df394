"""Clock times of an exercise and their zone."""

from __future__ import annotations

from datetime import datetime

from sim.drill.master_list import MasterList
from sim.units import SECONDS_A_MINUTE, SECONDS_AN_HOUR


def clock_of(master: MasterList) -> datetime | None:
    """When the exercise begins; None when nobody said."""
    starts = master.starts
    return datetime.fromisoformat(starts) if starts else None


def zone_text(clock: datetime | None) -> str:
    """The offset of a clock time; empty for none.

    >>> zone_text(datetime.fromisoformat("2026-06-10T09:00:00+08:00")), zone_text(datetime(2026, 6, 10))
    ('UTC+08:00', '')
    """
    offset = clock.utcoffset() if clock else None
    if offset is None:
        return ""
    minutes = round(offset.total_seconds() / SECONDS_A_MINUTE)
    hours, minutes = divmod(abs(minutes), SECONDS_AN_HOUR // SECONDS_A_MINUTE)
    return f"UTC{'-' if offset.total_seconds() < 0 else '+'}{hours:02}:{minutes:02}"

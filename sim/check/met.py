"""How full storages became once accident water was in them: a flood that went by before it filled them for nothing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from sim.message import Message
from sim.record.course import Course
from sim.record.record import Floats, Record


def peaks_once_met(record: Record) -> Record:
    """The record with peaks that count from when accident water came into a storage; others keep theirs.

    A rain main or a river section that clean storm water filled, and that had run empty again when
    the accident came, has room: its margin is what was left from then on.

    Raises:
        ValueError: the record has no trace.
    """
    if record.trace is None:
        raise ValueError(Message("peaks after a time can only be told from a trace"))
    seen, course = record.storages, Course(record)
    peak_m3, peak_at_s = seen.peak_m3.copy(), seen.peak_at_s.copy()
    for place in np.flatnonzero(~np.isnan(seen.reached_at_s)).tolist():
        at_s, volume = course.breakpoints(seen.ids[place])
        peak_m3[place], peak_at_s[place] = _peak(at_s, volume.sum(axis=1), seen.reached_at_s[place])
    return replace(record, storages=replace(seen, peak_m3=peak_m3, peak_at_s=peak_at_s))


def _peak(at_s: Floats, volumes: Floats, from_s: float) -> tuple[float, float]:
    """The highest of volumes that are linear between their times, from `from_s` on, and when it stood.

    >>> _peak(np.array([0.0, 10.0, 20.0, 30.0]), np.array([9.0, 4.0, 2.0, 3.0]), 15.0)
    (3.0, 15.0)
    """
    later = at_s > from_s
    times = np.concatenate(([from_s], at_s[later]))
    found = np.concatenate(([np.interp(from_s, at_s, volumes)], volumes[later]))
    place = int(found.argmax())
    return float(found[place]), float(times[place])

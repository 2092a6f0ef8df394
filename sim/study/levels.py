"""What still stands in a park some time after an accident, as levels for a run to start from."""

from __future__ import annotations

from datetime import datetime, timedelta

import numpy as np

from sim.errors import InputError
from sim.message import Message
from sim.park import ORIGINS
from sim.record.course import Course
from sim.record.table import Cell, Table
from sim.study.recovery import Recovery
from sim.units import time_text, volume_text

LEVELS = ("storage", "level [m3]", "time", "origin", "note")
SAME_M3 = 1e-3
"""Difference to the park file that is none [m3]."""
PART = 5e-4
"""Share of an origin that a note leaves out [-]."""


def levels_at(found: Recovery, after_s: float) -> Table:
    """A row for every storage that then holds something else than the park file says, in the form of `run --levels`.

    `after_s` counts from the horizon. A row has one origin, that of which there is most; the note says all of them.
    What stands above a crest has run off by the time a run starts from it, so no row holds more than fits.

    Raises:
        InputError: the scenario has no clock time, or the study ended before.
    """
    starts, at_s = found.scenario.starts, found.horizon_s + after_s
    if not starts:
        raise InputError(Message("levels need a clock time: write starts: in the scenario, such as 2025-07-14 14:20 "
                                 "+08:00"))  # fmt: skip
    if at_s > found.scenario.horizon_s:
        ends = time_text(found.scenario.horizon_s - found.horizon_s)
        raise InputError(Message("the study ends {ends} after the horizon, and levels are wanted after {time}; "
                                 "look further with --up-to", ends=ends, time=time_text(after_s)))  # fmt: skip
    time = (datetime.fromisoformat(starts) + timedelta(seconds=round(at_s))).isoformat(sep=" ")
    course = Course(found.record)
    rows = (_row(found, course, id, at_s, time) for id in found.record.storages.ids)
    return Table(LEVELS, [row for row in rows if row is not None])


def _row(found: Recovery, course: Course, id: str, at_s: float, time: str) -> list[Cell] | None:
    """One storage's row; None when it holds what the park file says."""
    storage, parts = found.park.storages[id], course.parts_m3(id, np.array([at_s]))[0].tolist()
    by_origin = dict(zip(ORIGINS, parts, strict=True))
    if all(abs(part - storage.initial.get(origin, 0.0)) <= SAME_M3 for origin, part in by_origin.items()):
        return None
    volume = sum(parts)
    most = max(by_origin, key=lambda origin: by_origin[origin]) if volume > 0 else None
    notes = [f"{origin} {part / volume:.1%}" for origin, part in by_origin.items() if part > PART * volume]
    if volume > storage.holds_m3:
        notes.append(f"{volume_text(volume - storage.holds_m3)} above the crest left out")
    return [id, round(min(volume, storage.holds_m3), 3), time, most, "; ".join(notes) or None]

"""How storages and tiers went over time, exact at every breakpoint of the trace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sim.check import Margin, TierVerdict
from sim.park import ORIGINS
from sim.record.breakpoints import all_times_s, held, linear, rows_of_each
from sim.record.record import Floats, Record, Trace


@dataclass(frozen=True, eq=False, slots=True)
class Course:
    """Volumes of one storage or tier, straight lines between times; flows hold until the next time."""

    at_s: Floats
    volume: Floats
    """By origin, shape (times, 5) [m3]."""
    inflow_m3_s: Floats
    outflow_m3_s: Floats

    @property
    def total_m3(self) -> Floats:
        """Of all origins [m3]."""
        total: Floats = self.volume.sum(axis=1)
        return total


def courses(record: Record, trace: Trace) -> Mapping[str, Course]:
    """The course of every storage accident water reached, from the start of the run to its end."""
    ids = record.storages.ids
    rows = rows_of_each(trace.storage, len(ids))
    reached = np.flatnonzero(~np.isnan(record.storages.reached_at_s)).tolist()
    return {ids[place]: _course(record, trace, rows[place], place) for place in reached}


def _course(record: Record, trace: Trace, own: np.ndarray, place: int) -> Course:
    at_s = trace.storage_at_s[own]
    times = all_times_s(at_s, record.horizon_s)
    starts = record.storages.initial[place].tolist()
    columns = [linear(times, at_s, trace.volume[own, k], starts[k]) for k in range(len(ORIGINS))]
    flows = [held(times, at_s, rates[own]) for rates in (trace.inflow_m3_s, trace.outflow_m3_s)]
    return Course(times, np.column_stack(columns), *flows)


@dataclass(frozen=True, eq=False, slots=True)
class TierCourse:
    """The storages of a tier that accident water had reached by then, added up; each enters with a jump.

    A jump has two rows at one time: before and after it.
    """

    at_s: Floats
    volume: Floats
    """By origin, shape (times, 5) [m3]."""
    room_m3: Floats
    """What these storages hold below their freeboard, what stood in them at the start included."""


def tier_course(tier: TierVerdict, found: Mapping[str, Course], horizon_s: float) -> TierCourse:
    """The course of a tier over its reached storages."""
    since = [each.reached_at_s for each in tier.reached]
    own = [found[each.storage] for each in tier.reached]
    parts = [np.array([0.0, horizon_s]), *(each.at_s for each in own)]
    once = np.unique(np.concatenate([*parts, since]))
    times = np.sort(np.concatenate((once, np.unique(since))))
    before = np.append(times[1:] == times[:-1], False)
    volume, room = np.zeros((len(times), len(ORIGINS))), np.zeros(len(times))
    for margin, course in zip(tier.reached, own, strict=True):
        inside = (times > margin.reached_at_s) | ((times == margin.reached_at_s) & ~before)
        room += inside * room_m3(margin)
        for k in range(len(ORIGINS)):
            volume[:, k] += inside * np.interp(times, course.at_s, course.volume[:, k])
    return TierCourse(times, volume, room)


def refined(course: TierCourse, times_s: Sequence[float]) -> TierCourse:
    """The same course with rows at some more times."""
    more = np.setdiff1d(times_s, course.at_s)
    places = np.searchsorted(course.at_s, more, side="right")
    volume = np.column_stack([np.interp(more, course.at_s, each) for each in course.volume.T])
    room = np.interp(more, course.at_s, course.room_m3)
    return TierCourse(
        np.insert(course.at_s, places, more), np.insert(course.volume, places, volume, axis=0),
        np.insert(course.room_m3, places, room),
    )  # fmt: skip


def room_m3(margin: Margin) -> float:
    """What a storage holds below its freeboard, a crest raised during the run included [m3]."""
    return margin.gross_m3 + margin.raised_m3 - margin.dead_m3 - margin.freeboard_m3

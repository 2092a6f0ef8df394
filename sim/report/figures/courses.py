"""How storages and tiers went over time, exact at every breakpoint of the trace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sim.check import Margin, TierVerdict
from sim.park import ORIGINS
from sim.record.course import Course, StorageCourse
from sim.record.record import Floats, Record


def courses(record: Record) -> Mapping[str, StorageCourse]:
    """The course of every storage accident water reached, from the start of the run to its end."""
    course, seen = Course(record), record.storages
    return {seen.ids[place]: course.storage(seen.ids[place]) for place in np.flatnonzero(~np.isnan(seen.reached_at_s))}


@dataclass(frozen=True, eq=False, slots=True)
class TierCourse:
    """The storages of a tier that accident water had reached by then, added up; each enters with a jump.

    A jump has two rows at one time: before and after it.
    """

    at_s: Floats
    volume: Floats
    """By origin, shape (times, 6) [m3]."""
    room_m3: Floats
    """What these storages hold below their freeboard, what stood in them at the start included."""


def tier_course(tier: TierVerdict, found: Mapping[str, StorageCourse], horizon_s: float) -> TierCourse:
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

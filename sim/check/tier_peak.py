"""How much water stood at most in the counted storages of a tier."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan

import numpy as np

from sim.check.margin import Margin
from sim.record.course import Course
from sim.record.record import Record


def peak_of(record: Record, tier: str, reached: Sequence[Margin]) -> tuple[float, float]:
    """The highest total in the reached storages that count, each from when it was reached, and when it stood [m3, s].

    The record has it where all of them count. Else the trace tells; without one it is no more than
    the storages' own peaks together, at a time that nobody knows.
    """
    place = record.tiers.ids.index(tier)
    whole_m3, at_s = float(record.tiers.peak_m3[place]), float(record.tiers.peak_at_s[place])
    own = [each for each in reached if each.counts]
    if len(own) == len(reached):
        return whole_m3, at_s
    if not own:
        return 0.0, nan
    if record.trace is None:
        return min(whole_m3, sum(each.peak_m3 for each in own)), nan
    return _traced(Course(record), own)


def _traced(course: Course, own: Sequence[Margin]) -> tuple[float, float]:
    """The highest total of some storages over their breakpoints."""
    since = [each.reached_at_s for each in own]
    times = np.unique(np.concatenate([since, *(course.breakpoints(each.storage)[0] for each in own)]))
    total = np.zeros(len(times))
    for each in own:
        total += (times >= each.reached_at_s) * course.volume_m3(each.storage, times)
    highest = int(total.argmax())
    return float(total[highest]), float(times[highest])

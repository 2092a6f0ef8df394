"""Volumes of the storages that matter on one grid of times, few enough to be sent with every answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sim.check import Judgement
from sim.park import Park
from sim.record.course import Course
from sim.record.record import Floats, Record

POINTS = 241
"""Of the grid: one each six minutes of a day."""
MOST = 8
"""Storages that are drawn."""


@dataclass(frozen=True, eq=False, slots=True)
class Filling:
    """How one storage filled."""

    storage: str
    volume_m3: Floats
    """At the times of the grid, exact there."""
    tier: str
    usable_m3: float
    """Room up to what is allowed, from empty."""
    peak_m3: float
    """Of the whole run, between the times of the grid, too."""


@dataclass(frozen=True, eq=False, slots=True)
class Grid:
    """How the storages filled that accident water reached, the tightest of each tier first."""

    at_s: Floats
    fillings: Sequence[Filling]
    beside: int
    """How many more were reached and are not drawn."""


def grid_of(park: Park, record: Record, verdict: Judgement) -> Grid:
    """The storages of a run, from its start to its end.

    Tier by tier the tightest is drawn first, then the next of each, so that every tier has its own.
    """
    ranks = [(rank, place, margin.storage) for place, tier in enumerate(verdict.tiers)
             for rank, margin in enumerate(tier.reached)]  # fmt: skip
    first = sorted(ranks)[:MOST]
    at_s = np.linspace(0.0, record.horizon_s, POINTS)
    course = Course(record)
    peaks = {margin.storage: margin.peak_m3 for margin in verdict.storages}
    fillings = [Filling(id, course.volume_m3(id, at_s), park.storages[id].tier, park.storages[id].allowed_m3, peaks[id])
                for _, _, id in sorted(first, key=lambda each: (each[1], each[0]))]  # fmt: skip
    return Grid(at_s, fillings, len(ranks) - len(first))

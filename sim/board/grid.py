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


def grid_of(park: Park, record: Record, verdict: Judgement, until_s: float) -> Grid:
    """The storages of a run, from its start to some time.

    Tier by tier the one that its verdict hangs on is drawn first, then the next tightest of each, so that every tier
    has its own. What water only passes through has nothing to be drawn.
    """
    ranks = [(margin is not tier.tightest, rank, place, margin.storage) for place, tier in enumerate(verdict.tiers)
             for rank, margin in enumerate(tier.reached)]  # fmt: skip
    held = {margin.storage for margin in verdict.storages if margin.peak_m3 > 0}
    first = [each for each in sorted(ranks) if each[-1] in held][:MOST]
    at_s = np.linspace(0.0, until_s, POINTS)
    course = Course(record)
    peaks = {margin.storage: margin.peak_m3 for margin in verdict.storages}
    there = park.storages
    fillings = [Filling(id, course.volume_m3(id, at_s), there[id].tier, there[id].allowed_m3, peaks[id])
                for *_, id in sorted(first, key=lambda each: (each[2], each[:2]))]  # fmt: skip
    return Grid(at_s, fillings, len(ranks) - len(first))

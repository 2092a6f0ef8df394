"""Volumes of the storages that matter on one grid of times, few enough to be sent with every answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sim.record.course import Course
from sim.record.record import Floats
from sim.result import Result

POINTS = 241
"""Of the grid: one each six minutes of a day."""
MOST = 8
"""Storages that are drawn."""


@dataclass(frozen=True, slots=True)
class Filling:
    """How one storage filled."""

    storage: str
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
    course: Course

    def volume_m3(self, storage: str) -> Floats:
        """What stands in a storage at the times of the grid, exact there."""
        return self.course.volume_m3(storage, self.at_s)


def grid_of(result: Result, until_s: float) -> Grid:
    """The storages of a run, from its start to some time.

    Tier by tier the one that its verdict hangs on is drawn first, then the next tightest of each, so that every tier
    has its own. What water only passes through has nothing to be drawn.
    """
    ranks = [(margin is not tier.tightest, rank, place, margin) for place, tier in enumerate(result.verdict.tiers)
             for rank, margin in enumerate(tier.reached)]  # fmt: skip
    first = [each for each in sorted(ranks, key=lambda each: each[:3]) if each[-1].peak_m3 > 0][:MOST]
    there = result.park.storages
    fillings = [Filling(own.storage, own.tier, there[own.storage].allowed_m3, own.peak_m3)
                for *_, own in sorted(first, key=lambda each: (each[2], each[:2]))]  # fmt: skip
    return Grid(np.linspace(0.0, until_s, POINTS), fillings, len(ranks) - len(first), result.course)

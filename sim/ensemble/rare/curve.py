"""With what chance a run comes nearer than any nearness: the levels of a search, one behind the other in one curve."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from math import nan

from sim.ensemble.rare.chance import Chance, chance_of
from sim.ensemble.rare.nearness import Nearness
from sim.ensemble.rare.search import Found, Rare
from sim.record.column import Columns, columns

MOST = 60
"""Points of a level; of more those are taken that lie evenly among them."""


@dataclass(frozen=True, slots=True)
class Point:
    """How likely it is to have less than some room left."""

    level: int
    """Whose runs tell it, counted from 0."""
    tier: str
    """That they hang on; empty where accident water comes nowhere."""
    left_m3: float
    """Less than nothing has left it; NaN without a tier [m3]."""
    breached: bool
    """Whether such a run breaches the tier that is asked about."""
    chance: float
    """Of a run that comes nearer [-]."""


def curve_of(rare: Rare) -> tuple[Point, ...]:
    """The curve, from the runs farthest from a breach to the nearest, whose chance to be passed is 0."""
    points: list[Point] = []
    chance = 1.0
    for number, (found, after) in enumerate(pairwise((*rare.levels, None))):
        assert found
        for near, nearer in _passed(found, after):
            there = near.rank >= 0
            points.append(Point(number, rare.player.tiers[near.rank] if there else "", -near.over_m3 if there else nan,
                                near.breached, chance * nearer / found.counted.of))  # fmt: skip
        chance *= found.counted.share
    return tuple(points)


def _passed(found: Found, after: Found | None) -> list[tuple[Nearness, int]]:
    """Each nearness of a level's runs up to where the next level begins, and how many runs came nearer."""
    bound = after.level if after else None
    passed, nearer = [], found.counted.of
    for near, times in sorted(Counter(found.nears).items()):
        nearer -= times
        if bound and bound.holds(near):
            break
        passed.append((near, nearer))
    if len(passed) <= MOST:
        return passed
    return [passed[round(k * (len(passed) - 1) / (MOST - 1))] for k in range(MOST)]


def reached(rare: Rare, level: int) -> Chance:
    """With what chance a run comes as near as a level, and how sure that is; for one beyond the last, breaches it."""
    return chance_of([each.counted for each in rare.levels[:level]]) if level else Chance(1.0, 1.0, 1.0, 0.0)


NEARNESS: Columns[Point] = columns(
    None, "level", "tier", ("left [m3]", "left_m3"), "breached", ("less left with a chance of [-]", "chance"),
)  # fmt: skip
"""A row for every point of the curve."""

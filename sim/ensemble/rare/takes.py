"""What it takes to breach a tier: how the runs that did differ from others, and which of them is the likeliest."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan, sqrt
from typing import TYPE_CHECKING

from sim.ensemble.design import TINY
from sim.ensemble.rare.search import Found, Rare
from sim.ensemble.rare.walk import State
from sim.park import Uncertain

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

BEYOND = 3.0
"""Standard deviations that hardly come by chance [-]."""
EXCEEDED = (0.5, 0.1)
"""Shares of the runs with a breach in which more escapes [-]."""


@dataclass(frozen=True, slots=True)
class Takes:
    """How an uncertain number is in runs that breach the tier, and in the others."""

    uncertain: Uncertain
    shift: float
    """How far its normal score is off on average where the tier is breached, in standard deviations of all runs [-]."""
    breached: float
    """Its mean where the tier is breached, in SI."""
    others: float
    """Its mean in runs drawn by themselves that did not breach it, in SI."""


@dataclass(frozen=True, slots=True)
class RareFindings:
    """What a search found."""

    rare: Rare
    takes: tuple[Takes, ...]
    """Numbers that are other in runs with a breach, beyond chance; the farthest off first."""
    breached: tuple[tuple[State, int], ...]
    """Every run that breached the tier in the last level, and how often it stands there; the likeliest first."""
    exceeded: dict[float, float]
    """The volume that escapes in a share of the runs with a breach, or more [m3]."""
    lines: int
    """From how many runs of the first level they come."""
    lots: bool
    """Whether lots are part of it, beyond chance: other lots make runs near enough less often than the same do."""


def rare_findings(rare: Rare) -> RareFindings:
    """What is to be read from a search."""
    import numpy as np

    counted = rare.levels[-1].counted
    broken = [k for k, each in enumerate(rare.last) if each.near.breached]
    times: dict[int, tuple[State, int]] = {}
    for k in broken:
        state = rare.last[k]
        times[state.run.index] = state, times.get(state.run.index, (state, 0))[1] + 1
    likeliest = sorted(times.values(), key=lambda each: (float(each[0].scores @ each[0].scores), each[0].run.index))
    volumes = np.array([rare.last[k].near.over_m3 for k in broken])
    exceeded = {share: float(np.quantile(volumes, 1 - share, method="lower")) if broken else nan for share in EXCEEDED}
    lines = len(set(counted.lineage[broken].tolist()))
    return RareFindings(rare, _takes(rare, broken), tuple(likeliest), exceeded, lines, _by_lots(rare.levels))


def _takes(rare: Rare, broken: list[int]) -> tuple[Takes, ...]:
    """The numbers that are other where the tier is breached; as few runs as tell nothing name none."""
    import numpy as np

    others = [each for each in rare.plain if not each.near.breached]
    blown_up = max(1.0, rare.chance.spread**2 / sum(each.counted.single for each in rare.levels)) if broken else 1.0
    if len(broken) / blown_up < BEYOND**2 or not others:
        return ()
    scores = _together(rare, np.array([rare.last[k].scores for k in broken])).mean(axis=0)
    means = [np.array([each.run.numbers for each in of]).mean(axis=0)
             for of in ([rare.last[k] for k in broken], others)]  # fmt: skip
    found = [Takes(each, float(scores[k]), float(means[0][k]), float(means[1][k]))
             for k, each in enumerate(rare.player.uncertain)]  # fmt: skip
    least = BEYOND * sqrt(blown_up / len(broken))
    return tuple(sorted((each for each in found if abs(each.shift) > least), key=lambda each: -abs(each.shift)))


def _together(rare: Rare, scores: Floats) -> Floats:
    """Normal scores of the numbers themselves, of which some move together."""
    from scipy.special import ndtr, ndtri

    found: Floats = ndtri(rare.player.design.grouped(ndtr(scores).clip(TINY, 1 - TINY)))
    return found


def _by_lots(levels: tuple[Found, ...]) -> bool:
    """Whether proposals with other lots came near enough less often than those with the same, beyond chance."""
    near, tried, expected, variance = 0, 0, 0.0, 0.0
    for each in levels:
        if each.kept[1] and each.redrawn[1]:
            share = (each.kept[0] + each.redrawn[0]) / (each.kept[1] + each.redrawn[1])
            near, tried = near + each.redrawn[0], tried + each.redrawn[1]
            expected += share * each.redrawn[1]
            variance += share * (1 - share) * each.redrawn[1] * each.kept[1] / (each.kept[1] + each.redrawn[1])
    return bool(tried) and near < expected - BEYOND * sqrt(variance)

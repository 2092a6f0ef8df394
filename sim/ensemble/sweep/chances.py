"""How likely each tier is to be breached at every spot of a sweep: the same draws of all else at each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice, product
from math import nan
from typing import TYPE_CHECKING

from sim.ensemble.interval import Interval, interval
from sim.ensemble.player import Point, Run, Start
from sim.ensemble.sweep.axis import Axis
from sim.ensemble.sweep.borders import NOT_PLAYED, Border, Drawn, Wanted, find_borders
from sim.ensemble.sweep.sweep import GRID_SHARE, At, Plays, Tell
from sim.ensemble.workers import Asked, workers_of
from sim.errors import InputError
from sim.message import Message

if TYPE_CHECKING:
    from sim.ensemble.sweep.borders import Fates


@dataclass(frozen=True, slots=True)
class Chance:
    """Some runs with the same values of what is swept, all else drawn."""

    at: At
    breaches: tuple[Interval, ...]
    """Of each tier, inside out."""
    escaped_mean_m3: tuple[float, ...]
    """Of each tier over all runs; NaN when none could be played."""
    failed: tuple[tuple[int, str], ...]
    """Draws that could not be played, and why."""
    fates: Fates = field(repr=False, compare=False)
    """What became of each tier in each draw, shape (draws, tiers)."""


@dataclass(frozen=True, slots=True)
class Chances:
    """What was found with draws at every spot."""

    tiers: tuple[str, ...]
    axes: tuple[Axis, ...]
    spots: tuple[Chance, ...]
    """Of the grid; the first quantity grows fastest."""
    draws: int
    """At each spot, the same at all of them."""
    runs: int
    """How many were played, those between the spots among them."""
    borders: tuple[Border, ...] = ()
    """Of chances that were looked for, tier by tier."""

    @property
    def wide(self) -> int:
        """How many values the first quantity has."""
        return len(self.axes[0].values)

    @property
    def failed(self) -> int:
        """Runs that could not be played."""
        return sum(len(each.failed) for each in self.spots)


def run_chances(
    start: Start, axes: tuple[Axis, ...], draws: int, workers: Asked, tell: Tell, wanted: Wanted | None = None
) -> Chances:
    """Play some draws at every spot of the grid, and find the borders of chances over one quantity.

    Draw k has the same lots and the same numbers of all else wherever it is played, so that what differs from spot to
    spot is what is swept.

    Raises:
        Problems: the scenario is wrong.
        InputError: no run could be played.
    """
    with workers_of(workers) as who:
        return _chances(Plays(start, axes, who), draws, tell, wanted)


def _chances(plays: Plays, draws: int, tell: Tell, wanted: Wanted | None) -> Chances:
    axes = plays.axes
    drawn = Drawn(plays.player.numbers(0, draws), [plays.player.design.lots(k) for k in range(draws)])
    grid = [at[::-1] for at in product(*(axis.values for axis in reversed(axes)))]
    points = [Point(k, plays.put(drawn.numbers[k], at), drawn.lots[k]) for at in grid for k in range(draws)]
    grid_share = GRID_SHARE if wanted else 1.0
    runs = iter(plays.runs(points, lambda share: tell(share * grid_share)))
    spots = tuple(_chance(at, list(islice(runs, draws)), len(plays.player.tiers)) for at in grid)
    if not any(each.breaches[0].of for each in spots):
        raise InputError(Message("no run of the sweep could be played; at its first values: {why}",
                                 why=spots[0].failed[0][1]))  # fmt: skip
    borders: tuple[Border, ...] = ()
    if wanted:
        known = {spot.at[0]: spot.fates for spot in spots}
        borders = find_borders(plays, drawn, known, wanted, lambda share: tell(grid_share + share * (1 - grid_share)))
    return Chances(plays.player.tiers, axes, spots, draws, plays.count, borders)


def _chance(at: At, runs: Sequence[Run], tiers: int) -> Chance:
    import numpy as np

    good = [run.tiers for run in runs if run.tiers]
    breaches = tuple(interval(sum(each[k].breached for each in good), len(good)) for k in range(tiers))
    means = tuple(sum(each[k].escaped_m3 for each in good) / len(good) if good else nan for k in range(tiers))
    fates = [[each.breached for each in run.tiers] if run.tiers else [NOT_PLAYED] * tiers for run in runs]
    return Chance(at, breaches, means, tuple((run.index, run.failed) for run in runs if run.failed),
                  np.array(fates, np.int8))  # fmt: skip

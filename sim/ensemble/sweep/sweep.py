"""Plays a scenario over one or two quantities, and finds where each tier's verdict turns.

Between neighbours of the grid that differ in a verdict the turn is found by halving, and as both halves are looked at,
so is every further turn that the halving comes upon.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from sim.ensemble.player import Player, Point, Run, Start, play_points, prepare
from sim.ensemble.sweep.axis import Axis
from sim.ensemble.sweep.spot import Flip, Spot
from sim.ensemble.workers import Asked, Here, Workers, workers_of
from sim.errors import InputError
from sim.message import Message

BATCH = 25
"""Runs that a process plays before it tells of them."""
GRID_SHARE = 0.5
"""Of the progress, what the grid is said to be."""
At = tuple[float, ...]
Tell = Callable[[float], None]
Play = Callable[[Sequence[At]], Sequence[Spot]]
"""What comes of each of some values."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """What was found over one or two quantities."""

    tiers: tuple[str, ...]
    axes: tuple[Axis, ...]
    spots: tuple[Spot, ...]
    """Of the grid; the first quantity grows fastest."""
    flips: tuple[Flip, ...]
    """Edge by edge of the grid, each from its beginning on."""
    accuracy: float
    """How close together the two runs of a turn lie, as a share of the range [-]."""
    own: Spot | None
    """The scenario as it is written; None when something swept is not written there."""
    runs: int
    """How many were played."""

    @property
    def wide(self) -> int:
        """How many values the first quantity has."""
        return len(self.axes[0].values)

    def row(self, place: int = 0) -> list[Spot]:
        """All spots along the first quantity at a value of the second, those of turns among them."""
        first = place * self.wide
        row = list(self.spots[first : first + self.wide])
        of_flips = [spot for flip in self.flips if flip.edge[1] == 0 and first <= flip.edge[0] < first + self.wide
                    for spot in (flip.before, flip.after)]  # fmt: skip
        return list({spot.at: spot for spot in sorted((*row, *of_flips), key=lambda spot: spot.at[0])}.values())


def run_sweep(start: Start, axes: tuple[Axis, ...], accuracy: float, workers: Asked, tell: Tell) -> Sweep:
    """Play the grid, then halve until every turn is known.

    What else is uncertain has its middle, and what may fail goes by its better chance, as in a single run.

    Raises:
        Problems: the scenario is wrong.
        InputError: no run could be played.
    """
    with workers_of(workers) as who:
        return _swept(Plays(start, axes, who), accuracy, tell)


def _swept(plays: Plays, accuracy: float, tell: Tell) -> Sweep:
    axes = plays.axes
    grid = [at[::-1] for at in product(*(axis.values for axis in reversed(axes)))]
    owns = [axis.own for axis in axes if axis.own is not None]
    asked = [*grid, tuple(owns)] if len(owns) == len(axes) else grid
    played = plays.spots(asked, lambda share: tell(share * GRID_SHARE))
    spots, own = played[: len(grid)], played[len(grid) :]
    if not any(spot.tiers for spot in spots):
        raise InputError(Message("no run of the sweep could be played; at its first values: {why}",
                                 why=spots[0].failed))  # fmt: skip
    turns = flips(axes, plays.spots, spots, accuracy, lambda share: tell(GRID_SHARE + share * (1 - GRID_SHARE)))
    return Sweep(plays.player.tiers, axes, tuple(spots), turns, accuracy, own[0] if own else None, plays.count)


class Plays:
    """Plays runs at given values of what is swept."""

    def __init__(self, start: Start, axes: Sequence[Axis], workers: Workers) -> None:
        self.start, self.axes, self.workers = start, tuple(axes), workers
        self.player: Player = prepare(start)
        self.places = tuple(axis.place(self.player) for axis in axes)
        self.middle = tuple(each.spread.median for each in self.player.uncertain)
        self.count = 0

    def spots(self, ats: Sequence[At], tell: Tell = lambda share: None) -> list[Spot]:
        """The run at each of some values, all else in its middle."""
        points = [Point(k, self.put(self.middle, at), None) for k, at in enumerate(ats)]
        return [Spot(at, run.tiers, run.failed) for at, run in zip(ats, self.runs(points, tell), strict=True)]

    def put(self, numbers: Sequence[float], at: At) -> tuple[float, ...]:
        """All uncertain numbers, with these values of what is swept."""
        changed = dict(zip(self.places, at, strict=True))
        return tuple(changed.get(place, number) for place, number in enumerate(numbers))

    def runs(self, points: Sequence[Point], tell: Tell) -> Iterable[Run]:
        """Runs in their order, whoever plays them; a few are not worth other processes."""
        tasks = [points[first : first + BATCH] for first in range(0, len(points), BATCH)]
        done = 0
        workers = self.workers if len(tasks) > 1 else Here()
        for runs in workers.each(play_points, self.start, tasks):
            done += len(runs)
            self.count += len(runs)
            tell(done / len(points))
            yield from runs


@dataclass(frozen=True, slots=True)
class _Between:
    """Two spots with different verdicts, on an edge of the grid."""

    edge: tuple[int, int]
    before: Spot
    after: Spot

    def halves(self, middle: Spot) -> tuple[_Between, _Between]:
        """The stretches before and after a spot between them."""
        return _Between(self.edge, self.before, middle), _Between(self.edge, middle, self.after)


def flips(
    axes: Sequence[Axis], play: Play, spots: Sequence[Spot], accuracy: float, tell: Tell = lambda share: None
) -> tuple[Flip, ...]:
    """Every turn between neighbours of the grid that differ, whoever plays what lies between them."""
    found: list[Flip] = []
    open_ones = list(_unlike(_edges(axes, spots)))
    widest = 1.0
    while open_ones:
        halved = [(each, _middle(axes, each, accuracy)) for each in open_ones]
        found += [Flip(each.edge, each.before, each.after) for each, at in halved if at is None]
        asked = [(each, at) for each, at in halved if at is not None]
        middles = play([at for _, at in asked])
        pairs = zip(asked, middles, strict=True)
        open_ones = list(_unlike(half for (each, _), spot in pairs for half in each.halves(spot)))
        widest /= 2
        tell(min(1.0, accuracy / widest))
    return tuple(sorted(found, key=lambda flip: (flip.edge, flip.before.at)))


def _edges(axes: Sequence[Axis], spots: Sequence[Spot]) -> Iterable[_Between]:
    """Every two neighbours."""
    wide = len(axes[0].values)
    for k, spot in enumerate(spots):
        if (k + 1) % wide:
            yield _Between((k, 0), spot, spots[k + 1])
        if k + wide < len(spots):
            yield _Between((k, 1), spot, spots[k + wide])


def _unlike(pairs: Iterable[_Between]) -> Iterable[_Between]:
    return (each for each in pairs if each.before.words != each.after.words)


def _middle(axes: Sequence[Axis], between: _Between, accuracy: float) -> At | None:
    """The values half-way; None when they are near enough."""
    k = between.edge[1]
    axis, low, high = axes[k], between.before.at, between.after.at
    middle = axis.middle(low[k], high[k])
    if axis.share(high[k]) - axis.share(low[k]) <= accuracy or not low[k] < middle < high[k]:
        return None
    return (*low[:k], middle, *low[k + 1 :])

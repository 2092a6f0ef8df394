"""A chain of runs that all come so near to breaching a tier, each a little other than the one before it.

A run hangs on a normal score for every uncertain number, independent of each other (what moves together is made of them
afterwards), and on the seed of its lots. Drawn by itself, each score is standard normal and the seed is any whole
number below 2^53. The next run is proposed by

- `sqrt(1 - scale^2) score + scale z` for each score, z standard normal: whichever of two scores comes first, the pair
  is equally likely (Papaioannou, Betz, Zwirglmaier and Straub, Probabilistic Engineering Mechanics 41 (2015));
- a new seed of lots with a chance of `NEW_LOTS`, else the same one: of two seeds each is as likely to follow the other.

So proposals alone would leave the distribution of runs as it is, in both parts at once, as these are independent of
each other. One that does not come near enough, or cannot be played, is refused, and the run before it counts once more.
What is left as it is then is the distribution of those runs alone that come near enough: of numbers and lots together.
A seed says nothing of the seeds beside it, so lots are only ever drawn anew, all of a run at once; where they matter,
they are kept as long as nothing as near turns up.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from sim.ensemble.design import CHAINS, EXACT, TINY
from sim.ensemble.player import Player, Point, Run, Start, prepare
from sim.ensemble.rare.nearness import Level, Nearness, nearness

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

NEW_LOTS = 0.3
"""The chance with which lots are drawn anew for the next run, where numbers are uncertain, too [-]."""


@dataclass(frozen=True, slots=True)
class State:
    """A run that a chain stands at."""

    scores: Floats
    """Of every uncertain number, independent of each other."""
    run: Run
    near: Nearness


@dataclass(frozen=True, slots=True)
class Walk:
    """Some chains to be played, step by step together, which is as if each were played by itself."""

    key: tuple[int, int]
    """Their level and their place there, which say how they are drawn."""
    seeds: tuple[State, ...]
    """The runs that they begin at."""
    steps: tuple[int, ...]
    """How many runs each takes besides."""
    first: int
    """The index of the first new run of the first chain; the others follow."""
    scale: float
    """How far the next run lies: 1 for anywhere [-]."""
    rank: int
    """Of the tier."""
    level: Level


@dataclass(frozen=True, slots=True)
class Step:
    """A run that was proposed."""

    new_lots: bool
    taken: State | None
    """None where it did not come near enough, or could not be played."""
    failed: Run | None = None
    """The run that could not be played."""


def walk(start: Start, task: Walk) -> list[list[Step]]:
    """Play some chains, in this process; of each its runs."""
    import numpy as np

    player = prepare(start)
    rng = np.random.default_rng(np.random.SeedSequence(start.seed, spawn_key=(*task.key, CHAINS)))
    scores = np.array([each.scores for each in task.seeds])
    lots = [each.run.lots for each in task.seeds]
    firsts = [task.first + sum(task.steps[:chain]) for chain in range(len(lots))]
    keep, redrawn_always = sqrt(1 - task.scale**2), not scores.shape[1]
    found: list[list[Step]] = [[] for _ in lots]
    for k in range(max(task.steps)):
        proposed = keep * scores + task.scale * rng.standard_normal(scores.shape)
        new_lots = (rng.random(len(lots)) < NEW_LOTS).tolist()
        other_lots = rng.integers(1 << EXACT, size=len(lots)).tolist()
        numbers = numbers_of(player, proposed)
        for chain in (each for each in range(len(lots)) if k < task.steps[each]):
            redrawn = redrawn_always or new_lots[chain]
            drawn = other_lots[chain] if redrawn else lots[chain]
            run = player.play_points([Point(firsts[chain] + k, numbers[chain], drawn)])[0]
            step = _step(redrawn, proposed[chain], run, task)
            if step.taken:
                scores[chain], lots[chain] = proposed[chain], drawn
            found[chain].append(step)
    return found


def numbers_of(player: Player, scores: Floats) -> list[tuple[float, ...]]:
    """Every uncertain number of runs with such scores, in SI; a row a run."""
    from scipy.special import ndtr

    return player.numbers_at(player.design.grouped(ndtr(scores).clip(TINY, 1 - TINY)))


def _step(new_lots: bool, scores: Floats, run: Run, task: Walk) -> Step:
    if run.failed:
        return Step(new_lots, None, run)
    near = nearness(run.tiers, task.rank)
    return Step(new_lots, State(scores, run, near) if task.level.holds(near) else None)

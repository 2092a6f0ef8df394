"""How likely a breach is that hardly ever happens: subset simulation.

Of runs drawn by themselves, that tenth is looked for that came nearest to breaching the tier. From each of these a
chain of other runs is played that all come so near (`walk.py`), as many in all as there were at first. The nearest
tenth of them is the next level, and so on until a tenth of a level breached the tier. The chance is the product of the
shares: Au and Beck, Probabilistic Engineering Mechanics 16 (2001); with the proposals of Papaioannou et al. (2015). A
chance of 1 in 10,000 takes four levels. Nearness is not cut off at nothing escaped, since all runs that held would then
be alike.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from math import exp
from typing import TYPE_CHECKING

from sim.ensemble.ensemble import BATCH, check_ends
from sim.ensemble.player import Player, Run, Start, play_range, prepare
from sim.ensemble.rare.chance import Chance, Counted, chance_of
from sim.ensemble.rare.nearness import SHARE, Level, Nearness, nearness, next_level
from sim.ensemble.rare.walk import State, Step, Walk, walk
from sim.ensemble.workers import Asked, Workers, workers_of
from sim.errors import InputError
from sim.message import Message

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Counts = NDArray[np.int64]

LEAST = 1e-9
"""A chance below which nothing is looked for: no number is spread so well that it could be believed [-]."""
AIM = 0.44
"""The share of proposals that should come near enough [-]: Papaioannou et al. (2015)."""
FIRST_SCALE = 0.6
"""How far the first runs of chains lie from those before them [-]."""
CHAINS_AT_ONCE = 4
"""Chains that a process plays step by step together, so that their numbers are drawn together, too."""
FEWEST_RUNS = 100
"""A level has at least so many, ten of which go on."""


class End(StrEnum):
    """Why no more levels were played."""

    BREACHED = "breached"
    """Enough runs breached the tier."""
    FLAT = "flat"
    """All runs came equally near, and none nearer."""
    FAR = "far"
    """The tier still held where the chance was below `LEAST`."""


@dataclass(frozen=True, slots=True)
class Found:
    """One level: the runs that all came so near, and how many of them came nearer."""

    level: Level | None
    """How near; None for all runs."""
    nears: tuple[Nearness, ...]
    """How near each of its runs came."""
    counted: Counted
    played: int
    """Runs that were played for it."""
    kept: tuple[int, int]
    """Runs with the lots of the run before: those that came near enough, and all."""
    redrawn: tuple[int, int]
    """The same of runs with other lots."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How far a search is."""

    level: int
    """Counted from 0."""
    bound: Level | None
    done: int
    """Runs of this level."""
    wanted: int
    played: int
    """Runs of all levels."""
    chance: float
    """To come as near as this level [-]."""


Tell = Callable[[Pace], None]
"""Told after every few runs."""


@dataclass(frozen=True, slots=True)
class Rare:
    """What a search for breaches of one tier found."""

    player: Player
    tier: str
    rank: int
    levels: tuple[Found, ...]
    end: End
    chance: Chance
    plain: tuple[State, ...]
    """The runs drawn by themselves, but those that could not be played."""
    last: tuple[State, ...]
    """The runs of the last level; one that stands there several times counts as often."""
    failed: tuple[Run, ...]
    """Runs that could not be played."""

    @property
    def played(self) -> int:
        """Runs that were played."""
        return sum(each.played for each in self.levels)


def run_rare(start: Start, tier: str, runs: int, workers: Asked, tell: Tell) -> Rare:
    """Look for breaches of a tier, with so many runs a level.

    Raises:
        Problems: the scenario is wrong, or numbers at the ends of what may be drawn do not fit together.
        InputError: too few runs a level, or hardly any that could be played.
    """
    if runs < FEWEST_RUNS:
        raise InputError(Message("a level of {runs} runs says too little; write -n {least} or more", runs=runs,
                                 least=FEWEST_RUNS))  # fmt: skip
    player = prepare(start)
    check_ends(player)
    with workers_of(workers) as who:
        return _Search(start, player, player.tiers.index(tier), runs, who, tell).rare(tier)


@dataclass(slots=True)
class _Population:
    """The runs of a level, chain after chain."""

    states: list[State]
    chain: list[int]
    """The number of its chain for each."""
    lineage: list[int]
    """The place of the first level's run that it comes from."""

    @property
    def nears(self) -> tuple[Nearness, ...]:
        """How near each came."""
        return tuple(each.near for each in self.states)

    def add(self, seed: State, lineage: int, steps: Sequence[Step]) -> None:
        """Add a chain; a run of it counts once more whenever the next was refused."""
        states = [seed]
        for step in steps:
            states.append(step.taken or states[-1])
        self.states += states
        self.chain += [self.chain[-1] + 1 if self.chain else 0] * len(states)
        self.lineage += [lineage] * len(states)


@dataclass(slots=True)
class _Search:
    start: Start
    player: Player
    rank: int
    runs: int
    workers: Workers
    tell: Tell
    scale: float = FIRST_SCALE
    played: int = 0
    levels: list[Found] = field(default_factory=list)
    failed: list[Run] = field(default_factory=list)

    def rare(self, tier: str) -> Rare:
        """Level after level."""
        population = self._first()
        plain = tuple(population.states)
        reached: Level | None = None
        tries, chance, before = _Tries(), 1.0, 0
        while True:
            further = next_level(population.nears) if chance * SHARE > LEAST else None
            counted = _counted(population, further)
            self.levels.append(Found(reached, population.nears, counted, self.played - before, *tries.told))
            chance *= counted.share
            if further is None:
                break
            before, reached = self.played, further
            population, tries = self._grown(population, further, chance)
        end, found = _end(population), chance_of([each.counted for each in self.levels])
        if end is End.FAR:
            found = replace(found, high=max(found.high, LEAST))
        return Rare(self.player, tier, self.rank, tuple(self.levels), end, found, plain, tuple(population.states),
                    tuple(self.failed))  # fmt: skip

    def _first(self) -> _Population:
        """Runs that are each drawn by itself: those of the ensemble with the same seed.

        Raises:
            InputError: hardly any could be played.
        """
        from scipy.special import ndtri

        scores = ndtri(self.player.design.points(0, self.runs))
        batches = [(first, min(first + BATCH, self.runs)) for first in range(0, self.runs, BATCH)]
        states: list[State] = []
        for runs in self.workers.each(play_range, self.start, batches):
            self.failed += (run for run in runs if run.failed)
            states += (State(scores[run.index], run, nearness(run.tiers, self.rank)) for run in runs if not run.failed)
            self.played += len(runs)
            self.tell(Pace(0, None, self.played, self.runs, self.played, 1.0))
        if len(states) < FEWEST_RUNS // 2:
            raise InputError(Message("{failed} of {runs} runs could not be played; the first: {why}",
                                     failed=len(self.failed), runs=self.runs, why=self.failed[0].failed))  # fmt: skip
        places = list(range(len(states)))
        return _Population(states, places, places)

    def _grown(self, population: _Population, level: Level, chance: float) -> tuple[_Population, _Tries]:
        """As many runs as at first that all come so near, in chains from those that did."""
        seeds = [k for k, each in enumerate(population.states) if level.holds(each.near)]
        walks = self._walks([population.states[k] for k in seeds], level)
        grown, tries, before = _Population([], [], []), _Tries(), self.played
        for chains in self.workers.each(walk, self.start, walks):
            for steps in chains:
                seed = seeds[grown.chain[-1] + 1 if grown.chain else 0]
                grown.add(population.states[seed], population.lineage[seed], steps)
                tries.count(steps)
                self.failed += (step.failed for step in steps if step.failed)
                self.played += len(steps)
            self.tell(Pace(len(self.levels), level, self.played - before, self.runs - len(seeds), self.played, chance))
        self.scale = min(self.scale * exp(tries.share - AIM), 1.0)
        return grown, tries

    def _walks(self, seeds: Sequence[State], level: Level) -> list[Walk]:
        """The chains of a level, as long as each other or by one longer, some at a time."""
        length, longer = divmod(self.runs, len(seeds))
        steps = [length + (chain < longer) - 1 for chain in range(len(seeds))]
        walks, first = [], self.played
        for place in range(0, len(seeds), CHAINS_AT_ONCE):
            some = slice(place, place + CHAINS_AT_ONCE)
            walks.append(Walk((len(self.levels), place), tuple(seeds[some]), tuple(steps[some]), first, self.scale,
                              self.rank, level))  # fmt: skip
            first += sum(steps[some])
        return walks


@dataclass(slots=True)
class _Tries:
    """How many proposals came near enough, with the lots of the run before and with others."""

    kept: list[int] = field(default_factory=lambda: [0, 0])
    redrawn: list[int] = field(default_factory=lambda: [0, 0])

    def count(self, steps: Sequence[Step]) -> None:
        """Add a chain."""
        for step in steps:
            of_sort = self.redrawn if step.new_lots else self.kept
            of_sort[0] += step.taken is not None
            of_sort[1] += 1

    @property
    def share(self) -> float:
        """Of those with the lots of the run before [-]."""
        near, tried = self.kept
        return near / tried if tried else AIM

    @property
    def told(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Both, as they stand."""
        return (self.kept[0], self.kept[1]), (self.redrawn[0], self.redrawn[1])


def _end(population: _Population) -> End:
    """Why no more levels follow this one."""
    if any(near.breached for near in population.nears):
        return End.BREACHED
    return End.FAR if next_level(population.nears) else End.FLAT


def _counted(population: _Population, further: Level | None) -> Counted:
    """Which runs reach the next level; where there is none, which breached the tier."""
    import numpy as np

    inside = [further.holds(near) if further else near.breached for near in population.nears]
    return Counted(np.array(inside, float), np.array(population.chain), np.array(population.lineage))

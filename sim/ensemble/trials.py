"""Sets of measures while they are tried, every one on the same draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import fsum, inf, nan
from typing import NamedTuple

from sim.ensemble.ensemble import BATCH
from sim.ensemble.interval import interval
from sim.ensemble.paired import Difference, mean_difference
from sim.ensemble.player import Run, Start, TierOutcome, play_range, prepare
from sim.ensemble.sets import Chosen, cost_of, with_measures
from sim.ensemble.workers import Workers
from sim.errors import InputError, Problems
from sim.message import Message

SLACK = 1e-9
"""Of a sum of losses, what rounding may bring about."""


@dataclass(frozen=True, slots=True)
class Target:
    """What shall be reached."""

    tier: str
    most: float
    """A chance of a breach [-], or what escapes on average [m3]."""
    of_volume: bool = False
    sure: bool = False
    """Whether the whole interval must lie below."""

    def loss(self, tier: TierOutcome) -> float:
        """What a run counts."""
        return tier.escaped_m3 if self.of_volume else float(tier.breached)

    def risk(self, losses: Sequence[float]) -> Difference:
        """The mean loss, and between what it lies with 95 % confidence."""
        import numpy as np

        if self.of_volume:
            return mean_difference(np.zeros(len(losses)), np.array(losses))
        found = interval(int(sum(losses)), len(losses))
        return Difference(found.share, found.low, found.high)

    def reached_by(self, tried: Tried) -> bool:
        """Whether a set does it."""
        risk = tried.risk.high if self.sure else tried.risk.value
        return tried.whole and tried.failed is None and risk <= self.most


@dataclass(frozen=True, slots=True)
class Tried:
    """A set of measures, as far as it was played."""

    chosen: Chosen
    cost: float
    losses: tuple[float, ...]
    """Of each run that counts, as far as it came."""
    breached: tuple[int, ...]
    """Runs that breached each tier, inside out."""
    risk: Difference
    whole: bool
    """Whether all runs were played: else it is already no better than a cheaper one, or than it may be."""
    failed: tuple[int, str] | None = None
    """The first run that could not be played though it could without measures, and why; -1 for none of them."""


class Task(NamedTuple):
    """A set to be played: how far, and what it must stay below."""

    chosen: Chosen
    stop: int
    bar: float
    """The sum of losses at which it is let go."""
    target: Target
    left_out: tuple[int, ...]


class Losses(NamedTuple):
    """What came of it."""

    losses: tuple[float, ...]
    breached: tuple[int, ...]
    done: bool
    """Whether it was played to the last run."""
    failed: tuple[int, str] | None


def try_set(start: Start, task: Task) -> Losses:
    """Play a set of measures in this process, until it has lost as much as it may."""
    try:
        player = prepare(with_measures(start, task.chosen))
    except Problems as error:
        return Losses((), (), False, (-1, " ".join(str(error).split())))
    place = player.tiers.index(task.target.tier)
    losses: list[float] = []
    breached = [0] * len(player.tiers)
    for first in range(0, task.stop, BATCH):
        for run in player.play(first, min(first + BATCH, task.stop)):
            if run.index in task.left_out:
                continue
            if run.failed:
                return Losses(tuple(losses), tuple(breached), False, (run.index, run.failed))
            losses.append(task.target.loss(run.tiers[place]))
            breached = [count + tier.breached for count, tier in zip(breached, run.tiers, strict=True)]
        if fsum(losses) >= task.bar - SLACK and first + BATCH < task.stop:
            return Losses(tuple(losses), tuple(breached), False, None)
    return Losses(tuple(losses), tuple(breached), True, None)


@dataclass
class Trials:
    """Sets of measures while they are tried."""

    start: Start
    target: Target
    runs: int
    workers: Workers
    tried: dict[Chosen, Tried] = field(default_factory=dict)
    left_out: tuple[int, ...] = ()

    @cached_property
    def counted(self) -> int:
        """Runs that count."""
        return self.runs - len(self.left_out)

    def begin(self) -> Tried:
        """Play all runs without measures, which tells those that cannot be played at all.

        Raises:
            InputError: none can.
        """
        ranges = [(first, min(first + BATCH, self.runs)) for first in range(0, self.runs, BATCH)]
        runs: list[Run] = [run for each in self.workers.each(play_range, self.start, ranges) for run in each]
        good = [run for run in runs if not run.failed]
        if not good:
            raise InputError(Message("no run can be played even without measures: {why}", why=runs[0].failed))
        self.left_out = tuple(run.index for run in runs if run.failed)
        place = prepare(self.start).tiers.index(self.target.tier)
        losses = tuple(self.target.loss(run.tiers[place]) for run in good)
        breached = tuple(sum(run.tiers[k].breached for run in good) for k in range(len(good[0].tiers)))
        return self._keep((), Losses(losses, breached, True, None), True)

    def play(self, sets: Sequence[Chosen], bar: float, stop: int | None = None) -> list[Tried]:
        """Play sets that have not been played so far yet, all against one bar, as far as `stop`."""
        stop = stop or self.runs
        todo = [each for each in sets if each not in self.tried]
        tasks = [Task(each, stop, bar, self.target, self.left_out) for each in todo]
        if tasks:
            for chosen, losses in zip(todo, self.workers.each(try_set, self.start, tasks), strict=True):
                self._keep(chosen, losses, stop == self.runs)
        return [self.tried[each] for each in sets]

    def finish(self, tried: Tried, bar: float) -> Tried:
        """Play the rest of a set's runs."""
        if tried.whole or tried.failed:
            return tried
        del self.tried[tried.chosen]
        return self.play([tried.chosen], bar)[0]

    def _keep(self, chosen: Chosen, found: Losses, whole: bool) -> Tried:
        risk = self.target.risk(found.losses) if found.losses else Difference(nan, -inf, inf)
        self.tried[chosen] = Tried(chosen, cost_of(chosen), found.losses, found.breached, risk, whole and found.done,
                                   found.failed)  # fmt: skip
        return self.tried[chosen]

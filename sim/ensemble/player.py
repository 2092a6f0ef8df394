"""Plays runs of an ensemble, one after the other, with all that they have in common read and compiled once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import nan
from typing import TYPE_CHECKING, NamedTuple

from sim.check.judge import can_overfill, entered, tightest
from sim.check.margin import margins
from sim.check.outcome import Outcome, outcomes
from sim.check.tier_verdict import Verdict
from sim.engine import play
from sim.engine.luck import Lots
from sim.ensemble.design import Design, Sampling, groups_of
from sim.load import Incidents, Varying, varying_of
from sim.load.levels import MAX_AGE_S
from sim.park import Park, Uncertain
from sim.park.spill import spillways
from sim.record.record import Record
from sim.scenario import Incident, Scenario
from sim.water.varied import share_network

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Start:
    """All that a run of an ensemble hangs on, beside its index: what is read, and how numbers are drawn."""

    scenario: str
    seed: int
    sampling: Sampling = Sampling.MC
    runs: int = 0
    """To which strata and Sobol points belong; nothing to single draws."""
    pick: str | None = None
    sets: tuple[str, ...] = ()
    levels: str | None = None
    max_age_s: float = MAX_AGE_S
    stands: bool = False
    """Whether the file is played as it stands, whatever incidents it has."""
    files: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    """What stands in the files, by path, where who plays may not have them on disk."""


class TierOutcome(NamedTuple):
    """What became of one tier in one run."""

    word: str
    """Its verdict, and whether space that does not count is behind it."""
    breached: bool
    escaped_m3: float
    first_s: float
    """NaN for never."""
    margin_m3: float
    """Room left in what it hangs on, or less what escaped; NaN when no accident water came."""
    cause: str = ""
    """The link over which it was first breached; empty when it was not."""


@dataclass(frozen=True, slots=True)
class Run:
    """What became of one run."""

    index: int
    lots: int | None
    """What its lots were drawn with; None when nothing was drawn, and what may fail went by its better chance."""
    numbers: tuple[float, ...]
    """What was drawn of every uncertain number, in SI."""
    tiers: tuple[TierOutcome, ...]
    """Inside out; none when it failed."""
    failed: str = ""
    """Why it could not be played; empty when it could."""


@dataclass(frozen=True, slots=True)
class Point:
    """A run that a study has chosen."""

    index: int
    numbers: tuple[float, ...]
    """Of every uncertain number, in SI."""
    lots: int | None
    """None for no lots: what may fail goes by its better chance, as in a single run."""


@dataclass
class Player:
    """Plays the runs of an ensemble by their index."""

    start: Start
    varying: Varying | Incidents = field(init=False)
    design: Design = field(init=False)

    def __post_init__(self) -> None:
        start = self.start
        self.varying = varying_of(start.scenario, start.pick, start.sets, start.levels, start.max_age_s,
                                  dict(start.files), stands=start.stands)  # fmt: skip
        groups = groups_of(self.uncertain, self.varying.correlated)
        self._lots = Lots([])
        self.design = Design(start.seed, self.paths, start.sampling, start.runs, groups)

    @property
    def uncertain(self) -> tuple[Uncertain, ...]:
        """What is drawn anew for every run."""
        return self.varying.uncertain

    @property
    def paths(self) -> tuple[str, ...]:
        """Where these stand, as `--set` has it."""
        return self.varying.paths

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """Of which a run plays one, that its first number names; none where all runs are of one accident."""
        return self.varying.incidents if isinstance(self.varying, Incidents) else ()

    @cached_property
    def tiers(self) -> tuple[str, ...]:
        """Inside out."""
        return tuple(self.varying.park.tiers)

    def numbers(self, start: int, stop: int) -> list[tuple[float, ...]]:
        """What every uncertain number is in the runs from `start` to before `stop`."""
        return self.numbers_at(self.design.shares(start, stop))

    def numbers_at(self, shares: Floats) -> list[tuple[float, ...]]:
        """What every uncertain number is in runs with such shares of its chance below it, a row a run."""
        return list(map(tuple, self.varying.quantiles(shares).tolist()))

    def play(self, start: int, stop: int) -> list[Run]:
        """The runs from `start` to before `stop`; one that fails says why, and is no reason for the others to."""
        drawn = zip(self.numbers(start, stop), self.design.lots_of(start, stop), strict=True)
        return self.play_points([Point(index, *each) for index, each in enumerate(drawn, start)])

    def play_points(self, points: Sequence[Point]) -> list[Run]:
        """Runs with numbers that a study has chosen; one that fails says why."""
        self._lots = Lots([point.lots for point in points])
        return [self._run(point) for point in points]

    def _run(self, point: Point) -> Run:
        index, numbers, lots = point.index, point.numbers, point.lots
        try:
            return Run(index, lots, numbers, self.outcome(numbers, lots))
        except Exception as error:  # whatever it is: a study of a hundred thousand runs does not end with one of them
            return Run(index, lots, numbers, (), f"{type(error).__name__}: {' '.join(str(error).split())}")

    def outcome(self, numbers: Sequence[float], lots: int | None) -> tuple[TierOutcome, ...]:
        """What became of each tier with some numbers and lots.

        Raises:
            SimError: they do not fit together, or the program is wrong.
        """
        park, scenario, record = self.record(numbers, lots)
        found = outcomes(park, scenario, record)
        return tuple(map(_told, found, self._margins_m3(park, scenario, record, found)))

    def record(
        self, numbers: Sequence[float], lots: int | None, *, trace: bool = False
    ) -> tuple[Park, Scenario, Record]:
        """What was played with some numbers and lots, and what was seen.

        Raises:
            SimError: they do not fit together, or the program is wrong.
        """
        accident, own = self.varying.own(numbers)
        park, scenario = accident.drawn(own)
        park, base = park.with_links(scenario.links), accident.case.park
        if park is not base and share_network(park, base, accident.touched):
            entered.keep(park, entered(base))
        return park, scenario, play(park, scenario, trace=trace, luck=self._lots.luck(lots))

    def _margins_m3(self, park: Park, scenario: Scenario, record: Record, found: Sequence[Outcome]) -> list[float]:
        """Every tier's margin, as its verdict has it."""
        reached = margins(park, record, record.storages.reached)
        spills, filling = spillways(park), can_overfill(park, scenario)

        def of_tier(each: Outcome) -> float:
            if each.breached:
                return -each.escaped_m3
            if each.only_uncounted:
                return -each.uncounted_m3
            own = tightest(park, (x for x in reached if x.tier == each.tier and x.counts), spills, filling)
            return own.margin_m3 if own else nan

        return [of_tier(each) for each in found]

    def changes(self, index: int) -> list[str]:
        """What a run has other than the scenario as it is written, as `path=value`."""
        return self.written(self.numbers(index, index + 1)[0], f"drawn, run {index} of seed {self.start.seed}")

    def incident(self, numbers: Sequence[float]) -> str:
        """Which incident a run with such numbers is of; empty where all are of one accident."""
        return self.incidents[int(numbers[0])].id if self.incidents else ""

    def written(self, numbers: Sequence[float], source: str) -> list[str]:
        """Every uncertain number of its accident with a value, as `path=value`, and where the value comes from."""
        accident, own = self.varying.own(numbers)
        return [f"{path}={_block(each, number, source)}"
                for path, each, number in zip(accident.paths, accident.uncertain, own, strict=True)]  # fmt: skip


def _told(outcome: Outcome, margin_m3: float) -> TierOutcome:
    breached = outcome.verdict is Verdict.BREACHED
    return TierOutcome(outcome.word, breached, outcome.escaped_m3, outcome.first_s, margin_m3, outcome.cause)


def _block(uncertain: Uncertain, number: float, source: str) -> str:
    """A drawn number as it is written in a file."""
    return f"{{value: {uncertain.written(number)}, basis: {uncertain.basis}, source: \"{source}\"}}"


_PLAYER: Player | None = None
"""The one of this process; processes that are forked have their parent's."""


def prepare(start: Start) -> Player:
    """The player of this process."""
    global _PLAYER
    if _PLAYER is None or _PLAYER.start != start:
        _PLAYER = Player(start)
    return _PLAYER


def play_range(start: Start, indices: tuple[int, int]) -> list[Run]:
    """The runs from one index to before another, in this process."""
    return prepare(start).play(*indices)


def play_points(start: Start, points: Sequence[Point]) -> list[Run]:
    """Runs with numbers that a study has chosen, in this process."""
    return prepare(start).play_points(points)

"""What rain of each return period breaks: which tier, when, by how much; and from which period on each gives way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count, product
from math import exp, log, nan
from typing import TypeVar

from sim.check.judge import judge
from sim.check.met import peaks_once_met
from sim.check.tier_verdict import TierVerdict
from sim.hydrology.storms import StormFormula
from sim.park import Park, StormCoefficients
from sim.scenario import Scenario
from sim.study.limits import depth_m
from sim.study.search import NEVER, last_good
from sim.study.trial import Tell, Trial, nobody

SHORTEST_A, LONGEST_A = 0.5, 100.0
"""Return periods between which it is looked for where a tier begins to give way [a]."""
EVEN_A = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0)
"""Return periods that are tried for it in any case [a]."""
TOLERANCE = 0.01
"""How closely it is found, as a share of itself [-]."""
BEGINS = 1.05
"""Where a formula's periods are taken to begin, over the one at which it gives no rain at all [-]."""

T = TypeVar("T")
InStorm = Callable[[float], Scenario]
"""The scenario in the storm of a return period [a]."""


@dataclass(frozen=True, slots=True)
class Played:
    """What became of every tier in the storm of one return period."""

    period_a: float
    rain_m: float
    """Depth of the rain."""
    tiers: tuple[TierVerdict, ...]
    """From the inside out."""
    done_s: float = nan
    """When the action that is tried at other times was done; inf for never, NaN when it is as the scenario says."""

    @property
    def gives_way(self) -> TierVerdict | None:
        """The outermost tier that is breached, or held only by space that does not count; None when all hold."""
        lost = (each for each in reversed(self.tiers) if each.escapes or each.only_uncounted)
        return next(lost, None)


@dataclass(frozen=True, slots=True)
class GivesWay:
    """From which return period on one tier gives way, all else being as it is."""

    tier: str
    held_a: float
    """The longest period up to which it was seen not to be breached; NaN when even the shortest breaches it."""
    lost_a: float
    """The shortest beyond it that was tried and breaches it; NaN when none does."""
    held_m: float
    """Depth of rain of the one."""
    lost_m: float
    """Depth of rain of the other."""
    monotone: bool
    """Whether every longer period that was tried breaches it, too."""
    runs: int


@dataclass(frozen=True, slots=True)
class ReturnPeriods:
    """Everything there is to say of one rain's return period in one scenario."""

    rain: str
    """The id of the rain."""
    played: tuple[Played, ...]
    """One for each period, rising."""
    turns: tuple[GivesWay, ...]
    """One for each tier, from the inside out."""
    action: str = ""
    """The action or job that was tried at other times; empty for none."""
    grid: tuple[Played, ...] = ()
    """One for each period and time of the action."""

    @property
    def times_s(self) -> list[float]:
        """The times at which the action was tried, in the order they were asked for; inf for never."""
        return list(dict.fromkeys(each.done_s for each in self.grid))

    def cell(self, period_a: float, done_s: float) -> Played:
        """One cell of the grid."""
        return next(each for each in self.grid if (each.period_a, each.done_s) == (period_a, done_s))


@dataclass
class Storms:
    """One scenario, played in storms of one return period after the other; none is played twice."""

    trial: Trial
    rain: str
    """The id of the rain that the period is changed of."""
    in_storm: InStorm
    scenarios: dict[float, Scenario] = field(default_factory=dict)
    lost: dict[float, list[bool]] = field(default_factory=dict)
    """Whether each tier was not held by space that counts, by the period."""

    @classmethod
    def of(cls, park: Park, scenario: Scenario, rain: str, in_storm: InStorm) -> Storms:
        """Storms over a park."""
        return cls(Trial.of(park, scenario), rain, in_storm)

    def scenario(self, period_a: float) -> Scenario:
        """The scenario in the storm of a return period."""
        if period_a not in self.scenarios:
            self.scenarios[period_a] = self.in_storm(period_a)
        return self.scenarios[period_a]

    def rain_m(self, period_a: float) -> float:
        """How much rain falls in all [m]; NaN for a period of which there is no storm."""
        if period_a != period_a:
            return nan
        return depth_m(next(each for each in self.scenario(period_a).inflows if each.id == self.rain))

    def play(self, period_a: float, action: str = "", done_s: float = nan) -> Played:
        """What becomes of the tiers in a storm, with an action done at another time if one is named.

        Margins count from when accident water came into a storage: a flood of clean water that went
        by before it takes no room.
        """
        scenario, trial = self.scenario(period_a), self.trial
        held = {action: min(done_s, 2 * scenario.horizon_s + 1)} if action else None
        outcomes = trial.play(held, trace=True, inflows=scenario.inflows)
        assert trial.last is not None  # it has just been played
        if not action:
            self.lost[period_a] = [not each.held for each in outcomes]
        tiers = judge(trial.park, scenario, peaks_once_met(trial.last)).tiers
        return Played(period_a, self.rain_m(period_a), tiers, done_s)

    def loses(self, period_a: float) -> list[bool]:
        """Whether each tier is not held by space that counts in a storm."""
        if period_a not in self.lost:
            outcomes = self.trial.play(inflows=self.scenario(period_a).inflows)
            self.lost[period_a] = [not each.held for each in outcomes]
        return self.lost[period_a]


def shortest_a(formula: StormCoefficients) -> float:
    """The shortest return period that is tried: half a year, or more where the formula gives no rain so often [a]."""
    found = StormFormula(formula.a, formula.c, formula.b, formula.n)
    return max(SHORTEST_A, BEGINS * found.least_period_a)


def return_periods(
    storms: Storms,
    periods_a: Sequence[float],
    from_a: float = SHORTEST_A,
    closing: tuple[str, Sequence[float]] | None = None,
    tell: Tell = nobody,
) -> ReturnPeriods:
    """What becomes of each tier in the storm of each return period, and from which period on each gives way.

    `closing` names an action or a job and times at which it is done, inf for never: then every
    period is played with every time, too. Everything else stays as it is: other actions, crews,
    and the time others are done.
    """
    action, times_s = closing or ("", ())
    tiers, cells = range(len(storms.trial.park.tiers)), list(product(periods_a, times_s))
    ticks = count(1)
    work = len(periods_a) + len(tiers) + len(cells)

    def counted(found: T) -> T:
        tell(next(ticks) / work)
        return found

    played = tuple(counted(storms.play(each)) for each in periods_a)
    turns = tuple(counted(gives_way(storms, place, periods_a, from_a)) for place in tiers)
    grid = tuple(counted(storms.play(period_a, action, done_s)) for period_a, done_s in cells)
    return ReturnPeriods(storms.rain, played, turns, action, grid)


def gives_way(storms: Storms, place: int, periods_a: Sequence[float] = (), from_a: float = SHORTEST_A) -> GivesWay:
    """The return period from which on the tier at a place gives way, to 1 %, proved by a run on either side.

    It is looked for from `from_a` to 100 years, by halving the logarithm of the period; the
    `periods_a` are tried, too.
    """
    tried = {log(each): each for each in (from_a, *EVEN_A, *periods_a) if from_a <= each <= LONGEST_A}
    before = storms.trial.runs

    def holds(x: float) -> bool:
        return not storms.loses(tried.get(x, exp(x)))[place]

    turn = last_good(holds, sorted(tried), log(from_a), log(1 + TOLERANCE))
    tier, runs = list(storms.trial.park.tiers)[place], storms.trial.runs - before
    if turn is NEVER:
        return GivesWay(tier, nan, from_a, nan, storms.rain_m(from_a), monotone=True, runs=runs)
    held_a = tried.get(turn.good, exp(turn.good))
    lost_a = tried.get(turn.bad, exp(turn.bad)) if turn.found else nan
    return GivesWay(tier, held_a, lost_a, storms.rain_m(held_a), storms.rain_m(lost_a), turn.monotone, runs)

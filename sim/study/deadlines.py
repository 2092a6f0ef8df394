"""By when each action must be done, tier by tier: found by re-running, proved on either side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import inf, isnan, nan

from sim.check.outcome import Outcome
from sim.check.tier_verdict import Verdict
from sim.lint.job import takes_s
from sim.park import Park
from sim.park.sheet import sheet_of
from sim.record.event import Crossing, Done, Filled, IncidentDetected, Ordered, Reached
from sim.record.record import Record
from sim.scenario import InflowKind, Scenario
from sim.study.search import NEVER, Holds, Turn, last_good
from sim.study.trial import Tell, Trial, nobody

TOLERANCE_S = 0.5
"""How closely a deadline is found [s]."""
EVEN_SAMPLES = 12
"""Times at equal distances over the run at which every action is tried."""
TURNING_POINTS = 12
"""Times at which the water did something new in the run itself, tried besides."""


class Stands(StrEnum):
    """How the time at which an action was done stands to the times at which it keeps a verdict."""

    IN_TIME = "in time"
    LATE = "late"
    EARLY = "early"
    """It was done before it should have been."""
    NEVER = "never"
    """It was never done."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The latest completion of one action that keeps one tier's verdict; times in s."""

    action: str
    tier: str
    keeps: Verdict
    """The verdict that is kept: the run's own, or, where it breached the tier, relieved or better; by space that
    counts, unless the run's own was not."""
    done_s: float
    """When it was done in the run; NaN for never."""
    latest_s: float
    """The latest completion that was tried and keeps it; inf when it need not be done at all, NaN when no
    time would do."""
    lost_s: float
    """The earliest completion after that which was tried and does not keep it; NaN when there is none."""
    earliest_s: float = 0.0
    """Before this time it must not be done either; 0 for no such time, inf when it must not be done at all."""
    monotone: bool = True
    """Whether every later time that was tried fails, too."""
    runs: int = 0
    possible_s: float = 0.0
    """When it could have been done at the soonest: way and work from when the incident was known."""

    @property
    def stands(self) -> Stands:
        """On which side of the times that keep the verdict it was done."""
        if isnan(self.done_s):
            return Stands.NEVER
        if self.too_early:
            return Stands.EARLY
        return Stands.LATE if self.done_s > self.latest_s else Stands.IN_TIME

    @property
    def off_s(self) -> float:
        """How much too late or too early it was done; 0 in time, NaN when never done [s]."""
        match self.stands:
            case Stands.NEVER:
                return nan
            case Stands.EARLY:
                return self.earliest_s - self.done_s
            case Stands.LATE:
                return self.done_s - self.latest_s
            case Stands.IN_TIME:
                return 0.0

    @property
    def margin_s(self) -> float:
        """Time left after it was done [s].

        Negative by how much it was late or too early, inf when it need not be done, NaN when unknown.
        """
        if self.stands in (Stands.EARLY, Stands.LATE):
            return -self.off_s
        return self.latest_s if self.latest_s == inf else self.latest_s - self.done_s

    @property
    def needed(self) -> bool:
        """Whether it must be done, by a time, for the tier's verdict."""
        return not isnan(self.latest_s) and self.latest_s < inf

    @property
    def hangs(self) -> bool:
        """Whether the tier's verdict hangs on its time: it must be done by one, or must not be before one."""
        return self.needed or self.earliest_s > 0

    @property
    def too_early(self) -> bool:
        """Whether it was done before it should have been."""
        return self.done_s < self.earliest_s


def deadlines(
    park: Park,
    scenario: Scenario,
    tell: Tell = nobody,
    *,
    held: Mapping[str, float] | None = None,
    now_s: float = 0.0,
) -> list[Deadline]:
    """For every action and job that was ordered, and every tier, the latest completion that keeps its verdict.

    Everything else stays as it was in the run: crews, other actions, and the time others are done;
    only what waits for this action's end moves with it. Where the run breached a tier, that is the
    time by which this action alone would have prevented it. The most pressing come first.

    In the midst of it, at `now_s` [s], nothing is asked for that is past: what is done by then is left out, and what
    `held` says took effect, or will, at times of its own, stays so. What was measured holds for what was done until
    then, so no time before the last measured level is asked for either.
    """
    now_s = max(now_s, *(each.at_s for each in scenario.corrections), 0.0)
    trial = Trial.of(park, scenario, held)
    base = trial.play()
    assert trial.last is not None  # it has just been played
    actions = {action: done_s for action, done_s in _ordered(trial.last).items()
               if action not in trial.held and not done_s < now_s}  # fmt: skip
    samples = _samples(scenario, trial.last, now_s)
    found: list[Deadline] = []
    known_s = _known_s(scenario, trial.last)
    for place, (action, done_s) in enumerate(actions.items()):
        possible_s = min(max(known_s, now_s) + _takes_s(trial, action), inf if isnan(done_s) else done_s)
        found += _Search(trial, action, done_s, base, samples, possible_s).deadlines()
        tell((place + 1) / len(actions))
    return sorted(found, key=lambda each: _pressing(each, list(park.tiers).index(each.tier)))


def _pressing(each: Deadline, tier: int) -> tuple[bool, bool, float, str, int]:
    """What is needed comes first, by its time to the second; then what need not be done, and what would not help."""
    return not each.needed, isnan(each.latest_s), each.latest_s // 1, each.action, tier


def _ordered(record: Record) -> dict[str, float]:
    """Every action and job that was ordered, and when it was done [s]."""
    done = {each.subject: each.at_s for each in reversed(record.events) if isinstance(each, Done)}
    return {each.subject: done.get(each.subject, nan) for each in record.events if isinstance(each, Ordered)}


def _known_s(scenario: Scenario, record: Record) -> float:
    """When the incident was detected; where nothing is said of that, when it began [s]."""
    detected = (each.at_s for each in record.events if isinstance(each, IncidentDetected))
    clean = (InflowKind.RAIN, InflowKind.RIVER)
    begins = (each.times_s[0] for each in scenario.inflows if each.kind not in clean)
    return next(detected, min(begins, default=0.0))


def _takes_s(trial: Trial, action: str) -> float:
    """From the order of an action or job until it is done, if nobody is waited for [s]."""
    sheet = trial.park.sheets.get(sheet_of(action))
    if sheet is not None:
        return takes_s(trial.park, sheet)
    return next((each.after_s for each in trial.scenario.actions if each.id == action), 0.0)


def _samples(scenario: Scenario, record: Record, now_s: float) -> list[float]:
    """Times from now on at which an action is tried: even ones, and those at which the water comes somewhere."""
    even = [now_s + (scenario.horizon_s - now_s) * k / EVEN_SAMPLES for k in range(EVEN_SAMPLES)]
    turns = sorted({each.at_s for each in record.events
                    if isinstance(each, Reached | Filled | Crossing) and each.at_s >= now_s})  # fmt: skip
    step = max(1, -(-len(turns) // TURNING_POINTS))
    return sorted({*even, *turns[::step]})


@dataclass
class _Search:
    """One action, held at many times."""

    trial: Trial
    action: str
    done_s: float
    base: list[Outcome]
    samples: list[float]
    possible_s: float
    seen: dict[float, list[Outcome]] = field(default_factory=dict)
    """Outcomes by the time the action was done; inf stands for never."""

    def outcomes(self, at_s: float) -> list[Outcome]:
        """The outcomes when it is done at a time."""
        if at_s not in self.seen:
            never = 2 * self.trial.scenario.horizon_s + 1
            self.seen[at_s] = self.trial.play({self.action: min(at_s, never)})
        return self.seen[at_s]

    def deadlines(self) -> list[Deadline]:
        """Its deadline for every tier."""
        return [self._deadline(place, each) for place, each in enumerate(self.base)]

    def _deadline(self, place: int, base: Outcome) -> Deadline:
        """Its deadline for one tier."""
        wanted = Verdict.RELIEVED if base.breached else base.verdict
        rank = wanted.rank if base.breached else base.rank

        def keeps(at_s: float) -> bool:
            return self.outcomes(at_s)[place].rank <= rank

        before = self.trial.runs
        points = [*self.samples, inf]
        start = inf if isnan(self.done_s) else self.done_s
        turn = self._nearest(keeps, points, start)
        earliest_s = self._earliest(keeps, points, turn)
        latest_s = turn.good if turn.found else (nan if turn is NEVER else inf)
        return Deadline(
            self.action, base.tier, wanted, self.done_s, latest_s, turn.bad, earliest_s, turn.monotone,
            self.trial.runs - before, self.possible_s,
        )  # fmt: skip

    def _nearest(self, keeps: Holds, points: list[float], start: float) -> Turn:
        """The end of the stretch in which it keeps the verdict: the run's, else the next before it, else after."""
        turn = last_good(keeps, points, start, TOLERANCE_S)
        if turn is NEVER and any(keeps(x) for x in points):
            turn = last_good(keeps, points, min(x for x in points if keeps(x)), TOLERANCE_S)
        return turn

    def _earliest(self, keeps: Holds, points: list[float], turn: Turn) -> float:
        """The beginning of that stretch; 0 when it keeps the verdict from the start on."""
        if turn is NEVER:
            return 0.0
        done = [x for x in (*points, turn.good) if x <= turn.good and x < inf and keeps(x)]
        if not done:
            return inf
        good = max(done)
        down = last_good(lambda x: keeps(-x), [-x for x in points if x < inf], -good, TOLERANCE_S)
        return -down.good if down.found else 0.0

"""What each job's lateness cost: its slack won or lost, where the time went, and the water that escaped for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from math import inf, isfinite, isnan, nan

from sim.drill.harm import NO_HARM, Harm, harm
from sim.drill.log import What
from sim.drill.replay import Replay
from sim.record.event import Began, Done, Event, Ordered

Tell = Callable[[float], None]
"""Told how much is done, from 0 to 1."""
SAME_S = 0.5
"""Times no further apart are one [s]."""


class Source(StrEnum):
    """Who says when a job was done."""

    LOG = "log"
    RULE = "rule"
    """The log does not mention it."""


class Stage(StrEnum):
    """A stretch of a job in which time can be lost."""

    ORDER = "order"
    """Until it was ordered."""
    WAY = "way"
    """From the order until the crew set to work."""
    WORK = "work"
    """From then until it was done."""
    ANSWER = "answer"
    """From the order until it was done, where nobody wrote down the beginning."""
    WHOLE = "whole"
    """Until it was done, where nobody wrote down the order."""


@dataclass(frozen=True, slots=True)
class Times:
    """When a job came to its stations; NaN for never and for unknown [s]."""

    ordered_s: float = nan
    begun_s: float = nan
    done_s: float = nan


@dataclass(frozen=True, slots=True)
class Late:
    """One job in the plan's run and in the exercise."""

    job: str
    source: Source
    planned: Times
    actual: Times
    noticed_s: float
    deadline_s: float
    """The latest completion that keeps every tier's verdict; inf when none hangs on it [s]."""
    failed: bool
    """Whether it was tried in the exercise, and never done."""
    who: str = ""
    note: str = ""
    lost: tuple[tuple[Stage, float], ...] = ()
    """Where the time went: more than in the plan, stretch by stretch; negative where time was won [s]."""
    earliest_s: float = 0.0
    """Before this time it must not be done; 0 for no such time [s]."""
    mended: Harm = NO_HARM
    """What escaped more than if this job alone had been done as planned."""
    alone: Harm = NO_HARM
    """What would have escaped more than in the plan if only this job had been done as it was."""

    @property
    def late_s(self) -> float:
        """How much later it was done than planned; negative for earlier, inf for never [s].

        NaN when the plan does not have it, 0 when both never had it done.
        """
        planned, actual = self.planned.done_s, self.actual.done_s
        if isnan(planned):
            return 0.0 if isnan(actual) else nan
        return inf if isnan(actual) else actual - planned

    @property
    def changed(self) -> bool:
        """Whether it was done at another time than planned."""
        return isnan(self.late_s) or abs(self.late_s) > SAME_S

    @property
    def planned_slack_s(self) -> float:
        """Time from when the plan has it done until its deadline; NaN for no such time [s].

        Negative when late, or by how much it is too early.
        """
        return self._slack_s(self.planned.done_s)

    @property
    def actual_slack_s(self) -> float:
        """Time from when it was done until its deadline; -inf for never done, NaN for no deadline [s]."""
        if not isfinite(self.deadline_s):
            return nan
        return -inf if isnan(self.actual.done_s) else self._slack_s(self.actual.done_s)

    @property
    def too_early(self) -> bool:
        """Whether it was done before it should have been."""
        return self.actual.done_s < self.earliest_s

    def _slack_s(self, done_s: float) -> float:
        if not isfinite(self.deadline_s):
            return nan
        return done_s - self.earliest_s if done_s < self.earliest_s else self.deadline_s - done_s

    @property
    def cost_m3(self) -> float:
        """What its lateness cost: what escaped more for it, or would have, had it been the only one [m3]."""
        return max(self.mended.more_m3, self.alone.more_m3)

    @property
    def cost(self) -> Harm:
        """That, with its place."""
        return self.mended if self.mended.more_m3 >= self.alone.more_m3 else self.alone


def lateness(found: Replay, tell: Tell = lambda done: None) -> list[Late]:
    """Every job in the order of the plan, each with what it cost.

    Two runs a job that was not done at its time: the exercise with this one mended, all others as
    they were; and the plan with only this one as it was.
    """
    every: list[Late] = []
    for place, job in enumerate(found.jobs):
        every.append(_late(found, job))
        tell((place + 1) / len(found.jobs))
    return every


def _late(found: Replay, job: str) -> Late:
    told = found.log.tells_of(job)
    planned, actual = _planned(found, job), _actual(found, job)
    ends = [row for row in found.log.of(job) if row.what in (What.DONE, What.FAILED)]
    late = Late(
        job, Source.LOG if told else Source.RULE, planned, actual, found.log.at(job, What.NOTICED),
        found.of.deadline_s(job), failed=found.log.failed(job),
        who=next((row.who for row in ends if row.who), ""), note="; ".join(row.note for row in ends if row.note),
        lost=tuple(_lost(planned, actual)), earliest_s=found.of.earliest_s(job),
    )  # fmt: skip
    return late if not late.changed else _costed(found, late)


def _costed(found: Replay, late: Late) -> Late:
    """A job with the water that its lateness cost."""
    tiers, least_m3 = list(found.of.park.tiers), found.of.scenario.limits.escape_m3
    with_it_mended = found.play({late.job: late.planned.done_s})
    with_only_it = found.play_plan({late.job: late.actual.done_s})
    return replace(
        late,
        mended=harm(with_it_mended, found.result.verdict, tiers, least_m3),
        alone=harm(found.of.result.verdict, with_only_it, tiers, least_m3),
    )


def _planned(found: Replay, job: str) -> Times:
    """The stations of a job in the plan's run."""
    firsts = first_times(found.of.result.events, job)
    return Times(firsts.get(Ordered, nan), firsts.get(Began, nan), firsts.get(Done, nan))


def first_times(events: Sequence[Event], job: str) -> Mapping[type[Event], float]:
    """When each kind of event was first noted of a job [s]."""
    return {type(each): each.at_s for each in reversed(events) if each.subject == job}


def _actual(found: Replay, job: str) -> Times:
    """The stations of a job in the exercise; by the rule only its end is known."""
    log = found.log
    return Times(log.at(job, What.ORDERED), log.at(job, What.BEGUN), found.actual_s[job])


def _lost(planned: Times, actual: Times) -> Iterator[tuple[Stage, float]]:
    """Where a job that was done in both lost time, or won it."""
    if isnan(planned.done_s) or isnan(actual.done_s):
        return
    if isnan(planned.ordered_s) or isnan(actual.ordered_s):
        yield Stage.WHOLE, actual.done_s - planned.done_s
        return
    yield Stage.ORDER, actual.ordered_s - planned.ordered_s
    both_begun = not isnan(planned.begun_s) and not isnan(actual.begun_s)
    stages = (Stage.WAY, Stage.WORK) if both_begun else (Stage.ANSWER,)
    spans = [_spans(each, begun=both_begun) for each in (planned, actual)]
    for stage, before, after in zip(stages, *spans, strict=True):
        yield stage, after - before


def _spans(times: Times, *, begun: bool) -> list[float]:
    stations = [times.ordered_s, times.begun_s, times.done_s] if begun else [times.ordered_s, times.done_s]
    return [later - sooner for sooner, later in pairwise(stations)]


def ranked(found: Sequence[Late]) -> list[Late]:
    """Those that were late and cost something, the costliest first; then those that were late and cost nothing."""
    late = [each for each in found if each.changed and not each.late_s < 0]
    return sorted(late, key=lambda each: (-each.cost_m3, -_finite(each.late_s), each.job))


def worst(found: Sequence[Late]) -> Late | None:
    """The single worst delay: the one without which least would have escaped; None when none cost anything."""
    costly = [each for each in found if each.cost_m3 > 0]
    return max(costly, key=lambda each: (each.mended.more_m3, each.alone.more_m3), default=None)


def _finite(late_s: float) -> float:
    return -1.0 if isnan(late_s) else late_s

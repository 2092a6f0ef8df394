"""The park played with the times of an exercise: what was done takes effect when the log says so, nothing else does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import isfinite, isnan, nan

from sim.check import Judgement
from sim.drill.log import Log
from sim.drill.run_of import RunOf
from sim.record.event import Done, Failed, Ordered
from sim.result import Result, run

ROUNDS = 50
"""Runs until nothing new is done that nobody did; each one holds something more."""


class NotMentioned(StrEnum):
    """What became of an action that the log does not mention."""

    DONE = "done"
    """It was done when the plan's run has it done."""
    MISSED = "missed"
    """It was never done."""


@dataclass(frozen=True, eq=False)
class Replay:
    """The plan's run and the exercise's."""

    of: RunOf
    log: Log
    rule: NotMentioned
    planned_s: Mapping[str, float]
    """When each job is done in the plan's run; NaN for never, and for what it does not order [s]."""
    actual_s: Mapping[str, float]
    """When each was done in the exercise, by the log or by the rule; NaN for never [s]."""
    held: Mapping[str, float]
    """What the exercise's run holds, and at which time [s]."""
    result: Result = field(repr=False)

    @property
    def jobs(self) -> list[str]:
        """Jobs of the plan, in the order of their orders; then those that only the log has."""
        return list(self.actual_s)

    @property
    def not_mentioned(self) -> list[str]:
        """Jobs of the plan of which the log says nothing."""
        return [each for each in self.planned_s if not self.log.tells_of(each)]

    @property
    def unplanned(self) -> list[str]:
        """Jobs that the log has and the plan's run does not order."""
        return [each for each in self.actual_s if each not in self.planned_s]

    @property
    def by_themselves(self) -> list[str]:
        """Jobs that neither plan nor log has, which the response plan orders as the water rose otherwise."""
        ordered = dict.fromkeys(each.subject for each in self.result.events if isinstance(each, Ordered))
        return [each for each in ordered if each not in self.actual_s]

    @property
    def refused(self) -> list[str]:
        """Jobs that were done by the log, and of which the scenario says that they cannot be."""
        done = {each.subject for each in self.result.events if isinstance(each, Done)}
        return [each for each, at_s in self.actual_s.items() if isfinite(at_s) and each not in done]

    def play(self, changes: Mapping[str, float]) -> Judgement:
        """The verdict with some jobs done at other times than in the exercise; NaN for never."""
        return self._play(self.held, changes)

    def play_plan(self, changes: Mapping[str, float]) -> Judgement:
        """The verdict of the plan with some jobs done at other times; NaN for never."""
        planned = {job: at_s for job, at_s in self.planned_s.items() if isfinite(at_s)}
        return self._play(planned, changes)

    def _play(self, held: Mapping[str, float], changes: Mapping[str, float]) -> Judgement:
        others = {job: at_s for job, at_s in held.items() if job not in changes}
        return played(self.of, {**others, **held_at(self.of, changes)}, self.rule, trace=False).verdict


def replay(of: RunOf, log: Log, rule: NotMentioned) -> Replay:
    """Play a scenario with the times of a log.

    Done times decide the water: every job of the log takes effect at its time, and what was not
    done never does, whatever crews in the run are at. What the log does not mention goes by `rule`.
    """
    planned_s = planned_times(of)
    told = [row.subject for row in log.rows if _is_job(of, row.subject)]
    actual_s = {each: _actual_s(each, planned_s, log, rule) for each in dict.fromkeys([*planned_s, *told])}
    held = held_at(of, actual_s)
    result = played(of, held, rule)
    return Replay(of, log, rule, planned_s, actual_s, _grown(held, result, rule, of), result)


def planned_times(of: RunOf) -> dict[str, float]:
    """When the plan's run has each job done that it orders; NaN for never [s]."""
    return {each.subject: of.done_s(each.subject) for each in of.events(Ordered)}


def _is_job(of: RunOf, subject: str) -> bool:
    return of.sheet(subject) is not None or any(each.id == subject for each in of.scenario.actions)


def _actual_s(job: str, planned_s: Mapping[str, float], log: Log, rule: NotMentioned) -> float:
    """When a job was done in the exercise; NaN for never [s]."""
    if log.tells_of(job):
        return log.done_s(job)
    return planned_s.get(job, nan) if rule is NotMentioned.DONE else nan


def held_at(of: RunOf, times: Mapping[str, float]) -> dict[str, float]:
    """At which time each job takes effect; what is never done, after the end.

    A job that is never done in the plan's run either is left to that run, so that what stands for
    its failing is ordered there.
    """
    never_s = 2 * of.scenario.horizon_s + 1
    fails = {each.subject for each in of.events(Failed) if isnan(of.done_s(each.subject))}
    return {
        job: never_s if isnan(at_s) else at_s for job, at_s in times.items() if not (isnan(at_s) and job in fails)
    }


def played(of: RunOf, held: Mapping[str, float], rule: NotMentioned, *, trace: bool = True) -> Result:
    """The run with jobs held; by the rule `missed`, nothing else is done in it either."""
    holds = dict(held)
    for _ in range(ROUNDS):
        result = run(of.park, of.scenario, trace=trace, held=holds)
        more = _grown(holds, result, rule, of)
        if len(more) == len(holds):
            return result
        holds = more
    return result


def _grown(held: Mapping[str, float], result: Result, rule: NotMentioned, of: RunOf) -> dict[str, float]:
    """The holds, with those jobs for ever that nobody did and the run has done all the same."""
    if rule is NotMentioned.DONE:
        return dict(held)
    never_s = 2 * of.scenario.horizon_s + 1
    done = dict.fromkeys(each.subject for each in result.events if isinstance(each, Done))
    return {**held, **{each: never_s for each in done if each not in held}}

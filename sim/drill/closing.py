"""Warnings and reports of an exercise: closed and made in time, or not, or nobody can say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isnan, nan

from sim.check.warning import Warning, warnings
from sim.drill.line import Kind
from sim.drill.log import Log, What
from sim.drill.master_list import MasterList
from sim.drill.replay import Replay
from sim.park import Name
from sim.park.sheet import sheet_of
from sim.record.event import Cause, Done, Event, Ordered, RuleBegan

CLOSING = "report/closing/"


@dataclass(frozen=True, slots=True)
class Closed(Warning):
    """One warning in the exercise: raised by the water of the run with its times; NaN for never and for unknown.

    `closed_s` is by the log's own entry, or by the last of the jobs that it set off.
    """

    noticed_s: float = nan
    """By the log."""
    planned_s: float = nan
    """When the plan's run has it closed."""
    said: bool = False
    """Whether the log itself says when it was closed."""
    number: int = 0
    """Of its line in the master list."""


@dataclass(frozen=True, slots=True)
class Reported:
    """A report that was owed; times [s]."""

    key: str
    number: int
    text: Name
    receiver: Name
    due_s: float
    made_s: float
    """NaN when the log does not have it."""

    @property
    def late_s(self) -> float:
        """How late it was; negative for early, NaN when nobody can say [s]."""
        return self.made_s - self.due_s

    @property
    def in_time(self) -> bool:
        """Whether it was made by the time it was owed."""
        return self.made_s <= self.due_s


def closings(found: Replay, master: MasterList) -> list[Closed]:
    """Every warning that set something off, in the order of the alarms; of those of one sensor the first."""
    events = found.result.events
    planned = {each.sensor: each.closed_s for each in reversed(warnings(found.of.result.record)) if each.answered}
    lines = {line.key.removeprefix(CLOSING).rpartition("/")[0]: line for line in reversed(list(master.of(Kind.REPORT)))
             if line.key.startswith(CLOSING)}  # fmt: skip
    firsts = {each.sensor: each for each in reversed(warnings(found.result.record)) if each.answered}
    every = []
    for each in sorted(firsts.values(), key=lambda warning: (warning.alarm_s, warning.sensor)):
        line = lines.get(each.sensor)
        said_s = found.log.done_s(line.key) if line else nan
        by_jobs_s = _not_before(each.alarm_s, _closed_s(found, each.sensor, events))
        closed_s = by_jobs_s if isnan(said_s) else said_s
        every.append(Closed(
            each.sensor, each.alarm_s, each.confirmed_s, closed_s, each.answered,
            found.log.at(each.sensor, What.NOTICED), planned.get(each.sensor, nan), not isnan(said_s),
            line.number if line else 0,
        ))  # fmt: skip
    return every


def unanswered(found: Replay) -> list[str]:
    """Sensors of whose warnings no rule deals with, in the order of the alarms."""
    seen = warnings(found.result.record)
    answered = {each.sensor for each in seen if each.answered}
    return list(dict.fromkeys(each.sensor for each in seen if each.sensor not in answered))


def _not_before(alarm_s: float, closed_s: float) -> float:
    """What was done before the alarm leaves nothing to do then; NaN stays [s]."""
    return closed_s if isnan(closed_s) else max(alarm_s, closed_s)


def _closed_s(found: Replay, sensor: str, events: Sequence[Event]) -> float:
    """When the last job was done that a warning set off, by itself or otherwise; NaN for never [s]."""
    because = Cause("confirmed", sensor)
    rules = [each.subject for each in events if isinstance(each, RuleBegan) and each.cause == because]
    ends = [_ended_s(found, rule, events) for rule in dict.fromkeys(rules)]
    return nan if not ends or any(map(isnan, ends)) else max(ends)


def _ended_s(found: Replay, rule_id: str, events: Sequence[Event]) -> float:
    """When a rule has ended with everything done; NaN for never [s]."""
    rule = next(each for each in found.of.scenario.rules if each.id == rule_id)
    because = Cause("rule", rule_id)
    jobs = dict.fromkeys(each.subject for each in events if isinstance(each, Ordered) and each.cause == because)
    done = {job: found.actual_s.get(job, _done_s(events, job)) for job in jobs}
    times = list(_ends_of(rule.do, rule.otherwise, done))
    return nan if not times or any(map(isnan, times)) else max(times)


def _ends_of(do: Sequence[str], otherwise: Sequence[str], done: dict[str, float]) -> Iterator[float]:
    """When each sheet of a rule was done; of one that was not, what stood for that case."""
    first = {sheet_of(job): at_s for job, at_s in reversed(done.items())}
    for sheet in do:
        at_s = first.get(sheet, nan)
        yield at_s if not isnan(at_s) or not otherwise else max((first.get(each, nan) for each in otherwise), key=_last)


def _last(at_s: float) -> float:
    return float("inf") if isnan(at_s) else at_s


def _done_s(events: Sequence[Event], job: str) -> float:
    return next((each.at_s for each in events if isinstance(each, Done) and each.subject == job), nan)


def reported(log: Log, master: MasterList, incident: str) -> list[Reported]:
    """Every report that was owed but for the closing of warnings, in the order of the times."""
    lines = [line for line in master.of(Kind.REPORT) if line.incident == incident and not line.key.startswith(CLOSING)]
    return [
        Reported(line.key, line.number, line.text, line.receiver, line.at_s if isnan(line.deadline_s) else
                 line.deadline_s, log.done_s(line.key))
        for line in lines
    ]

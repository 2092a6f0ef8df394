"""The run behind an exercise: what happened, by when each action was needed, and what follows if one is missed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from math import inf, nan
from typing import TypeVar

from sim.called import Called, in_both
from sim.drill.harm import more_m3
from sim.drill.line import Missed
from sim.drill.states import States
from sim.park import Name, Park, Sheet
from sim.park.sheet import sheet_of
from sim.record.event import (
    Alarmed,
    Arrived,
    Began,
    Cause,
    Done,
    Event,
    Failed,
    FaultBegan,
    FireWater,
    IncidentDetected,
    IncidentReported,
    Ordered,
    Repaired,
)
from sim.result import Result, run
from sim.scenario import Rule, Scenario
from sim.study.deadlines import Deadline

Kind = TypeVar("Kind", bound=Event)
PEOPLE = (Alarmed, IncidentReported, Ordered, Began, Done, Failed, Arrived, FireWater, FaultBegan, Repaired)
"""What people do or hear of."""


@dataclass(frozen=True, eq=False)
class RunOf:
    """One scenario's run with its deadlines."""

    park: Park
    """With the ways for water that the scenario's faults bring."""
    scenario: Scenario
    deadlines: tuple[Deadline, ...]
    result: Result = field(repr=False)

    @classmethod
    def of(cls, park: Park, scenario: Scenario, deadlines: tuple[Deadline, ...]) -> RunOf:
        """Play a scenario."""
        result = run(park, scenario)
        return cls(result.park, scenario, deadlines, result)

    @cached_property
    def states(self) -> States:
        """How storages stand at any time."""
        return States(self.park, self.result.record)

    @cached_property
    def detected_s(self) -> float:
        """When the incident is known; inf when it never is [s]."""
        return next((each.at_s for each in self.events(IncidentDetected)), inf)

    @cached_property
    def ordered_s(self) -> float:
        """When the first order is given; inf when none is [s]."""
        return next((each.at_s for each in self.events(Ordered)), inf)

    @cached_property
    def known_s(self) -> float:
        """When people begin to act: it is detected, or a script has them act [s]."""
        return min(self.detected_s, self.ordered_s)

    @cached_property
    def last_s(self) -> float:
        """When the last thing happens that people do or hear of [s]."""
        return max((each.at_s for each in self.result.record.events if isinstance(each, PEOPLE)), default=0.0)

    def called(self, say: Callable[[Called], str]) -> Name:
        """What people call something, in both languages."""
        return in_both(self.park, self.scenario, say)

    def facility(self, id: str) -> Name:
        """What people call a storage, a receiver, or a link that stands alone."""
        return self.called(lambda called: called.facility(id))

    def events(self, kind: type[Kind]) -> Iterator[Kind]:
        """What happened, of a kind."""
        return (each for each in self.result.record.events if isinstance(each, kind))

    def sheet(self, job: str) -> Sheet | None:
        """The operation sheet of a job; None for an action of the script."""
        return self.park.sheets.get(sheet_of(job))

    def rule(self, order: Ordered) -> Rule | None:
        """The rule of the response plan that gave an order."""
        return next((rule for rule in self.scenario.rules if Cause("rule", rule.id) == order.cause), None)

    def done_s(self, job: str) -> float:
        """When a job was done first; NaN for never [s]."""
        return next((each.at_s for each in self.events(Done) if each.subject == job), nan)

    def storage_of(self, job: str) -> str:
        """The storage that a job is about: the one its link empties, or whose crest it raises; empty for none."""
        for id in Called(self.park, self.scenario).facilities(job):
            if id in self.park.storages:
                return id
            if id in self.park.links:
                return self.park.links[id].source
        return ""

    def deadline_s(self, job: str) -> float:
        """The latest completion that keeps every tier's verdict; inf when none hangs on it [s]."""
        return min((each.latest_s for each in self.deadlines if each.action == job and each.needed), default=inf)

    def earliest_s(self, job: str) -> float:
        """Before this time it must not be done, where it must be done at all; 0 for no such time [s]."""
        return max((each.earliest_s for each in self.deadlines if each.action == job and each.needed), default=0.0)

    def without(self, job: str) -> Result:
        """The run in which a job is never done."""
        if job not in self._without:
            never = {job: 2 * self.scenario.horizon_s + 1}
            self._without[job] = run(self.park, self.scenario, held=never)
        return self._without[job]

    def states_without(self, job: str) -> States:
        """How storages stand in that run."""
        return States(self.park, self.without(job).record)

    @cached_property
    def _without(self) -> dict[str, Result]:
        return {}

    def missed(self, job: str) -> Missed | None:
        """What follows if a job is never done; None when nothing more escapes.

        Of the tiers that lose more than in the run the outermost counts.
        """
        without = self.without(job).verdict
        for tier in reversed(list(self.park.tiers)):
            before, after = self.result.verdict.tier(tier), without.tier(tier)
            escaped_m3 = after.escaped_m3 - before.escaped_m3
            if escaped_m3 > self.scenario.limits.escape_m3:
                worst = max(after.escapes, key=lambda each: more_m3(each, before.escapes))
                return Missed(escaped_m3, tier, worst.link, worst.first_s)
        return None


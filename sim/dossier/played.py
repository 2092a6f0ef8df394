"""A scenario with its run and all that studies found of it: made once, shared by every paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sim.called import Called
from sim.check.reports import OwedReport, reports_owed
from sim.drill.run_of import RunOf
from sim.load import Case
from sim.park import Name
from sim.record.table import Table
from sim.scenario import Scenario
from sim.study import Broken, FaultTable, Limit, Recovery, deadlines, fault_table, limits, recovery
from sim.study.tables import DEADLINES, LIMITS, faults_table, recovery_table, second_event_table
from sim.study.trial import Tell, nobody


@dataclass(frozen=True, eq=False)
class Played:
    """One scenario of a package."""

    case: Case
    run: RunOf
    """With the deadlines."""
    limits: tuple[Limit, ...]
    faults: FaultTable
    """Single faults; no pairs."""
    recovery: Recovery

    @classmethod
    def of(cls, case: Case, tell: Tell = nobody) -> Played:
        """Play a scenario and study it."""
        park, scenario = case.park, case.scenario
        found = deadlines(park, scenario, lambda done: tell(0.3 * done))
        held = limits(park, scenario, lambda done: tell(0.3 + 0.1 * done))
        broken = fault_table(park, scenario, pairs=False, tell=lambda done: tell(0.4 + 0.5 * done))
        after = recovery(park, scenario, tell=lambda done: tell(0.9 + 0.1 * done))
        return cls(case, RunOf.of(park, scenario, tuple(found)), tuple(held), broken, after)

    @property
    def scenario(self) -> Scenario:
        """What was played."""
        return self.case.scenario

    @property
    def name(self) -> Name:
        """What it is called."""
        return self.scenario.name

    def called(self, language: str) -> Called:
        """What people call the things of its park and of its script."""
        return Called(self.run.park, self.scenario, language)

    @cached_property
    def reached(self) -> frozenset[str]:
        """Storages that accident water came into."""
        return frozenset(each.storage for tier in self.run.result.verdict.tiers for each in tier.reached)

    @cached_property
    def reports(self) -> tuple[OwedReport, ...]:
        """The reports that are owed while the grade is not settled, by when they are due."""
        result = self.run.result
        return tuple(each for each in reports_owed(result.park, result.record, result.verdict) if each.holds)

    def fault_of(self, facility: str) -> Broken | None:
        """What became of the run without a link; None where nobody turns it."""
        return next((each for each in self.faults.singles if each.faults == (facility,)), None)

    def tables(self) -> Mapping[str, Table]:
        """What the studies found, by the names of the files beside the run."""
        return {
            "deadlines.csv": DEADLINES.table(self.run.deadlines),
            "limits.csv": LIMITS.table(self.limits),
            "faults.csv": faults_table(self.faults.singles, list(self.run.park.tiers)),
            "recovery.csv": recovery_table(self.recovery),
            "second-event.csv": second_event_table(self.recovery),
        }

"""One scenario re-run many times: what became of each tier, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sim.check.outcome import Outcome, outcomes
from sim.engine import play
from sim.park import Park
from sim.record.record import Record
from sim.scenario import Scenario

Tell = Callable[[float], None]
"""Told how much of a study is done, from 0 to 1."""


def nobody(done: float) -> None:
    """Tell nobody."""


@dataclass(slots=True)
class Trial:
    """A scenario in its park, ready to be played with one thing changed."""

    park: Park
    scenario: Scenario
    held: Mapping[str, float] = field(default_factory=dict)
    """Actions and jobs that take effect at times of their own in every run [s]."""
    runs: int = 0
    """How often it has been played."""
    last: Record | None = field(default=None, repr=False)
    """What was seen in the last run."""

    @classmethod
    def of(cls, park: Park, scenario: Scenario, held: Mapping[str, float] | None = None) -> Trial:
        """A trial in a park that has the ways for water which the scenario brings."""
        return cls(park.with_links(scenario.links), scenario, held or {})

    def play(
        self, held: Mapping[str, float] | None = None, park: Park | None = None, trace: bool = False, **changes: Any
    ) -> list[Outcome]:
        """The outcome tier by tier, with `changes` to the scenario's fields."""
        scenario = replace(self.scenario, **changes) if changes else self.scenario
        stand = park or self.park
        if "faults" in changes:
            stand = stand.with_links(scenario.links)
        self.runs += 1
        self.last = play(stand, scenario, trace=trace, held={**self.held, **(held or {})})
        return list(outcomes(stand, scenario, self.last))

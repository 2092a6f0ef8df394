"""The master list of an exercise: every line, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sim.drill.brief import Brief
from sim.drill.exercise import Exercise
from sim.drill.line import Kind, Line
from sim.park import Name, Park


@dataclass(frozen=True, slots=True)
class Incident:
    """One accident that is played in an exercise."""

    id: str
    name: Name
    starts: str
    """Clock time of the scenario, with its offset; may be empty."""
    horizon_s: float
    begins_s: float = 0.0
    """When it begins since the exercise began [s]."""
    inputs_hash: str = ""
    """Of the scenario and park that its run was made of."""
    brief: Brief | None = field(default=None, repr=False, compare=False)
    """What its run says as a whole; None for a list that was read back without its run."""


@dataclass(frozen=True, slots=True)
class MasterList:
    """An exercise as exercise control holds it."""

    exercise: Exercise
    park: Park
    incidents: tuple[Incident, ...]
    lines: tuple[Line, ...] = field(repr=False)
    """In the order of the exercise's clock, and of their numbers."""

    def of(self, *kinds: Kind) -> Iterator[Line]:
        """The lines of some kinds."""
        return (line for line in self.lines if line.kind in kinds)

    def incident(self, line: Line) -> Incident:
        """The accident a line belongs to."""
        return next(each for each in self.incidents if each.id == line.incident)

    def clock(self, line: Line) -> datetime | None:
        """Clock time in the exercise, with its zone; None when nobody said when it begins."""
        starts = self.exercise.starts or self.incidents[0].starts
        return datetime.fromisoformat(starts) + timedelta(seconds=line.exercise_s) if starts else None

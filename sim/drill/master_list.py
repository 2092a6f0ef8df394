"""The master list of an exercise: every line, in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sim.called import Called
from sim.drill.brief import Brief
from sim.drill.edits import Edits
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
    """In the order of the exercise's clock."""
    given: Mapping[str, int] = field(default_factory=dict, repr=False)
    """Every number that was ever given, of lines that are gone too, by the lines' keys."""
    timed: bool = False
    """Whether somebody said when its incidents begin; else they follow one another."""
    edits: Edits = field(default_factory=Edits, repr=False)
    """What a designer changed in it."""

    @property
    def starts(self) -> str:
        """Clock time at which the exercise begins, with its offset; empty when nobody said."""
        return self.exercise.starts or self.incidents[0].starts

    def called(self, language: str) -> Called:
        """What people call the things of its park."""
        return Called(self.park, language=language)

    def of(self, *kinds: Kind) -> Iterator[Line]:
        """The lines of some kinds."""
        return (line for line in self.lines if line.kind in kinds)

    def incident(self, line: Line) -> Incident:
        """The accident a line belongs to."""
        return next(each for each in self.incidents if each.id == line.incident)

    def clock(self, line: Line) -> datetime | None:
        """Clock time in the exercise to the second, with its zone; None when nobody said when it begins."""
        if not self.starts:
            return None
        return datetime.fromisoformat(self.starts) + timedelta(seconds=round(line.exercise_s))

    def action_number(self, line: Line) -> int:
        """The number of the expected action that a line is about; 0 when it is not on the list."""
        same = (x for x in self.of(Kind.ACTION) if (x.incident, x.action) == (line.incident, line.action))
        return next((x.number for x in same), 0) if line.action else 0

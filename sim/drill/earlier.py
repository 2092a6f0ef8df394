"""What an earlier list of the same exercise remembers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sim.drill.edits import Edits
from sim.drill.exercise import Exercise
from sim.drill.line import Line
from sim.drill.master_list import Incident
from sim.park import Name


@dataclass(frozen=True, slots=True)
class Earlier:
    """A list that was written before, with what a designer did to it since."""

    exercise: Exercise
    park: str
    """Its id."""
    incidents: tuple[Incident, ...]
    lines: tuple[Line, ...] = field(repr=False)
    """As they were written."""
    given: Mapping[str, int] = field(repr=False)
    """Every number ever given, by the lines' keys."""
    edits: Edits = field(repr=False)
    """Those it was made with, and those found in it."""
    timed: bool = False
    """Whether somebody said when its incidents begin."""
    notes: tuple[Name, ...] = ()
    """What the designer changed that is not for a designer to change: it follows from the run."""

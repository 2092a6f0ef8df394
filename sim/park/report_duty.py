"""What must be reported in an emergency: who tells whom, from what on, within how long."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sim.park.names import Name

_NOTHING = Name()


class Trigger(StrEnum):
    """From what on the time of a report runs."""

    KNOWN = "known"
    """The incident is known: the earliest of what makes it known in a run."""
    DETECTED = "detected"
    """It is found: an alarm is believed, or somebody reports it."""
    FIRE = "fire"
    """Fire water is poured on for the first time."""
    RELEASED = "released"
    """Product runs out for the first time."""
    ORDERED = "ordered"
    """The first order is given."""
    BREACHED = "breached"
    """Accident water leaves a line of defence uncontrolled for the first time."""


class Medium(StrEnum):
    """How a report is made."""

    TELEPHONE = "telephone"
    WRITTEN = "written"


class Stage(StrEnum):
    """What sort of report it is."""

    FIRST = "first"
    FOLLOW_UP = "follow-up"
    FINAL = "final"
    WARNING = "warning"
    """Those are told whom the water may hit."""


class Grade(StrEnum):
    """Of which official grade an incident must be for a report to be owed. No run knows the grade."""

    ANY = "any"
    MINOR = "minor"
    """Settled as ordinary (IV) or larger (III)."""
    MAJOR = "major"
    """Major (II), especially grave (I), or not settled."""


@dataclass(frozen=True, slots=True)
class ReportDuty:
    """A report that somebody owes somebody, within a time of a trigger or of another report.

    >>> ReportDuty("office", Name("First report"), Name("Works"), Name("Park office"), within_s=900).says.en
    ''
    """

    id: str
    name: Name
    sender: Name
    receiver: Name
    trigger: str = Trigger.KNOWN
    """A `Trigger`, or the id of the report after which its time runs."""
    within_s: float = 0.0
    """Time it may take [s]; 0 for at once."""
    medium: Medium = Medium.TELEPHONE
    stage: Stage = Stage.FIRST
    grade: Grade = Grade.ANY
    says: Name = _NOTHING
    """What it must say; empty when nobody wrote that."""
    rule: Name = _NOTHING
    """The rule that asks for it; empty when nobody named one."""

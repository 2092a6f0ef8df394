"""What crews did, job by job: ordered, on the way, at work, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

from sim.park import Park
from sim.record.record import Record

ENDS = ("done", "failed", "called-off")
GOING = "going"
"""How a job stands that had not ended when the run did."""


@dataclass(frozen=True, slots=True)
class Job:
    """A job of a crew; times in s. One that was called off and taken up again is several."""

    subject: str
    """Its sheet's id, with a mark when it was ordered more than once."""
    sheet: str
    facility: str
    crew: str
    ordered_s: float
    """When it was ordered; of one that is taken up again, when it was called off."""
    leaves_s: float
    """When its team set out; NaN when none did."""
    begun_s: float
    """When the team was there; NaN when none was."""
    ended_s: float
    outcome: str
    """done, failed, called-off or going."""


def jobs(park: Park, record: Record) -> list[Job]:
    """Every job of a sheet, in the order in which they were begun; last those that never were."""
    ordered: dict[str, float] = {}
    begun: dict[str, float] = {}
    found: list[Job] = []
    for entry in record.entries:
        if entry.subject.partition("#")[0] not in park.sheets:
            continue
        if entry.what == "order":
            ordered.setdefault(entry.subject, entry.at_s)
        elif entry.what == "begins":
            begun[entry.subject] = entry.at_s
        elif entry.what in ENDS and entry.subject in ordered:
            at_s = begun.pop(entry.subject, nan)
            found.append(_job(park, entry.subject, ordered[entry.subject], at_s, entry.at_s, entry.what))
            if entry.what == "called-off":
                ordered[entry.subject] = entry.at_s
    ended = {each.subject for each in found if each.outcome != "called-off"}
    for subject, at_s in ordered.items():
        if subject in begun or subject not in ended:
            found.append(_job(park, subject, at_s, begun.get(subject, nan), record.horizon_s, GOING))
    return sorted(found, key=lambda each: (each.begun_s != each.begun_s, each.begun_s, each.ordered_s, each.subject))


def _job(park: Park, subject: str, ordered_s: float, begun_s: float, ended_s: float, outcome: str) -> Job:
    sheet = park.sheets[subject.partition("#")[0]]
    leaves_s = max(begun_s - (sheet.travel_s or 0.0), ordered_s) if begun_s == begun_s else nan
    return Job(subject, sheet.id, sheet.facility, sheet.crew, ordered_s, leaves_s, begun_s, ended_s, outcome)

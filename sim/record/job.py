"""What crews did, a row a job: ordered, on the way, at work, and how it ended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import isnan, nan

from sim.record.event import ENDS, Began, CalledOff, Event, Failed, OfJob, Ordered, Reason, SetOut

GOING = "going"
"""How a job stands that had not ended when the run did."""


@dataclass(frozen=True, slots=True)
class Job:
    """One order of a sheet, or an action of the script; times in s, NaN for never.

    A job that was called off and taken up again is several rows.
    """

    id: str
    sheet: str
    """Empty for an action of the script."""
    ordered_s: float
    """When it was ordered; of one that is taken up again, when it was called off."""
    crew: str = ""
    """Who was to go; empty for what a control room or the script does."""
    team: int = 0
    """Which of its teams, counted from 1; 0 where nobody went."""
    leaves_s: float = nan
    start: tuple[float, ...] = ()
    """From where the team set out, east first; empty where places are not known."""
    begun_s: float = nan
    """When the team was there."""
    ended_s: float = nan
    outcome: str = GOING
    """done, failed, called-off or going."""
    why: tuple[Reason, ...] = ()
    """Why it failed."""


def jobs(events: Iterable[Event], until_s: float) -> list[Job]:
    """Every job, in the order in which teams were there; last those to which nobody came.

    What had not ended by `until_s`, the end of the run, is going on then [s].
    """
    open_: dict[str, Job] = {}
    found: list[Job] = []
    for event in events:
        if not isinstance(event, OfJob):
            continue
        if isinstance(event, Ordered):
            open_.setdefault(event.subject, Job(event.subject, event.sheet, event.at_s, event.crew))
        elif (job := open_.get(event.subject)) is not None:
            _go_on(open_, found, job, event)
    found += (replace(each, ended_s=until_s) for each in open_.values())
    return sorted(found, key=lambda each: (isnan(each.begun_s), each.begun_s, each.ordered_s, each.id))


def as_ordered(found: Iterable[Job]) -> list[Job]:
    """Jobs in the order in which papers and maps number them: as ordered, then as somebody was there.

    >>> [each.id for each in as_ordered([Job("b", "", 60.0), Job("c", "", 60.0, begun_s=90.0), Job("a", "", 120.0)])]
    ['c', 'b', 'a']
    """
    return sorted(found, key=lambda each: (each.ordered_s, isnan(each.begun_s), each.begun_s, each.id))


def _go_on(open_: dict[str, Job], found: list[Job], job: Job, event: OfJob) -> None:
    """Enter what became of a job that was ordered."""
    match event:
        case SetOut():
            job = replace(job, team=event.team, leaves_s=event.at_s, start=event.start)
        case Began():
            job = replace(job, begun_s=event.at_s)
    open_[job.id] = job
    if isinstance(event, ENDS):
        why = event.reasons if isinstance(event, Failed) else ()
        found.append(replace(job, ended_s=event.at_s, outcome=event.what, why=why))
        del open_[job.id]
        if isinstance(event, CalledOff):
            open_[job.id] = Job(job.id, job.sheet, event.at_s, job.crew)

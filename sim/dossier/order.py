"""What people are told to do in a run: one row an order, with its deadline and what is left if it fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.record.job import Job, as_ordered, jobs
from sim.study import Broken

if TYPE_CHECKING:
    from sim.dossier.played import Played


@dataclass(frozen=True, slots=True)
class Order:
    """An order of a run; times since the incident began [s]."""

    number: int
    """From 1 on, in the order in which they are given."""
    job: Job
    facilities: tuple[str, ...]
    """Ids of what is operated."""
    latest_s: float
    """The latest completion that keeps every tier's verdict; inf when none hangs on it."""
    earliest_s: float
    """Before this time it must not be done; 0 for no such time."""
    fails: tuple[Broken, ...]
    """What becomes of the run when what is operated does not follow; empty where nobody tried."""

    @property
    def id(self) -> str:
        """Of the job, as the tables of the run have it."""
        return self.job.id

    @property
    def hangs(self) -> bool:
        """Whether a verdict hangs on its time."""
        return self.latest_s < float("inf") or self.earliest_s > 0

    @property
    def matters(self) -> bool:
        """Whether more is lost without it, though it may decide no verdict."""
        return any(each.worse or each.escaped_m3 > 0 for each in self.fails)

    @property
    def late(self) -> bool:
        """Whether the run did not have it done by then."""
        return not (self.done and self.job.ended_s <= self.latest_s)

    @property
    def done(self) -> bool:
        """Whether it was done."""
        return self.job.outcome == "done"


def orders(played: Played) -> Sequence[Order]:
    """The orders of a run, in the order in which they are given."""
    record, run, called = played.run.result.record, played.run, played.called("en")
    rows = as_ordered(jobs(record.events, record.horizon_s))
    found = []
    for number, job in enumerate(rows, start=1):
        facilities = tuple(called.facilities(job.id))
        fails = tuple(filter(None, map(played.fault_of, facilities)))
        found.append(Order(number, job, facilities, run.deadline_s(job.id), run.earliest_s(job.id), fails))
    return found


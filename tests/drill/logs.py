"""Logs for tests: of what a run has done, and of changes to it."""

from math import isnan

from sim.drill.log import Log, Row, What
from sim.drill.replay import planned_times
from sim.drill.run_of import RunOf
from sim.record.event import Ordered


def run_of(case, found=()):
    """A scenario's run, with deadlines or without."""
    return RunOf.of(case.park, case.scenario, tuple(found))


def as_planned(of, **changes):
    """A log that has everything done when the run does, but for `changes`: seconds later, or None for failed."""
    rows = []
    for job, planned_s in planned_times(of).items():
        later_s = changes.get(job.replace("-", "_"), 0.0)
        if isnan(planned_s) or later_s is None:
            ordered_s = next(each.at_s for each in of.events(Ordered) if each.subject == job)
            rows.append(Row(job, What.FAILED, ordered_s))
        else:
            rows.append(Row(job, What.DONE, planned_s + later_s))
    return Log(tuple(sorted(rows, key=lambda row: row.at_s)), "log.csv")

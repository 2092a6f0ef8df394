"""Reports that are owed after what happened in a run: by the park's own table, or by the country's rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf, isfinite

from sim.check.judgement import Judgement
from sim.park import Park, ReportDuty
from sim.park.report_duty import Grade, Trigger
from sim.record.event import FireWater, IncidentDetected, Ordered, Poured, Released
from sim.record.record import Record
from sim.regulation import NATIONAL_REPORTS


@dataclass(frozen=True, slots=True)
class OwedReport:
    """A report that is owed; times since the incident began [s]."""

    duty: ReportDuty
    from_s: float
    """When its trigger happened, or the report before it was due."""

    @property
    def due_s(self) -> float:
        """By when it must have been made [s]."""
        return self.from_s + self.duty.within_s

    @property
    def holds(self) -> bool:
        """Whether it is owed while the grade is not settled, as it is in every run."""
        return self.duty.grade is not Grade.MINOR


def duties_of(park: Park) -> Mapping[str, ReportDuty]:
    """The table of reports by which a park goes: its own, or the country's where it writes none."""
    return park.reports or NATIONAL_REPORTS


def reports_owed(park: Park, record: Record, verdict: Judgement) -> tuple[OwedReport, ...]:
    """Every report that is owed in a run, by the time at which it is due; those of equal times as the table has them.

    Those of an incident that is settled as minor are among them, and do not hold.
    """
    duties = duties_of(park)
    since_s = triggered_s(record, verdict)
    found = (OwedReport(each, _from_s(each, duties, since_s)) for each in duties.values())
    return tuple(sorted((each for each in found if isfinite(each.from_s)), key=lambda each: each.due_s))


def triggered_s(record: Record, verdict: Judgement) -> dict[str, float]:
    """When each trigger first happened; inf for never [s].

    The incident is known once it burns, somebody orders something, or it is detected. A run that has nobody detect it
    does not say how it becomes known: then it is known from the release, or from when water leaves a tier, too.
    """
    burns_s, released_s = (_first_s(record, kind) for kind in (FireWater, Released))
    events = record.events
    detected_s = next((each.at_s for each in events if isinstance(each, IncidentDetected)), inf)
    ordered_s = next((each.at_s for each in events if isinstance(each, Ordered)), inf)
    breached_s = min((each.first_s for tier in verdict.tiers for each in tier.escapes), default=inf)
    seen_s = detected_s if isfinite(detected_s) else min(released_s, breached_s)
    return {
        Trigger.KNOWN: min(burns_s, ordered_s, seen_s),
        Trigger.DETECTED: detected_s,
        Trigger.FIRE: burns_s,
        Trigger.RELEASED: released_s,
        Trigger.ORDERED: ordered_s,
        Trigger.BREACHED: breached_s,
    }


def _first_s(record: Record, kind: type[Poured]) -> float:
    """When an inflow of a kind first pours [s]."""
    return next((each.at_s for each in record.events if isinstance(each, kind) and each.rate_m3_s > 0), inf)


def _from_s(duty: ReportDuty, duties: Mapping[str, ReportDuty], since_s: Mapping[str, float]) -> float:
    """From when the time of a report runs, never before the incident is known; inf when it is not owed [s]."""
    if duty.trigger in since_s:
        return max(since_s[duty.trigger], since_s[Trigger.KNOWN])
    before = duties[duty.trigger]
    return _from_s(before, duties, since_s) + before.within_s

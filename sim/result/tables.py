"""A judgement as tables: tiers, crossings, margins, fill times, actions, warnings, assumed numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import nan

from sim.called import Called
from sim.called.happened import reasons_said
from sim.check import Crossing, Downstream, FillTimes, Judgement, Margin, TierVerdict
from sim.check.assumption import behind
from sim.check.reports import reports_owed
from sim.check.warning import warnings
from sim.park import ORIGINS, Basis, Park
from sim.record.event import Began, Done, Event, Failed, OfJob, Ordered
from sim.record.job import Job, jobs
from sim.record.record import Record
from sim.record.table import Cell, Table
from sim.scenario import Scenario

ESCAPED = tuple(f"escaped {origin} [m3]" for origin in ORIGINS)
TIERS = (
    "tier", "verdict", "peak [m3]", "peak at [s]", "usable [m3]", "margin [m3]", "margin [-]", "tightest storage",
    "first escape at [s]", "first escape over", "first escape to", "first escape [m3]",
    "escaped [m3]", *ESCAPED, "transferred [m3]", "uncounted [m3]",
    "margin were all counted [m3]",
)  # fmt: skip
CROSSINGS = (
    "tier", "link", "from", "to", "controlled", "accident water [m3]", *(f"{origin} [m3]" for origin in ORIGINS),
    "first [s]", "last [s]", "peak [m3/s]",
)  # fmt: skip
MARGINS = (
    "storage", "tier", "counts", "gross [m3]", "dead [m3]", "freeboard [m3]", "occupied [m3]", "usable [m3]",
    "peak [m3]", "peak at [s]", "margin [m3]", "margin [-]", "full at [s]", "full for [s]", "reached at [s]",
    "raised [m3]", "allowed [m]", "because",
)  # fmt: skip
RECEPTORS = (
    "receptor", "reach", "limit [mg/L]", "peak [mg/L]", "peak at [s]", "above limit from [s]", "above limit for [s]",
    "passed [kg]", "mixed after [m]", "bank factor [-]",
)  # fmt: skip
SECTIONS = (
    "storage", "shut at [s]", "room [m3]", "inflow [m3/s]", "full at [s]", "fill time [s]", "stood full at [s]",
    "pumps from [s]", "to spare [s]",
)  # fmt: skip
JOBS = (
    "job", "crew", "facility", "ordered at [s]", "leaves at [s]", "begun at [s]", "ended at [s]", "outcome", "team",
    "equipment", "leaves from", "why",
)  # fmt: skip
ACTIONS = ("action", "ordered at [s]", "begun at [s]", "done at [s]", "failed at [s]", "cause", "text")
REPORTS = (
    "report", "from", "to", "after", "runs from [s]", "due at [s]", "by", "stage", "grade", "says", "rule",
)  # fmt: skip
WARNINGS = ("sensor", "alarm at [s]", "confirmed at [s]", "closed at [s]", "open [s]", "within 30 min", "answered")
ASSUMPTIONS = ("file", "path", "value", "basis", "source")


def tiers_table(verdict: Judgement) -> Table:
    """A row a tier, from the inside out."""
    return Table(TIERS, [_tier_row(each) for each in verdict.tiers])


def _tier_row(tier: TierVerdict) -> list[Cell]:
    first = tier.first_escape
    escape: list[Cell] = [first.first_s, first.link, first.target, first.volume_m3] if first else [nan, None, None, nan]
    by_origin = [sum(each.volume[k] for each in tier.escapes) for k in range(len(ORIGINS))]
    tightest = tier.tightest.storage if tier.tightest else None
    figures = [tier.peak_m3, tier.peak_at_s, tier.usable_m3, tier.margin_m3, tier.margin_share]
    left = [float(tier.escaped_m3), *map(float, by_origin), float(tier.transferred_m3)]
    beside = [float(tier.uncounted_m3), float(tier.margin_of_all_m3)]
    return [tier.tier, tier.word, *map(float, figures), tightest, *escape, *left, *beside]


def crossings_table(verdict: Judgement) -> Table:
    """A row for every link that accident water left a tier over, and for every tier it left so."""
    rows = [_crossing_row(tier.tier, each) for tier in verdict.tiers for each in (*tier.escapes, *tier.transfers)]
    return Table(CROSSINGS, rows)


def _crossing_row(tier: str, crossing: Crossing) -> list[Cell]:
    ends = [crossing.link, crossing.source, crossing.target]
    times = [crossing.first_s, crossing.last_s, crossing.peak_m3_s]
    figures = map(float, (crossing.volume_m3, *crossing.volume, *times))
    return [tier, *ends, bool(crossing.controlled), *figures]


def margins_table(margins: Sequence[Margin]) -> Table:
    """A row a storage."""
    return Table(MARGINS, [_margin_row(each) for each in margins])


def _margin_row(m: Margin) -> list[Cell]:
    room = [m.gross_m3, m.dead_m3, m.freeboard_m3, m.occupied_m3, m.usable_m3]
    figures = [*room, m.peak_m3, m.peak_at_s, m.margin_m3, m.margin_share, m.full_at_s, m.full_for_s, m.reached_at_s,
               m.raised_m3, m.allowed_m]  # fmt: skip
    return [m.storage, m.tier, m.counts, *map(float, figures), str(m.because or "")]


def receptors_table(found: Downstream) -> Table:
    """A row for every receptor that product came to; empty times are never."""
    rows: list[list[Cell]] = [
        [each.receptor, each.reach, mg_l(each.limit_kg_m3), mg_l(each.peak_kg_m3), each.peak_at_s, each.above_from_s,
         each.above_for_s, each.passed_kg, each.mixed_after_m, each.bank_factor]
        for each in found.arrivals
    ]  # fmt: skip
    return Table(RECEPTORS, rows)


def sections_table(found: FillTimes) -> Table:
    """A row for every river section, or other storage with a gate, that was shut; empty times are never."""
    rows: list[list[Cell]] = [
        [each.storage, each.shut_at_s, each.room_m3, each.inflow_m3_s, each.full_at_s, each.fill_s,
         each.stood_full_at_s, each.pumps_from_s, each.spare_s]
        for each in found.found
    ]  # fmt: skip
    return Table(SECTIONS, rows)


def mg_l(concentration_kg_m3: float) -> float:
    """A concentration in mg/L, as people know it."""
    return concentration_kg_m3 * 1000


def actions_table(park: Park, scenario: Scenario, record: Record) -> Table:
    """A row an action, in the order of the file, then a row a job of the response plan, in that of the orders.

    Times are empty when it was never ordered, begun, done; of a job called off the first beginning counts.
    """
    called = Called(park, scenario)
    firsts = [_first(record, kind) for kind in (Ordered, Began, Done, Failed)]
    rows: list[list[Cell]] = []
    for id in dict.fromkeys([*(action.id for action in scenario.actions), *firsts[0]]):
        steps = [each.get(id) for each in firsts]
        cause = str(steps[0].cause) if steps[0] else None
        rows.append([id, *(each.at_s if each else nan for each in steps), cause, called.job(id)])
    return Table(ACTIONS, rows)


def jobs_table(park: Park, scenario: Scenario, record: Record) -> Table:
    """A row a job of a sheet, then a row an action of the script, which works from its order on and takes no team."""
    found = jobs(record.events, record.horizon_s)
    script = (replace(each, leaves_s=each.ordered_s, begun_s=each.ordered_s) for each in found if not each.sheet)
    every = [*(each for each in found if each.sheet), *sorted(script, key=lambda each: each.ordered_s)]
    called = Called(park, scenario)
    return Table(JOBS, [_job_row(called, each) for each in every])


def _job_row(called: Called, job: Job) -> list[Cell]:
    times = (job.ordered_s, job.leaves_s, job.begun_s, job.ended_s)
    sheet = called.park.sheets.get(job.sheet)
    start = " ".join(f"{each:.15g}" for each in job.start)
    why = reasons_said(called, job.id, job.why)
    return [job.id, job.crew, ";".join(called.facilities(job.id)), *times, job.outcome, job.team or None,
            ";".join(sheet.needs) if sheet else "", start, why]  # fmt: skip


def reports_table(park: Park, record: Record, verdict: Judgement) -> Table:
    """A row a report that is owed, in the order of the times by which they are due; of which grade, says its column."""
    rows: list[list[Cell]] = []
    for each in reports_owed(park, record, verdict):
        duty = each.duty
        words = [str(duty.says), str(duty.rule)]
        rows.append([duty.id, str(duty.sender), str(duty.receiver), str(duty.trigger), each.from_s, each.due_s,
                     str(duty.medium), str(duty.stage), str(duty.grade), *words])  # fmt: skip
    return Table(REPORTS, rows)


def warnings_table(record: Record) -> Table:
    """A row an alarm; times are empty when it was never confirmed or closed, as when no rule answers it."""
    rows: list[list[Cell]] = [
        [each.sensor, *map(float, (each.alarm_s, each.confirmed_s, each.closed_s, each.open_s)), each.in_time,
         each.answered]
        for each in warnings(record)
    ]  # fmt: skip
    return Table(WARNINGS, rows)


def _first(record: Record, kind: type[OfJob]) -> dict[str, Event]:
    """The first event of a kind about each job, in the order in which they happened."""
    found: dict[str, Event] = {}
    for each in record.events:
        if isinstance(each, kind):
            found.setdefault(each.subject, each)
    return found


def assumptions_table(park: Park, scenario: Scenario) -> Table:
    """A row for every number behind the run that is assumed."""
    files = (("park.yaml", behind(park, scenario)), ("scenario.yaml", scenario.provenance))
    every = ((name, each) for name, numbers in files for each in numbers)
    assumed = [(name, p.path, p.text, str(p.basis), p.source) for name, p in every if p.basis is Basis.ASSUMED]
    return Table(ASSUMPTIONS, assumed)

"""A judgement as tables: tiers, crossings, margins, fill times, actions, warnings, assumed numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import nan

from sim.called import Called
from sim.called.happened import reasons_said
from sim.check import Arrival, Crossing, FillTime, Judgement, Margin, TierVerdict
from sim.check.assumption import behind
from sim.check.reports import OwedReport
from sim.check.warning import Warning
from sim.park import ORIGINS, Basis, Park
from sim.record.column import Columns, columns
from sim.record.event import Began, Done, Event, Failed, OfJob, Ordered
from sim.record.job import Job, jobs
from sim.record.record import Record
from sim.record.table import Table
from sim.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Acted:
    """When an action or a job was first ordered, begun, done and failed; NaN for never [s]."""

    id: str
    ordered_s: float
    begun_s: float
    """Of a job that was called off the first beginning counts."""
    done_s: float
    failed_s: float
    cause: str | None
    """Of its order."""
    text: str


def crossed(verdict: Judgement) -> list[tuple[str, Crossing]]:
    """Every tier with every link that accident water left it over, uncontrolled first."""
    return [(tier.tier, each) for tier in verdict.tiers for each in (*tier.escapes, *tier.transfers)]


def _escaped_m3(k: int) -> Callable[[TierVerdict], float]:
    return lambda tier: sum(each.volume[k] for each in tier.escapes)


TIERS = columns(
    TierVerdict, "tier", ("verdict", "word"), "peak [m3]", "peak at [s]", "usable [m3]", "margin [m3]", "margin [-]",
    ("tightest storage", "tightest.storage"), ("first escape at [s]", "first_escape.first_s"),
    ("first escape over", "first_escape.link"), ("first escape to", "first_escape.target"),
    ("first escape [m3]", "first_escape.volume_m3"), "escaped [m3]",
    *((f"escaped {origin} [m3]", _escaped_m3(k)) for k, origin in enumerate(ORIGINS)), "transferred [m3]",
    "uncounted [m3]", ("margin were all counted [m3]", "margin_of_all_m3"),
)  # fmt: skip
"""A row a tier, from the inside out."""
CROSSINGS: Columns[tuple[str, Crossing]] = columns(
    None, ("tier", "0"), ("link", "1.link"), ("from", "1.source"), ("to", "1.target"),
    ("controlled", lambda each: bool(each[1].controlled)), ("accident water [m3]", "1.volume_m3"),
    *((f"{origin} [m3]", f"1.volume.{k}") for k, origin in enumerate(ORIGINS)),
    ("first [s]", "1.first_s"), ("last [s]", "1.last_s"), ("peak [m3/s]", "1.peak_m3_s"),
)  # fmt: skip
"""A row for every link that accident water left a tier over, and for every tier it left so."""
MARGINS = columns(
    Margin, "storage", "tier", "counts", "gross [m3]", "dead [m3]", "freeboard [m3]", "occupied [m3]", "usable [m3]",
    "peak [m3]", "peak at [s]", "margin [m3]", "margin [-]", "full at [s]", "full for [s]", "reached at [s]",
    "raised [m3]", "allowed [m]", ("because", lambda each: str(each.because or "")),
)  # fmt: skip
"""A row a storage."""
RECEPTORS = columns(
    Arrival, "receptor", "reach", "limit [mg/L]", "peak [mg/L]", "peak at [s]",
    ("above limit from [s]", "above_from_s"), ("above limit for [s]", "above_for_s"),
    "passed [kg]", "mixed after [m]", ("bank factor [-]", "bank_factor"),
)  # fmt: skip
"""A row for every receptor that product came to; empty times are never."""
SECTIONS = columns(
    FillTime, "storage", "shut at [s]", "room [m3]", "inflow [m3/s]", "full at [s]", ("fill time [s]", "fill_s"),
    "stood full at [s]", "pumps from [s]", ("to spare [s]", "spare_s"),
)  # fmt: skip
"""A row for every river section, or other storage with a gate, that was shut; empty times are never."""
WARNINGS = columns(
    Warning, "sensor", "alarm at [s]", "confirmed at [s]", "closed at [s]", "open [s]", ("within 30 min", "in_time"),
    "answered",
)  # fmt: skip
"""A row an alarm; times are empty when it was never confirmed or closed, as when no rule answers it."""
ACTIONS = columns(
    Acted, ("action", "id"), "ordered at [s]", "begun at [s]", "done at [s]", "failed at [s]", "cause", "text"
)
"""A row an action, in the order of the file, then a row a job of the response plan, in that of the orders."""
REPORTS = columns(
    OwedReport, ("report", "duty.id"), ("from", lambda each: str(each.duty.sender)),
    ("to", lambda each: str(each.duty.receiver)), ("after", lambda each: str(each.duty.trigger)),
    ("runs from [s]", "from_s"), "due at [s]", ("by", lambda each: str(each.duty.medium)),
    ("stage", lambda each: str(each.duty.stage)), ("grade", lambda each: str(each.duty.grade)),
    ("says", lambda each: str(each.duty.says)), ("rule", lambda each: str(each.duty.rule)),
)  # fmt: skip
"""A row a report that is owed, in the order of the times by which they are due; of which grade, says its column."""
ASSUMPTIONS = ("file", "path", "value", "basis", "source")


def acted(park: Park, scenario: Scenario, record: Record) -> list[Acted]:
    """What became of every action and job."""
    called = Called(park, scenario)
    firsts = [_first(record, kind) for kind in (Ordered, Began, Done, Failed)]
    found = []
    for id in dict.fromkeys([*(action.id for action in scenario.actions), *firsts[0]]):
        steps = [each.get(id) for each in firsts]
        cause = str(steps[0].cause) if steps[0] else None
        ordered_s, begun_s, done_s, failed_s = (each.at_s if each else nan for each in steps)
        found.append(Acted(id, ordered_s, begun_s, done_s, failed_s, cause, called.job(id)))
    return found


def jobs_table(park: Park, scenario: Scenario, record: Record) -> Table:
    """A row a job of a sheet, then a row an action of the script, which works from its order on and takes no team."""
    found = jobs(record.events, record.horizon_s)
    script = (replace(each, leaves_s=each.ordered_s, begun_s=each.ordered_s) for each in found if not each.sheet)
    every = [*(each for each in found if each.sheet), *sorted(script, key=lambda each: each.ordered_s)]
    called = Called(park, scenario)
    return columns(
        Job, ("job", "id"), "crew", ("facility", lambda job: tuple(called.facilities(job.id))), "ordered at [s]",
        "leaves at [s]", "begun at [s]", "ended at [s]", "outcome", ("team", lambda job: job.team or None),
        ("equipment", lambda job: tuple(park.sheets[job.sheet].needs) if job.sheet in park.sheets else ""),
        ("leaves from", lambda job: " ".join(f"{each:.15g}" for each in job.start)),
        ("why", lambda job: reasons_said(called, job.id, job.why)),
    ).table(every)  # fmt: skip


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

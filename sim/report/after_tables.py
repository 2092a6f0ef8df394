"""An after-action report as tables, and in JSON."""

from __future__ import annotations

from functools import partial
from math import isfinite
from typing import Any

from sim.check import TierVerdict
from sim.drill.after_action import AfterAction, Doubt
from sim.drill.closing import Closed, Reported
from sim.drill.lateness import Late, Stage
from sim.drill.mark import list_mark
from sim.record.column import Columns, columns
from sim.record.table import Cell, Table

TIERS: Columns[tuple[TierVerdict, TierVerdict]] = columns(
    None, ("tier", "0.tier"), ("planned", "0.word"), ("actual", "1.word"), ("escaped planned [m3]", "0.escaped_m3"),
    ("escaped actual [m3]", "1.escaped_m3"), ("first escape planned [s]", "0.first_escape.first_s"),
    ("first escape actual [s]", "1.first_escape.first_s"),
)  # fmt: skip
WARNINGS = columns(
    Closed, ("number", lambda each: each.number or None), "sensor", "alarm [s]", "noticed [s]",
    ("closed planned [s]", "planned_s"), "closed [s]", "open [s]", ("within 30 min", "in_time"), "said",
)  # fmt: skip
REPORTS = columns(
    Reported, ("number", lambda each: each.number or None), ("report", "key"), "due [s]", "made [s]", "late [s]",
    ("on time", "in_time"),
)  # fmt: skip
DOUBTS = columns(Doubt, ("doubt", "why"), ("about", lambda each: "; ".join(each.subjects)))


def _actions(found: AfterAction) -> Columns[Late]:
    ranks = {each.job: place for place, each in enumerate(found.improvements, start=1)}
    return columns(
        Late, ("number", lambda late: found.number(late.job) or None), ("action", "job"), ("said by", "source"),
        *((f"{what} planned [s]", f"planned.{what}_s") for what in ("ordered", "begun", "done")), "noticed [s]",
        *((f"{what} [s]", f"actual.{what}_s") for what in ("ordered", "begun", "done")), "failed", "late [s]",
        "deadline [s]", ("slack planned [s]", "planned_slack_s"), ("slack [s]", "actual_slack_s"),
        *((f"lost {stage} [s]", partial(_lost_s, stage)) for stage in Stage),
        ("cost with it mended [m3]", "mended.more_m3"), ("mended tier", "mended.tier"), ("mended link", "mended.link"),
        ("cost alone [m3]", "alone.more_m3"), ("alone tier", "alone.tier"), ("alone link", "alone.link"),
        ("rank", lambda late: ranks.get(late.job)), "who", "note",
    )  # fmt: skip


def _lost_s(stage: Stage, late: Late) -> float | None:
    return dict(late.lost).get(stage)


def after_tables(found: AfterAction) -> dict[str, Table]:
    """The tables by their file names; times are in s since the incident began, empty for never and unknown."""
    return {
        "after-tiers.csv": TIERS.table(zip(found.planned.tiers, found.actual.tiers, strict=True)),
        "after-actions.csv": _actions(found).table(found.jobs),
        "after-warnings.csv": WARNINGS.table(found.closed),
        "after-reports.csv": REPORTS.table(found.reports),
        "after-doubts.csv": DOUBTS.table(found.doubts),
    }


def after_json(found: AfterAction) -> dict[str, Any]:
    """The same as plain data; None for never and unknown."""
    tables = {
        name.removeprefix("after-").removesuffix(".csv"): [
            dict(zip(table.header, map(_plain, row), strict=True)) for row in table.rows
        ]
        for name, table in after_tables(found).items()
    }
    return {
        "list": {"file": found.list_name, "mark": list_mark(found.master.lines), "said": bool(found.log.mark)},
        "log": found.log.name,
        "not_mentioned": list(found.replay.not_mentioned),
        "rule": str(found.replay.rule),
        "scenario": found.replay.of.scenario.id,
        "worst": found.worst.job if found.worst else None,
        **tables,
    }


def _plain(cell: Cell) -> Cell:
    return None if isinstance(cell, float) and not isfinite(cell) else cell

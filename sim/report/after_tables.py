"""An after-action report as tables, and in JSON."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any

from sim.drill.after_action import AfterAction
from sim.drill.lateness import Late, Stage
from sim.drill.mark import list_mark
from sim.record.table import Cell, Table

TIERS = (
    "tier", "planned", "actual", "escaped planned [m3]", "escaped actual [m3]", "first escape planned [s]",
    "first escape actual [s]",
)  # fmt: skip
LOST = tuple(f"lost {stage} [s]" for stage in Stage)
ACTIONS = (
    "number", "action", "said by", "ordered planned [s]", "begun planned [s]", "done planned [s]", "noticed [s]",
    "ordered [s]", "begun [s]", "done [s]", "failed", "late [s]", "deadline [s]", "slack planned [s]", "slack [s]",
    *LOST, "cost with it mended [m3]", "mended tier", "mended link", "cost alone [m3]", "alone tier", "alone link",
    "rank", "who", "note",
)  # fmt: skip
WARNINGS = ("number", "sensor", "alarm [s]", "noticed [s]", "closed planned [s]", "closed [s]", "open [s]",
            "within 30 min", "said")  # fmt: skip
REPORTS = ("number", "report", "due [s]", "made [s]", "late [s]", "on time")
DOUBTS = ("doubt", "about")


def after_tables(found: AfterAction) -> dict[str, Table]:
    """The tables by their file names; times are in s since the incident began, empty for never and unknown."""
    tiers: list[list[Cell]] = []
    for one, other in zip(found.planned.tiers, found.actual.tiers, strict=True):
        firsts = [each.first_escape.first_s if each.first_escape else float("nan") for each in (one, other)]
        escaped = [float(one.escaped_m3), float(other.escaped_m3)]
        tiers.append([one.tier, one.word, other.word, *escaped, *firsts])
    ranks = {each.job: place for place, each in enumerate(found.improvements, start=1)}
    warnings: list[list[Cell]] = [
        [each.number or None, each.sensor, each.alarm_s, each.noticed_s, each.planned_s, each.closed_s, each.open_s,
         each.in_time, each.said]
        for each in found.closed
    ]  # fmt: skip
    reports: list[list[Cell]] = [
        [each.number or None, each.key, each.due_s, each.made_s, each.late_s, each.in_time] for each in found.reports
    ]
    doubts: list[list[Cell]] = [[str(each.why), "; ".join(each.subjects)] for each in found.doubts]
    return {
        "after-tiers.csv": Table(TIERS, tiers),
        "after-actions.csv": Table(ACTIONS, [_action(found, each, ranks) for each in found.jobs]),
        "after-warnings.csv": Table(WARNINGS, warnings),
        "after-reports.csv": Table(REPORTS, reports),
        "after-doubts.csv": Table(DOUBTS, doubts),
    }


def _action(found: AfterAction, late: Late, ranks: Mapping[str, int]) -> list[Cell]:
    lost = dict(late.lost)
    return [
        found.number(late.job) or None, late.job, str(late.source),
        late.planned.ordered_s, late.planned.begun_s, late.planned.done_s,
        late.noticed_s, late.actual.ordered_s, late.actual.begun_s, late.actual.done_s, late.failed,
        late.late_s, late.deadline_s, late.planned_slack_s, late.actual_slack_s,
        *(lost.get(stage, float("nan")) for stage in Stage),
        float(late.mended.more_m3), late.mended.tier, late.mended.link,
        float(late.alone.more_m3), late.alone.tier, late.alone.link,
        ranks.get(late.job), late.who, late.note,
    ]  # fmt: skip


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

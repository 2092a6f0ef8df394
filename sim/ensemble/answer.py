"""All that an ensemble answers: what was counted, which ranges breach a tier, and the curves behind its figures."""

from __future__ import annotations

from dataclasses import dataclass

from sim.ensemble.discovery import Discoveries, boxes_table, discoveries_of, peeling_table
from sim.ensemble.ensemble import Ensemble
from sim.ensemble.exceedance import Exceedance, exceedance_table, exceedances_of
from sim.ensemble.fan import Fan, fan_table, fans_of
from sim.ensemble.findings import TIERS, Findings, causes_table, drivers_table, failures_table, findings_of
from sim.ensemble.incidents import (
    OfTier,
    YearlyCurves,
    frequency_of,
    incidents_of,
    incidents_table,
    yearly_table,
)
from sim.record.table import Table


@dataclass(frozen=True, slots=True)
class Answer:
    """What the runs of an ensemble answer."""

    ensemble: Ensemble
    found: Findings
    boxes: Discoveries
    curves: tuple[Exceedance, ...]
    fans: tuple[Fan, ...]
    """None where no run is played again for them."""
    incidents: tuple[OfTier, ...]
    """What each does to each tier; none where all runs are of one accident."""

    @property
    def yearly(self) -> YearlyCurves | None:
        """How often a year more than a volume escapes; None where nobody knows how often incidents happen."""
        frequency = frequency_of(self.ensemble.player.incidents)
        return YearlyCurves(frequency, self.curves) if frequency else None

    @property
    def tables(self) -> dict[str, Table]:
        """By the names of their files."""
        tables = {
            "tiers.csv": TIERS.table(self.found.tiers), "causes.csv": causes_table(self.found),
            "goes-with.csv": drivers_table(self.found), "boxes.csv": boxes_table(self.boxes),
            "peeling.csv": peeling_table(self.boxes), "exceedance.csv": exceedance_table(self.curves),
            "failed.csv": failures_table(self.found.failed),
        }  # fmt: skip
        if self.incidents:
            tables["incidents.csv"] = incidents_table(self.incidents)
        if self.yearly:
            tables["per-year.csv"] = yearly_table(self.yearly)
        return tables | ({"fan.csv": fan_table(self.fans)} if self.fans else {})


def answer_of(ensemble: Ensemble, *, fans: bool = True) -> Answer:
    """What is on disk of an ensemble, put together; with `fans` its first runs are played again."""
    return Answer(ensemble, findings_of(ensemble), discoveries_of(ensemble), exceedances_of(ensemble),
                  fans_of(ensemble) if fans else (), incidents_of(ensemble))  # fmt: skip

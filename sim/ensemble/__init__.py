"""Many accidents instead of one: uncertain numbers and lots drawn anew for each, and how often each tier breaks."""

from sim.ensemble.design import Design, Sampling
from sim.ensemble.ensemble import Ensemble, Wanted, kept_ensemble, run_ensemble
from sim.ensemble.findings import Findings, TierFindings, findings_of
from sim.ensemble.player import Player, Start, prepare

__all__ = [
    "Design", "Ensemble", "Findings", "Player", "Sampling", "Start", "TierFindings", "Wanted", "findings_of",
    "kept_ensemble", "prepare", "run_ensemble",
]  # fmt: skip

"""Colours of verdicts in the terminal."""

from __future__ import annotations

from sim.check.tier_verdict import Verdict

STYLES = {
    Verdict.UNTOUCHED: "dim",
    Verdict.HELD: "green",
    Verdict.RELIEVED: "yellow",
    Verdict.BREACHED: "bold red",
}

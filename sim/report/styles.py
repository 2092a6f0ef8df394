"""Colours of verdicts in the terminal."""

from __future__ import annotations

from sim.check.outcome import Outcome
from sim.check.tier_verdict import TierVerdict, Verdict

STYLES = {
    Verdict.UNTOUCHED: "dim",
    Verdict.HELD: "green",
    Verdict.RELIEVED: "yellow",
    Verdict.BREACHED: "bold red",
}
ONLY_UNCOUNTED = "bold yellow"


def style(each: TierVerdict | Outcome) -> str:
    """The colour of a tier's verdict."""
    return ONLY_UNCOUNTED if each.only_uncounted else STYLES[each.verdict]

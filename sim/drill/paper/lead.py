"""How many lines a timeline has, in a sentence."""

from __future__ import annotations

from math import isfinite

from sim.drill.line import Kind
from sim.drill.master_list import MasterList
from sim.words import text as say


def lead(master: MasterList, language: str) -> str:
    """Lines, expected actions, and how many of these have a deadline."""
    actions = list(master.of(Kind.ACTION))
    counts = {
        "lines": len(master.lines),
        "actions": len(actions),
        "deadlines": sum(isfinite(line.deadline_s) for line in actions),
    }
    return say("lead", language, **{key: str(number) for key, number in counts.items()})

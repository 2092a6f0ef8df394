"""A line at another time than the run's: its state is read again, and what it says of it."""

from __future__ import annotations

from dataclasses import replace

from sim.drill.expected import contingency_text
from sim.drill.line import Kind, Line
from sim.drill.owed import reading_text
from sim.drill.run_of import RunOf
from sim.drill.texts import Texts


def told_at(of: RunOf, texts: Texts, line: Line, at_s: float) -> Line:
    """The line moved to a time; a job that is ordered later is done later by as much [s]."""
    moved = replace(line, at_s=at_s, done_s=line.done_s + at_s - line.at_s)
    if line.state is None:
        return moved
    states = of.states_without(line.action) if line.kind is Kind.CONTINGENCY else of.states
    state = states.at(line.state.storage, min(max(at_s, 0.0), of.scenario.horizon_s))
    text = line.text
    if line.is_own:
        return replace(moved, state=state)
    if line.kind is Kind.MEASUREMENT:
        text = reading_text(of, texts, state)
    elif line.kind is Kind.CONTINGENCY and line.missed is not None:
        text = contingency_text(of, texts, line.action, line.missed, state, at_s)
    return replace(moved, state=state, text=text)

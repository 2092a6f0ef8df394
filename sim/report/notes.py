"""What whoever reads a scenario's results should know beforehand, though nothing is wrong with it."""

from __future__ import annotations

from sim.scenario import Scenario
from sim.words import text


def note_lines(scenario: Scenario, language: str) -> list[str]:
    """A line for each note."""
    return [text("note", language, note=note.in_language(language)) for note in scenario.notes]

"""What whoever reads a scenario's results should know beforehand, though nothing is wrong with it."""

from __future__ import annotations

from sim.report.words import text
from sim.scenario import Scenario


def note_lines(scenario: Scenario, language: str) -> list[str]:
    """A line for each note."""
    return [text("note", language, note=note.in_language(language)) for note in scenario.notes]

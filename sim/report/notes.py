"""What whoever reads a scenario's results should know beforehand, though nothing is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable

from sim.park import Name
from sim.scenario import Scenario
from sim.words import text


def note_lines(scenario: Scenario, language: str) -> list[str]:
    """A line for each note."""
    return lines_of(scenario.notes, language)


def lines_of(notes: Iterable[Name], language: str) -> list[str]:
    """A line for each of these notes."""
    return [text("note", language, note=note.in_language(language)) for note in notes]

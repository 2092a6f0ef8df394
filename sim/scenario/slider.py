"""A number that a scenario lets people move on the board."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slider:
    """A number of the scenario or its park, and how far it may be moved."""

    path: str
    """Where it stands, as `--set` writes it."""
    ends: tuple[float, float] | None = None
    """Between what; None where the board chooses [SI]."""

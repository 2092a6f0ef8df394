"""What was measured in the midst of an accident."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Correction:
    """A storage as it was measured at a time, which a run takes over then, whatever it had worked out."""

    id: str
    storage: str
    at_s: float
    volume_m3: float
    """All that stood in it."""

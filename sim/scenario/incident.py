"""One of several accidents of which an ensemble draws one a run."""

from __future__ import annotations

from dataclasses import dataclass, field

from sim.park import Basis, Name


@dataclass(frozen=True, slots=True)
class Incident:
    """A change of the scenario that may be picked, and how likely it is beside the others."""

    id: str
    """The override or named scenario that it plays."""
    name: Name = field(default_factory=Name)
    weight: float = 1.0
    """How often it is drawn beside the others; its frequency where one is known [1/a], else a bare number."""
    is_frequency: bool = False
    """Whether the weight is how often it happens a year."""
    basis: Basis = Basis.ASSUMED
    source: str = ""

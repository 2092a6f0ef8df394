"""A link as orders and faults have left it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sim.park import Link
from sim.water.water import Water


@dataclass(slots=True)
class Facility:
    """What a link was told to do, and what keeps it from doing so."""

    link: Link
    water: Water
    told: float
    """The opening it was last set to [-]."""
    leak: float
    left: float = 1.0
    """Share of its flow that a blockage leaves [-]."""
    sealed: bool = False
    """Whether a plug or dam holds everything back."""
    stuck: float | None = None
    """The opening it cannot be moved from; None when it can be [-]."""
    refuses: bool = False
    tripped: set[str] = field(default_factory=set)
    """Faults for which it stands still, and must be repaired."""
    dark: set[str] = field(default_factory=set)
    """Faults that took its power."""

    def turn(self, opening: float) -> str:
        """Set it; says why it does not follow, nothing when it does."""
        if self.stuck is not None:
            return f"{self.link.id} is stuck at {self.stuck:.0%}"
        if self.refuses:
            return f"{self.link.id} does not follow"
        if opening > 0 and (self.tripped or self.dark):
            return f"{self.link.id} has {'tripped' if self.tripped else 'no power'}"
        self.told = opening
        self.apply()
        return ""

    def seal(self, sealed: bool) -> None:
        """Put a plug or dam there, or take it away."""
        self.sealed = sealed
        self.apply()

    @property
    def opening(self) -> float:
        """How far it is open [-]."""
        if self.tripped or self.dark:
            return 0.0
        return self.told if self.stuck is None else self.stuck

    def apply(self) -> None:
        """Let the water feel how it stands."""
        self.water.set_link(self.link.id, self.opening, self.leak, 0.0 if self.sealed else self.left)

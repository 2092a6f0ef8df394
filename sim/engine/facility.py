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
    sealed: bool = False
    """Whether a plug or dam holds everything back."""
    stuck: dict[str, float] = field(default_factory=dict)
    """Faults for which it cannot be moved, and the opening each has it at; the last one counts [-]."""
    blocked: dict[str, float] = field(default_factory=dict)
    """Faults that block it, and the share of its flow that each leaves [-]."""
    leaking: dict[str, float] = field(default_factory=dict)
    """Faults for which it leaks, and the share of its flow that passes when it is shut [-]."""
    refusing: set[str] = field(default_factory=set)
    """Faults for which it does not follow."""
    tripped: set[str] = field(default_factory=set)
    """Faults for which it stands still, and must be repaired."""
    dark: set[str] = field(default_factory=set)
    """Faults that took its power."""
    refused: bool = False
    """Whether the treatment plant behind it takes nothing from it; what it is told meanwhile holds afterwards."""
    headroom: float = 1.0
    """Of a link to treatment: what the plant has left at this hour, over the most it ever has [-]."""

    def turn(self, opening: float, *, starts: bool = True) -> str:
        """Set it; says why it does not follow, nothing when it does.

        One with levels of its own `starts` at once and runs down to its stop level, or is left to its levels.
        """
        if self.stuck:
            return f"{self.link.id} is stuck at {self.opening:.0%}"
        if self.refusing:
            return f"{self.link.id} does not follow"
        if opening > 0 and (self.tripped or self.dark):
            return f"{self.link.id} has {'tripped' if self.tripped else 'no power'}"
        self.told = opening
        self.apply()
        if self.link.start_m3 is not None:
            water = self.water
            (water.stop if opening <= 0 else water.start if starts else water.leave_to_levels)(self.link.id)
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
        return next(reversed(self.stuck.values()), self.told)

    def apply(self) -> None:
        """Let the water feel how it stands."""
        leak = max(self.leaking.values(), default=self.link.leak)
        left = 0.0 if self.sealed or self.refused else min(self.blocked.values(), default=1.0)
        self.water.set_link(self.link.id, self.opening, leak, left * self.headroom)

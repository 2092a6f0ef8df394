"""A link as orders and faults have left it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sim.park import Link
from sim.record.event import Cause, Reason, Why
from sim.water.water import Water


@dataclass(slots=True)
class Facility:
    """What a link was told to do, and what keeps it from doing so."""

    link: Link
    water: Water
    told: float
    """The opening it was last set to [-]."""
    tell: Callable[[Facility, Cause], None]
    """Whom to tell how it stands, when that has changed and why."""
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

    def turn(self, opening: float, cause: Cause, *, starts: bool = True) -> Reason | None:
        """Set it; says why it does not follow, None when it does.

        One with levels of its own `starts` at once and runs down to its stop level, or is left to its levels.
        """
        if (reason := self._hindrance(opening)) is not None:
            return reason
        self.told = opening
        self.apply(cause)
        if self.link.start_m3 is not None:
            water = self.water
            (water.stop if opening <= 0 else water.start if starts else water.leave_to_levels)(self.link.id)
        return None

    def _hindrance(self, opening: float) -> Reason | None:
        """Why it cannot be set so; None when it can."""
        if self.stuck:
            return Reason(Why.STUCK, self.link.id, next(reversed(self.stuck)), self.opening)
        if self.refusing:
            return Reason(Why.REFUSES, self.link.id, min(self.refusing))
        if opening > 0 and (self.tripped or self.dark):
            why, faults = (Why.TRIPPED, self.tripped) if self.tripped else (Why.NO_POWER, self.dark)
            return Reason(why, self.link.id, min(faults))
        return None

    def seal(self, sealed: bool, cause: Cause) -> None:
        """Put a plug or dam there, or take it away."""
        self.sealed = sealed
        self.apply(cause)

    @property
    def opening(self) -> float:
        """How far it is open [-]."""
        if self.tripped or self.dark:
            return 0.0
        return next(reversed(self.stuck.values()), self.told)

    @property
    def stands(self) -> float:
        """The same; 0 behind a plug or dam [-]."""
        return 0.0 if self.sealed else self.opening

    @property
    def leaks(self) -> float:
        """The share that passes when it is shut [-]."""
        return max(self.leaking.values(), default=self.link.leak)

    @property
    def left(self) -> float:
        """The share of what it passes that is left to it [-]."""
        return 0.0 if self.sealed or self.refused else min(self.blocked.values(), default=1.0) * self.headroom

    def apply(self, cause: Cause) -> None:
        """Let the water feel how it stands."""
        self.water.set_link(self.link.id, self.opening, self.leaks, self.left)
        self.tell(self, cause)

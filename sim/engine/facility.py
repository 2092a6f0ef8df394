"""A link as orders and faults have left it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sim.park import Link
from sim.record.event import Cause, Reason, Why
from sim.scenario.fault import Hinders, OnLink
from sim.water.water import Water


@dataclass(slots=True)
class Facility:
    """What a link was told to do, and what keeps it from doing so."""

    link: Link
    water: Water
    told: float
    """The opening it was last set to [-]."""
    tell: Callable[[Link, float, float, float, Cause], None]
    """Whom to tell how it stands now (opening, share left, share that leaks), and why."""
    sealed: bool = False
    """Whether a plug or dam holds everything back."""
    faults: dict[str, Hinders] = field(default_factory=dict)
    """What keeps it from doing so, by the id of the fault, in the order in which they happened."""
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
        for hinders in (_holds, _refuses, _trips, _is_dark) if self.faults else ():
            found = [id for id, each in self.faults.items() if hinders(each)]
            if found and not (hinders in STOPS and opening == 0):
                held = hinders is _holds
                fault = found[-1] if held else min(found)
                why = Why(self.faults[fault].hindrance)
                return Reason(why, self.link.id, fault, self.opening if held else None)
        return None

    def hit(self, fault: str, what: Hinders, cause: Cause) -> None:
        """Let a fault begin."""
        self.faults[fault] = what.as_found(self.opening)
        if what.felt:
            self.apply(cause)

    def mend(self, fault: str, cause: Cause) -> None:
        """Repair it; what the link was told before holds again."""
        if self.faults.pop(fault).felt:
            self.apply(cause)

    def seal(self, sealed: bool, cause: Cause) -> None:
        """Put a plug or dam there, or take it away."""
        self.sealed = sealed
        self.apply(cause)

    @property
    def opening(self) -> float:
        """How far it is open [-]."""
        if not self.faults:
            return self.told
        if any(each.stops for each in self.faults.values()):
            return 0.0
        held = [each.holds for each in self.faults.values() if each.holds is not None]
        return held[-1] if held else self.told

    def apply(self, cause: Cause) -> None:
        """Let the water feel how it stands."""
        opening, leaks, passes = self.told, self.link.leak, 1.0
        if self.faults:
            opening = self.opening
            leaks = max((each.drips for each in self.faults.values() if each.drips is not None), default=leaks)
            passes = min(each.passes for each in self.faults.values())
        left = 0.0 if self.sealed or self.refused else passes * self.headroom
        self.water.set_link(self.link.id, opening, leaks, left)
        self.tell(self.link, 0.0 if self.sealed else opening, left, leaks, cause)


def _holds(what: Hinders) -> bool:
    return what.holds is not None


def _refuses(what: Hinders) -> bool:
    return not what.follows


def _trips(what: Hinders) -> bool:
    return what.stops and isinstance(what, OnLink)


def _is_dark(what: Hinders) -> bool:
    return what.stops


STOPS = (_trips, _is_dark)
"""What keeps a link from being started, but not from being stopped."""

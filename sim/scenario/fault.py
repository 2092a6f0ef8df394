"""What fails: each fault from a time on, until it is repaired or the run ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from math import inf

from sim.park import Link, Name
from sim.scenario.trigger import Level


@dataclass(frozen=True, slots=True)
class Stuck:
    """A link that cannot be moved, and stands at `opening`; None for as it happens to stand."""

    link: str
    opening: float | None = None


@dataclass(frozen=True, slots=True)
class Refuses:
    """A link that stays as it is when it is ordered about, until it is repaired."""

    link: str


@dataclass(frozen=True, slots=True)
class Trips:
    """A pump that stops, and cannot be started again until it is repaired."""

    link: str


@dataclass(frozen=True, slots=True)
class PowerLoss:
    """Every pump of a power area stops; sheets there that need power fail."""

    area: str


@dataclass(frozen=True, slots=True)
class Blocked:
    """A link that passes only the share `left` of its flow: blocked, or collapsed."""

    link: str
    left: float


@dataclass(frozen=True, slots=True)
class Leaks:
    """A link that passes `share` of its flow when shut."""

    link: str
    share: float


@dataclass(frozen=True, slots=True)
class Opens:
    """A way that was not there: a cross connection between mains, a hole in a wall.

    `level` makes it open when a storage has filled so far, instead of at the fault's time.
    """

    link: Link
    level: Level | None = None


class Blindness(StrEnum):
    """What is wrong with a sensor."""

    SILENT = "silent"
    """It reports nothing."""
    STUCK = "stuck"
    """It goes on reporting what it read when it got stuck."""
    DRIFTING = "drifting"
    """It departs from the truth as time goes by."""


@dataclass(frozen=True, slots=True)
class SensorFault:
    """A sensor that does not tell the truth; a drifting one reads the share `reads` of it after `over_s`."""

    sensor: str
    how: Blindness
    reads: float = 1.0
    over_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Underreported:
    """A spill of which only the share `said` is reported, until it is corrected."""

    said: float


@dataclass(frozen=True, slots=True)
class CrewAbsent:
    """A crew that does not come; whoever is at work ends it first."""

    crew: str


@dataclass(frozen=True, slots=True)
class EquipmentMissing:
    """A stock of equipment that is not there."""

    equipment: str


Failure = (
    Stuck | Refuses | Trips | PowerLoss | Blocked | Leaks | Opens | SensorFault | Underreported | CrewAbsent
    | EquipmentMissing
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """One failure, from `from_s` on for `lasts_s`, which is the time until it is repaired."""

    id: str
    what: Failure
    from_s: float = 0.0
    lasts_s: float = inf
    text: Name = field(default_factory=Name)

    @property
    def until_s(self) -> float:
        """When it is repaired; inf for never [s]."""
        return self.from_s + self.lasts_s

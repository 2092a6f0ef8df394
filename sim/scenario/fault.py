"""What fails: each fault from a time on, until it is repaired or the run ends."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace
from enum import StrEnum
from math import inf
from typing import ClassVar, get_args

from sim.park import Link, Name, Park
from sim.park.power import fed
from sim.scenario.trigger import Level


class Hindrance(StrEnum):
    """Why something does not do what it is there for, the graver first."""

    TRIPPED = "tripped"
    """A pump that stands still until it is repaired."""
    NO_POWER = "no-power"
    """A pump that stands still, or a gate or valve that nobody moves but by hand."""
    STUCK = "stuck"
    """It cannot be moved."""
    REFUSES = "refuses"
    """It stays as it is when it is ordered about."""
    BLOCKED = "blocked"
    """It passes only part of its flow."""
    LEAKS = "leaks"
    """It passes water when shut."""
    UNTRUE = "untrue"
    """A sensor that reports nothing, or not the truth."""


@dataclass(frozen=True, slots=True)
class Hinders(ABC):
    """A failure that keeps links from working: what it makes of one, unless its kind says otherwise.

    A new kind says its own, is named in `Failure`, and needs a field of the form and its words; nothing else knows it.
    """

    key: ClassVar[str]
    """What a scenario file calls it, and its words."""
    hindrance: ClassVar[Hindrance]
    """What is seen of it; also why a job fails because of it, where it does."""
    stops: ClassVar[bool] = False
    """Whether the link stands still, and cannot be started."""
    follows: ClassVar[bool] = True
    """Whether the link can be moved."""
    felt: ClassVar[bool] = True
    """Whether the water feels it when it begins and ends, and not only who gives an order."""

    @property
    def holds(self) -> float | None:
        """The opening at which it holds the link; None where it does not [-]."""
        return None

    @property
    def passes(self) -> float:
        """The share of its flow that the link still passes [-]."""
        return 1.0

    @property
    def drips(self) -> float | None:
        """The share that passes when the link is shut; None for as ever [-]."""
        return None

    def as_found(self, opening: float) -> Hinders:
        """The same, of a link that stands so when it begins."""
        return self

    @abstractmethod
    def hits(self, park: Park) -> tuple[str, ...]:
        """The links of a park that it hinders."""


@dataclass(frozen=True, slots=True)
class OnLink(Hinders):
    """A failure of one link."""

    link: str

    def hits(self, park: Park) -> tuple[str, ...]:
        """That link."""
        return (self.link,)


@dataclass(frozen=True, slots=True)
class Stuck(OnLink):
    """A link that cannot be moved, and stands at `opening`; None for as it happens to stand."""

    key, hindrance = "stuck", Hindrance.STUCK
    follows = False
    opening: float | None = None

    @property
    def holds(self) -> float | None:
        """Where it is stuck [-]."""
        return self.opening

    def as_found(self, opening: float) -> Stuck:
        """Stuck where it stands, if nothing says where."""
        return self if self.opening is not None else replace(self, opening=opening)


@dataclass(frozen=True, slots=True)
class Refuses(OnLink):
    """A link that stays as it is when it is ordered about, until it is repaired."""

    key, hindrance = "refuses", Hindrance.REFUSES
    follows, felt = False, False


@dataclass(frozen=True, slots=True)
class Trips(OnLink):
    """A pump that stops, and cannot be started again until it is repaired."""

    key, hindrance = "trips", Hindrance.TRIPPED
    stops = True


@dataclass(frozen=True, slots=True)
class Blocked(OnLink):
    """A link that passes only the share `left` of its flow: blocked, or collapsed."""

    key, hindrance = "blocked", Hindrance.BLOCKED
    left: float

    @property
    def passes(self) -> float:
        """What is left [-]."""
        return self.left


@dataclass(frozen=True, slots=True)
class Leaks(OnLink):
    """A link that passes `share` of its flow when shut."""

    key, hindrance = "leaks", Hindrance.LEAKS
    share: float

    @property
    def drips(self) -> float | None:
        """That share [-]."""
        return self.share


@dataclass(frozen=True, slots=True)
class PowerLoss(Hinders):
    """Every pump of a power area stops; sheets there that need power fail."""

    key, hindrance = "power", Hindrance.NO_POWER
    stops = True
    area: str

    def hits(self, park: Park) -> tuple[str, ...]:
        """Whatever runs on that feed; its pumps stop, the rest stays as it is."""
        return fed(park).get(self.area, ())


@dataclass(frozen=True, slots=True)
class Opens:
    """A way that was not there: a cross connection between mains, a hole in a wall.

    `level` makes it open when a storage has filled so far, instead of at the fault's time.
    """

    key = "opens"
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

    key, hindrance = "sensor", Hindrance.UNTRUE
    sensor: str
    how: Blindness
    reads: float = 1.0
    over_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Underreported:
    """A spill of which only the share `said` is reported, until it is corrected."""

    key = "underreported"
    said: float


@dataclass(frozen=True, slots=True)
class CrewAbsent:
    """A crew that does not come; whoever is at work ends it first."""

    key = "absent"
    crew: str


@dataclass(frozen=True, slots=True)
class EquipmentMissing:
    """A stock of equipment that is not there."""

    key = "missing"
    equipment: str


Failure = (
    Stuck | Refuses | Trips | PowerLoss | Blocked | Leaks | Opens | SensorFault | Underreported | CrewAbsent
    | EquipmentMissing
)  # fmt: skip
KINDS: tuple[type[Failure], ...] = get_args(Failure)
"""Every kind of failure."""


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

"""What sets people off."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Clock:
    """At a time after the start."""

    at_s: float


@dataclass(frozen=True, slots=True)
class Level:
    """When a storage's volume crosses `volume_m3`, upwards if `rising`, else downwards.

    With a `reset_m3` on the other side it can happen again once the water has come back that far.
    """

    storage: str
    volume_m3: float
    rising: bool = True
    reset_m3: float | None = None


@dataclass(frozen=True, slots=True)
class Detected:
    """When the incident is known: the first alarm confirmed that saw accident water, or the stated report."""


@dataclass(frozen=True, slots=True)
class Reported:
    """When the incident is known and the spill is said to be at least `volume_m3`."""

    volume_m3: float


@dataclass(frozen=True, slots=True)
class Alarm:
    """When an alarm of a sensor is confirmed."""

    sensor: str


class Ending(StrEnum):
    """How carrying out a sheet ended."""

    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SheetEnds:
    """When a sheet has been done, or has failed."""

    sheet: str
    how: Ending


class TierState(StrEnum):
    """What has become of a tier so far."""

    REACHED = "reached"
    """Accident water has come into one of its storages."""
    BREACHED = "breached"
    """Accident water has begun to leave it uncontrolled."""


@dataclass(frozen=True, slots=True)
class TierIs:
    """When it comes so far with a tier."""

    tier: str
    state: TierState


Trigger = Clock | Level | Detected | Reported | Alarm | SheetEnds | TierIs

"""What people and automatics do to links, and when."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clock:
    """At a time after the start."""

    at_s: float


@dataclass(frozen=True, slots=True)
class Level:
    """When a storage's volume crosses `volume_m3`, upwards if `rising`, else downwards."""

    storage: str
    volume_m3: float
    rising: bool = True


Trigger = Clock | Level


@dataclass(frozen=True, slots=True)
class Action:
    """An order on `when`, carried out `after_s` later: every link in `openings` is set.

    An opening is a share, 0 shut or stopped, 1 open or running. An action runs once.
    """

    id: str
    when: Trigger
    after_s: float
    openings: tuple[tuple[str, float], ...]
    text: str = ""

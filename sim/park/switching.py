"""How a link that starts and stops at levels of its own is switched."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Switch(StrEnum):
    """What the switch at such a link may stand at when nothing is said of its running."""

    AUTOMATIC = "automatic"
    """Its levels start and stop it."""
    MANUAL = "manual"
    """Only people start it; people or its stop level stop it."""
    OFF = "off"
    """It stands still whatever its levels say, until somebody starts it or sets it to automatic."""


@dataclass(frozen=True, slots=True)
class Switching:
    """How such a link stands when a run begins; one that is off has an opening of 0."""

    runs: bool = False
    """Whether it runs already, down to its stop level; else it waits for its start level or for people."""
    manual: bool = False
    """Whether only people start it."""

"""What loses power together."""

from __future__ import annotations

from dataclasses import dataclass

from sim.park.names import Name


@dataclass(frozen=True, slots=True)
class PowerArea:
    """One feed of electricity; the links that run on it name it as their `power`."""

    id: str
    name: Name

"""One of the lines of defence."""

from __future__ import annotations

from dataclasses import dataclass

from sim.park.names import Name


@dataclass(frozen=True, slots=True)
class Tier:
    """A line of defence and what it promises, such as `plant`: nothing leaves the plant."""

    id: str
    name: Name
    promise: Name

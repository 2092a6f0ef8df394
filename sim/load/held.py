"""What an input file holds, for somebody who wants to know before playing it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sim.park import Name, Park
from sim.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Held:
    """A park, or a scenario in its park."""

    path: str
    park: Park
    scenario: Scenario | None = None
    picked: Mapping[str, tuple[Park, Scenario]] = field(default_factory=dict)
    """What may be picked, and what that makes of both: named scenarios, and overrides that stand in none of them."""
    notes: tuple[Name, ...] = ()
    """What is to know of how its files were read, and was not told of a file before it."""

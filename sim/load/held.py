"""What an input file holds, for somebody who wants to know before playing it."""

from __future__ import annotations

from dataclasses import dataclass

from sim.park import Park
from sim.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Held:
    """A park, or a scenario in its park."""

    path: str
    park: Park
    scenario: Scenario | None = None
    picks: tuple[str, ...] = ()
    """What may be picked: named scenarios, and overrides that stand in none of them."""

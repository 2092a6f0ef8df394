"""What people and automatics do to links, and when, whoever they are."""

from __future__ import annotations

from dataclasses import dataclass, field

from sim.park import Name
from sim.scenario.trigger import Trigger


@dataclass(frozen=True, slots=True)
class Action:
    """An order on `when`, carried out `after_s` later: every link in `openings` is set.

    An opening is a share, 0 shut or stopped, 1 open or running. An action runs once, and takes no
    crew: its time is what the script says.
    """

    id: str
    when: Trigger
    after_s: float
    openings: tuple[tuple[str, float], ...]
    text: Name = field(default_factory=Name)
    automatic: frozenset[str] = frozenset()
    """Links among them that are not started, but left to levels of their own."""

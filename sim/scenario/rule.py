"""A line of the response plan: when -> after -> do."""

from __future__ import annotations

from dataclasses import dataclass, field

from sim.park import Name
from sim.scenario.trigger import Trigger


@dataclass(frozen=True, slots=True)
class Rule:
    """On `when`, `after_s` of deciding later, order these operation sheets.

    A rule on a level with a dead band, or on an alarm of a sensor with one, runs each time; every
    other one runs once.
    """

    id: str
    when: Trigger
    after_s: float = 0.0
    do: tuple[str, ...] = ()
    """Sheets, in the order they are given."""
    one_by_one: bool = False
    """Whether each waits for the one before to be done; a failure ends the row."""
    otherwise: tuple[str, ...] = ()
    """Sheets for when one of `do` fails; they begin at once, each time."""
    call: tuple[str, ...] = ()
    """Crews and equipment from outside that are called now."""
    priority: int = 0
    """Of its sheets in the queue for crews and equipment; lower is served first."""
    preempt: bool = False
    """Whether a crew is called off work of lower priority for it."""
    text: Name = field(default_factory=Name)

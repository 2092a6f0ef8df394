"""How links and crests stood: a row whenever orders, faults or a treatment plant changed one."""

from __future__ import annotations

from collections.abc import Iterable

from sim.record.event import Cause, fact


@fact
class State:
    """A link from `at_s` [s] on."""

    at_s: float
    link: str
    opening: float
    """How far it is open; of a pump that has tripped or has no power, and behind a plug or dam, 0 [-]."""
    left: float
    """The share of what it passes that is left to it: blocked, refused by the plant behind it, by the hour [-]."""
    leaks: float
    """The share that passes when it is shut [-]."""
    raised_m3: float
    """What fits in besides because it is a crest or a wall that was raised."""
    cause: Cause


def states_at(states: Iterable[State], at_s: float) -> dict[str, State]:
    """The state of each link that something had changed by a time [s]."""
    return {each.link: each for each in states if each.at_s <= at_s}

"""What is wrong with a response plan before anybody has carried it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sim.scenario import Trigger


class Kind(StrEnum):
    """What sort of conflict it is; the order is the order of the findings."""

    OPPOSED = "opposed"
    """One opens what another shuts."""
    UNCALLED = "uncalled"
    """Facilities on the accident water's way that nobody calls."""
    TWO_PLACES = "two-places"
    """A crew or its equipment that would have to be in two places."""
    NO_DEAD_BAND = "no-dead-band"
    """What answers the first crossing of a level, and no later one."""
    NEVER = "never"
    """A rule that cannot happen."""
    CIRCLE = "circle"
    """Rules that set each other off in a ring."""
    LATE_HELP = "late-help"
    """Help from outside that is needed before anybody called it: an advice."""


class Saying(StrEnum):
    """Which sentence says it; a kind has one or several."""

    SAME_EVENT = "same_event"
    AT_ONE_TIME = "at_one_time"
    BOTH_TRUE = "both_true"
    HUNT = "hunt"
    ONE_RULE = "one_rule"
    UNCALLED = "uncalled"
    TEAMS = "teams"
    TEAMS_AT_START = "teams_at_start"
    FEWEST_TEAMS = "fewest_teams"
    OFF_DUTY = "off_duty"
    SOMETIMES_OFF_DUTY = "sometimes_off_duty"
    UNITS = "units"
    PAIR_ONCE = "pair_once"
    ONCE = "once"
    SENSOR_ONCE = "sensor_once"
    NEVER_AGAIN = "never_again"
    NOT_CALLED = "not_called"
    SILENT = "silent"
    MISSES = "misses"
    CANNOT_FAIL = "cannot_fail"
    UNSEEN = "unseen"
    TOO_HIGH = "too_high"
    RESET_TOO_HIGH = "reset_too_high"
    AFTER_END = "after_end"
    CIRCLE = "circle"
    CIRCLE_NEVER = "circle_never"
    LATE_HELP = "late_help"


Value = str | float | tuple[str, ...] | Trigger
"""An id or several of what its key names, a number in the unit its key ends with, a count, or a trigger."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One finding about a response plan."""

    kind: Kind
    saying: Saying
    rules: tuple[str, ...] = ()
    """The rules it is about, in the order of the file."""
    actions: tuple[str, ...] = ()
    """Actions of the scenario that a rule is at odds with."""
    subjects: tuple[str, ...] = ()
    """What it is about in the park: facilities, crews, equipment, sensors, sheets, storages."""
    at_s: float | None = None
    """When it will happen; None when that hangs on the run [s]."""
    values: Mapping[str, Value] = field(default_factory=dict)
    """What its sentence fills in."""

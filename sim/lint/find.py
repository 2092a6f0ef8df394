"""All that is wrong with a response plan."""

from __future__ import annotations

from sim.lint.circle import circle
from sim.lint.conflict import Conflict
from sim.lint.dead_band import no_dead_band, sensor_without_reset
from sim.lint.late_help import late_help
from sim.lint.never import (
    never_alarming,
    never_called,
    never_failing,
    never_in_time,
    never_known,
    never_so_high,
)
from sim.lint.never_again import never_again, never_so_high_again
from sim.lint.opposed import opposed
from sim.lint.stock import short_stock
from sim.lint.two_places import two_places
from sim.lint.uncalled import uncalled
from sim.park import Park
from sim.scenario import Scenario

CLAIMS = (
    opposed, uncalled, two_places, short_stock, no_dead_band, sensor_without_reset, never_again,
    never_called, never_alarming, never_failing, never_known, never_so_high, never_so_high_again, never_in_time,
    circle, late_help,
)  # fmt: skip
"""What is asked of a plan, in the order of the findings."""


def find_conflicts(park: Park, scenario: Scenario) -> tuple[Conflict, ...]:
    """Every conflict in a scenario's response plan, as far as it can be told without playing it.

    None when it has no rules. What each claim decides, and what it leaves open, is said there.
    """
    if not scenario.rules:
        return ()
    return tuple(found for claim in CLAIMS for found in claim(park, scenario))

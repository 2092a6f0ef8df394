"""Everything in a park and a scenario that may be a slip."""

from __future__ import annotations

from sim.lint.base_flow import sections
from sim.lint.clock import clock
from sim.lint.doubt import Doubt
from sim.lint.plausible import own_kinds, rains, sizes, tables
from sim.park import Park
from sim.scenario import Scenario

OF_PARKS = (own_kinds, sizes, tables)
"""What is asked of a park, in the order of the findings."""


def find_doubts(park: Park, scenario: Scenario | None = None) -> tuple[Doubt, ...]:
    """What whoever wrote them may want to look at again before it is played; nothing of it is wrong for certain."""
    found = [doubt for ask in OF_PARKS for doubt in ask(park)]
    if scenario is not None:
        found += [*rains(scenario), *sections(park, scenario), *clock(park, scenario)]
    return tuple(found)

"""From a scenario in its park to its result."""

from __future__ import annotations

from sim.park import Park
from sim.result.result import Result
from sim.scenario import Scenario


def run(park: Park, scenario: Scenario, trace: bool = True) -> Result:
    """Play a scenario in a park.

    Without `trace` nothing is kept of how volumes and flows went in between; everything else is
    the same.

    Raises:
        LedgerError: water appeared or vanished, which is a mistake in the program.
    """
    from sim.engine import play

    return Result(park, scenario, play(park, scenario, trace=trace))

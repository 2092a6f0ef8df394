"""From a scenario in its park to its result."""

from __future__ import annotations

from collections.abc import Mapping

from sim.park import Park
from sim.result.result import Result
from sim.scenario import Scenario


def run(
    park: Park,
    scenario: Scenario,
    trace: bool = True,
    seed: int | None = None,
    held: Mapping[str, float] | None = None,
) -> Result:
    """Play a scenario in a park.

    Without `trace` nothing is kept of how volumes and flows went in between; everything else is
    the same. With a `seed`, what may fail is drawn by lot, without one it goes by its better
    chance. Actions and jobs named in `held` take effect at these times [s], whatever people do.

    Raises:
        LedgerError: water appeared or vanished, which is a mistake in the program.
    """
    from sim.engine import play

    whole = park.with_links(scenario.links)
    return Result(whole, scenario, play(whole, scenario, trace=trace, seed=seed, held=held))

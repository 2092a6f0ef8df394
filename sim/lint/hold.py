"""Where a plan means to hold the accident water."""

from __future__ import annotations

from sim.lint.move import moved, moves
from sim.lint.reach import way
from sim.park import Link, LinkKind, Park
from sim.scenario import Alarm, Detected, Scenario, TierIs

AT_ONCE = (Detected, Alarm, TierIs)
"""What comes of the accident water itself. A clock time, a level or a report may come too late, or never."""


def ends_of_way(park: Park, scenario: Scenario) -> set[str]:
    """The links at which the plan holds the accident water: what lies behind them is a second line.

    Shut by a rule once the incident is known, on an alarm, or when the water comes to a tier; not
    opened again; and nothing behind them is moved. The spillway beside such a link is shut with it.

    Not decided: whether it is shut in time, or at all.
    """
    found = {link.id for link in _kept_shut(park, scenario) if not _goes_on(park, scenario, link)}
    ways = {(park.links[id].source, park.links[id].target) for id in found}
    spillways = (each for each in park.links.values() if each.kind is LinkKind.SPILLWAY)
    return found | {each.id for each in spillways if (each.source, each.target) in ways}


def _kept_shut(park: Park, scenario: Scenario) -> list[Link]:
    """Links that the plan shuts as soon as there is something to hold, and leaves shut."""
    every = list(moves(park, scenario))
    opened = {move.facility for move in every if move.opens}
    shut = {move.facility for move in every if not move.opens and isinstance(move.when, AT_ONCE)}
    return [park.links[id] for id in shut - opened if id in park.links]


def _goes_on(park: Park, scenario: Scenario, link: Link) -> bool:
    """Whether the plan moves a storage or a link that lies behind a link."""
    behind = way(park, scenario, [link.target])
    done = moved(park, scenario)
    return any(id in behind or (id in park.links and park.links[id].source in behind) for id in done)

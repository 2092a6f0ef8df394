"""Facilities on the accident water's way that nobody calls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sim.lint.conflict import Conflict, Kind, Saying, Value
from sim.lint.hold import ends_of_way
from sim.lint.move import moved, opening_of, shut
from sim.lint.reach import entries, opening, stands_open, starts_itself, way
from sim.park import LinkKind, Operation, Park, Sheet
from sim.scenario import Scenario


def uncalled(park: Park, scenario: Scenario) -> Iterator[Conflict]:
    """Ask which facilities on the accident water's way have operation sheets, and nobody moves them; nearest first.

    Facilities on the way are its storages and all links that leave them; it ends where the plan
    holds the water and does nothing farther on (`ends_of_way`). What a rule or an action moves in
    any way is not uncalled: the sheet that opens a gate again may stand unused. Nor is a sheet that
    would leave its facility as it stands at the start, that only looks, or that is there for when
    something else does not do (`_falls_back`).

    Not decided: whether the water gets so far, and whether it ought to be kept from going on.
    """
    steps = way(park, scenario, entries(scenario), ends_of_way(park, scenario))
    found = []
    for facility, sheets in _unused(park, scenario).items():
        storage = _storage(park, facility)
        if storage in steps and not _falls_back(park, scenario, facility, sheets):
            found.append((steps[storage], facility))
    if found:
        nearest = tuple(facility for _, facility in sorted(found, key=lambda each: each[0]))
        values: dict[str, Value] = {"facilities": nearest}
        yield Conflict(Kind.UNCALLED, Saying.UNCALLED, subjects=nearest, values=values)


def _unused(park: Park, scenario: Scenario) -> dict[str, list[Sheet]]:
    """By facility the sheets that would move it, of facilities that nobody moves."""
    done = moved(park, scenario)
    found = defaultdict(list)
    for sheet in park.sheets.values():
        if sheet.facility not in done and _would_move(park, scenario, sheet):
            found[sheet.facility].append(sheet)
    return found


def _would_move(park: Park, scenario: Scenario, sheet: Sheet) -> bool:
    """Whether a sheet would change how its facility stands at the start."""
    if sheet.operation in (Operation.LOWER, Operation.UNSEAL):
        return False  # it takes away what another sheet has put there
    target, link = opening_of(sheet), park.links.get(sheet.facility)
    if link is None:
        return target == 0  # a crest can be raised
    if link.start_m3 is not None and target is not None:
        return (target > 0) != (starts_itself(scenario, link) or stands_open(scenario, link))
    return target not in (None, opening(scenario, link))


def _falls_back(park: Park, scenario: Scenario, facility: str, sheets: list[Sheet]) -> bool:
    """Whether a facility is there for when something else does not do, and the plan does something else.

    Sandbags raise a crest, and the plan moves a link out of that storage; a mobile pump is laid, and
    the plan moves another pump out of its storage or shuts what leads on from there.
    """
    storage = _storage(park, facility)
    leaving = {id for id in moved(park, scenario) if id in park.links and park.links[id].source == storage}
    if facility in park.storages:
        return bool(leaving)
    laid = all(sheet.operation is Operation.PLACE for sheet in sheets)
    held = not leaving.isdisjoint(shut(park, scenario))
    return laid and (held or any(park.links[id].kind is LinkKind.PUMP for id in leaving))


def _storage(park: Park, facility: str) -> str:
    """The storage that a facility is, or that it leads out of."""
    return park.links[facility].source if facility in park.links else facility

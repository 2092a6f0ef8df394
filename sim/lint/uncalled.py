"""Sheets on the accident water's way that nobody calls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sim.lint.conflict import Conflict, Kind, Saying, Value
from sim.lint.move import moved, opening_of
from sim.lint.reach import opening, way
from sim.park import Park, Sheet
from sim.scenario import Scenario

NAMED = 12
"""Facilities that are named, the nearest first; the others are counted."""


def uncalled(park: Park, scenario: Scenario) -> Iterator[Conflict]:
    """Ask which facilities on the accident water's way have operation sheets, and nobody moves them.

    Facilities on the way are its storages and all links that leave them. What a rule or an action
    moves in any way is not uncalled: the sheet that opens a gate again may stand unused. Nor is a
    sheet that would leave its facility as it stands at the start, or that only looks.

    Not decided: whether the water gets so far, and whether it ought to be kept from going on.
    """
    steps = way(park, scenario)
    found = []
    for facility, sheets in _unused(park, scenario).items():
        link = park.links.get(facility)
        storage = link.source if link else facility
        if storage in steps:
            found.append((steps[storage] + 1, facility, storage, tuple(sheet.id for sheet in sheets)))
    found.sort(key=lambda each: each[0])
    for step, facility, storage, ids in found[:NAMED]:
        values: dict[str, Value] = {"facility": facility, "storage": storage, "step": step, "sheets": ids}
        yield Conflict(Kind.UNCALLED, Saying.UNCALLED, subjects=(facility, *ids), values=values)
    if rest := [facility for _, facility, _, _ in found[NAMED:]]:
        yield Conflict(Kind.UNCALLED, Saying.MORE_UNCALLED, subjects=tuple(rest), values={"count": len(rest)})


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
    target, link = opening_of(sheet), park.links.get(sheet.facility)
    if link is None:
        return target == 0  # a crest can be raised, and lowered only after that
    return target not in (None, opening(scenario, link))

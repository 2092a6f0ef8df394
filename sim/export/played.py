"""What people did in a run of ours, as orders by the clock, which SWMM can follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sim.park import Operation, Park
from sim.record.entry import Entry
from sim.result import run
from sim.scenario import Action, Clock, Scenario

UNMOVED = (Operation.CHECK, Operation.RAISE, Operation.LOWER)
"""Operations that turn no link."""


def as_played(park: Park, scenario: Scenario) -> Scenario:
    """The scenario with every action and sheet at the time at which it was done when played here."""
    entries = run(park, scenario, trace=False).events
    return replace(scenario, actions=tuple(_orders(park, scenario, entries)), rules=())


def _orders(park: Park, scenario: Scenario, entries: Iterable[Entry]) -> list[Action]:
    """An action for every entry that tells that something was turned."""
    actions = {each.id: each for each in scenario.actions}
    found = []
    for entry in entries:
        openings: tuple[tuple[str, float], ...] = ()
        if entry.what == "done" and entry.subject in actions:
            told = entry.detail.split(", ")
            openings = tuple((id, to) for id, to in actions[entry.subject].openings if f"{id} {to:.0%}" in told)
        elif entry.what == "done":
            openings = _of_sheet(park, entry.subject.partition("#")[0])
        if openings:
            found.append(Action(entry.subject, Clock(entry.at_s), 0.0, openings))
    return found


def _of_sheet(park: Park, id: str) -> tuple[tuple[str, float], ...]:
    """What a sheet does to the link it belongs to; nothing when it turns none."""
    sheet = park.sheets.get(id)
    if sheet is None or sheet.operation in UNMOVED:
        return ()
    link = sheet.id if sheet.operation is Operation.PLACE else sheet.facility
    return ((link, sheet.sets_to),) if link in park.links else ()

"""What people did in a run of ours, as orders by the clock, which SWMM can follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sim.park import Operation, Park
from sim.record.event import Done, Event
from sim.result import run
from sim.scenario import Action, Clock, Scenario

UNMOVED = (Operation.CHECK, Operation.RAISE, Operation.LOWER)
"""Operations that turn no link."""


def as_played(park: Park, scenario: Scenario) -> Scenario:
    """The scenario with every action and sheet at the time at which it was done when played here."""
    events = run(park, scenario, trace=False).events
    return replace(scenario, actions=tuple(_orders(park, scenario, events)), rules=())


def _orders(park: Park, scenario: Scenario, events: Iterable[Event]) -> list[Action]:
    """An action for every event that tells that something was turned."""
    actions = {each.id: each for each in scenario.actions}
    found = []
    for event in (each for each in events if isinstance(each, Done)):
        action = actions.get(event.subject)
        found.append(_of_action(action, event) if action else _of_sheet(park, event))
    return [each for each in found if each is not None]


def _of_action(action: Action, event: Done) -> Action | None:
    """What an action turned of what it was to turn; None when that is nothing."""
    openings = tuple((id, to) for id, to in action.openings if id in event.links)
    return Action(action.id, Clock(event.at_s), 0.0, openings, automatic=action.automatic) if openings else None


def _of_sheet(park: Park, event: Done) -> Action | None:
    """What a sheet does to the link it belongs to; None when it turns none."""
    sheet = park.sheets.get(event.sheet)
    if sheet is None or sheet.operation in UNMOVED:
        return None
    link = sheet.id if sheet.operation is Operation.PLACE else sheet.facility
    if link not in park.links:
        return None
    automatic = frozenset([] if sheet.starts else [link])
    return Action(event.subject, Clock(event.at_s), 0.0, ((link, sheet.sets_to),), automatic=automatic)

"""One facility that is opened or shut by a plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sim.lint.job import jobs, sheets_of
from sim.park import Operation, Park, Sheet
from sim.scenario import Action, Rule, Scenario, Trigger


@dataclass(frozen=True, slots=True)
class Move:
    """A facility opened or shut by a rule or an action; times count from what sets it off, nobody waited for.

    To open is to start a pump, to place one, to set a link to any opening above 0, or to lower a
    crest; to shut is to stop, to set to 0, or to raise a crest.
    """

    by: str
    """The rule or the action."""
    when: Trigger
    facility: str
    opens: bool
    from_s: float
    until_s: float
    sheet: str = ""
    """Empty for an action."""

    @property
    def is_action(self) -> bool:
        """Whether an action of the scenario makes it, not a rule."""
        return not self.sheet


def moves(park: Park, scenario: Scenario) -> Iterator[Move]:
    """What rules order at first, and what actions do; not what is for when something has failed."""
    for rule in scenario.rules:
        yield from rule_moves(park, rule)
    for action in scenario.actions:
        yield from _action_moves(action)


def rule_moves(park: Park, rule: Rule) -> Iterator[Move]:
    """What a rule opens and shuts at first."""
    for job in jobs(park, rule):
        opens = opens_it(job.sheet)
        if opens is not None:
            yield Move(rule.id, rule.when, job.sheet.facility, opens, job.from_s, job.until_s, job.sheet.id)


def _action_moves(action: Action) -> Iterator[Move]:
    for link, opening in action.openings:
        yield Move(action.id, action.when, link, opening > 0, action.after_s, action.after_s)


def opening_of(sheet: Sheet) -> float | None:
    """What a sheet opens its facility to; None when it moves nothing [-]."""
    return None if sheet.operation is Operation.CHECK else sheet.sets_to


def opens_it(sheet: Sheet) -> bool | None:
    """Whether a sheet opens its facility, else shuts it; None when it moves nothing."""
    opening = opening_of(sheet)
    return None if opening is None else opening > 0


def moved(park: Park, scenario: Scenario) -> set[str]:
    """Facilities that a rule moves, at first or when something has failed, or that an action moves."""
    called = (id for rule in scenario.rules for id in (*rule.do, *rule.otherwise))
    by_rules = {sheet.facility for sheet in sheets_of(park, called) if opens_it(sheet) is not None}
    return by_rules | {link for action in scenario.actions for link, _ in action.openings}


def shut(park: Park, scenario: Scenario) -> set[str]:
    """Facilities that a rule or an action shuts, at whatever time."""
    return {move.facility for move in moves(park, scenario) if not move.opens}

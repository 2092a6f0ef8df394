"""Help from outside that is needed before anybody called it."""

from __future__ import annotations

from collections.abc import Iterator

from sim.lint.conflict import Conflict, Kind, Saying, Value
from sim.lint.job import sheets_of
from sim.lint.moment import earliest_s, forerunners, latest_s
from sim.park import Crew, Equipment, Park
from sim.scenario import Detected, Reported, Rule, Scenario


def late_help(park: Park, scenario: Scenario) -> Iterator[Conflict]:
    """Ask which rules need a crew or equipment from outside that no earlier rule calls: they wait until it arrives.

    A call counts unless it is known to come no sooner: by the rule itself, by another on the same
    event no sooner decided, or by one that waits for this rule's sheets. Once the incident is
    known there is no sooner, and a call then always counts.
    """
    helpers: list[Crew | Equipment] = [*park.crews.values(), *park.equipment.values()]
    for helper in helpers:
        late = [rule for rule in scenario.rules if _is_late(park, scenario, helper, rule)]
        if helper.arrives_s > 0 and late:
            values: dict[str, Value] = {"helper": helper.id, "arrives_s": helper.arrives_s}
            rules = tuple(rule.id for rule in late)
            yield Conflict(Kind.LATE_HELP, Saying.LATE_HELP, rules, (), (helper.id,), None, values)


def _is_late(park: Park, scenario: Scenario, helper: Crew | Equipment, rule: Rule) -> bool:
    sheets = sheets_of(park, (*rule.do, *rule.otherwise))
    if not any(helper.id == sheet.crew or helper.id in sheet.needs for sheet in sheets):
        return False
    calls = (each for each in scenario.rules if helper.id in each.call)
    return not any(_is_sooner(park, scenario, call, rule) for call in calls)


def _is_sooner(park: Park, scenario: Scenario, call: Rule, rule: Rule) -> bool:
    """Whether a call may come before a rule gives its orders, or comes as soon as the incident is known."""
    if isinstance(call.when, Detected | Reported) and call.when == rule.when:
        return True
    if call.when == rule.when:
        return call.after_s < rule.after_s
    if rule.id in forerunners(scenario, call.when):
        return False
    return latest_s(park, scenario, rule.when) + rule.after_s > earliest_s(park, scenario, call.when) + call.after_s

"""When a trigger can happen, as far as that can be told before anything has been played."""

from __future__ import annotations

from math import inf

from sim.lint.filling import fills_at_s
from sim.lint.job import callers, takes_s
from sim.lint.outbreak import begins_s, seen_s
from sim.lint.reach import stands_m3
from sim.park import Park
from sim.scenario import (
    Alarm,
    Clock,
    Detected,
    Ending,
    Level,
    Reported,
    Scenario,
    SheetEnds,
    TierIs,
    TierState,
    Trigger,
    Underreported,
)


def earliest_s(park: Park, scenario: Scenario, trigger: Trigger, seen: frozenset[str] = frozenset()) -> float:
    """Before this a trigger cannot happen; 0 where nothing is known, inf when it never can [s]."""
    if isinstance(trigger, Clock):
        return trigger.at_s
    if isinstance(trigger, Level):
        return fills_at_s(park, scenario, trigger)
    if isinstance(trigger, SheetEnds):
        return _ends_at_s(park, scenario, trigger, seen)
    if isinstance(trigger, Alarm):
        return 0
    report_s = inf if isinstance(trigger, TierIs) else _report_s(scenario)
    return min(report_s, begins_s(park, scenario))


def latest_s(park: Park, scenario: Scenario, trigger: Trigger) -> float:
    """By this a trigger has happened if it ever does; inf where nobody can tell [s].

    A camera or a caller who looks at a place where accident water comes in is taken to see it.
    """
    if isinstance(trigger, Clock):
        return trigger.at_s
    if isinstance(trigger, Reported) and any(isinstance(fault.what, Underreported) for fault in scenario.faults):
        return inf
    if not isinstance(trigger, Detected | Reported):
        return inf
    return min(_report_s(scenario), seen_s(park, scenario))


def forerunners(scenario: Scenario, trigger: Trigger, seen: frozenset[str] = frozenset()) -> frozenset[str]:
    """The rules that must have been set off before a trigger can happen: it waits for their sheets."""
    if not isinstance(trigger, SheetEnds):
        return frozenset()
    chains = [
        forerunners(scenario, rule.when, seen | {rule.id}) | {rule.id}
        for rule in callers(scenario, trigger.sheet) if rule.id not in seen
    ]  # fmt: skip
    return frozenset.intersection(*chains) if chains else frozenset()


def comes_after(park: Park, scenario: Scenario, later: Trigger, earlier: Trigger) -> bool:
    """Whether one trigger comes after another by its nature.

    The water falls back below a level that it started below after the incident has become known,
    and after it has come into a tier; a tier is breached after the water has come into it; and the
    water comes into an outer tier after an inner one.
    """
    if isinstance(later, Level) and not later.rising:
        return isinstance(earlier, Detected | Reported | TierIs) and _starts_below(park, scenario, later)
    if not (isinstance(later, TierIs) and isinstance(earlier, TierIs)):
        return False
    return earlier.state is TierState.REACHED and park.tier_rank(later.tier) >= park.tier_rank(earlier.tier)


def _starts_below(park: Park, scenario: Scenario, level: Level) -> bool:
    return stands_m3(park, scenario, level.storage) < level.volume_m3


def _report_s(scenario: Scenario) -> float:
    """When somebody reports the incident; inf when nobody does [s]."""
    return inf if scenario.detection.report_s is None else scenario.detection.report_s


def _ends_at_s(park: Park, scenario: Scenario, trigger: SheetEnds, seen: frozenset[str]) -> float:
    """When the first rule that orders a sheet can have had it done; it may fail at once."""
    works = trigger.how is Ending.DONE and trigger.sheet in park.sheets
    takes = takes_s(park, park.sheets[trigger.sheet]) if works else 0
    rules = [rule for rule in callers(scenario, trigger.sheet) if rule.id not in seen]
    ordered = (earliest_s(park, scenario, rule.when, seen | {rule.id}) + rule.after_s for rule in rules)
    return min(ordered, default=inf) + takes

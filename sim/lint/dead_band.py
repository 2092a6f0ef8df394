"""What answers the first crossing of a level, and no later one."""

from __future__ import annotations

from collections.abc import Iterator

from sim.lint.conflict import Conflict, Kind, Saying, Value
from sim.lint.pair import Pair, pairs
from sim.park import Park, Quantity, Sensor
from sim.scenario import Alarm, Level, Rule, Scenario


def no_dead_band(park: Park, scenario: Scenario) -> Iterator[Conflict]:
    """Ask which rules on levels have no dead band, so that they run once.

    Told apart are two rules that open and shut one facility by levels of one storage, which ought
    to do so again and again. All other rules on a level without `reset` are named in one finding,
    but for those that call help only, since help comes once. Two rules that hunt are `opposed`.
    """
    named: set[str] = set()
    for pair in _told_once(pairs(park, scenario)):
        lacking = tuple(each.by for each in (pair.shut, pair.open) if not each.is_action and _runs_once(each.when))
        named |= {each.by for each in (pair.shut, pair.open) if not each.is_action}
        if lacking and not pair.hunts:
            yield _pair_once(scenario, pair, lacking)
    once = [rule for rule in scenario.rules if rule.do and _runs_once(rule.when) and rule.id not in named]
    if once:
        storages = tuple(dict.fromkeys(rule.when.storage for rule in once if isinstance(rule.when, Level)))
        yield Conflict(Kind.NO_DEAD_BAND, Saying.ONCE, tuple(rule.id for rule in once), subjects=storages)


def sensor_without_reset(park: Park, scenario: Scenario) -> Iterator[Conflict]:
    """Ask which rules wait for the alarm of a level or flow sensor that has no dead band, so that it alarms once."""
    for sensor in park.sensors.values():
        rules = tuple(rule.id for rule in scenario.rules if _waits_for(rule, sensor))
        if rules and sensor.reset is None and sensor.quantity in (Quantity.VOLUME, Quantity.FLOW):
            values: dict[str, Value] = {"sensor": sensor.id}
            yield Conflict(Kind.NO_DEAD_BAND, Saying.SENSOR_ONCE, rules, subjects=(sensor.id,), values=values)


def _told_once(found: Iterator[Pair]) -> list[Pair]:
    """Of the pairs with a level risen above and one fallen below, the first of each two rules."""
    first: dict[tuple[str, str], Pair] = {}
    for pair in found:
        if pair.band:
            first.setdefault((pair.shut.by, pair.open.by), pair)
    return list(first.values())


def _runs_once(trigger: object) -> bool:
    return isinstance(trigger, Level) and trigger.reset_m3 is None


def _waits_for(rule: Rule, sensor: Sensor) -> bool:
    return isinstance(rule.when, Alarm) and rule.when.sensor == sensor.id


def _pair_once(scenario: Scenario, pair: Pair, lacking: tuple[str, ...]) -> Conflict:
    makers = {pair.shut.by, pair.open.by}
    rules = tuple(rule.id for rule in scenario.rules if rule.id in makers)
    values: dict[str, Value] = {
        "facilities": (pair.shut.facility,),
        "closer": pair.shut.by,
        "opener": pair.open.by,
        "when_shut": pair.shut.when,
        "when_open": pair.open.when,
        "lacking": lacking,
    }
    return Conflict(Kind.NO_DEAD_BAND, Saying.PAIR_ONCE, rules, subjects=(pair.shut.facility,), values=values)

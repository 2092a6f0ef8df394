"""A rule that opens something once and can never be set off again."""

from __future__ import annotations

from collections.abc import Iterator

from sim.lint.conflict import Conflict, Kind, Saying, Value
from sim.lint.move import Move, moved
from sim.lint.pair import Pair, pairs
from sim.lint.reach import opening
from sim.park import Link, LinkKind, Park, Quantity
from sim.park.spill import spillways, top_m3
from sim.scenario import Alarm, Level, Scenario, Trigger


def never_again(park: Park, scenario: Scenario) -> Iterator[Conflict]:
    """Ask which starts have a reset that lies beyond the stop that ends them.

    A pump that empties a storage is stopped at a level, and the water stands there; where its start
    is set off again only once the water is lower than that, it never is. The same the other way
    round where a link fills the storage. Passed over are storages that something else could empty
    or fill on.
    """
    told: set[tuple[str, str]] = set()
    for pair in pairs(park, scenario):
        key = (pair.open.by, pair.shut.by)
        if key not in told and (found := _beyond(park, scenario, pair)):
            told.add(key)
            yield found


def never_so_high_again(park: Park, scenario: Scenario) -> Iterator[Conflict]:
    """Ask which rules on a level fallen below are set off again only at one above the top of the wall."""
    for rule in scenario.rules:
        level = rule.when
        if isinstance(level, Level) and level.reset_m3 is not None and level.storage in park.storages:
            top = top_m3(park.storages[level.storage], spillways(park).get(level.storage))
            if not level.rising and level.reset_m3 > top * (1 + 1e-9):
                values: dict[str, Value] = {"storage": level.storage, "reset_m3": level.reset_m3, "top_m3": top}
                yield Conflict(Kind.NEVER, Saying.RESET_TOO_HIGH, (rule.id,), subjects=(level.storage,), values=values)


def _beyond(park: Park, scenario: Scenario, pair: Pair) -> Conflict | None:
    """What is wrong with a start and the stop that ends it; None when nothing is."""
    link, start, stop = park.links.get(pair.open.facility), _level(park, pair.open), _level(park, pair.shut)
    if link is None or start is None or stop is None or pair.open.is_action or start.reset_m3 is None:
        return None
    empties = link.source == start.storage and start.rising and not stop.rising
    fills = link.target == start.storage and not start.rising and stop.rising
    if start.storage != stop.storage or not (empties or fills):
        return None
    beyond = start.reset_m3 < stop.volume_m3 if empties else start.reset_m3 > stop.volume_m3
    goes_on = _others_empty(park, scenario, link) if empties else _others_fill(park, scenario, link)
    if not beyond or goes_on:
        return None
    rules = tuple(each.by for each in (pair.open, pair.shut) if not each.is_action)
    actions = tuple(each.by for each in (pair.open, pair.shut) if each.is_action)
    values: dict[str, Value] = {
        "facilities": (link.id,), "opener": pair.open.by, "closer": pair.shut.by, "when_open": pair.open.when,
        "when_shut": pair.shut.when, "storage": start.storage, "reset_m3": start.reset_m3,
    }  # fmt: skip
    return Conflict(Kind.NO_DEAD_BAND, Saying.NEVER_AGAIN, rules, actions, (link.id,), values=values)


def _level(park: Park, move: Move) -> Level | None:
    """The level that sets a move off, its own or that of the sensor it waits for; None for anything else."""
    when: Trigger = move.when
    if isinstance(when, Level):
        return when
    sensor = park.sensors.get(when.sensor) if isinstance(when, Alarm) else None
    if sensor is None or sensor.quantity is not Quantity.VOLUME:
        return None
    return Level(sensor.watches, sensor.threshold, sensor.rising, sensor.reset)


def _others_empty(park: Park, scenario: Scenario, link: Link) -> bool:
    """Whether water could leave a link's source another way than over its crest."""
    others = (each for each in park.links.values() if each.source == link.source and each.id != link.id)
    return any(each.kind is not LinkKind.SPILLWAY and _may_run(scenario, park, each) for each in others)


def _others_fill(park: Park, scenario: Scenario, link: Link) -> bool:
    """Whether water could come into a link's target another way."""
    if any(link.target in each.into for each in scenario.inflows):
        return True
    others = (each for each in park.links.values() if each.target == link.target and each.id != link.id)
    return any(each.kind is LinkKind.SPILLWAY or _may_run(scenario, park, each) for each in others)


def _may_run(scenario: Scenario, park: Park, link: Link) -> bool:
    """Whether a link is open from the start, or may be opened."""
    return opening(scenario, link) > 0 or link.id in moved(park, scenario)

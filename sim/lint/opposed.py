"""One opens what another shuts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import inf

from sim.lint.conflict import Conflict, Kind, Saying, Value
from sim.lint.filling import fills_at_s
from sim.lint.job import sheets_of
from sim.lint.moment import comes_after, earliest_s, forerunners, latest_s
from sim.lint.move import Move, opens_it
from sim.lint.pair import Pair, pairs
from sim.lint.reach import stands_open
from sim.park import LinkKind, Park, Sheet
from sim.scenario import Clock, Detected, Ending, Level, Reported, Rule, Scenario, SheetEnds


def opposed(park: Park, scenario: Scenario) -> Iterator[Conflict]:
    """Ask whether two rules, a rule and an action, or two sheets of a rule open and shut one facility at one time.

    Decided: the same event, if neither is done before the other begins; two clock times, likewise;
    two levels of one storage, if the one that is fallen below is no lower than the one that is
    risen above; anything else that can come about in either order.

    No conflict: what waits for the other's sheets to be done; levels of one storage that the water
    crosses one after the other; what by its nature comes later (`comes_after`); a level that all
    the water could not reach before the other has been done; a pump stopped when what it fills has
    filled; any link shut when its source has run low, or when what could not fill without it has.

    Not decided, and so not told: two openings above 0; what is ordered only when something has
    failed; how long anybody waits for a crew; two actions.
    """
    for rule in scenario.rules:
        yield from _within(park, rule)
    yield from _between(park, scenario)


def _within(park: Park, rule: Rule) -> Iterator[Conflict]:
    """Sheets of one rule, those that are not done one by one."""
    for sheets in ((), rule.otherwise) if rule.one_by_one else (rule.do, rule.otherwise):
        for one, other in combinations(sheets_of(park, dict.fromkeys(sheets)), 2):
            if one.facility == other.facility and {opens_it(one), opens_it(other)} == {True, False}:
                yield _in_one(rule, one, other)


def _in_one(rule: Rule, one: Sheet, other: Sheet) -> Conflict:
    values: dict[str, Value] = {"facilities": (one.facility,), "sheets": (one.id, other.id)}
    return Conflict(Kind.OPPOSED, Saying.ONE_RULE, (rule.id,), subjects=(one.facility,), values=values)


def _between(park: Park, scenario: Scenario) -> Iterator[Conflict]:
    """Two rules, or a rule and an action: one finding for all the facilities they are at odds about."""
    found: dict[tuple[str, str, Saying], list[Pair]] = {}
    for pair in pairs(park, scenario):
        saying = _saying(park, scenario, pair)
        if saying is not None:
            found.setdefault((pair.shut.by, pair.open.by, saying), []).append(pair)
    order = [rule.id for rule in scenario.rules] + [action.id for action in scenario.actions]
    for (_, _, saying), same in found.items():
        yield _finding(saying, same, order)


def _saying(park: Park, scenario: Scenario, pair: Pair) -> Saying | None:
    """How the two are at odds; None when they are not."""
    shut, open_ = pair.shut, pair.open
    if pair.is_one_event:
        return None if _in_order(shut, open_) or _in_order(open_, shut) else Saying.SAME_EVENT
    if pair.is_on_one_storage:
        return Saying.HUNT if pair.hunts else None
    if _follows(park, scenario, shut, open_) or _follows(park, scenario, open_, shut):
        return None
    if inf in (earliest_s(park, scenario, shut.when), earliest_s(park, scenario, open_.when)):
        return None
    clocks = isinstance(shut.when, Clock) and isinstance(open_.when, Clock)
    return Saying.AT_ONE_TIME if clocks else Saying.BOTH_TRUE


def _in_order(earlier: Move, later: Move) -> bool:
    """Of two moves set off by one event, whether one is done before the other begins."""
    return earlier.until_s <= later.from_s and earlier.from_s < later.from_s


def _follows(park: Park, scenario: Scenario, later: Move, earlier: Move) -> bool:
    """Whether one comes once the other has come about, or only when something has failed."""
    if isinstance(later.when, SheetEnds) and later.when.how is Ending.FAILED:
        return True
    if not earlier.is_action and earlier.by in forerunners(scenario, later.when):
        return True
    if comes_after(park, scenario, later.when, earlier.when) or _ends_it(park, scenario, later):
        return True
    if _is_known_sooner(earlier, later):
        return _in_order(earlier, later)
    begins_s = earliest_s(park, scenario, later.when) + later.from_s
    known_s = latest_s(park, scenario, earlier.when)
    return known_s + earlier.until_s <= begins_s and known_s + earlier.from_s < begins_s


def _ends_it(park: Park, scenario: Scenario, move: Move) -> bool:
    """Whether a move shuts a link for what comes of its being open: its source runs low, or its target fills."""
    link = park.links.get(move.facility)
    if link is None or move.opens or not isinstance(move.when, Level):
        return False
    if move.when.rising and link.kind is LinkKind.PUMP and move.when.storage == link.target:
        return True
    if stands_open(scenario, link):
        return False
    if not move.when.rising:
        return move.when.storage == link.source
    return fills_at_s(park, scenario, move.when, without=link.id) == inf


def _is_known_sooner(earlier: Move, later: Move) -> bool:
    """Whether one waits for the incident to be known, and the other for no smaller a spill to be reported."""
    if not isinstance(later.when, Reported) or not isinstance(earlier.when, Detected | Reported):
        return False
    return isinstance(earlier.when, Detected) or earlier.when.volume_m3 <= later.when.volume_m3


def _finding(saying: Saying, same: list[Pair], order: list[str]) -> Conflict:
    """What the pairs of two rules, or of a rule and an action, are told as."""
    pair = same[0]
    facilities = tuple(dict.fromkeys(each.shut.facility for each in same))
    makers = sorted((pair.shut, pair.open), key=lambda move: (move.is_action, order.index(move.by)))
    rules = tuple(move.by for move in makers if not move.is_action)
    actions = tuple(move.by for move in makers if move.is_action)
    values: dict[str, Value] = {
        "facilities": facilities,
        "closer": pair.shut.by,
        "opener": pair.open.by,
        "when_shut": pair.shut.when,
        "when_open": pair.open.when,
    }
    if pair.band:
        below, above = pair.band
        values |= {"storage": above.storage, "low_m3": above.volume_m3, "high_m3": below.volume_m3}
    at_s = None
    if saying is Saying.AT_ONE_TIME:
        first, second = sorted(makers, key=_begins_s)
        at_s = _begins_s(second)
        values |= {"first": first.by, "second": second.by, "begins_s": at_s, "until_s": _done_s(first)}
    return Conflict(Kind.OPPOSED, saying, rules, actions, facilities, at_s, values)


def _begins_s(move: Move) -> float:
    """When a move set off by the clock begins [s]."""
    return move.from_s + (move.when.at_s if isinstance(move.when, Clock) else 0)


def _done_s(move: Move) -> float:
    """When it has been done [s]."""
    return _begins_s(move) + move.until_s - move.from_s

"""Rules that set each other off in a ring."""

from __future__ import annotations

from collections.abc import Iterator

from sim.lint.conflict import Conflict, Kind, Saying, Value
from sim.lint.job import callers
from sim.park import Park
from sim.scenario import Rule, Scenario, SheetEnds

Chains = dict[str, list[str]]
"""Rules by id, each with the rules it can set off, in the order of the file."""


def circle(park: Park, scenario: Scenario) -> Iterator[Conflict]:
    """Ask which rules wait for the end of sheets that they order themselves, each by way of the next.

    One finding for rules that all lead to each other: the shortest way round from the first of
    them. It never begins unless a rule outside orders a sheet that one of them waits for.
    """
    chains = {rule.id: _set_off_by(scenario, rule) for rule in scenario.rules}
    done: set[str] = set()
    for rule in scenario.rules:
        way = [] if rule.id in done else _way_round(chains, rule.id)
        if way:
            ring = {id for id in chains if id in _reached(chains, rule.id) and rule.id in _reached(chains, id)}
            done |= ring
            yield _finding(scenario, way, ring)


def _set_off_by(scenario: Scenario, rule: Rule) -> list[str]:
    """The rules that wait for the end of a sheet of a rule."""
    sheets = {*rule.do, *rule.otherwise}
    return [each.id for each in scenario.rules if isinstance(each.when, SheetEnds) and each.when.sheet in sheets]


def _way_round(chains: Chains, start: str) -> list[str]:
    """The shortest way from a rule back to itself; empty when there is none."""
    ways = [[start]]
    seen: set[str] = set()
    for way in ways:
        for id in chains[way[-1]]:
            if id == start:
                return [*way, start]
            if id not in seen:
                seen.add(id)
                ways.append([*way, id])
    return []


def _reached(chains: Chains, start: str) -> set[str]:
    """The rules that a rule can set off, directly or by way of others."""
    waiting = list(chains[start])
    for id in waiting:
        waiting += [each for each in chains[id] if each not in waiting]
    return set(waiting)


def _finding(scenario: Scenario, way: list[str], ring: set[str]) -> Conflict:
    waits = {rule.id: rule.when.sheet for rule in scenario.rules if isinstance(rule.when, SheetEnds)}
    begins = any(rule.id not in ring for id in ring for rule in callers(scenario, waits[id]))
    rules = tuple(rule.id for rule in scenario.rules if rule.id in way)
    sheets = tuple(dict.fromkeys(waits[id] for id in way))
    values: dict[str, Value] = {"ring": tuple(way)}
    return Conflict(Kind.CIRCLE, Saying.CIRCLE if begins else Saying.CIRCLE_NEVER, rules, (), sheets, None, values)

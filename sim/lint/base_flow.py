"""River sections that run dry or full of themselves, before the accident does anything to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sim.lint.doubt import Doubt, Doubtful
from sim.park import Link, LinkKind, Park
from sim.scenario import Clock, InflowKind, Scenario

ACCIDENT = (InflowKind.RELEASE, InflowKind.FIRE, InflowKind.PROCESS)
"""Inflows that are the accident's own water."""


def sections(park: Park, scenario: Scenario) -> Iterator[Doubt]:
    """Ask which storages that a river feeds are empty before anybody shuts them, or full before the accident begins.

    Told of those that no other section feeds and that open links of a fixed capacity leave; what a rating passes hangs
    on the level, which finds its balance. Rain and accident water come besides.
    """
    fed = _base_flows(scenario)
    wet = _downstream(park, scenario, fed)
    for id, inflow_m3_s in fed.items():
        leaving = [each for each in park.links.values() if each.source == id and each.kind is not LinkKind.SPILLWAY]
        running = [each for each in leaving if _opening(each, scenario) > 0]
        if id in wet or any(each.rating for each in running):
            continue
        outflow_m3_s = sum(_opening(each, scenario) * each.capacity_m3_s for each in running)
        yield from _told(park, scenario, id, inflow_m3_s, outflow_m3_s, leaving)


def _told(
    park: Park, scenario: Scenario, id: str, inflow_m3_s: float, outflow_m3_s: float, leaving: Iterable[Link]
) -> Iterator[Doubt]:
    """The doubt about one section, if its flows empty or fill it soon enough."""
    storage = park.storages[id]
    stands_m3 = sum(scenario.initial.get(id, storage.initial).values())
    gain_m3_s = inflow_m3_s - outflow_m3_s
    numbers = {"inflow_m3_s": inflow_m3_s, "outflow_m3_s": outflow_m3_s}
    if gain_m3_s < 0 < stands_m3:
        after_s = stands_m3 / -gain_m3_s
        if after_s < _first_order_s(scenario, {each.id for each in leaving}):
            yield Doubt(Doubtful.RUNS_DRY, (id,), numbers={**numbers, "after_s": after_s})
    elif gain_m3_s > 0:
        after_s = max(storage.allowed_m3 - stands_m3, 0.0) / gain_m3_s
        if after_s < _accident_s(scenario):
            yield Doubt(Doubtful.RUNS_FULL, (id,), numbers={**numbers, "after_s": after_s})


def _base_flows(scenario: Scenario) -> dict[str, float]:
    """What rivers bring at the start, by the storage it runs into [m3/s]."""
    found: dict[str, float] = {}
    for each in scenario.inflows:
        if each.kind is InflowKind.RIVER and each.times_s[0] <= 0 < each.rates[0]:
            for into, factor in zip(each.into, each.factors, strict=True):
                found[into] = found.get(into, 0.0) + each.rates[0] * factor
    return found


def _downstream(park: Park, scenario: Scenario, fed: Iterable[str]) -> set[str]:
    """Where the water of these runs on to over open links, by way of any number of storages."""
    found: set[str] = set()
    new = set(fed)
    while new:
        ways = [each for each in park.links.values() if each.source in new and _opening(each, scenario) > 0]
        new = {each.target for each in ways} - found
        found |= new
    return found


def _opening(link: Link, scenario: Scenario) -> float:
    return scenario.openings.get(link.id, link.opening)


def _first_order_s(scenario: Scenario, links: set[str]) -> float:
    """When the clock first sets one of these links; the end when nobody does [s]."""
    times = [each.when.at_s + each.after_s for each in scenario.actions
             if isinstance(each.when, Clock) and any(id in links for id, _ in each.openings)]  # fmt: skip
    return min([scenario.horizon_s, *times])


def _accident_s(scenario: Scenario) -> float:
    """When accident water first comes in; the end when none does [s]."""
    times = [time for each in scenario.inflows if each.kind in ACCIDENT
             for time, rate in zip(each.times_s, each.rates, strict=True) if rate > 0]  # fmt: skip
    return min([scenario.horizon_s, *times])

"""What a SWMM file cannot say of a park and a scenario."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from sim.export.passage import Passage
from sim.export.turning import Start, carried
from sim.park import GateRating, Link, OrificeRating, Park, WeirRating
from sim.scenario import Behaviour, Level, Scenario

NAMED = 4
"""Ids that a line names before it only counts."""


def not_carried(
    park: Park, scenario: Scenario, passages: Sequence[Passage], shut: Iterable[Link], felt: Container[str]
) -> list[str]:
    """A line for each thing that stays behind; `passages` are carried, `shut` never open in SWMM and are left out,
    those in `felt` feel the water behind them there too."""
    links = [each.link for each in passages]
    people = [*_people(park, scenario), *_of_actions(park, scenario)]
    carried_links = [*_of_links(park, links, shut), *_of_lips(passages)]
    return [*people, *_of_water(scenario), *carried_links, *_of_backwater(passages, felt)]


def _people(park: Park, scenario: Scenario) -> Iterator[str]:
    """People and what they react to."""
    if scenario.rules:
        yield f"people: {_count(scenario.rules, 'rule')} of the response plan, with sheets, crews and equipment"
    if park.sensors and scenario.rules:
        yield f"sensors: {_count(park.sensors, 'sensor')} with their delays and alarms"
    if scenario.faults:
        yield f"faults: {_some(each.id for each in scenario.faults)}"


def _of_actions(park: Park, scenario: Scenario) -> Iterator[str]:
    """Actions that SWMM cannot do, or does otherwise."""
    start = Start.of(park, scenario)
    missing = [each.id for each in scenario.actions if carried(each, start) is None]
    if missing:
        yield f"actions that wait for people or, after a level, for a time: {_some(missing)}"
    by_level = [each for each in scenario.actions if isinstance(carried(each, start), Level)]
    own = {id for id, link in park.links.items() if link.start_m3 is not None}
    if lost := [each.id for each in by_level if own & {link for link, _ in each.openings}]:
        yield f"actions on a level, for what starts and stops at levels of its own: {_some(lost)}"
    if often := [each.id for each in by_level if not own >= {link for link, _ in each.openings}]:
        yield f"once only: SWMM does these again whenever the level is there: {_some(often)}"


def _of_water(scenario: Scenario) -> Iterator[str]:
    """What the water is made of."""
    yield "what the water is made of: SWMM sees volumes, no origins, shares of product or escapes"
    if scenario.product.behaviour is not Behaviour.MIXES and scenario.spilt_m3 > 0:
        yield f"product that {scenario.product.behaviour}: outlets from the top or the bottom pass the same water"


def _of_links(park: Park, links: Iterable[Link], shut: Iterable[Link]) -> Iterator[str]:
    """What links and storages can do here and not there."""
    if held := [each.id for each in links if each.back_pressure]:
        yield f"back-pressure: these do not slow down when their target is full: {_some(held)}"
    if daily := [each.id for each in links if each.treatment and each.treatment.pattern]:
        yield f"the hours of treatment plants: these take their largest headroom all day: {_some(daily)}"
    if guarded := [each.id for each in links if each.inlet]:
        yield f"inlet limits: treatment plants never refuse: {_some(guarded)}"
    if closed := [each.id for each in shut]:
        yield f"links that never open here, left out: {_some(closed)}"
    if raised := [each.id for each in park.storages.values() if each.raise_m3 > 0]:
        yield f"crests that can be raised: {_some(raised)}"


def _of_lips(passages: Iterable[Passage]) -> Iterator[str]:
    """Sluices that pass a share of their full flow there."""
    if sharing := [each.link.id for each in passages if each.shares]:
        yield f"lips: these pass a share of their full flow while partly open: {_some(sharing)}"


def _of_backwater(passages: Iterable[Passage], felt: Container[str]) -> Iterator[str]:
    """What the water behind a link does here and not there."""
    feeling = [each.link for each in passages if each.link.backwater]
    if free := [each.id for each in feeling if each.id not in felt]:
        yield f"backwater: the water of these falls freely there: {_some(free)}"
    halved = [each.link for each in passages if each.behind is not None]
    if holes := [each for each in halved if isinstance(each.rating, OrificeRating | GateRating)]:
        named = _some(each.id for each in holes)
        yield f"the lower half of these openings: SWMM lets through what stands above their middle: {named}"
    if heavy := [each.id for each in feeling if each.flap_m > 0]:
        yield f"the head that it takes to open these flap gates: {_some(heavy)}"
    if crests := [each.id for each in feeling if each.id in felt and isinstance(each.rating, WeirRating)]:
        yield f"one way only: over these crests water can run back there: {_some(crests)}"


def _count(things: Iterable[object], what: str) -> str:
    number = sum(1 for _ in things)
    return f"{number} {what}{'' if number == 1 else 's'}"


def _some(ids: Iterable[str]) -> str:
    """The first ids, and how many more there are.

    >>> _some("abcdef")
    'a, b, c, d and 2 more'
    """
    every = list(ids)
    more = f" and {len(every) - NAMED} more" if len(every) > NAMED else ""
    return ", ".join(every[:NAMED]) + more

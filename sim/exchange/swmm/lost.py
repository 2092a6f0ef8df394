"""What a SWMM file cannot say of a park and a scenario."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from sim.exchange.swmm.passage import Passage
from sim.exchange.swmm.turning import Start, carried
from sim.message import Listed, Message
from sim.park import GateRating, Link, OrificeRating, Park, WeirRating
from sim.scenario import Behaviour, Level, Scenario

NAMED = 4
"""Ids that a line names before it only counts."""


def not_carried(
    park: Park, scenario: Scenario, passages: Sequence[Passage], shut: Iterable[Link], felt: Container[str]
) -> list[Message]:
    """A line for each thing that stays behind; `passages` are carried, `shut` never open in SWMM and are left out,
    those in `felt` feel the water behind them there too."""
    links = [each.link for each in passages]
    people = [*_people(park, scenario), *_of_actions(park, scenario)]
    carried_links = [*_of_links(park, links, shut), *_of_lips(passages)]
    return [*people, *_of_water(scenario), *carried_links, *_of_backwater(passages, felt)]


def _people(park: Park, scenario: Scenario) -> Iterator[Message]:
    """People and what they react to."""
    if scenario.rules:
        number = len(scenario.rules)
        yield Message("people: {number} rule of the response plan, with sheets, crews and equipment" if number == 1
                      else "people: {number} rules of the response plan, with sheets, crews and equipment",
                      number=number)  # fmt: skip
    if park.sensors and scenario.rules:
        number = len(park.sensors)
        yield Message("sensors: {number} sensor with their delays and alarms" if number == 1
                      else "sensors: {number} sensors with their delays and alarms", number=number)  # fmt: skip
    if scenario.faults:
        yield Message("faults: {ids}", ids=_some(each.id for each in scenario.faults))
    if scenario.corrections:
        yield Message("levels that were measured meanwhile: {ids}", ids=_some(each.id for each in scenario.corrections))


def _of_actions(park: Park, scenario: Scenario) -> Iterator[Message]:
    """Actions that SWMM cannot do, or does otherwise."""
    start = Start.of(park, scenario)
    missing = [each.id for each in scenario.actions if carried(each, start) is None]
    if missing:
        yield Message("actions that wait for people or, after a level, for a time: {ids}", ids=_some(missing))
    by_level = [each for each in scenario.actions if isinstance(carried(each, start), Level)]
    own = {id for id, link in park.links.items() if link.start_m3 is not None}
    if lost := [each.id for each in by_level if own & {link for link, _ in each.openings}]:
        yield Message("actions on a level, for what starts and stops at levels of its own: {ids}", ids=_some(lost))
    if often := [each.id for each in by_level if not own >= {link for link, _ in each.openings}]:
        yield Message("once only: SWMM does these again whenever the level is there: {ids}", ids=_some(often))


def _of_water(scenario: Scenario) -> Iterator[Message]:
    """What the water is made of."""
    yield Message("what the water is made of: SWMM sees volumes, no origins, shares of product or escapes")
    if scenario.product.behaviour is not Behaviour.MIXES and scenario.spilt_m3 > 0:
        yield Message("product that {behaviour}: outlets from the top or the bottom pass the same water",
                      behaviour=scenario.product.behaviour)  # fmt: skip


def _of_links(park: Park, links: Iterable[Link], shut: Iterable[Link]) -> Iterator[Message]:
    """What links and storages can do here and not there."""
    if held := [each.id for each in links if each.back_pressure]:
        yield Message("back-pressure: these do not slow down when their target is full: {ids}", ids=_some(held))
    if daily := [each.id for each in links if each.treatment and each.treatment.pattern]:
        yield Message("the hours of treatment plants: these take their largest headroom all day: {ids}",
                      ids=_some(daily))  # fmt: skip
    if guarded := [each.id for each in links if each.inlet]:
        yield Message("inlet limits: treatment plants never refuse: {ids}", ids=_some(guarded))
    if closed := [each.id for each in shut]:
        yield Message("links that never open here, left out: {ids}", ids=_some(closed))
    if raised := [each.id for each in park.storages.values() if each.raise_m3 > 0]:
        yield Message("crests that can be raised: {ids}", ids=_some(raised))


def _of_lips(passages: Iterable[Passage]) -> Iterator[Message]:
    """Sluices that pass a share of their full flow there."""
    if sharing := [each.link.id for each in passages if each.shares]:
        yield Message("lips: these pass a share of their full flow while partly open: {ids}", ids=_some(sharing))


def _of_backwater(passages: Iterable[Passage], felt: Container[str]) -> Iterator[Message]:
    """What the water behind a link does here and not there."""
    feeling = [each.link for each in passages if each.link.backwater]
    if free := [each.id for each in feeling if each.id not in felt]:
        yield Message("backwater: the water of these falls freely there: {ids}", ids=_some(free))
    halved = [each.link for each in passages if each.behind is not None]
    if holes := [each for each in halved if isinstance(each.rating, OrificeRating | GateRating)]:
        named = _some(each.id for each in holes)
        yield Message("the lower half of these openings: SWMM lets through what stands above their middle: {ids}",
                      ids=named)  # fmt: skip
    if heavy := [each.id for each in feeling if each.flap_m > 0]:
        yield Message("the head that it takes to open these flap gates: {ids}", ids=_some(heavy))
    if crests := [each.id for each in feeling if each.id in felt and isinstance(each.rating, WeirRating)]:
        yield Message("one way only: over these crests water can run back there: {ids}", ids=_some(crests))


def _some(ids: Iterable[str]) -> Message:
    """The first ids, and how many more there are.

    >>> _some("abcdef")
    'a, b, c, d and 2 more'
    """
    every = list(ids)
    named, more = Listed(every[:NAMED]), len(every) - NAMED
    return named if more <= 0 else Message("{listed} and {more} more", listed=named, more=more)

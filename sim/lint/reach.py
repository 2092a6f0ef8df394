"""Where water can get in a park."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from sim.park import ACCIDENT_ORIGINS, Link, Park, Switching
from sim.scenario import Scenario


def entries(scenario: Scenario) -> list[str]:
    """The storages that product, fire water or process water comes into, in the order of the file."""
    pours = (each for each in scenario.inflows if each.kind.origin in ACCIDENT_ORIGINS)
    return list(dict.fromkeys(id for each in pours for id in each.into))


def way(park: Park, scenario: Scenario, sources: Iterable[str], ends: Collection[str] = ()) -> dict[str, int]:
    """The storages that water from `sources` comes by as everything stands at the start, each with its distance.

    It goes over links that are open and spillways; not over pumps that wait for their level to
    start, nor over links named as its `ends`.
    """
    links = [each for each in park.links.values() if each.id not in ends and _passes(park, scenario, each)]
    return _steps(sources, links)


def downstream(park: Park, scenario: Scenario, sources: Iterable[str]) -> set[str]:
    """Storages that water from `sources` can get to, whatever is opened or breaks on its way."""
    return set(_steps(sources, [*park.links.values(), *scenario.links]))


def upstream(park: Park, scenario: Scenario, storage: str, without: str = "") -> set[str]:
    """Storages whose water can get to a storage, itself among them, over other links than `without`."""
    links = [each for each in (*park.links.values(), *scenario.links) if each.id != without]
    return set(_walk([storage], ((each.target, each.source) for each in links)))


def standing(park: Park, scenario: Scenario) -> list[str]:
    """The storages in which product, fire water or process water stands at the start."""
    initial = {id: scenario.initial.get(id, each.initial) for id, each in park.storages.items()}
    return [id for id, volumes in initial.items() if any(volumes.get(origin, 0) > 0 for origin in ACCIDENT_ORIGINS)]


def stands_m3(park: Park, scenario: Scenario, storage: str) -> float:
    """What stands in a storage at the start [m3]."""
    return sum(scenario.initial.get(storage, park.storages[storage].initial).values())


def opening(scenario: Scenario, link: Link) -> float:
    """How far a link is open at the start [-]."""
    return scenario.openings.get(link.id, link.opening)


def switching(scenario: Scenario, link: Link) -> Switching:
    """How a link with levels of its own is switched at the start."""
    return scenario.switchings.get(link.id, link.switching)


def stands_open(scenario: Scenario, link: Link) -> bool:
    """Whether a link is open or runs at the start, and does not wait for levels of its own or for people."""
    return opening(scenario, link) > 0 and (link.start_m3 is None or switching(scenario, link).runs)


def starts_itself(scenario: Scenario, link: Link) -> bool:
    """Whether nobody has to start a link: levels of its own do."""
    automatic = link.start_m3 is not None and not switching(scenario, link).manual
    return automatic and opening(scenario, link) > 0


def _passes(park: Park, scenario: Scenario, link: Link) -> bool:
    standing_m3 = stands_m3(park, scenario, link.source)
    if stands_open(scenario, link):
        return link.stop_m3 is None or standing_m3 > link.stop_m3
    return starts_itself(scenario, link) and standing_m3 >= (link.start_m3 or 0.0)


def _steps(sources: Iterable[str], links: Iterable[Link]) -> dict[str, int]:
    return _walk(sources, ((each.source, each.target) for each in links))


def _walk(sources: Iterable[str], steps: Iterable[tuple[str, str]]) -> dict[str, int]:
    """How many steps it takes to get to each place from the nearest source; nearest first."""
    after = defaultdict(list)
    for here, there in steps:
        after[here].append(there)
    found = dict.fromkeys(sources, 0)
    waiting = list(found)
    for here in waiting:
        for there in after[here]:
            if there not in found:
                found[there] = found[here] + 1
                waiting.append(there)
    return found

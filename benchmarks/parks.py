"""Parks and scenarios to time."""

from dataclasses import replace
from pathlib import Path

from sim.load import load_case
from sim.park import Park

ROOT = Path(__file__).parents[1]
SCENARIOS = ("tank-fire", "storm-relief", "outfall-open", "boundary-breach")
PEOPLE = ("night-shift", "power-loss", "open-outfall", "late-wall", "underreported", "clean-and-dirty")
"""Scenarios with a response plan."""


def changshou(name):
    """A Changshou scenario with its park, read from its file."""
    return load_case(ROOT / "scenarios" / f"changshou-{name}.yaml")


def many_times(park, times):
    """The park with `times - 1` more of everything in it; the copies stand still, their river beds dry."""
    storages, links = list(park.storages.values()), list(park.links.values())
    for number in range(1, times):
        storages += [_copy(each, number) for each in park.storages.values()]
        links += [_linked(each, park, number) for each in park.links.values()]
    return Park.of(storages, links, id=park.id, tiers=park.tiers, receivers=park.receivers)


def with_loads_over_the_day(park):
    """The park with treatment plants whose load is low until noon and high from then on."""
    pattern = (0.8,) * 12 + (1.2,) * 12
    plants = {id: replace(link.treatment, pattern=pattern) for id, link in park.links.items() if link.treatment}
    changed = {
        id: replace(park.links[id], treatment=plant, capacity_m3_s=plant.largest_m3_s) for id, plant in plants.items()
    }
    return replace(park, links={**park.links, **changed})


def _copy(storage, number):
    still = {} if storage.kind == "river-section" else storage.initial
    return replace(storage, id=f"{storage.id}~{number}", plant=None, initial=still)


def _linked(link, park, number):
    target = f"{link.target}~{number}" if link.target in park.storages else link.target
    return replace(link, id=f"{link.id}~{number}", source=f"{link.source}~{number}", target=target)

"""Parks and scenarios to time."""

import random
from dataclasses import replace
from pathlib import Path

from sim.load import load_case
from sim.park import Link, LinkKind, Name, OrificeRating, Park, Prism, Storage, WeirRating

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


def web_of_loops(seed, lags_s, kinds=("pump", "orifice", "weir")):
    """A park of 20 storages with three links each, one of them to the next, the others anywhere, with travel times."""
    chance = random.Random(seed)
    names = [f"s{number}" for number in range(20)]
    sides = Prism(100.0)
    storages = [Storage(id, Name(id), "plant", "basin", chance.randint(60, 500), shape=sides) for id in names]
    links = []
    for place, id in enumerate(names):
        for number in range(3):
            target = names[(place + 1) % 20] if number == 0 else chance.choice([name for name in names if name != id])
            links.append(_way(chance, f"{id}-{number}", id, target, chance.choice(kinds), chance.randint(*lags_s)))
    return Park.of(storages, links)


def _way(chance, id, source, target, kind, lag_s):
    ratings = {
        "orifice": OrificeRating(chance.randint(50, 300) / 1e4, 0.1), "weir": WeirRating(1.0, chance.randint(1, 4) / 10)
    }  # fmt: skip
    capacity = chance.randint(10, 100) / 1e3 if kind == "pump" else 0.0
    return Link(id, Name(id), LinkKind(kind), source, target, capacity, ratings.get(kind), lag_s=float(lag_s))

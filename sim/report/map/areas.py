"""In which part of the park a storage lies."""

from __future__ import annotations

from collections import Counter

from sim.park import Park

ROUNDS = 4
"""How many links downstream a plant's part is looked for."""


def areas_of(park: Park) -> dict[str, str]:
    """Of each storage the sub-area of its plant, else that of most of what drains into it; "" where nothing is known.

    In a park without sub-areas it is the power area of its pumps.
    """
    found = {id: _of_plant(park, each.plant) for id, each in park.storages.items()}
    for _ in range(ROUNDS):
        votes: dict[str, Counter[str]] = {}
        for link in park.links.values():
            if found.get(link.source) and link.target in found and not found[link.target]:
                votes.setdefault(link.target, Counter())[found[link.source]] += 1
        found |= {id: min(count, key=lambda area: (-count[area], area)) for id, count in votes.items()}
    return found if any(found.values()) else _powered(park)


def _of_plant(park: Park, plant: str | None) -> str:
    return park.plants[plant].sub_area if plant is not None and plant in park.plants else ""


def _powered(park: Park) -> dict[str, str]:
    """Of each storage the power area of a link that leaves it, "" without."""
    return dict.fromkeys(park.storages, "") | {each.source: each.power for each in park.links.values() if each.power}

"""In which part of the park a storage lies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sim.park import Park

ROUNDS = 4
"""How many links downstream a plant's part is looked for."""


def areas_of(park: Park) -> dict[str, str]:
    """Of each storage the sub-area of its plant, else that of most of what drains into it, else its pumps' power area.

    It is "" where nothing of the kind is known, as in parks without plants.
    """
    found = {id: _of_plant(park, each.plant) for id, each in park.storages.items()}
    for _ in range(ROUNDS):
        votes: dict[str, Counter[str]] = {}
        for link in park.links.values():
            if found.get(link.source) and link.target in found and not found[link.target]:
                votes.setdefault(link.target, Counter())[found[link.source]] += 1
        found |= {id: min(count, key=lambda area: (-count[area], area)) for id, count in votes.items()}
    return found | _powered(park, found)


def _of_plant(park: Park, plant: str | None) -> str:
    return park.plants[plant].sub_area if plant is not None and plant in park.plants else ""


def _powered(park: Park, found: Mapping[str, str]) -> dict[str, str]:
    """Power areas of links that leave storages of no other area."""
    return {link.source: link.power for link in park.links.values() if link.power and not found[link.source]}


def area_name(park: Park, area: str, language: str) -> str:
    """What an area is called."""
    return park.power_areas[area].name.in_language(language) if area in park.power_areas else area

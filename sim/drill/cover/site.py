"""Sites: the plants, mains, wells, pools and river sections whose sheets are drilled together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sim.park import Name, Park, Sheet

SHARED = ""
"""Stands for the sub-area of what several sub-areas share."""


@dataclass(frozen=True)
class Site:
    """A plant, or a storage of no plant, with the sheets at it and at what leaves it."""

    id: str
    name: Name
    kind: str
    """`plant`, or the kind of the storage."""
    storages: tuple[str, ...]
    """In the order of the park file."""
    sheets: tuple[str, ...]
    sub_area: str = SHARED
    """Of its plant, or of all plants whose water can come to it."""


@dataclass(frozen=True)
class Sites:
    """All sites of a park that have sheets, and how water runs from one to the next."""

    park: Park

    @cached_property
    def all(self) -> Mapping[str, Site]:
        """The sites by their ids, in the order of the park file."""
        storages: dict[str, list[str]] = {}
        for storage in self.park.storages.values():
            storages.setdefault(self.of_storage(storage.id), []).append(storage.id)
        sheets: dict[str, list[str]] = {}
        for sheet in self.park.sheets.values():
            sheets.setdefault(self.of_sheet(sheet), []).append(sheet.id)
        areas = self._areas(storages)
        return {
            id: Site(id, self._name(id), self._kind(id), tuple(held), tuple(sheets[id]), areas[id])
            for id, held in storages.items()
            if id in sheets
        }

    def of_storage(self, storage: str) -> str:
        """The site that a storage belongs to."""
        return self.park.storages[storage].plant or storage

    def of_sheet(self, sheet: Sheet) -> str:
        """The site that a sheet belongs to: of a link that of the storage it leaves."""
        inside = sheet.facility in self.park.storages
        return self.of_storage(sheet.facility if inside else self.park.links[sheet.facility].source)

    @cached_property
    def onward(self) -> Mapping[str, tuple[str, ...]]:
        """Where the water of each site goes next, in the order of the links."""
        found: dict[str, dict[str, None]] = {}
        for link in self.park.links.values():
            if link.target in self.park.storages:
                here, there = self.of_storage(link.source), self.of_storage(link.target)
                if here != there:
                    found.setdefault(here, {})[there] = None
        return {site: tuple(next) for site, next in found.items()}

    def way(self, site: str) -> list[str]:
        """The sites on the way of water from a site, nearest first, itself the first; only those with sheets.

        It ends where water would go on to another site of the same kind: round the pools, down the river.
        """
        return [each for each in self._reached(site, turns=False) if each in self.all]

    def _areas(self, sites: Mapping[str, list[str]]) -> dict[str, str]:
        """The sub-area of each site: where plants of several lie upstream, none."""
        own = {id: plant.sub_area for id, plant in self.park.plants.items()}
        found: dict[str, set[str]] = {id: set() for id in sites}
        for id in sites:
            if id in own:
                for each in self._reached(id, turns=True):
                    found[each].add(own[id])
        return {id: own.get(id, next(iter(areas)) if len(areas) == 1 else SHARED) for id, areas in found.items()}

    def _reached(self, site: str, turns: bool) -> list[str]:
        """A site and all its water can come to, nearest first; with `turns` also from one to the next of a kind."""
        found = {site: None}
        queue = [site]
        for each in queue:
            steps = self.onward.get(each, ())
            new = [next for next in steps if next not in found and (turns or self._kind(next) != self._kind(each))]
            found.update(dict.fromkeys(new))
            queue += new
        return list(found)

    def _name(self, id: str) -> Name:
        plant = self.park.plants.get(id)
        return plant.name if plant else self.park.storages[id].name

    def _kind(self, id: str) -> str:
        return "plant" if id in self.park.plants else self.park.storages[id].kind


"""Where everything stands on SWMM's map: where the park has it, the rest as in a drawing of the water's ways."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from math import cos, sin, tau

from sim.park import Link, Park, Place

GRID_M = 100.0
"""Between two storages of the drawing [m]."""
GRID_DEGREES = 0.001
"""The same where places are in degrees."""
BESIDE = 0.3
"""How far from its storage a way out ends, in parts of the grid."""
AROUND = 8
"""Ways out round a storage before they would lie upon each other."""

Point = tuple[float, float]


@dataclass
class Layout:
    """Points for storages, for what water leaves them to, and for what lies on its way there.

    >>> from sim.park import Name, Storage
    >>> pools = [Storage(id, Name(id), "plant", "pool", 100) for id in ("bund", "pool")]
    >>> park = Park.of(pools, ())
    >>> Layout(park, list(park.links.values())).storages
    {'bund': (0.0, 0.0), 'pool': (0.0, -100.0)}
    """

    park: Park
    links: list[Link]
    _ends: dict[str, int] = field(default_factory=dict)
    """How many ways out have been laid beside each storage."""

    @cached_property
    def units(self) -> str:
        """What SWMM calls the units of the map."""
        if not self._placed:
            return "None"
        return "Degrees" if self._is_in_degrees else "Meters"

    @cached_property
    def _placed(self) -> dict[str, Point]:
        return {id: each.place.east_north for id, each in self.park.storages.items() if each.place is not None}

    @property
    def _is_in_degrees(self) -> bool:
        return any(isinstance(each.place, Place) for each in self.park.storages.values())

    @property
    def _grid(self) -> float:
        return GRID_DEGREES if self._is_in_degrees else GRID_M

    @cached_property
    def storages(self) -> dict[str, Point]:
        """Every storage by its id: those without a place in columns below all others, downstream to the right."""
        missing = [id for id in self.park.storages if id not in self._placed]
        left = min((east for east, _ in self._placed.values()), default=0.0)
        top = min((north - self._grid for _, north in self._placed.values()), default=0.0)
        found, rows = dict(self._placed), dict[int, int]()
        for id, column in _columns(missing, self.links).items():
            row = rows[column] = rows.get(column, -1) + 1
            found[id] = (left + column * self._grid, top - row * self._grid)
        return found

    def end(self, link: Link) -> Point:
        """Where a link leads: to a storage, to the place of a receiver, or beside what it leaves."""
        if link.target in self.storages:
            return self.storages[link.target]
        if (place := self.park.receivers[link.target].place) is not None:
            return place.east_north
        number = self._ends[link.source] = self._ends.get(link.source, -1) + 1
        east, north = self.storages[link.source]
        angle, reach = tau * number / AROUND, self._grid * BESIDE * (1 + number // AROUND)
        return east + reach * cos(angle), north - reach * sin(angle)

    def between(self, link: Link, end: Point, share: float) -> Point:
        """A point on the straight way of a link to its end."""
        begin = self.storages[link.source]
        return begin[0] + share * (end[0] - begin[0]), begin[1] + share * (end[1] - begin[1])


def _columns(storages: Iterable[str], links: Iterable[Link]) -> dict[str, int]:
    """How many links lie before each storage, at least, from those that none leads to."""
    waiting = list(storages)
    leading = {id: [each.source for each in links if each.target == id and each.source in waiting] for id in waiting}
    found: dict[str, int] = {}
    while waiting:
        ready = [id for id in waiting if all(before in found for before in leading[id])] or waiting[:1]
        for id in ready:
            found[id] = max((found.get(before, -1) + 1 for before in leading[id]), default=0)
        waiting = [id for id in waiting if id not in found]
    return found

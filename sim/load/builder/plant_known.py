"""What a park knows of a plant that its sizing block need not write: bunds, pools, drains, ground."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import fsum

from sim.hydrology.pool_sizes import M2_A_HECTARE
from sim.hydrology.size_sheet import From, Space, Taken, Use
from sim.park import Basis, Park, Storage

BUND, POOL, TREATMENT, TANK = "bund", "accident-pool", "treatment-plant", "tank"
"""Kinds of storages that mean something to the sizing standards."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What drains to a plant's storages: an area [m2], and the share of the rain that runs off [-]."""

    area_m2: float
    runoff: float


@dataclass(frozen=True, slots=True)
class Known:
    """What is known without being written; nothing for a sheet of its own."""

    bunds: Mapping[str, Storage] = field(default_factory=dict)
    spaces: Mapping[str, Space] = field(default_factory=dict)
    drains_m3: float = 0.0
    ground: Ground | None = None
    taken: tuple[Taken, ...] = ()
    """The same once more, value by value, with where each comes from."""

    @property
    def is_park(self) -> bool:
        """Whether there is a park that could know anything."""
        return self is not NOTHING


NOTHING = Known()
"""What a sheet of its own can rely on."""


def known_of_plant(plant: str, park: Park, bases: Mapping[str, Basis]) -> Known:
    """What a park knows of a plant, in the order of the ids, so that the file's order means nothing.

    `bases` says how each of its numbers is known, by path.
    """
    own = {id: each for id, each in sorted(park.storages.items()) if each.plant == plant}
    bunds = {id: each for id, each in own.items() if each.kind == BUND}
    spaces = {id: _space(each) for id, each in own.items() if each.kind in (POOL, TREATMENT)}
    drains = [each for each in own.values() if _is_drain(each, park, spaces)]
    ground = [each for _, each in sorted(park.catchments.items()) if each.drains_to in own]
    area_m2, effective_m2 = (fsum(getattr(each, key) for each in ground) for key in ("area_m2", "effective_m2"))
    basis = _Basis(bases)
    taken = [taken for each in bunds.values() for taken in basis.of_bund(each)]
    taken += [taken for id, space in spaces.items() for taken in basis.of_space(own[id], space)]
    taken += basis.of_drains(drains)
    if ground:
        taken += basis.of_ground([each.id for each in ground], area_m2, effective_m2)
    return Known(bunds, spaces, fsum(each.usable_m3 for each in drains),
                 Ground(area_m2, effective_m2 / area_m2) if ground else None, tuple(taken))  # fmt: skip


def worst_basis(found: Iterable[Basis]) -> Basis:
    """The worst of some bases; assumed when nobody said.

    >>> worst_basis([Basis.MEASURED, Basis.DESIGNED, Basis.PUBLISHED]).value
    'designed'
    """
    return max(found, key=list(Basis).index, default=Basis.ASSUMED)


def room_m3(storage: Storage) -> float:
    """What fits below crest and freeboard [m3]."""
    return storage.holds_m3 - storage.freeboard_m3


def _space(storage: Storage) -> Space:
    """A pool with what stands in it; a treatment plant's own basin, or what does not count, is an upset basin."""
    use = Use.ACCIDENT_POOL if storage.kind == POOL and storage.counts else Use.UPSET_BASIN
    return Space(storage.id, use, room_m3(storage), min(storage.initial_m3, room_m3(storage)))


def _is_drain(storage: Storage, park: Park, pools: Mapping[str, Space]) -> bool:
    """Whether a storage of a plant is what leads to its pools, neither bund, tank nor pool itself."""
    if storage.id in pools or storage.kind in (BUND, TANK):
        return False
    return any(link.source == storage.id and link.target in pools for link in park.links.values())


class _Basis:
    """How what is taken from a park is known: as the worst of the numbers it is made of."""

    def __init__(self, found: Mapping[str, Basis]) -> None:
        self._found = found

    def of_bund(self, storage: Storage) -> Iterable[Taken]:
        id = storage.id
        yield self._taken(f"bunds.{id}", room_m3(storage), "m3", From.STORAGE, [id], "capacity", "dead", "freeboard")

    def of_space(self, storage: Storage, space: Space) -> Iterable[Taken]:
        id, key = storage.id, f"available.{storage.id}"
        yield self._taken(f"{key}.volume", space.volume_m3, "m3", From.STORAGE, [id], "capacity", "dead", "freeboard")
        if space.holds_m3:
            parts = [f"initial.{origin}" for origin in storage.initial]
            yield self._taken(f"{key}.holds", space.holds_m3, "m3", From.STORAGE, [id], *parts)

    def of_drains(self, drains: list[Storage]) -> Iterable[Taken]:
        if drains:
            volume_m3, ids = fsum(each.usable_m3 for each in drains), [each.id for each in drains]
            yield self._taken("drains", volume_m3, "m3", From.STORAGE, ids, "capacity", "dead", "freeboard")

    def of_ground(self, ids: list[str], area_m2: float, effective_m2: float) -> Iterable[Taken]:
        yield self._taken("rain.area", area_m2 / M2_A_HECTARE, "ha", From.CATCHMENT, ids, "area")
        yield self._taken("rain.runoff", effective_m2 / area_m2, "-", From.CATCHMENT, ids, "area", "runoff")

    def _taken(self, key: str, value: float, unit: str, what: From, ids: list[str], *numbers: str) -> Taken:
        paths = [f"{what}s.{id}.{number}" for id in ids for number in numbers]
        found = [self._found[path] for path in paths if path in self._found]
        return Taken(key, value, unit, what, tuple(ids), worst_basis(found))

"""Networks of parks that differ from another in a few numbers only: what is compiled stays as it is.

What people do the water does not feel. What a link passes, what fits into a storage and at which level somebody is
warned are numbers in the state at rest, which a patch exchanges; a storage's bands are cut anew, if need be. Only where
links lead elsewhere, are served otherwise or feel the water behind them is a park compiled anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress
from operator import is_not
from typing import Any

import numpy as np

from sim.park import Link, Park, Sensor, Storage
from sim.park.spill import spillways
from sim.water.bands import Bands
from sim.water.lookout import lay_watch
from sim.water.network import Network, cut_storage, lay_links, lay_rating, lay_storages, network_of, storages_at_rest
from sim.water.records import Floats, Ints, Records, edges_of
from sim.water.seat import Patch, Seat

OF_STORAGE = ("tier", "over_wall", "floor_m")
"""What of a storage the graph or the tiers hang on."""
OF_CUT = ("capacity_m3", "dead_m3", "shape", "raise_m3", "initial")
"""What of a storage its bands hang on, and what stands in it."""
OF_LINK = ("kind", "source", "target", "back_pressure", "backwater", "priority", "outlet", "treatment")
"""The same of a link."""
OF_BANDS = ("rating", "flap_m", "start_m3", "stop_m3")
"""What of a link its source's bands hang on."""
MOST_SORTS = 32
"""Sorts of seats that are kept; bands that are now more, now fewer make many, of a megabyte or two each."""
NOWHERE = np.empty(0, dtype=np.int64)
OF_SENSOR = ("watches", "quantity", "rising")
"""What of a sensor its watch hangs on, beside its threshold."""


_Cut = tuple[Storage, list[Link], Bands]
"""A storage that was cut anew, with its links."""


@dataclass(frozen=True, slots=True)
class _Changes:
    """What of a park is another than in one that was compiled."""

    storages: Sequence[Storage]
    links: Sequence[Link]
    sensors: Sequence[Sensor]


def share_network(park: Park, like: Park, touched: Mapping[str, Collection[str]] | None = None) -> bool:
    """Let a park use what is compiled of another; whether that holds for it, else its first run compiles it.

    Who knows which `storages`, `links` and `sensors` alone may be others names them as `touched`: then no others are
    looked at.

    Raises:
        InputError: water would run round a loop of links in no time; names the loop.
    """
    changes = None if park is like else _changes(park, like, touched or {})
    if changes is None:
        return park is like
    over = spillways(like)
    crests = {link.source: link for link in changes.links if link.source in over and link.id == over[link.source].id}
    spillways.keep(park, {**over, **crests} if crests else over)
    network = network_of(like)
    patch = _Laid(network, park, like.storages, changes).patch()
    if patch is not None:
        network_of.keep(park, _with(network, changes, patch))
    return patch is not None


def _changes(park: Park, like: Park, touched: Mapping[str, Collection[str]]) -> _Changes | None:
    """What is another in a park; None where it is more than a patch can tell."""
    storages = _others(park.storages, like.storages, touched.get("storages"), OF_STORAGE)
    links = _others(park.links, like.links, touched.get("links"), OF_LINK)
    sensors = _others(park.sensors, like.sensors, touched.get("sensors"), OF_SENSOR)
    if storages is None or links is None or sensors is None:
        return None
    return _Changes(storages, links, sensors) if all(_as_plain(x, like.links[x.id]) for x in links) else None


def _others(
    these: Mapping[str, Any], those: Mapping[str, Any], touched: Collection[str] | None, fixed: Iterable[str]
) -> list[Any] | None:
    """What is not the same object in both; None where they have not the same ids, or a fixed field is another."""
    if these is those:
        return []
    if touched is None:
        if list(these) != list(those):
            return None
        found = list(compress(these.values(), map(is_not, these.values(), those.values())))
    elif len(these) != len(those) or not all(id in these and id in those for id in touched):
        return None
    else:
        found = [these[id] for id in touched if these[id] is not those[id]]
    return found if all(_alike(each, those[each.id], fixed) for each in found) else None


def _alike(this: Any, that: Any, fields: Iterable[str]) -> bool:
    return all(getattr(this, name) == getattr(that, name) for name in fields)


def _as_plain(link: Link, old: Link) -> bool:
    """Whether a link has the same sort of rating, and travel time and a limit of product only where the old one has."""
    pairs = ((type(each.rating), each.lag_s > 0, each.inlet is None) for each in (link, old))
    return next(pairs) == next(pairs)


def _stirs(link: Link) -> tuple[object, ...]:
    """What of a link may wake its source at the start."""
    passes = max(link.opening, link.leak) > 0 and (link.capacity_m3_s > 0 or link.rating is not None)
    return passes, link.start_m3, link.switching


@dataclass(slots=True)
class _Laid:
    """The changes of a park as rows of the arrays at rest."""

    network: Network
    park: Park
    like: Mapping[str, Storage]
    """The storages as they were compiled."""
    changes: _Changes
    rows: dict[str, tuple[Ints, Any]] = field(default_factory=dict)
    first_edge: dict[int, int] = field(default_factory=dict)
    """Where the edges of storages that were cut anew begin, by place."""

    def patch(self) -> Patch | None:
        """The rows that are others; None where the arrays do not fit any more."""
        cut = self._cut()
        if cut is None:
            return None
        self._lay_bands(cut)
        self._lay_ratings(cut)
        self._lay_storages(cut)
        self._lay_links(cut)
        self._lay_sensors()
        old, place_of = self.network.links, self.network.link_index
        stirred = (link for link in self.changes.links if _stirs(link) != _stirs(old[place_of[link.id]]))
        sources = [self.network.storage_index[link.source] for link in stirred]
        watched = self.rows["watches"][1]["storage"].tolist() if "watches" in self.rows else []
        return Patch(self.rows, sorted({*cut, *sources, *watched}))

    def _cut(self) -> dict[int, _Cut] | None:
        """The storages whose bands may be others, by place; None where other links have tables, or feel their water."""
        network, like = self.network, self.network.links
        places = [network.storage_index[each.id] for each in self.changes.storages
                  if not _alike(each, self.like[each.id], OF_CUT)]  # fmt: skip
        places += [network.storage_index[each.source] for each in self.changes.links
                   if not _alike(each, like[network.link_index[each.id]], OF_BANDS)]  # fmt: skip
        changed, found = {each.id: each for each in self.changes.links}, {}
        for place in dict.fromkeys(places):
            row, storage = network.rest.storages[place], self.park.storages[network.storage_ids[place]]
            leaving = [changed.get(x.id, x) for x in like[row["first_link"] : row["last_link"]]]
            bands = cut_storage(storage, leaving)
            if row["feels"] or row["first_back"] >= 0 or not self._fits(row, leaving, bands):
                return None
            found[place] = storage, leaving, bands
        return found

    def _fits(self, row: Any, leaving: Sequence[Link], bands: Bands) -> bool:
        """Whether the same links have tables as had."""
        firsts = self.network.rest.ratings["first_rate"][row["first_link"] : row["last_link"]].tolist()
        return {link.id for link, first in zip(leaving, firsts, strict=True) if first >= 0} == bands.rates.keys()

    def _lay_bands(self, cut: Mapping[int, _Cut]) -> None:
        """Edges of storages, in the place of the old ones, or behind all others if there are more or fewer."""
        rest, pieces, end = self.network.rest, [], len(self.network.rest.edges)
        for place, (_, _, bands) in cut.items():
            row = rest.storages[place]
            self.first_edge[place] = first = int(row["first_edge"]) if len(bands.edges) == row["edges"] else end
            end += len(bands.edges) if first == end else 0
            pieces.append((first, edges_of(bands.edges, bands.levels, bands.depths)))
        self._lay("edges", pieces)

    def _lay_ratings(self, cut: Mapping[int, _Cut]) -> None:
        """Ratings of links, and what these pass, in the same manner."""
        if not cut:
            return
        rest, pieces, end = self.network.rest, [], len(self.network.rest.rates)
        rated = [(link, storage, place, bands.rates.get(link.id)) for place, (storage, leaving, bands) in cut.items()
                 for link in leaving if link.rating or storage.raise_m3 > 0]  # fmt: skip
        places = np.array([self.network.link_index[link.id] for link, *_ in rated], dtype=np.int64)
        rows = rest.ratings.take(places)
        for row, (link, storage, place, rates) in zip(rows, rated, strict=True):
            lay_rating(row, link, storage)
            if rates is not None:
                row["first_rate"] = row["first_rate"] if len(rates) == rest.storages[place]["edges"] else end
                end += len(rates) if row["first_rate"] == end else 0
                pieces.append((int(row["first_rate"]), rates))
        self._lay("rates", pieces)
        if rated:
            self.rows["ratings"] = places, rows

    def _lay(self, name: str, pieces: Sequence[tuple[int, Any]]) -> None:
        """Pieces of an array, each from a place of its own on."""
        if pieces:
            places = np.concatenate([np.arange(first, first + len(piece)) for first, piece in pieces])
            self.rows[name] = places, np.concatenate([piece for _, piece in pieces])

    def _lay_storages(self, cut: Mapping[int, _Cut]) -> None:
        if cut:
            places = np.array(list(cut), dtype=np.int64)
            rows: Records = self.network.rest.storages.take(places)
            rows["first_edge"] = [self.first_edge[place] for place in cut]
            rows["edges"] = [len(bands.edges) for _, _, bands in cut.values()]
            lay_storages(rows, [storage for storage, _, _ in cut.values()], [bands for _, _, bands in cut.values()])
            self.rows["storages"] = places, rows

    def _lay_links(self, cut: Mapping[int, _Cut]) -> None:
        """The links that are others, and those that leave a storage that is."""
        links = {link.id: link for _, leaving, _ in cut.values() for link in leaving}
        links |= {link.id: link for link in self.changes.links}
        if links:
            places = np.array([self.network.link_index[id] for id in links], dtype=np.int64)
            rows: Records = self.network.rest.links.take(places)
            lay_links(rows, list(links.values()), self.park.storages)
            self.rows["links"] = places, rows

    def _lay_sensors(self) -> None:
        """The watches of sensors that warn at another level, or look at a storage in which another volume stands."""
        network = self.network
        laid = self.rows["storages"][0].tolist() if "storages" in self.rows else []
        numbers = {number for place in laid for number in network.watching.get(place, ())}
        numbers |= {network.sensors.index(each.id) for each in self.changes.sensors}
        if numbers:
            places = np.array(sorted(numbers), dtype=np.int64)
            rows: Records = network.rest.watches.take(places)
            for row, place in zip(rows, places.tolist(), strict=True):
                sensor = self.park.sensors[network.sensors[place]]
                lay_watch(row, sensor, self._stands_m3(int(row["storage"])))
            self.rows["watches"] = places, rows

    def _stands_m3(self, storage: int) -> float:
        """What stands in a storage at rest."""
        places, rows = self.rows.get("storages", (NOWHERE, self.network.rest.storages))
        found = np.flatnonzero(places == storage)
        return float((rows[found[0]] if len(found) else self.network.rest.storages[storage])["volume"])


def _with(network: Network, changes: _Changes, patch: Patch) -> Network:
    """The network with a patch, and with seats that others patch in the same places."""
    changed = {link.id: link for link in changes.links}
    initial, initial_sum, at_rest = network.initial, network.initial_sum, network.storages_at_rest
    if "storages" in patch.rows:
        places, rows = patch.rows["storages"]
        if (rows["parts"] != network.initial[places]).any():
            initial = _exchanged(network.initial, places, rows["parts"])
            initial_sum = initial.sum(axis=0)
        at_rest = _exchanged(at_rest, places, storages_at_rest(rows))
    return replace(
        network,
        others=changed,
        daily=tuple(changed.get(link.id, link) for link in network.daily),
        guarded=tuple(changed.get(link.id, link) for link in network.guarded),
        initial=initial,
        initial_sum=initial_sum,
        storages_at_rest=at_rest,
        patch=patch,
        idle=_idle(network, patch),
    )


def _idle(network: Network, patch: Patch) -> list[Seat]:
    """The seats of those that differ in the same places; once there are too many sorts, all are given up."""
    if len(network.shared) >= MOST_SORTS and patch.key not in network.shared:
        network.shared.clear()
    return network.shared.setdefault(patch.key, [])


def _exchanged(column: Floats, places: Ints, values: Floats) -> Floats:
    """A column with other values at some places, which nobody can change."""
    other = column.copy()
    other[places] = values
    other.flags.writeable = False
    return other

"""A park as arrays: where each storage and link lies, and the state in which everything rests.

Storages are sorted by id, links by (source, priority, id), so the order of a file cannot matter.
Every storage has one link more than the park file gives it when it has no spillway: its spill
onto the ground.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

import numpy as np

from sim.errors import InputError
from sim.message import Message
from sim.park import ORIGINS, GateRating, Link, LinkKind, Outlet, Park, ReceiverKind, Storage, WeirRating
from sim.park.kept import kept
from sim.park.spill import raise_m, unwritten
from sim.water.backwater import Backwater
from sim.water.bands import Bands, cut, has_table
from sim.water.handle import Handle, handle_of
from sim.water.lookout import with_watches
from sim.water.loops import SAVED_S, paces
from sim.water.rating import reach_m, root_factor, sill_m, under_a_metre_m3_s
from sim.water.records import (
    CHOSEN_DTYPE,
    CLOCK_DTYPE,
    CREST,
    EVENT_DTYPE,
    FIXED,
    GROUND,
    LINK_DTYPE,
    LINK_ROW_DTYPE,
    LIP,
    MANUAL,
    OUT,
    PARCEL_DTYPE,
    RATED,
    RATING_DTYPE,
    RECOVERED,
    ROW_DTYPE,
    SPILL,
    STORAGE_DTYPE,
    SUDDEN,
    TABLE,
    TIER_DTYPE,
    TOLD_LINK_DTYPE,
    TOLD_STORAGE_DTYPE,
    TOTALS_DTYPE,
    TREATED,
    VOLUME,
    WATCH_DTYPE,
    Floats,
    Ints,
    Records,
    Row,
    State,
    edges_of,
    empty,
)
from sim.water.seat import Key, Patch, Seat

RECEIVERS = {
    ReceiverKind.OUT: OUT,
    ReceiverKind.GROUND: GROUND,
    ReceiverKind.TREATED: TREATED,
    ReceiverKind.RECOVERED: RECOVERED,
}


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """A park compiled once; runs start from copies of `rest`."""

    links: tuple[Link, ...]
    """As they were compiled, in the kernel's order, spills onto the ground included."""
    tiers: tuple[str, ...]
    storage_index: Mapping[str, int]
    link_index: Mapping[str, int]
    rest: State
    """How everything stands before a run, but for what a patch changes."""
    rest_handle: Handle
    awake: Ints
    """Storages from which water runs by itself at the start."""
    initial: Floats
    """What stands in the storages at rest, by origin [m3]."""
    initial_sum: Floats
    """The same in all of them [m3]."""
    storages_at_rest: Floats
    """What there is to tell of each storage that stays at rest, as of one that does not; a row each."""
    links_at_rest: Floats
    """The same of each link, in the order of ids."""
    sensors: tuple[str, ...]
    """The sensors whose watches come first, in their order."""
    watching: Mapping[int, Sequence[int]]
    """Their numbers, by the place of the storage, or of a link's source, that they look at."""
    place_by_id: Ints
    """Each link's place in the order of ids."""
    storage_ids: tuple[str, ...]
    link_ids: tuple[str, ...]
    """In the order of ids, as are the sources and targets that follow."""
    link_sources: tuple[str, ...]
    link_targets: tuple[str, ...]
    daily: tuple[Link, ...]
    """Links to treatment plants whose headroom changes with the hour of the day; their watches follow."""
    guarded: tuple[Link, ...]
    """Links into treatment plants that refuse too much product."""
    idle: list[Seat]
    """Those of finished runs, at rest again, for the next to use."""
    patch: Patch | None = None
    """What is another in this park than in the one that was compiled."""
    others: Mapping[str, Link] = field(default_factory=dict)
    """Links that are."""
    shared: dict[Key, list[Seat]] = field(default_factory=dict)
    """The idle seats of networks that differ from this one, by where they do."""

    def link(self, id: str) -> Link:
        """A link as it stands at rest."""
        return self.others.get(id) or self.links[self.link_index[id]]

    def seat(self) -> Seat:
        """A seat for a run, everything in it at rest."""
        patch = self.patch
        seat = self.idle.pop() if self.idle else Seat.of(self.rest, self.rest_handle, patch)
        if patch:
            seat.lay(patch)
        return seat

    def awake_in(self, seat: Seat) -> Ints:
        """Storages from which water runs by itself at the start."""
        if self.patch is None:
            return self.awake
        again = self.patch.storages
        found = set(self.awake.tolist()).difference(again).union(awake_at(seat.rest, again))
        return np.array(sorted(found), dtype=np.int64)


@kept
def network_of(park: Park) -> Network:
    """A park as arrays, compiled once and kept as long as the park lives.

    Raises:
        InputError: water would run round a loop of links in no time; names the loop.
    """
    storages = tuple(park.storages[id] for id in sorted(park.storages))
    index = {storage.id: place for place, storage in enumerate(storages)}
    links = _ordered_links(park, index)
    tiers = tuple(park.tiers)
    leaving = _leaving(links, storages)
    entering = _held(links, index)
    backwater = Backwater.of(park, leaving)
    bands = [cut_storage(s, leaving[s.id], backwater.steps_m3.get(s.id, ())) for s in storages]
    rest = _state(
        _storage_records(storages, links, bands, entering, tiers, _ranks(links, index)),
        _link_records(park, links, index, entering),
        _ratings(park, links, index, bands),
        bands,
        links,
        len(tiers),
    )
    link_index = {link.id: place for place, link in enumerate(links)}
    rest = backwater.laid_into(park, rest, index, link_index)
    sorted_links = [links[link_index[id]] for id in sorted(link_index)]
    daily = tuple(link for link in sorted_links if link.treatment is not None and link.treatment.pattern)
    rest = with_watches(rest, park, daily, index, link_index)
    return Network(
        links=links,
        tiers=tiers,
        storage_index=index,
        link_index=link_index,
        rest=rest,
        rest_handle=handle_of(rest),
        awake=np.array(awake_at(rest, range(len(storages))), dtype=np.int64),
        initial=_for_all(rest.storages["parts"]),
        initial_sum=rest.storages["parts"].sum(axis=0),
        sensors=tuple(sorted(park.sensors)),
        watching=_watching(rest.watches["storage"][: len(park.sensors)].tolist()),
        storages_at_rest=storages_at_rest(rest.storages),
        links_at_rest=_links_at_rest(len(links)),
        place_by_id=np.argsort(np.array([link_index[link.id] for link in sorted_links], dtype=np.int64)),
        storage_ids=tuple(index),
        link_ids=tuple(link.id for link in sorted_links),
        link_sources=tuple(link.source for link in sorted_links),
        link_targets=tuple(link.target for link in sorted_links),
        daily=daily,
        guarded=tuple(link for link in sorted_links if link.inlet is not None),
        idle=[],
    )


def storages_at_rest(storages: Records) -> Floats:
    """What there is to tell of storages that stay at rest."""
    return _for_all(np.column_stack([storages[name] for name in ("parts", "peak", "peak_at", "full_at", "full_for",
                                                                 "reached_at")]))  # fmt: skip


def _links_at_rest(count: int) -> Floats:
    """The same of links: nothing passed, never."""
    rows = empty(count, TOLD_LINK_DTYPE)
    rows["accident_from"] = rows["accident_until"] = np.nan
    return _for_all(rows.view(np.ndarray).view(np.float64).reshape(count, -1))


def _watching(storages: Sequence[int]) -> dict[int, list[int]]:
    """The numbers of watches, by the place of the storage that each looks at."""
    found: dict[int, list[int]] = {}
    for number, place in enumerate(storages):
        found.setdefault(place, []).append(number)
    return found


def _for_all(rows: Floats) -> Floats:
    """A copy that every run may hand out, since nobody can change it."""
    shared = rows.copy()
    shared.flags.writeable = False
    return shared


def _ordered_links(park: Park, index: Mapping[str, int]) -> tuple[Link, ...]:
    """The park's links, the spills onto the ground and the ways over walls."""
    every = (*park.links.values(), *unwritten(park))
    return tuple(sorted(every, key=lambda x: (index[x.source], x.priority, x.id)))


def _leaving(links: Iterable[Link], storages: Iterable[Storage]) -> dict[str, list[Link]]:
    """The links of each storage, in order."""
    found: dict[str, list[Link]] = {storage.id: [] for storage in storages}
    for link in links:
        found[link.source].append(link)
    return found


def _held(links: Iterable[Link], index: Mapping[str, int]) -> dict[str, list[Link]]:
    """The links into each storage that feel back-pressure, in the order they are served."""
    found: dict[str, list[Link]] = {id: [] for id in index}
    for link in sorted(links, key=lambda x: (x.priority, x.id)):
        if link.back_pressure and link.target in index:
            found[link.target].append(link)
    return found


def cut_storage(storage: Storage, leaving: Sequence[Link], steps_m3: Iterable[float] = ()) -> Bands:
    """A storage's bands, with edges where its pumps switch and at the steps at which what runs into it changes."""
    levels = [x for link in leaving for x in (link.start_m3, link.stop_m3) if x is not None]
    return cut(storage, leaving, [*levels, *steps_m3])


def band_of(edges: Floats, volume_m3: float) -> int:
    """The band that a volume lies in; at an edge the one above."""
    return min(max(int(edges.searchsorted(volume_m3, side="right")) - 1, 0), max(len(edges) - 2, 0))


def _ranks(links: Iterable[Link], index: Mapping[str, int]) -> dict[str, int]:
    """Each storage's place in the order of the links without travel time."""
    before: dict[str, set[str]] = {id: set() for id in index}
    for link in links:
        if link.lag_s <= 0 and link.target in index:
            before[link.target].add(link.source)
    try:
        return {id: rank for rank, id in enumerate(TopologicalSorter(before).static_order())}
    except CycleError as error:
        loop = " -> ".join(error.args[1])
        raise InputError(Message("water would run round {loop} in no time; give one of its links a travel time",
                                 loop=loop)) from None  # fmt: skip


def _storage_records(
    storages: tuple[Storage, ...],
    links: tuple[Link, ...],
    bands: list[Bands],
    held: Mapping[str, list[Link]],
    tiers: tuple[str, ...],
    ranks: Mapping[str, int],
) -> Records:
    """Every storage at rest."""
    rows = empty(len(storages), STORAGE_DTYPE)
    place_of = {storage.id: place for place, storage in enumerate(storages)}
    rows["last_link"] = np.cumsum(np.bincount([place_of[x.source] for x in links], minlength=len(storages)))
    rows["first_link"][1:] = rows["last_link"][:-1]
    rows["edges"] = [len(band.edges) for band in bands]
    rows["first_edge"] = np.cumsum(rows["edges"]) - rows["edges"]
    rows["tier"] = [tiers.index(s.tier) for s in storages]
    rows["rank"] = [ranks[s.id] for s in storages]
    place = {link.id: number for number, link in enumerate(links)}
    rows["first_held"] = [place[held[s.id][0].id] if held[s.id] else -1 for s in storages]
    for name in ("first_watch", "first_back", "row", "instant"):
        rows[name] = -1
    rows["waiting"] = rows["looking"] = -2
    rows["reached_at"] = np.nan
    lay_storages(rows, storages, bands)
    return rows


def lay_storages(rows: Records, storages: Sequence[Storage], bands: Sequence[Bands]) -> None:
    """Write what stands and fits in storages at rest into their rows."""
    rows["parts"] = [[s.initial.get(origin, 0.0) for origin in ORIGINS] for s in storages]
    rows["volume"] = rows["parts"].sum(axis=1)
    rows["band"] = [band_of(each.edges, volume) for each, volume in zip(bands, rows["volume"], strict=True)]
    rows["peak"] = rows["volume"]
    rows["top"] = [band.edges[-1] for band in bands]
    rows["crest"] = [s.holds_m3 for s in storages]
    rows["full_at"] = np.where(rows["volume"] >= rows["crest"], 0.0, np.nan)


def _link_records(
    park: Park,
    links: tuple[Link, ...],
    index: Mapping[str, int],
    held: Mapping[str, list[Link]],
) -> Records:
    """Every link at rest."""
    rows = empty(len(links), LINK_DTYPE)
    rows["source"] = [index[link.source] for link in links]
    rows["target"] = [_target(park, link, index) for link in links]
    rows["left"] = 1.0
    rows["pace"] = paces(links)
    rows["spared"] = rows["pace"] * SAVED_S
    rows["level"] = -1
    rows["behind"] = -np.inf
    rows["held"] = [link.back_pressure for link in links]
    rows["from_top"] = [link.outlet is Outlet.TOP or link.kind is LinkKind.SPILLWAY for link in links]
    rows["limit"] = np.inf
    for name in ("accident_from", "accident_until"):
        rows[name] = np.nan
    for name in ("next_held", "head", "before", "tail", "row"):
        rows[name] = -1
    place = {link.id: number for number, link in enumerate(links)}
    for chain in held.values():
        for one, following in pairwise(chain):
            rows["next_held"][place[one.id]] = place[following.id]
    lay_links(rows, links, park.storages)
    return rows


def lay_links(rows: Records, links: Sequence[Link], storages: Mapping[str, Storage]) -> None:
    """Write how links stand and what they pass into their rows."""
    rows["asks"] = [_asks(storages[link.source], link) for link in links]
    rows["capacity"] = [link.capacity_m3_s for link in links]
    rows["opening"] = [link.opening for link in links]
    rows["leak"] = [link.leak for link in links]
    rows["lag"] = [link.lag_s for link in links]
    rows["automatic"] = [0 if x.start_m3 is None else MANUAL if x.switching.manual else 1 for x in links]
    rows["running"] = [link.switching.runs for link in links]
    rows["start"] = [np.inf if link.start_m3 is None else link.start_m3 for link in links]
    rows["stop"] = [-1.0 if link.stop_m3 is None else link.stop_m3 for link in links]


def _asks(source: Storage, link: Link) -> int:
    """What it asks for: over a wall, or a crest of no length, what does not fit."""
    if link.rating is not None:
        return RATED
    if link.kind not in (LinkKind.SPILLWAY, LinkKind.WALL):
        return FIXED
    return SUDDEN if source.raise_m3 > 0 else SPILL


def _ratings(park: Park, links: tuple[Link, ...], index: Mapping[str, int], bands: list[Bands]) -> Records:
    """What never changes of the links' ratings."""
    rows = empty(len(links), RATING_DTYPE)
    rows["first_rate"] = _first_rates(links, index, bands)
    rows["next_back"] = -1
    for row, link in zip(rows, links, strict=True):
        lay_rating(row, link, park.storages[link.source])
    return rows


def lay_rating(row: Row, link: Link, source: Storage) -> None:
    """Write what the kernel needs of a link's rating into its row."""
    rating = link.rating
    row["flap"] = link.flap_m
    if rating is None:
        return
    row["sill"], row["reach"] = sill_m(rating), reach_m(rating)
    row["form"] = TABLE if has_table(source, link) else LIP if isinstance(rating, GateRating) else CREST
    if not isinstance(rating, WeirRating):
        row["drowned"] = under_a_metre_m3_s(rating)
    if isinstance(rating, GateRating | WeirRating):
        row["factor"] = root_factor(rating)
        row["height"] = rating.height_m if isinstance(rating, GateRating) else raise_m(source)


def _target(park: Park, link: Link, index: Mapping[str, int]) -> int:
    """A storage's place, or the code of what becomes of water there."""
    return index[link.target] if link.target in index else RECEIVERS[park.receivers[link.target].kind]


def _first_rates(links: tuple[Link, ...], index: Mapping[str, int], bands: list[Bands]) -> list[int]:
    """Where each rated link's rates begin in the table of rates; -1 for the others."""
    firsts, used = [], 0
    for link in links:
        rates = bands[index[link.source]].rates.get(link.id)
        firsts.append(-1 if rates is None else used)
        used += 0 if rates is None else len(rates)
    return firsts


def _state(
    storages: Records, links: Records, ratings: Records, bands: list[Bands], order: tuple[Link, ...], tiers: int
) -> State:
    """The whole state at rest; buffers are small and grow where they are used."""
    by_link = {id: rates for band in bands for id, rates in band.rates.items()}
    rates = [by_link[link.id] for link in order if link.id in by_link]
    clock = empty(1, CLOCK_DTYPE)
    for name in ("free_parcel", "waiting", "looking", "hit", "stuck"):
        clock[name] = -1
    leaving = storages["last_link"] - storages["first_link"]
    entering = np.bincount(links["target"][links["target"] >= 0], minlength=len(storages))
    clock["degree"] = int((leaving + entering).max()) if len(storages) else 0
    return State(
        storages=storages,
        links=links,
        ratings=ratings,
        order=np.argsort(storages["rank"]),
        marked=np.zeros(len(storages), dtype=np.int64),
        queue=empty(max(len(storages) + len(links), 1), EVENT_DTYPE),
        places=np.full(len(storages) + len(links), -1, dtype=np.int64),
        parcels=empty(0, PARCEL_DTYPE),
        watches=empty(0, WATCH_DTYPE),
        chosen=empty(0, CHOSEN_DTYPE),
        edges=edges_of(*(_joined([getattr(band, name) for band in bands]) for name in ("edges", "levels", "depths"))),
        rates=_joined(rates),
        tiers=empty(tiers, TIER_DTYPE),
        rows=empty(0, ROW_DTYPE),
        link_rows=empty(0, LINK_ROW_DTYPE),
        used=np.zeros(len(storages) + len(links), dtype=np.int64),
        told_storages=empty(len(storages), TOLD_STORAGE_DTYPE),
        told_links=empty(len(links), TOLD_LINK_DTYPE),
        totals=empty(1, TOTALS_DTYPE),
        clock=clock,
    )


def _joined(parts: list[Floats]) -> Floats:
    """One array after the other."""
    return np.concatenate(parts) if parts else np.zeros(0)


def awake_at(rest: State, places: Iterable[int]) -> list[int]:
    """Of some storages, those with water in them and a link that might take it, and those that are full already."""
    return [place for place in places if _is_awake(rest, rest.storages[place])]


def _is_awake(rest: State, store: Row) -> bool:
    """Whether something happens to a storage at the start by itself."""
    volume = store["volume"]
    if volume <= 0:
        return bool(store["first_watch"] >= 0) and _alarms(rest, store)
    accident = store["parts"][[0, 1, 3]].sum() > 0
    return bool(volume > store["top"] or accident or _alarms(rest, store) or _might_run(rest, store))


def _might_run(rest: State, store: Row) -> bool:
    """Whether some link of a storage might take what stands in it."""
    links = rest.links[store["first_link"] : store["last_link"]]
    open_ = np.maximum(links["opening"], links["leak"]) > 0
    low = store["volume"] < links["start"]
    waits = (links["automatic"] != 0) & (links["running"] == 0) & (low | (links["automatic"] == MANUAL))
    return bool((open_ & ~waits & ((links["capacity"] > 0) | (links["asks"] >= RATED))).any())


def _alarms(rest: State, store: Row) -> bool:
    """Whether its volume is beyond a sensor's threshold before anything has happened."""
    number = store["first_watch"]
    while number >= 0:
        watch = rest.watches[number]
        if watch["quantity"] == VOLUME and watch["rising"] == 1 and store["volume"] >= watch["value"]:
            return True
        number = watch["next"]
    return False

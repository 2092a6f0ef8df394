"""The water of one run: the kernel's state with names in and numbers out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from sim.errors import KernelError
from sim.park import ACCIDENT_ORIGINS, MEASURED, ORIGINS, Switching
from sim.water.handle import handle_of
from sim.water.native import ways_in
from sim.water.network import Network, band_of
from sim.water.records import (
    ACCIDENT,
    DONE,
    FLOATS,
    FULL_BUFFER,
    HIT,
    INTAKE,
    MANUAL,
    MIXES,
    MOST_EVENTS,
    PRESENCE,
    RATE_QUANTUM,
    SINKS,
    STUCK,
    VOLUME,
    Floats,
    Ints,
    Records,
    empty,
)

BEHAVIOURS = {"mixes": MIXES, "floats": FLOATS, "sinks": SINKS}
SMALLEST_BUFFER = 256

MOST_PARCELS = 10_000_000
"""Changes on their way in links at one time, about half a gigabyte of them, beyond which a run gives up."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How product behaves, and how finely the run looks."""

    behaviour: str = "mixes"
    """mixes, floats or sinks."""
    product_share: float = 1e-3
    """Share of product above which the water around it is accident water [-]."""
    mixture_quantum: float = 0.01
    """Relative drift of a mixture at which it is refreshed [-]."""
    trace: bool = True
    """Whether every change is noted."""
    sensors: bool = False
    """Whether the sensors of the park are looked at."""


Chosen = tuple[int, int]
"""From where to where storages stand that somebody has chosen."""


class Water:
    """The water of one run, from the state of rest until `close`.

    >>> from sim.park import Name, Park, Storage
    >>> from sim.water.network import network_of
    >>> park = Park.of([Storage("bund", Name("Bund"), "plant", "bund", 100)])
    >>> water = Water(network_of(park))
    >>> water.pour(["bund"], [1.0], "product", 0.0, 2.0)  # 2 m3/s
    >>> number = water.watch("bund", 80, rising=True)
    >>> water.advance(60), water.now_s
    (0, 40.0)
    """

    def __init__(
        self, network: Network, habits: Habits | None = None, initial: Mapping[str, Mapping[str, float]] | None = None
    ) -> None:
        """Fill the storages as at rest, or those in `initial` with other volumes by origin [m3]."""
        self.network = network
        self.calm_s = 0.0
        """Time up to which the water has been asked to run [s]."""
        self.stirred = True
        """Whether something may still be due at that time."""
        self.spent: dict[tuple[int, int, int], list[int]] = {}
        """Watches that have been crossed, by what they looked at."""
        self.seat = network.seat()
        self.state, self.handle, self.kernel = self.seat.state, self.seat.handle, ways_in()
        clock, habits = self.state.clock, habits or Habits()
        clock["behaviour"] = BEHAVIOURS[habits.behaviour]
        clock["product_share"] = habits.product_share
        clock["quantum"] = habits.mixture_quantum
        clock["traced"] = habits.trace
        standing = self.seat.rest.watches
        self.state.watches[: len(standing)] = standing
        if not habits.sensors:
            self.state.watches["armed"][: len(network.sensors)] = 0
        awake = network.awake_in(self.seat)
        awake = np.union1d(awake, self._stand(initial)) if initial else awake
        chosen = self.choose(awake)
        self.kernel.wake(self.handle.address, *chosen)

    @property
    def now_s(self) -> float:
        """Time the water has come to [s]."""
        return float(self.state.clock["now"][0])

    def _stand(self, amounts: Mapping[str, Mapping[str, float]]) -> Ints:
        """Let storages start with other volumes than at rest; their places."""
        indices = np.array([self.network.storage_index[id] for id in amounts], dtype=np.int64)
        for index, by_origin in zip(indices, amounts.values(), strict=True):
            store = self.state.storages[index]
            store["parts"] = [by_origin.get(origin, 0.0) for origin in ORIGINS]
            store["volume"] = store["peak"] = store["parts"].sum()
            edges = self.state.edges["volume"][store["first_edge"] : store["first_edge"] + store["edges"]]
            store["band"] = band_of(edges, store["volume"])
            store["full_at"] = 0.0 if store["volume"] >= store["crest"] else np.nan
        return indices

    def pour(self, into: Sequence[str], factors: Sequence[float], origin: str, before: float, after: float) -> None:
        """Change an inflow: storage `into[k]` gets `after * factors[k]` instead of `before * factors[k]` [m3/s]."""
        chosen = self.choose([self.network.storage_index[id] for id in into], factors)
        self.pour_into(chosen, ORIGINS.index(origin), before, after)

    def choose(self, storages: Sequence[int] | Ints, factors: Sequence[float] | float = 1.0) -> Chosen:
        """Storages, by their places, that something will be about more than once, and a factor for each."""
        first = int(self.state.clock["chosen"][0])
        end = first + len(storages)
        while end > len(self.state.chosen):
            self._exchange(chosen=_longer(self.state.chosen))
        self.state.chosen["storage"][first:end] = storages
        self.state.chosen["factor"][first:end] = factors
        self.state.clock["chosen"] = end
        return first, end

    def pour_into(self, chosen: Chosen, origin: int, before: float, after: float) -> None:
        """Change an inflow into some chosen storages, with the origin's number."""
        self.stirred = True
        self.kernel.pour(self.handle.address, *chosen, origin, float(before), float(after))

    def correct(self, storage: str, volume_m3: float) -> Floats:
        """Let a storage hold what was measured in it, at most what fits; by how much more of each origin that is [m3].

        What was not expected is of an origin of its own; what is missing is missing of all that stands there, evenly.
        """
        place = self.network.storage_index[storage]
        most_m3 = float(self.state.storages[place]["top"])
        self.stirred = True
        self.kernel.stand(self.handle.address, place, min(float(volume_m3), most_m3), ORIGINS.index(MEASURED))
        change: Floats = self.state.clock["out"][0].copy()
        return change

    def set_opening(self, link: str, opening: float) -> None:
        """Open or shut a link, start or stop a pump: a share from 0 to 1."""
        place = self.network.link_index[link]
        row = self.state.links[place]
        self._set(place, opening, float(row["leak"]), float(row["left"]))

    def set_link(self, link: str, opening: float, leak: float, left: float) -> None:
        """Set a link's opening, what it leaks when shut, and the share of its flow that a blockage leaves."""
        self._set(self.network.link_index[link], opening, leak, left)

    def _set(self, place: int, opening: float, leak: float, left: float) -> None:
        self.stirred = True
        self.kernel.set_link(self.handle.address, place, float(opening), float(leak), float(left))

    def start(self, link: str) -> None:
        """Let a link with levels of its own run from now on, down to its stop level."""
        self._set_running(link, running=True)

    def stop(self, link: str) -> None:
        """Let a link with levels of its own stand still until its start level, if it is open then."""
        self._set_running(link, running=False)

    def _set_running(self, link: str, *, running: bool) -> None:
        place = self.network.link_index[link]
        self._switch(place, int(self.state.links[place]["automatic"]), int(running))

    def leave_to_levels(self, link: str) -> None:
        """Let a link with levels of its own run when they say so; one that runs goes on."""
        place = self.network.link_index[link]
        self._switch(place, 1, int(self.state.links[place]["running"]))

    def switch(self, link: str, switching: Switching) -> None:
        """Let a link with levels of its own stand as is said of it."""
        self._switch(self.network.link_index[link], MANUAL if switching.manual else 1, int(switching.runs))

    def _switch(self, place: int, automatic: int, running: int) -> None:
        self.stirred = True
        self.kernel.switch_link(self.handle.address, place, automatic, running)

    def watch(self, storage: str, volume_m3: float, *, rising: bool) -> int:
        """Let `advance` stop when a storage's volume crosses a level; the number it will answer with."""
        return self._watch(VOLUME, self.network.storage_index[storage], -1, volume_m3, rising)

    def watch_arrival(self, storage: str) -> int:
        """Let `advance` stop when accident water comes into a storage."""
        return self._watch(PRESENCE, self.network.storage_index[storage], -1, 0.0, True)

    def watch_crossing(self, link: str) -> int:
        """Let `advance` stop when accident water enters a link."""
        place = self.network.link_index[link]
        return self._watch(ACCIDENT, int(self.state.links[place]["source"]), place, 0.0, True)

    def await_flow(self, number: int) -> None:
        """Let `advance` stop again at a standing watch when any water enters its link."""
        self.watch_again(number, RATE_QUANTUM, rising=True)

    def watch_intake(self, link: str, share: float, *, rising: bool) -> int:
        """Let `advance` stop when the share of product in what a link takes, or would take, crosses a value [-]."""
        place = self.network.link_index[link]
        return self._watch(INTAKE, int(self.state.links[place]["source"]), place, share, rising)

    def _watch(self, quantity: int, storage: int, link: int, value: float, rising: bool) -> int:
        if spent := self.spent.get((quantity, storage, link)):
            number = spent.pop()
            self.watch_again(number, value, rising=rising)
            return number
        number = int(self.state.clock["watches"][0])
        if number == len(self.state.watches):
            self._exchange(watches=_longer(self.state.watches))
        self.state.clock["watches"] = number + 1
        row = self.state.watches[number]
        row["quantity"], row["storage"], row["link"] = quantity, storage, link
        row["value"], row["rising"] = value, rising
        self.stirred = True
        self.kernel.wait_for(self.handle.address, number)
        return number

    def watch_again(self, number: int, value: float, *, rising: bool) -> None:
        """Let a watch that has been crossed, or shall no longer wait for what it did, wait for another value."""
        row = self.state.watches[number]
        row["value"], row["rising"] = value, rising
        self.stirred = True
        self.kernel.wait_again(self.handle.address, number)

    def is_waiting(self, number: int) -> bool:
        """Whether a watch has not been crossed yet."""
        return bool(self.state.watches[number]["armed"] > 0)

    def reads(self, number: int) -> float:
        """What a watch looks at, as it is now."""
        return float(self.kernel.reads(self.handle.address, number))

    def is_wet(self, storage: str) -> bool:
        """Whether a storage holds water, or some is coming in now."""
        row = self.state.storages[self.network.storage_index[storage]]
        return bool(row["volume"] > 0.0 or row["arriving"] > 0.0)

    def is_reached(self, storage: str) -> bool:
        """Whether accident water has come into a storage, or is coming now."""
        row = self.state.storages[self.network.storage_index[storage]]
        return bool(row["touched"]) or any(row["inflow"][ORIGINS.index(origin)] > 0 for origin in ACCIDENT_ORIGINS)

    def advance(self, until_s: float) -> int | None:
        """Let the water run up to and including `until_s`; the watch it stopped at, or None.

        In vain where it has come so far already (`calm_s`) and nothing has `stirred` it since.

        Raises:
            KernelError: a storage changed its mind for ever, in one instant or in ever shorter spans.
        """
        self.calm_s, self.stirred = until_s, True
        while (reason := self.kernel.advance(self.handle.address, float(until_s))) != DONE:
            if reason == FULL_BUFFER:
                self._grow()
            elif reason == HIT:
                hit = int(self.state.clock["hit"][0])
                self.state.clock["hit"] = -1
                self._keep(hit)
                return hit
            elif reason == STUCK:
                raise KernelError(self._why_stuck())
        self.stirred = False
        return None

    def _keep(self, number: int) -> None:
        """Remember a watch that has been crossed, for the next one who waits for something there."""
        if number >= len(self.network.rest.watches):
            row = self.state.watches[number]
            key = int(row["quantity"]), int(row["storage"]), int(row["link"])
            self.spent.setdefault(key, []).append(number)

    def _why_stuck(self) -> str:
        """What to say when the kernel gave up."""
        storage, events = self.network.storage_ids[self.state.clock["stuck"][0]], int(self.state.clock["events"][0])
        where = f"at storage '{storage}' at {self.now_s} s"
        if events > MOST_EVENTS:
            return f"the water kernel gave up after {events} events, {where}; is it far too small for its flows?"
        return f"the water kernel went round in circles {where}"

    def finish(self) -> None:
        """Bring every account up to now."""
        while self.kernel.finish(self.handle.address) == FULL_BUFFER:
            self._grow(len(self.network.storage_ids))

    def close(self) -> None:
        """Give the state back for another run; nothing of this one may be used afterwards."""
        self.kernel.restore(self.handle.address, self.seat.rest_handle.address)
        self.seat.state, self.seat.handle = self.state, self.handle
        self.network.idle.append(self.seat)

    def _grow(self, more: int = 0) -> None:
        """Double every buffer that is half full; count on `more` entries to come.

        Raises:
            KernelError: changes go round in loops and never die away.
        """
        clock, state = self.state.clock[0], self.state
        counts = {"parcels": "parcels", "rows": "rows", "link_rows": "link_rows"}
        if int(clock["parcels"]) > MOST_PARCELS:
            raise KernelError(
                f"more than {MOST_PARCELS} changes are on their way in links at {self.now_s} s; do they go round and "
                "round in loops of links with travel time, through storages that are dry or full?"
            )
        least = 4 * (int(clock["degree"]) + 4) + SMALLEST_BUFFER + 2 * more
        longer: dict[str, Any] = {
            name: _longer(getattr(state, name), least)
            for name, count in counts.items()
            if 2 * (int(clock[count]) + more) >= len(getattr(state, name))
        }
        self._exchange(**longer)

    def _exchange(self, **arrays: Any) -> None:
        """Take other arrays into the state."""
        self.state = self.state._replace(**arrays)
        self.handle = handle_of(self.state)


def _longer(rows: Records, least: int = SMALLEST_BUFFER) -> Records:
    """The same rows with at least twice the room."""
    longer = empty(max(2 * len(rows), least), rows.dtype)
    longer[: len(rows)] = rows
    return longer

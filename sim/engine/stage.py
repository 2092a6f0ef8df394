"""What the actors of a run share: the clock, the water, the facilities, the people, and the book."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import simpy

from sim.engine.clock import SENSING, Clock
from sim.engine.facility import Facility
from sim.engine.luck import Luck
from sim.engine.stock import Stock
from sim.engine.team import Teams
from sim.park import ORIGINS, Link, LinkKind, Park
from sim.record.event import Cause, Event
from sim.record.state import State
from sim.scenario import Scenario, Trigger
from sim.units import SECONDS_A_MINUTE, SECONDS_AN_HOUR
from sim.water.water import Water

CRESTS = (LinkKind.SPILLWAY, LinkKind.WALL)


@dataclass(slots=True)
class Stage:
    """One run while it is played."""

    park: Park
    scenario: Scenario
    clock: Clock
    water: Water
    luck: Luck = field(default_factory=Luck)
    held: Mapping[str, float] = field(default_factory=dict)
    """Actions and jobs whose effect comes at a time of its own, whatever people do [s]."""
    in_time: set[str] = field(default_factory=set)
    """Held jobs that ended by themselves at the very time they are held at."""
    book: list[Event] = field(default_factory=list)
    note: Callable[[Event], None] = field(init=False)
    """Writes into the book what happens."""
    states: list[State] = field(default_factory=list)
    """How links and crests stood, from change to change."""
    awaited: dict[int, simpy.Event] = field(default_factory=dict)
    """What happens when a watch of the kernel is crossed."""
    listeners: dict[Trigger, simpy.Event] = field(default_factory=dict)
    """Events that an announcement will set off."""
    facilities: dict[str, Facility] = field(default_factory=dict)
    teams: dict[str, Teams] = field(default_factory=dict)
    stocks: dict[str, Stock] = field(default_factory=dict)
    deployed: dict[str, dict[str, float]] = field(default_factory=dict)
    """Equipment that serves a facility: what, and how many units."""
    dark: dict[str, set[str]] = field(default_factory=dict)
    """Power areas that have been without power, and the faults for which they are now."""
    called: set[str] = field(default_factory=set)
    """Crews and equipment from outside that have been called."""
    ordered: dict[str, int] = field(default_factory=dict)
    """How often each sheet has been ordered."""
    detected: bool = False
    """Whether the incident is known."""
    corrected: list[float] = field(default_factory=lambda: [0.0] * len(ORIGINS))
    """What was measured beyond what was expected, less what was missing, by origin [m3]."""
    understated: dict[str, float] = field(default_factory=dict)
    """Faults for which the spill is said to be smaller, and the share that each has of it [-]."""
    warnings: dict[str, int] = field(default_factory=dict)
    """Confirmed alarms that are not closed yet, and how many rules are still at work on each."""

    def __post_init__(self) -> None:
        self.note = self.book.append

    def leave(self) -> None:
        """Let go of those who hold the stage while it holds them, so that all is gone at once without a collector."""
        self.clock.stop()
        for event in (*self.awaited.values(), *self.listeners.values()):
            event.callbacks.clear()
        for held in (self.awaited, self.listeners, self.facilities, self.teams, self.stocks):
            held.clear()

    @property
    def now_s(self) -> float:
        """The time [s]."""
        return float(self.clock._now)  # without asking the clock's own property, several hundred times a run

    def waits_to_be_let(self, job: str) -> bool:
        """Whether a job's effect is held for another time than now; one that ends at its own time ends by itself."""
        if job not in self.held:
            return False
        if self.held[job] == self.clock.now:
            self.in_time.add(job)
        return job not in self.in_time

    def level(self, storage: str, volume_m3: float, *, rising: bool) -> simpy.Event:
        """An event that happens when a storage's volume crosses a level."""
        number = self.water.watch(storage, volume_m3, rising=rising)
        return self.crossing(number)

    def crossing(self, watch: int) -> simpy.Event:
        """An event that happens, at the water's time, when a watch is crossed."""
        event = self.awaited[watch] = simpy.Event(self.clock)
        return event

    def happen(self, watch: int) -> None:
        """Let those know who wait for a watch that has been crossed."""
        event = self.awaited.pop(watch)
        event._ok, event._value = True, None
        self.clock.put(event, self.water.now_s, SENSING, watch)

    def hear(self, news: Trigger) -> simpy.Event:
        """An event that happens when something is announced."""
        event = self.listeners.get(news)
        if event is None:
            event = self.listeners[news] = simpy.Event(self.clock)
        return event

    def announce(self, news: Trigger, cause: Cause) -> int:
        """Let everybody know who listens; how many these are."""
        event = self.listeners.pop(news, None) if self.listeners else None
        if event is None:
            return 0
        listening = len(event.callbacks or ())
        event.succeed(cause)
        return listening

    def facility(self, link: str) -> Facility:
        """A link as it stands now."""
        facility = self.facilities.get(link)
        if facility is None:
            network = self.water.network
            there = network.links[network.link_index[link]]
            opening = self.scenario.openings.get(link, there.opening)
            facility = self.facilities[link] = Facility(there, self.water, opening, self._stands)
        return facility

    def _stands(self, link: Link, opening: float, left: float, leaks: float, cause: Cause) -> None:
        """Write down how a link stands; a crest or a wall is shut by raising it."""
        raised_m3 = 0.0
        if opening == 0 and link.kind in CRESTS:
            opening, raised_m3 = 1.0, self.park.storages[link.source].raise_m3
        self.states.append(State(self.clock.now_s, link.id, opening, left, leaks, raised_m3, cause))

    def crew(self, id: str) -> Teams:
        """The teams of a crew."""
        if id not in self.teams:
            self.teams[id] = Teams(self.clock, self.park.crews[id], time_of_day_s(self.scenario.starts))
        return self.teams[id]

    def stock(self, id: str) -> Stock:
        """The stock of an equipment."""
        if id not in self.stocks:
            equipment = self.park.equipment[id]
            self.stocks[id] = Stock(self.clock, equipment, 0.0 if equipment.arrives_s > 0 else equipment.count)
        return self.stocks[id]


def time_of_day_s(starts: str) -> float:
    """The time of day of a clock time [s]; midnight when there is none.

    >>> time_of_day_s("2025-07-14T14:20:00+08:00")
    51600.0
    """
    if not starts:
        return 0.0
    at = datetime.fromisoformat(starts)
    return float(at.hour * SECONDS_AN_HOUR + at.minute * SECONDS_A_MINUTE + at.second)

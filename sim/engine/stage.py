"""What the actors of a run share: the clock, the water, and the book in which they note what happens."""

from __future__ import annotations

from dataclasses import dataclass, field

import simpy

from sim.engine.clock import SENSING, Clock
from sim.record.entry import Entry
from sim.water.water import Water


@dataclass(slots=True)
class Stage:
    """One run while it is played."""

    clock: Clock
    water: Water
    book: list[Entry] = field(default_factory=list)
    awaited: dict[int, simpy.Event] = field(default_factory=dict)
    """Events that a crossing of the kernel's watch will set off."""

    def note(self, what: str, subject: str, detail: str = "", cause: str = "") -> None:
        """Write into the book what happens now."""
        self.book.append(Entry(float(self.clock.now), what, subject, detail, cause))

    def level(self, storage: str, volume_m3: float, *, rising: bool) -> simpy.Event:
        """An event that happens when a storage's volume crosses a level."""
        event = simpy.Event(self.clock)
        self.awaited[self.water.watch(storage, volume_m3, rising=rising)] = event
        return event

    def cross(self, watch: int) -> None:
        """Let the event happen that waits for a watch, at the water's time."""
        event = self.awaited.pop(watch)
        event._ok, event._value = True, None
        self.clock.put(event, self.water.now_s, SENSING, watch)

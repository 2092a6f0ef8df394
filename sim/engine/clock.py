"""The clock of a run: SimPy's environment with exact times and one order for equal ones."""

from __future__ import annotations

from collections.abc import Callable, Generator
from heapq import heappush
from operator import attrgetter
from typing import Any

import simpy
from simpy.events import NORMAL

URGENT, _, INCIDENT, WEATHER, FAULTS, SENSING, ACTIONS = range(7)
"""What goes first of several things due at one time; the first two are SimPy's own."""

PLACES = 1_000_000
"""More than one sort of thing has in a file."""


class Due(simpy.Event):
    """An event that has its value already, and only waits for its time."""

    _ok, _value = True, None


class Actor(simpy.Process):
    """A SimPy process that goes on to its first wait at once, and not by an event of its own."""

    def __init__(self, clock: Clock, going: Generator[Any, Any, Any]) -> None:  # not SimPy's: it would make that event
        self.env, self.callbacks, self._generator = clock, [], going
        about = clock._active_proc
        self._resume(_BEGINNING)
        clock._active_proc = about  # who set it going goes on


_BEGINNING = Due(simpy.Environment())
"""What had happened before anything did."""


class Clock(simpy.Environment):
    """A SimPy environment in which things are due at a time, not after a delay.

    `now + (at - now)` is not always `at` in floating point, so two things due at one time would
    come in an order of chance. Of equal times the sort of thing decides, then its place in the file.

    >>> clock = Clock()
    >>> clock.run(clock.at(20, ACTIONS))
    >>> clock.now
    20
    """

    def __init__(self) -> None:
        super().__init__(0.0)
        self.due = self._queue
        """What will happen, a heap by time [s]: asked for hundreds of times a run, without SimPy's `peek`."""

    now_s: float = property(attrgetter("_now"))  # type: ignore[assignment]  # in C: asked for hundreds of times a run
    """The time [s]."""

    def begin(self, going: Generator[Any, Any, Any]) -> Actor:
        """Let somebody act from now on."""
        return Actor(self, going)

    def at(self, time_s: float, sort: int, place: int = 0) -> simpy.Event:
        """An event that happens at `time_s` [s]."""
        event = Due(self)
        entry: Any = (time_s, sort * PLACES + place, next(self._eid), event)  # SimPy names two sorts, we more
        heappush(self._queue, entry)
        return event

    def call(self, time_s: float, sort: int, do: Callable[[Any], None], place: int = 0) -> None:
        """Let something be done at `time_s` [s]."""
        self.at(time_s, sort, place).callbacks.append(do)

    def call_soon(self, do: Callable[[Any], None]) -> None:
        """Let something be done now, once those who act at this moment have had their say."""
        event = Due(self)
        event.callbacks.append(do)
        self.schedule(event)

    def schedule(self, event: simpy.Event, priority: Any = NORMAL, delay: float = 0) -> None:
        """Let an event that has its value happen; at once, when nobody waits for it, as for most ends of processes."""
        if not event.callbacks and event._ok and delay == 0:
            event.callbacks = None  # type: ignore[assignment]  # SimPy's sign that it has happened
        else:
            heappush(self._queue, (self._now + delay, priority, next(self._eid), event))

    def stop(self) -> None:
        """Let nothing happen any more that is still due."""
        for *_, event in self._queue:
            event.callbacks.clear()
        self._queue.clear()

    def put(self, event: simpy.Event, time_s: float, sort: int, place: int = 0) -> None:
        """Let an event that has its value happen at `time_s` [s]."""
        entry: Any = (time_s, sort * PLACES + place, next(self._eid), event)  # SimPy names two sorts, we more
        heappush(self._queue, entry)

"""The kernel's event queue: a binary heap by time, turn; each storage and each link stands in it once at most.

Where each of them stands is known, so what was due is moved to its new time instead of being left behind. What is to
be looked at again at this very instant does not go through it: that is a small heap of its own, by rank alone.
"""

from __future__ import annotations

from sim.water.jit import jit
from sim.water.records import Ints, Records, State


@jit
def rise(queue: Records, places: Ints, place: int, at: float, turn: int, node: int) -> None:
    """Write an event into the first place above `place` whose parent is due before it."""
    while place > 0:
        above = queue[(place - 1) >> 1]
        if above.at < at or (above.at == at and above.turn < turn):
            break
        event = queue[place]
        event.at, event.turn, event.node = above.at, above.turn, above.node
        places[event.node] = place
        place = (place - 1) >> 1
    event = queue[place]
    event.at, event.turn, event.node = at, turn, node
    places[node] = place


@jit
def sink(queue: Records, places: Ints, place: int, count: int, at: float, turn: int, node: int) -> None:
    """Write an event into the first place below `place` whose children are due after it."""
    while True:
        child = 2 * place + 1
        if child >= count:
            break
        below = queue[child]
        if child + 1 < count:
            other = queue[child + 1]
            if other.at < below.at or (other.at == below.at and other.turn < below.turn):
                child += 1
                below = other
        if at < below.at or (at == below.at and turn < below.turn):
            break
        event = queue[place]
        event.at, event.turn, event.node = below.at, below.turn, below.node
        places[event.node] = place
        place = child
    event = queue[place]
    event.at, event.turn, event.node = at, turn, node
    places[node] = place


@jit
def await_event(state: State, node: int, turn: int, at: float) -> None:
    """Let what is next due at a storage or link be due at `at`, whatever was due there before [s]."""
    clock = state.clock[0]
    place = state.places[node]
    if place < 0:
        place = clock.queued
        clock.queued = place + 1
        rise(state.queue, state.places, place, at, turn, node)
    elif at < state.queue[place].at:
        rise(state.queue, state.places, place, at, turn, node)
    else:
        sink(state.queue, state.places, place, clock.queued, at, turn, node)


@jit
def await_nothing(state: State, node: int) -> None:
    """Let nothing be due at a storage or link."""
    place = state.places[node]
    if place < 0:
        return
    clock = state.clock[0]
    clock.queued -= 1
    state.places[node] = -1
    if place == clock.queued:
        return
    last, gone = state.queue[clock.queued], state.queue[place]
    at, turn, moved = last.at, last.turn, last.node
    if at < gone.at or (at == gone.at and turn < gone.turn):
        rise(state.queue, state.places, place, at, turn, moved)
    else:
        sink(state.queue, state.places, place, clock.queued, at, turn, moved)


@jit
def mark_rank(marked: Ints, clock: Records, rank: int) -> None:
    """Add the rank of a storage to be looked at again at this instant."""
    place = clock[0].marked
    clock[0].marked = place + 1
    while place > 0 and rank < marked[(place - 1) >> 1]:
        marked[place] = marked[(place - 1) >> 1]
        place = (place - 1) >> 1
    marked[place] = rank


@jit
def take_first_rank(marked: Ints, clock: Records) -> int:
    """Remove the smallest rank of those to be looked at."""
    first = marked[0]
    count = clock[0].marked - 1
    clock[0].marked = count
    rank = marked[count]
    place = 0
    while True:
        child = 2 * place + 1
        if child >= count:
            break
        if child + 1 < count and marked[child + 1] < marked[child]:
            child += 1
        if rank <= marked[child]:
            break
        marked[place] = marked[child]
        place = child
    marked[place] = rank
    return int(first)

"""The kernel's event queue: a binary heap ordered by time, rank, index."""

from __future__ import annotations

from sim.water.jit import jit
from sim.water.records import Records


@jit
def earlier(queue: Records, a: int, b: int) -> bool:
    """Whether event `a` is due before event `b`."""
    one, other = queue[a], queue[b]
    if one.at != other.at:
        return one.at < other.at
    if one.rank != other.rank:
        return one.rank < other.rank
    return one.index < other.index


@jit
def swap(queue: Records, a: int, b: int) -> None:
    """Exchange two events."""
    one, other = queue[a], queue[b]
    at, rank, index, kind, version = one.at, one.rank, one.index, one.kind, one.version
    one.at, one.rank, one.index, one.kind, one.version = other.at, other.rank, other.index, other.kind, other.version
    other.at, other.rank, other.index, other.kind, other.version = at, rank, index, kind, version


@jit
def push(queue: Records, clock: Records, at: float, rank: int, index: int, kind: int, version: int) -> None:
    """Add an event; the caller has made sure there is room."""
    place = clock[0].queued
    event = queue[place]
    event.at, event.rank, event.index, event.kind, event.version = at, rank, index, kind, version
    clock[0].queued = place + 1
    while place > 0 and earlier(queue, place, (place - 1) >> 1):
        swap(queue, place, (place - 1) >> 1)
        place = (place - 1) >> 1


@jit
def drop_first(queue: Records, clock: Records) -> None:
    """Remove the event that is due first."""
    count = clock[0].queued - 1
    clock[0].queued = count
    swap(queue, 0, count)
    place = 0
    while True:
        child = 2 * place + 1
        if child >= count:
            break
        if child + 1 < count and earlier(queue, child + 1, child):
            child += 1
        if not earlier(queue, child, place):
            break
        swap(queue, place, child)
        place = child

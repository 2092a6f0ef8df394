"""The event queue hands events out by time, then rank, then index."""

from sim.water.queue import drop_first, push
from sim.water.records import CLOCK_DTYPE, EVENT_DTYPE, empty


def drain(events):
    """Push (time, rank, index) in the given order; give them back in the queue's order."""
    queue, clock = empty(16, EVENT_DTYPE), empty(1, CLOCK_DTYPE)
    for at, rank, index in events:
        push(queue, clock, at, rank, index, 1, 0)
    out = []
    while clock[0]["queued"]:
        first = queue[0]
        out.append((float(first["at"]), int(first["rank"]), int(first["index"])))
        drop_first(queue, clock)
    return out


def test_events_come_out_by_time_rank_index():
    """
    Whatever the order in, the order out is that of the sorted triples.
    """
    events = [(5.0, 0, 1), (1.0, 2, 0), (1.0, 1, 9), (1.0, 1, 3), (0.0, 7, 7), (5.0, -1, 4)]

    assert drain(events) == sorted(events)
    assert drain(events[::-1]) == sorted(events)

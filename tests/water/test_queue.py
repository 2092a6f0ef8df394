"""The event queue hands events out by time, then turn, each node once; the marked are handed out by rank."""

import random

import numpy as np

from sim.water.queue import await_event, await_nothing, mark_rank, take_first_rank
from sim.water.records import CLOCK_DTYPE, DTYPES, EVENT_DTYPE, State, empty


def nothing(nodes):
    """A state with room for events of so many nodes."""
    arrays = dict(zip(State._fields, (empty(0, dtype) for dtype in DTYPES), strict=True))
    arrays |= {"queue": empty(nodes, EVENT_DTYPE), "places": np.full(nodes, -1), "clock": empty(1, CLOCK_DTYPE)}
    return State(**arrays)


def drain(state):
    """(time, turn, node) of everything that is due, in the queue's order."""
    out = []
    while state.clock[0]["queued"]:
        first = state.queue[0]
        out.append((float(first["at"]), int(first["turn"]), int(first["node"])))
        await_nothing(state, int(first["node"]))
    return out


def test_events_come_out_by_time_and_turn():
    """
    Whatever the order in, the order out is that of the sorted triples.
    """
    events = [(5.0, 0, 1), (1.0, 2, 0), (1.0, 1, 9), (1.0, 8, 3), (0.0, 7, 7), (5.0, -1, 4)]
    for order in (events, events[::-1]):
        state = nothing(10)
        for at, turn, node in order:
            await_event(state, node, turn, at)

        assert drain(state) == sorted(events)


def test_a_node_is_due_when_it_was_last_said_to_be():
    """
    Of 40 nodes told 2,000 times at random to wait for another of 10 times, or for nothing, what comes out is what each
    was told last, sorted; nobody stands in the queue afterwards.
    """
    chance, state, last = random.Random(3), nothing(40), {}
    for _ in range(2000):
        node, at = chance.randrange(40), float(chance.randrange(10))
        if chance.random() < 0.3:
            await_nothing(state, node)
            last.pop(node, None)
        else:
            await_event(state, node, 40 - node, at)
            last[node] = (at, 40 - node, node)

    assert len(last) > 10
    assert drain(state) == sorted(last.values())
    assert set(state.places) == {-1}


def test_marked_storages_come_out_by_rank():
    """
    Nine ranks in, in any order: 1 to 9 come out.
    """
    marked, clock = np.zeros(9, dtype=np.int64), empty(1, CLOCK_DTYPE)
    for rank in (4, 9, 1, 7, 3, 8, 2, 6, 5):
        mark_rank(marked, clock, rank)

    assert [take_first_rank(marked, clock) for _ in range(9)] == [*range(1, 10)]
    assert clock[0]["marked"] == 0

"""Loops of links, and how many changes of rate a link with travel time may send.

A change of rate that comes to a dry or full storage leaves over every link of it. In a web of loops
the changes would multiply with every round, for ever, each of them smaller than the one before. So a
link has changes to spare, more of them with time; one that has none left packs what is on its way
(`travel.py`), which moves water by at most twice the time of a change.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter

from sim.park import Link

LOOP_PACE = 1 / 60
"""Changes that a link on a loop may send for ever: one a minute [1/s]."""

PACE = 1.0
"""The same of every other link [1/s]."""

SAVED_S = 24 * 3600.0
"""Time whose changes a link may send at once; at the start it may [s]."""


def paces(links: Sequence[Link]) -> list[float]:
    """How many changes each link may send for ever [1/s]; `links` are all there are.

    >>> from sim.park import LinkKind, Name
    >>> ends = [("a", "b"), ("b", "a"), ("b", "c")]
    >>> paces([Link(a + b, Name(a + b), LinkKind.PUMP, a, b) for a, b in ends])
    [0.016666666666666666, 0.016666666666666666, 1.0]
    """
    before: dict[str, set[str]] = {}
    after: dict[str, set[str]] = {}
    for link in links:
        before.setdefault(link.target, set()).add(link.source)
        after.setdefault(link.source, set()).add(link.target)
    beyond = _in_order(before) | _in_order(after)
    return [PACE if link.source in beyond or link.target in beyond else LOOP_PACE for link in links]


def _in_order(before: Mapping[str, Collection[str]]) -> set[str]:
    """What can be put into an order before the first loop; of no loops all."""
    sorter = TopologicalSorter(before)
    with suppress(CycleError):  # it still gives whatever no loop lies before
        sorter.prepare()
    found: set[str] = set()
    while ready := sorter.get_ready():
        found.update(ready)
        sorter.done(*ready)
    return found

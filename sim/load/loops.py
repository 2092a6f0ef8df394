"""Loops of links without travel time: water would run round them in no time at all."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable

from sim.park import Link


def loops_without_lag(links: Iterable[Link]) -> list[list[Link]]:
    """Loops of links whose water arrives at once; every link that lies on any such loop is in one.

    Each loop is the shortest way round from one of its links, that with the smallest id first.
    """
    leaving: dict[str, list[Link]] = defaultdict(list)
    for link in sorted(links, key=lambda each: each.id):
        if link.lag_s == 0:
            leaving[link.source].append(link)
    group = _groups(leaving)
    found: list[list[Link]] = []
    named: set[str] = set()
    for link in sorted((each for out in leaving.values() for each in out), key=lambda each: each.id):
        if link.id not in named and group.get(link.source) == group.get(link.target, -1):
            loop = [link, *_way(link.target, link.source, leaving)]
            named |= {each.id for each in loop}
            found.append(loop)
    return found


def _groups(leaving: dict[str, list[Link]]) -> dict[str, int]:
    """For each storage the number of its group: those that reach each other (Tarjan 1972)."""
    index: dict[str, int] = {}
    lowest: dict[str, int] = {}
    group: dict[str, int] = {}
    open_: list[str] = []
    for root in list(leaving):
        if root in index:
            continue
        work = [(root, iter(leaving[root]))]
        index[root] = lowest[root] = len(index)
        open_.append(root)
        while work:
            here, ways = work[-1]
            way = next(ways, None)
            if way is None:
                work.pop()
                _close(here, index, lowest, open_, group)
                if work:
                    lowest[work[-1][0]] = min(lowest[work[-1][0]], lowest[here])
            elif way.target not in index:
                index[way.target] = lowest[way.target] = len(index)
                open_.append(way.target)
                work.append((way.target, iter(leaving.get(way.target, ()))))
            elif way.target not in group:
                lowest[here] = min(lowest[here], index[way.target])
    return group


def _close(
    here: str, index: dict[str, int], lowest: dict[str, int], open_: list[str], group: dict[str, int]
) -> None:
    """Take a finished group off the stack of open storages."""
    if lowest[here] != index[here]:
        return
    while True:
        each = open_.pop()
        group[each] = index[here]
        if each == here:
            return


def _way(start: str, goal: str, leaving: dict[str, list[Link]]) -> list[Link]:
    """The shortest way from one storage to another, which is known to exist."""
    came: dict[str, Link] = {}
    queue = deque([start])
    while queue and goal not in came and start != goal:
        here = queue.popleft()
        for link in leaving.get(here, ()):
            if link.target != start and link.target not in came:
                came[link.target] = link
                queue.append(link.target)
    way: list[Link] = []
    at = goal
    while at != start:
        way.append(came[at])
        at = came[at].source
    return way[::-1]


def loop_text(loop: list[Link]) -> str:
    """A loop for people: `a -pump-> b -drain-> a`."""
    steps = "".join(f" -{link.id}-> {link.target}" for link in loop)
    return f"{loop[0].source}{steps}"

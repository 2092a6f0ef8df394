"""Who plays the runs of a study: this process, or some beside it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Protocol, TypeVar

from sim.ensemble.player import Start, prepare

AHEAD = 3
"""Tasks that wait for each process, so that none waits for work."""
Task = TypeVar("Task")
Done = TypeVar("Done")


class Workers(Protocol):
    """Those who do the tasks of a study."""

    def each(self, do: Callable[[Start, Task], Done], start: Start, tasks: Sequence[Task]) -> Iterator[Done]:
        """What comes of every task, in their order, whoever does it; `do` is a function of a module."""
        ...


class Here:
    """This process."""

    def each(self, do: Callable[[Start, Task], Done], start: Start, tasks: Sequence[Task]) -> Iterator[Done]:
        """What comes of every task, in their order."""
        return (do(start, task) for task in tasks)


class Processes:
    """As many processes on this machine."""

    def __init__(self, count: int) -> None:
        self.count = count

    def each(self, do: Callable[[Start, Task], Done], start: Start, tasks: Sequence[Task]) -> Iterator[Done]:
        """What comes of every task, in their order, whoever does it."""
        waiting: deque[Future[Done]] = deque()
        pool = ProcessPoolExecutor(min(self.count, len(tasks)) or 1, initializer=prepare, initargs=(start,))
        try:
            for task in tasks:
                waiting.append(pool.submit(do, start, task))
                if len(waiting) > AHEAD * self.count:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def workers_of(count: int) -> Workers:
    """This process alone, or so many beside it."""
    return Here() if count == 1 else Processes(count)

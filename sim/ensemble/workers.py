"""Who plays the runs of a study: this process, some beside it, or those of a cluster."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread
from types import TracebackType
from typing import Protocol, Self, TypeVar

from sim.ensemble.player import Start, prepare
from sim.errors import InputError
from sim.message import Message

AHEAD = 3
"""Tasks that wait for each process, so that none waits for work."""
TRIES = 3
"""How often a task is begun that ends its process."""
Asked = int | str
"""Who shall play: so many processes of this machine, or those of the cluster whose scheduler has this address."""
Raised = tuple[type[BaseException] | None, BaseException | None, TracebackType | None]
Task = TypeVar("Task")
Done = TypeVar("Done")
Promised = TypeVar("Promised")


class Workers(Protocol):
    """Those who do the tasks of a study, from when it begins (`with`) until it ends, however often they are asked."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *raised: *Raised) -> None:
        """Let go whatever was begun."""
        ...

    def each(self, do: Callable[[Start, Task], Done], start: Start, tasks: Sequence[Task]) -> Iterator[Done]:
        """What comes of every task, in their order, whoever does it; `do` is a function of a module."""
        ...


class Here:
    """This process."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: *Raised) -> None: ...

    def each(self, do: Callable[[Start, Task], Done], start: Start, tasks: Sequence[Task]) -> Iterator[Done]:
        """What comes of every task, in their order."""
        return (do(start, task) for task in tasks)


class Processes:
    """As many processes on this machine."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: *Raised) -> None:
        self._end()

    def each(self, do: Callable[[Start, Task], Done], start: Start, tasks: Sequence[Task]) -> Iterator[Done]:
        """What comes of every task, in their order, whoever does it.

        When a process dies, the others are ended with it, and what had not come yet is done by new ones.

        Raises:
            InputError: processes die again and again of the same tasks.
        """
        done = deaths = 0
        while done < len(tasks):
            try:
                for each in self._until_one_dies(do, start, tasks[done:]):
                    yield each
                    done, deaths = done + 1, 0
            except BrokenProcessPool as error:
                deaths += 1
                if deaths == TRIES:
                    raise InputError(Message(
                        "a process that played runs was ended {times} times from outside, as happens where memory is "
                        "short; name fewer --workers than {count} and begin again, which goes on from what is kept",
                        times=deaths, count=self.count)) from error  # fmt: skip

    def _until_one_dies(
        self, do: Callable[[Start, Task], Done], start: Start, tasks: Sequence[Task]
    ) -> Iterator[Done]:
        pool = self._pool = self._pool or ProcessPoolExecutor(self.count, initializer=_begin, initargs=(start,))
        try:
            promised = (pool.submit(do, start, task) for task in tasks)
            for each in few_ahead(promised, lambda: AHEAD * self.count):
                yield each.result()
        except BaseException:  # also where nobody wants the rest: none of it is to be played before what is asked next
            self._end()
            raise

    def _end(self) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def few_ahead(promised: Iterable[Promised], most: Callable[[], int]) -> Iterator[Promised]:
    """The same, each only once `most` after it have been asked for, or all.

    >>> asked = iter(range(9))
    >>> next(few_ahead(asked, lambda: 3)), next(asked)
    (0, 4)
    """
    waiting: deque[Promised] = deque()
    for each in promised:
        waiting.append(each)
        while len(waiting) > most():
            yield waiting.popleft()
    while waiting:
        yield waiting.popleft()


def _begin(start: Start) -> None:
    """Make a process ready to play."""
    follow_parent()
    prepare(start)


def follow_parent() -> None:
    """Let this process end with the one that began it, however that ends, and leave interrupts to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent is not None  # only processes that another began come here
    wait([parent.sentinel])
    os._exit(1)


def workers_of(asked: Asked) -> Workers:
    """This process alone, so many beside it, or those of a cluster."""
    if isinstance(asked, str):
        from sim.ensemble.cluster import Cluster

        return Cluster(asked)
    return Here() if asked == 1 else Processes(asked)

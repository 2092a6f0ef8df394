"""A process beside the server, which ends with the board for sure."""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from threading import RLock, Thread
from typing import Any

from sim.ensemble.workers import follow_parent

NICE = 10
"""By how much others go before it, so that the sliders stay as quick."""
ENDS_S = 2.0
"""How long is waited for one that was killed [s]."""
Work = Callable[..., None]
"""A function of a module; it is given a connection by which it is told and tells, and what else it needs."""


class Process:
    """Does one piece of work in a process of its own, at whose death its own processes die, too."""

    def __init__(self, work: Work, *given: Any, hear: Callable[[Any], None], left: Callable[[], None],
                 limit_s: float | None = None, alone: bool = False) -> None:  # fmt: skip
        """Begin it; `hear` is told what it says, and then `left` that it has ended, both in a thread of their own.

        It is killed when it has not ended after a while, and one that is `alone`, without processes of its own, when
        Python ends.
        """
        context = multiprocessing.get_context("spawn")  # a copy of a server would have its sockets and its threads
        self._ending = RLock()  # a signal may come while one is ended
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_begin, args=(work, theirs, given), daemon=alone)
        self._process.start()
        theirs.close()
        end_s = None if limit_s is None else time.monotonic() + limit_s

        def listen() -> None:
            for told in self._told(end_s):
                hear(told)
            self.kill()
            left()

        Thread(target=listen, daemon=True).start()

    def _told(self, end_s: float | None) -> Iterator[Any]:
        """All that it says until it ends, or its time is up."""
        while True:
            left_s = None if end_s is None else end_s - time.monotonic()
            if left_s is not None and left_s <= 0:
                return
            ready = wait([self._ours, self._process.sentinel], left_s)
            if self._ours in ready:
                try:
                    yield self._ours.recv()
                except (EOFError, OSError):
                    return
            elif ready:
                return

    def send(self, told: Any) -> None:
        """Tell it something; one that has ended hears nothing."""
        with suppress(OSError):
            self._ours.send(told)

    def kill(self) -> None:
        """End it at once, whatever it does."""
        with self._ending:
            self._process.kill()
            self._process.join(ENDS_S)


def _begin(work: Work, connection: Connection, given: tuple[Any, ...]) -> None:
    """Make the process ready, and do the work; nobody reads what it prints."""
    follow_parent()
    if hasattr(os, "nice"):
        os.nice(NICE)
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 until the process ends
    work(connection, *given)

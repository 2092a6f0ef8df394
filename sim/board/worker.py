"""A process beside the server that keeps what it has prepared, and does one task after another."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from sim.board.process import Process
from sim.errors import InputError
from sim.message import Message

GIVES_UP_S = 10.0
"""How long a task may take to give up that is wanted no more; then its process is ended [s]."""
GoOn = Callable[[], None]
"""Asked now and then by a task; raises when it is wanted no more."""
Do = Callable[[Any, Any, GoOn], Any]
"""What comes of a task, by what is kept; a function of a module."""


class GivenUp(Exception):
    """A task is wanted no more."""


class Worker:
    """Does tasks in a process of its own, which begins with the first."""

    def __init__(self, do: Do, make: Callable[..., Any], *given: Any) -> None:
        """`make` makes of what is given what is kept there, which `do` is handed with each task."""
        self._work = do, make, given
        self._process: Process | None = None
        self._one = asyncio.Lock()
        self._number = 0
        self._answer: asyncio.Future[Any] | None = None

    async def ask(self, task: Any) -> Any:
        """What comes of a task; whoever is cancelled while he waits has it given up.

        Raises:
            InputError: as the task does, or its process was ended from outside.
        """
        async with self._one:
            answer = self._answer = asyncio.get_running_loop().create_future()
            self._number += 1
            process = self._begun()
            process.send((self._number, task))
            try:
                return await asyncio.shield(answer)
            except asyncio.CancelledError:
                process.send(self._number)
                await asyncio.wait([answer], timeout=GIVES_UP_S)
                if not answer.done():
                    self.close()
                answer.exception()  # which nobody wants to hear of
                raise

    def close(self) -> None:
        """End the process; the next task begins another."""
        process, self._process = self._process, None
        if process:
            process.kill()
            self._ended()

    def _begun(self) -> Process:
        if self._process is None:
            mine = self._process = Process(_work, *self._work, hear=lambda told: self._later(self._hear, told),
                                           left=lambda: self._later(self._left, mine), alone=True)  # fmt: skip
        return self._process

    def _later(self, do: Callable[[Any], None], told: Any) -> None:
        """Hand on what comes in another thread to the loop that waits for it."""
        if self._answer:
            with suppress(RuntimeError):  # it has ended meanwhile
                self._answer.get_loop().call_soon_threadsafe(do, told)

    def _hear(self, told: tuple[int, str, Any]) -> None:
        number, what, more = told
        if number != self._number or self._answer is None or self._answer.done():
            return
        if what == "done":
            self._answer.set_result(more)
        else:
            self._answer.set_exception(more)

    def _left(self, process: Process) -> None:
        """A process has ended that nobody told to."""
        if process is self._process:
            self._process = None
            self._ended()

    def _ended(self) -> None:
        if self._answer and not self._answer.done():
            self._answer.set_exception(InputError(Message(
                "the process that looks beside the sliders was ended, as happens where memory is short; it begins "
                "anew with the next move")))  # fmt: skip


def _work(connection: Connection, do: Do, make: Callable[..., Any], given: tuple[Any, ...]) -> None:
    """Do tasks until the board ends: a task comes with its number, and its number alone once it is wanted no more."""
    kept = make(*given)
    while True:
        told = connection.recv()
        if not isinstance(told, tuple):
            continue  # it was done before word came
        number, task = told

        def go_on() -> None:
            if connection.poll():
                connection.recv()
                raise GivenUp

        try:
            connection.send((number, "done", do(kept, task, go_on)))
        except Exception as error:
            connection.send((number, "wrong", error))

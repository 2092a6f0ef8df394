"""The workers of a cluster play runs, by Dask: told what to play by its scheduler, and what is read by whoever asks.

A batch hangs on nothing but what it is handed, so that whoever plays it gets the same; a worker that goes takes
nothing with it but time.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future as Promise
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from threading import Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, Self

import sim
from sim.ensemble.player import Start, prepare
from sim.ensemble.workers import AHEAD, Done, Raised, Task, few_ahead
from sim.errors import InputError, Problems
from sim.message import Message

if TYPE_CHECKING:
    from distributed import Client, Future
    from tornado.ioloop import IOLoop

REACHED_S = 10
"""How long a scheduler may take to answer [s]."""
FIRST_S = 30
"""How long the first worker may take to come [s]."""
CLOSED_S = 10
"""How long it may take to say goodbye to a scheduler that may have gone [s]."""
LOOK_S = 5.0
"""How often is asked who is there [s]."""
COUNTED_ON = ("numpy", "scipy", "numba", "simpy", "pyyaml")
"""Libraries that the numbers of a run hang on."""
_ONE = Lock()
"""A process plays one run after the other, however many threads its worker has."""


class Cluster:
    """Those whom the scheduler at an address has."""

    def __init__(self, address: str) -> None:
        if not find_spec("distributed"):
            raise InputError(Message("--dask needs dask.distributed; install the extra `cluster`"))
        self.address = address
        self._open = ExitStack()
        self._client: Client | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: *Raised) -> None:
        self._client = None
        self._open.close()

    def each(self, do: Callable[[Start, Task], Done], start: Start, tasks: Sequence[Task]) -> Iterator[Done]:
        """What comes of every task, in their order, whoever does it.

        Raises:
            InputError: nobody answers at the address, no worker is there or left, workers have another program, or
                die again and again of the same task.
        """
        from distributed import CancelledError
        from distributed.comm import CommClosedError

        client = self._reached()
        brought = replace(start, files=tuple(prepare(start).varying.files.items()))
        # A task of its own, which any worker that lacks its result can do again: what is handed over as data is
        # lost with the worker that has it.
        shared = client.submit(_same, brought, pure=False)
        mine = program()
        promised = (client.submit(_play, mine, do, shared, task, pure=False) for task in tasks)
        try:
            for each in few_ahead(promised, _Room(client)):
                yield self._result(client, each)
        except (CancelledError, CommClosedError) as error:
            raise InputError(Message("the scheduler at {address} has gone; begin again once it is there, which "
                                     "goes on from what is kept", address=self.address)) from error  # fmt: skip

    def _reached(self) -> Client:
        """The connection of the study, of which everything that is asked for ends with it.

        Raises:
            InputError: nobody answers, or no worker is there.
            Problems: some have another program or other libraries.
        """
        if self._client is None:
            client = self._open.enter_context(self._connected())
            self._check(client)
            self._client = client
        return self._client

    @contextmanager
    def _connected(self) -> Iterator[Client]:
        """A connection, whose thread ends with it, also where nobody answered or the scheduler has gone since."""
        from distributed import Client

        with _loop() as loop:
            try:
                client = Client(self.address, timeout=REACHED_S, set_as_default=False, name="three-tier", loop=loop)
            except (OSError, ValueError) as error:
                raise InputError(Message(
                    "--dask: nobody answers at {address!r}; write what `dask scheduler` says of itself, such as "
                    "tcp://10.0.0.5:8786", address=self.address)) from error  # fmt: skip
            try:
                yield client
            finally:
                client.close(timeout=CLOSED_S)

    def _check(self, client: Client) -> None:
        """See that there are workers, and that each would play as this program does.

        Raises:
            InputError: none is there.
            Problems: some have another program or other libraries.
        """
        try:
            client.wait_for_workers(1, timeout=FIRST_S)
        except TimeoutError as error:
            raise InputError(self._nobody()) from error
        found: Mapping[str, Any] = client.run(program, on_error="return")
        if wrong := [each for worker, theirs in sorted(found.items()) for each in _unlike(program(), theirs, worker)]:
            raise Problems(wrong)

    def _result(self, client: Client, promised: Future) -> Any:
        """What came of a task, however long it takes while somebody is there to do it."""
        from distributed import KilledWorker

        while True:
            try:
                return promised.result(timeout=FIRST_S)
            except TimeoutError as error:
                if not client.nthreads():
                    raise InputError(self._nobody()) from error
            except KilledWorker as error:
                raise InputError(Message(
                    "{worker} was ended from outside while it played, as others were of the same runs, which happens "
                    "where memory is short; give workers more of it and begin again, which goes on from what is kept",
                    worker=error.last_worker.address)) from error  # fmt: skip

    def _nobody(self) -> Message:
        return Message("no worker is at the scheduler {address}; begin some with: dask worker {address} --nthreads 1",
                       address=self.address)  # fmt: skip


@contextmanager
def _loop() -> Iterator[IOLoop]:
    """A loop in a thread of our own: one that a connection makes for itself outlives it where nobody answered."""
    from tornado.ioloop import IOLoop

    made: Promise[tuple[IOLoop, asyncio.Event]] = Promise()

    async def begin() -> None:
        end = asyncio.Event()
        made.set_result((IOLoop.current(), end))
        await end.wait()

    thread = Thread(target=asyncio.run, args=(begin(),), name="cluster", daemon=True)
    thread.start()
    loop, end = made.result()
    try:
        yield loop
    finally:
        loop.add_callback(end.set)
        thread.join(CLOSED_S)


class _Room:
    """How many tasks may wait at once, as many as workers are there; they come and go."""

    def __init__(self, client: Client) -> None:
        self.client, self.looked_s, self.most = client, -LOOK_S, 0

    def __call__(self) -> int:
        if monotonic() - self.looked_s >= LOOK_S:
            self.most, self.looked_s = AHEAD * max(1, sum(self.client.nthreads().values())), monotonic()
        return self.most


@cache
def program() -> dict[str, str]:
    """What the numbers of a run hang on: this program to the letter, Python, and the libraries that count with it."""
    root = Path(sim.__file__).parent
    files = sorted(root.rglob("*.py"))
    code = sha256(b"".join(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() for path in files))
    python = ".".join(map(str, sys.version_info[:2]))
    return {"three-tier-containment": f"{sim.__version__} ({code.hexdigest()[:8]})", "python": python,
            **{each: version(each) for each in COUNTED_ON}}  # fmt: skip


def _unlike(mine: Mapping[str, str], theirs: Any, worker: str) -> list[Message]:
    """Why a worker would not play as whoever asks it: it has no such program, another one, or other libraries."""
    if not isinstance(theirs, Mapping):
        return [Message("the worker {worker} cannot play ({reason}); install there what is installed here",
                        worker=worker, reason=f"{type(theirs).__name__}: {theirs}")]  # fmt: skip
    return [Message("the worker {worker} has {what} {there}, here is {here}; install there what is installed here, so "
                    "that both find the same", worker=worker, what=what, there=theirs.get(what, "-"), here=here)
            for what, here in mine.items() if theirs.get(what) != here]  # fmt: skip


def _same(start: Start) -> Start:
    return start


def _play(asks: Mapping[str, str], do: Callable[[Start, Task], Done], start: Start, task: Task) -> Done:
    """A task, by a worker; one that came later than the rest is looked at here.

    Raises:
        Problems: it has another program than whoever asks.
    """
    from distributed import get_worker

    if wrong := _unlike(asks, program(), get_worker().address):
        raise Problems(wrong)
    with _ONE:
        return do(start, task)

"""Serves the board until somebody ends it, and is gone a few seconds later whatever is under way."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from queue import SimpleQueue
from types import FrameType
from typing import TYPE_CHECKING

import uvicorn

if TYPE_CHECKING:
    from starlette.types import ASGIApp

KEPT_S = 75
"""How long a connection stays open on which nothing is asked [s]; longer than platforms wait that ask each minute, who
else would now and then ask on one that is just being shut."""
ANSWERS_S = 1
"""How long answers under way are waited for, once somebody ends it [s]."""
GONE_S = 3.0
"""How long the process stays at most, once somebody ends it [s]."""


def serve(app: ASGIApp, listening: socket.socket, leave: Callable[[], None] = lambda: None) -> None:
    """Answer until somebody ends it by Ctrl+C or SIGTERM, both alike; `leave` ends what runs beside it.

    Raises:
        KeyboardInterrupt: somebody did.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # else it would leave worker processes behind
    config = uvicorn.Config(app, log_level="warning", server_header=False, proxy_headers=False, lifespan="off",
                            timeout_keep_alive=KEPT_S, timeout_graceful_shutdown=ANSWERS_S)  # fmt: skip
    _Server(config, leave).run(sockets=[listening])


class _Server(uvicorn.Server):
    """One that does not wait for threads under way: Python itself would, however long a study takes."""

    def __init__(self, config: uvicorn.Config, leave: Callable[[], None]) -> None:
        super().__init__(config)
        self._let_go = leave
        self._ended: SimpleQueue[int] = SimpleQueue()  # may be put into by a handler of signals whatever it interrupts
        threading.Thread(target=self._leave, daemon=True).start()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to end."""
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)  # that answers are cut off now is no fault
        self._ended.put(sig)
        self._let_go()
        super().handle_exit(sig, frame)

    def _leave(self) -> None:
        """Once somebody ends it, see to it that it does."""
        self._ended.get()
        time.sleep(GONE_S)
        for child in multiprocessing.active_children():
            child.kill()
        os._exit(0)

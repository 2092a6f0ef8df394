"""When Python looks for circular garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def one_sweep() -> Iterator[None]:
    """Let Python look for circular garbage afterwards, once: in between it would take up to a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

"""Somebody who looks on at a command from elsewhere than its terminal, and is told how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

Told = Callable[[str, float], None]
"""Is told the name of what is done, and which share of it is."""
_LOOKS_ON: ContextVar[Told | None] = ContextVar("looks_on", default=None)


def onlooker() -> Told | None:
    """Who looks on at what is done here, if anybody does."""
    return _LOOKS_ON.get()


@contextmanager
def looked_on(told: Told) -> Iterator[None]:
    """Tell somebody how far that is which is done meanwhile."""
    before = _LOOKS_ON.set(told)
    try:
        yield
    finally:
        _LOOKS_ON.reset(before)


def obey(words: Sequence[str], told: Told) -> None:
    """Do what the words of a command line say, for somebody who looks on.

    Raises:
        InputError: as the command raises it.
    """
    from sim.cli.command import named

    with looked_on(told):
        named(words[0]).obey(words[1:])

"""Requests of which only the newest counts: one is worked on at a time, and those that were overtaken are told so."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

Found = TypeVar("Found")
MOST_ASKING = 1000
"""Pages whose numbers are remembered; the one heard of longest ago is forgotten."""


class Overtaken(Exception):
    """A newer request of the same page came in before the work began."""


class Newest:
    """Lets one piece of work run at a time, and of each page that waits only the newest."""

    def __init__(self) -> None:
        self._numbers: OrderedDict[str, int] = OrderedDict()
        self._one = asyncio.Lock()
        self._waiting = 0

    async def work(self, page: str, number: int, do: Callable[[], Awaitable[Found]]) -> Found:
        """What comes of a page's request, whose requests are numbered upwards.

        Raises:
            Overtaken: a request with this number or a larger one is there already.
        """
        if number <= self._numbers.get(page, number - 1):
            raise Overtaken
        self._numbers[page] = number
        self._numbers.move_to_end(page)
        while len(self._numbers) > MOST_ASKING:
            self._numbers.popitem(last=False)
        async with self._turn():
            if not self._is_newest(page, number):
                raise Overtaken
            return await do()

    async def alone(self, do: Callable[[], Awaitable[Found]]) -> Found:
        """What comes of a request that none overtakes."""
        async with self._turn():
            return await do()

    async def beside(self, page: str, number: int, do: Callable[[], Awaitable[Found]]) -> Found:
        """What comes of a longer piece of work on a page's newest request, which asks `go_on` whether to.

        Raises:
            Overtaken: the request is no longer the newest.
        """
        async with self._one:  # nobody is kept waiting by it, so it is not counted among those who wait
            if not self.go_on(page, number):
                raise Overtaken
            return await do()

    def go_on(self, page: str, number: int) -> bool:
        """Whether a request is its page's newest, and nobody waits for a turn; asked from any thread."""
        return self._is_newest(page, number) and not self._waiting

    def _is_newest(self, page: str, number: int) -> bool:
        return self._numbers.get(page) == number

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        """A turn of one's own."""
        self._waiting += 1
        try:
            await self._one.acquire()
        finally:
            self._waiting -= 1
        try:
            yield
        finally:
            self._one.release()

"""Requests of which only the newest counts: one is worked on at a time, and those that were overtaken are told so."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
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
        self._newer = asyncio.Event()

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
        self._newer.set()
        self._newer = asyncio.Event()
        return await self.more(page, number, do)

    async def alone(self, do: Callable[[], Awaitable[Found]]) -> Found:
        """What comes of a request that none overtakes."""
        async with self._one:
            return await do()

    async def more(self, page: str, number: int, do: Callable[[], Awaitable[Found]]) -> Found:
        """What comes of more work on a page's newest request, in its turn.

        Raises:
            Overtaken: the request is no longer the newest.
        """
        async with self._one:
            if not self._is_newest(page, number):
                raise Overtaken
            return await do()

    async def beside(self, page: str, number: int, do: Callable[[], Awaitable[Found]]) -> Found:
        """What comes of longer work on a page's newest request, done elsewhere meanwhile, and cancelled once the page
        has a newer one.

        Raises:
            Overtaken: the request is no longer the newest.
        """
        work = asyncio.ensure_future(do())
        try:
            while not work.done():
                newer = asyncio.ensure_future(self._newer.wait())
                if self._is_newest(page, number):
                    await asyncio.wait([work, newer], return_when=asyncio.FIRST_COMPLETED)
                newer.cancel()
                if not self._is_newest(page, number):
                    raise Overtaken
            return work.result()
        finally:
            work.cancel()

    def _is_newest(self, page: str, number: int) -> bool:
        return self._numbers.get(page) == number

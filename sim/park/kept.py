"""What is found out about a park once, and kept as long as the park lives."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import partial, update_wrapper
from typing import Generic, TypeVar

from sim.park.park import Park

Found = TypeVar("Found")


class Kept(Generic[Found]):
    """A function of a park whose answer is found once; a park never changes, so nor may what is found."""

    def __init__(self, find: Callable[[Park], Found]) -> None:
        self._find = find
        self._found: dict[int, tuple[Found, weakref.ref[Park]]] = {}
        update_wrapper(self, find)

    def __call__(self, park: Park) -> Found:
        """What was found of the park, or is found now."""
        key = id(park)
        if key not in self._found:
            self.keep(park, self._find(park))
        return self._found[key][0]

    def keep(self, park: Park, found: Found) -> None:
        """Let this be what is found of a park, as long as it lives."""
        forget = partial(self._forget, id(park))
        self._found[id(park)] = found, weakref.ref(park, forget)

    def _forget(self, key: int, _: weakref.ref[Park]) -> None:
        self._found.pop(key, None)


def kept(find: Callable[[Park], Found]) -> Kept[Found]:
    """Let what a function finds of a park be found once."""
    return Kept(find)

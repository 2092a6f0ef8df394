"""What is found out about a park once, and kept as long as the park lives."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from sim.park.park import Park

Found = TypeVar("Found")


def kept(find: Callable[[Park], Found]) -> Callable[[Park], Found]:
    """Let what a function finds of a park be found once; a park never changes, so nor may what is found."""
    found: dict[int, Found] = {}

    @wraps(find)
    def find_once(park: Park) -> Found:
        key = id(park)
        if key not in found:
            found[key] = find(park)
            weakref.finalize(park, found.pop, key, None)
        return found[key]

    return find_once

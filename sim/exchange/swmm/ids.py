"""Names that SWMM accepts, and the way back."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 31
"""Letters a name has at most, which every editor of SWMM files still shows."""


class Ids:
    """ASCII names without blanks, no two alike whatever their case, since SWMM does not look at it.

    >>> ids = Ids()
    >>> ids.give("storage", "pool-3"), ids.give("storage", "Pool 3"), ids.give("link", "pool 3")
    ('pool-3', 'Pool_3', 'pool_3-2')
    >>> ids.give("storage", "事故池")
    'storage-1'
    """

    def __init__(self) -> None:
        self._given: dict[str, tuple[str, str, str]] = {}

    def give(self, kind: str, id: str, like: str = "") -> str:
        """A name for the thing `id`, like it or like another text; `kind` says in the list what it is."""
        plain = self.plain(like or id)
        wanted = plain[:LONGEST] if re.search(r"[A-Za-z0-9]", plain) else f"{kind}-1"
        name = next(each for each in _alike(wanted) if each.lower() not in self._given)
        self._given[name.lower()] = (name, kind, id)
        return name

    @staticmethod
    def plain(text: str) -> str:
        """A text with a low line for every letter that SWMM might not take."""
        return re.sub(r"[^A-Za-z0-9_.-]", "_", text)

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """Every name with what it is and the id it stands for, in the order in which they were given."""
        return list(self._given.values())


def _alike(name: str) -> Iterator[str]:
    """The name, and others like it."""
    yield name
    number = 2
    stem = re.sub(r"-1$", "", name)
    while True:
        ending = f"-{number}"
        yield stem[: LONGEST - len(ending)] + ending
        number += 1

"""Did you mean ...?"""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from functools import lru_cache

from sim.load.slip import slip_in_key, slip_text
from sim.message import Instead, Listed, Message

MOST = 8
"""Names listed before the rest is only counted."""


def did_you_mean(wrong: str, known: Collection[str], alike: float = 0.6) -> str | None:
    """The known name closest to `wrong`, if any is so much `alike`, 0 to 1.

    >>> did_you_mean("pol-3", ["pool-3", "river"])
    'pool-3'
    """
    return _closest(wrong, tuple(known), alike)


@lru_cache(maxsize=1024)
def _closest(wrong: str, known: tuple[str, ...], alike: float) -> str | None:
    """The same, worked out once: what is wrong in a column is wrong in every row."""
    close = get_close_matches(wrong, known, 1, alike) or get_close_matches(wrong.lower(), known, 1, alike)
    return close[0] if close else None


def one_of(known: Collection[str]) -> Message:
    """The known names as a list for people.

    >>> one_of(["a", "b"]), one_of([])
    ('a, b', 'none')
    """
    names = list(known)
    listed = Listed(names[:MOST]) if names else Message("none")
    more = len(names) - MOST
    return listed if more <= 0 else Message("{listed} and {more} more", listed=listed, more=more)


def hint(wrong: str, known: Collection[str], otherwise: str = "there are {names}", **values: object) -> Message:
    """`did you mean 'x'?`, or the template `otherwise` with the known names and what else stands in it.

    >>> hint("zzz", ["a", "b"]), hint("zzz", ["a"], "write {hours} factors, or the name {names}", hours=24)
    ('there are a, b', 'write 24 factors, or the name a')
    """
    if slip := slip_in_key(wrong):
        return slip_text(slip)
    close = did_you_mean(wrong, known)
    if close:
        return Instead(Message("did you mean '{close}'?", close=close), wrong, [close])
    return Message(otherwise, names=one_of(known), **values)

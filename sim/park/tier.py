"""One of the lines of defence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from unicodedata import normalize

from sim.park.names import Name

FIGURES = {"一": 1, "二": 2, "三": 3, "四": 4, "ⅰ": 1, "i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3,
           "4": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}  # fmt: skip
_CHINESE = re.compile(r"第?([一二三四1-4]|i{1,3}|iv)级.*")
_ENGLISH = re.compile(
    r"(?:(?:tier|level)[ -]?)?([1-4]|i{1,3}|iv|first|second|third|fourth)(?:[ -](?:tier|level|line))?"
)


@dataclass(frozen=True, slots=True)
class Tier:
    """A line of defence and what it promises, such as `plant`: nothing leaves the plant."""

    id: str
    name: Name
    promise: Name


def tier_number(word: str) -> int | None:
    """Which line of defence a word speaks of by its number, from the inside out; None when it has none.

    >>> tier_number("一级"), tier_number("三级防控（园区边界）"), tier_number("Tier 2"), tier_number("plant")
    (1, 3, 2, None)
    """
    plain = _plain(word)
    match = _CHINESE.fullmatch(plain) or _ENGLISH.fullmatch(plain)
    return FIGURES[match[1]] if match else None


def tier_meant(word: str, names: Mapping[str, Iterable[str]]) -> str | None:
    """The id of the tier that a word means, by its id, one of its names or the number in them; None when no tier or
    several may be meant.

    >>> names = {"plant": ["Plant", "一级防控（企业）"], "public": ["Public facilities", "二级防控"]}
    >>> tier_meant("Plant", names), tier_meant("二级", names), tier_meant("3", names)
    ('plant', 'public', None)
    """
    if word in names:
        return word
    number = tier_number(word)
    for fits in (lambda name: _plain(name) == _plain(word),
                 lambda name: number is not None and tier_number(name) == number):  # fmt: skip
        found = [id for id, all in names.items() if any(map(fits, (id, *all)))]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _plain(word: str) -> str:
    return " ".join(normalize("NFKC", word).casefold().split())

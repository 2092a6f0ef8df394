"""The head of a column: what it is called, and the unit of the bare numbers below."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from sim.units import Dimension, UnitError, parse_any

_OPENS = re.compile(r"[\[(]")
_MARKS = "*:： "


class Head(NamedTuple):
    """A head, taken apart."""

    name: str
    unit: str
    """What stands in brackets, or behind a slash if that is a unit; empty for nothing."""


@lru_cache(maxsize=4096)
def head_of(text: str) -> Head:
    """The head that a cell writes.

    >>> head_of("有效容积（万m3）"), head_of("容量/万m3")
    (Head(name='有效容积', unit='万m3'), Head(name='容量', unit='万m3'))
    >>> head_of("owner/plant"), head_of("名称*")
    (Head(name='owner/plant', unit=''), Head(name='名称', unit=''))
    >>> head_of("可用容量(立方米)（应急池）")
    Head(name='可用容量', unit='立方米')
    """
    plain = " ".join(normalize("NFKC", text).split()).strip(_MARKS)
    name, unit = _bracketed(plain)
    if unit and not is_unit(unit) and is_unit(_bracketed(name)[1]):  # a remark behind the unit
        name, unit = _bracketed(name)
    before, slash, after = name.partition("/")
    if slash and before.strip() and not unit and is_unit(after.strip()):
        return Head(before.strip(), after.strip())
    return Head(name.strip(_MARKS), unit)


def _bracketed(plain: str) -> tuple[str, str]:
    """What stands before the brackets at the end, and in them.

    >>> _bracketed("volume (usable) [m3]"), _bracketed("a) b")
    (('volume (usable)', 'm3'), ('a) b', ''))
    """
    if plain.endswith(("]", ")")):
        closed = max(plain.rfind(each, 0, -1) for each in "])")
        if opens := _OPENS.search(plain, closed + 1):
            return plain[: opens.start()].rstrip(), plain[opens.end() : -1].strip()
    return plain, ""


def is_unit(text: str) -> bool:
    """Whether a text is a unit.

    >>> is_unit("万m3"), is_unit("mm/h"), is_unit("plant")
    (True, True, False)
    """
    try:
        parse_any(f"1 {text}", *Dimension)
    except UnitError:
        return False
    return bool(text)

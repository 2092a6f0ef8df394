"""Quantities that a text says: times, volumes, flows, shares."""

from __future__ import annotations

import re
from typing import NamedTuple

from sim.units import Dimension, UnitError, parse

_UNITS = "days|day|d|hours|hour|h|minutes|minute|min|seconds|s|天|小时|分钟|分|秒钟|秒"
_TIME = rf"(?:\d+(?:\.\d+)?\s*(?:{_UNITS})(?![a-z/])\s*)+"
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_PATTERNS = (
    (Dimension.TIME, True, re.compile(rf"T\s*\+\s*({_TIME}|\d+:[0-5]\d(?::[0-5]\d)?)", re.IGNORECASE)),
    (Dimension.FLOW, False, re.compile(rf"({_NUMBER}\s*(?:L|m3|m³|立方米)/(?:s|h|min|d|秒|小时))")),
    (Dimension.VOLUME, False, re.compile(rf"({_NUMBER}\s*(?:万)?(?:m3|m³|立方米|立方)(?!/))")),
    (Dimension.SHARE, False, re.compile(rf"({_NUMBER}\s*%)")),
    (Dimension.TIME, False, re.compile(rf"(?<![\d:.])({_TIME})", re.IGNORECASE)),
)
_LONG = {"hours": "h", "hour": "h", "minutes": "min", "minute": "min", "seconds": "s"}
SAME = 0.01
"""Relative difference below which two quantities are the same: texts round to three digits."""


class Said(NamedTuple):
    """A quantity in a text."""

    dimension: Dimension
    since_start: bool
    """Whether it is a time after the start of the incident, `T+`."""
    value: float
    """In SI."""
    text: str
    place: int

    def same(self, other: Said) -> bool:
        """Whether both say the same."""
        return self.dimension is other.dimension and close(self.value, other.value)


def close(one: float, other: float) -> bool:
    """Whether two quantities are the same but for the rounding of texts.

    >>> close(0.0485, 0.04848), close(2400, 3720)
    (True, False)
    """
    return abs(one - other) <= SAME * max(abs(one), abs(other))


def quantities(text: str) -> list[Said]:
    """Every quantity of a text, in its order.

    >>> [(each.text, each.value) for each in quantities("Pool 3 is 80 % full at T+40 min, 1,200 m3 in 1 h 5 min")]
    [('80 %', 0.8), ('T+40 min', 2400.0), ('1,200 m3', 1200.0), ('1 h 5 min', 3900.0)]
    """
    found: list[Said] = []
    for dimension, since_start, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            free = all(match.end() <= each.place or match.start() >= each.place + len(each.text) for each in found)
            value = _value(match[1], dimension)
            if free and value is not None:
                found.append(Said(dimension, since_start, value, match[0].strip(), match.start()))
    return sorted(found, key=lambda each: each.place)


def _value(text: str, dimension: Dimension) -> float | None:
    plain = text.replace(",", "").strip()
    if ":" in plain:
        hours, minutes, *seconds = (float(each) for each in plain.split(":"))
        return parse(f"{hours} h", dimension) + parse(f"{minutes} min", dimension) + sum(seconds)
    for long, short in _LONG.items():
        plain = re.sub(rf"(?<=[\d\s]){long}\b", short, plain, flags=re.IGNORECASE)
    try:
        return parse(plain, dimension)
    except UnitError:
        return None

"""`--over`: which quantity is swept, and over which values, as it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sim.errors import InputError
from sim.message import Message

MOST_VALUES = 1000
_HIGH = re.compile(r"(?P<high>.*?)(?P<log>/log)?(?::\s*(?P<count>[^:]*?)(?P<end>/log)?)?")
"""The upper end with what follows it; `/log` is for values that lie a factor apart, not a difference."""
_BARE = re.compile(r"\s*[+-]?[\d.]+(?:[eE][+-]?\d+)?\s*")
EXAMPLE = "releases.rupture.volume=500..20000m3:40"


@dataclass(frozen=True, slots=True)
class Over:
    """A range or some values of a quantity."""

    written: str
    path: str
    values: tuple[str, ...]
    """Both ends of a range, or each value."""
    between: bool = False
    """Whether they are ends."""
    count: int | None = None
    """How many values lie in the range, its ends among them; None when nobody says."""
    log: bool = False

    @classmethod
    def of(cls, written: str) -> Over:
        """What somebody wrote.

        >>> Over.of("releases.spill.volume=50..150m3:21").values, Over.of("a.b=1..10L/s:5/log").log
        (('50 m3', '150m3'), True)

        Raises:
            InputError: it is nothing of the sort.
        """
        path, equals, rest = (each.strip() for each in written.partition("="))
        if not equals or not path or not rest:
            raise InputError(Message("write PATH=LOW..HIGH:N or PATH=VALUE,VALUE,..., such as {example}",
                                     example=EXAMPLE))  # fmt: skip
        if ".." not in rest:
            return cls(written, path, _with_units([each.strip() for each in rest.split(",")]))
        low, _, high = rest.partition("..")
        found = _HIGH.fullmatch(high)
        assert found is not None  # it takes any text
        ends = _with_units([low.strip(), found["high"].strip()])
        return cls(written, path, ends, True, _count(found["count"]), bool(found["log"] or found["end"]))


def _with_units(values: Sequence[str]) -> tuple[str, ...]:
    """Values of which the bare ones have the unit of the last.

    Raises:
        InputError: one of them is empty.
    """
    if not all(values):
        raise InputError(Message("a value is missing; write PATH=LOW..HIGH:N or PATH=VALUE,VALUE,..., such as "
                                 "{example}", example=EXAMPLE))  # fmt: skip
    bare = _BARE.match(values[-1])
    unit = values[-1][bare.end() :] if bare else ""
    return (*(f"{each} {unit}" if unit and _BARE.fullmatch(each) else each for each in values[:-1]), values[-1])


def _count(text: str | None) -> int | None:
    """How many values there are.

    Raises:
        InputError: it is no such number.
    """
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and 2 <= int(text) <= MOST_VALUES):
        raise InputError(Message("{text!r} is no number of values; write one from 2 to {most} behind the colon",
                                 text=text, most=MOST_VALUES))  # fmt: skip
    return int(text)

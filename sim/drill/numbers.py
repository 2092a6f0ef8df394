"""Numbers of lines: given once, never again to anything else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sim.drill.line import Kind, Line

JUMPS_FROM = 9001
"""The first number of a line that puts the clock forward.

These have a series of their own, so that the number of everything else hangs neither on how long an exercise lasts
nor on how dense it is.
"""


def numbers_of(lines: Iterable[Line], known: Mapping[str, int]) -> dict[str, int]:
    """The number of each line by its key: those of an earlier list, new ones after the highest of their series.

    `known` holds every number that was ever given, of lines that are gone too.

    >>> from sim.drill.line import Phase
    >>> from sim.park import Name
    >>> kinds = {"new": Kind.INJECT, "old": Kind.INJECT, "jump/new": Kind.JUMP}
    >>> lines = [Line(key, 0, kind, Phase.WARNING, Name("x")) for key, kind in kinds.items()]
    >>> numbers_of(lines, {"old": 3, "gone": 7})
    {'new': 8, 'old': 3, 'jump/new': 9001}
    """
    found: dict[str, int] = {}
    given = set(known.values())
    for line in lines:
        number = known.get(line_key(line)) or next_number(given, line.kind)
        given.add(number)
        found[line_key(line)] = number
    return found


def next_number(given: Iterable[int], kind: Kind = Kind.INJECT) -> int:
    """The next number of a kind's series that nothing has had.

    >>> next_number({1, 5, 9002}), next_number({1, 5, 9002}, Kind.JUMP)
    (6, 9003)
    """
    first = JUMPS_FROM if kind is Kind.JUMP else 1
    number = max((each for each in given if (each >= JUMPS_FROM) == (kind is Kind.JUMP)), default=first - 1) + 1
    while number in given:
        number += 1
    return number


def line_key(line: Line) -> str:
    """What a line keeps its number by: its incident and what it is about."""
    return f"{line.incident}/{line.key}" if line.incident else line.key

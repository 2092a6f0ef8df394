"""Numbers of lines: given once, never again to anything else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sim.drill.line import Line


def numbered(lines: Sequence[Line], known: Mapping[str, int]) -> list[Line]:
    """The lines with their numbers: those of an earlier list by their keys, new ones after the highest ever given.

    `known` holds every number that was ever given, of lines that are gone too.

    >>> from sim.drill.line import Kind, Phase
    >>> from sim.park import Name
    >>> lines = [Line(key, 0, Kind.INJECT, Phase.WARNING, Name("x")) for key in ("new", "old")]
    >>> [each.number for each in numbered(lines, {"old": 3, "gone": 7})]
    [8, 3]
    """
    highest = max(known.values(), default=0)
    found: list[Line] = []
    for line in lines:
        number = known.get(line_key(line))
        if number is None:
            highest += 1
            number = highest
        found.append(replace(line, number=number))
    return found


def line_key(line: Line) -> str:
    """What a line keeps its number by: its incident and what it is about."""
    return f"{line.incident}/{line.key}" if line.incident else line.key

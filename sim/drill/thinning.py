"""Fewer injects: the lightest go first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isinf

from sim.drill.line import Kind, Line
from sim.units import SECONDS_AN_HOUR

THINNED = (Kind.INJECT, Kind.MEASUREMENT)
"""What may be left out; actions, contingencies, reports and jumps stay."""


def thinned(lines: Sequence[Line], most_an_hour: float) -> list[Line]:
    """The lines with at most so many injects and readings in any hour of the exercise, as far as there are light ones.

    Lines of infinite weight stay whatever there is; of equal ones the earlier stays.

    >>> from sim.drill.line import Phase
    >>> from sim.park import Name
    >>> lines = [Line(str(k), k, Kind.INJECT, Phase.RESPONSE, Name("x"), exercise_s=k, weight=w)
    ...          for k, w in enumerate((1.0, 3.0, 2.0))]
    >>> [each.weight for each in thinned(lines, 2)]
    [3.0, 2.0]
    """
    if isinf(most_an_hour):
        return list(lines)
    kept: list[Line] = []
    for line in sorted(lines, key=lambda each: (-each.weight, each.exercise_s)):
        if line.kind not in THINNED or isinf(line.weight) or _fits([*_thinned(kept), line], line, most_an_hour):
            kept.append(line)
    stay = {line.key for line in kept}
    return [line for line in lines if line.key in stay]


def _thinned(lines: Iterable[Line]) -> list[Line]:
    return [line for line in lines if line.kind in THINNED]


def _fits(lines: Sequence[Line], new: Line, most: float) -> bool:
    """Whether no hour that holds `new` has more than so many lines."""
    near = sorted(each.exercise_s for each in lines if abs(each.exercise_s - new.exercise_s) < SECONDS_AN_HOUR)
    starts = [start for start in near if start <= new.exercise_s]
    return all(sum(start <= each < start + SECONDS_AN_HOUR for each in near) <= most for start in starts)

"""From the incident's time to the exercise's and back, between lines that have both."""

from __future__ import annotations

from collections.abc import Iterable

from sim.drill.line import Kind, Line


def _fixed(lines: Iterable[Line]) -> list[Line]:
    """Lines that take time of their own, in order."""
    return [line for line in lines if line.kind is not Kind.CONTINGENCY]


def exercise_time(lines: Iterable[Line], at_s: float) -> float:
    """When a time of the incident comes by the exercise clock; what is jumped over comes with the jump [s].

    >>> from sim.drill.line import Phase
    >>> from sim.park import Name
    >>> lines = [Line("a", 0, Kind.INJECT, Phase.RESPONSE, Name(), exercise_s=0),
    ...          Line("jump/b", 600, Kind.JUMP, Phase.RESPONSE, Name(), exercise_s=0),
    ...          Line("b", 660, Kind.INJECT, Phase.RESPONSE, Name(), exercise_s=60)]
    >>> exercise_time(lines, 300), exercise_time(lines, 630), exercise_time(lines, 700)
    (0, 30, 100)
    """
    fixed = _fixed(lines)
    past = (line for line in fixed if line.at_s <= at_s)
    before = max(past, key=lambda line: (line.exercise_s, line.at_s), default=None)
    after = [line for line in fixed if line.at_s > at_s]
    if before is None:
        return fixed[0].exercise_s + at_s - fixed[0].at_s if fixed else at_s
    there_s = before.exercise_s + at_s - before.at_s
    return min([there_s, *(line.exercise_s for line in after)])


def incident_time(lines: Iterable[Line], exercise_s: float) -> float:
    """What time it is in the incident at a time by the exercise clock; at a jump, after it [s].

    >>> from sim.drill.line import Phase
    >>> from sim.park import Name
    >>> lines = [Line("a", 0, Kind.INJECT, Phase.RESPONSE, Name(), exercise_s=0),
    ...          Line("jump/b", 600, Kind.JUMP, Phase.RESPONSE, Name(), exercise_s=0)]
    >>> incident_time(lines, 60)
    660
    """
    fixed = _fixed(lines)
    before = max((line for line in fixed if line.exercise_s <= exercise_s), key=lambda line: line.at_s, default=None)
    if before is None:
        return fixed[0].at_s + exercise_s - fixed[0].exercise_s if fixed else exercise_s
    return before.at_s + exercise_s - before.exercise_s

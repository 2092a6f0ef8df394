"""Where a yes turns into a no: bracketed by samples, closed in on by halving."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import nan

Holds = Callable[[float], bool]
"""Whether something holds at a value that is tried."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The end of a stretch of yeses: `good` was tried and holds, `bad` was tried and does not."""

    good: float
    """NaN when nothing that was tried holds."""
    bad: float
    """NaN when everything up to the last sample holds."""
    monotone: bool = True
    """Whether no sample beyond it holds again."""

    @property
    def found(self) -> bool:
        """Whether there is an end at all."""
        return self.bad == self.bad


NEVER = Turn(nan, nan)
"""Nothing that was tried holds."""


def last_good(holds: Holds, samples: Sequence[float], start: float, tolerance: float) -> Turn:
    """The end, upwards, of the stretch of yeses that `start` lies in.

    `samples` are all tried: they bracket the end, and tell whether yes comes back after it. The
    end is halved until its two sides are at most `tolerance` apart. Where `start` itself is a no,
    the stretch nearest below it counts; where there is none below, there is none.

    >>> last_good(lambda x: x < 0.3, [0, 1, 2], 0, 0.1)
    Turn(good=0.25, bad=0.3125, monotone=True)
    """
    points = sorted({*samples, start})
    answers = {x: holds(x) for x in points}
    below = [x for x in points if x <= start and answers[x]]
    if not below:
        return NEVER
    beyond = [x for x in points if x > below[-1]]
    bad = next((x for x in beyond if not answers[x]), None)
    if bad is None:
        return Turn(points[-1], nan)
    good = max(x for x in points if x < bad)
    monotone = not any(answers[x] for x in beyond if x > bad)
    return Turn(*halve(holds, good, bad, tolerance), monotone=monotone)


def halve(holds: Holds, good: float, bad: float, tolerance: float) -> tuple[float, float]:
    """Two values at most `tolerance` apart, the first of which holds and the second does not."""
    while abs(bad - good) > tolerance and good != (middle := (good + bad) / 2) != bad:
        if holds(middle):
            good = middle
        else:
            bad = middle
    return good, bad


SMALLEST, LARGEST = 2.0**-10, 2.0**10
"""Factors other than 0 that are tried first and last."""
BEYOND = 3
"""Octaves after the first no that are tried, to see whether yes comes back."""


def largest_factor(holds: Holds, share: float, largest: float = LARGEST) -> Turn:
    """By how much something may grow, or must shrink, for a yes: a factor from 0 to `largest`.

    Factors are tried in octaves; the end is halved until its sides are `share` of it apart.

    >>> largest_factor(lambda x: x < 3, 0.1)
    Turn(good=2.875, bad=3.0, monotone=True)
    """
    octaves = [0.0]
    while octaves[-1] < largest:
        octaves.append(min(max(2 * octaves[-1], SMALLEST), largest))
    answers: dict[float, bool] = {}
    after = 0
    for factor in octaves:
        answers[factor] = holds(factor)
        after += not all(answers.values())
        if after > BEYOND:
            break
    if not answers[0.0]:
        return NEVER
    bad = next((x for x in answers if not answers[x]), None)
    if bad is None:
        return Turn(largest, nan)
    good = max(x for x in answers if x < bad)
    monotone = not any(answers[x] for x in answers if x > bad)
    return Turn(*halve(holds, good, bad, share * max(good, SMALLEST)), monotone=monotone)

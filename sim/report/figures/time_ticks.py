"""Round times for an axis: minutes, hours or days."""

from __future__ import annotations

from math import ceil, floor

from sim.units import SECONDS_A_DAY, SECONDS_A_MINUTE, SECONDS_AN_HOUR

STEPS: dict[str, tuple[int, tuple[float, ...]]] = {
    "min": (SECONDS_A_MINUTE, (1, 2, 5, 10, 15, 20, 30)),
    "h": (SECONDS_AN_HOUR, (1, 2, 3, 4, 6, 8, 12, 24)),
    "d": (SECONDS_A_DAY, (1, 2, 5, 10, 20, 50, 100)),
}
"""Units, what they are in seconds, and steps that people count in."""
LONG_S = 4 * SECONDS_A_DAY
"""From there on an axis counts days."""


def time_ticks(from_s: float, until_s: float, most: int) -> tuple[list[float], list[str], str]:
    """At most so many ticks [s], their labels, and the unit of all labels.

    >>> time_ticks(0, 7200, 6)
    ([0, 1800, 3600, 5400, 7200], ['0', '30', '60', '90', '120'], 'min')
    >>> time_ticks(0, 43200, 7)[1:]
    (['0', '2', '4', '6', '8', '10', '12'], 'h')
    """
    span_s = until_s - from_s
    unit = "min" if span_s <= 3 * SECONDS_AN_HOUR else ("h" if span_s < LONG_S else "d")
    second, steps = STEPS[unit]
    step_s = next((step * second for step in steps if span_s / (step * second) <= most - 1), steps[-1] * second)
    ticks = [k * step_s for k in range(ceil(from_s / step_s), floor(until_s / step_s) + 1)]
    return ticks, [f"{tick / second:g}" for tick in ticks], unit

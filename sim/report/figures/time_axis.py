"""Axes of figures over time: hours after the start, over the stretch in which something happens, and heights."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import ceil, floor, log10
from typing import TYPE_CHECKING

import numpy as np

from sim.check import phases
from sim.report.figures.courses import Course
from sim.units import SECONDS_A_DAY, SECONDS_A_MINUTE, SECONDS_AN_HOUR

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sim.result import Result

STEPS_H = (0.1, 0.25, 0.5, 1.0, 2.0, 3.0, 4.0, 6.0, 12.0, 24.0, 48.0, 96.0, 168.0, 336.0)
"""Between two ticks [h]."""
TICK_STEPS: dict[str, tuple[int, tuple[float, ...]]] = {
    "min": (SECONDS_A_MINUTE, (1, 2, 5, 10, 15, 20, 30)),
    "h": (SECONDS_AN_HOUR, (1, 2, 3, 4, 6, 8, 12, 24)),
    "d": (SECONDS_A_DAY, (1, 2, 5, 10, 20, 50, 100)),
}
"""Units, what they are in seconds, and steps that people count in."""
LONG_S = 4 * SECONDS_A_DAY
"""From there on an axis counts days."""
SETTLED = 0.02
"""A volume is settled once it stays so near its last one, as a share of all it went through [-]."""
AFTERWARDS = 1.08
"""How much longer than the stretch in which something happens is shown [-]."""


def shown_until_s(found: Iterable[Course], horizon_s: float) -> float:
    """Until when a figure shows a run: a little after the last volume settled, or its end [s]."""
    last = max((_settled_at_s(each) for each in found), default=horizon_s)
    until = last * AFTERWARDS
    if until >= 0.75 * horizon_s or until <= 0:
        return horizon_s
    step = step_h(until / SECONDS_AN_HOUR, 8) * SECONDS_AN_HOUR
    return min(ceil(until / step) * step, horizon_s)


def eventful_until_s(result: Result, found: Mapping[str, Course]) -> float:
    """Until when the tiers are shown: no volume changes much afterwards and no verdict at all, or the run's end [s]."""
    horizon_s = result.record.horizon_s
    tiers = result.verdict.tiers
    settled_s = shown_until_s((found[each.storage] for tier in tiers for each in tier.reached), horizon_s)
    firsts = [each.since_s for tier in tiers for each in phases(result.park, tier, horizon_s)]
    return settled_s if max(firsts) < settled_s else horizon_s


def _settled_at_s(course: Course) -> float:
    """From when on its volume stays near its last one [s]."""
    total = course.total_m3
    span = float(total.max() - total.min())
    away = np.flatnonzero(np.abs(total - total[-1]) > SETTLED * span)
    return float(course.at_s[min(int(away[-1]) + 1, len(total) - 1)]) if span > 0 and len(away) else 0.0


def step_h(until_h: float, most: int) -> float:
    """The smallest step that makes at most so many intervals [h].

    >>> step_h(72, 8), step_h(12, 8), step_h(1.5, 8)
    (12.0, 2.0, 0.25)
    """
    return next((each for each in STEPS_H if until_h / each <= most), STEPS_H[-1] * ceil(until_h / STEPS_H[-1] / most))


def mark_hours(axes: Axes, until_s: float, most: int, labels: bool) -> None:
    """Ticks in hours from the start on; the axis itself is in hours."""
    until_h = until_s / SECONDS_AN_HOUR
    step = step_h(until_h, most)
    ticks = [k * step for k in range(int(until_h / step + 1e-9) + 1)]
    axes.set_xlim(0, until_h)
    axes.set_xticks(ticks, [f"{each:g}" if labels else "" for each in ticks])


def mark_volumes(axes: Axes, most_m3: float, intervals: int) -> None:
    """An axis from 0 that ends above a volume, with round ticks and commas between thousands."""
    step = round_step(most_m3 / intervals)
    ticks = [k * step for k in range(int(most_m3 / step + 1e-9) + 1)]
    axes.set_ylim(0, most_m3)
    axes.set_yticks(ticks, [f"{each:,.6g}" if each < 1e5 else f"{each:,.0f}" for each in ticks])


def round_step(least: float) -> float:
    """The smallest step of 1, 2 or 5 with noughts that is no smaller.

    >>> round_step(180), round_step(0.03), round_step(1000)
    (200.0, 0.05, 1000.0)
    """
    power = 10.0 ** floor(log10(least))
    return next(step * power for step in (1.0, 2.0, 5.0, 10.0) if step * power >= least * (1 - 1e-9))


def time_ticks(from_s: float, until_s: float, most: int) -> tuple[list[float], list[str], str]:
    """At most so many ticks [s], their labels, and the unit of all labels.

    >>> time_ticks(0, 7200, 6)
    ([0, 1800, 3600, 5400, 7200], ['0', '30', '60', '90', '120'], 'min')
    >>> time_ticks(0, 43200, 7)[1:]
    (['0', '2', '4', '6', '8', '10', '12'], 'h')
    """
    span_s = until_s - from_s
    unit = "min" if span_s <= 3 * SECONDS_AN_HOUR else ("h" if span_s < LONG_S else "d")
    second, steps = TICK_STEPS[unit]
    step_s = next((step * second for step in steps if span_s / (step * second) <= most - 1), steps[-1] * second)
    ticks = [k * step_s for k in range(ceil(from_s / step_s), floor(until_s / step_s) + 1)]
    return ticks, [f"{tick / second:g}" for tick in ticks], unit

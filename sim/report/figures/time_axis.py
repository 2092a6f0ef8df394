"""Axes of figures over time: hours after the start, over the stretch in which something happens, and heights."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor
from typing import TYPE_CHECKING

import numpy as np

from sim.check import phases
from sim.record.record import Floats
from sim.report.figures.rounding import round_step
from sim.units import SECONDS_A_DAY, SECONDS_A_MINUTE, SECONDS_AN_HOUR

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sim.result import Result

STEPS_S = tuple(
    [SECONDS_A_MINUTE * each for each in (1, 2, 5, 10, 15, 20, 30)]
    + [SECONDS_AN_HOUR * each for each in (1, 2, 3, 4, 6, 8, 12)]
    + [SECONDS_A_DAY * each for each in (1, 2, 5, 10, 20, 50, 100)]
)
"""Between two ticks: steps that people count in [s]."""
UNITS = {"min": SECONDS_A_MINUTE, "h": SECONDS_AN_HOUR, "d": SECONDS_A_DAY}
LONG_S = 4 * SECONDS_A_DAY
"""From there on an axis counts days."""
SETTLED = 0.02
"""A volume is settled once it stays so near its last one, as a share of all it went through [-]."""
AFTERWARDS = 1.08
"""How much longer than the stretch in which something happens is shown [-]."""


def shown_until_s(found: Iterable[tuple[Floats, Floats]], horizon_s: float) -> float:
    """Until when a figure shows a run: a little after the last volume settled, or its end; of storages their times [s]
    and what stood in them then [m3] [s]."""
    last = max((_settled_at_s(*each) for each in found), default=horizon_s)
    until = last * AFTERWARDS
    if until >= 0.75 * horizon_s or until <= 0:
        return horizon_s
    step = step_s(until, 8)
    return min(ceil(until / step) * step, horizon_s)


def eventful_until_s(result: Result) -> float:
    """Until when the tiers are shown: no volume changes much afterwards and no verdict at all, or the run's end [s]."""
    horizon_s, course = result.record.horizon_s, result.course
    tiers = result.verdict.tiers
    settled_s = shown_until_s((course.totals_m3(each.storage) for tier in tiers for each in tier.reached), horizon_s)
    firsts = [each.since_s for tier in tiers for each in phases(result.park, tier, horizon_s)]
    return settled_s if max(firsts) < settled_s else horizon_s


def _settled_at_s(at_s: Floats, total: Floats) -> float:
    """From when on a volume stays near its last one [s]."""
    span = float(total.max() - total.min())
    away = np.flatnonzero(np.abs(total - total[-1]) > SETTLED * span)
    return float(at_s[min(int(away[-1]) + 1, len(total) - 1)]) if span > 0 and len(away) else 0.0


def step_s(span_s: float, most: int) -> float:
    """The smallest step that makes at most so many intervals [s].

    >>> step_s(259_200, 8), step_s(43_200, 8), step_s(5400, 8)
    (43200, 7200, 900)
    """
    return next((each for each in STEPS_S if span_s / each <= most), STEPS_S[-1] * ceil(span_s / STEPS_S[-1] / most))


def mark_volumes(axes: Axes, most_m3: float, intervals: int) -> None:
    """An axis from 0 that ends above a volume, with round ticks and commas between thousands."""
    step = round_step(most_m3 / intervals)
    ticks = [k * step for k in range(int(most_m3 / step + 1e-9) + 1)]
    axes.set_ylim(0, most_m3)
    axes.set_yticks(ticks, [f"{each:,.6g}" if each < 1e5 else f"{each:,.0f}" for each in ticks])


def time_ticks(from_s: float, until_s: float, most: int) -> tuple[list[float], list[str], str]:
    """At most so many ticks [s], their labels, and the unit of all labels.

    >>> time_ticks(0, 7200, 6)
    ([0, 1800, 3600, 5400, 7200], ['0', '30', '60', '90', '120'], 'min')
    >>> time_ticks(0, 43200, 7)[1:]
    (['0', '2', '4', '6', '8', '10', '12'], 'h')
    """
    span_s = until_s - from_s
    unit = "min" if span_s <= 3 * SECONDS_AN_HOUR else ("h" if span_s < LONG_S else "d")
    step, second = step_s(span_s, most - 1), UNITS[unit]
    ticks = [k * step for k in range(ceil(from_s / step), floor(until_s / step) + 1)]
    return ticks, [f"{tick / second:g}" for tick in ticks], unit

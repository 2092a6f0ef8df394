"""An axis of time that is broken where nothing happens, so that minutes can be seen in a run of days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.report.figures.frame import axis_words
from sim.report.figures.style import FAINT, PAPER, SOFT
from sim.report.figures.time_axis import step_s, time_ticks
from sim.units import SECONDS_A_DAY, SECONDS_A_MINUTE

if TYPE_CHECKING:
    from matplotlib.axes import Axes

QUIET = 0.12
"""Share of the whole from which on a stretch without events is cut short [-]."""
GAP = 0.045
"""Share of the axis that a quiet stretch keeps [-]."""
LEAST = 0.13
"""Share of the axis that every busy stretch has at least [-]."""
LONG_S = 1.5 * SECONDS_A_DAY
"""A shorter axis stays whole: lengths can be compared on it, and quarters of an hour be seen [s]."""
WORTH = 0.5
"""Share of the whole that busy stretches take at most for the axis to be broken [-]."""
AIR_S = 5 * SECONDS_A_MINUTE
"""Shown before and after the events of a busy stretch, or a tenth of it, if that is more [s]."""
LABEL_MM, TICK_MM, MOST_TICKS = 10.0, 8.0, 9
"""From one label to the next at least on a broken axis, and on a whole one; ticks of a whole one at most."""
UNIT = "h:min"
"""Of a broken axis, whose stretches may be minutes or days."""


@dataclass(frozen=True, slots=True)
class Stretches:
    """The busy stretches of a run, from and until [s], the first from its start; one for an axis that is whole."""

    busy: tuple[tuple[float, float], ...]

    @property
    def broken(self) -> bool:
        """Whether something is cut short."""
        return len(self.busy) > 1

    @property
    def until_s(self) -> float:
        """How far the axis goes [s]."""
        return self.busy[-1][1]

    def _knots(self) -> tuple[list[float], list[float]]:
        """Times and their places along the axis, from 0 to 1, and as much again on either side."""
        room = 1.0 - GAP * (len(self.busy) - 1)
        lengths = [until - since for since, until in self.busy]
        shares = np.maximum(np.array(lengths) / sum(lengths), LEAST if self.broken else 0.0)
        shares *= room / shares.sum()
        times, places, at = [-self.until_s], [-1.0], 0.0
        for (since, until), share in zip(self.busy, shares.tolist(), strict=True):
            times += [since, until]
            places += [at, at + share]
            at += share + GAP
        return [*times, 2 * self.until_s], [*places, 2.0]

    def place(self, time_s: Any) -> Any:
        """Where times lie along the axis, 0 at its start and 1 at its end.

        >>> axis = Stretches(((0, 600), (86_400, 87_000)))
        >>> [round(float(axis.place(t)), 4) for t in (0, 600, 86_400, 87_000)]
        [0.0, 0.4775, 0.5225, 1.0]
        """
        return np.interp(time_s, *self._knots())

    def time_s(self, place: Any) -> Any:
        """Which times lie at places along the axis [s]."""
        times, places = self._knots()
        return np.interp(place, places, times)

    def ends_s(self) -> list[float]:
        """Where busy stretches begin and end: lines across need a point there [s]."""
        return [at_s for stretch in self.busy for at_s in stretch]


def stretches(times_s: Iterable[float], until_s: float) -> Stretches:
    """The stretches in which something happens; all of it where little would be won.

    >>> stretches([0, 600, 172_800], 180_000).busy
    ((0.0, 900), (172080.0, 180000))
    >>> stretches([0, 600, 86_400], 90_000).busy
    ((0.0, 90000),)
    """
    pieces = [[0.0, 0.0]]
    for at_s in sorted(at_s for at_s in times_s if 0 <= at_s <= until_s):
        if at_s - pieces[-1][1] > QUIET * until_s:
            pieces.append([at_s, at_s])
        pieces[-1][1] = at_s
    if until_s - pieces[-1][1] <= QUIET * until_s:
        pieces[-1][1] = until_s
    aired = [_aired(since, until, until_s) for since, until in pieces]
    if until_s < LONG_S or len(aired) < 2 or sum(until - since for since, until in aired) > WORTH * until_s:
        return Stretches(((0.0, until_s),))
    return Stretches(tuple(aired))


def _aired(since_s: float, until_s: float, most_s: float) -> tuple[float, float]:
    """A stretch with some time before and after it."""
    air_s = max(AIR_S, 0.1 * (until_s - since_s))
    return max(since_s - air_s, 0.0), min(until_s + air_s, most_s)


def lay_times(axes: Axes, axis: Stretches, wide_mm: float, language: str, *, labels: bool = True, name: bool = True
              ) -> None:  # fmt: skip
    """The axis of time [s] below axes, broken where nothing happens for long; with labels and its name if wanted."""
    unit = UNIT
    if axis.broken:
        break_axis(axes, axis, wide_mm, labels)
    else:
        axes.set_xlim(0, axis.until_s)
        ticks, said, unit = time_ticks(0, axis.until_s, min(int(wide_mm / TICK_MM), MOST_TICKS))
        axes.set_xticks(ticks, said if labels else [""] * len(ticks))
    if name:
        axes.set_xlabel(axis_words("time", unit, language), labelpad=2)


def break_axis(axes: Axes, axis: Stretches, wide_mm: float, labels: bool = True) -> None:
    """Scale axes whose times are in seconds, with ticks in each stretch, and mark the breaks."""
    axes.set_xscale("function", functions=(axis.place, axis.time_s))
    axes.set_xlim(0, axis.until_s)
    ticks = _ticks(axis, wide_mm)
    axes.set_xticks(ticks, [hour_text(at_s) if labels else "" for at_s in ticks])
    axes.minorticks_off()
    for (_, before), (after, _) in pairwise(axis.busy):
        axes.axvspan(before, after, facecolor=FAINT, alpha=0.55, linewidth=0, zorder=0)
        if labels:
            middle = float(axis.time_s((axis.place(before) + axis.place(after)) / 2))
            axes.text(middle, 0, "//", transform=axes.get_xaxis_transform(), ha="center", va="center", color=SOFT,
                      fontsize=7, bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.4}, zorder=6)  # fmt: skip


def _ticks(axis: Stretches, wide_mm: float) -> list[float]:
    """Round times in every stretch, with room for their labels [s]."""
    found: list[float] = []
    for since, until in axis.busy:
        room_mm = float(axis.place(until) - axis.place(since)) * wide_mm
        most = max(int(room_mm / LABEL_MM + 0.6), 1)
        step = step_s(until - since, most)
        first = np.ceil(since / step - 1e-9) * step
        inside: Sequence[float] = np.arange(first, until + 1e-6, step).tolist()
        for at_s in inside:
            if not found or float(axis.place(at_s) - axis.place(found[-1])) * wide_mm >= LABEL_MM - 1:
                found.append(at_s)
    return found


def hour_text(time_s: float) -> str:
    """A time as hours and minutes after the start.

    >>> hour_text(0), hour_text(5400), hour_text(432_600)
    ('0', '1:30', '120:10')
    """
    hours, minutes = divmod(round(time_s / SECONDS_A_MINUTE), 60)
    return f"{hours}:{minutes:02}" if time_s else "0"

"""From rain to runoff: how ground delays the rain it sheds, and where the first of it goes.

Everything here takes a list of steps - times [s] and the rate from then on [m/s], 0 at the end - and gives
another with the same depth in it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import ceil, exp, log

Steps = Sequence[tuple[float, float]]

PIECES = 6
"""Steps into which a time of concentration is cut, where the rate changes all the time."""
TAIL = 1e-3
"""Share of the depth that is still to come when a reservoir's tail is cut off [-]."""

RUNOFF = {"roof": 0.90, "concrete": 0.90, "macadam": 0.525, "green": 0.15}
"""Runoff coefficients by land use [-]: the middle of 0.85-0.95, 0.85-0.95, 0.4-0.65 and 0.1-0.2."""


def depth_m(steps: Steps) -> float:
    """What comes in all [m].

    >>> depth_m([(0, 1e-5), (600, 0)])
    0.006
    """
    return sum(rate * (end - start) for (start, rate), (end, _) in pairwise(steps))


def mean_runoff(areas_m2: Mapping[str, float], coefficients: Mapping[str, float]) -> float:
    """Runoff coefficient of ground of several land uses, weighted by area [-].

    >>> round(mean_runoff({"roof": 20_000, "green": 10_000}, {"roof": 0.9, "green": 0.15}), 4)  # 1.95 of 3 ha
    0.65
    """
    return sum(area * coefficients[use] for use, area in areas_m2.items()) / sum(areas_m2.values())


def rational(steps: Steps, concentration_s: float) -> list[tuple[float, float]]:
    """Runoff of ground whose farthest drop arrives after `concentration_s`: the rain's mean over so long.

    This is the rational method in time: with rain longer than the time of concentration its peak is that of
    `Q = q psi F`. The mean of steps rises and falls along straight lines; each is cut into steps that carry
    what it carries.

    Source: rational method with a linear time-area curve, standard practice.

    >>> runoff = rational([(0, 1e-5), (1200, 0)], 600)
    >>> [(round(time), round(rate * 1e5, 3)) for time, rate in runoff[:2]]  # the first sixth of the rise
    [(0, 0.083), (100, 0.25)]
    >>> runoff[6][1], runoff[-1]
    (1e-05, (1800.0, 0.0))
    """
    edges = sorted({float(time + lag) for time, _ in steps for lag in (0.0, concentration_s)})
    rain = _Fallen(steps)

    def mean(time: float) -> float:
        return max(rain.by(time) - rain.by(time - concentration_s), 0.0) / concentration_s

    found = []
    for start, end in pairwise(edges):
        middle = (start + end) / 2
        new, old = rain.step(middle), rain.step(middle - concentration_s)
        if rain.rate(new) == rain.rate(old):
            found.append((start, rain.rate(new) if new == old else mean(middle)))
            continue
        pieces = max(ceil((end - start) / concentration_s * PIECES - 1e-9), 1)
        first, last = mean(start), mean(end)
        length, rise = (end - start) / pieces, (last - first) / pieces
        found += [(start + k * length, first + (k + 0.5) * rise) for k in range(pieces)]
    return [*found, (edges[-1], 0.0)]


class _Fallen:
    """Rain by time: which step it is in, and what has come so far [m]."""

    def __init__(self, steps: Steps) -> None:
        self.times = [time for time, _ in steps]
        self.rates = [rate for _, rate in steps]
        self.sums = [0.0]
        for (start, rate), (end, _) in pairwise(steps):
            self.sums.append(self.sums[-1] + rate * (end - start))

    def step(self, time: float) -> int:
        return bisect_right(self.times, time) - 1

    def rate(self, step: int) -> float:
        return self.rates[step] if step >= 0 else 0.0

    def by(self, time: float) -> float:
        k = self.step(time)
        return self.sums[k] + self.rates[k] * (time - self.times[k]) if k >= 0 else 0.0


def reservoir(steps: Steps, storage_s: float) -> list[tuple[float, float]]:
    """Runoff of ground that sheds what stands on it as a linear reservoir, `Q = S / k`, with k = `storage_s`.

    In between, `Q` nears the rain's rate exponentially; each step carries what leaves in it. When a thousandth
    of the depth is still to come, that comes with the last step.

    Source: linear reservoir, standard hydrology; solved in closed form.

    >>> runoff = reservoir([(0, 1e-5), (600, 0)], 600)
    >>> round(runoff[5][1] * 1e5, 3), round(depth_m(runoff), 12)  # 1 - exp(-5.5 / 6), nearly
    (0.6, 0.006)
    """
    whole, standing = depth_m(steps), 0.0
    found: list[tuple[float, float]] = []
    for (start, rate), (end, _) in pairwise(steps):
        more, standing = _drained(start, end, rate, standing, storage_s)
        found += more
    if standing <= TAIL * whole:
        start, rate = found[-1]
        end = float(steps[-1][0])
        return [*found[:-1], (start, rate + standing / (end - start)), (end, 0.0)]
    start = float(steps[-1][0])
    end = start + storage_s * log(standing / (TAIL * whole))
    more, left = _drained(start, end, 0.0, standing, storage_s)
    last, rate = more[-1]
    return [*found, *more[:-1], (last, rate + left / (end - last)), (end, 0.0)]


def _drained(
    start: float, end: float, rate: float, standing: float, storage_s: float
) -> tuple[list[tuple[float, float]], float]:
    """The steps that leave a reservoir from `start` to `end`, and what stands in it then [m].

    Once it has come to its balance with the rain nothing changes any more, so the rest is one step.
    """
    span = end - start
    settling = min(span, storage_s * log(1 / TAIL))
    pieces = max(ceil(settling / storage_s * PIECES - 1e-9), 1)
    times = [start + settling * k / pieces for k in range(pieces)]
    if span > settling * (1 + 1e-9):
        times.append(start + settling)
    found = []
    for time, until in zip(times, [*times[1:], end], strict=True):
        length = until - time
        after = rate * storage_s + (standing - rate * storage_s) * exp(-length / storage_s)
        found.append((float(time), max(rate + (standing - after) / length, 0.0)))
        standing = after
    return found, standing


def first_flush(steps: Steps, first_m: float) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """The first `first_m` of depth, and the rest; either is empty when nothing is left for it.

    >>> first_flush([(0, 1e-5), (1000, 2e-5), (2000, 0)], 0.015)  # 10 mm, and 5 of the next 20
    ([(0, 1e-05), (1000, 2e-05), (1250.0, 0.0)], [(1250.0, 2e-05), (2000, 0)])
    """
    fallen = 0.0
    for k, ((start, rate), (end, _)) in enumerate(pairwise(steps)):
        depth = rate * (end - start)
        if fallen + depth > first_m:
            turn = min(start + (first_m - fallen) / rate, end)
            first = [*steps[:k], (start, rate), (turn, 0.0)] if turn > start else [*steps[:k], (start, 0.0)]
            rest = [(turn, rate), *steps[k + 1 :]] if turn < end else list(steps[k + 1 :])
            return (first if len(first) > 1 else []), rest
        fallen += depth
    return list(steps), []

"""What a river carries downstream: mixing and dispersion in one dimension; pure formulas.

A reach has the same section and speed everywhere and at all times. In it a mass M, let go at x = 0
at t = 0 and mixed over the section at once, makes

    C = M / (A sqrt(4 pi E t)) exp(-(x - v t)^2 / (4 E t) - k t)

(HJ 2.3-2018, the one-dimensional model of instantaneous release). Everything else here is that
solution integrated, in closed form: with `u = sqrt(v^2 + 4 k E)`,

    R(x, t) = integral of C A / M over 0 to t  = (F - B) / (2 u)     a rate that goes on: concentration
    G(x, t) = share that has been at x by t    = (F + B) / 2         first passage (Ogata and Banks 1961)
    F = exp(x (v - u) / (2 E)) erfc((x - u t) / sqrt(4 E t)),   B = exp(x (v + u) / (2 E)) erfc((x + u t) / sqrt(4 E t))

and `integral of G over 0 to t = t G - x R`, since the first-passage density is x / t times C A / M.

Valid where the water is mixed over the whole section, beyond `mixing_length_m`; nearer, the bank
on which the mass came in has more, by `bank_factor`. Where `v x / E` is small (below about ten)
part of the mass is said to go upstream first, and arrivals are early. Nothing floats, sinks or evaporates.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from math import exp, inf, nan, pi, sqrt

import numpy as np
from numpy.typing import NDArray

from sim.hydrology.hydraulics import GRAVITY

Floats = NDArray[np.float64]

Curve = Callable[[Floats], Floats]
"""A concentration over time."""

MOST_STEPS = 1000
"""Steps of a rate beyond which neighbours are put together, their mass kept."""
MOST_TIMES = 2000
"""Times at which a breakthrough is looked at; more where the rate steps."""
EDGE = 5.0
"""How far into the tails of a front one looks: `erfc(5)` is 1.5e-12."""
A_PAGE = 1_000_000
"""Numbers worked on at once."""


def shear_velocity_m_s(depth_m: float, slope: float) -> float:
    """Shear velocity of uniform flow in a wide channel, `u* = sqrt(g d s)` [m/s].

    >>> round(shear_velocity_m_s(1.5, 0.0005), 6)
    0.085776
    """
    return sqrt(GRAVITY * depth_m * slope)


def fischer_m2_s(width_m: float, depth_m: float, velocity_m_s: float, shear_m_s: float) -> float:
    """Longitudinal dispersion in a river, `E = 0.011 v^2 w^2 / (d u*)` [m2/s].

    Source: Fischer 1975. Against tracers in rivers it is good to a factor of about four, so a
    measured value goes before it.

    >>> round(fischer_m2_s(20, 1.5, 0.5, shear_velocity_m_s(1.5, 0.0005)), 4)
    8.5494
    """
    return 0.011 * velocity_m_s**2 * width_m**2 / (depth_m * shear_m_s)


def transverse_m2_s(depth_m: float, shear_m_s: float) -> float:
    """Mixing across a river, `0.6 d u*` [m2/s].

    Source: Fischer et al. 1979 for gently winding rivers, good to half of it; 0.15 in straight
    channels, more in bends.
    """
    return 0.6 * depth_m * shear_m_s


def mixing_length_m(width_m: float, velocity_m_s: float, transverse_m2_s: float) -> float:
    """Way after which what came in at a bank is mixed over the width, `0.4 v w^2 / Dy` [m].

    Source: Fischer et al. 1979; within 5 % of the mean from there on (`bank_factor`). A quarter
    of it from the middle of the river.

    >>> round(mixing_length_m(20, 0.5, transverse_m2_s(1.5, 0.085776)))
    1036
    """
    return 0.4 * velocity_m_s * width_m**2 / transverse_m2_s


def mixed(x_m: float, width_m: float, velocity_m_s: float, transverse_m2_s: float) -> float:
    """How far mixing across has come after a way, `Dy x / (v w^2)` [-]; over reaches in series it adds up."""
    return transverse_m2_s * x_m / (velocity_m_s * width_m**2)


def bank_factor(way: float) -> float:
    """Concentration along the bank on which it came in, over the mean of the section [-].

    `way` is that of `mixed`. A steady source at the bank of a rectangular channel, mirrored at both
    banks: near it `1 / sqrt(pi way)`, far below it 1.

    >>> round(bank_factor(0.4), 3), round(bank_factor(0.01), 2)  # at the mixing length; near
    (1.039, 5.64)
    """
    if way <= 0:
        return inf
    if way > 1:
        return 1.0
    return (1 + 2 * sum(exp(-(n**2) / way) for n in (1, 2, 3, 4))) / sqrt(pi * way)


@dataclass(frozen=True, slots=True)
class Stream:
    """A reach of river: the same section, speed and dispersion everywhere and at all times."""

    area_m2: float
    velocity_m_s: float
    dispersion_m2_s: float
    decay_1_s: float = 0.0
    """Share of what is there that decays in a second [1/s]."""

    @property
    def flow_m3_s(self) -> float:
        """Its flow, that of the river [m3/s]."""
        return self.area_m2 * self.velocity_m_s

    @property
    def quick_m_s(self) -> float:
        """`u = sqrt(v^2 + 4 k E)`: the speed at which what has not decayed goes on [m/s]."""
        return sqrt(self.velocity_m_s**2 + 4 * self.decay_1_s * self.dispersion_m2_s)

    def left(self, x_m: float) -> float:
        """Share of a mass that ever comes by x [-]; all of it when nothing decays."""
        return exp(x_m * (self.velocity_m_s - self.quick_m_s) / (2 * self.dispersion_m2_s))

    def spread_s(self, x_m: float) -> float:
        """How far apart what started together comes by x: the standard deviation in time [s]."""
        return sqrt(2 * self.dispersion_m2_s * x_m / self.quick_m_s**3)

    def front_s(self, x_m: float) -> tuple[float, float]:
        """Times before and after which nothing, and all, of what started at 0 has come by x [s].

        From `(x - u t) / sqrt(4 E t) = 5` and `= -5`, a quadratic in the root of t; about 1e-12 is left out.
        """
        quick, half = self.quick_m_s, EDGE * sqrt(self.dispersion_m2_s)
        root = sqrt(half**2 + quick * x_m)
        return ((root - half) / quick) ** 2, ((root + half) / quick) ** 2


@dataclass(frozen=True, eq=False)
class MassRate:
    """Mass that comes in at a rate that changes in steps.

    From `times_s[j]` on it is `rates_kg_s[j]`; times grow, and the last rate is 0.

    >>> MassRate(np.array([0.0, 10.0, 30.0]), np.array([2.0, 1.0, 0.0])).mass_kg
    40.0
    """

    times_s: Floats
    rates_kg_s: Floats

    @cached_property
    def mass_kg(self) -> float:
        """All of it [kg]."""
        return float((self.rates_kg_s[:-1] * np.diff(self.times_s)).sum())

    @property
    def jumps_kg_s(self) -> Floats:
        """By how much the rate changes at each time [kg/s]."""
        jumps: Floats = np.diff(self.rates_kg_s, prepend=0.0)
        return jumps

    def thinned(self, most: int = MOST_STEPS) -> MassRate:
        """The same mass in about `most` steps or fewer; steps are put together where they are shortest."""
        if len(self.times_s) <= most:
            return self
        times = self.times_s
        bins = np.floor((times - times[0]) / (times[-1] - times[0]) * most)
        kept = np.unique(np.append(np.flatnonzero(np.diff(bins, prepend=-1.0)), len(times) - 1))
        so_far = np.concatenate(([0.0], np.cumsum(self.rates_kg_s[:-1] * np.diff(times))))
        rates = np.diff(so_far[kept]) / np.diff(times[kept])
        return MassRate(times[kept], np.append(rates, 0.0))


def instant_kg_m3(stream: Stream, mass_kg: float, x_m: float, time_s: float) -> float:
    """Concentration after a mass was let go at once, at x = 0 and t = 0 [kg/m3].

    Source: HJ 2.3-2018.

    >>> stream = Stream(20 * 1.5, 0.5, 8.5494)
    >>> round(1000 * instant_kg_m3(stream, 1000, 1000, 2000), 3)  # 71.910 mg/L as the middle of it comes by
    71.91
    """
    if time_s <= 0:
        return 0.0
    spread = 4 * stream.dispersion_m2_s * time_s
    bell = exp(-((x_m - stream.velocity_m_s * time_s) ** 2) / spread - stream.decay_1_s * time_s)
    return mass_kg / (stream.area_m2 * sqrt(pi * spread)) * bell


def steady_kg_m3(stream: Stream, rate_kg_s: float, x_m: float) -> float:
    """Concentration below a release that has always gone on, `W / (Q m) exp(v x (1 - m) / (2 E))` [kg/m3].

    With `m = sqrt(1 + 4 k E / v^2)`. Source: HJ 2.3-2018.

    >>> steady_kg_m3(Stream(30, 0.5, 8.5494), 3, 1000)  # nothing decays: W / Q
    0.2
    """
    return rate_kg_s / (stream.area_m2 * stream.quick_m_s) * stream.left(x_m)


def concentration_kg_m3(stream: Stream, release: MassRate, x_m: float, times_s: Floats) -> Floats:
    """Concentration at x downstream of a release that changes in steps [kg/m3].

    >>> block = MassRate(np.array([0.0, 1e7]), np.array([3.0, 0.0]))
    >>> concentration_kg_m3(Stream(30, 0.5, 8.5494), block, 1000, np.array([0.0, 9e6])).round(9).tolist()
    [0.0, 0.2]
    """
    found = _added(stream, release, x_m, times_s, _risen)
    return np.maximum(found / stream.area_m2, 0.0)


def passing(stream: Stream, release: MassRate, x_m: float) -> MassRate:
    """What comes by x, as steps: what the next reach gets.

    Each step has the mass that comes by for the first time within it, exactly; what is later than
    the last step is in the last one, so no mass is lost. Handed on like this, two reaches of the
    same kind are one of twice the length but for the steps' width. Where the kind changes, what
    would wander back over the seam is left out, which is right where `v x / E` is large.

    >>> block = MassRate(np.array([0.0, 600.0]), np.array([3.0, 0.0]))
    >>> round(passing(Stream(30, 0.5, 8.5494), block, 1000).mass_kg, 9)
    1800.0
    """
    edges = _looked_at(stream, release, x_m)
    whole = release.mass_kg * stream.left(x_m)
    so_far = np.maximum.accumulate(np.clip(_added(stream, release, x_m, edges, _passed), 0.0, whole))
    so_far[0], so_far[-1] = 0.0, whole
    return MassRate(edges, np.append(np.diff(so_far) / np.diff(edges), 0.0))


@dataclass(frozen=True, slots=True)
class Passage:
    """What a place downstream sees; times since the release's own zero [s]."""

    peak_kg_m3: float
    peak_at_s: float
    above_from_s: float
    """First time above the limit; NaN for never."""
    above_for_s: float
    """Time above the limit, all stretches together."""


def passage(stream: Stream, release: MassRate, x_m: float, limit_kg_m3: float = inf) -> Passage:
    """Peak, and when and how long the concentration at x is above a limit.

    >>> burst = MassRate(np.array([0.0, 1.0]), np.array([1000.0, 0.0]))
    >>> seen = passage(Stream(30, 0.5, 8.5494), burst, 1000, 0.05)
    >>> round(seen.peak_kg_m3, 4), round(seen.peak_at_s), round(seen.above_from_s), round(seen.above_for_s)
    (0.0722, 1967, 1679, 626)
    """

    def at(times_s: Floats) -> Floats:
        return concentration_kg_m3(stream, release, x_m, times_s)

    times = _looked_at(stream, release, x_m)
    values = at(times)
    peak_at, peak = _highest(at, times, values)
    place = int(np.searchsorted(times, peak_at))
    times, values = np.insert(times, place, peak_at), np.insert(values, place, peak)
    since, until = _stretches(at, times, values, limit_kg_m3)
    first = float(since[0]) if len(since) else nan
    return Passage(peak, peak_at, first, float((until - since).sum()))


Answer = Callable[[Stream, float, Floats], Floats]
"""What a rate of 1 that has gone on for so long has done at x."""


def _waves(stream: Stream, x_m: float, times_s: Floats) -> tuple[Floats, Floats]:
    """F and B of the head of this page; `erfcx` where exp and erfc alone would over- and underflow."""
    from scipy.special import erfc, erfcx

    quick, dispersion = stream.quick_m_s, stream.dispersion_m2_s
    after = np.maximum(times_s, 1e-9)
    spread = 2 * np.sqrt(dispersion * after)
    ahead, behind = (x_m - quick * after) / spread, (x_m + quick * after) / spread
    bell = np.exp(-(((x_m - stream.velocity_m_s * after) / spread) ** 2) - stream.decay_1_s * after)
    front = np.where(ahead > 0, bell * erfcx(np.maximum(ahead, 0)), stream.left(x_m) * erfc(np.minimum(ahead, 0)))
    begun = times_s > 0
    return np.where(begun, front, 0.0), np.where(begun, bell * erfcx(behind), 0.0)


def _risen(stream: Stream, x_m: float, times_s: Floats) -> Floats:
    """R: what a rate of 1 that has gone on for so long makes at x, times the area."""
    front, back = _waves(stream, x_m, times_s)
    risen: Floats = (front - back) / (2 * stream.quick_m_s)
    return risen


def _passed(stream: Stream, x_m: float, times_s: Floats) -> Floats:
    """Integral of G: what has come by x of a rate of 1 that has gone on for so long."""
    front, back = _waves(stream, x_m, times_s)
    passed: Floats = times_s * (front + back) / 2 - x_m * (front - back) / (2 * stream.quick_m_s)
    return passed


def _added(stream: Stream, release: MassRate, x_m: float, times_s: Floats, answer: Answer) -> Floats:
    """The answers to all of a release's jumps, added up; not by BLAS, whose last bits are not always the same."""
    jumps = release.jumps_kg_s
    rows = max(A_PAGE // len(jumps), 1)
    pages = (times_s[start : start + rows, None] for start in range(0, len(times_s), rows))
    return np.concatenate([(answer(stream, x_m, page - release.times_s) * jumps).sum(axis=1) for page in pages])


def _looked_at(stream: Stream, release: MassRate, x_m: float) -> Floats:
    """Times that show a breakthrough at x whole: evenly from its first trace to its last, and round each step."""
    early, late = stream.front_s(x_m)
    first, last = release.times_s[0] + early, release.times_s[-1] + late
    count = int(np.clip((last - first) / (stream.spread_s(x_m) / 20), 200, MOST_TIMES))
    steps = release.times_s[:, None] + x_m / stream.quick_m_s + stream.spread_s(x_m) * np.array([-2.0, 0.0, 2.0])
    near = steps[(steps > first) & (steps < last)]
    times: Floats = np.unique(np.concatenate((np.linspace(first, last, count + 1), near)))
    return times


def _highest(at: Curve, times_s: Floats, values: Floats) -> tuple[float, float]:
    """When a curve is highest and how high, looked at ever closer round the highest of its points."""
    for _ in range(5):
        place = int(np.argmax(values))
        low, high = times_s[max(place - 1, 0)], times_s[min(place + 1, len(times_s) - 1)]
        best = float(times_s[place]), float(values[place])
        times_s = np.linspace(low, high, 21)
        values = at(times_s)
    return best


def _stretches(at: Curve, times_s: Floats, values: Floats, limit: float) -> tuple[Floats, Floats]:
    """Beginnings and ends of the stretches above a limit, each crossing halved down to a thousandth of a second."""
    above = values > limit
    places = np.flatnonzero(above[1:] != above[:-1])
    low, high, was = times_s[places], times_s[places + 1], above[places]
    while len(places) and (high - low).max() > 1e-3:
        middle = (low + high) / 2
        same = (at(middle) > limit) == was
        low, high = np.where(same, middle, low), np.where(same, high, middle)
    edges = (low + high) / 2
    edges = np.concatenate((times_s[:1] if above[0] else [], edges, times_s[-1:] if above[-1] else []))
    return edges[::2], edges[1::2]

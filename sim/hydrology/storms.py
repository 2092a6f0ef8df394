"""Design storms: how much rain falls in a time once in so many years, and when within the storm.

The formula is the Chinese storm intensity formula as it is printed, `q = A (1 + C lg P) / (t + b)^n`,
with q in L/(s ha), t in minutes and P, the return period, in years; what comes out is in m and s.
A storm is a list of steps: times since it began [s] and the rate from then on [m/s], 0 at the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import ceil, log10

from sim.errors import InputError
from sim.message import Message
from sim.units import SECONDS_A_MINUTE

L_S_HA = 1e-7
"""One L/(s ha) as a rate of depth [m/s]: 0.001 m3/s on 10,000 m2."""

SHORTEST_S = 5 * SECONDS_A_MINUTE
LONGEST_S = 180 * SECONDS_A_MINUTE
"""Durations for which the formulas were fitted [s]; beyond 3 h they give too much rain."""

PEAK = 0.4
"""Where in a Chicago storm its peak lies, unless somebody says otherwise [-]; 0.35 to 0.45 is usual."""

Steps = list[tuple[float, float]]
"""Times [s] and the rate from then on [m/s]; the last rate is 0."""


@dataclass(frozen=True, slots=True)
class StormFormula:
    """Coefficients of `q = a (1 + c lg P) / (t + b)^n`, q in L/(s ha), t in min, P in years.

    >>> yubei = StormFormula(a=1111, c=0.945, b=9.713, n=0.561)
    >>> round(yubei.depth_m(3600, period_a=2) * 1000, 1)  # the hour of rain that comes once in 2 years [mm]
    47.5
    """

    a: float
    c: float
    b: float
    """[min]"""
    n: float

    def intensity_m_s(self, duration_s: float, period_a: float) -> float:
        """Mean intensity of the worst `duration_s` in `period_a` years [m/s].

        Source: storm intensity formula of GB 50014.

        >>> q = StormFormula(1178.521, 0.633, 8.534, 0.551).intensity_m_s(600, 2)
        >>> round(q / L_S_HA, 1)  # 1178.521 x (1 + 0.633 lg 2) / 18.534^0.551 L/(s ha)
        280.8

        Raises:
            InputError: the period is so short that the formula gives no rain.
        """
        return self._strength(period_a) * L_S_HA / float((duration_s / SECONDS_A_MINUTE + self.b) ** self.n)

    def depth_m(self, duration_s: float, period_a: float) -> float:
        """Depth of the worst `duration_s` in `period_a` years [m]."""
        return self.intensity_m_s(duration_s, period_a) * duration_s

    def _strength(self, period_a: float) -> float:
        strength = self.a * (1 + self.c * log10(period_a))
        if strength <= 0:
            least = self.least_period_a
            raise InputError(Message("the formula gives no rain as often as that; its periods begin at {least} a",
                                     least=f"{least:.2g}"))  # fmt: skip
        return strength

    @property
    def least_period_a(self) -> float:
        """The period at which, and below which, it gives no rain [a].

        >>> round(StormFormula(1111, 0.945, 9.713, 0.561).least_period_a, 4)  # lg P = -1 / 0.945
        0.0875
        """
        return float(10 ** (-1 / self.c)) if self.c > 0 else 0.0


def block(formula: StormFormula, lasts_s: float, period_a: float) -> Steps:
    """A storm that rains evenly: its depth is the formula's, its peak none.

    >>> [(time, round(rate * 3.6e6, 1)) for time, rate in block(StormFormula(1111, 0.945, 9.713, 0.561), 3600, 2)]
    [(0.0, 47.5), (3600, 0.0)]
    """
    return [(0.0, formula.intensity_m_s(lasts_s, period_a)), (lasts_s, 0.0)]


def chicago(formula: StormFormula, lasts_s: float, period_a: float, step_s: float, peak: float = PEAK) -> Steps:
    """A storm that holds the formula's depth for every duration around its peak, in steps of `step_s`.

    A share `peak` of its depth falls before the peak, the rest after it. Each step brings exactly what the
    hyetograph `i = a' ((1 - n) u + b) / (u + b)^(1 + n)` brings in it, `u` being the time to the peak
    over `peak` before it and over `1 - peak` after it: its integral is the formula's depth. The last step is
    shorter when they do not fill the storm.

    Source: Keifer & Chu 1957; the closed integral is this program's.

    >>> storm = chicago(StormFormula(1111, 0.945, 9.713, 0.561), 7200, 2, step_s=480)
    >>> round(storm[5][1] * 480 * 1000, 2), len(storm)  # the step before the peak, mm; 15 steps and the end
    (10.22, 16)
    """
    times = [k * step_s for k in range(ceil(lasts_s / step_s - 1e-9))] + [lasts_s]
    fallen = [_fallen_m(formula, time, lasts_s, period_a, peak) for time in times]
    rows = pairwise(zip(times, fallen, strict=True))
    return [*((t0, (d1 - d0) / (t1 - t0)) for (t0, d0), (t1, d1) in rows), (lasts_s, 0.0)]


def _fallen_m(formula: StormFormula, time_s: float, lasts_s: float, period_a: float, peak: float) -> float:
    """What a Chicago storm has brought by `time_s` [m]."""
    whole, top_s = formula.depth_m(lasts_s, period_a), peak * lasts_s
    if time_s <= top_s:
        return peak * (whole - formula.depth_m(max(lasts_s - time_s / peak, 0.0), period_a))
    return peak * whole + (1 - peak) * formula.depth_m((time_s - top_s) / (1 - peak), period_a)

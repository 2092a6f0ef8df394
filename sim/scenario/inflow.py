"""Water and product that come in from nowhere: spill, fire water, process water, rain, river."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class InflowKind(StrEnum):
    """Why it flows; the order is the order of equal times."""

    RELEASE = "release"
    FIRE = "fire"
    PROCESS = "process"
    RAIN = "rain"
    RIVER = "river"

    @property
    def origin(self) -> str:
        """The origin its water is booked under."""
        return _ORIGIN[self]


_ORIGIN = {
    InflowKind.RELEASE: "product",
    InflowKind.FIRE: "firewater",
    InflowKind.PROCESS: "process",
    InflowKind.RAIN: "rain",
    InflowKind.RIVER: "river",
}


@dataclass(frozen=True, slots=True)
class Inflow:
    """A rate that changes in steps, poured into one or several storages.

    From `times_s[k]` on, storage `into[j]` receives `rates[k] * factors[j]` [m3/s]; the last
    rate holds to the horizon. For a spill the factor is 1 and the rate in m3/s; for rain the
    rate is in m/s of depth and the factor the catchment's effective area in m2.
    """

    id: str
    kind: InflowKind
    into: tuple[str, ...]
    factors: tuple[float, ...]
    times_s: tuple[float, ...]
    rates: tuple[float, ...]
    fallen_m: float = 0.0
    """Depth of the whole rain, when this is only the first flush of it, or the rest [m]."""
    formula: str = ""
    """The park's storm formula that tells how much rain falls; empty when the scenario tells it."""

    def volume_m3(self, until_s: float) -> float:
        """What it brings from the start to `until_s` [m3].

        >>> spill = Inflow("s", InflowKind.RELEASE, ("bund",), (1.0,), (0.0, 10.0), (2.0, 0.0))
        >>> spill.volume_m3(5), spill.volume_m3(60)
        (10.0, 20.0)
        """
        depth, ends = 0.0, (*self.times_s[1:], until_s)
        for start, end, rate in zip(self.times_s, ends, self.rates, strict=True):
            if rate and start < until_s:
                depth += rate * ((end if end < until_s else until_s) - start)
        return depth * sum(self.factors)

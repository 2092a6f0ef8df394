"""What flows in from nowhere, as time series."""

from __future__ import annotations

from collections.abc import Iterable

from sim.scenario import Inflow

EDGE_S = 0.5
"""Half of the time in which a step of the inflow is made [s]; SWMM draws straight lines."""
LEAST_APART_S = 0.01
"""Changes nearer to each other than this are one [s]."""
HOUR_S = 3600.0

Step = tuple[float, float]


def steps(inflows: Iterable[Inflow]) -> dict[str, list[Step]]:
    """What each storage receives in all, as (from second, m3/s), times rising.

    >>> from sim.scenario import InflowKind
    >>> one = Inflow("a", InflowKind.FIRE, ("pool",), (1.0,), (0.0, 60.0), (0.5, 0.0))
    >>> two = Inflow("b", InflowKind.RAIN, ("pool", "bund"), (1.0, 2.0), (30.0,), (0.25,))
    >>> steps([one, two])
    {'pool': [(0.0, 0.5), (30.0, 0.75), (60.0, 0.25)], 'bund': [(30.0, 0.5)]}
    """
    changes: dict[str, dict[float, float]] = {}
    for inflow in inflows:
        before = 0.0
        for at_s, rate in zip(inflow.times_s, inflow.rates, strict=True):
            for id, factor in zip(inflow.into, inflow.factors, strict=True):
                change = changes.setdefault(id, {})
                change[at_s] = change.get(at_s, 0.0) + (rate - before) * factor
            before = rate
    return {id: _summed(change) for id, change in changes.items()}


def _summed(changes: dict[float, float]) -> list[Step]:
    """Rates from their changes; what rounding leaves of a rate that ends is none."""
    rate, found = 0.0, []
    largest = max((abs(change) for change in changes.values()), default=0.0)
    for at_s in sorted(changes):
        rate += changes[at_s]
        rate = 0.0 if abs(rate) < 1e-12 * largest else rate
        found.append((at_s, rate))
    return found


def points(of_steps: list[Step], until_s: float) -> list[Step]:
    """The same as points (hour, m3/s) that straight lines join, later and later.

    >>> [(round(hour * 3600, 1), rate) for hour, rate in points([(0.0, 1.0), (60.0, 0.0)], 120)]
    [(0.0, 1.0), (59.5, 1.0), (60.5, 0.0), (121.0, 0.0)]
    """
    changes = _apart([each for each in of_steps if each[0] <= until_s])
    rate = changes.pop(0)[1] if changes and changes[0][0] <= 0 else 0.0
    found, before = [(0.0, rate)], 0.0
    for (at_s, following), next_s in zip(changes, _next_s(changes), strict=True):
        edge = min(EDGE_S, (at_s - before) / 3, (next_s - at_s) / 3)
        found += [(at_s - edge, rate), (at_s + edge, following)]
        before, rate = at_s, following
    found.append((max(until_s, found[-1][0]) + 2 * EDGE_S, rate))
    return [(at_s / HOUR_S, rate) for at_s, rate in found]


def _apart(changes: list[Step]) -> list[Step]:
    """Of changes that follow each other faster than a series can tell apart the last."""
    return [each for each, next_s in zip(changes, _next_s(changes), strict=True) if next_s - each[0] > LEAST_APART_S]


def _next_s(changes: list[Step]) -> list[float]:
    """When the change after each comes."""
    return [at_s for at_s, _ in [*changes, (float("inf"), 0.0)][1:]]

"""What flows in from nowhere, as time series."""

from __future__ import annotations

from collections.abc import Iterable

from sim.scenario import Inflow

EDGE_S = 0.5
"""Half of the time in which a step of the inflow is made [s]; SWMM draws straight lines."""
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
    """The same as points (hour, m3/s) that straight lines join.

    >>> [(round(hour * 3600, 1), rate) for hour, rate in points([(0.0, 1.0), (60.0, 0.0)], 120)]
    [(0.0, 1.0), (59.5, 1.0), (60.5, 0.0), (121.0, 0.0)]
    """
    before, found = 0.0, [(0.0, 0.0)] if of_steps[0][0] > EDGE_S else []
    for at_s, rate in of_steps:
        if at_s > until_s:
            break
        if at_s > EDGE_S:
            edge = min(EDGE_S, (at_s - found[-1][0]) / 2)
            found.append((at_s - edge, before))
            found.append((at_s + edge, rate))
        else:
            found = [(0.0, rate)]
        before = rate
    found.append((max(until_s, found[-1][0]) + 2 * EDGE_S, before))
    return [(at_s / HOUR_S, rate) for at_s, rate in found]

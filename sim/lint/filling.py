"""When a storage can have filled, at the earliest."""

from __future__ import annotations

from itertools import pairwise
from math import inf

from sim.lint.reach import stands_m3, upstream
from sim.park import Park
from sim.scenario import Inflow, Level, Scenario


def fills_at_s(park: Park, scenario: Scenario, level: Level, without: str = "") -> float:
    """When a storage could first stand as high if all water that can get to it were there at once [s].

    `inf` when it never can; `without` names a link that water does not take.
    """
    above = upstream(park, scenario, level.storage, without) & park.storages.keys()
    missing = level.volume_m3 - sum(stands_m3(park, scenario, id) for id in above)
    if missing <= 0:
        return 0
    times = sorted({0.0, scenario.horizon_s, *(time for each in scenario.inflows for time in each.times_s)})
    poured = {time: sum(_poured_m3(each, above, time) for each in scenario.inflows) for time in times}
    for since, until in pairwise(times):
        if poured[until] >= missing:
            return since + (until - since) * (missing - poured[since]) / (poured[until] - poured[since])
    return inf


def _poured_m3(inflow: Inflow, into: set[str], until_s: float) -> float:
    """What an inflow brings into some storages [m3]."""
    share = sum(factor for id, factor in zip(inflow.into, inflow.factors, strict=True) if id in into)
    return inflow.volume_m3(until_s) * share / sum(inflow.factors) if share else 0

"""Where water comes from nowhere: a spill, fire water, process water, rain, a river."""

from __future__ import annotations

from collections.abc import Generator

import simpy

from sim.engine.clock import INCIDENT, WEATHER
from sim.engine.stage import Stage
from sim.park import ORIGINS
from sim.record.event import NO_CAUSE, POURS
from sim.scenario import Inflow, InflowKind

SORTS = {InflowKind.RAIN: WEATHER, InflowKind.RIVER: WEATHER}
"""Inflows that are weather; the others are the incident."""


def bring(stage: Stage, inflow: Inflow, place: int) -> Generator[simpy.Event, None, None]:
    """Pour an inflow, step by step."""
    sort = SORTS.get(inflow.kind, INCIDENT)
    origin = ORIGINS.index(inflow.kind.origin)
    index = stage.water.network.storage_index
    chosen = stage.water.choose([index[id] for id in inflow.into], inflow.factors)
    before, pours, area = 0.0, POURS[inflow.kind], sum(inflow.factors)
    for at_s, rate in zip(inflow.times_s, inflow.rates, strict=True):
        yield stage.clock.at(at_s, sort, place)
        stage.water.pour_into(chosen, origin, before, rate)
        stage.note(pours(stage.now_s, inflow.id, NO_CAUSE, rate * area))
        before = rate

"""Where water comes from nowhere: a spill, fire water, process water, rain, a river."""

from __future__ import annotations

from functools import partial
from typing import Any

from sim.engine.clock import INCIDENT, WEATHER
from sim.engine.stage import Stage
from sim.park import ORIGINS
from sim.record.event import NO_CAUSE, POURS
from sim.scenario import Inflow, InflowKind
from sim.water.water import Chosen

SORTS = {InflowKind.RAIN: WEATHER, InflowKind.RIVER: WEATHER}
"""Inflows that are weather; the others are the incident."""


def bring(stage: Stage, inflow: Inflow, place: int) -> None:
    """Let an inflow be poured, step by step; it waits for nothing but the clock, so it needs no process."""
    index, sort = stage.water.network.storage_index, SORTS.get(inflow.kind, INCIDENT)
    chosen = stage.water.choose([index[id] for id in inflow.into], inflow.factors)
    turn = partial(_turn, stage, inflow, chosen, ORIGINS.index(inflow.kind.origin), sum(inflow.factors))
    for at_s, *rates in zip(inflow.times_s, (0.0, *inflow.rates), inflow.rates, strict=False):
        stage.clock.call(at_s, sort, partial(turn, *rates), place)


def _turn(
    stage: Stage, inflow: Inflow, chosen: Chosen, origin: int, area: float, before: float, rate: float, _: Any
) -> None:
    """Pour at another rate from now on."""
    stage.water.pour_into(chosen, origin, before, rate)
    stage.note(POURS[inflow.kind](stage.now_s, inflow.id, NO_CAUSE, rate * area))

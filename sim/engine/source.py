"""Where water comes from nowhere: a spill, fire water, process water, rain, a river."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import Any

from sim.engine.clock import INCIDENT, WEATHER
from sim.engine.stage import Stage
from sim.park import ORIGINS
from sim.record.event import NO_CAUSE, POURS
from sim.scenario import Inflow, InflowKind
from sim.water.water import Chosen

SORTS = {InflowKind.RAIN: WEATHER, InflowKind.RIVER: WEATHER}
"""Inflows that are weather; the others are the incident."""
RANKS = {kind: rank for rank, kind in enumerate(InflowKind)}
"""Of equal times the first goes first."""


def let_in(stage: Stage) -> None:
    """Let inflows be poured, step by step; they wait for nothing but the clock, so they need no processes."""
    inflows = sorted(stage.scenario.inflows, key=lambda each: RANKS[each.kind])
    index = stage.water.network.storage_index
    into = [index[id] for each in inflows for id in each.into]
    first, _ = stage.water.choose(into, list(chain.from_iterable(each.factors for each in inflows)))
    for place, inflow in enumerate(inflows):
        chosen = first, first + len(inflow.into)
        _let_in(stage, inflow, place, chosen)
        first = chosen[1]


def _let_in(stage: Stage, inflow: Inflow, place: int, chosen: Chosen) -> None:
    """Let one be poured into storages that have been chosen."""
    sort = SORTS.get(inflow.kind, INCIDENT)
    turn = partial(_turn, stage, inflow, chosen, ORIGINS.index(inflow.kind.origin), sum(inflow.factors))
    for at_s, *rates in zip(inflow.times_s, (0.0, *inflow.rates), inflow.rates, strict=False):
        stage.clock.call(at_s, sort, partial(turn, *rates), place)


def _turn(
    stage: Stage, inflow: Inflow, chosen: Chosen, origin: int, area: float, before: float, rate: float, _: Any
) -> None:
    """Pour at another rate from now on."""
    stage.water.pour_into(chosen, origin, before, rate)
    stage.note(POURS[inflow.kind](stage.now_s, inflow.id, NO_CAUSE, rate * area))

"""Where water comes from nowhere: a spill, fire water, process water, rain, a river."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

from sim.engine.clock import INCIDENT
from sim.engine.stage import Stage
from sim.park import ORIGINS
from sim.record.event import NO_CAUSE, POURS
from sim.scenario import Inflow, InflowKind
from sim.water.water import Chosen

RANKS = {kind: rank for rank, kind in enumerate(InflowKind)}
"""Of those that turn at one time the first is told of first."""


class Turn(NamedTuple):
    """An inflow that changes its rate."""

    inflow: Inflow
    chosen: Chosen
    """The storages that it is poured into."""
    before: float
    rate: float
    """From now on."""


def let_in(stage: Stage) -> None:
    """Let inflows be poured, step by step; they wait for nothing but the clock, so they need no processes.

    Those that turn at one time turn together: between them no water flows that anybody could see.
    """
    inflows = sorted(stage.scenario.inflows, key=lambda each: RANKS[each.kind])
    index = stage.water.network.storage_index
    into = [index[id] for each in inflows for id in each.into]
    first, _ = stage.water.choose(into, list(chain.from_iterable(each.factors for each in inflows)))
    together: dict[float, list[Turn]] = defaultdict(list)
    for inflow in inflows:
        chosen, before = (first, first + len(inflow.into)), 0.0
        for at_s, rate in zip(inflow.times_s, inflow.rates, strict=True):
            together[at_s].append(Turn(inflow, chosen, before, rate))
            before = rate
        first = chosen[1]
    for at_s, turns in together.items():
        stage.clock.call(at_s, INCIDENT, partial(_turn, stage, turns))


def _turn(stage: Stage, turns: Sequence[Turn], _: Any) -> None:
    """Pour at other rates from now on."""
    for inflow, chosen, before, rate in turns:
        stage.water.pour_into(chosen, ORIGINS.index(inflow.kind.origin), before, rate)
        stage.note(POURS[inflow.kind](stage.now_s, inflow.id, NO_CAUSE, rate * sum(inflow.factors)))

"""Equipment for a job: fetched, left where it serves, brought back."""

from __future__ import annotations

from collections.abc import Generator, Mapping

import simpy

from sim.engine.stage import Stage
from sim.park.sheet import sheet_of
from sim.record.event import Cause, Reason, Waits, Why

Units = Mapping[str, float]
"""How many units of each equipment [-]."""


def lack(stage: Stage, needs: Units) -> tuple[Reason, ...]:
    """What is found not to be there when it is to be fetched; nothing when all may come."""
    return tuple(
        Reason(Why.MISSING, id, min(stock.faults), units=units, stock=stock.units)
        for id, units in needs.items()
        if (stock := stage.stock(id)).faults and stock.units < units
    )


def fetch(
    stage: Stage, job: str, needs: Units, priority: int, ways_s: Units
) -> Generator[simpy.Event, None, float]:
    """Take what a job needs, one sort after the other in the order of their ids, so that two jobs never block
    each other; when all of it will be there [s]."""
    ready_s: float = stage.now_s
    for id in sorted(needs):
        stock = stage.stock(id)
        taken = stock.take(needs[id], priority)
        if not taken.triggered:
            short = Reason(Why.SHORT, id, units=needs[id], stock=stock.units)
            stage.note(Waits(stage.now_s, job, Cause("order", job), sheet_of(job), short))
            yield taken
        ready_s = max(ready_s, stage.now_s + ways_s[id])
    return ready_s


def deploy(stage: Stage, place: str, needs: Units) -> None:
    """Leave equipment where it serves from now on; what served there before comes back."""
    if place in stage.deployed:
        bring_back(stage, stage.deployed.pop(place))
    if needs:
        stage.deployed[place] = dict(needs)


def bring_back(stage: Stage, needs: Units, *, unused: bool = False) -> None:
    """Bring equipment back into stock, but for what has been spent."""
    for id, units in needs.items():
        if unused or not stage.park.equipment[id].spent:
            stage.stock(id).bring(units)

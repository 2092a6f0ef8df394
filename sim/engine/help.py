"""Crews and equipment from outside: called once, there some time later."""

from __future__ import annotations

from collections.abc import Generator

import simpy

from sim.engine.clock import ACTIONS
from sim.engine.stage import Stage
from sim.record.event import Arrived, Called, Cause


def call(stage: Stage, id: str, cause: Cause) -> None:
    """Call a crew or equipment, if it is not in the park and nobody has called it yet."""
    outside = stage.park.crews.get(id) or stage.park.equipment[id]
    if outside.arrives_s > 0 and id not in stage.called:
        stage.called.add(id)
        stage.note(Called(stage.now_s, id, cause))
        stage.clock.begin(_arrive(stage, id, outside.arrives_s))


def _arrive(stage: Stage, id: str, after_s: float) -> Generator[simpy.Event, None, None]:
    """Be there some time later."""
    yield stage.clock.at(stage.now_s + after_s, ACTIONS)
    stage.note(Arrived(stage.now_s, id, Cause("called", id)))
    if id in stage.park.crews:
        teams = stage.crew(id)
        teams.away = False
        teams.muster()
    else:
        stage.stock(id).bring(stage.park.equipment[id].count)

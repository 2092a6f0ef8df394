"""Waiting for what sets people off: a call when it comes, and nobody who stands about until then."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, assert_never

import simpy

from sim.engine.clock import ACTIONS
from sim.engine.stage import Stage
from sim.park.way import escapes
from sim.record.event import BY_CLOCK, Cause, Crossed
from sim.scenario import Alarm, Clock, Detected, Level, Reported, SheetEnds, TierIs, TierState, Trigger

Then = Callable[[Cause], Any]
"""What is done when it comes, with what happened."""


def wait_for(stage: Stage, when: Trigger, place: int, then: Then) -> None:
    """Have something done when a trigger comes."""
    match when:
        case Clock(at_s=at_s):
            stage.clock.call(at_s, ACTIONS, lambda _: then(BY_CLOCK), place)
            return
        case Level():
            crossing = stage.level(when.storage, when.volume_m3, rising=when.rising)
            crossing.callbacks.append(partial(_cross, stage, when, then))
            return
        case TierIs():
            if when not in stage.listeners:
                _look_at_tier(stage, when)
        case Detected() | Reported() | Alarm() | SheetEnds():
            pass
        case _:
            assert_never(when)
    stage.hear(when).callbacks.append(lambda event: then(event.value))


def wait_again(stage: Stage, when: Trigger, place: int, then: Then) -> None:
    """Wait for a trigger once more: a level only after the water has come back through the dead band."""
    if isinstance(when, Level) and when.reset_m3 is not None:
        back = stage.level(when.storage, when.reset_m3, rising=not when.rising)
        back.callbacks.append(lambda _: wait_for(stage, when, place, then))
    else:
        wait_for(stage, when, place, then)


def _cross(stage: Stage, when: Level, then: Then, _: simpy.Event) -> None:
    stage.note(Crossed(stage.now_s, when.storage, volume_m3=when.volume_m3, rising=when.rising))
    then(Cause("crossed", when.storage))


def _look_at_tier(stage: Stage, when: TierIs) -> None:
    """Announce it when something first comes so far with a tier."""
    if when.state is TierState.REACHED:
        inside = [storage.id for storage in stage.park.storages.values() if storage.tier == when.tier]
        watches = {stage.water.watch_arrival(id): id for id in inside}
    else:
        watches = {stage.water.watch_crossing(link.id): link.id for link in escapes(stage.park, when.tier)}
    for watch, id in watches.items():
        told = partial(_announce, stage, when, Cause(when.state, when.tier, id))
        stage.crossing(watch).callbacks.append(told)


def _announce(stage: Stage, when: TierIs, cause: Cause, _: simpy.Event) -> None:
    stage.announce(when, cause)

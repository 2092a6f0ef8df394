"""Waiting for what sets people off."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from typing import assert_never, cast

import simpy

from sim.engine.clock import ACTIONS
from sim.engine.stage import Stage
from sim.park.way import escapes
from sim.record.event import BY_CLOCK, Cause, Crossed
from sim.scenario import Alarm, Clock, Detected, Level, Reported, SheetEnds, TierIs, TierState, Trigger

Waiting = Generator[simpy.Event, None, Cause]
"""A process that says in the end what happened."""


def wait_for(stage: Stage, when: Trigger, place: int) -> Waiting:
    """Wait for a trigger; says what it was."""
    match when:
        case Clock(at_s=at_s):
            yield stage.clock.at(at_s, ACTIONS, place)
            return BY_CLOCK
        case Level(storage=storage, volume_m3=volume_m3, rising=rising):
            yield stage.level(storage, volume_m3, rising=rising)
            stage.note(Crossed(stage.now_s, storage, volume_m3=volume_m3, rising=rising))
            return Cause("crossed", storage)
        case TierIs():
            if when not in stage.listeners:
                _look_at_tier(stage, when)
        case Detected() | Reported() | Alarm() | SheetEnds():
            pass
        case _:
            assert_never(when)
    event = stage.hear(when)
    yield event
    return cast(Cause, event.value)


def wait_again(stage: Stage, when: Trigger, place: int) -> Waiting:
    """Wait for a trigger once more: a level only after the water has come back through the dead band."""
    if isinstance(when, Level) and when.reset_m3 is not None:
        yield stage.level(when.storage, when.reset_m3, rising=not when.rising)
    return (yield from wait_for(stage, when, place))


def _look_at_tier(stage: Stage, when: TierIs) -> None:
    """Announce it when something first comes so far with a tier."""
    if when.state is TierState.REACHED:
        inside = [storage.id for storage in stage.park.storages.values() if storage.tier == when.tier]
        watches = {stage.water.watch_arrival(id): id for id in inside}
    else:
        watches = {stage.water.watch_crossing(link.id): link.id for link in escapes(stage.park, when.tier)}
    for watch, id in watches.items():
        event = stage.crossing(watch)
        assert event.callbacks is not None  # nobody has been told yet
        event.callbacks.append(partial(_announce, stage, when, Cause(when.state, when.tier, id)))


def _announce(stage: Stage, when: TierIs, cause: Cause, _: simpy.Event) -> None:
    stage.announce(when, cause)

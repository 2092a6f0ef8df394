"""An action of the script: ordered on its trigger, done some time later."""

from __future__ import annotations

from collections.abc import Generator

import simpy

from sim.engine.clock import ACTIONS
from sim.engine.stage import Stage
from sim.scenario import Action, Clock, Level
from sim.units import volume_text


def carry_out(stage: Stage, action: Action, place: int) -> Generator[simpy.Event, None, None]:
    """Wait for an action's trigger, give the order, and set its links when the time it takes is over."""
    cause = yield from _wait(stage, action, place)
    stage.note("order", action.id, action.text, cause)
    yield stage.clock.at(stage.clock.now + action.after_s, ACTIONS, place)
    for link, opening in action.openings:
        stage.water.set_opening(link, opening)
    stage.note("done", action.id, _in_words(action), f"order {action.id}")


def _wait(stage: Stage, action: Action, place: int) -> Generator[simpy.Event, None, str]:
    """Wait for what sets an action off; says what that was."""
    match action.when:
        case Clock(at_s=at_s):
            yield stage.clock.at(at_s, ACTIONS, place)
            return "clock"
        case Level(storage=storage, volume_m3=volume_m3, rising=rising):
            yield stage.level(storage, volume_m3, rising=rising)
            stage.note("crossed", storage, f"{'above' if rising else 'below'} {volume_text(volume_m3)}")
            return f"crossed {storage}"


def _in_words(action: Action) -> str:
    """Which links are set, and how far."""
    return ", ".join(f"{link} {opening:.0%}" for link, opening in action.openings)

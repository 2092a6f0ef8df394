"""An action of the script: ordered on its trigger, done some time later."""

from __future__ import annotations

from collections.abc import Generator

import simpy

from sim.engine.clock import ACTIONS
from sim.engine.stage import Stage
from sim.engine.trigger import wait_for
from sim.scenario import Action


def carry_out(stage: Stage, action: Action, place: int) -> Generator[simpy.Event, None, None]:
    """Wait for an action's trigger, give the order, and set its links when the time it takes is over."""
    cause = yield from wait_for(stage, action.when, place)
    stage.note("order", action.id, str(action.text), cause)
    yield stage.clock.at(stage.clock.now + action.after_s, ACTIONS, place)
    if not stage.waits_to_be_let(action.id):
        set_links(stage, action, f"order {action.id}")


def set_links(stage: Stage, action: Action, cause: str) -> None:
    """Set the links; what does not follow is told."""
    turned = {
        link: stage.facility(link).turn(opening, starts=link not in action.automatic)
        for link, opening in action.openings
    }
    failures = [why for why in turned.values() if why]
    if failures:
        stage.note("failed", action.id, ", ".join(failures), cause)
        if len(failures) == len(turned):
            return
    done = (action.says(link, opening) for link, opening in action.openings if not turned[link])
    stage.note("done", action.id, ", ".join(done), cause)

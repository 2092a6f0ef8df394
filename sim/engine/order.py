"""An action of the script: ordered on its trigger, done some time later."""

from __future__ import annotations

from functools import partial

import simpy

from sim.engine.clock import ACTIONS
from sim.engine.stage import Stage
from sim.engine.trigger import wait_for
from sim.record.event import Cause, Done, Failed, Ordered
from sim.scenario import Action


def carry_out(stage: Stage, action: Action, place: int) -> None:
    """Give an action's order when its trigger comes, and set its links when the time it takes is over."""
    wait_for(stage, action.when, place, partial(_order, stage, action, place))


def _order(stage: Stage, action: Action, place: int, cause: Cause) -> None:
    stage.note(Ordered(stage.now_s, action.id, cause))
    stage.clock.call(stage.now_s + action.after_s, ACTIONS, partial(_take_effect, stage, action), place)


def _take_effect(stage: Stage, action: Action, _: simpy.Event) -> None:
    if not stage.waits_to_be_let(action.id):
        set_links(stage, action, Cause("order", action.id))


def set_links(stage: Stage, action: Action, cause: Cause) -> None:
    """Set the links; what does not follow is told."""
    turned = {
        link: stage.facility(link).turn(opening, cause, starts=link not in action.automatic)
        for link, opening in action.openings
    }
    reasons = tuple(each for each in turned.values() if each is not None)
    if reasons:
        stage.note(Failed(stage.now_s, action.id, cause, reasons=reasons))
        if len(reasons) == len(turned):
            return
    followed = tuple(link for link, reason in turned.items() if reason is None)
    stage.note(Done(stage.now_s, action.id, cause, links=followed))

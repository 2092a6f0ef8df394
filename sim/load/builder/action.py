"""Actions from what was read."""

from __future__ import annotations

from sim.load.builder.switching import has_no_levels
from sim.load.builder.trigger import build_clock, build_trigger
from sim.load.kinds.blocks import Form
from sim.load.scenario_form import VERBS
from sim.message import Listed, Message
from sim.park import LinkKind, Park, Switch
from sim.scenario import Action, Trigger


def build_action(id: str, form: Form, park: Park, horizon_s: float | None) -> Action | None:
    """An action; None when something it needs is missing or wrong."""
    if "at" in form:
        when: Trigger | None = build_clock(form, horizon_s)
    else:
        when = build_trigger(form["when"], park, horizon_s) if "when" in form else None
    openings = _openings(form, park)
    if when is None or openings is None or form.wrong:
        return None
    shares = {id: share_of(opening) for id, opening in openings.items()}
    automatic = frozenset(id for id, opening in openings.items() if opening is Switch.AUTOMATIC)
    return Action(id, when, form.get("after"), tuple(sorted(shares.items())), automatic=automatic,
                  **form.given(text="text"))  # fmt: skip


def share_of(opening: float | Switch) -> float:
    """What a link passes when it runs: all of it when it is set to automatic, nothing when it is off."""
    return float(opening is Switch.AUTOMATIC) if isinstance(opening, Switch) else opening


def _openings(form: Form, park: Park) -> dict[str, float | Switch] | None:
    """What every link is set to; None when nothing is, or one is set twice, or cannot be set so."""
    openings: dict[str, float | Switch] = {}
    good = True
    orders: list[tuple[str, str, float | Switch]]
    orders = [(verb, id, opening) for verb, opening in VERBS.items() for id in form.get(verb, ())]
    orders += [("set", id, opening) for id, opening in form.get("set", {}).items()]
    for verb, id, opening in orders:
        if id in openings:
            form.fault(verb, Message("'{id}' is given two orders in one action; keep one", id=id))
            good = False
        elif not can_be_set(id, park):
            form.fault(verb, cannot_be_set(id))
            good = False
        elif isinstance(opening, Switch) and (why := cannot_be_switched(id, opening, park)):
            form.fault(verb, why)
            good = False
        openings[id] = opening
    written = form.node.entries.keys() & {*VERBS, "set"}
    if not written or ("set" in form and not orders):
        form.spot.fault(form.node, Message("nothing is ordered; write one of {what} with the links",
                                           what=Listed((*VERBS, "set"))))  # fmt: skip
        return None
    return openings if good else None


def cannot_be_switched(id: str, to: Switch, park: Park) -> Message | None:
    """Why an order cannot turn a link's switch so; None when it can."""
    link = park.links.get(id)
    if link is not None and link.start_m3 is None:
        return has_no_levels(to)
    if to is Switch.MANUAL:
        return Message("manual is how a link stands at the start; order it to start, to stop, or to automatic")
    return None


def can_be_set(id: str, park: Park) -> bool:
    """Whether somebody can open and shut a link; a spillway has nothing to turn."""
    return id not in park.links or park.links[id].kind is not LinkKind.SPILLWAY


def cannot_be_set(id: str) -> Message:
    """Why, and what to do instead."""
    return Message("'{id}' is a spillway, which nobody can open or shut; name a pump, valve, gate or pipe", id=id)

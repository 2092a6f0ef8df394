"""Triggers from what was read."""

from __future__ import annotations

from sim.errors import InputError
from sim.load.builder.amount import amount_m3
from sim.load.kinds.blocks import Form
from sim.message import Message
from sim.park import Park
from sim.scenario import Alarm, Clock, Detected, Ending, Level, Reported, SheetEnds, TierIs, TierState, Trigger
from sim.units import time_text


def build_clock(form: Form, horizon_s: float | None) -> Clock | None:
    """A time since the start; None when the run is over by then."""
    if horizon_s is not None and form["at"] > horizon_s:
        over = Message("when the run is over: its horizon is {time}", time=time_text(horizon_s))
        form.fault("at", Message("ordered after {time}, {over}", time=time_text(form["at"]), over=over))
        return None
    return Clock(form["at"])


def build_trigger(form: Form, park: Park, horizon_s: float | None) -> Trigger | None:
    """A trigger; None when something it needs is missing or wrong."""
    if form.wrong:
        return None
    if "at" in form:
        return build_clock(form, horizon_s)
    if "storage" in form:
        return build_level(form, park)
    if "tier" in form:
        return TierIs(form["tier"], TierState(form["is"])) if "is" in form else None
    for ending in Ending:
        if ending in form:
            return SheetEnds(form[ending], ending)
    if "alarm" in form:
        return Alarm(form["alarm"])
    if "reported" in form:
        return Reported(form["reported"])
    return _detected(form) if "detected" in form else None


def _detected(form: Form) -> Trigger | None:
    if form["detected"]:
        return Detected()
    form.fault("detected", Message("only yes makes sense here; write `when: detected`"))
    return None


def build_level(form: Form, park: Park) -> Level | None:
    """The volume that is watched; None when the storage has no such level."""
    key = "below" if "below" in form else "above"
    storage = park.storages.get(form.get("storage", ""))
    if key not in form:
        form.spot.fault(form.node, Message("one of above, below is missing; write one of them"))
    if storage is None or key not in form:
        return None
    found: dict[str, float] = {}
    for each in (key, "reset"):
        if each in form:
            try:
                found[each] = amount_m3(form[each], storage)
            except InputError as error:
                form.fault(each, error.message)
                return None
    if "reset" in found and (found["reset"] >= found[key]) == (key == "above"):
        side = Message("below" if key == "above" else "above")
        form.fault("reset", Message("must lie {side} {text}, or it would never rest; found {text2}", side=side,
                                    text=form[key].text, text2=form["reset"].text))  # fmt: skip
        return None
    return Level(storage.id, found[key], rising=key == "above", reset_m3=found.get("reset"))

"""Faults from what was read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields

from sim.errors import InputError
from sim.load.builder.action import can_be_set, cannot_be_set
from sim.load.builder.amount import amount_m3
from sim.load.kinds.blocks import Form
from sim.load.loops import loop_text, loops_without_lag
from sim.message import Message
from sim.park import Link, LinkKind, Name, Outlet, Park, Storage, WeirRating
from sim.scenario import (
    Blindness,
    Blocked,
    Failure,
    Fault,
    Leaks,
    Level,
    Opens,
    SensorFault,
    Stuck,
    Trips,
)
from sim.scenario.fault import KINDS, OnLink
from sim.units import time_text

SIMPLE: dict[str, Callable[..., Failure]] = {each.key: each for each in KINDS if len(fields(each)) == 1}
"""Faults that are told by one key."""
PUMPS_ONLY = (Trips.key,)
LINKS = (*(each.key for each in KINDS if issubclass(each, OnLink)), "collapsed")


def build_fault(id: str, form: Form, park: Park, horizon_s: float | None) -> Fault | None:
    """A fault; None when something it needs is missing or wrong. A storm is none: it becomes rain."""
    checks = _keys_fit(form), _in_time(form, horizon_s), _link_fits(form, park)
    if form.wrong or not all(checks):
        return None
    what = _what(id, form, park)
    if what is None:
        return None
    return Fault(id, what, **form.given(from_s="from", lasts_s="lasts", text="text"))


def _keys_fit(form: Form) -> bool:
    """Whether every key belongs to what fails; notes those that do not, where more than one key can be its owner."""
    written = form.node.entries.keys()
    wrong = {key: Message("a storm begins at its own at: and lasts as its depths say; leave {key} out", key=key)
             for key in ("from", "lasts") if {key, "storm"} <= written}  # fmt: skip
    if "left" in written and not written & {"blocked", "collapsed"}:
        wrong["left"] = Message("belongs to a link that is blocked or collapsed; leave it out")
    for key, text in wrong.items():
        form.fault(key, text)
    return not wrong


def _in_time(form: Form, horizon_s: float | None) -> bool:
    """Whether it begins before the run ends; notes it when it does not."""
    if horizon_s is None or form.get("from") < horizon_s:
        return True
    over = Message("when the run is over: its horizon is {time}", time=time_text(horizon_s))
    form.fault("from", Message("begins after {time}, {over}", time=time_text(form["from"]), over=over))
    return False


def _link_fits(form: Form, park: Park) -> bool:
    """Whether the link that fails can fail like that; notes it when it cannot."""
    for key in LINKS:
        link = park.links.get(form.get(key, ""))
        if link is None:
            continue
        if key not in ("blocked", "collapsed") and not can_be_set(link.id, park):
            form.fault(key, cannot_be_set(link.id))
            return False
        if key in PUMPS_ONLY and link.kind is not LinkKind.PUMP:
            form.fault(key, Message("'{id}' is a {thing}, and only a pump trips; write stuck: or refuses:", id=link.id,
                                    thing=Message(link.kind)))  # fmt: skip
            return False
    return True


def _what(id: str, form: Form, park: Park) -> Failure | None:
    for key, make in SIMPLE.items():
        if key in form:
            return make(form[key])
    if "stuck" in form:
        return Stuck(form["stuck"], form.get("at"))
    if "blocked" in form or "collapsed" in form:
        return _blocked(form)
    if form.has("leaks", "share"):
        return Leaks(form["leaks"], form["share"])
    if form.has("sensor", "how"):
        return _sensor_fault(form)
    if "crossed" in form:
        return _crossed(id, form, park)
    return _breaks(id, form, park) if "breaks" in form else None


def _blocked(form: Form) -> Failure | None:
    key = "blocked" if "blocked" in form else "collapsed"
    if "left" in form:
        return Blocked(form[key], form["left"])
    form.spot.fault(form.node, Message("left is missing; say which share of its flow '{form}' still passes, such as 20 "
                                       "%", form=form[key]))  # fmt: skip
    return None


def _sensor_fault(form: Form) -> Failure | None:
    how = Blindness(form["how"])
    if how is Blindness.DRIFTING and not form.has("reads", "over"):
        if not form.node.entries.keys() & {"reads", "over"}:
            text = Message("a drifting sensor needs reads: with a share such as 50 %, and over: with a time such as 2 "
                           "h")  # fmt: skip
            form.fault("how", text)
        return None
    if how is not Blindness.DRIFTING and "reads" in form:
        form.fault("reads", Message("a {how} sensor does not drift; leave reads and over out, or write how: drifting",
                                    how=how))  # fmt: skip
        return None
    if how is Blindness.DRIFTING and form["reads"] == 0:
        form.fault("reads", Message("a sensor that reads nothing of the truth is silent; write how: silent"))
        return None
    return SensorFault(form["sensor"], how, form.get("reads", 1.0), form.get("over", 0.0))


def _crossed(id: str, form: Form, park: Park) -> Failure | None:
    cross: Form = form["crossed"]
    if cross.wrong or not cross.has("from", "to", "capacity"):
        return None
    ends = cross["from"], cross["to"]
    link = Link(id, Name(id), LinkKind.PIPE, *ends, cross["capacity"], opening=0.0, **cross.given(lag_s="lag"))
    return Opens(link) if _is_new(id, link, cross, "to", park) else None


def _breaks(id: str, form: Form, park: Park) -> Failure | None:
    """A hole in a wall: a weir from its sill up, or a rate."""
    storage = park.storages.get(form["breaks"])
    if storage is None or not _has_hole(form, storage):
        return None
    rating = WeirRating(form["width"], form.get("sill")) if "width" in form else None
    link = Link(id, Name(id), LinkKind.PIPE, storage.id, form.get("to"), form.get("rate", 0.0), rating,
                opening=0.0, outlet=Outlet.TOP, **form.given(lag_s="lag"))  # fmt: skip
    if not _is_new(id, link, form, "to", park):
        return None
    try:
        level = Level(storage.id, amount_m3(form["at_level"], storage)) if "at_level" in form else None
    except InputError as error:
        form.fault("at_level", error.message)
        return None
    return Opens(link, level)


def _has_hole(form: Form, storage: Storage) -> bool:
    """Whether it is known what runs out of a breach; notes it when it is not, or when it is nothing."""
    if not (form.has("width") or form.has("rate")):
        form.spot.fault(form.node, Message("one of width, rate is missing; write how wide the breach is, or what runs "
                                           "out"))  # fmt: skip
        return False
    if "width" not in form:
        return True
    if storage.shape is None:
        form.fault("width", Message("a breach needs a head, and '{id}' has no shape; give it one, or write rate:",
                                    id=storage.id))  # fmt: skip
        return False
    height = storage.shape.depth_m(storage.capacity_m3)
    if form.get("sill") >= height:
        found = Message("found {form} m", form=f'{form["sill"]:g}')
        form.fault("sill", Message("must lie below the crest of '{id}', {height} m, or nothing runs out; {found}",
                                   id=storage.id, height=f"{height:.3g}", found=found))  # fmt: skip
        return False
    return True


def _is_new(id: str, link: Link, form: Form, key: str, park: Park) -> bool:
    """Whether the way can be added to the park; notes why it cannot."""
    if id in park.links or id in park.storages or id in park.receivers:
        text = Message("its way is the link '{id}', and '{id}' stands in the park already; choose another id", id=id)
        form.spot.fault(form.node, text)
        return False
    if link.source == link.target:
        form.fault(key, Message("leads from '{source}' back into itself; name another storage or a receiver",
                                source=link.source))  # fmt: skip
        return False
    return True


def check_loops(forms: Mapping[str, Form], faults: Sequence[Fault], park: Park) -> None:
    """Note loops without travel time that the ways of faults close, each alone or together."""
    ways = {fault.id: fault.what.link for fault in faults if isinstance(fault.what, Opens)}
    for loop in loops_without_lag([*park.links.values(), *ways.values()]) if ways else ():
        for id in [link.id for link in loop if link.id in ways][:1]:
            key = "crossed" if "crossed" in forms[id] else "breaks"
            forms[id].fault(key, Message("water would run round {loop} in no time; give '{id}' a lag",
                                         loop=loop_text(loop), id=id))  # fmt: skip

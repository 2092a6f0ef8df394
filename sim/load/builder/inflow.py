"""Spills, fire water, process water, rain and rivers from what was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sim.load.builder.rain import build_rain
from sim.load.kinds.blocks import Form
from sim.load.kinds.numbers import LARGEST
from sim.message import Message
from sim.park import Park
from sim.scenario import Inflow, InflowKind
from sim.units import Dimension, flow_text, time_text

KINDS = {
    "releases": InflowKind.RELEASE,
    "fires": InflowKind.FIRE,
    "process_water": InflowKind.PROCESS,
    "rain": InflowKind.RAIN,
    "river": InflowKind.RIVER,
}
"""Collections of a scenario whose entries are inflows, in the order of equal times."""

Steps = list[tuple[float, float]]
"""Times since the inflow began and the rate from then on."""


def build_inflows(form: Form, park: Park) -> tuple[Inflow, ...]:
    """All inflows that could be built, by kind and then in the order of the file."""
    found: list[Inflow] = []
    seen: dict[str, str] = {}
    for key, kind in KINDS.items():
        for id, each in form.get(key, {}).items():
            if id in seen:
                text = Message("'{id}' is one of the {seen} already; every inflow needs an id of its own", id=id,
                               seen=seen[id])  # fmt: skip
                each.spot.fault(form.node.within(key).entries[id].place, text)
            seen.setdefault(id, key)
            found += _possible(_inflows(id, kind, each, park), each, form)
    return (*found, *_storms(form, park, seen))


def _storms(form: Form, park: Park, seen: dict[str, str]) -> Iterator[Inflow]:
    """The rain of second storms, which stand among the faults."""
    for id, fault in form.get("faults", {}).items():
        each: Form | None = fault.get("storm")
        if each is None:
            continue
        if id in seen:
            text = Message("'{id}' is one of the {seen} already; every inflow needs an id of its own", id=id,
                           seen=seen[id])  # fmt: skip
            fault.spot.fault(fault.node, text)
        yield from _possible(build_rain(id, each, park), each, form)


def _inflows(id: str, kind: InflowKind, form: Form, park: Park) -> list[Inflow]:
    """What one entry brings: of rain an inflow for each way it runs off; nothing when something is missing or wrong."""
    if kind is InflowKind.RAIN:
        return build_rain(id, form, park)
    steps = _STEPS[kind](form)
    if form.wrong or not steps or "into" not in form or not (form.has("at") or kind is InflowKind.RIVER):
        return []
    start = form.get("at")
    times, rates = zip(*((start + time, rate) for time, rate in steps), strict=True)
    return [Inflow(id, kind, (form["into"],), (1.0,), times, rates)]


def _possible(inflows: list[Inflow], form: Form, scenario: Form) -> list[Inflow]:
    """Those that can come, if their entry begins in time; what cannot is noted."""
    if not inflows or not _is_in_time(form, scenario):
        return []
    return [each for each in inflows if _is_possible(each, form)]


def _release(form: Form) -> Steps:
    if form.has("volume", "over"):
        return [(0.0, form["volume"] / form["over"]), (form["over"], 0.0)]
    return list(form["profile"]) if "profile" in form else _flow(form)


def _fire(form: Form) -> Steps:
    return [(0.0, form["water"]), (form["lasts"], 0.0)] if form.has("water", "lasts") else []


def _flow(form: Form) -> Steps:
    return [(0.0, form["rate"]), (form["lasts"], 0.0)] if form.has("rate", "lasts") else []


def _river(form: Form) -> Steps:
    return _flow(form) or ([(0.0, form["rate"])] if "rate" in form and "lasts" not in form else [])


_STEPS: dict[InflowKind, Callable[[Form], Steps]] = {
    InflowKind.RELEASE: _release,
    InflowKind.FIRE: _fire,
    InflowKind.PROCESS: _flow,
    InflowKind.RIVER: _river,
}


def _is_in_time(form: Form, scenario: Form) -> bool:
    """Whether it begins before the run ends; notes it when it does not."""
    horizon = scenario.get("horizon")
    if horizon is None or form.get("at") < horizon:
        return True
    form.fault("at", Message("begins after {time}, when the run is over: its horizon is {time2}",
                             time=time_text(form["at"]), time2=time_text(horizon)))  # fmt: skip
    return False


def _is_possible(inflow: Inflow, form: Form) -> bool:
    """Whether its rate is one that water can have; notes it when it is not."""
    most = max(inflow.rates) * max(inflow.factors, default=0.0)
    if most <= LARGEST[Dimension.FLOW]:
        return True
    form.spot.fault(form.node, Message("would bring {flow}, more than any park has seen; check its amount and "
                                       "time", flow=flow_text(most)))  # fmt: skip
    return False

"""Spills, fire water, process water, rain and rivers from what was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sim.load.builder.rain import build_rain
from sim.load.kinds.amount import LARGEST
from sim.load.kinds.blocks import Form
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

STORMS = "faults"
"""Where second storms stand."""

Steps = list[tuple[float, float]]
"""Times since the inflow began and the rate from then on."""


Source = tuple[str, str]
"""Where an inflow is written: the collection and the id of its entry, which is a fault's of a second storm."""


def build_inflows(form: Form, park: Park) -> dict[Source, tuple[Inflow, ...]]:
    """The inflows that could be built, by where they are written, by kind and then in the order of the file."""
    seen: dict[str, str] = {}
    for key, id in _sources(form):
        if id in seen:
            _note_twice(form, key, id, seen[id])
        seen.setdefault(id, key)
    return {source: inflows_of(source, form, park) for source in _sources(form)}


def inflows_of(source: Source, form: Form, park: Park) -> tuple[Inflow, ...]:
    """What one entry brings, if it begins in time; what cannot come is noted."""
    key, id = source
    written: Form = form[key][id]
    each: Form = written["storm"] if key == STORMS else written
    inflows = _inflows(id, KINDS.get(key, InflowKind.RAIN), each, park)
    if not inflows or not _is_in_time(each, form):
        return ()
    return tuple(inflow for inflow in inflows if _is_possible(inflow, each))


def _sources(form: Form) -> Iterator[Source]:
    """Where inflows are written, in the order of equal times; second storms stand among the faults."""
    for key in KINDS:
        yield from ((key, id) for id in form.get(key, {}))
    yield from ((STORMS, id) for id, fault in form.get(STORMS, {}).items() if "storm" in fault)


def _note_twice(form: Form, key: str, id: str, seen: str) -> None:
    """Note that two inflows have one id."""
    each: Form = form[key][id]
    text = Message("'{id}' is one of the {seen} already; every inflow needs an id of its own", id=id, seen=seen)
    each.spot.fault(each.node if key == STORMS else form.node.within(key).entries[id].place, text)


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

"""Spills, fire water, process water, rain and rivers from what was read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from math import fsum

from sim.load.kinds.blocks import Form
from sim.load.kinds.numbers import LARGEST
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
                text = f"'{id}' is one of the {seen[id]} already; every inflow needs an id of its own"
                each.spot.fault(form.node.within(key).entries[id].place, text)
            seen.setdefault(id, key)
            inflow = _inflow(id, kind, each, park)
            if inflow and _is_in_time(each, form) and _is_possible(inflow, each):
                found.append(inflow)
    return (*found, *_storms(form, park, seen))


def _storms(form: Form, park: Park, seen: dict[str, str]) -> Iterator[Inflow]:
    """The rain of second storms, which stand among the faults."""
    for id, fault in form.get("faults", {}).items():
        each: Form | None = fault.get("storm")
        if each is None:
            continue
        if id in seen:
            text = f"'{id}' is one of the {seen[id]} already; every inflow needs an id of its own"
            fault.spot.fault(fault.node, text)
        inflow = _inflow(id, InflowKind.RAIN, each, park)
        if inflow and _is_in_time(each, form) and _is_possible(inflow, each):
            yield inflow


def _inflow(id: str, kind: InflowKind, form: Form, park: Park) -> Inflow | None:
    """One inflow; None when something it needs is missing or wrong."""
    steps = _STEPS[kind](form)
    if form.wrong or not steps or not (form.has("at") or kind is InflowKind.RIVER):
        return None
    if not form.has("on" if kind is InflowKind.RAIN else "into"):
        return None
    into, factors = _catchments(form, park) if kind is InflowKind.RAIN else ((form["into"],), (1.0,))
    start = form.get("at", 0.0)
    times, rates = zip(*((start + time, rate) for time, rate in steps), strict=True)
    return Inflow(id, kind, into, factors, times, rates)


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


def _rain(form: Form) -> Steps:
    """Intensities [m/s] from the depths fallen by each time."""
    if "depths" not in form:
        return []
    rows = list(form["depths"])
    if rows[0][0] == 0:
        if rows[0][1] != 0:
            form.fault("depths", "at the time 0 nothing has fallen yet; write [0 min, 0 mm] or leave that row out")
            return []
        rows = rows[1:]
    if not rows:
        form.fault("depths", "only the empty start stands here; add rows such as [10 min, 3.2 mm]")
        return []
    before = [(0.0, 0.0), *rows[:-1]]
    steps = [(t0, (d1 - d0) / (t1 - t0)) for (t0, d0), (t1, d1) in zip(before, rows, strict=True)]
    return [*steps, (rows[-1][0], 0.0)]


_STEPS: dict[InflowKind, Callable[[Form], Steps]] = {
    InflowKind.RELEASE: _release,
    InflowKind.FIRE: _fire,
    InflowKind.PROCESS: _flow,
    InflowKind.RAIN: _rain,
    InflowKind.RIVER: _river,
}


def _catchments(form: Form, park: Park) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """The storages that rain runs into, by id, and the area that sheds every drop into each [m2]."""
    on = park.catchments if "all" in form["on"] else form["on"]
    areas: dict[str, list[float]] = defaultdict(list)
    for id in dict.fromkeys(on):
        if (catchment := park.catchments.get(id)) is not None:
            areas[catchment.drains_to].append(catchment.effective_m2)
    into = tuple(sorted(areas))
    return into, tuple(fsum(areas[storage]) for storage in into)


def _is_in_time(form: Form, scenario: Form) -> bool:
    """Whether it begins before the run ends; notes it when it does not."""
    horizon = scenario.get("horizon")
    if horizon is None or form.get("at", 0.0) < horizon:
        return True
    form.fault("at", f"begins after {time_text(form['at'])}, when the run is over: its horizon is {time_text(horizon)}")
    return False


def _is_possible(inflow: Inflow, form: Form) -> bool:
    """Whether its rate is one that water can have; notes it when it is not."""
    most = max(inflow.rates) * max(inflow.factors, default=0.0)
    if most <= LARGEST[Dimension.FLOW]:
        return True
    form.spot.fault(form.node, f"would bring {flow_text(most)}, more than any park has seen; check its amount and time")
    return False

"""Rain from what was read: how much falls when, and how the catchments shed it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from math import fsum
from typing import NamedTuple

from sim.errors import InputError
from sim.hydrology.runoff import depth_m, first_flush, rational, reservoir
from sim.hydrology.storms import LONGEST_S, SHORTEST_S, StormFormula, block, chicago
from sim.load.kinds.blocks import Form
from sim.load.scenario_form import StormShape
from sim.message import Message
from sim.park import Catchment, Name, Park, Response
from sim.park.names import named
from sim.scenario import Inflow, InflowKind
from sim.units import time_text
from sim.words.times import Spoken

MOST_STEPS = 1000

Steps = list[tuple[float, float]]
"""Times since it began to rain [s] and the rate from then on [m/s]."""


class Way(NamedTuple):
    """How some of the ground sheds rain; what has a way in common has its rates in common."""

    response: Response = Response.AT_ONCE
    concentration_s: float = 0.0
    flush_m: float = 0.0
    """Rain that makes the first flush; none when the ground has no first flush [m]."""
    is_first: bool = False
    """Whether this is the first flush, or what comes after it."""


def build_rain(id: str, form: Form, park: Park) -> list[Inflow]:
    """The inflows of one rain, one for each way in which ground sheds it; none when something is missing or wrong.

    The first has the rain's id; the others are `ID~2`, `ID~3` and so on.
    """
    steps = _fallen(form) if "depths" in form else _storm(form, park)
    if form.wrong or not steps or not form.has("at", "on"):
        return []
    whole = depth_m(steps)
    ways = ((way, areas, _shed(steps, way)) for way, areas in _ways(form, park).items())
    found: list[Inflow] = []
    for way, areas, shed in ways:
        if shed:
            name = f"{id}~{len(found) + 1}" if found else id
            inflow = _inflow(name, form["at"], areas, shed)
            found.append(replace(inflow, fallen_m=whole if way.flush_m else 0.0, formula=form.get("formula", "")))
    return found


def _inflow(id: str, start: float, areas: dict[str, list[float]], steps: Steps) -> Inflow:
    """One inflow into all storages that ground drains to in one way."""
    into = tuple(sorted(areas))
    factors = tuple(fsum(areas[storage]) for storage in into)
    times, rates = zip(*((start + time, rate) for time, rate in steps), strict=True)
    return Inflow(id, InflowKind.RAIN, into, factors, times, rates)


def _fallen(form: Form) -> Steps:
    """Intensities from the depths fallen by each time."""
    rows = list(form["depths"])
    if rows[0][0] == 0:
        if rows[0][1] != 0:
            form.fault("depths", Message("at the time 0 nothing has fallen yet; write [0 min, 0 mm] or leave that row "
                                         "out"))  # fmt: skip
            return []
        rows = rows[1:]
    if not rows:
        form.fault("depths", Message("only the empty start stands here; add rows such as [10 min, 3.2 mm]"))
        return []
    before = [(0.0, 0.0), *rows[:-1]]
    steps = [(t0, (d1 - d0) / (t1 - t0)) for (t0, d0), (t1, d1) in zip(before, rows, strict=True)]
    return [*steps, (rows[-1][0], 0.0)]


def _storm(form: Form, park: Park) -> Steps:
    """Intensities from a storm formula of the park; nothing when something is missing or wrong."""
    if form.wrong or not form.has("formula", "period", "lasts", "shape") or not _shape_fits(form):
        return []
    found = park.storm_formulas.get(form["formula"])
    if found is None:
        return []
    formula = StormFormula(found.a, found.c, found.b, found.n)
    try:
        if form["shape"] == StormShape.BLOCK:
            return block(formula, form["lasts"], form["period"])
        step, peak = min(form.get("step"), form["lasts"]), form.get("peak")
        return chicago(formula, form["lasts"], form["period"], step, peak)
    except InputError as error:
        form.fault("period", error.message)
        return []


def _shape_fits(form: Form) -> bool:
    """Whether peak and step are such as a storm of its shape can have; notes it when they are not."""
    if form["shape"] == StormShape.BLOCK:
        for key in ("peak", "step"):
            if key in form.node.entries:
                form.fault(key, Message("belongs to a storm of shape chicago, a block has none; leave {key} out",
                                        key=key))  # fmt: skip
        return not form.node.entries.keys() & {"peak", "step"}
    lasts, step = form["lasts"], form.get("step")
    good = True
    if form.get("peak") == 1:
        good = False
        form.fault("peak", Message("the peak must lie before the end of the storm; write less than 100 %, such as 40 "
                                   "%"))  # fmt: skip
    if "step" in form and step > lasts:
        good = False
        form.fault("step", Message("must be at most as long as the storm lasts, {time}; found {time2}",
                                   time=time_text(lasts), time2=time_text(step)))  # fmt: skip
    elif lasts / step > MOST_STEPS:
        good = False
        text = Message("would fall in {lasts} steps, {most} at most; write a longer step",
                       lasts=f"{lasts / step:,.0f}", most=f"{MOST_STEPS:,}")  # fmt: skip
        form.fault("step" if "step" in form else "lasts", text)
    return good


def _ways(form: Form, park: Park) -> dict[Way, dict[str, list[float]]]:
    """The storages that rain runs into, by the way it does, and areas that shed every drop [m2].

    Ground that sheds at once comes first; with nothing but such ground, or none, there is one way.
    """
    on = form["on"]
    found: dict[Way, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for catchment in park.catchments.values():
        if "all" in on or catchment.id in on or catchment.part_of in on:
            for way, storage, share in _ways_of(catchment):
                found[way][storage].append(catchment.effective_m2 * share)
    order = list(Response)
    ways = sorted(found, key=lambda way: (order.index(way.response), way[1:3], not way.is_first))
    return {way: found[way] for way in ways} or {Way(): {}}


def _ways_of(catchment: Catchment) -> Iterator[tuple[Way, str, float]]:
    """How a catchment sheds rain, where to, and which share of its runoff.

    What is misconnected takes no heed of a first flush. Of a catchment with one this comes first, and then what
    comes after it.
    """
    way, rest = Way(catchment.response, catchment.concentration_s), 1 - catchment.misconnected
    if catchment.misconnected:
        yield way, catchment.misconnected_to, catchment.misconnected
    if not rest:
        return
    if not catchment.first_flush_m or not catchment.runoff:
        yield way, catchment.drains_to, rest
        return
    flush = catchment.first_flush_m / catchment.runoff
    yield way._replace(flush_m=flush, is_first=True), catchment.first_flush_to, rest
    yield way._replace(flush_m=flush), catchment.drains_to, rest


def _shed(steps: Steps, way: Way) -> Steps:
    """What of the rain runs off in one way."""
    if way.response is Response.RATIONAL:
        steps = rational(steps, way.concentration_s)
    elif way.response is Response.RESERVOIR:
        steps = reservoir(steps, way.concentration_s)
    return first_flush(steps, way.flush_m)[not way.is_first] if way.flush_m else steps


def storm_notes(scenario: Form) -> tuple[Name, ...]:
    """What there is to say of storms that no formula was made for."""
    rains = [*scenario.get("rain", {}).items()]
    rains += [(id, each["storm"]) for id, each in scenario.get("faults", {}).items() if "storm" in each]
    return tuple(note for id, rain in rains if "formula" in rain for note in _notes(id, rain))


def _notes(id: str, rain: Form) -> Iterator[Name]:
    lasts, step = rain.get("lasts", SHORTEST_S), rain.get("step")
    about = {"id": id, "formula": rain["formula"]}
    if lasts > LONGEST_S:
        yield named("note_storm_long", lasts=Spoken(time_text(lasts)), most=Spoken(time_text(LONGEST_S)), **about)
    if min(lasts, step) < SHORTEST_S:
        lasts, least = Spoken(time_text(min(lasts, step))), Spoken(time_text(SHORTEST_S))
        yield named("note_storm_short", lasts=lasts, least=least, **about)

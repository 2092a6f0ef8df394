"""A park and a scenario as a SWMM 5.2 input file, for engineers who trust SWMM and for our own tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from sim.errors import InputError
from sim.exchange.swmm.ids import Ids
from sim.exchange.swmm.layout import Layout, Point
from sim.exchange.swmm.lost import not_carried
from sim.exchange.swmm.model import Model
from sim.exchange.swmm.passage import HIGHEST_M, SPILLS, Passage, weir_coefficient
from sim.exchange.swmm.pouring import points
from sim.exchange.swmm.sections import Sections
from sim.exchange.swmm.turning import asks, stands, write_switch, write_turns
from sim.message import Message
from sim.park import Link, LinkKind, Park, WeirRating
from sim.scenario import Scenario

FIRST_DAY = datetime(2025, 1, 1)
"""When a scenario without a clock time begins in SWMM."""


class Routing(StrEnum):
    """How SWMM moves water."""

    KINWAVE = "kinwave"
    DYNWAVE = "dynwave"


@dataclass(frozen=True, slots=True)
class Swmm:
    """A SWMM input file, what its names stand for, and what it leaves out."""

    text: str
    ids: list[tuple[str, str, str]]
    """Name in SWMM, what it is, id in the park."""
    not_carried: list[Message]
    routing: Routing


@dataclass(frozen=True)
class _File:
    """The file while it is written."""

    model: Model
    sections: Sections = field(default_factory=Sections)
    ids: Ids = field(default_factory=Ids)
    names: dict[str, str] = field(default_factory=dict)
    """Names of storages and links by their ids."""

    @cached_property
    def layout(self) -> Layout:
        """Where nodes stand on the map."""
        return Layout(self.model.park, self.model.links)


def swmm(
    park: Park, scenario: Scenario, routing: Routing | None = None, step_s: float = 5.0, report_s: float = 60.0
) -> Swmm:
    """A park and a scenario as a SWMM input file.

    Without a `routing` it is the kinematic wave, or where water could run round a loop or pushes
    back on a link, which that cannot do, the dynamic wave.

    Raises:
        InputError: the kinematic wave was asked for, and there is a loop.
    """
    model = Model(park, scenario, step_s, has_waves=routing is not Routing.KINWAVE)
    if model.loop and routing is Routing.KINWAVE:
        raise InputError(Message("SWMM's kinematic wave knows no loops, and water can run round {loop}; take dynwave",
                                 loop=" -> ".join(model.loop)))  # fmt: skip
    chosen = routing or (Routing.DYNWAVE if model.loop or model.felt else Routing.KINWAVE)
    model = replace(model, has_waves=chosen is Routing.DYNWAVE)
    file = _File(model)
    _write_head(file, chosen, step_s, max(report_s, step_s))
    _write_storages(file)
    for passage in model.passages:
        file.names[passage.link.id] = file.ids.give("link", passage.link.id)
    for passage in model.passages:
        _write_link(file, passage)
        _write_rules(file, passage)
    lost = not_carried(park, scenario, model.passages, model.shut, model.felt)
    return Swmm(file.sections.text(), file.ids.rows, lost, chosen)


def _write_head(file: _File, routing: Routing, step_s: float, report_s: float) -> None:
    """What it is, and how it is to be run."""
    scenario = file.model.scenario
    begins = datetime.fromisoformat(scenario.starts).replace(tzinfo=None) if scenario.starts else FIRST_DAY
    ends = begins + timedelta(seconds=scenario.horizon_s)
    file.sections.add("TITLE", f"{file.ids.plain(scenario.id)} in {file.ids.plain(file.model.park.id)}")
    options: dict[str, str | float] = {
        "FLOW_UNITS": "CMS", "FLOW_ROUTING": routing.upper(), "LINK_OFFSETS": "DEPTH", "MIN_SLOPE": 0,
        "ALLOW_PONDING": "NO", "SKIP_STEADY_STATE": "NO", **_times("START", begins), **_times("REPORT_START", begins),
        **_times("END", ends), "REPORT_STEP": _span(report_s), "WET_STEP": _span(max(step_s, 60)),
        "DRY_STEP": _span(max(step_s, 60)), "ROUTING_STEP": step_s, "RULE_STEP": "00:00:00", "VARIABLE_STEP": 0,
        "LENGTHENING_STEP": 0, "MAX_TRIALS": 20, "HEAD_TOLERANCE": 1e-5, "THREADS": 1,
    }  # fmt: skip
    for name, value in options.items():
        file.sections.add("OPTIONS", name, value)
    for line in ("INPUT NO", "CONTROLS NO", "NODES ALL", "LINKS ALL"):
        file.sections.add("REPORT", line)
    file.sections.add("MAP", "UNITS", file.layout.units)


def _times(what: str, when: datetime) -> dict[str, str]:
    return {f"{what}_DATE": f"{when:%m/%d/%Y}", f"{what}_TIME": f"{when:%H:%M:%S}"}


def _span(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 3600:02d}:{whole % 3600 // 60:02d}:{whole % 60:02d}"


def _write_storages(file: _File) -> None:
    """Storages with what stands in them and what flows into them."""
    model = file.model
    for id, basin in model.basins.items():
        name = file.names[id] = file.ids.give("storage", id)
        basin.write(file.sections, name, model.heights[id], model.start.volumes_m3[id])
        _write_point(file, name, file.layout.storages[id])
        if id in model.poured:
            file.sections.add("INFLOWS", name, "FLOW", name, "FLOW", 1.0, 1.0)
            for hour, rate in points(model.poured[id], model.scenario.horizon_s):
                file.sections.add("TIMESERIES", name, f"{hour:.12g}", rate)


def _write_point(file: _File, node: str, point: Point) -> None:
    file.sections.add("COORDINATES", node, *(f"{round(each, 7):.12g}" for each in point))


def _write_link(file: _File, passage: Passage) -> None:
    """A link, and the conduits behind it when its water takes time."""
    link, name = passage.link, file.names[passage.link.id]
    source, target = file.names[link.source], _way(file, link, name)
    match passage.kind:
        case "PUMP":
            file.sections.add("PUMPS", name, source, target, name, *_pump_levels(file, passage))
        case "WEIR":
            _write_weir(file, passage, source, target)
        case "ORIFICE":
            _write_orifice(file, passage, source, target)
        case _ if passage.behind is not None:
            from_m, flow = passage.behind
            file.sections.add("OUTLETS", name, source, target, from_m, "FUNCTIONAL/HEAD", flow, 0.5, "YES")
        case _ if passage.steep is not None:
            crest, slope = passage.steep
            file.sections.add("OUTLETS", name, source, target, crest, "FUNCTIONAL/DEPTH", slope, 1, "YES")
        case _:
            file.sections.add("OUTLETS", name, source, target, 0, "TABULAR/DEPTH", name, "YES")
    curve = ("Pump4",) if passage.kind == "PUMP" else ("Rating",)
    for place, (depth, flow) in enumerate(passage.rows):
        file.sections.add("CURVES", name, *(() if place else curve), depth, flow)


def _write_weir(file: _File, passage: Passage, source: str, target: str) -> None:
    """A crest that stays fully open."""
    rating, name = passage.link.rating, file.names[passage.link.id]
    assert isinstance(rating, WeirRating)
    crest = rating.crest_m - file.model.basins[passage.link.source].floor_m
    coefficient = weir_coefficient(rating)
    file.sections.add("WEIRS", name, source, target, "TRANSVERSE", crest, coefficient, "NO", 0, 0, "NO")
    file.sections.add("XSECTIONS", name, "RECT_OPEN", HIGHEST_M, rating.length_m, 0, 0)


def _write_orifice(file: _File, passage: Passage, source: str, target: str) -> None:
    """An opening whose lip its setting moves.

    Where water could run back a flap keeps it; elsewhere there is none, since SWMM takes some head for one.
    """
    opening, name = passage.opening, file.names[passage.link.id]
    assert opening is not None
    flap = "YES" if passage.link.id in file.model.felt else "NO"
    file.sections.add("ORIFICES", name, source, target, "SIDE", opening.low_m, opening.coefficient, flap, 0)
    file.sections.add("XSECTIONS", name, "RECT_CLOSED", opening.height_m, opening.width_m, 0, 0)


def _way(file: _File, link: Link, name: str) -> str:
    """Where a link leads in SWMM: its target, an outfall of its own, or the first of its conduits."""
    end = file.names.get(link.target) or file.ids.give("receiver", link.target, f"{link.target}.{name}")
    point = file.layout.end(link)
    if link.target not in file.model.basins:
        _write_outfall(file, link, end)
        _write_point(file, end, point)
    if link.id not in file.model.reaches:
        return end
    return _write_reach(file, link, name, end, point)


def _write_outfall(file: _File, link: Link, end: str) -> None:
    """Where water leaves everything: it falls freely, or meets water at a fixed level."""
    level = file.model.level_m(link)
    if level is None:
        file.sections.add("OUTFALLS", end, 0, "FREE")
    else:
        floor = min(level, file.model.heights[link.source]) - 1
        file.sections.add("OUTFALLS", end, floor, "FIXED", level)


def _write_reach(file: _File, link: Link, name: str, end: str, point: Point) -> str:
    """Junctions and conduits for a travel time; the first junction."""
    reach, end_m = file.model.reaches[link.id], file.model.end_m(link)
    nodes = [file.ids.give("travel time", link.id, f"{name}.{number}") for number in range(reach.pieces)]
    for number, node in enumerate(nodes):
        height = end_m + reach.drop_m * (1 - number / reach.pieces)
        file.sections.add("JUNCTIONS", node, height, reach.height_m, 0, 0, 0)
        _write_point(file, node, file.layout.between(link, point, (number + 1) / (reach.pieces + 1)))
    offset = end_m - file.model.heights[link.target] if link.target in file.model.basins else 0.0
    for one, other in pairwise([*nodes, end]):
        pipe = file.ids.give("travel time", link.id, f"{one}p")
        last = offset if other == end else 0.0
        file.sections.add("CONDUITS", pipe, one, other, reach.length_m / reach.pieces, reach.roughness, 0, last, 0, 0)
        file.sections.add("XSECTIONS", pipe, "RECT_OPEN", reach.height_m, reach.width_m, 0, 0, 1)
    return nodes[0]


def _pump_levels(file: _File, passage: Passage) -> tuple[str, float, float]:
    """Whether a pump runs at the start, and the depths at which it starts and stops by itself; 0 for none."""
    link = passage.link
    if link.kind is not LinkKind.PUMP:
        return "ON", 0, 0
    share = asks(link, file.model.start.openings[link.id])
    if link.start_m3 is None:
        return "ON" if stands("PUMP", share) else "OFF", 0, 0
    volume_m3, switching = file.model.start.volumes_m3[link.source], file.model.start.switchings[link.id]
    goes_on = switching.runs and volume_m3 > (link.stop_m3 or 0.0)
    runs = share > 0 and (goes_on or (not switching.manual and volume_m3 >= link.start_m3))
    levels = (0.0, 0.0) if _is_switched(file, link) else _dead_band(file, passage)
    return "ON" if runs else "OFF", *levels


def _is_switched(file: _File, link: Link) -> bool:
    """Whether a pump with a dead band is not free to run all the time at full speed."""
    return bool(link.id in file.model.turns or asks(link, file.model.start.openings[link.id]) != 1)


def _dead_band(file: _File, passage: Passage) -> tuple[float, float]:
    """Depths at which a pump starts, 0 when only people start it, and stops [m]; one that stops when dry, just above
    the floor."""
    link, basin = passage.link, file.model.basins[passage.link.source]
    least = passage.rows[-2][0] if len(passage.rows) > 1 else 0.001
    starts_m = 0.0 if file.model.start.switchings[link.id].manual else basin.depth_m(link.start_m3 or 0.0)
    return starts_m, max(basin.depth_m(link.stop_m3 or 0.0), least)


def _write_rules(file: _File, passage: Passage) -> None:
    """What is done to a link, as control rules."""
    link, name, model = passage.link, file.names[passage.link.id], file.model
    if link.kind in SPILLS or passage.is_set:
        return
    turns, opening = model.turns.get(link.id, []), model.start.openings[link.id]
    if link.start_m3 is None:
        premises: Mapping[str, str] = file.names
        write_turns(file.sections, passage.kind, name, link, opening, [(t, model.premise(t, premises)) for t in turns])
    elif _is_switched(file, link):
        starts, stops = _dead_band(file, passage)
        node = file.names[link.source]
        levels = {"start": f"NODE {node} DEPTH >= {starts:.6g}"} if starts > 0 else {}
        levels["stop"] = f"NODE {node} DEPTH <= {stops:.6g}"
        write_switch(file.sections, name, link, opening, turns, levels)

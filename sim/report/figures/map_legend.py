"""What the signs of a map mean: those that stand on it, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sim.called import Called
from sim.park import ORIGINS, SETTABLE, LinkKind
from sim.report.figures.fills import origin_signs
from sim.report.figures.legend import area, mark
from sim.report.figures.map_canvas import DASHES, IDLE, largest_flow, line_pt
from sim.report.figures.map_signs import KINDS, catchment_sign, fault_sign, kind_sign, link_sign, sensor_sign, team_sign
from sim.report.figures.rounding import round_down
from sim.report.figures.style import INK, PAPER, SOFT
from sim.report.map import Plan
from sim.report.map.moment import Moment
from sim.scenario.fault import Hindrance
from sim.units import flow_text

if TYPE_CHECKING:
    from matplotlib.artist import Artist

FLOW_SHARES = (1.0, 0.25, 0.03)
"""Shares of the largest flow, about which lines are shown."""


def signs_of(called: Called, plan: Plan, now: Moment | None) -> list[Artist]:
    """A sign for each sort of thing on the map."""
    return list(_Legend(called, plan, now).signs())


@dataclass
class _Legend:
    called: Called
    plan: Plan
    now: Moment | None
    sorts: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.sorts = {each.sort for each in self.plan.nodes if each.main or self.plan.geographic}

    def signs(self) -> Iterator[Artist]:
        """Water, links, what does not work, storages, people."""
        yield from self._water()
        yield from self._flows()
        yield from self._links()
        yield from self._faults()
        yield from self._storages()
        yield from self._people()

    def _sign(self, key: str, style: dict[str, Any]) -> Artist:
        return mark(self.called.says(key), **style)

    def _frame(self, key: str, **style: Any) -> Artist:
        return area(self.called.says(key), facecolor=PAPER, **style)

    def _water(self) -> Iterator[Artist]:
        """Origins of the water that is there, and the frame of what accident water came into."""
        volumes = self.now.volumes.values() if self.now else ()
        origins = [each for place, each in enumerate(ORIGINS) if any(volume[place] > 0.01 for volume in volumes)]
        yield from origin_signs(origins, self.called.language)
        if origins:
            yield self._frame("map_accident", edgecolor=INK, linewidth=1.3)

    def _flows(self) -> Iterator[Artist]:
        """Links without flow, and what the thickness of the others stands for."""
        most = largest_flow(self.now.flows) if self.now else 0.0
        for flow in flow_steps(most):
            words = self.called.says("map_flow", flow=flow_text(flow).replace("m3", "m³"))
            yield mark(words, color=SOFT, linewidth=line_pt(flow, most), solid_capstyle="butt")
        yield self._sign("map_no_flow" if self.now else "map_link", {"color": IDLE, "linewidth": 0.7})

    def _links(self) -> Iterator[Artist]:
        """Pumps, valves and gates, and how they stand."""
        shown = set()
        for edge in self.plan.edges:
            if edge.main and edge.kind in SETTABLE:
                opening = self.now.openings[edge.id] if self.now else self.called.park.links[edge.id].opening
                shown.add((edge.kind == LinkKind.PUMP, "open" if opening >= 1 else "shut" if opening <= 0 else "part"))
        openings = {"open": 1.0, "part": 0.5, "shut": 0.0}
        for pump in (True, False):
            for state, opening in openings.items():
                if (pump, state) in shown:
                    kind, key = (LinkKind.PUMP, "pump") if pump else (LinkKind.GATE, "gate")
                    yield self._sign(f"map_{key}_{state}", link_sign(kind, opening))

    def _faults(self) -> Iterator[Artist]:
        """What keeps links and sensors of the map from working."""
        drawn = {each.id for each in self.plan.edges if each.main}
        drawn |= {each.id for each in self.plan.nodes if each.sort == "sensor" and each.main}
        hindered = self.now.hindered if self.now else {}
        found = {each for id, own in hindered.items() if id in drawn for each in own}
        yield from (self._sign(f"hindrance_{each}", fault_sign(each)) for each in Hindrance if each in found)

    def _storages(self) -> Iterator[Artist]:
        """Kinds of storages that are drawn large."""
        found = {each.kind for each in self.plan.nodes if each.sort == "storage" and each.main}
        yield from (self._sign(f"kind_{each}", kind_sign(each)) for each in KINDS if each in found)
        if self.plan.geographic and any(each.sort == "catchment" and not each.main for each in self.plan.nodes):
            yield self._sign("map_catchment", catchment_sign())
        if not all(each.placed for each in self.plan.nodes):
            yield self._frame("map_unplaced", edgecolor=SOFT, linewidth=0.6, linestyle=DASHES)

    def _people(self) -> Iterator[Artist]:
        """Sensors and teams."""
        now = self.now
        if "sensor" in self.sorts:
            yield self._sign("map_sensor", sensor_sign(alarm=False))
        if now and now.alarms:
            yield self._sign("map_alarm", sensor_sign(alarm=True))
        there = {each.there_s <= now.at_s for each in now.teams} if now else set()
        if True in there:
            yield self._sign("map_crew", team_sign(there=True))
        if False in there:
            yield self._sign("map_crew_coming", team_sign(there=False))
        if self.plan.geographic and "crew" in self.sorts:
            yield self._frame("map_crew_home", edgecolor=SOFT, linewidth=0.6)


def flow_steps(most_m3_s: float) -> list[float]:
    """Flows whose lines a legend shows: the largest, and round ones well below it; none without flow.

    >>> flow_steps(2.07), flow_steps(0.5), flow_steps(0)
    ([2.07, 0.5, 0.05], [0.5, 0.1, 0.01], [])
    """
    if most_m3_s <= 0:
        return []
    return [most_m3_s, *(round_down(most_m3_s * share) for share in FLOW_SHARES[1:])]

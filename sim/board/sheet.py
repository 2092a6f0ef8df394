"""The map of a scenario: one for every place of its sliders, so that nothing jumps while they move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sim.park import ORIGINS
from sim.record.record import Record
from sim.report.map import Plan, plan_of
from sim.report.map.moment import moment, worst_s
from sim.report.numbers import lasting
from sim.report.page.drawing import map_svg
from sim.report.page.replay import SPEED_S, about_crews, about_link, about_storage, speeds
from sim.report.page.said import tier, words
from sim.result import Result


@dataclass(frozen=True, eq=False)
class Sheet:
    """Where everything stands, and what the page needs once to show any answer on it."""

    result: Result
    """The scenario as it is written."""
    plan: Plan

    @cached_property
    def drawn(self) -> frozenset[str]:
        """The storages that are drawn large."""
        return frozenset(node.id for node in self.plan.nodes if node.sort == "storage" and node.main)

    @cached_property
    def routes(self) -> tuple[str, ...]:
        """The links that are drawn."""
        return tuple(edge.id for edge in self.plan.edges)

    @cached_property
    def data(self) -> dict[str, Any]:
        """All that never moves: the drawing, and names."""
        park, scenario, record = self.result.park, self.result.scenario, self.result.record
        at_s = worst_s(self.result.verdict)
        now = moment(park, scenario, record, self.result.verdict, at_s)
        places = {id: at for at, id in enumerate(record.links.ids)}
        return {
            "svg": map_svg(self.result, self.plan, now, ()),
            "horizon": record.horizon_s,
            "starts": scenario.starts,
            "origins": list(ORIGINS),
            "storages": {id: about_storage(park, id) for id in park.storages},
            "links": {id: about_link(park, record, places[id]) for id in self.routes},
            "tiers": [{"id": id, "name": tier(park, id)} for id in park.tiers],
            "crews": about_crews(park),
            "speeds": [{"s": each, "said": said, "chosen": each == SPEED_S} for each, said in speeds()],
            "whole_run": words("page_whole_run", span=lasting(record.horizon_s)),
        }


def sheet_of(result: Result, ends: Sequence[Record]) -> Sheet:
    """The map of a scenario: what its run touches, and with each slider at its ends."""
    return Sheet(result, plan_of(result.park, result.record, also=ends))

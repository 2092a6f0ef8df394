"""One park, one plan, one map: where everything stands."""

from __future__ import annotations

from sim.park import Park
from sim.record.record import Record
from sim.report.map.chosen import chosen
from sim.report.map.schematic import schematic
from sim.report.map.shapes import BOX_HEIGHT, Band, Edge, Node, Plan
from sim.report.map.true_map import has_places, true_map

__all__ = ["Band", "Edge", "Node", "Plan", "plan_of"]


def plan_of(park: Park, record: Record | None = None, box_height: float = BOX_HEIGHT) -> Plan:
    """The map of a park; with a record that of its run, on which what was touched is drawn large.

    Storages that are drawn large are `box_height` units high. The same park and record always give the same map.
    """
    found = chosen(park, record)
    return true_map(park, found, box_height) if has_places(park) else schematic(park, found, box_height)

"""One park, one plan, one map: where everything stands."""

from __future__ import annotations

from sim.park import Park
from sim.record.record import Record
from sim.report.map.chosen import chosen
from sim.report.map.schematic import schematic
from sim.report.map.shapes import Band, Edge, Node, Plan

__all__ = ["Band", "Edge", "Node", "Plan", "plan_of"]


def plan_of(park: Park, record: Record | None = None) -> Plan:
    """The map of a park; with a record that of its run, on which what was touched is drawn large.

    The same park and record always give the same map.
    """
    return schematic(park, chosen(park, record))

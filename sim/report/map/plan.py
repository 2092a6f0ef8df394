"""One park, one plan, one map: where everything stands."""

from __future__ import annotations

from collections.abc import Sequence

from sim.park import Park
from sim.record.record import Record
from sim.report.map.chosen import chosen
from sim.report.map.schematic import schematic
from sim.report.map.shapes import Band, Edge, Node, Plan, Room
from sim.report.map.true_map import has_places, true_map

__all__ = ["Band", "Edge", "Node", "Plan", "Room", "plan_of"]

ROOM = Room()
"""What a map has where nobody asks for more."""


def plan_of(park: Park, record: Record | None = None, room: Room = ROOM, also: Sequence[Record] = ()) -> Plan:
    """The map of a park; with a record that of its run, on which what was touched is drawn large, and what other runs
    `also` touched.

    The same park, records and room always give the same map.
    """
    found = chosen(park, record, also)
    if room.to_scale and has_places(park):
        return true_map(park, found, room)
    return schematic(park, found, room.box_height)

"""THE PARK ON ONE SHEET: where each thing stands on the map, for a figure and for the replay alike."""

from sim.report.map.plan import Band, Edge, Node, Plan, Room, plan_of

__all__ = ["Band", "Edge", "Node", "Plan", "Room", "plan_of"]

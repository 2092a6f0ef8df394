"""What stands at storages: sensors, catchments, the frames of plants; and crews at home."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sim.park import Park
from sim.report.map.shapes import Node

MARK, SMALL = 9.0, 3.0
"""Size of a mark at something drawn large, and at a tile."""
FRAME = 9.0
"""From a plant's frame to its storages."""
CREW_WIDTH, CREW_HEIGHT, CREW_GAP = 104.0, 24.0, 8.0


def attached(park: Park, places: Mapping[str, Node]) -> list[Node]:
    """Sensors on top of what they watch, from its right, and catchments on top of what they drain to, from its left."""
    watched = {id: storage_at(park, each.watches) for id, each in park.sensors.items()}
    drained = {id: each.drains_to for id, each in park.catchments.items()}
    kinds = {id: each.kind.value for id, each in park.sensors.items()}
    return [
        *_marks("catchment", drained, dict.fromkeys(drained, ""), places, from_right=False),
        *_marks("sensor", watched, kinds, places, from_right=True),
    ]


def storage_at(park: Park, watches: str) -> str:
    """The storage at which a sensor stands: that which it looks at, or behind the link."""
    return park.links[watches].source if watches in park.links else watches


def _marks(sort: str, where: Mapping[str, str], kinds: Mapping[str, str], places: Mapping[str, Node],
           from_right: bool) -> list[Node]:  # fmt: skip
    """Marks on the upper borders, side by side, closer where there are many."""
    by_place: dict[str, list[str]] = defaultdict(list)
    for id, at in where.items():
        if at in places:
            by_place[at].append(id)
    nodes = []
    for at, ids in by_place.items():
        place = places[at]
        size = MARK if place.main else SMALL
        step = min(size + 2, place.width / 2 / len(ids))
        for count, id in enumerate(ids):
            x = place.right - size - count * step if from_right else place.x + count * step
            nodes.append(Node(id, sort, kinds[id], place.tier, x, place.y - size / 2, size, size, place.main))
    return nodes


def plants(park: Park, large: Sequence[Node]) -> list[Node]:
    """Frames round what stands side by side and belongs to one plant."""
    rows: dict[tuple[str, float], list[Node]] = defaultdict(list)
    for node in large:
        plant = park.storages[node.id].plant if node.id in park.storages else None
        if plant is not None and plant in park.plants:
            rows[plant, node.y].append(node)
    frames = []
    for (plant, _), own in rows.items():
        left, right = min(each.x for each in own), max(each.right for each in own)
        among = [each for each in large if each.y == own[0].y and left < each.x < right]
        if len(among) == len(own):
            size = (right - left + 2 * FRAME, own[0].height + 2 * FRAME)
            frames.append(Node(plant, "plant", "", own[0].tier, left - FRAME, own[0].y - FRAME, *size, main=True))
    return frames


def crews(park: Park, x: float, y: float, width: float) -> list[Node]:
    """Crews at home: a row, or as many as it takes, above the park."""
    columns = int((width + CREW_GAP) / (CREW_WIDTH + CREW_GAP))
    nodes = []
    for place, id in enumerate(park.crews):
        row, column = divmod(place, columns)
        left, top = x + column * (CREW_WIDTH + CREW_GAP), y + row * (CREW_HEIGHT + CREW_GAP)
        nodes.append(Node(id, "crew", "", "", left, top, CREW_WIDTH, CREW_HEIGHT, main=True))
    return nodes

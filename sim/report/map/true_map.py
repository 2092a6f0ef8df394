"""A park whose places are known: north up, everything where it lies, large things moved apart where they overlap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import cos, hypot, radians
from typing import Any

from sim.park import AnyPlace, Park, Place
from sim.park.place import EARTH_M
from sim.report.map.attached import attached, storage_at
from sim.report.map.chosen import Chosen
from sim.report.map.shapes import Edge, Node, Plan, Point, Room

WIDTH, LOWEST = 1600.0, 420.0
EDGE, SIDE = 110.0, 190.0
"""Free room round what has a place; the row at the right of what has none."""
BOX_WIDTH, SMALL, CREW = 150.0, (11.0, 11.0), (140.0, 24.0)
ROUNDS, CLEAR, BESIDE = 200, 30.0, 70.0
"""How often overlapping things are pushed apart at most, the free room between them, and from what has a
place to what stands beside it."""
MOST_WITHOUT = 0.5
"""Share of storages without a place up to which a park is drawn as a map."""


def has_places(park: Park) -> bool:
    """Whether enough is known of where things lie: of at least half of the storages, two of them apart."""
    known = {each.place for each in park.storages.values() if each.place}
    count = sum(each.place is not None for each in park.storages.values())
    return len(known) > 1 and count >= (1 - MOST_WITHOUT) * len(park.storages)


def true_map(park: Park, found: Chosen, room: Room) -> Plan:
    """The park as it lies there."""
    spots = _metres(_places(park))
    scale, shift, height = _fit(spots, room.highest)
    where = {key: (EDGE + (x - shift[0]) / scale, height - EDGE - (y - shift[1]) / scale)
             for key, (x, y) in spots.items()}  # fmt: skip
    large = found.storages
    boxes = {id: (BOX_WIDTH, room.heights.get(id, room.box_height)) for id in (*large, *park.receivers)}
    nodes = [_node(park, "storage", id, where, boxes.get(id, SMALL)) for id in park.storages]
    nodes += [_node(park, "receiver", id, where, boxes[id]) for id in found.receivers(park)]
    nodes += [_node(park, "crew", id, where, CREW) for id in park.crews if ("crew", id) in where]
    nodes = [_with_spot(each, where) for each in _apart(_beside(park, nodes, height))]
    places = {each.id: each for each in nodes if each.sort in ("storage", "receiver")}
    plants = [_mark("plant", id, where) for id in park.plants if ("plant", id) in where]
    sensors = [id for id, each in park.sensors.items() if storage_at(park, each.watches) not in large]
    loose = [_mark(sort, id, where) for sort, all_of_it in (("sensor", sensors), ("catchment", park.catchments))
             for id in all_of_it if (sort, id) in where]  # fmt: skip
    own = {(each.sort, each.id) for each in loose}
    marks = [each for each in attached(park, places) if (each.sort, each.id) not in own]
    everything = (*plants, *sorted(nodes, key=lambda each: each.main), *loose, *marks)
    low = max((each.bottom for each in everything), default=height) + CLEAR
    return Plan(WIDTH, max(height, low), (), everything, _edges(found, places), geographic=True, metres_a_unit=scale)


def _places(park: Park) -> dict[tuple[str, str], AnyPlace]:
    """Everything that has a place, by its sort and id."""
    sorts: dict[str, Mapping[str, Any]] = {
        "storage": park.storages, "receiver": park.receivers, "catchment": park.catchments,
        "sensor": park.sensors, "plant": park.plants,
    }  # fmt: skip
    found = {(sort, id): each.place for sort, all in sorts.items() for id, each in all.items()}
    found |= {("crew", id): each.home for id, each in park.crews.items()}
    return {key: place for key, place in found.items() if place is not None}


def _metres(places: Mapping[tuple[str, str], AnyPlace]) -> dict[tuple[str, str], Point]:
    """Metres east and north; of degrees on a plate carree about their middle (equirectangular projection).

    >>> _metres({("storage", "a"): Place(107.0, 0.0), ("storage", "b"): Place(107.0, 0.1)})["storage", "b"]
    (0.0, 5559.754...)
    """
    ends = [each.east_north for each in places.values()]
    middle = [(min(values) + max(values)) / 2 for values in zip(*ends, strict=True)]
    a_degree = radians(1) * EARTH_M

    def metres(place: AnyPlace) -> Point:
        east, north = place.east_north
        if not isinstance(place, Place):
            return east, north
        return (east - middle[0]) * a_degree * cos(radians(middle[1])), (north - middle[1]) * a_degree

    return {key: metres(place) for key, place in places.items()}


def _fit(spots: Mapping[tuple[str, str], Point], highest: float) -> tuple[float, Point, float]:
    """Metres a unit, the south-west corner [m], and the height of the sheet."""
    (left, right), (low, high) = ((min(values), max(values)) for values in zip(*spots.values(), strict=True))
    room = WIDTH - 2 * EDGE - SIDE, highest - 2 * EDGE
    scale = max((right - left) / room[0], (high - low) / room[1], 1e-6)
    height = min(max((high - low) / scale + 2 * EDGE, LOWEST), highest)
    aside = (room[0] - (right - left) / scale) / 2 * scale
    return scale, (left - aside, low - (height - 2 * EDGE - (high - low) / scale) / 2 * scale), height


def _node(park: Park, sort: str, id: str, where: Mapping[tuple[str, str], Point],
          size: tuple[float, float]) -> Node:  # fmt: skip
    """A thing about its place; one without is put somewhere later."""
    kind, tier = "", ""
    if sort == "storage":
        kind, tier = park.storages[id].kind, park.storages[id].tier
    elif sort == "receiver":
        kind = park.receivers[id].kind.value
    width, height = size
    x, y = where.get((sort, id), (0.0, 0.0))
    return Node(id, sort, kind, tier, x - width / 2, y - height / 2, width, height, size != SMALL, (sort, id) in where)


def _with_spot(node: Node, where: Mapping[tuple[str, str], Point]) -> Node:
    """With the place where it lies, if its box has been moved off it."""
    x, y = where.get((node.sort, node.id), node.middle)
    covered = node.x <= x <= node.right and node.y <= y <= node.bottom
    return node if covered else replace(node, spot=(x, y))


def _mark(sort: str, id: str, where: Mapping[tuple[str, str], Point]) -> Node:
    x, y = where[sort, id]
    width, height = SMALL
    return Node(id, sort, "", "", x - width / 2, y - height / 2, width, height, main=False)


def _beside(park: Park, nodes: list[Node], height: float) -> list[Node]:
    """Things without a place put next to what they drain into, or what drains into them; else in a row at the side."""
    known = {each.id: each for each in nodes if each.placed}
    partner: dict[str, str] = {}
    for link in park.links.values():
        for id, other in ((link.source, link.target), (link.target, link.source)):
            if id not in known and other in known:
                partner.setdefault(id, other)
    count, moved = 0, []
    for node in nodes:
        if node.placed:
            moved.append(node)
        elif node.id in partner:
            at = known[partner[node.id]]
            right = at.middle[0] < WIDTH / 2 or node.sort == "receiver"
            x = at.right + BESIDE if right else at.x - node.width - BESIDE
            moved.append(replace(node, x=x, y=at.middle[1] - node.height / 2))
        else:
            row, column = count % max(int(height / (node.height + CLEAR)), 1), 0
            moved.append(replace(node, x=WIDTH - SIDE + column, y=CLEAR + row * (node.height + CLEAR)))
            count += 1
    return moved


def _apart(nodes: list[Node]) -> list[Node]:
    """Large things pushed apart along the shorter way until none overlaps, those without a place alone first."""
    large = [place for place, each in enumerate(nodes) if each.main]
    for _ in range(ROUNDS):
        clear = True
        for count, one in enumerate(large):
            for other in large[:count]:
                push = _overlap(nodes[one], nodes[other])
                if push is not None:
                    nodes[one], nodes[other] = _pushed(nodes[one], nodes[other], push)
                    clear = False
        if clear:
            break
    return nodes


def _overlap(one: Node, other: Node) -> Point | None:
    """How far one must go from the other, along the shorter way; None when they are clear of each other."""
    across = (one.width + other.width) / 2 + CLEAR - abs(one.middle[0] - other.middle[0])
    down = (one.height + other.height) / 2 + CLEAR - abs(one.middle[1] - other.middle[1])
    if across <= 0.01 or down <= 0.01:
        return None
    if across < down:
        return (across if one.middle[0] >= other.middle[0] else -across), 0.0
    return 0.0, (down if one.middle[1] >= other.middle[1] else -down)


def _pushed(one: Node, other: Node, push: Point) -> tuple[Node, Node]:
    """Both moved by half, or the one without a place by all of it; where an edge stops one, the other goes on."""
    share = 0.5 if one.placed == other.placed else float(not one.placed)
    moved = _moved(one, push[0] * share, push[1] * share)
    away = _moved(other, moved.x - one.x - push[0], moved.y - one.y - push[1])
    apart = moved.x - one.x - (away.x - other.x), moved.y - one.y - (away.y - other.y)
    return _moved(moved, push[0] - apart[0], push[1] - apart[1]), away


def _moved(node: Node, across: float, down: float) -> Node:
    """Moved, but not over the sheet's left, right and upper edge."""
    x = min(max(node.x + across, 0.0), WIDTH - node.width)
    return replace(node, x=x, y=max(node.y + down, 0.0))


def _edges(found: Chosen, places: Mapping[str, Node]) -> tuple[Edge, ...]:
    """Straight links from border to border; several between the same two side by side."""
    seen: dict[tuple[str, str], int] = {}
    edges = []
    for way in found.ways:
        pair = (min(way.source, way.target), max(way.source, way.target))
        count = seen[pair] = seen.get(pair, -1) + 1
        turned = 1 if way.source == pair[0] else -1
        aside = 9.0 * ((count + 1) // 2 * (1 if count % 2 else -1)) * turned
        points = _line(places[way.source], places[way.target], aside)
        edges.append(Edge(way.id, way.source, way.target, way.kind, points, main=True))
    return tuple(edges)


def _line(source: Node, target: Node, aside: float) -> tuple[Point, ...]:
    """From border to border on the line of the centres, moved aside by so much."""
    (x, y), (end_x, end_y) = source.middle, target.middle
    length = hypot(end_x - x, end_y - y) or 1.0
    across, down = (end_x - x) / length, (end_y - y) / length
    moved = [(px - down * aside, py + across * aside) for px, py in ((x, y), (end_x, end_y))]
    return _border(source, moved[0], (across, down)), _border(target, moved[1], (-across, -down))


def _border(node: Node, start: Point, way: Point) -> Point:
    """Where a line from inside a node leaves it."""
    reach = [
        (edge - at) / step
        for at, step, edges in ((start[0], way[0], (node.x, node.right)), (start[1], way[1], (node.y, node.bottom)))
        for edge in edges if abs(step) > 1e-9 and (edge - at) / step > 0
    ]  # fmt: skip
    far = min(reach, default=0.0)
    return start[0] + way[0] * far, start[1] + way[1] * far

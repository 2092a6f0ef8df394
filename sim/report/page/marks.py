"""Where marks of gates, valves and pumps stand on the map, and their names beside them: none on another."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sim.park import LinkKind
from sim.report.map import Edge, Plan
from sim.report.map.shapes import Point
from sim.report.page.lettering import shortened, width_px

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""
MARK_PX = 7.0
"""Radius of a mark."""
APART_PX = 17.0
"""From the middle of one mark to that of the next at least."""
SHARES = (0.5, 0.35, 0.65, 0.2, 0.8)
"""Where along a stretch a mark may stand, the best place first."""
SIZE, MOST_PX = 11.0, (170.0, 110.0)
"""Of a name beside a mark, and how long it may be: whole if there is room, else shortened."""
AWAY_PX, FAR_PX = 10.0, 46.0
"""From the middle of a mark to its name, and to one beyond the boxes that it stands between."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name beside a mark: where its line begins or ends."""

    words: str
    at: Point
    anchor: str


def placed_marks(plan: Plan, kinds: Collection[LinkKind]) -> list[tuple[Edge, Point]]:
    """Links of some kinds, each with a place for its mark on its way, off the marks before it if there is room."""
    taken: list[Point] = []
    found = []
    for edge in (each for each in plan.edges if each.kind in kinds):
        places = list(along(edge))
        at = next((each for each in places if not any(_near(each, other) for other in taken)), places[0])
        taken.append(at)
        found.append((edge, at))
    return found


def along(edge: Edge) -> Iterator[Point]:
    """Places on a link's way: on its longest stretch, then on the others.

    >>> list(along(Edge("a", "b", "c", "pump", ((0, 0), (10, 0), (10, 4)), True)))[:2]
    [(5.0, 0.0), (3.5, 0.0)]
    """
    pairs = list(zip(edge.points, edge.points[1:], strict=False))
    for (x0, y0), (x1, y1) in sorted(pairs, key=lambda pair: -_length(*pair)):
        yield from ((x0 + share * (x1 - x0), y0 + share * (y1 - y0)) for share in SHARES)


def _length(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _near(one: Point, other: Point) -> bool:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1])) < APART_PX


def placed_names(plan: Plan, marks: Sequence[Point], names: Sequence[str]) -> Iterator[Label]:
    """Names beside their marks, off boxes, marks and other names; what has no room is left to the mark's own words."""
    taken: list[Box] = [(n.x, n.y, n.right, n.bottom) for n in plan.nodes if n.sort not in ("area", "plant")]
    taken += [(x - MARK_PX, y - MARK_PX, x + MARK_PX, y + MARK_PX) for x, y in marks]
    for at, name in zip(marks, names, strict=True):
        spots = (spot for most in MOST_PX for spot in _beside(shortened(name, most, SIZE), at, plan.width))
        free = next((spot for spot in spots if not any(_meet(spot[1], other) for other in taken)), None)
        if free:
            taken.append(free[1])
            yield free[0]


def _beside(words: str, at: Point, most_x: float) -> Iterator[tuple[Label, Box]]:
    """Places of a name round a mark, and the box it takes in each: above, below, right, left, then farther off."""
    wide, (x, y) = width_px(words, SIZE), at
    level = [(x, y + away, "middle", x - wide / 2) for away in (-AWAY_PX, AWAY_PX + SIZE * 0.8)]
    beyond = [(x, y + away, "middle", x - wide / 2) for away in (FAR_PX, -FAR_PX)]
    spots = (
        *level, (x + AWAY_PX, y + 4, "start", x + AWAY_PX), (x - AWAY_PX, y + 4, "end", x - AWAY_PX - wide), *beyond,
    )  # fmt: skip
    for word_x, base, anchor, left in spots:
        box = (left, base - SIZE * 0.85, left + wide, base + SIZE * 0.2)
        if left >= 0 and left + wide <= most_x:
            yield Label(words, (round(word_x, 1), round(base, 1)), anchor), box


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]

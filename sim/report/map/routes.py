"""Ways between cells of a grid: square corners, tracks of their own between the rows and columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sim.report.map.chosen import Way
from sim.report.map.grid import COLUMNS, Cell, Grid
from sim.report.map.shapes import Point

Box = tuple[float, float, float, float]
"""x, y, width and height."""
PORT, TRACK = 16.0, 10.0
"""From one way to the next where they leave a storage, and where they run side by side."""
PORTS = (0, 1, -1, 2, -2, 3, -3)
"""Places at a side, from its middle outwards, as far as the height or width goes."""
SIDE_PORTS = (0, 1, -1)
TOP, BOTTOM, LEFT, RIGHT = "top", "bottom", "left", "right"


@dataclass(slots=True)
class Route:
    """How a link goes: out of a side, along channels between rows, and through a gutter between columns."""

    way: Way
    start: Cell
    end: Cell
    sides: tuple[str, str] = (BOTTOM, TOP)
    ports: list[int] = field(default_factory=lambda: [0, 0])
    channels: tuple[int, ...] = ()
    """Between rows: channel k lies above row k. One, or two with a gutter between them; none for straight ways."""
    gutter: int = 0
    tracks: list[int] = field(default_factory=lambda: [0, 0, 0])
    """In the first channel, the gutter and the second channel."""


class Routes:
    """The ways of all links of a grid."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self._used: dict[tuple[Cell, str], set[int]] = defaultdict(set)
        self._channels: dict[int, list[list[tuple[float, float]]]] = defaultdict(list)
        self._gutters: dict[int, list[list[tuple[float, float]]]] = defaultdict(list)
        self.all = [self._sided(Route(way, grid.cell[way.source], grid.cell[way.target])) for way in grid.ways]
        for route in sorted(self.all, key=_span):
            self._choose_ports(route)
        for route in sorted(self.all, key=_span):
            self._choose_tracks(route)

    def tracks_in(self, channel: int) -> int:
        """How many ways run side by side above a row."""
        return len(self._channels[channel])

    def _sided(self, route: Route) -> Route:
        """Out of which side it goes, and between which rows."""
        (row, column), (end, end_column) = route.start, route.end
        if row == end and abs(column - end_column) == 1:
            route.sides = (RIGHT, LEFT) if end_column > column else (LEFT, RIGHT)
        elif row == end:
            route.sides, route.channels = (TOP, TOP), (row,)
        elif row < end:
            route.channels = (row + 1,) if end == row + 1 else (row + 1, end)
        else:
            route.sides = (TOP, BOTTOM)
            route.channels = (row,) if end == row - 1 else (row, end + 1)
        if len(route.channels) == 2:
            route.gutter = max(column, end_column) if column != end_column else self._free_gutter(route)
        return route

    def _free_gutter(self, route: Route) -> int:
        """Right or left of its column: towards the middle of the sheet."""
        return route.start[1] + (route.start[1] < COLUMNS // 2)

    def _choose_ports(self, route: Route) -> None:
        """Where it leaves and where it arrives: opposite each other if they can, else towards each other."""
        ends = [self._used[cell, side] for cell, side in zip((route.start, route.end), route.sides, strict=True)]
        offered = SIDE_PORTS if route.sides[0] in (LEFT, RIGHT) else PORTS
        straight = route.start[1] == route.end[1] and len(route.channels) == 1
        if straight or not route.channels:
            free = [each for each in offered if each not in ends[0] | ends[1]]
            route.ports = [free[0] if free else 0] * 2
        else:
            turn = self._turn(route)
            route.ports = [_towards(turn, ends[0], offered), _towards(-turn, ends[1], offered)]
        for used, port in zip(ends, route.ports, strict=True):
            used.add(port)

    def _turn(self, route: Route) -> int:
        """To which side it goes: 1 to the right."""
        if route.start[1] != route.end[1]:
            return 1 if route.end[1] > route.start[1] else -1
        return 1 if route.gutter > route.start[1] else -1

    def _choose_tracks(self, route: Route) -> None:
        """A track of its own in each channel, and in the gutter between them."""
        if not route.channels:
            return
        (row, _), (end, _) = route.start, route.end
        across = [self._across(route.start, route.ports[0]), self._across(route.end, route.ports[1])]
        if len(route.channels) == 1:
            if abs(across[0] - across[1]) > 0.01:
                route.tracks[0] = _track(self._channels[route.channels[0]], *sorted(across))
            return
        middle = float(route.gutter) - 0.5
        route.tracks[1] = _track(self._gutters[route.gutter], *sorted((float(row), float(end))))
        route.tracks[0] = _track(self._channels[route.channels[0]], *sorted((across[0], middle)))
        route.tracks[2] = _track(self._channels[route.channels[1]], *sorted((across[1], middle)))

    def _across(self, cell: Cell, port: int) -> float:
        """Where a port lies, in columns."""
        return cell[1] + port * 0.09

    def points(
        self,
        route: Route,
        box: Callable[[Cell], Box],
        channel_y: Callable[[int, int], float],
        gutter_x: Callable[[int], float],
    ) -> tuple[Point, ...]:
        """Its corners, given where cells (x, y, width, height), tracks of channels and gutters lie."""
        first = _port(box(route.start), route.sides[0], route.ports[0])
        last = _port(box(route.end), route.sides[1], route.ports[1])
        if not route.channels:
            return first, (last[0], first[1])
        up = channel_y(route.channels[0], route.tracks[0])
        if len(route.channels) == 1:
            return _clean([first, (first[0], up), (last[0], up), last])
        x = gutter_x(route.gutter) + _outwards(route.tracks[1]) * TRACK
        down = channel_y(route.channels[1], route.tracks[2])
        return _clean([first, (first[0], up), (x, up), (x, down), (last[0], down), last])


def _span(route: Route) -> tuple[int, int, str]:
    """Short and straight ways choose first."""
    return abs(route.start[1] - route.end[1]), abs(route.start[0] - route.end[0]), route.way.id


def _towards(turn: int, used: set[int], offered: Sequence[int]) -> int:
    """The free port nearest the middle on the side that a way turns to, else on the other."""
    free = [each for each in offered if each not in used]
    return min(free, key=lambda port: (port * turn <= 0, abs(port)), default=0)


def _track(tracks: list[list[tuple[float, float]]], low: float, high: float) -> int:
    """The first track on which a stretch is free; it takes it."""
    for place, track in enumerate(tracks):
        if all(high < left - 0.02 or low > right + 0.02 for left, right in track):
            track.append((low, high))
            return place
    tracks.append([(low, high)])
    return len(tracks) - 1


def _outwards(track: int) -> int:
    """Tracks in a gutter, from its middle outwards.

    >>> [_outwards(each) for each in range(5)]
    [0, 1, -1, 2, -2]
    """
    return (track + 1) // 2 * (1 if track % 2 else -1)


def _port(box: Box, side: str, port: int) -> Point:
    x, y, width, height = box
    if side in (LEFT, RIGHT):
        return x + width * (side == RIGHT), y + height / 2 + port * PORT
    return x + width / 2 + port * PORT, y + height * (side == BOTTOM)


def _clean(points: list[Point]) -> tuple[Point, ...]:
    """Corners without those where nothing turns."""
    kept = [points[0]]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        if here != before and not (before[0] == here[0] == after[0] or before[1] == here[1] == after[1]):
            kept.append(here)
    return (*kept, points[-1])

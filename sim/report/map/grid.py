"""Rows and columns of what is drawn large: tiers from top to bottom, water from left to right, few crossings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sim.park import LinkKind, Park
from sim.report.map.chosen import Chosen, Way

COLUMNS = 7
"""Places in a row."""
ROUNDS = 12
"""How often all places are looked through for a better one, at most."""
RIVER = "river-section"
CROSSING, BACKWARD, APART, BENEATH = 3.0, 4.0, 1.5, 2.0
"""Costs of a crossing, a link against reading, a plant's parts apart, a storage in the way; a column across is 1."""

Cell = tuple[int, int]
"""Row and column."""
Span = tuple[int, int, int, int]


class Grid:
    """Who stands in which cell."""

    def __init__(self, park: Park, found: Chosen) -> None:
        self.park, self.ways = park, found.ways
        self.tiers: list[str] = []
        """Of each row its tier, "" outside."""
        self.cell: dict[str, Cell] = {}
        self.at: dict[Cell, str] = {}
        self.of: dict[str, list[Way]] = defaultdict(list)
        for way in _once(found.ways):
            self.of[way.source].append(way)
            self.of[way.target].append(way)
        for tier in park.tiers:
            inside = [id for id in park.storages if id in found.storages and park.storages[id].tier == tier]
            self._fill(tier, _downstream(inside, found.ways))
        self._fill("", found.receivers(park))
        self._improve()

    def _fill(self, tier: str, ids: Sequence[str]) -> None:
        """Rows of a tier, in order, each spread over the columns."""
        rows = -(-len(ids) // COLUMNS)
        for row in range(rows):
            part = ids[row * len(ids) // rows : (row + 1) * len(ids) // rows]
            first = (COLUMNS - len(part)) // 2
            for place, id in enumerate(part):
                self._put(id, (len(self.tiers), first + place))
            self.tiers.append(tier)

    def _put(self, id: str, cell: Cell) -> None:
        self.cell[id] = cell
        self.at[cell] = id

    def _improve(self) -> None:
        """Swap neighbours of a row, or move into free places, as long as it gets better."""
        for _ in range(ROUNDS):
            better = [
                self._try(row, one, other)
                for row in range(len(self.tiers)) for one in range(COLUMNS) for other in range(one)
            ]  # fmt: skip
            if not any(better):
                return

    def _try(self, row: int, one: int, other: int) -> bool:
        """Swap what stands in two columns of a row; whether it stays so."""
        moved = [self.at[row, column] for column in (one, other) if (row, column) in self.at]
        if not moved:
            return False
        before = self._cost(moved)
        self._swap((row, one), (row, other))
        if self._cost(moved) < before - 1e-9:
            return True
        self._swap((row, one), (row, other))
        return False

    def _swap(self, one: Cell, other: Cell) -> None:
        first, second = self.at.pop(one, None), self.at.pop(other, None)
        if first:
            self._put(first, other)
        if second:
            self._put(second, one)

    def _cost(self, ids: Iterable[str]) -> float:
        """What the links at some storages cost, and their plants' parts."""
        ways = {way.id: way for id in ids for way in self.of[id]}
        own = sum(self._length(way) for way in ways.values())
        all_spans = [self._span(way) for id in self.cell for way in self.of[id] if way.source == id]
        crossings = sum(_cross(span, other) for span in map(self._span, ways.values()) for other in all_spans)
        return own + CROSSING * crossings + APART * sum(self._apart(id) for id in ids)

    def _length(self, way: Way) -> float:
        """Columns that a link goes over, more when it goes back or over somebody."""
        (row, column), (end_row, end_column) = self.cell[way.source], self.cell[way.target]
        across = end_column - column
        if row != end_row:
            low, high = sorted((row, end_row))
            hidden = [each for each in range(low + 1, high) if (each, end_column) in self.at]
            return abs(across) + BENEATH * 0.5 * len(hidden)
        between = sum((row, each) in self.at for each in range(min(column, end_column) + 1, max(column, end_column)))
        kinds = {self.park.storages[id].kind for id in (way.source, way.target) if id in self.park.storages}
        against = BACKWARD * (5 if kinds == {RIVER} else 1)
        back = against if across < 0 and way.kind != LinkKind.PUMP else 0
        return abs(across) - 1 + BENEATH * between + back

    def _span(self, way: Way) -> Span:
        """The row and column of a link's upper end and of its lower one."""
        one, other = self.cell[way.source], self.cell[way.target]
        return one + other if one < other else other + one

    def _apart(self, id: str) -> float:
        """How far the parts of its plant stand from it in its row, beyond the next place."""
        storage = self.park.storages.get(id)
        if storage is None or storage.plant is None:
            return 0.0
        row = self.cell[id][0]
        own = sorted(c for other, (r, c) in self.cell.items() if r == row and self._plant(other) == storage.plant)
        return float(sum(right - left - 1 for left, right in pairwise(own)))

    def _plant(self, id: str) -> str | None:
        return self.park.storages[id].plant if id in self.park.storages else None


def _cross(one: Span, other: Span) -> bool:
    """Whether two links between the same rows cross."""
    high, left, low, right = one
    same = other[0] == high and other[2] == low and high != low
    return same and (left - other[1]) * (right - other[3]) < 0


def _once(ways: Iterable[Way]) -> list[Way]:
    """One link for each pair of ends."""
    return list({(way.source, way.target): way for way in ways}.values())


def _downstream(ids: Sequence[str], ways: Sequence[Way]) -> list[str]:
    """Storages of a tier with those that others drain into behind them."""
    own = [way for way in ways if {way.source, way.target} <= set(ids) and way.kind != LinkKind.SPILLWAY]
    depth = dict.fromkeys(ids, 0)
    for _ in ids:  # as many rounds as the longest chain, so that a circle of pumps comes to an end
        for way in own:
            depth[way.target] = max(depth[way.target], min(depth[way.source] + 1, len(ids)))
    return sorted(ids, key=lambda id: (depth[id], ids.index(id)))

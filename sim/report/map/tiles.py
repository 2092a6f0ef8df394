"""What nothing happened to: small tiles, grouped by area and kind, in a strip or a panel."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sim.park import Park
from sim.report.map.shapes import Node

LABEL, GAP, FRAME = 15.0, 14.0, 4.0
"""Height of an area's name, free room between areas, and from their frame to their tiles."""
SIZES = (28.0, 24.0, 20.0, 16.0, 14.0, 12.0, 10.0, 8.0, 6.0, 4.0)
PANEL_SIZES = (20.0, 17.0, 14.0, 12.0, 10.0, 9.0)
"""Of tiles in a strip and in a panel, the largest first."""
INSET = 0.12
"""Free share of a tile's place on each side."""


def groups(park: Park, ids: Sequence[str], areas: Mapping[str, str]) -> dict[str, list[str]]:
    """Storages by area, those of none last, within it by kind and plant."""
    order = {kind: place for place, kind in enumerate(dict.fromkeys(each.kind for each in park.storages.values()))}
    found: dict[str, list[str]] = defaultdict(list)
    for id in sorted(ids, key=lambda id: (areas[id] == "", areas[id], order[park.storages[id].kind], id)):
        found[areas[id]].append(id)
    return dict(found)


def strip(park: Park, tier: str, found: Mapping[str, Sequence[str]], x: float, y: float, width: float,
          largest: float, high: float) -> list[Node]:  # fmt: skip
    """Areas side by side, in as few rows as the width allows; tiles are as large as the height allows."""
    if not found:
        return []
    size, rows = _fitting(found, width, largest, high)
    nodes: list[Node] = []
    for area, ids in found.items():
        columns = -(-len(ids) // rows)
        box = (x, y, max(columns, _LEAST) * size + 2 * FRAME, rows * size + LABEL + 2 * FRAME)
        nodes += _area(park, tier, area, ids, box, size, columns)
        x += box[2] + GAP
    return nodes


_LEAST = 3
"""Columns that an area has room for at least, so that its name fits."""


def _fitting(found: Mapping[str, Sequence[str]], width: float, largest: float, high: float) -> tuple[float, int]:
    """The size of tiles and the number of rows: the largest that stay within the height."""
    for size in SIZES:
        if size > largest:
            continue
        for rows in range(1, max(int((high - LABEL - 2 * FRAME) / size), 1) + 1):
            columns = sum(max(-(-len(ids) // rows), _LEAST) for ids in found.values())
            if columns * size + len(found) * (2 * FRAME + GAP) - GAP <= width:
                return size, rows
    most = max(len(ids) for ids in found.values())
    return SIZES[-1], most


def panel(park: Park, tier: str, found: Mapping[str, Sequence[str]], x: float, y: float, width: float,
          high: float) -> list[Node]:  # fmt: skip
    """Areas two by two below each other, with the largest tiles that stay within the height, if any do."""
    for size in PANEL_SIZES:
        nodes = _pairs(park, tier, found, x, y, width, size)
        if max(each.bottom for each in nodes) <= y + high:
            break
    return nodes


def _pairs(park: Park, tier: str, found: Mapping[str, Sequence[str]], x: float, y: float, width: float,
           size: float) -> list[Node]:  # fmt: skip
    nodes: list[Node] = []
    half = (width - FRAME) / 2
    columns = int((half - 2 * FRAME) / size)
    both = list(found.items())
    for pair in (both[at : at + 2] for at in range(0, len(both), 2)):
        high = max(-(-len(ids) // columns) for _, ids in pair) * size + LABEL + 2 * FRAME
        for place, (area, ids) in enumerate(pair):
            nodes += _area(park, tier, area, ids, (x + place * (half + FRAME), y, half, high), size, columns)
        y += high + FRAME
    return nodes


def _area(park: Park, tier: str, area: str, ids: Sequence[str], box: tuple[float, float, float, float], size: float,
          columns: int) -> Iterator[Node]:  # fmt: skip
    """The frame of an area, and the tiles in it."""
    x, y, width, height = box
    yield Node(f"{tier}-{area}", "area", area, tier, x, y, width, height, main=False)
    for place, id in enumerate(ids):
        row, column = divmod(place, columns)
        left = x + FRAME + (column + INSET) * size
        top = y + FRAME + LABEL + (row + INSET) * size
        side = size * (1 - 2 * INSET)
        yield Node(id, "storage", park.storages[id].kind, tier, left, top, side, side, main=False)

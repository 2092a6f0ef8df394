"""Where on a map there is room for a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sim.report.figures.map_canvas import Canvas

Borders = tuple[float, float, float, float]
"""Left, upper, right and lower, in units of the plan."""
SIGNS_MM, MARK_MM = 2.2, 1.2
"""Height of the signs above a box, and half a link's mark."""
NAMES = 140.0
"""Width of the tiers' names, in units."""


def taken(canvas: Canvas) -> Iterator[Borders]:
    """Where no word may stand: on storages, their signs, tiles, marks of links, tiers' names and other words."""
    above, plan = SIGNS_MM / canvas.down_mm, canvas.plan
    for node in plan.nodes:
        large = node.main and node.sort in ("storage", "receiver")
        if large or node.sort == "area" or (node.sort == "crew" and plan.geographic):
            yield node.x, node.y - above * large, node.right, node.bottom
    across, down = MARK_MM / canvas.across_mm, MARK_MM / canvas.down_mm
    for x, y in (*canvas.spots.values(), *canvas.faults):
        yield x - across, y - down, x + across, y + down
    yield from ((each.x, each.y, each.x + NAMES, each.y + each.height) for each in plan.bands)
    yield from canvas.words


def free(canvas: Canvas, offered: Iterable[Borders], others: Iterable[Borders]) -> Borders | None:
    """The first of some borders that are on the map and lie on none of the others; None when there is no such place."""
    others = list(others)
    return next((each for each in offered if canvas.holds(each) and all(_apart(each, other) for other in others)), None)


def _apart(one: Borders, other: Borders) -> bool:
    """Whether two things do not lie on each other."""
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]

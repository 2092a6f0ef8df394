"""The ground of a true map: catchments where they lie, and the names of sub-areas in their midst."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sim.report.figures.lettering import spacing, width_mm
from sim.report.figures.map_canvas import HALO_PT, Canvas
from sim.report.figures.map_clear import free, taken
from sim.report.figures.map_signs import catchment_sign
from sim.report.figures.style import MM_A_POINT, SOFT, halo
from sim.report.map.areas import areas_of

AREA_PT = 8.0
STEPS = 12
"""How many lines up and down a name may go from the middle of its sub-area."""


def draw_ground(canvas: Canvas) -> None:
    """All of it; nothing on a schematic, where areas have frames."""
    if not canvas.plan.geographic:
        return
    for node in canvas.plan.nodes:
        if node.sort == "catchment" and not node.main:
            canvas.axes.plot(*node.middle, zorder=1.5, **catchment_sign())
    for area, (x, y) in _middles(canvas).items():
        _name(canvas, canvas.called.power(area), x, y)


def _middles(canvas: Canvas) -> dict[str, tuple[float, float]]:
    """Of each sub-area the middle of the storages in it, where they lie."""
    areas = areas_of(canvas.park)
    spots: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for node in canvas.plan.nodes:
        area = areas[node.id] if node.sort == "storage" and node.placed else ""
        if area and area not in canvas.park.power_areas:
            spots[area].append(node.spot or node.middle)
    return {
        area: (sum(x for x, _ in all_of_it) / len(all_of_it), sum(y for _, y in all_of_it) / len(all_of_it))
        for area, all_of_it in sorted(spots.items())
    }


def _name(canvas: Canvas, name: str, x: float, y: float) -> None:
    """A sub-area's name as near to its middle as there is room, left out where there is none."""
    wide = width_mm(name, AREA_PT) / canvas.across_mm
    high = AREA_PT * MM_A_POINT * spacing(canvas.language) / canvas.down_mm
    offered = ((x - wide / 2, top, x + wide / 2, top + high) for top in _offered(y - high / 2, high))
    found = free(canvas, offered, taken(canvas))
    if found is not None:
        canvas.words.append(found)
        canvas.write(x, found[1] + high / 2, name, AREA_PT, ha="center", va="center", color=SOFT, zorder=4,
                     path_effects=halo(HALO_PT))  # fmt: skip


def _offered(top: float, high: float) -> Iterator[float]:
    """Upper borders of lines, from the middle on, up and down in turn."""
    for step in range(STEPS):
        yield top - step * high
        yield top + step * high

"""People and what they see, on the map: sensors, teams where they work or where they are bound for, and their homes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sim.report.figures.lettering import SMALLEST_PT, broken, fitting_pt, width_mm
from sim.report.figures.map_boxes import Label, shortened
from sim.report.figures.map_canvas import SMALL_PT, Canvas
from sim.report.figures.map_clear import Borders, free, taken
from sim.report.figures.map_signs import fault_sign, sensor_sign, team_sign
from sim.report.figures.style import INK, PAPER, SOFT
from sim.report.map import Node
from sim.report.page.crews import ASIDE

NUMBER_MM = 2.6
"""From where a team works to its number, and from one number to the next."""
TAG_MM, TAG_GAP_MM = 24.0, 1.8
"""Width of a team's name beside its number, at most, and from the number's middle to it."""
ON_BORDER_MM = 0.55
"""How far above the border of a storage the middle of its sensors is, so that they stand on it."""


def draw_people(canvas: Canvas) -> None:
    """All of them, on top of what is there."""
    if canvas.plan.geographic:
        for node in canvas.plan.nodes:
            if node.sort == "crew":
                _home(canvas, node)
    _sensors(canvas)
    _Teams(canvas).draw()


def _home(canvas: Canvas, node: Node) -> None:
    """Where a crew is at home, on a true map."""
    if node.spot:
        canvas.leader(node.spot, node.middle)
    canvas.box(node.x, node.y, node.width, node.height, facecolor=PAPER, edgecolor=SOFT, linewidth=0.6, zorder=4.5)
    name = ASIDE.sub("", canvas.called.crew(node.id))
    room = node.width * canvas.across_mm - 1
    size = fitting_pt(name, SMALL_PT, room)
    words = name if width_mm(name, size) <= room else shortened(name, room, 1)
    canvas.write(*node.middle, words, size, ha="center", va="center_baseline", color=SOFT)


def _sensors(canvas: Canvas) -> None:
    """Sensors on top of what they look at, or where they stand; those that alarm filled and large."""
    now = canvas.now
    for node in canvas.plan.nodes:
        if node.sort != "sensor":
            continue
        alarm = now is not None and node.id in now.alarms
        if node.main or alarm or canvas.plan.geographic:
            x, y = node.middle
            y -= ON_BORDER_MM / canvas.down_mm if node.main else 0.0
            canvas.axes.plot(x, y, zorder=6.1 if alarm else 5.5 if node.main else 2.3, **sensor_sign(alarm))
            for each in now.hindered.get(node.id, ())[:1] if now else ():
                canvas.axes.plot(x, y, zorder=6.6, **fault_sign(each))


@dataclass
class _Teams:
    """Numbers of teams, with their names where there is room."""

    canvas: Canvas
    taken: list[Borders] = field(default_factory=list)
    at: dict[tuple[float, float], int] = field(default_factory=dict)
    """How many numbers stand at a spot."""

    def draw(self) -> None:
        """All that are at work or on their way."""
        now, canvas = self.canvas.now, self.canvas
        if now is None or not now.teams:
            return
        self.taken = list(taken(canvas))
        for number, each in enumerate(now.teams, start=1):
            spot = _facility(canvas, canvas.park.sheets[each.sheet].facility)
            if spot is not None:
                name = canvas.called.crew(each.crew)
                self._team(spot, str(number), ASIDE.sub("", name), there=each.there_s <= now.at_s)

    def _team(self, spot: tuple[float, float], number: str, name: str, *, there: bool) -> None:
        count = self.at[spot] = self.at.get(spot, 0) + 1
        x, y = self._beside(spot, count)
        self.canvas.axes.plot(x, y, zorder=6, **team_sign(there))
        self.canvas.write(x, y, number, SMALL_PT, ha="center", va="center_baseline", color=PAPER if there else INK,
                          zorder=7)  # fmt: skip
        self._tag(x, y, name)

    def _beside(self, spot: tuple[float, float], count: int) -> tuple[float, float]:
        """Right, left, above, below or further above a spot: where nothing else stands, if there is such a place."""
        across, down = NUMBER_MM / self.canvas.across_mm, NUMBER_MM / self.canvas.down_mm
        offered = [(spot[0] + count * step * across, spot[1] + count * fall * down)
                   for step, fall in ((1, 0), (-1, 0), (0, -1), (0, 1), (0, -1.5), (0, -2))]  # fmt: skip
        boxes = [(x - across / 2, y - down / 2, x + across / 2, y + down / 2) for x, y in offered]
        found = free(self.canvas, boxes, self.taken)
        if found is None:
            return offered[0]
        self.taken.append(found)
        return offered[boxes.index(found)]

    def _tag(self, x: float, y: float, name: str) -> None:
        """The name where nothing else stands, nearest to the number; left out where there is no such place."""
        canvas = self.canvas
        words = broken(name, SMALLEST_PT, TAG_MM)
        words = words if words.count("\n") < 2 else shortened(name, TAG_MM, 2)
        label = Label(words, SMALLEST_PT)
        wide = (width_mm(words, SMALLEST_PT) + 0.8) / canvas.across_mm
        high = (label.high_mm(canvas.language) + 0.4) / canvas.down_mm
        corners = self._offered(x, y, wide, high)
        found = free(canvas, ((left, top, left + wide, top + high) for left, top in corners), self.taken)
        if found is not None:
            self.taken.append(found)
            canvas.box(*found[:2], wide, high, facecolor=PAPER, edgecolor=SOFT, linewidth=0.3, zorder=5.8)
            canvas.lines(found[0] + wide / 2, found[1] + high / 2, label, ha="center", zorder=7)

    def _offered(self, x: float, y: float, wide: float, high: float) -> Iterator[tuple[float, float]]:
        """Upper left corners of a name right of a number, left of its mark, above and below."""
        gap, down = TAG_GAP_MM / self.canvas.across_mm, TAG_GAP_MM / self.canvas.down_mm
        yield x + gap, y - high / 2
        yield x - NUMBER_MM / self.canvas.across_mm - gap - wide, y - high / 2
        for share in (0.5, 0.0, 1.0):
            yield x - wide * share, y - down - high
            yield x - wide * share, y + down


def _facility(canvas: Canvas, id: str) -> tuple[float, float] | None:
    """Where somebody who works at it stands; None where it is not on the map."""
    if id in canvas.spots:
        return canvas.spots[id]
    links: Any = canvas.park.links
    node = canvas.plan.node(id) or (canvas.plan.node(links[id].source) if id in links else None)
    return (node.x, node.y) if node else None

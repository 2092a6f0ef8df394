"""Where every cubic metre went: ribbons from where water came, through the storages, to where it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from sim.park import ORIGINS, accident_part
from sim.record.column import placed
from sim.record.table import Table
from sim.report.figures.fills import origin_signs, origin_style
from sim.report.figures.frame import EDGE_MM, USUAL, Drawing, Look, cubic
from sim.report.figures.lettering import broken, fitting_pt, lines_mm, spacing
from sim.report.figures.style import INK, MM_A_POINT, SMALL_PT, Sheet, halo, styled
from sim.report.figures.water_ways import (
    ELSEWHERE,
    END,
    ONWARD,
    OTHERS,
    RIVER,
    SOURCE,
    START,
    STAYS,
    STORAGE,
    UNDER_WAY,
    Flow,
    Node,
    columns,
    flows,
    mostly_river,
    throughput,
    without,
)
from sim.result import Result

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

BAR_MM = 3.0
"""Width of a thing's bar."""
GAP_MM = 1.5
"""Between two things in a column."""
HALO_MM = 0.5
"""Of paper round words, where ribbons run behind them."""
HEIGHT_MM = {Sheet.A4: 105.0, Sheet.SCREEN: 84.0}
LAST_MM = 33.0
"""Room right of the last column for its words."""
LEAST_MM = 0.25
"""Height of the thinnest ribbon."""


def sankey_table(result: Result) -> Table:
    """A row for every flow between two things, by origin; both ends of the table add up to the same."""
    found = sorted(flows(result.park, result.record), key=lambda each: (each.source, each.target))
    return SANKEY.table((":".join(each.source), ":".join(each.target), *each.volume.tolist(), each.volume_m3)
                        for each in found)  # fmt: skip


SANKEY = placed("from", "to", *(f"{origin} [m3]" for origin in ORIGINS), "all [m3]")


@styled()
def draw_sankey(result: Result, look: Look = USUAL) -> Figure:
    """The figure; nothing is saved."""
    return _Ways(result, look).drawn()


@dataclass(slots=True)
class _Bar:
    """A thing on the paper [mm], from its upper end down."""

    column: int
    words: str
    height: float
    top: float = 0.0
    left_down: float = field(default=0.0)
    """How far down its left side ribbons have come in."""
    right_down: float = field(default=0.0)


class _Ways(Drawing):
    """The figure while it is drawn."""

    def __init__(self, result: Result, look: Look) -> None:
        super().__init__(result.park, result.scenario, look)
        self.outermost = result.verdict.tiers[-1]
        self.flows, self.river_m3 = without_river(flows(result.park, result.record))

    def drawn(self) -> Figure:
        """All of it."""
        if not self.flows:
            return self.sentence("sankey_title", "sankey_none")
        seen = np.atleast_1d(sum(each.volume for each in self.flows))
        origins = origin_signs((each for k, each in enumerate(ORIGINS) if seen[k] > 0), self.language)
        frame = self.frame("sankey_title", self._said(), [[self.say("sankey_colours"), *origins]])
        height = HEIGHT_MM[self.look.sheet]
        paper = frame.paper(height)
        axes = paper.axes((EDGE_MM, frame.low_mm, frame.room_mm, height))
        axes.set_xlim(0, frame.room_mm)
        axes.set_ylim(height, 0)
        axes.set_axis_off()
        self._lay_out(frame.room_mm, height)
        self._ribbons(axes)
        self._bars(axes)
        return paper.finished()

    def _lay_out(self, wide: float, height: float) -> None:
        """Where each thing stands: columns at even distances, heights to one scale, order by what flows in."""
        place = dict(sorted(columns(self.park, self.flows).items()))
        through = throughput(self.flows)
        self.last = max(place.values())
        self.step_mm = (wide - LAST_MM - BAR_MM) / self.last
        words = {node: self._words(node, through[node], place[node]) for node in place}
        room = [
            height - sum(self._label_mm(words[node]) + GAP_MM for node in place if place[node] == column) - 1
            for column in range(self.last + 1)
        ]
        loads = [sum(through[node] for node in place if place[node] == column) for column in range(self.last + 1)]
        self.mm_a_m3 = min(max(free, 8.0) / load for free, load in zip(room, loads, strict=True) if load > 0)
        self.bars = {node: _Bar(place[node], words[node], through[node] * self.mm_a_m3) for node in place}
        for column in range(self.last + 1):
            self._stack(column, height)

    def _label_mm(self, words: str) -> float:
        """Height of a thing's words, with a little air."""
        return lines_mm(words, SMALL_PT, self.language) + 1

    def _stack(self, column: int, height: float) -> None:
        """A column's things one below the other, in the order in which ribbons come to them."""
        found = sorted((node for node in self.bars if self.bars[node].column == column), key=self._wanted)
        needed = sum(self._room_mm(self.bars[node]) for node in found)
        top = max((height - needed) / 2, 0.0)
        for node in found:
            bar = self.bars[node]
            bar.top = top + (self._label_mm(bar.words) if column < self.last else 0.0)
            top += self._room_mm(bar)

    def _room_mm(self, bar: _Bar) -> float:
        """Height that a thing takes: its words stand above its bar, in the last column beside it."""
        label = self._label_mm(bar.words)
        return (bar.height + label if bar.column < self.last else max(bar.height, label)) + GAP_MM

    def _wanted(self, node: Node) -> tuple[float, Node]:
        """The mean height at which ribbons leave for a thing; sources in the order of the origins."""
        if node[0] == SOURCE:
            order = [*ORIGINS, START, ELSEWHERE]
            return float(order.index(node[1])), node
        column = self.bars[node].column
        into = [each for each in self.flows if each.target == node and self.bars[each.source].column < column]
        weight = sum(each.volume_m3 for each in into)
        if not weight:
            return 0.0, node
        middle = sum(
            each.volume_m3 * (self.bars[each.source].top + self.bars[each.source].height / 2) for each in into
        )
        return middle / weight, node

    def _ribbons(self, axes: Axes) -> None:
        """Every flow, an origin beside the other; larger ones first, so that thin ones lie on top."""
        order = sorted(self.flows, key=self._height)
        for each in order:
            source, target = self.bars[each.source], self.bars[each.target]
            for k, volume in enumerate(each.volume.tolist()):
                if volume * self.mm_a_m3 <= 0:
                    continue
                thick = volume * self.mm_a_m3
                ends = (source.top + source.right_down, target.top + target.left_down)
                _ribbon(axes, (self._x(source.column) + BAR_MM, ends[0]), (self._x(target.column), ends[1]), thick,
                        ORIGINS[k])  # fmt: skip
                source.right_down += thick
                target.left_down += thick

    def _height(self, flow: Flow) -> tuple[float, float, Node, Node]:
        """What ribbons are ordered by: where they begin and end, from the top."""
        return self.bars[flow.source].top, self.bars[flow.target].top, flow.source, flow.target

    def _bars(self, axes: Axes) -> None:
        """The things themselves, and their words: above them, in the last column beside them."""
        for bar in self.bars.values():
            left, last = self._x(bar.column), bar.column == self.last
            axes.bar(left, max(bar.height, LEAST_MM), BAR_MM, bottom=bar.top, align="edge", color=INK, zorder=3)
            x, y = (left + BAR_MM + 1, bar.top - 0.2) if last else (left, bar.top - 0.7)
            size = fitting_pt(bar.words, SMALL_PT, self._label_room_mm(bar.column))
            axes.text(x, y, bar.words, fontsize=size, va="top" if last else "bottom", zorder=4,
                      path_effects=halo(2 * HALO_MM / MM_A_POINT), linespacing=spacing(self.language))  # fmt: skip

    def _x(self, column: int) -> float:
        return column * self.step_mm

    def _words(self, node: Node, volume_m3: float, column: int) -> str:
        """What a thing is called, and how much went through it."""
        room_mm = self._label_room_mm(column)
        words = f"{broken(self._name(node), SMALL_PT, room_mm)}\n{cubic(volume_m3)}"
        return f"{words}\n{broken(said, SMALL_PT, room_mm)}" if (said := self._left(node)) else words

    def _left(self, node: Node) -> str:
        """Of a water outside the park: the accident water that left for it, and what of that was so by itself."""
        into = [each for each in self.outermost.escapes if each.target == node[1]] if node[0] == END else []
        if not into:
            return ""
        own, every = sum(accident_part(each.volume) for each in into), sum(each.volume_m3 for each in into)
        return self.say("sankey_left", all=cubic(every), own=cubic(own))

    def _label_room_mm(self, column: int) -> float:
        """How wide words may be: up to the next column's, or to the edge."""
        return LAST_MM - 2 if column == self.last else self.step_mm - 1.5

    def _name(self, node: Node) -> str:
        sort, id = node
        if sort == STORAGE:
            return self.called.place(id)
        if sort == OTHERS:
            return self.say("sankey_others", tier=self.called.tier(id))
        if sort == STAYS:
            return self.say("sankey_stays", tier=self.called.tier(id))
        if sort == END and id not in (UNDER_WAY, ONWARD):
            return self.called.place(id)
        return self.say(f"sankey_{id}" if id not in ORIGINS else f"origin_{id}")

    def _said(self) -> str:
        """What is shown, and what is not."""
        shown = self.say("sankey_shown")
        if not self.river_m3:
            return shown
        return f"{shown} {self.say('sankey_no_river', volume=cubic(self.river_m3))}"


def without_river(found: Sequence[Flow]) -> tuple[Sequence[Flow], float]:
    """The flows without their river water where most is river water, which would hide the rest; and how much that was.

    Nothing is left out where there is less of it.
    """
    if not mostly_river(found):
        return found, 0.0
    return without(found, RIVER), sum(float(each.volume[RIVER]) for each in found if each.source[0] == SOURCE)


def _ribbon(axes: Axes, start: tuple[float, float], end: tuple[float, float], thick: float, origin: str) -> None:
    """A band of one thickness that swings from one height to another."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    thick = max(thick, LEAST_MM)
    (x0, y0), (x1, y1) = start, end
    bend = max(abs(x1 - x0) / 2, 8.0)
    verts = [(x0, y0), (x0 + bend, y0), (x1 - bend, y1), (x1, y1), (x1, y1 + thick), (x1 - bend, y1 + thick),
             (x0 + bend, y0 + thick), (x0, y0 + thick), (x0, y0)]  # fmt: skip
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    axes.add_patch(PathPatch(Path(verts, codes), alpha=0.75, zorder=1, **origin_style(origin)))


"""Where every cubic metre came from and went: ribbons as wide as the volumes, in the colours of origins."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.park import ORIGINS
from sim.record.table import Cell, Table
from sim.report.figures.frame import (
    EDGE_MM,
    LEGEND_MM,
    SMALL_PT,
    TOP_MM,
    Box,
    Look,
    Paper,
    cubic,
    foot_lines,
    foot_mm,
    subject,
    write_foot,
    write_head,
)
from sim.report.figures.lettering import LINES, fitting_pt
from sim.report.figures.origins import ORIGIN_HATCHES, origin_patches
from sim.report.figures.said import said
from sim.report.figures.style import INK, ORIGIN_COLOURS, PAPER, Sheet, styled
from sim.report.figures.whereabouts import SOURCES, Node, gathered, whereabouts
from sim.report.naming import place_name, tier_name
from sim.words import text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from sim.record.record import Floats
    from sim.result import Result

SIDE_MM = 38.0
"""Beside the ribbons, for the names of sources and ends."""
HIGH_MM = {Sheet.A4: 130.0, Sheet.SCREEN: 104.0}
"""Height of the picture."""
NODE_MM, SLOT_MM, GAP_MM, STEP_MM = 3.0, 7.5, 1.0, 9.0
"""Width of a node, least height with its words, gap below, and gap between tiers with the tier's words."""
HATCHED_MM = 1.0
"""Wider ribbons are hatched."""
LEAST_SHARE = 0.005
"""Sources and ends with less of all water are gathered [-]."""
HEADER = ("from", "to", *(f"{each} [m3]" for each in ORIGINS), "volume [m3]")


def sankey_table(result: Result) -> Table:
    """A row a ribbon, none gathered, and last what of the park's water is not among them."""
    found = whereabouts(result)
    rows: list[list[Cell]] = [
        [":".join(start).rstrip(":"), ":".join(end).rstrip(":"), *volume.tolist(), float(volume.sum())]
        for (start, end), volume in found.ribbons.items()
    ]
    return Table(HEADER, [*rows, ["not shown", None, *found.beside.tolist(), float(found.beside.sum())]])


def draw_sankey(result: Result, look: Look | None = None) -> Figure:
    """The figure; nothing is saved."""
    look = look or Look()
    with styled():
        if not whereabouts(result).ribbons:
            return said(result, text("sankey_title", look.language), text("levels_none", look.language), look)
        return _Ribbons(result, look).drawn()


class _Ribbons:
    """The figure while it is drawn."""

    def __init__(self, result: Result, look: Look) -> None:
        self.result, self.look, self.language = result, look, look.language
        found = whereabouts(result)
        came = sum(float(volume.sum()) for (start, _), volume in found.ribbons.items() if start[0] in SOURCES)
        self.beside_m3 = float(found.beside.sum())
        self.width_mm, self.high_mm = look.sheet.value[0], HIGH_MM[look.sheet]
        self.ribbons = gathered(found, LEAST_SHARE * came, int(self.high_mm / (SLOT_MM + GAP_MM)) - 2)
        self.into: dict[Node, float] = defaultdict(float)
        self.out_of: dict[Node, float] = defaultdict(float)
        for (start, end), volume in self.ribbons.items():
            self.out_of[start] += float(volume.sum())
            self.into[end] += float(volume.sum())
        self.step_mm = min(STEP_MM, self.high_mm / 2 / len(result.park.tiers))
        self.columns = self._columns()
        self.scale = self._scale()
        self.boxes = self._boxes()

    def drawn(self) -> Figure:
        """All of it."""
        more = text("sankey_means", self.language, volume=cubic(self.beside_m3))
        lines = foot_lines(self.result.park, self.result.scenario, self.look.changes, self.language,
                           self.width_mm - 2 * EDGE_MM, more)  # fmt: skip
        below = EDGE_MM + foot_mm(lines) + LEGEND_MM + 1
        self.paper = Paper(self.width_mm, below + self.high_mm + TOP_MM + EDGE_MM + 1)
        write_head(self.paper, text("sankey_title", self.language),
                   subject(self.result.park, self.result.scenario, self.language))  # fmt: skip
        write_foot(self.paper, lines)
        there = [each for k, each in enumerate(ORIGINS) if any(volume[k] > 0 for volume in self.ribbons.values())]
        self.paper.legend(origin_patches(there, self.language), EDGE_MM, EDGE_MM + foot_mm(lines) + 1)
        axes = self.paper.axes((0, below, self.width_mm, self.high_mm))
        axes.set_axis_off()
        axes.set_xlim(0, self.width_mm)
        axes.set_ylim(0, self.high_mm)
        self._draw_ribbons(axes)
        for node in self.boxes:
            self._draw_node(axes, node)
        return self.paper.finished()

    def _columns(self) -> tuple[list[Node], list[Node], list[Node]]:
        """Sources, tiers and ends, each from top to bottom."""
        nodes = list(dict.fromkeys(node for key in self.ribbons for node in key))
        ranks = {("tier", id): float(rank) for rank, id in enumerate(self.result.park.tiers)}
        tiers = sorted((each for each in nodes if each in ranks), key=lambda each: ranks[each])
        others = [each for each in nodes if each not in ranks]
        beside: dict[Node, float] = defaultdict(float)
        for (start, end), volume in self.ribbons.items():
            here = float(volume.sum())
            beside[start] += here * ranks.get(end, 0.0)
            beside[end] += here * ranks.get(start, 0.0)
        size = {each: self.into[each] + self.out_of[each] for each in others}
        ordered = sorted(others, key=lambda each: (each[0] == "others", beside[each] / max(size[each], 1e-12)))
        starts = {start for start, _ in self.ribbons}
        sources = [each for each in ordered if each in starts]
        return sources, tiers, [each for each in ordered if each not in starts]

    def _volume_m3(self, node: Node) -> float:
        return max(self.into[node], self.out_of[node])

    def _scale(self) -> float:
        """Millimetres a cubic metre, so that the fullest column fits."""
        sources, tiers, ends = self.columns
        scale = self.high_mm / sum(self._volume_m3(each) for each in sources)

        def high(nodes: list[Node], least: float, gap: float) -> float:
            return sum(max(self._volume_m3(each) * scale, least) + gap for each in nodes)

        while (
            max(high(sources, SLOT_MM, GAP_MM), high(ends, SLOT_MM, GAP_MM), high(tiers, 0.3, self.step_mm))
            > self.high_mm
        ):
            scale *= 0.97
        return scale

    def _boxes(self) -> dict[Node, Box]:
        """Where nodes are; tiers go down in steps, so that no ribbon runs through one."""
        sources, tiers, ends = self.columns
        boxes: dict[Node, Box] = {}
        for nodes, left in ((sources, EDGE_MM + SIDE_MM), (ends, self.width_mm - EDGE_MM - SIDE_MM - NODE_MM)):
            top = self.high_mm
            for each in nodes:
                high = max(self._volume_m3(each) * self.scale, 0.3)
                slot = max(high, SLOT_MM)
                boxes[each] = (left, top - (slot + high) / 2, NODE_MM, high)
                top -= slot + GAP_MM
        inner = self.width_mm - 2 * (EDGE_MM + SIDE_MM)
        top = self.high_mm
        for place, each in enumerate(tiers):
            high = max(self._volume_m3(each) * self.scale, 0.3)
            left = EDGE_MM + SIDE_MM + inner * (place + 1) / (len(tiers) + 1) - NODE_MM / 2
            boxes[each] = (left, top - self.step_mm - high, NODE_MM, high)
            top -= self.step_mm + high
        return boxes

    def _draw_ribbons(self, axes: Axes) -> None:
        """Each ribbon from its place on one node to that on the other, an origin after the other."""
        tops = {node: [box[1] + box[3]] * 2 for node, box in self.boxes.items()}
        leaving = sorted(self.ribbons, key=lambda key: -self.boxes[key[1]][1])
        arriving = sorted(self.ribbons, key=lambda key: -self.boxes[key[0]][1])
        starts: dict[tuple[Node, Node], float] = {}
        ends: dict[tuple[Node, Node], float] = {}
        for keys, side, places in ((leaving, 0, starts), (arriving, 1, ends)):
            for key in keys:
                places[key] = tops[key[side]][side]
                tops[key[side]][side] -= float(self.ribbons[key].sum()) * self.scale
        for key, volume in self.ribbons.items():
            self._ribbon(axes, key, volume, starts[key], ends[key])

    def _ribbon(self, axes: Axes, key: tuple[Node, Node], volume: Floats, start: float, end: float) -> None:
        """One ribbon: level at both ends, by the smooth step 3 t2 - 2 t3 between."""
        first, last = self.boxes[key[0]], self.boxes[key[1]]
        t = np.linspace(0, 1, 40)
        x = first[0] + NODE_MM + t * (last[0] - first[0] - NODE_MM)
        y = start + (end - start) * (3 * t**2 - 2 * t**3)
        for k, part in enumerate(volume.tolist()):
            if part > 0:
                colour = ORIGIN_COLOURS[ORIGINS[k]]
                wide = part * self.scale > HATCHED_MM
                hatched = {"hatch": ORIGIN_HATCHES[ORIGINS[k]], "edgecolor": PAPER}
                edge: dict[str, Any] = hatched if wide else {"edgecolor": colour}
                axes.fill_between(x, y - part * self.scale, y, facecolor=colour, alpha=0.7,
                                  linewidth=0 if wide else 0.15, **edge)  # fmt: skip
                y = y - part * self.scale

    def _draw_node(self, axes: Axes, node: Node) -> None:
        """A bar, with its name and its number beside it, of a tier above it."""
        left, bottom, wide, high = self.boxes[node]
        axes.bar(left, high, wide, bottom=bottom, align="edge", color=INK)
        room = self.width_mm / 5 if node[0] == "tier" else SIDE_MM - 1.5
        words = f"{self._name(node)}\n{cubic(self._volume_m3(node))}"
        size = fitting_pt(words, SMALL_PT, room)
        style: dict[str, Any] = {"fontsize": size, "linespacing": LINES[self.language]}
        if node[0] == "tier":
            axes.text(left + wide / 2, bottom + high + 0.8, words, ha="center", va="bottom", **style,
                      bbox={"facecolor": PAPER, "alpha": 0.75, "edgecolor": "none", "pad": 0.4})  # fmt: skip
        elif node in self.columns[0]:
            axes.text(left - 1.5, bottom + high / 2, words, ha="right", va="center", **style)
        else:
            axes.text(left + wide + 1.5, bottom + high / 2, words, ha="left", va="center", **style)

    def _name(self, node: Node) -> str:
        """What people call it."""
        kind, id = node
        if kind == "inflow":
            inflow = next(each for each in self.result.scenario.inflows if each.id == id)
            return text("sankey_inflow", self.language, inflow=id, sort=text(INFLOWS[inflow.kind], self.language))
        if kind == "tier":
            return tier_name(self.result.park, id, self.language)
        if kind == "stored":
            return text("sankey_stored", self.language, tier=tier_name(self.result.park, id, self.language))
        if kind == "end":
            return place_name(self.result.park, id, self.language)
        return text(NAMES[kind], self.language)


INFLOWS = {
    "release": "tiers_product",
    "fire": "tiers_firewater",
    "process": "tiers_process",
    "rain": "tiers_rain",
    "river": "tiers_river",
}
NAMES = {
    "stood": "sankey_stood",
    "clean": "sankey_clean",
    "travelling": "sankey_travelling",
    "away": "sankey_away",
    "others": "sankey_others",
}

"""The map on paper: bands, tiles, storages filled by level, links by rate, marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import atan2, degrees, hypot, sqrt
from typing import TYPE_CHECKING, Any

from sim.called import Called
from sim.check import Verdict, word
from sim.park import ACCIDENT_ORIGINS, SETTABLE
from sim.report.figures.fills import ORIGIN_HATCHES, VERDICT_COLOURS
from sim.report.figures.frame import Box, Paper, cubic, on_colour
from sim.report.figures.lettering import broken, fitting_pt, spacing, width_mm
from sim.report.figures.map_boxes import NAME_PT, Boxes, Label
from sim.report.figures.map_signs import KINDS, fault_sign, kind_sign, link_sign
from sim.report.figures.style import FAINT, INK, MM_A_POINT, ORIGIN_COLOURS, PAPER, SOFT, halo
from sim.report.map import Edge, Node, Plan
from sim.report.map.moment import Moment

if TYPE_CHECKING:
    from matplotlib.axes import Axes

BAND, IDLE, FRAME = "#f3f4f5", "#aeb4ba", "#868d94"
"""Behind a tier's things; links without flow; frames of tiles."""
SMALL_PT, TIER_PT = 5.0, (6.5, 6.0, 5.5, 5.0)
"""Of lesser words, and of tiers' names: the largest that takes two lines at most."""
THIN_PT, THICK_PT, CORE = 0.8, 3.6, 0.4
"""Of links that flow: the least, and the largest rate of the picture; share of a line that shows accident water."""
TINT, EMPTY = 0.3, "#fafbfb"
"""How much of a colour is left behind words; a gauge without water."""
SLIVER_MM = 0.25
"""Height at which water in a tile can be seen, however little it is."""
HALO_PT, RISE = 1.2, 0.36
"""White round words that stand on water; from the foot of a letter to its middle, in its size."""
DASHES = (0, (2, 1.5))
"""Round what has no known place."""
MARK_AT, MARK_CLEAR_MM = (0.4, 0.55, 0.25, 0.7, 0.85, 0.15), 2.0
"""Where on a stretch a link's mark may stand, clear of the arrow at the end, and how far from others [mm]."""
FAULT_MM, SIGN_MM, MARK_MM = 1.9, 1.1, 0.9
"""From a link's mark to that of its fault, above or left of it; from a storage's corner to the sign of its kind; half a
link's mark."""


@dataclass(frozen=True, slots=True)
class View:
    """Where the map stands on the paper: its box [mm], and the borders of what is shown there, in units of the plan."""

    box: Box
    left: float
    right: float
    top: float
    bottom: float

    def mm(self) -> tuple[float, float]:
        """Millimetres a unit, across and down."""
        return self.box[2] / (self.right - self.left), self.box[3] / (self.bottom - self.top)

    def higher(self, up_mm: float) -> View:
        """The same map so much higher on the paper."""
        left, low, wide, high = self.box
        return replace(self, box=(left, low + up_mm, wide, high))


class Canvas:
    """A plan while it is drawn; without a moment the park alone."""

    def __init__(self, paper: Paper, plan: Plan, view: View, called: Called, now: Moment | None) -> None:
        self.plan, self.called, self.now = plan, called, now
        self.park, self.language = called.park, called.language
        self.across_mm, self.down_mm = view.mm()
        self.axes: Axes = paper.axes(view.box)
        self.axes.set_axis_off()
        self.axes.set_xlim(view.left, view.right)
        self.axes.set_ylim(view.bottom, view.top)
        self.boxes = Boxes(called, now)
        self.spots: dict[str, tuple[float, float]] = {}
        """Where the mark of a link stands."""
        self.faults: list[tuple[float, float]] = []
        """Where the marks of what does not work stand."""
        self.words: list[tuple[float, float, float, float]] = []
        """Borders of words that stand on the map by themselves."""

    def draw(self) -> None:
        """Everything, from the back to the front."""
        for band in self.plan.bands:
            self.box(band.x, band.y, band.width, band.height, color=BAND, linewidth=0, zorder=0)
        self._names()
        self._areas()
        self._tiles()
        for edge in self.plan.edges:
            self._edge(edge)
        for node in self.plan.nodes:
            if node.main and node.sort in ("storage", "receiver"):
                self._node(node)

    def box(self, x: float, y: float, width: float, height: float, **style: Any) -> None:
        """A rectangle from its upper left corner."""
        from matplotlib.patches import Rectangle

        self.axes.add_patch(Rectangle((x, y), width, height, **style))

    def holds(self, borders: tuple[float, float, float, float]) -> bool:
        """Whether what lies between a left, upper, right and lower border is on the map."""
        (left, right), (low, high) = self.axes.get_xlim(), self.axes.get_ylim()
        return left <= borders[0] and borders[2] <= right and high <= borders[1] and borders[3] <= low

    def write(self, x: float, y: float, words: str, size: float, **style: Any) -> None:
        """Words at a place."""
        self.axes.text(x, y, words, fontsize=size, **{"zorder": 6, **style})

    def lines(self, x: float, y: float, label: Label, **style: Any) -> None:
        """Lines of words below each other in even steps, y being the middle of all of them.

        Line by line, since matplotlib sets each line of a text by its own letters, some higher and some lower.
        """
        step = label.size_pt * MM_A_POINT * spacing(self.language) / self.down_mm
        words = label.words.split("\n")
        base = y + RISE * label.size_pt * MM_A_POINT / self.down_mm - (len(words) - 1) / 2 * step
        for place, each in enumerate(words):
            self.write(x, base + place * step, each, label.size_pt, va="baseline", linespacing=1.0, **style)

    def _names(self) -> None:
        """Tiers at the left of their bands, each with its verdict by now."""
        for band in self.plan.bands:
            room = 118 * self.across_mm
            name = self.called.tier(band.tier) if band.tier else self.called.says("map_outside")
            size = next((each for each in TIER_PT if broken(name, each, room).count("\n") < 2), TIER_PT[0])
            words = broken(name, size, room)
            label = Label(words, size)
            high = label.high_mm(self.language) / self.down_mm
            self.lines(band.x + 8, band.y + 9 + high / 2, label, color=INK)
            if self.now is not None and band.tier:
                down = band.y + 9 + high + 1.2 / self.down_mm
                self._verdict(band.x + 8, down, self.now.verdicts[band.tier], band.tier in self.now.only_uncounted)
                self._free(band.tier, band.x + 8, down + 4.4 / self.down_mm, room)

    def _free(self, tier: str, x: float, y: float, room_mm: float) -> None:
        """How much of a tier's emergency space is free."""
        ids = [id for id, each in self.park.storages.items() if each.tier == tier and each.counts]
        if ids and self.now and self.now.volumes:
            words = self.called.says("map_free", free=cubic(self._free_m3(ids)), volume=cubic(self._holds_m3(ids)))
            label = Label(words, fitting_pt(words, NAME_PT, room_mm))
            self.lines(x, y + label.high_mm(self.language) / self.down_mm / 2, label, color=SOFT)

    def _holds_m3(self, storages: Sequence[str]) -> float:
        """What storages hold, all together."""
        return sum(self.park.storages[id].holds_m3 for id in storages)

    def _free_m3(self, storages: Sequence[str]) -> float:
        """What still goes into storages, all together."""
        volumes = self.now.volumes if self.now else {}
        return sum(max(self.park.storages[id].holds_m3 - float(volumes[id].sum()), 0.0) for id in storages)

    def verdicts(self, x: float, y: float) -> None:
        """Tiers and their verdicts in a row from a point on, for a map without bands."""
        now = self.now
        for tier, verdict in now.verdicts.items() if now else ():
            name = self.called.tier(tier)
            self.write(x, y, name, NAME_PT + 0.5, va="center_baseline", color=INK)
            x += (width_mm(name, NAME_PT + 0.5) + 1.5) / self.across_mm
            high = 3.4 / self.down_mm
            only_uncounted = now is not None and tier in now.only_uncounted
            x += self._verdict(x, y - high / 2, verdict, only_uncounted) + 5 / self.across_mm

    def _verdict(self, x: float, y: float, verdict: Verdict, only_uncounted: bool) -> float:
        """A chip with a verdict; its width."""
        words = self.called.says(word(verdict, only_uncounted))
        width = (width_mm(words, NAME_PT) + 2.4) / self.across_mm
        height = 3.4 / self.down_mm
        self.box(x, y, width, height, facecolor=VERDICT_COLOURS[verdict], edgecolor=SOFT, linewidth=0.4, zorder=5)
        ink = on_colour(VERDICT_COLOURS[verdict])
        self.write(x + width / 2, y + height / 2, words, NAME_PT, ha="center", va="center_baseline", color=ink)
        return width

    def _areas(self) -> None:
        """Frames of areas with what is in them."""
        for node in self.plan.nodes:
            if node.sort == "area":
                self.box(node.x, node.y, node.width, node.height, fill=False, edgecolor=FAINT, linewidth=0.5, zorder=1)
                words = self._area_words(node)
                self.write(node.x + 4, node.y + 3, words, SMALL_PT, va="top", color=SOFT,
                           path_effects=halo(HALO_PT, BAND))  # fmt: skip
            elif node.sort == "plant" and not self.plan.geographic:
                self.box(node.x, node.y, node.width, node.height, facecolor="#e9ebed", linewidth=0, zorder=0.5)

    def _area_words(self, node: Node) -> str:
        """The area, how many storages and how much they hold, of a run what of it is free, as far as there is room."""
        ids = [
            each.id for each in self.plan.nodes
            if each.sort == "storage" and not each.main and each.tier == node.tier
            and node.x <= each.x < node.right and node.y <= each.y < node.bottom
        ]  # fmt: skip
        area = self.called.power(node.kind) if node.kind else self.called.says("map_others")
        said = {"area": area, "count": len(ids), "volume": cubic(self._holds_m3(ids))}
        keys = ["map_area", "map_area_short"]
        if self.now and self.now.volumes:
            said["free"] = cubic(self._free_m3(ids))
            keys = ["map_area_free", "map_area_free_short", "map_area_short"]
        room = (node.width - 8) * self.across_mm
        return next((words for key in keys if _fits(words := self.called.says(key, **said), room)), area)

    def _tiles(self) -> None:
        """What nothing happened to, each filled by level in the colour of most of its water."""
        from matplotlib.collections import PolyCollection

        tiles = [each for each in self.plan.nodes if each.sort == "storage" and not each.main]
        if not tiles:
            return
        frames = [_corners(each.x, each.y, each.width, each.height) for each in tiles]
        self.axes.add_collection(
            PolyCollection(frames, facecolors=PAPER, edgecolors=FRAME, linewidths=0.35, zorder=2), autolim=False
        )
        filled, colours = [], []
        for each in tiles:
            parts = self._parts(each.id)
            if parts:
                high = max(min(sum(share for _, share in parts), 1.0) * each.height, SLIVER_MM / self.down_mm)
                filled.append(_corners(each.x, each.bottom - high, each.width, high))
                colours.append(ORIGIN_COLOURS[max(parts, key=lambda part: part[1])[0]])
        if filled:
            self.axes.add_collection(
                PolyCollection(filled, facecolors=colours, linewidths=0, zorder=2.1), autolim=False
            )

    def _parts(self, storage: str) -> list[tuple[str, float]]:
        """The origins of the water in a storage, each with its share of what the storage holds."""
        if self.now is None or storage not in self.now.volumes or storage not in self.park.storages:
            return []
        holds = self.park.storages[storage].holds_m3
        volumes = zip(ORIGIN_COLOURS, self.now.volumes[storage].tolist(), strict=True)
        return [(origin, volume / holds) for origin, volume in volumes if volume > 1e-6 * holds]

    def _edge(self, edge: Edge) -> None:
        """A link: thick by its rate where water runs, thin where none does, with an arrow and how it stands."""
        xs, ys = zip(*edge.points, strict=True)
        flow = self.now.flows.get(edge.id) if self.now else None
        colour, width, order = (IDLE, 0.7, 2.5) if edge.main else (IDLE, 0.15, 1.5)
        if flow is not None and self.now is not None:
            width = line_pt(float(flow.sum()), largest_flow(self.now.flows))
            colour = ORIGIN_COLOURS[list(ORIGIN_COLOURS)[int(flow.argmax())]]
            order = 3.0
        self.axes.plot(xs, ys, color=colour, linewidth=width, solid_joinstyle="miter", zorder=order,
                       solid_capstyle="butt")  # fmt: skip
        core = self._core(edge)
        if core and core != colour:
            self.axes.plot(xs, ys, color=core, linewidth=width * CORE, solid_joinstyle="miter", zorder=order + 0.1,
                           solid_capstyle="butt")  # fmt: skip
        if edge.main:
            self._arrow(edge, core or colour, width, order)
            self._state(edge)

    def _core(self, edge: Edge) -> str:
        """The colour of most of the accident water in a link, "" without: it shows even in much other water."""
        flow = self.now.flows.get(edge.id) if self.now else None
        if flow is None:
            return ""
        rates = dict(zip(ORIGIN_COLOURS, flow.tolist(), strict=True))
        parts = {each: rates[each] for each in ACCIDENT_ORIGINS}
        most = max(parts, key=lambda each: parts[each])
        return ORIGIN_COLOURS[most] if parts[most] > 0 else ""

    def _arrow(self, edge: Edge, colour: str, width: float, order: float) -> None:
        (x, y), (end_x, end_y) = edge.points[-2:]
        turn = degrees(atan2(-(end_y - y) * self.down_mm, (end_x - x) * self.across_mm)) - 90
        size = 3.5 + width
        back = size * MM_A_POINT * 0.45
        length = hypot((end_x - x) * self.across_mm, (end_y - y) * self.down_mm) or 1.0
        share = min(back / length, 1.0)
        self.axes.plot(end_x + (x - end_x) * share, end_y + (y - end_y) * share, marker=(3, 0, turn), markersize=size,
                       color=colour, markeredgewidth=0, zorder=order + 0.1)  # fmt: skip

    def _state(self, edge: Edge) -> None:
        """How a pump, valve or gate stands, and why it does not work: signs on its longest stretch."""
        (x, y), level = self._spot(edge)
        self.spots[edge.id] = x, y
        if edge.kind in SETTABLE:
            opening = self.now.openings[edge.id] if self.now else self.park.links[edge.id].opening
            self.axes.plot(x, y, zorder=4, **link_sign(edge.kind, opening))
        for place, each in enumerate(self.now.hindered.get(edge.id, ()) if self.now else ()):
            away = FAULT_MM * (1 + place)
            spot = (x, y - away / self.down_mm) if level else (x - away / self.across_mm, y)
            self.faults.append(spot)
            self.axes.plot(*spot, zorder=5.2, **fault_sign(each))

    def _spot(self, edge: Edge) -> tuple[tuple[float, float], bool]:
        """Where the mark of a link stands, on its longest stretch, clear of the others' if there is such a place.

        Second, whether that stretch runs more across than down.
        """
        pieces = sorted(zip(edge.points, edge.points[1:], strict=False), key=lambda each: -self._mm(*each))
        offered = [
            ((x + (end_x - x) * share, y + (end_y - y) * share), abs(end_x - x) > abs(end_y - y))
            for (x, y), (end_x, end_y) in pieces[:2] for share in MARK_AT
        ]  # fmt: skip
        taken = self.spots.values()
        free = [each for each in offered if not self._hidden(each[0])] or offered
        clear = (spot for spot in free if all(self._mm(spot[0], each) > MARK_CLEAR_MM for each in taken))
        return next(clear, free[0])

    def _hidden(self, spot: tuple[float, float]) -> bool:
        """Whether a storage or receiver that is drawn large would cover a mark."""
        across, down = MARK_MM / self.across_mm, MARK_MM / self.down_mm
        return any(
            each.x - across < spot[0] < each.right + across and each.y - down < spot[1] < each.bottom + down
            for each in self.plan.nodes if each.main and each.sort in ("storage", "receiver")
        )  # fmt: skip

    def _mm(self, one: tuple[float, float], other: tuple[float, float]) -> float:
        """How far two points are apart on the paper."""
        return hypot((one[0] - other[0]) * self.across_mm, (one[1] - other[1]) * self.down_mm)

    def _node(self, node: Node) -> None:
        """A storage or receiver with its name, filled by level, and the sign of its kind on top of its left corner."""
        storage = node.sort == "storage"
        if node.spot:
            self.leader(node.spot, node.middle)
        self.box(node.x, node.y, node.width, node.height, facecolor=PAPER if storage else "#e3eaf1", linewidth=0,
                 zorder=4.5)  # fmt: skip
        if storage and self.now:
            self._water(node)
        touched = storage and self._accident(node.id)
        line = {"edgecolor": INK if touched else SOFT, "linewidth": 1.3 if touched else 0.6}
        dashed = {} if node.placed else {"linestyle": DASHES}
        self.box(node.x, node.y, node.width, node.height, fill=False, zorder=5, **line, **dashed)
        if storage and node.kind in KINDS:
            spot = node.x + SIGN_MM / self.across_mm, node.y - SIGN_MM / self.down_mm
            self.axes.plot(*spot, zorder=5.1, path_effects=halo(HALO_PT), **kind_sign(node.kind))
        self._words(node)

    def leader(self, spot: tuple[float, float], end: tuple[float, float]) -> None:
        """A dot where something lies, and a fine line from there to its box."""
        (x, y), (end_x, end_y) = spot, end
        self.axes.plot((x, end_x), (y, end_y), color=SOFT, linewidth=0.4, linestyle=(0, (1, 1.5)), zorder=2.2)
        self.axes.plot(x, y, marker="o", markersize=2.2, color=INK, markeredgewidth=0, zorder=4.4)

    def _water(self, node: Node) -> None:
        """A gauge at the left, in full colours, and behind the words the same in light ones."""
        gauge = node.width * self.boxes.gauge(node)
        self.box(node.x, node.y, gauge, node.height, facecolor=EMPTY, edgecolor=FAINT, linewidth=0.4, zorder=4.6)
        parts = self._parts(node.id)
        low, above_crest = node.bottom, max(sum(share for _, share in parts), 1.0)
        for origin, share in parts:
            high = share / above_crest * node.height
            low -= high
            colour = ORIGIN_COLOURS[origin]
            self.box(node.x + gauge, low, node.width - gauge, high, facecolor=_lighter(colour), linewidth=0, zorder=4.6)
            self.box(node.x, low, gauge, high, facecolor=colour, linewidth=0, edgecolor=PAPER,
                     hatch=ORIGIN_HATCHES[origin] * 2, zorder=4.7)  # fmt: skip

    def _accident(self, storage: str) -> bool:
        """Whether accident water stands in it."""
        return any(origin in ACCIDENT_ORIGINS for origin, _ in self._parts(storage))

    def _words(self, node: Node) -> None:
        """Its name and below it what stands in it, in the middle of the room right of the gauge."""
        label = self.boxes.label(node, node.width * self.across_mm, node.height * self.down_mm)
        self.lines(node.x + node.width * (1 + self.boxes.gauge(node)) / 2, node.middle[1], label, ha="center",
                   path_effects=halo(HALO_PT))  # fmt: skip


def _corners(x: float, y: float, width: float, height: float) -> list[tuple[float, float]]:
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def _lighter(colour: str) -> tuple[float, float, float]:
    """Most of the way to white."""
    from matplotlib.colors import to_rgb

    red, green, blue = (1 - TINT * (1 - each) for each in to_rgb(colour))
    return red, green, blue


def _fits(words: str, room_mm: float) -> bool:
    return width_mm(words, SMALL_PT) <= room_mm


def largest_flow(flows: Mapping[str, Any]) -> float:
    """The largest rate of the picture [m3/s]; 0 without any."""
    return max((float(each.sum()) for each in flows.values()), default=0.0)


def line_pt(flow_m3_s: float, most_m3_s: float) -> float:
    """How thick a link is drawn by its rate and the largest of the picture: its area grows as the rate does."""
    return THIN_PT + (THICK_PT - THIN_PT) * sqrt(flow_m3_s / most_m3_s)

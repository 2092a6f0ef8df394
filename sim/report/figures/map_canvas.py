"""The map on paper: bands, tiles, storages filled by level, links by rate, marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import atan2, degrees, hypot, sqrt
from typing import TYPE_CHECKING, Any

from sim.check import Verdict
from sim.park import ACCIDENT_ORIGINS, LinkKind, Park
from sim.report.figures.frame import Box, Paper, cubic
from sim.report.figures.lettering import LINES, SMALLEST_PT, broken, fitting_pt, width_mm
from sim.report.figures.style import BREACHED, FAINT, HELD, INK, ORIGIN_COLOURS, PAPER, RELIEVED, SOFT
from sim.report.map import Edge, Node, Plan
from sim.report.map.areas import area_name
from sim.report.map.moment import Moment
from sim.report.naming import place_name, tier_name
from sim.words import text

if TYPE_CHECKING:
    from matplotlib.axes import Axes

BAND, IDLE, TOUCHED = "#f3f4f5", "#aeb4ba", "#3c4043"
"""Behind a tier's things; links without flow; frames of what accident water came into."""
ORIGIN_HATCHES = {"product": "////", "firewater": "\\\\\\\\", "rain": "", "process": "xxxx", "river": "----"}
"""Besides the colours, for grey print."""
VERDICT_COLOURS = {Verdict.UNTOUCHED: PAPER, Verdict.HELD: HELD, Verdict.RELIEVED: RELIEVED, Verdict.BREACHED: BREACHED}
NAME_PT, SMALL_PT = 6.0, 5.0
MM_A_POINT = 25.4 / 72
GAUGE = 0.1
"""Share of a storage's width that shows its water in full colour; the rest is lighter, so that words can be read."""
THIN_PT, THICK_PT, CORE = 0.8, 3.6, 0.4
"""Of links that flow: the least, and the largest rate of the picture; share of a line that shows accident water."""
DASHES = (0, (2, 1.5))
"""Round what has no known place."""
SETTABLE = (LinkKind.PUMP, LinkKind.VALVE, LinkKind.GATE)
MARK_PT, MARK_AT, MARK_CLEAR_MM = 5.0, (0.4, 0.55, 0.25), 2.6
"""Size of a link's mark, where on a stretch it may stand, clear of the arrow at the end, and how far from others."""
NUMBER_PT = 7.5


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the map stands on the paper: its box [mm], and what of the plan is shown, from the top on."""

    box: Box
    left: float
    right: float
    top: float

    def mm(self, plan: Plan) -> tuple[float, float]:
        """Millimetres a unit, across and down."""
        return self.box[2] / (self.right - self.left), self.box[3] / (plan.height - self.top)


class Canvas:
    """A plan while it is drawn; without a moment the park alone."""

    def __init__(self, paper: Paper, plan: Plan, frame: Frame, park: Park, language: str, now: Moment | None) -> None:
        self.plan, self.park, self.language, self.now = plan, park, language, now
        self.across_mm, self.down_mm = frame.mm(plan)
        self.axes: Axes = paper.axes(frame.box)
        self.axes.set_axis_off()
        self.axes.set_xlim(frame.left, frame.right)
        self.axes.set_ylim(plan.height, frame.top)
        self.spots: dict[str, tuple[float, float]] = {}
        """Where the mark of a link stands."""

    def draw(self) -> None:
        """Everything, from the back to the front."""
        for band in self.plan.bands:
            self._box(band.x, band.y, band.width, band.height, color=BAND, linewidth=0, zorder=0)
        self._names()
        self._areas()
        self._tiles()
        for edge in self.plan.edges:
            self._edge(edge)
        for node in self.plan.nodes:
            if node.main and node.sort in ("storage", "receiver"):
                self._node(node)
            elif node.sort == "crew" and self.plan.geographic:
                self._home(node)
        self._sensors()
        self._workers()

    def _box(self, x: float, y: float, width: float, height: float, **style: Any) -> None:
        from matplotlib.patches import Rectangle

        self.axes.add_patch(Rectangle((x, y), width, height, **style))

    def _write(self, x: float, y: float, words: str, size: float, **style: Any) -> None:
        self.axes.text(x, y, words, fontsize=size, linespacing=LINES[self.language], **{"zorder": 6, **style})

    def _names(self) -> None:
        """Tiers at the left of their bands, each with its verdict by now."""
        for band in self.plan.bands:
            room = 118 * self.across_mm
            name = tier_name(self.park, band.tier, self.language) if band.tier else text("map_outside", self.language)
            words = broken(name, NAME_PT + 0.5, room)
            self._write(band.x + 8, band.y + 9, words, NAME_PT + 0.5, va="top", color=INK)
            if self.now is not None and band.tier:
                lines = words.count("\n") + 1
                down = band.y + 14 + lines * (NAME_PT + 0.5) * MM_A_POINT * LINES[self.language] * 1.15 / self.down_mm
                self._verdict(band.x + 8, down, self.now.verdicts[band.tier])

    def verdicts(self, x: float, y: float) -> None:
        """Tiers and their verdicts in a row from a point on, for a map without bands."""
        for tier, verdict in self.now.verdicts.items() if self.now else ():
            name = tier_name(self.park, tier, self.language)
            self._write(x, y, name, NAME_PT + 0.5, va="center_baseline", color=INK)
            x += (width_mm(name, NAME_PT + 0.5) + 1.5) / self.across_mm
            high = 3.4 / self.down_mm
            x += self._verdict(x, y - high / 2, verdict) + 5 / self.across_mm

    def _verdict(self, x: float, y: float, verdict: Verdict) -> float:
        """A chip with a verdict; its width."""
        words = text(verdict, self.language)
        width = (width_mm(words, NAME_PT) + 2.4) / self.across_mm
        height = 3.4 / self.down_mm
        self._box(x, y, width, height, facecolor=VERDICT_COLOURS[verdict], edgecolor=SOFT, linewidth=0.4, zorder=5)
        ink = PAPER if verdict is Verdict.BREACHED else INK
        self._write(x + width / 2, y + height / 2, words, NAME_PT, ha="center", va="center_baseline", color=ink)
        return width

    def _areas(self) -> None:
        """Frames of areas with what is in them."""
        for node in self.plan.nodes:
            if node.sort == "area":
                self._box(node.x, node.y, node.width, node.height, fill=False, edgecolor=FAINT, linewidth=0.5, zorder=1)
                words = self._area_words(node)
                self._write(node.x + 4, node.y + 3, words, SMALL_PT, va="top", color=SOFT)
            elif node.sort == "plant" and not self.plan.geographic:
                self._box(node.x, node.y, node.width, node.height, facecolor="#e9ebed", linewidth=0, zorder=0.5)

    def _area_words(self, node: Node) -> str:
        """The area, how many storages and how much they hold, as far as there is room."""
        inside = [
            self.park.storages[each.id] for each in self.plan.nodes
            if each.sort == "storage" and not each.main and each.tier == node.tier
            and node.x <= each.x < node.right and node.y <= each.y < node.bottom
        ]  # fmt: skip
        area = area_name(self.park, node.kind, self.language) if node.kind else text("map_others", self.language)
        volume = cubic(sum(each.capacity_m3 for each in inside))
        long = text("map_area", self.language, area=area, count=len(inside), volume=volume)
        short = text("map_area_short", self.language, area=area, count=len(inside))
        room = (node.width - 8) * self.across_mm
        return next((each for each in (long, short) if _fits(each, room)), area)

    def _tiles(self) -> None:
        """What nothing happened to, each filled by level in the colour of most of its water."""
        from matplotlib.collections import PolyCollection

        tiles = [each for each in self.plan.nodes if each.sort == "storage" and not each.main]
        if not tiles:
            return
        frames = [_corners(each.x, each.y, each.width, each.height) for each in tiles]
        self.axes.add_collection(
            PolyCollection(frames, facecolors=PAPER, edgecolors=IDLE, linewidths=0.3, zorder=2), autolim=False
        )
        filled, colours = [], []
        for each in tiles:
            parts = self._parts(each.id)
            if parts:
                high = min(sum(share for _, share in parts), 1.0) * each.height
                filled.append(_corners(each.x, each.bottom - high, each.width, high))
                colours.append(ORIGIN_COLOURS[max(parts, key=lambda part: part[1])[0]])
        if filled:
            self.axes.add_collection(
                PolyCollection(filled, facecolors=colours, linewidths=0, alpha=0.75, zorder=2.1), autolim=False
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
            most = max(float(each.sum()) for each in self.now.flows.values())
            width = THIN_PT + (THICK_PT - THIN_PT) * sqrt(float(flow.sum()) / most)
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
        """Whether a pump, valve or gate is open: a sign in the middle of its longest stretch."""
        self.spots[edge.id] = x, y = self._spot(edge)
        if edge.kind not in SETTABLE:
            return
        link = self.park.links[edge.id]
        opening = self.now.openings[edge.id] if self.now else link.opening
        face = PAPER if opening >= 1 else INK if opening <= 0 else IDLE
        marker = "o" if edge.kind == LinkKind.PUMP else "D"
        self.axes.plot(x, y, marker=marker, markersize=MARK_PT - (marker == "D"), markerfacecolor=face,
                       markeredgecolor=INK, markeredgewidth=0.7, zorder=4)  # fmt: skip

    def _spot(self, edge: Edge) -> tuple[float, float]:
        """Where the mark of a link stands: on its longest stretch, clear of the others' if there is such a place."""
        pieces = sorted(zip(edge.points, edge.points[1:], strict=False), key=lambda each: -self._mm(*each))
        offered = [
            (x + (end_x - x) * share, y + (end_y - y) * share)
            for (x, y), (end_x, end_y) in pieces[:2] for share in MARK_AT
        ]  # fmt: skip
        taken = self.spots.values()
        clear = (spot for spot in offered if all(self._mm(spot, each) > MARK_CLEAR_MM for each in taken))
        return next(clear, offered[0])

    def _mm(self, one: tuple[float, float], other: tuple[float, float]) -> float:
        """How far two points are apart on the paper."""
        return hypot((one[0] - other[0]) * self.across_mm, (one[1] - other[1]) * self.down_mm)

    def _node(self, node: Node) -> None:
        """A storage or receiver with its name, filled by level."""
        storage = node.sort == "storage"
        self._box(node.x, node.y, node.width, node.height, facecolor=PAPER if storage else "#e3eaf1", linewidth=0,
                  zorder=4.5)  # fmt: skip
        low, parts = node.bottom, self._parts(node.id) if storage else []
        above_crest = max(sum(share for _, share in parts), 1.0)
        for origin, share in parts:
            high = share / above_crest * node.height
            low -= high
            self._box(node.x, low, node.width, high, facecolor=_lighter(ORIGIN_COLOURS[origin]), linewidth=0,
                      zorder=4.6)  # fmt: skip
            self._box(node.x, low, node.width * GAUGE, high, facecolor=ORIGIN_COLOURS[origin], linewidth=0,
                      edgecolor=PAPER, hatch=ORIGIN_HATCHES[origin] * 2, zorder=4.7)  # fmt: skip
        touched = storage and self._accident(node.id)
        line = {"edgecolor": INK if touched else SOFT, "linewidth": 1.3 if touched else 0.6}
        dashed = {} if node.placed else {"linestyle": DASHES}
        self._box(node.x, node.y, node.width, node.height, fill=False, zorder=5, **line, **dashed)
        self._words(node)

    def _accident(self, storage: str) -> bool:
        """Whether accident water stands in it."""
        return any(origin in ACCIDENT_ORIGINS for origin, _ in self._parts(storage))

    def _words(self, node: Node) -> None:
        """Its name in as many lines as there is room for, and below it what stands in it."""
        room = node.width * (1 - GAUGE) * self.across_mm - 1.2
        high = node.height * self.down_mm - 0.8
        below = self._amount(node) if node.sort == "storage" else ""
        lines = int(high / (SMALL_PT * MM_A_POINT * 1.2))
        if lines > 2 and not _fits(below, room):
            below = below.replace(", ", "\n").replace("，", "\n")
        most = max(lines - (below.count("\n") + 1 if below else 0), 1)
        name, size = _name(place_name(self.park, node.id, self.language), room, most)
        words = f"{name}\n{below}" if below else name
        size = min(size, fitting_pt(below, size, room)) if below else size
        self._write(node.x + node.width * (1 + GAUGE) / 2, node.middle[1], words, size, ha="center", va="center")

    def _amount(self, node: Node) -> str:
        """What stands in a storage and how full that makes it; its capacity where no water is shown."""
        storage = self.park.storages[node.id]
        if self.now is None or node.id not in self.now.volumes:
            return cubic(storage.capacity_m3)
        volume = float(self.now.volumes[node.id].sum())
        share = f"{volume / storage.holds_m3 * 100:.0f}"
        return text("map_volume", self.language, volume=cubic(volume), share=share)

    def _home(self, node: Node) -> None:
        """Where a crew is at home, on a true map."""
        self._box(node.x, node.y, node.width, node.height, facecolor=PAPER, edgecolor=SOFT, linewidth=0.6, zorder=4.5)
        name = self.park.crews[node.id].name.in_language(self.language)
        words, size = _name(name, node.width * self.across_mm - 1, 1)
        self._write(*node.middle, words, size, ha="center", va="center", color=SOFT)

    def _sensors(self) -> None:
        """Sensors on top of what they look at; those that alarm filled and large."""
        alarms = self.now.alarms if self.now else frozenset()
        for sort, style in ((True, (5.0, BREACHED, INK)), (False, (3.2, PAPER, SOFT))):
            spots = [each.middle for each in self.plan.nodes
                     if each.sort == "sensor" and (each.id in alarms) is sort and (each.main or sort)]  # fmt: skip
            if spots:
                xs, ys = zip(*spots, strict=True)
                size, face, line = style
                self.axes.plot(xs, ys, linestyle="none", marker="^", markersize=size, markerfacecolor=face,
                               markeredgecolor=line, markeredgewidth=0.5, zorder=5.5 + sort)  # fmt: skip

    def _workers(self) -> None:
        """Numbers of teams where they work."""
        for number, each in enumerate(self.now.at_work if self.now else (), start=1):
            spot = self._facility(self.park.sheets[each.sheet].facility)
            if spot is not None:
                x, y = spot[0] + 2.6 / self.across_mm, spot[1]
                self.axes.plot(x, y, marker="o", markersize=NUMBER_PT, markerfacecolor=TOUCHED, markeredgecolor=PAPER,
                               markeredgewidth=0.6, zorder=6)  # fmt: skip
                self._write(x, y, str(number), SMALL_PT, ha="center", va="center_baseline", color=PAPER, zorder=7)

    def _facility(self, id: str) -> tuple[float, float] | None:
        """Where somebody who works at it stands; None where it is not on the map."""
        if id in self.spots:
            return self.spots[id]
        node = self.plan.node(id) or (self.plan.node(self.park.links[id].source) if id in self.park.links else None)
        return (node.x, node.y) if node else None


def _corners(x: float, y: float, width: float, height: float) -> list[tuple[float, float]]:
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def _lighter(colour: str) -> tuple[float, float, float]:
    """Halfway and a little more to white."""
    from matplotlib.colors import to_rgb

    red, green, blue = (1 - 0.42 * (1 - each) for each in to_rgb(colour))
    return red, green, blue


@cache
def _fits(words: str, room_mm: float) -> bool:
    return width_mm(words, SMALL_PT) <= room_mm


@cache
def _name(name: str, room_mm: float, most: int) -> tuple[str, float]:
    """A name in at most so many lines, and its size; a long one ends in dots."""
    size = NAME_PT
    while size >= SMALLEST_PT:
        words = broken(name, size, room_mm)
        if words.count("\n") < most and width_mm(words, size) <= room_mm:
            return words, size
        size -= 0.5
    cut = name
    while len(cut) > 1:
        cut = cut[:-1]
        words = broken(f"{cut.rstrip()}…", SMALLEST_PT, room_mm)
        if words.count("\n") < most and width_mm(words, SMALLEST_PT) <= room_mm:
            return words, SMALLEST_PT
    return name, SMALLEST_PT


def largest_flow(flows: Mapping[str, Any]) -> float:
    """The largest rate of the picture [m3/s]; 0 without any."""
    return max((float(each.sum()) for each in flows.values()), default=0.0)


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a map's signs occurs on it."""

    origins: Sequence[str] = ()
    flow: str = ""
    """The largest, with its unit."""
    line: str = "map_no_flow"
    """What a thin line stands for."""
    parts: bool = False
    """Whether a link is part open."""
    sensors: bool = False
    alarms: bool = False
    crews: bool = False
    homes: bool = False
    unplaced: bool = False


def handles(shown: Shown, language: str) -> list[Any]:
    """What the signs mean: origins of the water that is there, links, and how they stand."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    def sign(key: str, marker: str, face: str, line: str = INK) -> Line2D:
        return Line2D([], [], linestyle="none", marker=marker, markersize=4.5, markerfacecolor=face,
                      markeredgecolor=line, markeredgewidth=0.6, label=text(key, language))  # fmt: skip

    origins = [
        Patch(facecolor=ORIGIN_COLOURS[each], hatch=ORIGIN_HATCHES[each] * 2, edgecolor=PAPER, linewidth=0,
              label=text(f"map_origin_{each}", language))
        for each in ORIGIN_COLOURS if each in shown.origins
    ]  # fmt: skip
    flow = text("map_flow", language, flow=shown.flow)
    signs = (
        (shown.origins, Patch(facecolor=PAPER, edgecolor=INK, linewidth=1.3, label=text("map_accident", language))),
        (shown.flow, Line2D([], [], color=SOFT, linewidth=THICK_PT, label=flow)),
        (True, Line2D([], [], color=IDLE, linewidth=0.7, label=text(shown.line, language))),
        (True, sign("map_open", "D", PAPER)),
        (shown.parts, sign("map_part", "D", IDLE)),
        (True, sign("map_shut", "D", INK)),
        (shown.sensors, sign("map_sensor", "^", PAPER, SOFT)),
        (shown.alarms, sign("map_alarm", "^", BREACHED)),
        (shown.crews, sign("map_crew", "o", TOUCHED, PAPER)),
        (shown.homes, Patch(facecolor=PAPER, edgecolor=SOFT, linewidth=0.6, label=text("map_crew_home", language))),
        (shown.unplaced, Patch(facecolor=PAPER, edgecolor=SOFT, linewidth=0.6, linestyle=DASHES,
                               label=text("map_unplaced", language))),
    )  # fmt: skip
    return [*origins, *(each for occurs, each in signs if occurs)]

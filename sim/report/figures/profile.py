"""River sections in profile: bed, walls between them, and how high the water stood."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan
from typing import TYPE_CHECKING, Any

from sim.check import FillTime, Margin
from sim.check.fill_time import RIVER_SECTION
from sim.park import Park, Storage
from sim.park.shape import Trapezoid
from sim.record.column import columns
from sim.record.table import Table
from sim.report.figures.courses import room_m3
from sim.report.figures.frame import AXIS_MM, EDGE_MM, USUAL, Drawing, Look, Paper, axis_words
from sim.report.figures.hydrographs import crest_m3
from sim.report.figures.legend import area, mark
from sim.report.figures.style import BREACHED, INK, ORIGIN_COLOURS, SMALL_PT, SOFT, Sheet, styled
from sim.report.numbers import at_minute
from sim.report.numbers import figure as number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from sim.report.figures.legend import Group
    from sim.result import Result

LEFT_MM = 32.0
"""Left of the profile: the numbers of its axis, and the names of the rows below."""
HIGH_MM = 62.0
"""Height of the profile."""
NAME_MM, ROW_MM = 9.0, 5.0
"""Names above it, and a row of figures below it."""
ALLOWED: dict[str, Any] = {"color": BREACHED, "linewidth": 0.9, "linestyle": (0, (5, 2))}
WATERS: dict[str, dict[str, Any]] = {
    "peak": {"facecolor": ORIGIN_COLOURS["rain"], "alpha": 0.55},
    "end": {"facecolor": ORIGIN_COLOURS["river"], "alpha": 0.6},
}
"""How the line at the allowed level looks, and water at its peak and at the end."""
MOST = {Sheet.A4: 9, Sheet.SCREEN: 14}
"""Sections at most."""
NARROW = 1 / 3
"""Below this share of the mean length a section would be too narrow for its figures [-]."""
@dataclass(frozen=True, slots=True)
class Section:
    """A river section as it went: depths of water over its bed at the gate, NaN without a shape [m]."""

    storage: Storage
    margin: Margin
    race: FillTime | None
    start_m: float
    peak_m: float
    end_m: float
    allowed_m: float
    crest_m: float

    @property
    def length_m(self) -> float:
        """Its length, of its shape where the storage names none; NaN for unknown [m]."""
        shape = self.storage.shape
        if self.storage.length_m is not None:
            return self.storage.length_m
        return shape.length_m if isinstance(shape, Trapezoid) else nan

    @property
    def fall_m(self) -> float:
        """How much higher the bed is at the upper end [m]."""
        return self.storage.shape.fall_m if isinstance(self.storage.shape, Trapezoid) else 0.0


def sections(result: Result) -> list[Section]:
    """The park's river sections, upstream first."""
    margins = {each.storage: each for each in result.verdict.storages}
    races = {each.storage: each for each in result.sections.found}
    rows = dict(zip(result.record.storages.ids, result.record.storages.final, strict=True))
    found = []
    for storage in _downstream(result.park):
        margin = margins[storage.id]
        volumes = (margin.occupied_m3, margin.peak_m3, float(rows[storage.id].sum()), room_m3(margin), crest_m3(margin))
        depths = [_depth_m(storage, each) for each in volumes]
        found.append(Section(storage, margin, races.get(storage.id), *depths))
    return found


def _depth_m(storage: Storage, volume_m3: float) -> float:
    return storage.shape.depth_m(volume_m3 + storage.dead_m3) if storage.shape else nan


def _downstream(park: Park) -> list[Storage]:
    """River sections, each after those whose water runs into it; else in the order of the file."""
    left = {id: each for id, each in park.storages.items() if each.kind == RIVER_SECTION}
    into = [(link.source, link.target) for link in park.links.values() if link.source in left and link.target in left]
    found: list[Storage] = []
    while left:
        first = next((id for id in left if not any(t == id and s in left for s, t in into)), next(iter(left)))
        found.append(left.pop(first))
    return found


def profile_table(result: Result) -> Table:
    """A row a section, upstream first."""
    return columns(
        Section, ("storage", "storage.id"), "length [m]", ("floor [m]", "storage.floor_m"),
        ("shut at [s]", "race.shut_at_s"), ("full at [s]", "margin.full_at_s"), ("depth at start [m]", "start_m"),
        ("peak depth [m]", "peak_m"), ("depth at end [m]", "end_m"), ("allowed depth [m]", "allowed_m"),
        ("crest depth [m]", "crest_m"), ("peak [m3]", "margin.peak_m3"), ("room left [m3]", "margin.margin_m3"),
        ("reached at [s]", "margin.reached_at_s"),
    ).table(sections(result))  # fmt: skip


@styled()
def draw_profile(result: Result, look: Look = USUAL) -> Figure:
    """The figure; nothing is saved."""
    found = sections(result)
    if not found:
        return Drawing(result.park, result.scenario, look).sentence("sections_title", "sections_none")
    return _Profile(result, found, look).drawn()


class _Profile(Drawing):
    """The figure while it is drawn."""

    def __init__(self, result: Result, found: list[Section], look: Look) -> None:
        super().__init__(result.park, result.scenario, look)
        ranked = sorted(range(len(found)), key=lambda k: (isnan(found[k].margin.reached_at_s), k))
        self.shown = [found[k] for k in sorted(ranked[: MOST[look.sheet]])]
        self.left_out = len(found) - len(self.shown)
        lengths = [each.length_m for each in self.shown]
        self.known = not any(isnan(each) for each in lengths)
        mean = sum(lengths) / len(lengths)
        self.scaled = self.known and min(lengths) >= NARROW * mean
        self.heights = all(each.storage.floor_m is not None for each in self.shown)
        widths = lengths if self.scaled else [1.0] * len(lengths)
        self.edges = [sum(widths[:k]) for k in range(len(widths) + 1)]
        self.wide_mm = look.sheet.value[0] - LEFT_MM - EDGE_MM
        self.scale = self.wide_mm / (self.edges[-1] * 1.004)

    def drawn(self) -> Figure:
        """All of it."""
        rows = self._rows()
        frame = self.frame("sections_title", self._more(), [self._signs()], len(rows) * ROW_MM + AXIS_MM, NAME_MM)
        paper = frame.paper(HIGH_MM)
        axes = paper.axes((LEFT_MM, frame.low_mm, self.wide_mm, HIGH_MM))
        for place, each in enumerate(self.shown):
            self._section(axes, each, self.edges[place], self.edges[place + 1])
            self._name(paper, each, place, frame.low_mm + HIGH_MM + 1)
        self._axes(axes)
        for place, (name, cells) in enumerate(rows, start=1):
            self._row(paper, name, cells, frame.low_mm - AXIS_MM - (place - 0.5) * ROW_MM)
        return paper.finished()

    def _more(self) -> str:
        """What is drawn how, and what is not known."""
        words = self.say("sections_means")
        if not self.heights:
            words += self.say("sections_own_bed")
        if not self.known:
            words += self.say("sections_no_length")
        if any(isnan(each.crest_m) for each in self.shown):
            words += self.say("sections_no_shape")
        return words + (self.say("levels_left_out", count=self.left_out) if self.left_out else "")

    def _bed_m(self, each: Section) -> float:
        """Height of its bed at the gate [m]."""
        return each.storage.floor_m if self.heights and each.storage.floor_m is not None else 0.0

    def _section(self, axes: Axes, each: Section, left: float, right: float) -> None:
        """Bed, water and walls of one."""
        bed, ends = self._bed_m(each), [left, right]
        beds = [bed + each.fall_m, bed]
        axes.plot(ends, beds, color=INK, linewidth=1.6)
        if isnan(each.crest_m):
            return
        for depth, style in ((each.peak_m, WATERS["peak"]), (each.end_m, WATERS["end"])):
            level = max(bed + depth, bed)
            surface = [max(level, floor) for floor in beds]
            axes.fill_between(ends, beds, surface, linewidth=0, **style)
            axes.plot(ends, surface, color=style["facecolor"], linewidth=1.0)
        axes.plot(ends, [bed + each.start_m] * 2, color=INK, linewidth=0.6, linestyle=":")
        axes.plot(ends, [bed + each.allowed_m] * 2, **ALLOWED)
        axes.plot(ends, [bed + each.crest_m] * 2, color=SOFT, linewidth=0.6)
        shut = each.race is not None
        axes.plot([right, right], [bed, bed + each.crest_m], color=INK if shut else SOFT,
                  linewidth=3.0 if shut else 1.0,
                  linestyle="-" if shut else (0, (1, 1)), solid_capstyle="butt")  # fmt: skip

    def _axes(self, axes: Axes) -> None:
        """Distance to the right, height upwards."""
        axes.set_xlim(self.edges[0], self.edges[-1] * 1.004)
        tops = [self._bed_m(each) + (each.crest_m if not isnan(each.crest_m) else 1.0) for each in self.shown]
        lowest = min(self._bed_m(each) for each in self.shown)
        axes.set_ylim(lowest - 0.03 * (max(tops) - lowest), lowest + 1.08 * (max(tops) - lowest))
        axes.set_ylabel(axis_words("height" if self.heights else "depth", "m", self.language))
        if not self.known:
            axes.set_xticks([])
            return
        lengths = [each.length_m for each in self.shown]
        labels = [f"{sum(lengths[:k]) / 1000:.3g}" for k in range(len(lengths) + 1)]
        axes.set_xticks(self.edges, labels)
        axes.set_xlabel(axis_words("distance" if self.scaled else "distance_unscaled", "km", self.language))

    def _middle(self, place: int) -> tuple[float, float]:
        """Where a section's column is, and how wide [mm]."""
        left, right = self.edges[place] * self.scale, self.edges[place + 1] * self.scale
        return LEFT_MM + (left + right) / 2, right - left

    def _name(self, paper: Paper, each: Section, place: int, bottom_mm: float) -> None:
        middle, wide = self._middle(place)
        name = self.called.place(each.storage.id)
        paper.fit(name, middle, bottom_mm, SMALL_PT, wide - 1.5, NAME_MM - 1, ha="center", va="bottom")

    def _rows(self) -> list[tuple[str, list[str]]]:
        """The figures below the profile."""
        def when(at_s: float) -> str:
            return number(nan) if isnan(at_s) else at_minute(at_s).in_language(self.language)

        rows = {
            "sections_reached": [when(each.margin.reached_at_s) for each in self.shown],
            "sections_shut": [when(each.race.shut_at_s if each.race else nan) for each in self.shown],
            "sections_full": [when(each.margin.full_at_s) for each in self.shown],
            "sections_peak": [number(each.peak_m) for each in self.shown],
            "sections_left": [number(each.margin.margin_m3) for each in self.shown],
        }
        return [(self.say(key), cells) for key, cells in rows.items()]

    def _row(self, paper: Paper, name: str, cells: list[str], middle_mm: float) -> None:
        paper.write(name, EDGE_MM, middle_mm, SMALL_PT, LEFT_MM - EDGE_MM - 1, va="center", color=SOFT)
        for place, words in enumerate(cells):
            middle, wide = self._middle(place)
            paper.write(words, middle, middle_mm, SMALL_PT, wide - 1, ha="center", va="center")

    def _signs(self) -> Group:
        """What fills and lines mean."""
        return [
            area(self.say("sections_at_peak"), **WATERS["peak"]),
            area(self.say("sections_at_end"), **WATERS["end"]),
            mark(self.say("sections_at_start"), color=INK, linewidth=0.6, linestyle=":"),
            mark(self.say("sections_allowed"), **ALLOWED),
            mark(self.say("sections_crest"), color=SOFT, linewidth=0.6),
            mark(self.say("sections_wall"), color=INK, linewidth=3.0),
        ]

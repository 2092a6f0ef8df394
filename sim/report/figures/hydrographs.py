"""Storages accident water reached, a panel each: what stands in them, and what flows in and out."""

from __future__ import annotations

from math import ceil, isnan
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.check import Margin
from sim.park import ORIGINS
from sim.record.event import Ended
from sim.record.table import Cell, Table
from sim.report.figures.courses import Course, courses, room_m3
from sim.report.figures.frame import (
    ABOVE_MM,
    EDGE_MM,
    LEGEND_MM,
    SMALL_PT,
    WORDS_PT,
    Look,
    Paper,
    axis_words,
    cubic,
    foot_lines,
    foot_mm,
    subject,
    write_foot,
    write_head,
)
from sim.report.figures.lettering import fitting_pt
from sim.report.figures.origins import origin_patches, origin_style
from sim.report.figures.said import said
from sim.report.figures.stretches import UNIT, break_axis, stretches
from sim.report.figures.style import BREACHED, INK, PAPER, SOFT, Sheet, styled
from sim.report.figures.time_axis import mark_hours, mark_volumes, round_step, shown_until_s
from sim.report.naming import place_name
from sim.report.numbers import at_minute, span
from sim.units import SECONDS_AN_HOUR
from sim.words import text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from sim.record.record import Trace
    from sim.result import Result

GRID = {Sheet.A4: (2, 4), Sheet.SCREEN: (3, 2)}
"""Columns and rows at most."""
PANEL_MM = 50.0
"""Height of a panel with everything round it, if there is room."""
SIDE_MM, NAMES_MM, FLOW_MM, HOURS_MM = 15.0, 9.0, 9.0, 4.5
"""Of a panel: numbers left of it, two lines above, the strip of flows, and the hours below."""
FREE_MM = 2.5
"""Between volumes and flows."""
AXIS_MM = 6.0
"""Room of the axis's name below all panels."""
LEAST_M3 = 0.05
"""A storage in which never stood more is not shown [m3]."""
LEAST_SHARE = 0.12
"""A peak below this share of the crest is shown without the crest [-]."""
HEADER = (
    "storage", "time [s]", *(f"{each} [m3]" for each in ORIGINS), "volume [m3]", "inflow [m3/s]", "outflow [m3/s]",
    "room [m3]", "crest [m3]",
)  # fmt: skip


def tightest_first(result: Result) -> list[Margin]:
    """The storages accident water reached, by the share of their room that was left."""
    reached = [each for each in result.verdict.storages if not isnan(each.reached_at_s)]
    return sorted(reached, key=lambda each: (each.margin_share, each.reached_at_s))


def hydrographs_table(result: Result) -> Table:
    """A row for every breakpoint of every storage accident water reached; none without a trace."""
    if result.record.trace is None:
        return Table(HEADER, [])
    found = courses(result.record, result.record.trace)
    rows: list[list[Cell]] = []
    for margin in tightest_first(result):
        course = found[margin.storage]
        columns = np.column_stack(
            (course.at_s, course.volume, course.total_m3, course.inflow_m3_s, course.outflow_m3_s)
        ).tolist()
        rows += [[margin.storage, *row, room_m3(margin), crest_m3(margin)] for row in columns]
    return Table(HEADER, rows)


def crest_m3(margin: Margin) -> float:
    """What a storage holds below its crest, a raised one included [m3]."""
    return room_m3(margin) + margin.freeboard_m3


def draw_hydrographs(result: Result, look: Look | None = None) -> Figure:
    """The figure; nothing is saved."""
    look = look or Look()
    with styled():
        reached = tightest_first(result)
        if result.record.trace is None or not reached:
            key = "tiers_no_trace" if reached else "levels_none"
            return said(result, text("levels_title", look.language), text(key, look.language), look)
        return _Panels(result, result.record.trace, reached, look).drawn()


class _Panels:
    """The figure while it is drawn."""

    def __init__(self, result: Result, trace: Trace, reached: list[Margin], look: Look) -> None:
        self.result, self.look, self.language = result, look, look.language
        columns, rows = GRID[look.sheet]
        wet = [each for each in reached if each.peak_m3 > LEAST_M3] or reached[:1]
        self.shown = wet[: columns * rows]
        self.empty, self.left_out = len(reached) - len(wet), len(wet) - len(self.shown)
        self.columns = min(columns, len(self.shown))
        found = courses(result.record, trace)
        self.courses = {each.storage: found[each.storage] for each in self.shown}
        self.until_s = shown_until_s(self.courses.values(), result.record.horizon_s)
        self.axis = stretches((each.at_s for each in result.events if not isinstance(each, Ended)), self.until_s)
        self.width_mm, self.most_mm = look.sheet.value

    def drawn(self) -> Figure:
        """All of it."""
        room = self.width_mm - 2 * EDGE_MM
        lines = foot_lines(self.result.park, self.result.scenario, self.look.changes, self.language, room, self._more())
        below = EDGE_MM + foot_mm(lines) + LEGEND_MM + AXIS_MM
        rows = ceil(len(self.shown) / self.columns)
        panel_mm = min(PANEL_MM, (self.most_mm - below - ABOVE_MM) / rows)
        top = below + rows * panel_mm
        self.paper = Paper(self.width_mm, top + ABOVE_MM)
        write_head(self.paper, text("levels_title", self.language),
                   subject(self.result.park, self.result.scenario, self.look))  # fmt: skip
        write_foot(self.paper, lines)
        self._legend(EDGE_MM + foot_mm(lines) + 1)
        words = axis_words("time", UNIT if self.axis.broken else "h", self.language)
        self.paper.write(words, self.width_mm / 2, below - AXIS_MM + 1.8, WORDS_PT, ha="center")
        wide = room / self.columns
        for place, margin in enumerate(self.shown):
            row, column = divmod(place, self.columns)
            left = EDGE_MM + column * wide
            self._panel(margin, (left, top - (row + 1) * panel_mm, wide, panel_mm))
        return self.paper.finished()

    def _more(self) -> str:
        """What lines mean, and what is not shown."""
        words = text("levels_means", self.language)
        if any(self._far(each) for each in self.shown):
            words += text("levels_above", self.language)
        if self.until_s < self.result.record.horizon_s:
            hours_run = f"{self.result.record.horizon_s / SECONDS_AN_HOUR:g}"
            words += text("tiers_until", self.language, hours=hours_run)
        if self.axis.broken:
            words += text("axis_broken", self.language)
        if self.empty:
            words += text("levels_empty", self.language, count=self.empty)
        return words + (text("levels_left_out", self.language, count=self.left_out) if self.left_out else "")

    def _panel(self, margin: Margin, box: tuple[float, float, float, float]) -> None:
        """One storage: two lines of words, its volumes, its flows."""
        left, bottom, wide, high = box
        inner, right = wide - SIDE_MM - 3, left + SIDE_MM
        name = place_name(self.result.park, margin.storage, self.language)
        top = bottom + high - 1.5
        self.paper.write(name, right, top, fitting_pt(name, WORDS_PT, inner), va="top")
        below, colour = self._below(margin)
        self.paper.write(below, right, top - 3.7, fitting_pt(below, SMALL_PT, inner), va="top", color=colour)
        course = self.courses[margin.storage]
        foot = bottom + HOURS_MM
        flows = self.paper.axes((right, foot, inner, FLOW_MM))
        self._flows(flows, course)
        axes = self.paper.axes((right, foot + FLOW_MM + FREE_MM, inner, high - NAMES_MM - FLOW_MM - HOURS_MM - FREE_MM))
        self._volumes(axes, margin, course)
        unit: dict[str, Any] = {"fontsize": SMALL_PT, "ha": "left", "va": "center", "color": SOFT, "rotation": 90}
        middle = foot + FLOW_MM + FREE_MM + (high - NAMES_MM - FLOW_MM - HOURS_MM - FREE_MM) / 2
        for words, at in (
            (axis_words("water", "m³", self.language), middle),
            (axis_words("flow", "m³/h", self.language), foot + FLOW_MM / 2),
        ):
            self.paper.figure.text(left / self.width_mm, at / self.paper.height_mm, words, **unit)

    def _below(self, margin: Margin) -> tuple[str, str]:
        """How full it was, and the colour of these words."""
        words = text("levels_peak", self.language, volume=cubic(margin.peak_m3), room=cubic(room_m3(margin)),
                     when=at_minute(margin.peak_at_s))  # fmt: skip
        if not isnan(margin.full_at_s):
            time = span(margin.full_for_s)
            full = text("levels_full", self.language, when=at_minute(margin.full_at_s), time=time)
            return f"{words}; {full}", BREACHED
        key = "levels_left" if margin.margin_m3 >= 0 else "levels_over"
        return f"{words}; {text(key, self.language, volume=cubic(abs(margin.margin_m3)))}", SOFT

    def _far(self, margin: Margin) -> bool:
        """Whether the crest is so far above the peak that nothing would be seen of the water."""
        return 0 < margin.peak_m3 < LEAST_SHARE * crest_m3(margin)

    def _volumes(self, axes: Axes, margin: Margin, course: Course) -> None:
        """Stacked volumes by origin, with the room and the crest."""
        at_s = np.union1d(course.at_s, self.axis.ends_s())
        at = at_s / SECONDS_AN_HOUR
        base = np.zeros(len(at))
        for k, origin in enumerate(ORIGINS):
            top = base + np.interp(at_s, course.at_s, course.volume[:, k])
            if course.volume[:, k].any():
                axes.fill_between(at, base, top, **origin_style(origin))
            base = top
        axes.plot(at, base, color=INK, linewidth=0.6)
        most = margin.peak_m3 if self._far(margin) else max(margin.peak_m3, crest_m3(margin))
        if not self._far(margin):
            axes.axhline(room_m3(margin), color=INK, linewidth=0.9, linestyle=(0, (5, 2)))
            axes.axhline(crest_m3(margin), color=INK, linewidth=0.9)
        if not isnan(margin.full_at_s):
            axes.axvline(margin.full_at_s / SECONDS_AN_HOUR, color=BREACHED, linewidth=0.9, linestyle=(0, (1, 1)))
        self._hours(axes, False)
        mark_volumes(axes, most * 1.12, 3)

    def _hours(self, axes: Axes, labels: bool) -> None:
        """The axis of time, broken where that shows more."""
        if not self.axis.broken:
            mark_hours(axes, self.until_s, 8, labels)
            return
        wide_mm = (self.width_mm - 2 * EDGE_MM) / self.columns - SIDE_MM - 3
        break_axis(axes, self.axis, wide_mm, SECONDS_AN_HOUR, labels)

    def _flows(self, axes: Axes, course: Course) -> None:
        """What flows in, upwards, and out, downwards."""
        at = course.at_s / SECONDS_AN_HOUR
        seen = course.at_s <= self.until_s
        ends: list[float] = []
        for rates, sign, colour in ((course.inflow_m3_s, 1, INK), (course.outflow_m3_s, -1, BREACHED)):
            hourly = sign * rates * SECONDS_AN_HOUR
            axes.fill_between(at, 0, hourly, step="post", color=colour, alpha=0.25, linewidth=0)
            axes.step(at, hourly, where="post", color=colour, linewidth=0.7, linestyle="-" if sign > 0 else "--")
            ends.append(float(np.abs(hourly[seen]).max()))
        axes.axhline(0, color=SOFT, linewidth=0.5)
        _flow_ticks(axes, *ends)
        self._hours(axes, True)

    def _legend(self, bottom_mm: float) -> None:
        """Origins that are there, and the two flows."""
        from matplotlib.patches import Patch

        there = [each for k, each in enumerate(ORIGINS) if any(c.volume[:, k].any() for c in self.courses.values())]
        flows = [
            Patch(facecolor=PAPER, edgecolor=INK, linewidth=0.8, label=text("levels_inflow", self.language)),
            Patch(facecolor=PAPER, edgecolor=BREACHED, linewidth=0.8, linestyle="--",
                  label=text("levels_outflow", self.language)),
        ]  # fmt: skip
        self.paper.legend([*origin_patches(there, self.language), *flows], EDGE_MM, bottom_mm)


def _flow_ticks(axes: Axes, inflow: float, outflow: float) -> None:
    """A tick above and one below, at the same round flow where both are large; nothing flows below zero [m3/h]."""
    most = max(inflow, outflow, 1e-3)
    step = round_step(most / 1.9)
    above, below = (most * 1.4 if each > 0.1 * most else 0.2 * most for each in (inflow, outflow))
    axes.set_ylim(-below, above)
    ticks = [each for each in (-step, step) if -below <= each <= above]
    axes.set_yticks(ticks, [f"{abs(each):,.6g}" for each in ticks])

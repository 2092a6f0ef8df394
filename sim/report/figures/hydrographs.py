"""Storages accident water reached, a panel each: what stands in them, and what flows in and out."""

from __future__ import annotations

from math import ceil, isnan
from typing import TYPE_CHECKING

import numpy as np

from sim.check import Margin
from sim.park import ORIGINS
from sim.record.column import placed
from sim.record.course import StorageCourse
from sim.record.event import Ended
from sim.record.table import Cell, Table
from sim.report.figures.courses import courses, room_m3
from sim.report.figures.fills import fill_origins, origin_signs, origins_in
from sim.report.figures.frame import EDGE_MM, USUAL, WORDS_PT, Box, Drawing, Look, axis_words, cubic
from sim.report.figures.legend import area
from sim.report.figures.rounding import round_step
from sim.report.figures.stretches import lay_times, stretches
from sim.report.figures.style import BREACHED, INK, PAPER, SMALL_PT, SOFT, Sheet, styled
from sim.report.figures.time_axis import mark_volumes, shown_until_s
from sim.report.numbers import at_minute, span
from sim.units import SECONDS_AN_HOUR

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from sim.result import Result

GRID = {Sheet.A4: (2, 4), Sheet.SCREEN: (3, 2)}
"""Columns and rows at most."""
PANEL_MM = 50.0
"""Height of a panel with everything round it, if there is room."""
SIDE_MM, NAMES_MM, FLOW_MM, HOURS_MM = 15.0, 9.0, 9.0, 4.5
"""Of a panel: numbers left of it, two lines above, the strip of flows, and the hours below."""
FREE_MM = 2.5
"""Between volumes and flows."""
NAME_MM = 4.5
"""Room of the axes' names below all panels."""
LEAST_M3 = 0.05
"""A storage in which never stood more is not shown [m3]."""
LEAST_SHARE = 0.12
"""A peak below this share of the crest is shown without the crest [-]."""
HYDROGRAPHS = placed(
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
        return HYDROGRAPHS.table(())
    found = courses(result.record)
    rows: list[list[Cell]] = []
    for margin in tightest_first(result):
        course = found[margin.storage]
        numbers = np.column_stack(
            (course.at_s, course.volume, course.total_m3, course.inflow_m3_s, course.outflow_m3_s)
        ).tolist()
        rows += [[margin.storage, *row, room_m3(margin), crest_m3(margin)] for row in numbers]
    return HYDROGRAPHS.table(rows)


def crest_m3(margin: Margin) -> float:
    """What a storage holds below its crest, a raised one included [m3]."""
    return room_m3(margin) + margin.freeboard_m3


@styled()
def draw_hydrographs(result: Result, look: Look = USUAL) -> Figure:
    """The figure; nothing is saved."""
    reached = tightest_first(result)
    if result.record.trace is None or not reached:
        said = Drawing(result.park, result.scenario, look)
        return said.sentence("levels_title", "tiers_no_trace" if reached else "levels_none")
    return _Panels(result, reached, look).drawn()


class _Panels(Drawing):
    """The figure while it is drawn."""

    def __init__(self, result: Result, reached: list[Margin], look: Look) -> None:
        super().__init__(result.park, result.scenario, look)
        columns, rows = GRID[look.sheet]
        wet = [each for each in reached if each.peak_m3 > LEAST_M3] or reached[:1]
        self.shown = wet[: columns * rows]
        self.empty, self.left_out = len(reached) - len(wet), len(wet) - len(self.shown)
        self.columns = min(columns, len(self.shown))
        found = courses(result.record)
        self.courses = {each.storage: found[each.storage] for each in self.shown}
        self.horizon_s = result.record.horizon_s
        self.until_s = shown_until_s(((each.at_s, each.total_m3) for each in self.courses.values()), self.horizon_s)
        self.axis = stretches((each.at_s for each in result.events if not isinstance(each, Ended)), self.until_s)

    def drawn(self) -> Figure:
        """All of it."""
        origins = origin_signs(origins_in(each.volume for each in self.courses.values()), self.language)
        flows = [
            area(self.say("levels_inflow"), facecolor=PAPER, edgecolor=INK, linewidth=0.8),
            area(self.say("levels_outflow"), facecolor=PAPER, edgecolor=BREACHED, linewidth=0.8, linestyle="--"),
        ]
        frame = self.frame("levels_title", self._more(), [[*origins, *flows]], NAME_MM)
        rows = ceil(len(self.shown) / self.columns)
        high, wide = min(PANEL_MM, frame.most_mm / rows), frame.room_mm / self.columns
        self.paper = frame.paper(rows * high)
        for place, margin in enumerate(self.shown):
            row, column = divmod(place, self.columns)
            last = place + self.columns >= len(self.shown)
            self._panel(margin, (EDGE_MM + column * wide, frame.low_mm + (rows - row - 1) * high, wide, high), last)
        return self.paper.finished()

    def _more(self) -> str:
        """What lines mean, and what is not shown."""
        words = self.say("levels_means")
        if any(self._far(each) for each in self.shown):
            words += self.say("levels_above")
        if self.until_s < self.horizon_s:
            words += self.say("tiers_until", hours=f"{self.horizon_s / SECONDS_AN_HOUR:g}")
        if self.axis.broken:
            words += self.say("axis_broken")
        if self.empty:
            words += self.say("levels_empty", count=self.empty)
        return words + (self.say("levels_left_out", count=self.left_out) if self.left_out else "")

    def _panel(self, margin: Margin, box: Box, last: bool) -> None:
        """One storage: two lines of words, its volumes, its flows; the last of a column says what its axis counts."""
        left, bottom, wide, high = box
        inner, right = wide - SIDE_MM - 3, left + SIDE_MM
        name = self.called.place(margin.storage)
        top = bottom + high - 1.5
        self.paper.write(name, right, top, WORDS_PT, inner, va="top")
        below, colour = self._below(margin)
        self.paper.write(below, right, top - 3.7, SMALL_PT, inner, va="top", color=colour)
        foot, volumes_mm = bottom + HOURS_MM, high - NAMES_MM - FLOW_MM - HOURS_MM - FREE_MM
        level = foot + FLOW_MM + FREE_MM
        flows = self.paper.axes((right, foot, inner, FLOW_MM))
        volumes = self.paper.axes((right, level, inner, volumes_mm))
        course = self.courses[margin.storage]
        self._flows(flows, course)
        self._volumes(volumes, margin, course)
        lay_times(flows, self.axis, inner, self.language, name=last)
        lay_times(volumes, self.axis, inner, self.language, labels=False, name=False)
        for quantity, unit, middle in (("water", "m³", level + volumes_mm / 2), ("flow", "m³/h", foot + FLOW_MM / 2)):
            self.paper.write(axis_words(quantity, unit, self.language), left, middle, SMALL_PT, va="center",
                             color=SOFT, rotation=90)  # fmt: skip

    def _below(self, margin: Margin) -> tuple[str, str]:
        """How full it was, and the colour of these words."""
        words = self.say("levels_peak", volume=cubic(margin.peak_m3), room=cubic(room_m3(margin)),
                     when=at_minute(margin.peak_at_s))  # fmt: skip
        if not isnan(margin.full_at_s):
            time = span(margin.full_for_s)
            full = self.say("levels_full", when=at_minute(margin.full_at_s), time=time)
            return f"{words}; {full}", BREACHED
        key = "levels_left" if margin.margin_m3 >= 0 else "levels_over"
        return f"{words}; {self.say(key, volume=cubic(abs(margin.margin_m3)))}", SOFT

    def _far(self, margin: Margin) -> bool:
        """Whether the crest is so far above the peak that nothing would be seen of the water."""
        return 0 < margin.peak_m3 < LEAST_SHARE * crest_m3(margin)

    def _volumes(self, axes: Axes, margin: Margin, course: StorageCourse) -> None:
        """Stacked volumes by origin, with the room and the crest."""
        at_s = np.union1d(course.at_s, self.axis.ends_s())
        fill_origins(axes, at_s, np.column_stack([np.interp(at_s, course.at_s, each) for each in course.volume.T]))
        most = margin.peak_m3 if self._far(margin) else max(margin.peak_m3, crest_m3(margin))
        if not self._far(margin):
            axes.axhline(room_m3(margin), color=INK, linewidth=0.9, linestyle=(0, (5, 2)))
            axes.axhline(crest_m3(margin), color=INK, linewidth=0.9)
        if not isnan(margin.full_at_s):
            axes.axvline(margin.full_at_s, color=BREACHED, linewidth=0.9, linestyle=(0, (1, 1)))
        mark_volumes(axes, most * 1.12, 3)

    def _flows(self, axes: Axes, course: StorageCourse) -> None:
        """What flows in, upwards, and out, downwards."""
        seen = course.at_s <= self.until_s
        ends: list[float] = []
        for rates, sign, colour in ((course.inflow_m3_s, 1, INK), (course.outflow_m3_s, -1, BREACHED)):
            hourly = sign * rates * SECONDS_AN_HOUR
            axes.fill_between(course.at_s, 0, hourly, step="post", color=colour, alpha=0.25, linewidth=0)
            line = "-" if sign > 0 else "--"
            axes.step(course.at_s, hourly, where="post", color=colour, linewidth=0.7, linestyle=line)
            ends.append(float(np.abs(hourly[seen]).max()))
        axes.axhline(0, color=SOFT, linewidth=0.5)
        _flow_ticks(axes, *ends)


def _flow_ticks(axes: Axes, inflow: float, outflow: float) -> None:
    """A tick above and one below, at the same round flow where both are large; nothing flows below zero [m3/h]."""
    most = max(inflow, outflow, 1e-3)
    step = round_step(most / 1.9)
    above, below = (most * 1.4 if each > 0.1 * most else 0.2 * most for each in (inflow, outflow))
    axes.set_ylim(-below, above)
    ticks = [each for each in (-step, step) if -below <= each <= above]
    axes.set_yticks(ticks, [f"{abs(each):,.6g}" for each in ticks])

"""The tiers over time: what stands in each beside the room there is, and its verdict as it stands at that time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from sim.check import Crossing, Phase, TierVerdict, Verdict, phases, verdict_by
from sim.park import ORIGINS, accident_part
from sim.record.column import placed
from sim.record.course import StorageCourse
from sim.record.event import Ended
from sim.record.table import Cell, Table
from sim.report.figures.courses import TierCourse, courses, refined, room_m3, tier_course
from sim.report.figures.fills import VERDICT_COLOURS, fill_origins, origin_signs, origins_in, verdict_style
from sim.report.figures.frame import (
    AXIS_MM,
    EDGE_MM,
    TIER_PT,
    USUAL,
    Box,
    Drawing,
    Look,
    axis_words,
    cubic,
    on_colour,
)  # fmt: skip
from sim.report.figures.legend import area
from sim.report.figures.lettering import broken, fitting_pt, lines_mm, width_mm
from sim.report.figures.stretches import break_axis, lay_times, stretches
from sim.report.figures.style import BREACHED, INK, SMALL_PT, SOFT, Sheet, styled
from sim.report.figures.time_axis import eventful_until_s, mark_volumes
from sim.report.numbers import at_minute
from sim.report.story import uncounted_lines
from sim.units import SECONDS_AN_HOUR

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from sim.result import Result

LEFT_MM = 40.0
"""Left of the lanes: the tier's name and the numbers of its axis."""
RIGHT_MM = {Sheet.A4: 42.0, Sheet.SCREEN: 68.0}
"""Right of them: what the marks mean."""
LANE_MM, GAP_MM = 44.0, 4.0
"""Height of a lane with the gap below it, if there is room; and that gap."""
LOW_MM = 17.0
"""Height of the lane of a tier that nothing reached, with the gap below it."""
BAND_MM = 4.5
"""Height of the band with the verdict."""
UNCOUNTED_HATCH = "xx"
LEAST_CLEAN = 0.005
"""Share of rain and river water in what escaped from which on it is told apart [-]."""
STACK = placed("tier", "time [s]", *(f"{each} [m3]" for each in ORIGINS), "room [m3]", "verdict")


def stack_table(result: Result) -> Table:
    """A row for every breakpoint of every tier; without a trace, or for a tier nothing reached, none.

    A jump, when accident water reaches one more storage, has two rows.
    """
    if result.record.trace is None:
        return STACK.table(())
    found = courses(result.record)
    rows: list[list[Cell]] = []
    for tier in result.verdict.tiers:
        course = tier_course(tier, found, result.record.horizon_s)
        for at, volume, room in zip(course.at_s.tolist(), course.volume.tolist(), course.room_m3.tolist(), strict=True):
            rows.append([tier.tier, at, *volume, room, str(verdict_by(result.park, tier, at))])
    return STACK.table(rows)


@styled()
def draw_stack(result: Result, look: Look = USUAL) -> Figure:
    """The figure; nothing is saved."""
    if result.record.trace is None:
        return Drawing(result.park, result.scenario, look).sentence("tiers_title", "tiers_no_trace")
    return _Stack(result, look).drawn()


class _Stack(Drawing):
    """The figure while it is drawn."""

    def __init__(self, result: Result, look: Look) -> None:
        super().__init__(result.park, result.scenario, look)
        self.result = result
        self.found: Mapping[str, StorageCourse] = courses(result.record)
        self.tiers = result.verdict.tiers
        self.until_s = eventful_until_s(result)
        self.axis = stretches((each.at_s for each in result.events if not isinstance(each, Ended)), self.until_s)
        self.right_mm = RIGHT_MM[look.sheet]

    def drawn(self) -> Figure:
        """All of it."""
        bands = [area(self.say(each), **verdict_style(each)) for each in Verdict]
        reached = (self.found[each.storage].volume for tier in self.tiers for each in tier.reached)
        origins = origin_signs(origins_in(reached), self.language)
        frame = self.frame("tiers_title", self.say("tiers_means") + self._cut(), [origins, bands], AXIS_MM - GAP_MM)
        low = sum(not tier.reached for tier in self.tiers) if any(tier.reached for tier in self.tiers) else 0
        lane_mm = min(LANE_MM, (frame.most_mm - low * LOW_MM) / (len(self.tiers) - low))
        high_mm = [LOW_MM if low and not tier.reached else lane_mm for tier in self.tiers]
        self.paper = frame.paper(sum(high_mm))
        top = frame.low_mm + sum(high_mm)
        for place, (tier, high) in enumerate(zip(self.tiers, high_mm, strict=True)):
            top -= high
            self._lane(tier, top + GAP_MM, high - GAP_MM, place == len(self.tiers) - 1)
        return self.paper.finished()

    def _cut(self) -> str:
        """That the axis is broken, and that the run went on after what is shown."""
        said = self.say("axis_broken") if self.axis.broken else ""
        if self.until_s >= self.result.record.horizon_s:
            return said
        return said + self.say("tiers_until", hours=f"{self.result.record.horizon_s / SECONDS_AN_HOUR:g}")

    def _lane(self, tier: TierVerdict, bottom_mm: float, high_mm: float, last: bool) -> None:
        """One tier: its band, its volumes, its name and its numbers."""
        wide = self.paper.width_mm - LEFT_MM - self.right_mm
        self._band(tier, (LEFT_MM, bottom_mm + high_mm - BAND_MM, wide, BAND_MM))
        axes = self.paper.axes((LEFT_MM, bottom_mm, wide, high_mm - BAND_MM - 1))
        lay_times(axes, self.axis, wide, self.language, labels=last, name=last)
        name = self.called.tier(tier.tier)
        self.paper.fit(name, EDGE_MM, bottom_mm + high_mm / 2, TIER_PT, LEFT_MM - EDGE_MM - 15, high_mm)
        if not tier.reached:
            axes.set_yticks([])
            axes.spines["left"].set_visible(False)
            axes.text(0.5, 0.5, self.say("tiers_none"), fontsize=SMALL_PT, transform=axes.transAxes,
                      ha="center", va="center", color=SOFT)  # fmt: skip
        else:
            course = tier_course(tier, self.found, self.result.record.horizon_s)
            self._volumes(axes, tier, refined(course, self.axis.ends_s()) if self.axis.broken else course)
        self._numbers(tier, bottom_mm + high_mm - BAND_MM - 1)

    def _band(self, tier: TierVerdict, box: Box) -> None:
        """The verdict as it stood, with its word where there is room."""
        axes = self.paper.axes(box)
        axes.set_axis_off()
        break_axis(axes, self.axis, box[2], labels=False)
        axes.set_ylim(0, 1)
        for phase in phases(self.park, tier, self.result.record.horizon_s):
            since, until = phase.since_s, min(phase.until_s, self.until_s)
            style = verdict_style(phase.verdict) | ({"hatch": UNCOUNTED_HATCH} if phase.only_uncounted else {})
            axes.barh(0.5, until - since, 1, left=since, **style | {"linewidth": 0.6})
            words = self._stands(phase, since)
            ends = self.axis.place(np.array([since, until]))
            room = float(ends[1] - ends[0]) * box[2] - 2
            size = fitting_pt(words, SMALL_PT, room)
            if width_mm(words, size) > room:
                continue
            colour = VERDICT_COLOURS[phase.verdict]
            plate = {"facecolor": colour, "edgecolor": "none", "pad": 0.6}
            axes.text(float(self.axis.time_s(ends.mean())), 0.46, words, fontsize=size, ha="center", va="center",
                      color=on_colour(colour), bbox=plate)  # fmt: skip

    def _stands(self, phase: Phase, since: float) -> str:
        """The word of a verdict, with its time when water got away."""
        if phase.word in (Verdict.UNTOUCHED, Verdict.HELD):
            return self.say(phase.word)
        return self.say("tiers_since", verdict=self.say(phase.word), when=at_minute(since))

    def _volumes(self, axes: Axes, tier: TierVerdict, course: TierCourse) -> None:
        """Stacked volumes by origin, the room, and the marks."""
        fill_origins(axes, course.at_s, course.volume)
        axes.plot(course.at_s, course.room_m3, color=INK, linewidth=1.0, linestyle=(0, (5, 2)))
        peak_m3, peak_at_s = self._peak(tier)
        axes.plot(peak_at_s, peak_m3, "o", color=INK, markersize=3.5, clip_on=False)
        most = max(peak_m3, float(course.room_m3.max()))
        axes.set_ylabel(axis_words("water", "m³", self.language))
        if (first := tier.first_escape) is not None:
            axes.axvline(first.first_s, color=BREACHED, linewidth=1.0, linestyle=(0, (1, 1)))
            axes.plot(first.first_s, most * 1.1, "v", color=BREACHED, markersize=4.5, clip_on=False)
        mark_volumes(axes, most * 1.1, 4)

    def _peak(self, tier: TierVerdict) -> tuple[float, float]:
        """The most that stood in what is drawn: space that does not count is drawn, too [m3, s]."""
        tiers = self.result.record.tiers
        place = tiers.ids.index(tier.tier)
        return float(tiers.peak_m3[place]), float(tiers.peak_at_s[place])

    def _numbers(self, tier: TierVerdict, top_mm: float) -> None:
        """What the marks mean, with their numbers, right of the lane."""
        left = self.paper.width_mm - self.right_mm + 3
        for sign, colour, words in self._notes(tier):
            wrapped = broken(words, SMALL_PT, self.right_mm - 3 - 4.5 - EDGE_MM + 1)
            self.paper.write(sign, left, top_mm, SMALL_PT, va="top", color=colour)
            self.paper.write(wrapped, left + 4.5, top_mm, SMALL_PT, va="top", color=colour)
            top_mm -= lines_mm(wrapped, SMALL_PT, self.language) + 0.9

    def _notes(self, tier: TierVerdict) -> list[tuple[str, str, str]]:
        """Sign, colour and words of every mark."""
        notes: list[tuple[str, str, str]] = []
        if tier.reached:
            room = self.say("tiers_room", volume=cubic(sum(room_m3(each) for each in tier.reached)))
            beside = sum(room_m3(each) for each in tier.reached if not each.counts)
            if beside > 0:
                room += self.say("tiers_not_counted", volume=cubic(beside))
            notes.append(("– –", INK, room))
            peak_m3, peak_at_s = self._peak(tier)
            peak = self.say("tiers_peak", volume=cubic(peak_m3), when=at_minute(peak_at_s))
            notes.append(("●", INK, peak))
            lines = uncounted_lines(self.called, tier)
            notes += [("!", BREACHED, line.replace(" m3", " m³")) for line in lines]
        if tier.first_escape is not None:
            notes.append(("▼", BREACHED, self._escape(tier, tier.first_escape)))
        if tier.transfers:
            words = self.say("tiers_moved", when=at_minute(tier.transfers[0].first_s),
                         volume=cubic(tier.transferred_m3))  # fmt: skip
            notes.append(("→", SOFT, words))
        return notes

    def _escape(self, tier: TierVerdict, first: Crossing) -> str:
        """When and how much escaped, and how much of it is not just rain and river water that went along."""
        words = self.say("tiers_escape", when=at_minute(first.first_s), volume=cubic(tier.escaped_m3))
        dirty_m3 = sum(accident_part(each.volume) for each in tier.escapes)
        if tier.escaped_m3 - dirty_m3 > LEAST_CLEAN * tier.escaped_m3:
            words += self.say("tiers_escape_of", volume=cubic(dirty_m3))
        if tier.peak_m3 < sum(room_m3(each) for each in tier.reached if each.counts):
            words += self.say("tiers_had_room", source=self.called.place(first.source))  # fmt: skip
        return words

"""The tiers over time: what stands in each beside the room there is, and its verdict as it stands at that time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from sim.called import Called
from sim.check import Crossing, Phase, TierVerdict, Verdict, phases, verdict_by
from sim.park import ORIGINS, accident_part
from sim.record.event import Ended
from sim.record.table import Cell, Table
from sim.report.figures.courses import Course, TierCourse, courses, refined, room_m3, tier_course
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
from sim.report.figures.lettering import LINE_MM, LINES, broken, fitting_pt, width_mm
from sim.report.figures.origins import origin_patches, origin_style
from sim.report.figures.said import said
from sim.report.figures.stretches import UNIT, break_axis, stretches
from sim.report.figures.style import BREACHED, FAINT, HELD, INK, PAPER, RELIEVED, SOFT, Sheet, styled
from sim.report.figures.time_axis import eventful_until_s, mark_hours, mark_volumes
from sim.report.naming import place_name, tier_name
from sim.report.numbers import at_minute
from sim.report.story import uncounted_lines
from sim.units import SECONDS_AN_HOUR
from sim.words import text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from sim.record.record import Trace
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
AXIS_MM = 9.0
"""Room of the hours and the axis's name."""
BAND = {Verdict.UNTOUCHED: FAINT, Verdict.HELD: HELD, Verdict.RELIEVED: RELIEVED, Verdict.BREACHED: BREACHED}
BAND_HATCH = {Verdict.RELIEVED: "////"}
UNCOUNTED_HATCH = "xx"
LEAST_CLEAN = 0.005
"""Share of rain and river water in what escaped from which on it is told apart [-]."""
HEADER = ("tier", "time [s]", *(f"{each} [m3]" for each in ORIGINS), "room [m3]", "verdict")


def stack_table(result: Result) -> Table:
    """A row for every breakpoint of every tier; without a trace, or for a tier nothing reached, none.

    A jump, when accident water reaches one more storage, has two rows.
    """
    if result.record.trace is None:
        return Table(HEADER, [])
    found = courses(result.record, result.record.trace)
    rows: list[list[Cell]] = []
    for tier in result.verdict.tiers:
        course = tier_course(tier, found, result.record.horizon_s)
        for at, volume, room in zip(course.at_s.tolist(), course.volume.tolist(), course.room_m3.tolist(), strict=True):
            rows.append([tier.tier, at, *volume, room, str(verdict_by(result.park, tier, at))])
    return Table(HEADER, rows)


def draw_stack(result: Result, look: Look | None = None) -> Figure:
    """The figure; nothing is saved."""
    look = look or Look()
    with styled():
        if result.record.trace is None:
            return said(result, text("tiers_title", look.language), text("tiers_no_trace", look.language), look)
        return _Stack(result, result.record.trace, look).drawn()


class _Stack:
    """The figure while it is drawn."""

    def __init__(self, result: Result, trace: Trace, look: Look) -> None:
        self.result, self.look, self.language = result, look, look.language
        self.found: Mapping[str, Course] = courses(result.record, trace)
        self.tiers = result.verdict.tiers
        self.until_s = eventful_until_s(result, self.found)
        self.axis = stretches((each.at_s for each in result.events if not isinstance(each, Ended)), self.until_s)
        self.width_mm, self.most_mm = look.sheet.value
        self.right_mm = RIGHT_MM[look.sheet]

    def drawn(self) -> Figure:
        """All of it."""
        room = self.width_mm - 2 * EDGE_MM
        lines = foot_lines(self.result.park, self.result.scenario, self.look.changes, self.language, room,
                           text("tiers_means", self.language) + self._cut())  # fmt: skip
        below = EDGE_MM + foot_mm(lines) + 2 * LEGEND_MM + AXIS_MM - 2
        low = sum(not tier.reached for tier in self.tiers) if any(tier.reached for tier in self.tiers) else 0
        room_mm = self.most_mm - below - ABOVE_MM - low * LOW_MM
        lane_mm = min(LANE_MM, room_mm / (len(self.tiers) - low))
        high_mm = [LOW_MM if low and not tier.reached else lane_mm for tier in self.tiers]
        top = below + sum(high_mm)
        self.paper = Paper(self.width_mm, top + ABOVE_MM)
        write_head(self.paper, text("tiers_title", self.language),
                   subject(self.result.park, self.result.scenario, self.look))  # fmt: skip
        write_foot(self.paper, lines)
        self._legend(EDGE_MM + foot_mm(lines) + 1)
        for place, (tier, high) in enumerate(zip(self.tiers, high_mm, strict=True)):
            top -= high
            self._lane(tier, top + GAP_MM, high - GAP_MM, place == len(self.tiers) - 1)
        return self.paper.finished()

    def _cut(self) -> str:
        """That the axis is broken, and that the run went on after what is shown."""
        said = text("axis_broken", self.language) if self.axis.broken else ""
        if self.until_s >= self.result.record.horizon_s:
            return said
        return said + text("tiers_until", self.language, hours=f"{self.result.record.horizon_s / SECONDS_AN_HOUR:g}")

    def _lane(self, tier: TierVerdict, bottom_mm: float, high_mm: float, last: bool) -> None:
        """One tier: its band, its volumes, its name and its numbers."""
        wide = self.width_mm - LEFT_MM - self.right_mm
        self._band(tier, (LEFT_MM, bottom_mm + high_mm - BAND_MM, wide, BAND_MM))
        axes = self.paper.axes((LEFT_MM, bottom_mm, wide, high_mm - BAND_MM - 1))
        if self.axis.broken:
            break_axis(axes, self.axis, wide, SECONDS_AN_HOUR, last)
        else:
            mark_hours(axes, self.until_s, 8, last)
        if last:
            axes.set_xlabel(axis_words("time", UNIT if self.axis.broken else "h", self.language))
        name = tier_name(self.result.park, tier.tier, self.language)
        words = broken(name, WORDS_PT + 0.5, LEFT_MM - EDGE_MM - 15)
        self.paper.write(words, EDGE_MM, bottom_mm + high_mm / 2, WORDS_PT + 0.5, va="center",
                         linespacing=LINES[self.language])  # fmt: skip
        if not tier.reached:
            axes.set_yticks([])
            axes.spines["left"].set_visible(False)
            axes.text(0.5, 0.5, text("tiers_none", self.language), fontsize=SMALL_PT, transform=axes.transAxes,
                      ha="center", va="center", color=SOFT)  # fmt: skip
        else:
            course = tier_course(tier, self.found, self.result.record.horizon_s)
            self._volumes(axes, tier, refined(course, self.axis.ends_s()) if self.axis.broken else course)
        self._numbers(tier, bottom_mm + high_mm - BAND_MM - 1)

    def _band(self, tier: TierVerdict, box: tuple[float, float, float, float]) -> None:
        """The verdict as it stood, with its word where there is room."""
        axes = self.paper.axes(box)
        axes.set_axis_off()
        break_axis(axes, self.axis, box[2], labels=False)
        axes.set_ylim(0, 1)
        for phase in phases(self.result.park, tier, self.result.record.horizon_s):
            verdict, since, until = phase.verdict, phase.since_s, min(phase.until_s, self.until_s)
            hatch = UNCOUNTED_HATCH if phase.only_uncounted else BAND_HATCH.get(verdict, "")
            axes.barh(0.5, until - since, 1, left=since, facecolor=BAND[verdict], hatch=hatch, edgecolor=PAPER,
                      linewidth=0.6)  # fmt: skip
            words = self._stands(phase, since)
            ends = self.axis.place(np.array([since, until]))
            room = float(ends[1] - ends[0]) * box[2] - 2
            size = fitting_pt(words, SMALL_PT, room)
            if width_mm(words, size) > room:
                continue
            colour = PAPER if verdict is Verdict.BREACHED else INK
            plate = {"facecolor": BAND[verdict], "edgecolor": "none", "pad": 0.6}
            middle_s = float(self.axis.time_s(ends.mean()))
            axes.text(middle_s, 0.46, words, fontsize=size, ha="center", va="center", color=colour, bbox=plate)

    def _stands(self, phase: Phase, since: float) -> str:
        """The word of a verdict, with its time when water got away."""
        if phase.word in (Verdict.UNTOUCHED, Verdict.HELD):
            return text(phase.word, self.language)
        return text("tiers_since", self.language, verdict=text(phase.word, self.language), when=at_minute(since))

    def _volumes(self, axes: Axes, tier: TierVerdict, course: TierCourse) -> None:
        """Stacked volumes by origin, the room, and the marks."""
        at = course.at_s / SECONDS_AN_HOUR
        shown = [k for k, origin in enumerate(ORIGINS) if self._has(origin)]
        base = np.zeros(len(at))
        for k in shown:
            top = base + course.volume[:, k]
            if course.volume[:, k].any():
                axes.fill_between(at, base, top, **origin_style(ORIGINS[k]))
            base = top
        axes.plot(at, base, color=INK, linewidth=0.6)
        axes.plot(at, course.room_m3, color=INK, linewidth=1.0, linestyle=(0, (5, 2)))
        peak_m3, peak_at_s = self._peak(tier)
        axes.plot(peak_at_s / SECONDS_AN_HOUR, peak_m3, "o", color=INK, markersize=3.5, clip_on=False)
        most = max(peak_m3, float(course.room_m3.max()))
        axes.set_ylabel(axis_words("water", "m³", self.language))
        if (first := tier.first_escape) is not None:
            at_h = first.first_s / SECONDS_AN_HOUR
            axes.axvline(at_h, color=BREACHED, linewidth=1.0, linestyle=(0, (1, 1)))
            axes.plot(at_h, most * 1.1, "v", color=BREACHED, markersize=4.5, clip_on=False)
        mark_volumes(axes, most * 1.1, 4)

    def _peak(self, tier: TierVerdict) -> tuple[float, float]:
        """The most that stood in what is drawn: space that does not count is drawn, too [m3, s]."""
        tiers = self.result.record.tiers
        place = tiers.ids.index(tier.tier)
        return float(tiers.peak_m3[place]), float(tiers.peak_at_s[place])

    def _has(self, origin: str) -> bool:
        """Whether water of an origin ever stood in some reached storage."""
        k = ORIGINS.index(origin)
        return any(self.found[each.storage].volume[:, k].any() for tier in self.tiers for each in tier.reached)

    def _numbers(self, tier: TierVerdict, top_mm: float) -> None:
        """What the marks mean, with their numbers, right of the lane."""
        left = self.width_mm - self.right_mm + 3
        for sign, colour, words in self._notes(tier):
            wrapped = broken(words, SMALL_PT, self.right_mm - 3 - 4.5 - EDGE_MM + 1)
            self.paper.write(sign, left, top_mm, SMALL_PT, va="top", color=colour)
            self.paper.write(wrapped, left + 4.5, top_mm, SMALL_PT, va="top", color=colour,
                             linespacing=LINES[self.language])  # fmt: skip
            top_mm -= (wrapped.count("\n") + 1) * SMALL_PT * LINE_MM * LINES[self.language] + 0.9

    def _notes(self, tier: TierVerdict) -> list[tuple[str, str, str]]:
        """Sign, colour and words of every mark."""
        notes: list[tuple[str, str, str]] = []
        if tier.reached:
            room = text("tiers_room", self.language, volume=cubic(sum(room_m3(each) for each in tier.reached)))
            beside = sum(room_m3(each) for each in tier.reached if not each.counts)
            if beside > 0:
                room += text("tiers_not_counted", self.language, volume=cubic(beside))
            notes.append(("– –", INK, room))
            peak_m3, peak_at_s = self._peak(tier)
            peak = text("tiers_peak", self.language, volume=cubic(peak_m3), when=at_minute(peak_at_s))
            notes.append(("●", INK, peak))
            lines = uncounted_lines(Called(self.result.park, language=self.language), tier)
            notes += [("!", BREACHED, line.replace(" m3", " m³")) for line in lines]
        if tier.first_escape is not None:
            notes.append(("▼", BREACHED, self._escape(tier, tier.first_escape)))
        if tier.transfers:
            words = text("tiers_moved", self.language, when=at_minute(tier.transfers[0].first_s),
                         volume=cubic(tier.transferred_m3))  # fmt: skip
            notes.append(("→", SOFT, words))
        return notes

    def _escape(self, tier: TierVerdict, first: Crossing) -> str:
        """When and how much escaped, and how much of it is not just rain and river water that went along."""
        words = text("tiers_escape", self.language, when=at_minute(first.first_s), volume=cubic(tier.escaped_m3))
        dirty_m3 = sum(accident_part(each.volume) for each in tier.escapes)
        if tier.escaped_m3 - dirty_m3 > LEAST_CLEAN * tier.escaped_m3:
            words += text("tiers_escape_of", self.language, volume=cubic(dirty_m3))
        if tier.peak_m3 < sum(room_m3(each) for each in tier.reached if each.counts):
            words += text("tiers_had_room", self.language, source=place_name(self.result.park, first.source,
                                                                             self.language))  # fmt: skip
        return words

    def _legend(self, bottom_mm: float) -> None:
        """Origins that are there; verdicts stand in their bands."""
        from matplotlib.patches import Patch

        patches = origin_patches((each for each in ORIGINS if self._has(each)), self.language)
        bands = [
            Patch(facecolor=BAND[each], hatch=BAND_HATCH.get(each, ""), edgecolor=PAPER, linewidth=0,
                  label=text(each, self.language))
            for each in Verdict
        ]  # fmt: skip
        self.paper.legend(bands, LEFT_MM, bottom_mm)
        if patches:
            self.paper.legend(patches, LEFT_MM, bottom_mm + LEGEND_MM - 1)

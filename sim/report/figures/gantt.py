"""Crews and what they do: a bar for each job, waiting, on the way and at work, crew by crew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, isnan
from typing import TYPE_CHECKING

from sim.park import Park
from sim.record.table import Cell, Table
from sim.report.deadlines import action_name
from sim.report.figures.frame import (
    EDGE_MM,
    LEGEND_MM,
    SMALL_PT,
    TOP_MM,
    Look,
    Paper,
    axis_words,
    foot_lines,
    foot_mm,
    subject,
    write_foot,
    write_head,
)
from sim.report.figures.lettering import broken, fitting_pt, width_mm
from sim.report.figures.style import BREACHED, FAINT, HELD, INK, PAPER, RELIEVED, SOFT, styled
from sim.report.figures.time_ticks import time_ticks
from sim.report.jobs import Job, jobs
from sim.report.numbers import hours
from sim.result import Result
from sim.scenario import PowerLoss
from sim.words import text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

DEFAULT = Look()
NAMES_SHARE = 0.40
ROW_MM, LEAST_ROW_MM = 5.6, 4.0
AXIS_MM, MARKS_MM = 9.0, 5.0
"""Room of the axis of time, and of the words of the marks above the rows."""
BAR = 0.6
MARKED = ("detected", "called", "arrived")
"""Entries that are drawn as lines through all rows."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A crew's heading, or a job or action."""

    words: str
    job: Job | None = None
    heading: bool = False


def gantt_table(result: Result) -> Table:
    """A row a job of a crew, then a row an action of the script."""
    header = ("job", "crew", "facility", "ordered at [s]", "leaves at [s]", "begun at [s]", "ended at [s]", "outcome")
    found = [*jobs(result.park, result.record), *_script(result)]
    rows: list[list[Cell]] = [
        [each.subject, each.crew, each.facility, each.ordered_s, each.leaves_s, each.begun_s, each.ended_s,
         each.outcome]
        for each in found
    ]  # fmt: skip
    return Table(header, rows)


def draw_gantt(result: Result, look: Look = DEFAULT) -> Figure:
    """The figure; nothing is saved."""
    with styled():
        return _Gantt(result, look).drawn()


def _script(result: Result) -> list[Job]:
    """Actions of the script, which take no crew, as jobs."""
    known = {action.id: action.openings for action in result.scenario.actions}
    ordered = {each.subject: each.at_s for each in reversed(result.events) if each.what == "order"}
    ended = {each.subject: each for each in reversed(result.events) if each.what in ("done", "failed")}
    found = []
    for id, openings in known.items():
        if id in ordered:
            end = ended.get(id)
            at_s, outcome = (end.at_s, end.what) if end else (result.record.horizon_s, "going")
            links = ";".join(link for link, _ in openings)
            found.append(Job(id, id, links, "", ordered[id], ordered[id], ordered[id], at_s, outcome))
    return sorted(found, key=lambda each: each.ordered_s)


class _Gantt:
    """The figure while it is drawn."""

    def __init__(self, result: Result, look: Look) -> None:
        self.result, self.park, self.scenario, self.look = result, result.park, result.scenario, look
        self.wide_mm, self.most_mm = look.sheet.value
        self.names_mm = (self.wide_mm - 2 * EDGE_MM) * NAMES_SHARE
        self.rows = self._rows()

    def _rows(self) -> list[_Row]:
        """Each crew's jobs below its name, in the order in which crews set out; then the script's actions."""
        language = self.look.language
        found = jobs(self.park, self.result.record)
        rows: list[_Row] = []
        for crew in dict.fromkeys(each.crew for each in found):
            rows.append(_Row(crew_words(self.park, crew, language), heading=True))
            rows += [_Row(self._name(each), each) for each in found if each.crew == crew]
        script = _script(self.result)
        if script:
            rows.append(_Row(text("gantt_script", language), heading=True))
            rows += [_Row(self._name(each), each) for each in script]
        return rows

    def _name(self, job: Job) -> str:
        return action_name(self.park, self.scenario, job.subject, self.look.language).replace(f" ({job.subject})", "")

    def drawn(self) -> Figure:
        """All of it."""
        language = self.look.language
        room_mm = self.wide_mm - 2 * EDGE_MM
        means = text("gantt_means", language)
        lines = foot_lines(self.park, self.scenario, self.look.changes, language, room_mm, means)
        below = EDGE_MM + foot_mm(lines) + LEGEND_MM + AXIS_MM
        room = self.most_mm - below - EDGE_MM - TOP_MM - MARKS_MM
        most = int(room / LEAST_ROW_MM)
        shown, hidden = self.rows[:most], len([row for row in self.rows[most:] if row.job])
        row_mm = min(ROW_MM, room / max(len(shown), 1))
        height = max(row_mm * len(shown), 10.0)
        self.paper = Paper(self.wide_mm, below + height + MARKS_MM + TOP_MM + EDGE_MM)
        write_head(self.paper, text("gantt_title", language), subject(self.park, self.scenario, language))
        if hidden:
            lines[-1] = f"{text('race_more', language, count=hidden)} {lines[-1]}"
        write_foot(self.paper, lines)
        if not shown:
            self.paper.write(text("gantt_none", language), EDGE_MM, below, SMALL_PT, color=SOFT)
            return self.paper.finished()
        self._legend(EDGE_MM + foot_mm(lines) + 1)
        width = room_mm - self.names_mm
        axes = self.paper.axes((EDGE_MM + self.names_mm, below, width, height))
        self._scale(axes, len(shown))
        self._marks(axes, below + height, width)
        for place, row in enumerate(shown):
            if row.job:
                self._bar(axes, place, row.job)
            self._label(row, below + height - (place + 0.5) * row_mm, row_mm)
        return self.paper.finished()

    def _scale(self, axes: Axes, count: int) -> None:
        """The axis of time, as far as somebody works, and when an area was without power."""
        ends = [row.job.ended_s for row in self.rows if row.job and row.job.outcome != "going"]
        horizon_s = self.result.record.horizon_s
        self.until_s = min(max(ends, default=horizon_s) * 1.05 + 60, horizon_s)
        axes.set_xlim(0, self.until_s)
        axes.set_ylim(count - 0.5, -0.5)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        ticks, labels, unit = time_ticks(0, self.until_s, 7)
        axes.set_xticks(ticks, labels)
        axes.set_xlabel(axis_words("time", unit, self.look.language), labelpad=2)
        axes.grid(axis="x", color=FAINT, linewidth=0.5)
        axes.set_axisbelow(True)
        for start, end in dark(self.result):
            axes.axvspan(start, min(end, self.until_s), color=FAINT, alpha=0.45, linewidth=0, zorder=0)

    def _marks(self, axes: Axes, bottom_mm: float, width: float) -> None:
        """When the accident was detected and help was called and came: words only where there is room for them."""
        language = self.look.language
        free = -1.0
        for entry in self.result.events:
            if entry.what not in MARKED or entry.at_s > self.until_s:
                continue
            axes.axvline(entry.at_s, color=INK, linewidth=0.7, linestyle=(0, (2, 2)), zorder=1)
            words = text(f"gantt_{entry.what}", language, when=hours(entry.at_s))
            left = min(entry.at_s / self.until_s * width, width - width_mm(words, SMALL_PT))
            if left > free:
                self.paper.write(words, EDGE_MM + self.names_mm + left, bottom_mm + 1.2, SMALL_PT)
                free = left + width_mm(words, SMALL_PT) + 2

    def _bar(self, axes: Axes, place: int, job: Job) -> None:
        """Waiting, on the way, at work, and how it ended."""
        leaves = job.ended_s if isnan(job.leaves_s) else job.leaves_s
        axes.barh(place, leaves - job.ordered_s, BAR * 0.35, left=job.ordered_s, color=FAINT, edgecolor=SOFT,
                  linewidth=0.4, zorder=2)  # fmt: skip
        if isfinite(job.begun_s):
            axes.barh(place, job.begun_s - leaves, BAR * 0.6, left=leaves, color=RELIEVED, zorder=3)
            colour = {"failed": BREACHED, "called-off": PAPER}.get(job.outcome, HELD)
            axes.barh(place, job.ended_s - job.begun_s, BAR, left=job.begun_s, color=colour, edgecolor=SOFT,
                      linewidth=0.5, zorder=3)  # fmt: skip
        end = {"done": "|", "failed": "x", "called-off": "o"}.get(job.outcome)
        if end:
            axes.plot([job.ended_s], [place], marker=end, color=BREACHED if job.outcome == "failed" else INK,
                      markersize=5, markeredgewidth=1.3, markerfacecolor=PAPER, zorder=4)  # fmt: skip

    def _label(self, row: _Row, middle_mm: float, row_mm: float) -> None:
        """A crew's name, or a job's."""
        inset = 0.0 if row.heading else 3.0
        room = self.names_mm - inset - 3
        words = broken(row.words, SMALL_PT, room)
        size = fitting_pt(words, SMALL_PT, room, row_mm - 0.2)
        self.paper.write(words, EDGE_MM + inset, middle_mm, size, va="center", color=INK if row.job else SOFT,
                         linespacing=1.1)  # fmt: skip

    def _legend(self, bottom_mm: float) -> None:
        """What the bars mean."""
        from matplotlib.patches import Patch

        language = self.look.language
        patches = [
            Patch(facecolor=FAINT, edgecolor=SOFT, linewidth=0.4, label=text("gantt_waits", language)),
            Patch(facecolor=RELIEVED, label=text("gantt_way", language)),
            Patch(facecolor=HELD, edgecolor=SOFT, linewidth=0.5, label=text("gantt_work", language)),
        ]
        outcomes = {row.job.outcome for row in self.rows if row.job}
        if "failed" in outcomes:
            label = text("gantt_failed", language)
            patches.append(Patch(facecolor=BREACHED, edgecolor=SOFT, linewidth=0.5, label=label))
        if "called-off" in outcomes:
            patches.append(Patch(facecolor=PAPER, edgecolor=SOFT, linewidth=0.5, label=text("gantt_off", language)))
        if dark(self.result):
            patches.append(Patch(facecolor=FAINT, alpha=0.45, label=text("gantt_dark", language)))
        self.paper.legend(patches, EDGE_MM, bottom_mm)


def dark(result: Result) -> Sequence[tuple[float, float]]:
    """From when to when some area was without power [s]."""
    losses = {fault.id for fault in result.scenario.faults if isinstance(fault.what, PowerLoss)}
    found = []
    for entry in result.events:
        if entry.what == "fault" and entry.subject in losses:
            later = (each for each in result.events if each.at_s >= entry.at_s and each.subject == entry.subject)
            mended = (each.at_s for each in later if each.what == "repaired")
            found.append((entry.at_s, next(mended, result.record.horizon_s)))
    return found


def crew_words(park: Park, crew: str, language: str) -> str:
    """A crew by its name, with how many teams it has at most; a control room where nobody goes."""
    if crew not in park.crews:
        return text("gantt_room", language)
    it = park.crews[crew]
    return text("gantt_crew", language, name=it.name.in_language(language) or crew, teams=it.most_teams)

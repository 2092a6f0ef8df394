"""Crews and what they do: a lane for each team, in it a bar for each job, waiting, on the way and at work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isfinite, isnan
from typing import TYPE_CHECKING, Any

from sim.called import Called
from sim.park import Park
from sim.record.event import Arrived, FaultBegan, Filled, IncidentDetected, Repaired
from sim.record.event import Called as HelpCalled
from sim.record.job import GOING, Job, jobs
from sim.record.table import Table
from sim.report.figures.frame import AXIS_MM, EDGE_MM, USUAL, Drawing, Look
from sim.report.figures.legend import area
from sim.report.figures.lettering import fitted, width_mm
from sim.report.figures.stretches import Stretches, lay_times, stretches
from sim.report.figures.style import (
    BREACHED,
    FAINT,
    HELD,
    INK,
    ORIGIN_COLOURS,
    PAPER,
    RELIEVED,
    SMALL_PT,
    SOFT,
    STEPS,
    styled,
)  # fmt: skip
from sim.report.numbers import at_minute
from sim.result import Result
from sim.result.tables import jobs_table
from sim.scenario import PowerLoss

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from sim.report.figures.legend import Group

NAMES_SHARE = 0.40
ROW_MM, LEAST_ROW_MM = 5.6, 4.0
MARK_MM = 3.6
"""Room of a line of words of marks above the rows."""
INSET_MM, LANE_NAME_MM = 3.0, 15.0
"""How far teams are set in below their crew, and room of their names."""
BAR = 0.6
MARKED = IncidentDetected | HelpCalled | Arrived
"""Events that are drawn as lines through all rows."""
WATER = ORIGIN_COLOURS["river"]
AFTERWARDS = 1.5
"""What happens to the water is shown until so much longer than somebody works [-]."""


STYLES: dict[str, dict[str, Any]] = {
    "waits": {"facecolor": FAINT, "edgecolor": SOFT, "linewidth": 0.4},
    "way": {"facecolor": RELIEVED, "edgecolor": PAPER, "hatch": "////", "linewidth": 0},
    "done": {"facecolor": HELD, "edgecolor": SOFT, "linewidth": 0.5},
    "failed": {"facecolor": BREACHED, "edgecolor": PAPER, "hatch": "xxxx", "linewidth": 0},
    "called-off": {"facecolor": PAPER, "edgecolor": SOFT, "hatch": "\\\\\\\\", "linewidth": 0.5},
    GOING: {"facecolor": STEPS[1], "edgecolor": SOFT, "hatch": "....", "linewidth": 0.5},
}
"""How the stretches of a job are filled: told apart by colour and by hatch; what it did at work by how it ended."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A heading, or a job or action."""

    words: str
    job: Job | None = None
    lane: str = ""
    """The team or tier whose lane it is in; empty for a heading."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A moment that concerns everybody."""

    at_s: float
    words: str
    colour: str


def gantt_table(result: Result) -> Table:
    """A row a job of a crew, then a row an action of the script."""
    return jobs_table(result.park, result.scenario, result.record)


def _of_crews(result: Result) -> list[Job]:
    """Jobs of sheets."""
    return [each for each in jobs(result.events, result.record.horizon_s) if each.sheet]


def teams(found: Sequence[Job]) -> dict[str, dict[str, list[Job]]]:
    """By crew the jobs of each of its teams by number; where nobody went, each job by itself."""
    lanes: dict[str, dict[str, list[Job]]] = {}
    for job in sorted(found, key=_sets_out_s):
        lane = str(job.team) if job.team else job.id
        lanes.setdefault(job.crew, {}).setdefault(lane, []).append(job)
    return lanes


def _sets_out_s(job: Job) -> float:
    """When its team is taken up by it: as it sets out; of a job for which none did, as it ends."""
    return job.ended_s if isnan(job.leaves_s) else job.leaves_s


def _needs(park: Park, job: Job) -> list[str]:
    """The equipment it takes, by id."""
    sheet = park.sheets.get(job.sheet)
    return list(sheet.needs) if sheet else []


@styled()
def draw_gantt(result: Result, look: Look = USUAL) -> Figure:
    """The figure; nothing is saved."""
    return _Gantt(result, look).drawn()


def _script(result: Result) -> list[Job]:
    """Actions of the script, which take no crew: at work from their order on."""
    own = (each for each in jobs(result.events, result.record.horizon_s) if not each.sheet)
    script = [replace(each, leaves_s=each.ordered_s, begun_s=each.ordered_s) for each in own]
    return sorted(script, key=lambda each: each.ordered_s)


class _Gantt(Drawing):
    """The figure while it is drawn."""

    def __init__(self, result: Result, look: Look) -> None:
        super().__init__(result.park, result.scenario, look)
        self.result = result
        room_mm = look.sheet.value[0] - 2 * EDGE_MM
        self.names_mm, self.wide_mm = room_mm * NAMES_SHARE, room_mm * (1 - NAMES_SHARE)
        self.rows = self._rows()
        self.until_s = self._until_s()
        self.axis = self._stretches()

    def _rows(self) -> list[_Row]:
        """Each crew's teams below its name, in the order in which crews set out; then the script's actions by tier."""
        rows: list[_Row] = []
        for crew, lanes in teams(_of_crews(self.result)).items():
            rows.append(_Row(crew_words(self.called, crew)))
            for lane in sorted(lanes, key=lambda each: (not each.isdigit(), each)):
                name = self.say("gantt_team", number=lane) if lanes[lane][0].team else lane
                rows += [_Row(self._name(job), job, name) for job in lanes[lane]]
        script = _script(self.result)
        if script:
            rows.append(_Row(self.say("gantt_script")))
            tiers = sorted({self._tier(job) for job in script}, key=self.park.tier_rank)
            for tier in tiers:
                name = self.called.tier(tier)
                rows += [_Row(self._name(job), job, name) for job in script if self._tier(job) == tier]
        return rows

    def _tier(self, job: Job) -> str:
        """The tier of what an action of the script works at."""
        first, *_ = self.called.facilities(job.id)
        return self.park.storages[self.park.links[first].source].tier

    def _name(self, job: Job) -> str:
        """What it is called, and the equipment it takes."""
        words = self.called.job(job.id)
        names = [self.called.equipment(id) for id in _needs(self.park, job)]
        if not names:
            return words
        return self.say("gantt_with", job=words, equipment=self.called.listed(names))

    def drawn(self) -> Figure:
        """All of it."""
        if not self.rows:
            return self.sentence("gantt_title", "gantt_none")
        means = self.say("gantt_means") + (self.say("axis_broken") if self.axis.broken else "")
        marks = self._placed_marks()
        above = MARK_MM * max((line + 1 for _, _, line in marks), default=0)
        frame = self.frame("gantt_title", means, [self._signs()], AXIS_MM, above)
        count, row_mm = frame.rows(len(self.rows), ROW_MM, LEAST_ROW_MM)
        shown, hidden = self.rows[:count], len([row for row in self.rows[count:] if row.job])
        high_mm = row_mm * count
        self.paper = frame.paper(high_mm, self.say("fig_more", count=hidden) if hidden else "")
        top_mm = frame.low_mm + high_mm
        axes = self.paper.lanes((EDGE_MM + self.names_mm, frame.low_mm, self.wide_mm, high_mm), -0.5, count - 0.5)
        lay_times(axes, self.axis, self.wide_mm, self.language)
        for start, end in dark(self.result):
            axes.axvspan(start, min(end, self.until_s), color=FAINT, alpha=0.45, linewidth=0, zorder=0)
        self._marks(axes, marks, top_mm)
        self._lanes(axes, shown, top_mm, row_mm)
        for place, row in enumerate(shown):
            if row.job:
                self._bar(axes, place, row.job)
            inset = INSET_MM + LANE_NAME_MM if row.job else 0.0
            self.paper.fit(row.words, EDGE_MM + inset, top_mm - (place + 0.5) * row_mm, SMALL_PT,
                           self.names_mm - inset - 3, row_mm - 0.2, linespacing=1.1)  # fmt: skip
        return self.paper.finished()

    def _until_s(self) -> float:
        """Until when is shown: as long as somebody works, and what happens soon after."""
        horizon_s = self.result.record.horizon_s
        ends = [row.job.ended_s for row in self.rows if row.job and row.job.outcome != GOING]
        last = max(ends, default=horizon_s)
        later = [mark.at_s for mark in self._moments() if mark.at_s <= AFTERWARDS * last]
        return min(max(last, *later, 0.0) * 1.05 + 60, horizon_s)

    def _stretches(self) -> Stretches:
        """When somebody is ordered, on the way, at work, or something else happens that is shown."""
        own = [row.job for row in self.rows if row.job]
        times = [at_s for job in own for at_s in (job.ordered_s, job.leaves_s, job.begun_s, job.ended_s)]
        return stretches([*times, *(mark.at_s for mark in self._moments())], self.until_s)

    def _moments(self) -> list[_Mark]:
        """When the accident was detected and help was called and came; when water stood full and first escaped."""
        found = [
            _Mark(entry.at_s, self.say(f"gantt_{entry.what}", when=at_minute(entry.at_s)), INK)
            for entry in self.result.events if isinstance(entry, MARKED)
        ]  # fmt: skip
        full = next((each for each in self.result.events if isinstance(each, Filled)), None)
        if full is not None:
            name = self.called.place(full.subject)
            words = self.say("gantt_full", name=name, when=at_minute(full.at_s))
            found.append(_Mark(full.at_s, words, WATER))
        for tier in self.result.verdict.tiers:
            if tier.first_escape is not None:
                name, at_s = self.called.tier(tier.tier), tier.first_escape.first_s
                words = self.say("gantt_escape", tier=name, when=at_minute(at_s))
                found.append(_Mark(at_s, words, BREACHED))
        return sorted(found, key=lambda mark: mark.at_s)

    def _placed_marks(self) -> list[tuple[_Mark, float, int]]:
        """The moments that are shown, where their words begin from the left [mm], and in which line above the rows."""
        ends: list[float] = []
        placed = []
        for mark in self._moments():
            if mark.at_s > self.until_s:
                continue
            wide = width_mm(mark.words, SMALL_PT)
            left = min(float(self.axis.place(mark.at_s)) * self.wide_mm, self.wide_mm - wide)
            line = next((k for k, end in enumerate(ends) if end < left), len(ends))
            ends[line:] = [left + wide + 2, *ends[line + 1 :]]
            placed.append((mark, left, line))
        return placed

    def _marks(self, axes: Axes, marks: Sequence[tuple[_Mark, float, int]], bottom_mm: float) -> None:
        """A thin line through all rows for each moment, its words above."""
        for mark, left, line in marks:
            axes.axvline(mark.at_s, color=mark.colour, linewidth=0.7, linestyle=(0, (2, 2)), zorder=1)
            self.paper.write(mark.words, EDGE_MM + self.names_mm + left, bottom_mm + 1.2 + line * MARK_MM, SMALL_PT,
                             color=mark.colour)  # fmt: skip

    def _lanes(self, axes: Axes, shown: Sequence[_Row], top_mm: float, row_mm: float) -> None:
        """The name of each team or tier, and a thin line along which a team goes from job to job."""
        for place, row in enumerate(shown):
            before = shown[place - 1] if place else None
            if place and not row.job:
                axes.axhline(place - 0.5, color=SOFT, linewidth=0.5, zorder=0)
            if row.job is None or before is None:
                continue
            if before.lane != row.lane:
                if before.job:
                    axes.axhline(place - 0.5, color=FAINT, linewidth=0.6, zorder=0)
                if row.lane != row.job.id:
                    self._lane_name(shown, place, top_mm, row_mm)
            elif before.job and row.job.crew:
                end, start = before.job.ended_s, _sets_out_s(row.job)
                axes.plot([end, end, start], [place - 1, place, place], color=SOFT, linewidth=0.6, linestyle=":",
                          zorder=1)  # fmt: skip

    def _lane_name(self, shown: Sequence[_Row], first: int, top_mm: float, row_mm: float) -> None:
        """A team's or a tier's name beside its first job, broken where its lane has room for it."""
        lane = shown[first].lane
        count = next((k for k, row in enumerate(shown[first:]) if row.lane != lane), len(shown) - first)
        words, size = fitted(lane, SMALL_PT, LANE_NAME_MM - 2, count * row_mm - 0.3)
        middle = top_mm - (first + min(count, words.count("\n") + 1) / 2) * row_mm
        self.paper.write(words, EDGE_MM + INSET_MM, middle, size, va="center", color=SOFT, linespacing=1.1)

    def _bar(self, axes: Axes, place: int, job: Job) -> None:
        """Waiting, on the way, at work, and how it ended."""
        leaves = _sets_out_s(job)
        axes.barh(place, leaves - job.ordered_s, BAR * 0.35, left=job.ordered_s, zorder=2, **STYLES["waits"])
        if isfinite(job.begun_s):
            axes.barh(place, job.begun_s - leaves, BAR * 0.7, left=leaves, zorder=3, **STYLES["way"])
            axes.barh(place, job.ended_s - job.begun_s, BAR, left=job.begun_s, zorder=3, **STYLES[job.outcome])
        end = {"done": "|", "failed": "x", "called-off": "o"}.get(job.outcome)
        if end:
            axes.plot([job.ended_s], [place], marker=end, color=BREACHED if job.outcome == "failed" else INK,
                      markersize=5, markeredgewidth=1.3, markerfacecolor=PAPER, zorder=4)  # fmt: skip

    def _signs(self) -> Group:
        """What the bars mean."""
        found = [row.job for row in self.rows if row.job]
        seen = {job.outcome for job in found if isfinite(job.begun_s)}
        seen |= {"waits" for job in found if _sets_out_s(job) > job.ordered_s}
        seen |= {"way" for job in found if job.begun_s > job.leaves_s}
        signs = [area(self.say(f"gantt_{key}"), **STYLES[key]) for key in STYLES if key in seen]
        dark_sign = area(self.say("gantt_dark"), facecolor=FAINT, alpha=0.45)
        return [*signs, dark_sign] if dark(self.result) else signs


def dark(result: Result) -> Sequence[tuple[float, float]]:
    """From when to when some area was without power [s]."""
    losses = {fault.id for fault in result.scenario.faults if isinstance(fault.what, PowerLoss)}
    found = []
    for entry in result.events:
        if isinstance(entry, FaultBegan) and entry.subject in losses:
            mended = (each.at_s for each in result.events
                      if isinstance(each, Repaired) and each.subject == entry.subject)  # fmt: skip
            found.append((entry.at_s, next(mended, result.record.horizon_s)))
    return found


def crew_words(called: Called, crew: str) -> str:
    """A crew by its name, with how many teams it has at most; a control room where nobody goes."""
    if crew not in called.park.crews:
        return called.says("gantt_room")
    return called.says("gantt_crew", name=called.crew(crew), teams=called.park.crews[crew].most_teams)

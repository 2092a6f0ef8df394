"""The race: when each action was done and by when it had to be, beside how long the storages took to fill."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, isfinite, isnan, nan
from typing import TYPE_CHECKING, Any

from sim.called import Called
from sim.record.event import Began, Ordered
from sim.record.table import Cell, Table
from sim.report.figures.frame import (
    ABOVE_MM,
    EDGE_MM,
    LEGEND_MM,
    SMALL_PT,
    USUAL,
    WORDS_PT,
    Look,
    Paper,
    cubic,
    foot_lines,
    foot_mm,
    subject,
    write_foot,
    write_head,
)
from sim.report.figures.lettering import LINES, fitted, fitting_pt
from sim.report.figures.stretches import Stretches, lay_times, stretches
from sim.report.figures.style import BREACHED, HELD, INK, PAPER, RELIEVED, SOFT, styled
from sim.report.naming import place_name, tier_name
from sim.report.numbers import span
from sim.result import Result
from sim.study import Deadline, deciding, pressing
from sim.words import text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW_MM = 8.5
NAMES_SHARE = 0.34
SPARE_MM = 24.0
"""Room right of the bars for the time to spare."""
AXIS_MM = 9.0
MORE_MM = 4.0
"""Room to say that there is not room for all."""
BAR = 0.46
FILLS: dict[str, Any] = {"facecolor": RELIEVED, "hatch": "////", "edgecolor": PAPER, "linewidth": 0}
NOT_FULL: dict[str, Any] = {"facecolor": PAPER, "hatch": "////", "edgecolor": RELIEVED, "linewidth": 0.8}
"""How the bars of storages look that fill, and of those that never are full."""


@dataclass(frozen=True, slots=True)
class _Lane:
    """An action or a storage: when it was ordered, begun, done, and by when it had to be; times in s, NaN for never.

    A storage is ordered and begun when its water begins to rise, done when it is full or stands highest.
    """

    words: str
    ordered_s: float
    begun_s: float
    done_s: float
    latest_s: float
    tiers: str
    """Whose verdict hangs on it."""
    earliest_s: float = 0.0
    """Before this time it must not be done either."""
    monotone: bool = True
    """Whether every later time fails, too."""
    decides: bool = False
    """Whether it is the one that decides."""
    fills: bool = False
    """Whether the bar is water that fills, not people who act."""
    left_m3: float = 0.0
    """Room left in a storage that never was full."""

    @property
    def spare_s(self) -> float:
        """Time left, negative when it was late."""
        return self.latest_s - self.done_s

    @property
    def too_early(self) -> bool:
        """Whether it was done before it should have been."""
        return self.done_s < self.earliest_s

    @property
    def slack_s(self) -> float:
        """What lanes are ordered by: time left, negative when it was late or too early; least when never done."""
        if isnan(self.done_s):
            return -inf
        return self.done_s - self.earliest_s if self.too_early else self.spare_s


def race_table(result: Result, found: Sequence[Deadline]) -> Table:
    """A row for every action and tier that hangs on it, then one for every storage that decides."""
    header = (
        "action", "tier", "storage", "ordered at [s]", "begun at [s]", "done at [s]", "not before [s]", "latest [s]",
        "later fails too", "rises from [s]", "full at [s]", "stands", "decides", "to spare [s]",
    )  # fmt: skip
    times, first = _times(result), deciding(result.park, result.scenario, found)
    rows: list[list[Cell]] = [
        [each.action, each.tier, "", *times[each.action][:2], each.done_s, each.earliest_s, each.latest_s,
         each.monotone, nan, nan, str(each.stands), each is first, each.margin_s]
        for each in found if each.needed
    ]  # fmt: skip
    rows += [
        ["", result.park.storages[each.storage].tier, each.storage, *[nan] * 5, "", each.from_s, each.full_s,
         "", "", nan]
        for each in filling(result)
    ]  # fmt: skip
    return Table(header, rows)


@dataclass(frozen=True, slots=True)
class Filling:
    """A storage that fills: times in s."""

    storage: str
    from_s: float
    """When it was shut, or accident water came."""
    full_s: float
    """When it is full; NaN when it never was."""
    peak_s: float
    left_m3: float
    """Room left at the peak."""


def filling(result: Result) -> list[Filling]:
    """Storages that decide: shut ones that fill, each tier's tightest, and those that something escaped from first."""
    races = {each.storage: each for each in result.sections.found if isfinite(each.full_at_s)}
    margins = {each.storage: each for each in result.verdict.storages}
    deciding = dict.fromkeys(races)
    for tier in result.verdict.tiers:
        first = tier.first_escape
        deciding |= dict.fromkeys([first.source] if first else [])
        deciding |= dict.fromkeys([tier.tightest.storage] if tier.tightest else [])
    found = []
    for id in deciding:
        margin, race = margins[id], races.get(id)
        from_s, full_s = (race.shut_at_s, race.full_at_s) if race else (margin.reached_at_s, margin.full_at_s)
        found.append(Filling(id, from_s, full_s, margin.peak_at_s, margin.margin_m3))
    return sorted(found, key=lambda each: (isnan(each.full_s), each.full_s, each.storage))


def draw_race(result: Result, found: Sequence[Deadline], look: Look = USUAL) -> Figure:
    """The figure; nothing is saved."""
    with styled():
        return _Race(result, found, look).drawn()


def _times(result: Result) -> dict[str, tuple[float, float]]:
    """When each action or job was ordered and begun first [s]."""
    ordered: dict[str, float] = {}
    begun: dict[str, float] = {}
    for each in result.events:
        if isinstance(each, Ordered):
            ordered.setdefault(each.subject, each.at_s)
        elif isinstance(each, Began):
            begun.setdefault(each.subject, each.at_s)
    return {id: (at_s, begun.get(id, nan)) for id, at_s in ordered.items()}


def _alike(one: Deadline, other: Deadline) -> bool:
    """Whether two deadlines are the same times, to the second."""
    return abs(one.latest_s - other.latest_s) < 1 and abs(one.earliest_s - other.earliest_s) < 1


class _Race:
    """The figure while it is drawn."""

    def __init__(self, result: Result, found: Sequence[Deadline], look: Look) -> None:
        self.result, self.park, self.scenario, self.look = result, result.park, result.scenario, look
        self.wide_mm, self.most_mm = look.sheet.value
        self.names_mm = (self.wide_mm - 2 * EDGE_MM) * NAMES_SHARE
        acts = sorted(self._actions(found), key=lambda lane: (not lane.decides, lane.slack_s))
        self.lanes = [*acts, *self._storages()]
        self.others = len({each.action for each in found} - {each.action for each in found if each.needed})

    def _actions(self, found: Sequence[Deadline]) -> list[_Lane]:
        """The actions on which something hangs: the deadline of each that is told everywhere, with the tiers that
        have it, too."""
        language, times = self.look.language, _times(self.result)
        first = deciding(self.park, self.scenario, found)
        lanes = []
        for id, told in pressing(self.park, self.scenario, found).items():
            own = [each for each in found if each.action == id and each.needed and _alike(each, told)]
            tiers = text("comma", language).join(tier_name(self.park, each.tier, language) for each in own)
            words = Called(self.park, self.scenario, language).job(id)
            lanes.append(_Lane(words, *times[id], told.done_s, told.latest_s, tiers, told.earliest_s, told.monotone,
                               decides=told is first))  # fmt: skip
        return lanes

    def _storages(self) -> list[_Lane]:
        """Storages that decide: from when their water rises until they are full, or stand highest."""
        language, horizon_s = self.look.language, self.result.record.horizon_s
        lanes = []
        for each in filling(self.result):
            key = "race_rises" if isnan(each.full_s) else "race_fills"
            words = text(key, language, section=place_name(self.park, each.storage, language))
            end_s = each.peak_s if isnan(each.full_s) else min(each.full_s, horizon_s)
            lane = _Lane(words, each.from_s, each.from_s, end_s, each.full_s, "", fills=True, left_m3=each.left_m3)
            lanes.append(lane)
        return lanes

    def drawn(self) -> Figure:
        """All of it."""
        language = self.look.language
        room_mm = self.wide_mm - 2 * EDGE_MM
        self.axis = self._stretches()
        lines = foot_lines(self.park, self.scenario, self.look.changes, language, room_mm, self._said())
        below = EDGE_MM + foot_mm(lines) + 2 * LEGEND_MM - 1 + AXIS_MM
        room = self.most_mm - below - ABOVE_MM
        shown, hidden = self._fitting(max(int((room - MORE_MM) / (ROW_MM * 0.7)), 1))
        more_mm = MORE_MM if hidden else 0.0
        row_mm = min(ROW_MM, (room - more_mm) / max(len(shown), 1))
        height = max(row_mm * len(shown), 10.0)
        self.paper = Paper(self.wide_mm, below + height + more_mm + ABOVE_MM)
        write_head(self.paper, text("race_title", language), subject(self.park, self.scenario, self.look))
        write_foot(self.paper, lines)
        if not shown:
            self.paper.write(text("race_none", language), EDGE_MM, below, SMALL_PT, color=SOFT)
            return self.paper.finished()
        left = EDGE_MM + self.names_mm
        wide_mm = room_mm - self.names_mm - SPARE_MM
        axes = self.paper.axes((left, below, wide_mm, height))
        self._scale(axes, shown, wide_mm)
        self._legend(EDGE_MM + foot_mm(lines) + 1)
        for place, lane in enumerate(shown):
            self._bar(axes, place, lane)
            self._words(lane, below + height - (place + 0.5) * row_mm, row_mm)
        if hidden:
            more = text("race_more", language, count=hidden)
            self.paper.write(more, EDGE_MM, below + height + 1.5, SMALL_PT, color=SOFT)
        return self.paper.finished()

    def _fitting(self, most: int) -> tuple[list[_Lane], int]:
        """The lanes there is room for, actions with least time to spare first, all storages; and how many are not."""
        acts = [lane for lane in self.lanes if not lane.fills]
        fills = [lane for lane in self.lanes if lane.fills][:most]
        shown = acts[: most - len(fills)]
        return [*shown, *fills], len(self.lanes) - len(shown) - len(fills)

    def _stretches(self) -> Stretches:
        """When something is ordered, begun, done or due, or first escapes."""
        known = [(lane.ordered_s, lane.begun_s, lane.done_s, lane.latest_s, lane.earliest_s) for lane in self.lanes]
        times = [at_s for lane in known for at_s in lane if isfinite(at_s)]
        first = self._first_escape_s()
        until_s = min(max(times, default=3600.0) * 1.06 + 60, max(self.result.record.horizon_s, 3600.0))
        return stretches([*times, *([first] if isfinite(first) else [])], until_s)

    def _scale(self, axes: Axes, shown: Sequence[_Lane], wide_mm: float) -> None:
        """The axis of time, as far as something happens."""
        self.until_s = self.axis.until_s
        axes.set_ylim(len(shown) - 0.5, -0.5)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        lay_times(axes, self.axis, self.until_s, wide_mm, self.look.language)
        axes.set_axisbelow(True)
        acts = sum(not lane.fills for lane in shown)
        if 0 < acts < len(shown):
            axes.axhline(acts - 0.5, color=SOFT, linewidth=0.5, zorder=0)
        first = self._first_escape_s()
        if first <= self.until_s:
            axes.axvline(first, color=BREACHED, linewidth=0.9, linestyle=(0, (4, 2)), zorder=1)

    def _first_escape_s(self) -> float:
        """When accident water first left a tier uncontrolled; inf for never."""
        return min((tier.first_escape.first_s for tier in self.result.verdict.tiers if tier.first_escape), default=inf)

    def _bar(self, axes: Axes, place: int, lane: _Lane) -> None:
        """From the order to the end; its deadline, and what lies between."""
        if lane.fills:
            style = NOT_FULL if isnan(lane.latest_s) else FILLS
            axes.barh(place, lane.done_s - lane.ordered_s, BAR, left=lane.ordered_s, zorder=3, **style)
            return
        late = not lane.spare_s >= 0
        done = self.until_s if isnan(lane.done_s) else lane.done_s
        begun = lane.begun_s if isfinite(lane.begun_s) else lane.ordered_s
        axes.barh(place, begun - lane.ordered_s, BAR * 0.45, left=lane.ordered_s, color=SOFT, zorder=3)
        axes.barh(place, done - begun, BAR, left=begun, color=PAPER if isnan(lane.done_s) else SOFT, edgecolor=SOFT,
                  linewidth=0.8, zorder=3)  # fmt: skip
        low, high = sorted((done, min(lane.latest_s, self.until_s)))
        axes.barh(place, high - low, BAR * 0.45, left=low, color=BREACHED if late else HELD, zorder=2)
        if lane.too_early:
            axes.barh(place, lane.earliest_s - done, BAR * 0.45, left=done, color=BREACHED, zorder=2)
        if lane.earliest_s > 0:
            axes.plot([lane.earliest_s], [place], marker=">", color=INK, markersize=4, zorder=4)
        if lane.latest_s <= self.until_s:
            axes.plot([lane.latest_s] * 2, [place - 0.4, place + 0.4], color=INK, linewidth=1.6, zorder=4)

    def _words(self, lane: _Lane, middle_mm: float, row_mm: float) -> None:
        """What it is and whose verdict hangs on it; how much time was left."""
        language = self.look.language
        room = self.names_mm - 3
        words = lane.words
        if lane.tiers:
            below = text("race_decides" if lane.decides else "race_keeps", language, tiers=lane.tiers)
            if lane.too_early:
                below += text("race_later_better", language)
            words += f"{'' if lane.monotone else ' *'}\n{below}"
        words, size = fitted(words, SMALL_PT, room, row_mm - 0.3)
        self.paper.write(words, EDGE_MM, middle_mm, size, va="center", linespacing=1.15)
        said, colour = self._spare(lane)
        size = fitting_pt(said, WORDS_PT, SPARE_MM - 3)
        self.paper.write(said, self.wide_mm - EDGE_MM, middle_mm, size, va="center", ha="right", color=colour,
                         linespacing=LINES[language])  # fmt: skip

    def _spare(self, lane: _Lane) -> tuple[str, str]:
        """The time to spare or lacking, and its colour."""
        language = self.look.language
        if lane.fills and isnan(lane.latest_s):
            key = "levels_left" if lane.left_m3 >= 0 else "levels_over"
            return text(key, language, volume=cubic(abs(lane.left_m3))), SOFT
        if lane.fills:
            return text("race_fill_time", language, span=span(lane.latest_s - lane.ordered_s)), SOFT
        if isnan(lane.done_s):
            return text("race_never", language), BREACHED
        if lane.too_early:
            return text("race_early", language, span=span(lane.earliest_s - lane.done_s)), BREACHED
        key = "race_late" if lane.spare_s < 0 else "race_spare"
        return text(key, language, span=span(abs(lane.spare_s))), BREACHED if lane.spare_s < 0 else INK

    def _legend(self, bottom_mm: float) -> None:
        """What the bars and marks mean."""
        from matplotlib.lines import Line2D
        from matplotlib.patches import Patch

        language = self.look.language
        handles: list[Patch | Line2D] = [
            Patch(facecolor=SOFT, label=text("race_key_act", language)),
            Line2D([], [], color=INK, marker="|", markersize=8, markeredgewidth=1.6, linestyle="",
                   label=text("race_key_latest", language)),
            Patch(facecolor=HELD, label=text("race_key_spare", language)),
            Patch(facecolor=BREACHED, label=text("race_key_late", language)),
        ]  # fmt: skip
        if any(lane.earliest_s > 0 for lane in self.lanes):
            handles.insert(2, Line2D([], [], color=INK, marker=">", markersize=4, linestyle="",
                                     label=text("race_key_earliest", language)))  # fmt: skip
        if self._first_escape_s() <= self.until_s:
            handles.append(Line2D([], [], color=BREACHED, linestyle=(0, (4, 2)), linewidth=0.9,
                                  label=text("race_key_escape", language)))  # fmt: skip
        seen = {isnan(lane.latest_s) for lane in self.lanes if lane.fills}
        keys = ((False, "race_key_fills", FILLS), (True, "race_key_not_full", NOT_FULL))
        rises = [Patch(label=text(key, language), **style) for never, key, style in keys if never in seen]
        self.paper.legend(handles, EDGE_MM, bottom_mm + (LEGEND_MM - 1 if rises else 0.0))
        if rises:
            self.paper.legend(rises, EDGE_MM, bottom_mm)

    def _said(self) -> str:
        """What is left out, and what the star means."""
        language = self.look.language
        said = text("race_means", language, count=self.others)
        if self.lanes and self.lanes[0].fills:
            said = f"{text('race_none', language)} {said}"
        if not all(lane.monotone for lane in self.lanes):
            said += f" {text('not_monotone', language)}."
        return said + (text("axis_broken", language) if self.axis.broken else "")

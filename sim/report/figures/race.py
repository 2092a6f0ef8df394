"""The race: when each action was done and by when it had to be, beside how long the storages took to fill."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, isfinite, isnan, nan
from typing import TYPE_CHECKING, Any

from sim.record.column import placed
from sim.record.event import Began, Ordered
from sim.record.table import Cell, Table
from sim.report.figures.frame import AXIS_MM, EDGE_MM, USUAL, WORDS_PT, Drawing, Look, Paper, cubic
from sim.report.figures.legend import area, mark
from sim.report.figures.stretches import Stretches, lay_times, stretches
from sim.report.figures.style import BREACHED, HELD, INK, PAPER, RELIEVED, SMALL_PT, SOFT, styled
from sim.report.numbers import span
from sim.result import Result
from sim.study import Deadline, deciding, pressing

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from sim.report.figures.legend import Group

ROW_MM, LEAST_ROW_MM = 8.5, 6.0
NAMES_SHARE = 0.34
SPARE_MM = 24.0
"""Room right of the bars for the time to spare."""
BAR = 0.46
FILLS: dict[str, Any] = {"facecolor": RELIEVED, "hatch": "////", "edgecolor": PAPER, "linewidth": 0}
NOT_FULL: dict[str, Any] = {"facecolor": PAPER, "hatch": "////", "edgecolor": RELIEVED, "linewidth": 0.8}
ESCAPE: dict[str, Any] = {"color": BREACHED, "linewidth": 0.9, "linestyle": (0, (4, 2))}
"""How the bars of storages look that fill, of those that never are full, and the line at the first escape."""


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
    return RACE.table(rows)


RACE = placed(
    "action", "tier", "storage", "ordered at [s]", "begun at [s]", "done at [s]", "not before [s]", "latest [s]",
    "later fails too", "rises from [s]", "full at [s]", "stands", "decides", "to spare [s]",
)  # fmt: skip


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


@styled()
def draw_race(result: Result, found: Sequence[Deadline], look: Look = USUAL) -> Figure:
    """The figure; nothing is saved."""
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


class _Race(Drawing):
    """The figure while it is drawn."""

    def __init__(self, result: Result, found: Sequence[Deadline], look: Look) -> None:
        super().__init__(result.park, result.scenario, look)
        self.result = result
        acts = sorted(self._actions(found), key=lambda lane: (not lane.decides, lane.slack_s))
        self.lanes = [*acts, *self._storages()]
        self.others = len({each.action for each in found} - {each.action for each in found if each.needed})
        self.first_escape_s = min(
            (tier.first_escape.first_s for tier in result.verdict.tiers if tier.first_escape), default=inf
        )
        self.axis = self._stretches()

    def _actions(self, found: Sequence[Deadline]) -> list[_Lane]:
        """The actions on which something hangs: the deadline of each that is told everywhere, with the tiers that
        have it, too."""
        times = _times(self.result)
        first = deciding(self.park, self.scenario, found)
        lanes = []
        for id, told in pressing(self.park, self.scenario, found).items():
            own = [each for each in found if each.action == id and each.needed and _alike(each, told)]
            tiers = self.called.listed(self.called.tier(each.tier) for each in own)
            words = self.called.job(id)
            lanes.append(_Lane(words, *times[id], told.done_s, told.latest_s, tiers, told.earliest_s, told.monotone,
                               decides=told is first))  # fmt: skip
        return lanes

    def _storages(self) -> list[_Lane]:
        """Storages that decide: from when their water rises until they are full, or stand highest."""
        horizon_s = self.result.record.horizon_s
        lanes = []
        for each in filling(self.result):
            key = "race_rises" if isnan(each.full_s) else "race_fills"
            words = self.say(key, section=self.called.place(each.storage))
            end_s = each.peak_s if isnan(each.full_s) else min(each.full_s, horizon_s)
            lane = _Lane(words, each.from_s, each.from_s, end_s, each.full_s, "", fills=True, left_m3=each.left_m3)
            lanes.append(lane)
        return lanes

    def drawn(self) -> Figure:
        """All of it."""
        if not self.lanes:
            return self.sentence("race_title", "race_none", self._said())
        frame = self.frame("race_title", self._said(), self._legend(), under_mm=AXIS_MM)
        acts = [lane for lane in self.lanes if not lane.fills]
        most, row_mm = frame.rows(len(self.lanes), ROW_MM, LEAST_ROW_MM)
        fills = [lane for lane in self.lanes if lane.fills][:most]
        acts = acts[: most - len(fills)]
        shown, hidden = [*acts, *fills], len(self.lanes) - len(acts) - len(fills)
        paper = frame.paper(row_mm * len(shown), self.say("fig_more", count=hidden) if hidden else "")
        names_mm = frame.room_mm * NAMES_SHARE
        wide_mm, top_mm = frame.room_mm - names_mm - SPARE_MM, frame.low_mm + row_mm * len(shown)
        axes = paper.lanes((EDGE_MM + names_mm, frame.low_mm, wide_mm, row_mm * len(shown)), -0.5, len(shown) - 0.5)
        lay_times(axes, self.axis, wide_mm, self.language)
        if acts and fills:
            axes.axhline(len(acts) - 0.5, color=SOFT, linewidth=0.5, zorder=0)
        if self.first_escape_s <= self.axis.until_s:
            axes.axvline(self.first_escape_s, zorder=1, **ESCAPE)
        for place, lane in enumerate(shown):
            self._bar(axes, place, lane)
            self._words(paper, lane, top_mm - (place + 0.5) * row_mm, (names_mm - 3, row_mm - 0.3))
        return paper.finished()

    def _stretches(self) -> Stretches:
        """When something is ordered, begun, done or due, or first escapes."""
        known = [(lane.ordered_s, lane.begun_s, lane.done_s, lane.latest_s, lane.earliest_s) for lane in self.lanes]
        times = [at_s for lane in known for at_s in lane if isfinite(at_s)]
        first = self.first_escape_s
        until_s = min(max(times, default=3600.0) * 1.06 + 60, max(self.result.record.horizon_s, 3600.0))
        return stretches([*times, *([first] if isfinite(first) else [])], until_s)

    def _bar(self, axes: Axes, place: int, lane: _Lane) -> None:
        """From the order to the end; its deadline, and what lies between."""
        if lane.fills:
            style = NOT_FULL if isnan(lane.latest_s) else FILLS
            axes.barh(place, lane.done_s - lane.ordered_s, BAR, left=lane.ordered_s, zorder=3, **style)
            return
        late = not lane.spare_s >= 0
        done = self.axis.until_s if isnan(lane.done_s) else lane.done_s
        begun = lane.begun_s if isfinite(lane.begun_s) else lane.ordered_s
        axes.barh(place, begun - lane.ordered_s, BAR * 0.45, left=lane.ordered_s, color=SOFT, zorder=3)
        axes.barh(place, done - begun, BAR, left=begun, color=PAPER if isnan(lane.done_s) else SOFT, edgecolor=SOFT,
                  linewidth=0.8, zorder=3)  # fmt: skip
        low, high = sorted((done, min(lane.latest_s, self.axis.until_s)))
        axes.barh(place, high - low, BAR * 0.45, left=low, color=BREACHED if late else HELD, zorder=2)
        if lane.too_early:
            axes.barh(place, lane.earliest_s - done, BAR * 0.45, left=done, color=BREACHED, zorder=2)
        if lane.earliest_s > 0:
            axes.plot([lane.earliest_s], [place], marker=">", color=INK, markersize=4, zorder=4)
        if lane.latest_s <= self.axis.until_s:
            axes.plot([lane.latest_s] * 2, [place - 0.4, place + 0.4], color=INK, linewidth=1.6, zorder=4)

    def _words(self, paper: Paper, lane: _Lane, middle_mm: float, room_mm: tuple[float, float]) -> None:
        """What it is and whose verdict hangs on it; how much time was left."""
        words = lane.words
        if lane.tiers:
            below = self.say("race_decides" if lane.decides else "race_keeps", tiers=lane.tiers)
            if lane.too_early:
                below += self.say("race_later_better")
            words += f"{'' if lane.monotone else ' *'}\n{below}"
        paper.fit(words, EDGE_MM, middle_mm, SMALL_PT, *room_mm, linespacing=1.15)
        said, colour = self._spare(lane)
        paper.write(said, paper.width_mm - EDGE_MM, middle_mm, WORDS_PT, SPARE_MM - 3, va="center", ha="right",
                    color=colour)  # fmt: skip

    def _spare(self, lane: _Lane) -> tuple[str, str]:
        """The time to spare or lacking, and its colour."""
        if lane.fills and isnan(lane.latest_s):
            key = "levels_left" if lane.left_m3 >= 0 else "levels_over"
            return self.say(key, volume=cubic(abs(lane.left_m3))), SOFT
        if lane.fills:
            return self.say("race_fill_time", span=span(lane.latest_s - lane.ordered_s)), SOFT
        if isnan(lane.done_s):
            return self.say("race_never"), BREACHED
        if lane.too_early:
            return self.say("race_early", span=span(lane.earliest_s - lane.done_s)), BREACHED
        key = "race_late" if lane.spare_s < 0 else "race_spare"
        return self.say(key, span=span(abs(lane.spare_s))), BREACHED if lane.spare_s < 0 else INK

    def _legend(self) -> list[Group]:
        """What the bars and marks mean: of people, then of water."""
        signs = [
            area(self.say("race_key_act"), facecolor=SOFT),
            mark(self.say("race_key_latest"), color=INK, marker="|", markersize=8, markeredgewidth=1.6, linestyle=""),
            area(self.say("race_key_spare"), facecolor=HELD),
            area(self.say("race_key_late"), facecolor=BREACHED),
        ]
        if any(lane.earliest_s > 0 for lane in self.lanes):
            signs.insert(2, mark(self.say("race_key_earliest"), color=INK, marker=">", markersize=4, linestyle=""))
        if self.first_escape_s <= self.axis.until_s:
            signs.append(mark(self.say("race_key_escape"), **ESCAPE))
        seen = {isnan(lane.latest_s) for lane in self.lanes if lane.fills}
        keys = ((False, "race_key_fills", FILLS), (True, "race_key_not_full", NOT_FULL))
        return [signs, [area(self.say(key), **style) for never, key, style in keys if never in seen]]

    def _said(self) -> str:
        """What is left out, and what the star means."""
        said = self.say("race_means", count=self.others)
        if self.lanes and self.lanes[0].fills:
            said = f"{self.say('race_none')} {said}"
        if not all(lane.monotone for lane in self.lanes):
            said += f" {self.say('not_monotone')}."
        return said + (self.say("axis_broken") if self.axis.broken else "")

"""From the spill to the boundary: what came, what room each tier had, what it took of it, and what went on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import isnan
from typing import TYPE_CHECKING, Any

from sim.check.tier_verdict import Crossing, TierVerdict, Verdict
from sim.park import ORIGINS, accident_part
from sim.record.column import Columns, columns
from sim.record.table import Table
from sim.report.figures.balance import TierBalance, balances
from sim.report.figures.courses import room_m3
from sim.report.figures.fills import origin_signs, origin_style
from sim.report.figures.frame import AXIS_MM, EDGE_MM, USUAL, WORDS_PT, Drawing, Look, Paper, axis_words, cubic
from sim.report.figures.legend import area
from sim.report.figures.lettering import broken, fitting_pt
from sim.report.figures.rounding import round_step
from sim.report.figures.style import BREACHED, FAINT, HELD, INK, PAPER, RELIEVED, SMALL_PT, SOFT, Sheet, styled
from sim.report.numbers import figure as number
from sim.result import Result

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW_MM = 7.5
TIERS_MM, NAMES_MM, NUMBERS_MM = {Sheet.A4: 25.0, Sheet.SCREEN: 32.0}, {Sheet.A4: 45.0, Sheet.SCREEN: 62.0}, 25.0
"""Room left of the bars for the tiers and for what the bars are, and right of them for how much."""
BAR = 0.66
"""Height of a bar, the distance of two being 1."""
TALL = 1.6
"""How many rows what stays takes, with the room it stays in."""
WIDEST = 1.25
"""How much longer than all water the axis is at most, for room that was not needed [-]."""
LEAST_M3 = 0.5e-3
ROOM = ("gross_m3", "dead_m3", "freeboard_m3", "occupied_m3")
STYLES: dict[str, dict[str, Any]] = {
    "stood": {"facecolor": FAINT, "hatch": "\\\\\\\\"},
    "stays": {"facecolor": HELD},
    "taken": {"facecolor": HELD, "hatch": "////"},
    "elsewhere": {"facecolor": FAINT},
    "moved": {"facecolor": RELIEVED, "hatch": "////"},
    "lost": {"facecolor": BREACHED},
}
"""How parts of bars are filled that are not told apart by origin."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A bar from `start_m3` to the right by `parts`; of a tier that nothing reached, none."""

    kind: str
    """came, stays, taken, gone, elsewhere, back, return, onward or none."""
    tier: str
    start_m3: float = 0.0
    parts: tuple[tuple[float, str], ...] = ()
    """Lengths [m3], and the origins or styles, from the left."""
    room_m3: float = 0.0
    """Of what stays: the room it stays in."""

    @property
    def volume_m3(self) -> float:
        """Its length."""
        return sum(volume for volume, _ in self.parts)

    @property
    def high(self) -> float:
        """How many rows it takes."""
        return TALL if self.kind == "stays" else 1.0


def waterfall_table(result: Result) -> Table:
    """A row a tier: what accident water came by origin, stayed, was taken, left, went on; the room, and the margin.

    River water is told apart, in columns of its own.
    """
    return WATERFALL.table(zip(balances(result.park, result.record), result.verdict.tiers, strict=True))


def _reached(name: str) -> Callable[[tuple[TierBalance, TierVerdict]], float]:
    """Some volume of the reached storages of a tier together."""
    return lambda row: sum(getattr(margin, name) for margin in row[1].reached)


WATERFALL: Columns[tuple[TierBalance, TierVerdict]] = columns(
    None, ("tier", "0.tier"), ("verdict", "1.word"),
    *((f"came {origin} [m3]", f"0.came.{k}") for k, origin in enumerate(ORIGINS) if origin != "river"),
    ("stood there [m3]", "0.stood_m3"), ("stays [m3]", "0.stays_m3"), ("treated or recovered [m3]", "0.taken_m3"),
    ("left the park [m3]", "0.gone_m3"), ("elsewhere [m3]", "0.elsewhere_m3"), ("goes on [m3]", "0.onward_m3"),
    *((f"{name.removesuffix('_m3')} [m3]", _reached(name)) for name in ROOM),
    ("usable [m3]", "1.usable_m3"), ("not emergency space [m3]", lambda row: beside_m3(row[1])),
    ("margin [m3]", "1.margin_m3"), ("river water standing there [m3]", "0.river_stays_m3"),
    ("river water gone along [m3]", "0.river_along_m3"),
)  # fmt: skip


def dry_m3(ways: Iterable[Crossing]) -> float:
    """What left over some ways, without river water [m3]."""
    river = ORIGINS.index("river")
    return sum(each.volume_m3 - each.volume[river] for each in ways)


def beside_m3(tier: TierVerdict) -> float:
    """Usable room of the reached storages that do not count as emergency space [m3]."""
    return sum(each.usable_m3 for each in tier.reached if not each.counts)


@styled()
def draw_waterfall(result: Result, look: Look = USUAL) -> Figure:
    """The figure; nothing is saved."""
    return _Fall(result, look).drawn()


class _Fall(Drawing):
    """The figure while it is drawn."""

    def __init__(self, result: Result, look: Look) -> None:
        super().__init__(result.park, result.scenario, look)
        self.tiers = {tier.tier: tier for tier in result.verdict.tiers}
        self.names_mm = EDGE_MM + TIERS_MM[look.sheet]
        self.left_mm = self.names_mm + NAMES_MM[look.sheet]
        self.balances = balances(result.park, result.record)
        before = [0.0, *(each.onward_m3 for each in self.balances[:-1])]
        self.rows = [row for each, came in zip(self.balances, before, strict=True) for row in self._rows(each, came)]
        self.most_m3 = max(1.0, *(row.start_m3 + row.volume_m3 for row in self.rows))
        rooms = max(row.start_m3 + row.room_m3 for row in self.rows)
        self.until_m3 = max(min(rooms, self.most_m3 * WIDEST), self.most_m3) * 1.02

    def _rows(self, each: TierBalance, before_m3: float) -> Iterator[_Row]:
        """The bars of a tier that are longer than nothing; `before_m3` is negative when water comes back inwards."""
        tier = self.tiers[each.tier]
        if not tier.reached:
            yield _Row("none", each.tier)
            return
        at = max(before_m3, 0.0)
        origins = tuple((volume, origin) for origin, volume in zip(ORIGINS, each.came.tolist(), strict=True) if volume)
        for kind, parts in (("came", origins), ("return", ((max(-each.onward_m3, 0.0), "elsewhere"),))):
            row = _Row(kind, each.tier, at, parts)
            if row.volume_m3 > LEAST_M3:
                yield row
                at += row.volume_m3
        stood = min(each.stood_m3, each.stays_m3)
        room = max(sum(room_m3(m) for m in tier.reached) - each.river_stays_m3, 0.0)
        stays = ((stood, "stood"), (each.stays_m3 - stood, "stays"))
        yield _Row("stays", each.tier, at - each.stays_m3, stays, room)
        at -= each.stays_m3
        falls = (("taken", each.taken_m3, "taken"), ("elsewhere", each.elsewhere_m3, "elsewhere"),
                 ("back", max(-before_m3, 0.0), "elsewhere"), ("gone", each.gone_m3, "lost"))  # fmt: skip
        for kind, volume, style in falls:
            if volume > LEAST_M3:
                at -= volume
                yield _Row(kind, each.tier, at, ((volume, style),))
        if each.onward_m3 > LEAST_M3:
            yield _Row("onward", each.tier, 0.0, self._onward(each, tier))

    def _onward(self, each: TierBalance, tier: TierVerdict) -> tuple[tuple[float, str], ...]:
        """What goes on, as designed and otherwise."""
        if tier.verdict is not Verdict.BREACHED:
            return ((each.onward_m3, "moved"),)
        lost_m3 = min(dry_m3(way for way in tier.escapes if way.target in self.park.storages), each.onward_m3)
        parts = ((each.onward_m3 - lost_m3, "moved"), (lost_m3, "lost"))
        return tuple(part for part in parts if part[0] > LEAST_M3)

    def drawn(self) -> Figure:
        """All of it."""
        seen = {style for row in self.rows for volume, style in row.parts if volume > LEAST_M3}
        fates = [
            area(self.say(f"waterfall_key_{style}"), **{"edgecolor": PAPER, "linewidth": 0, **look})
            for style, look in STYLES.items() if style in seen
        ]  # fmt: skip
        fates.append(area(self.say("waterfall_key_room"), facecolor=PAPER, edgecolor=INK, linewidth=1.0))
        origins = origin_signs((each for each in ORIGINS if each in seen), self.language)
        frame = self.frame("waterfall_title", self._said(), [origins, fates], under_mm=AXIS_MM)
        self.total = sum(row.high for row in self.rows)
        row_mm = min(ROW_MM, frame.most_mm / self.total)
        high_mm = row_mm * self.total
        paper = frame.paper(high_mm)
        box = (self.left_mm, frame.low_mm, paper.width_mm - EDGE_MM - self.left_mm - NUMBERS_MM, high_mm)
        self._bars(paper.lanes(box, 0, self.total))
        top_mm = frame.low_mm + high_mm
        for row, place in zip(self.rows, self._places(), strict=True):
            self._label(paper, row, top_mm - place * row_mm, row_mm)
        self._names(paper, top_mm, row_mm)
        return paper.finished()

    def _said(self) -> str:
        """What counts, and how much river water there was besides."""
        said = self.say("waterfall_means")
        if any(row.start_m3 + row.room_m3 > self.until_m3 for row in self.rows):
            said += self.say("waterfall_beyond")
        stays = sum(each.river_stays_m3 for each in self.balances)
        if stays > 0:
            said += self.say("waterfall_river", volume=cubic(stays))
        if self._escaped_m3() > 0:
            own = sum(accident_part(each.volume) for each in list(self.tiers.values())[-1].escapes)
            said += self.say("waterfall_left", volume=cubic(self._escaped_m3()), own=cubic(own))
        return said

    def _places(self) -> list[float]:
        """The middle of each row, in rows from the top."""
        tops = [sum(row.high for row in self.rows[:k]) for k in range(len(self.rows))]
        return [top + row.high / 2 for top, row in zip(tops, self.rows, strict=True)]

    def _bars(self, axes: Axes) -> None:
        """The bars, thin lines from the end of each to the next, and lines between tiers."""
        places = self._places()
        for row, place in zip(self.rows, places, strict=True):
            self._bar(axes, row, place)
        for (row, place), (later, after) in pairwise(zip(self.rows, places, strict=True)):
            if row.tier != later.tier:
                axes.axhline(place + row.high / 2, color=SOFT, linewidth=0.5, zorder=0)
            if row.parts and later.parts:
                x = row.start_m3 + (row.volume_m3 if row.kind in ("came", "return", "onward") else 0.0)
                axes.plot([x, x], [place + BAR / 2, after - BAR / 2], color=SOFT, linewidth=0.6, zorder=1)
        axes.set_xlim(0, self.until_m3)
        axes.axvline(0, color=INK, linewidth=0.7)
        step = round_step(self.most_m3 / (5 if self.look.sheet is Sheet.SCREEN else 4))
        ticks = [step * k for k in range(int(self.until_m3 / step) + 1)]
        axes.set_xticks(ticks, [number(tick) for tick in ticks])
        axes.set_xlabel(axis_words("water", "m³", self.language), labelpad=2)

    def _bar(self, axes: Axes, row: _Row, place: float) -> None:
        """One bar, and round what stays the room there was; room beyond the axis has no end."""
        left = row.start_m3
        for volume, style in row.parts:
            look = {"edgecolor": PAPER, "linewidth": 0, **STYLES[style]} if style in STYLES else origin_style(style)
            axes.barh(place, volume, BAR, left=left, zorder=2, **look)
            left += volume
        if row.kind == "stays":
            low, high, end = place - 0.55, place + 0.55, row.start_m3 + row.room_m3
            stop = min(end, self.until_m3)
            outline = [(stop, low), (row.start_m3, low), (row.start_m3, high), (stop, high)]
            if end <= self.until_m3:
                outline.append((stop, low))
            axes.plot(*zip(*outline, strict=True), color=INK, linewidth=1.0, zorder=3)

    def _names(self, paper: Paper, top_mm: float, row_mm: float) -> None:
        """The tiers, each beside its first bar, with its verdict."""
        room = TIERS_MM[self.look.sheet] - 2
        for id, tier in self.tiers.items():
            high = row_mm * sum(row.high for row in self.rows if row.tier == id)
            words = f"{broken(self.called.tier(id), WORDS_PT, room)}\n{self.say(tier.word)}"
            size = fitting_pt(words, WORDS_PT, room, high - 1)
            colour = BREACHED if tier.verdict is Verdict.BREACHED else INK
            paper.write(words, EDGE_MM, top_mm - min(row_mm, high) / 2 + size * 0.18, size, va="top", color=colour)
            top_mm -= high

    def _label(self, paper: Paper, row: _Row, middle_mm: float, row_mm: float) -> None:
        """What a bar is, and how much."""
        high = row.high * row_mm
        paper.fit(self._words(row), self.names_mm, middle_mm, SMALL_PT, NAMES_MM[self.look.sheet] - 3, high - 0.8)
        for words, colour, down_mm in self._figures(row, high):
            paper.write(words, paper.width_mm - EDGE_MM, middle_mm - down_mm, SMALL_PT, NUMBERS_MM - 2, va="center",
                        ha="right", color=colour)  # fmt: skip

    def _figures(self, row: _Row, high_mm: float) -> Iterator[tuple[str, str, float]]:
        """How long a bar is, and beside the room what was left of it: words, colour, and how far down [mm]."""
        sign = {"came": "+", "return": "+", "onward": "= ", "none": ""}.get(row.kind, "- ")
        if row.kind != "none":
            up = high_mm * 0.2 if row.kind == "stays" else 0.0
            yield f"{sign}{cubic(row.volume_m3)}", BREACHED if row.kind == "gone" else INK, -up
        tier = self.tiers[row.tier]
        if row.kind == "stays" and not isnan(tier.margin_m3):
            key, volume = ("escaped", tier.escaped_m3) if tier.escapes else ("margin", tier.margin_m3)
            words = self.say(f"waterfall_{key}", volume=cubic(volume))
            yield words, BREACHED if tier.escapes or tier.margin_m3 < 0 else INK, high_mm * 0.24

    def _words(self, row: _Row) -> str:
        """What a bar is; of what goes on also how much of it escaped, if not all."""
        if row.kind == "stays":
            return self._room(self.tiers[row.tier])
        words = self.say(f"waterfall_{row.kind}")
        if row.kind == "onward" and len(row.parts) > 1:
            words += self.say("waterfall_of_it", volume=cubic(row.parts[-1][0]))
        escaped = self._escaped_m3()
        if row.kind == "gone" and self._along_m3() > 0 and escaped > 0:
            words += self.say("waterfall_with_river", volume=cubic(escaped))
        return words

    def _escaped_m3(self) -> float:
        """What left the park, as it is told everywhere [m3]."""
        return list(self.tiers.values())[-1].escaped_m3

    def _along_m3(self) -> float:
        """River water that left the park with it [m3]."""
        return sum(each.river_along_m3 for each in self.balances)

    def _room(self, tier: TierVerdict) -> str:
        """The room of a tier, and what of its storages is not room."""
        gross, dead, freeboard, occupied = (sum(getattr(m, name) for m in tier.reached) for name in ROOM)
        raised = sum(m.raised_m3 for m in tier.reached)
        pieces = {"raised": raised, "dead": -dead, "freeboard": -freeboard, "occupied": -occupied}
        usable = gross + sum(pieces.values())
        words = self.say("waterfall_room", usable=cubic(usable), gross=number(gross))
        for key, volume in pieces.items():
            if volume:
                amount = f"{'+' if volume > 0 else '-'} {number(abs(volume))}"
                words += " " + self.say(f"waterfall_{key}", volume=amount)
        if beside := beside_m3(tier):
            words += self.say("tiers_not_counted", volume=cubic(beside))
        return words

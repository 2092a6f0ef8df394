"""From the spill to the boundary: what came, what each tier took of it, and what went on, bar below bar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

from sim.check.tier_verdict import TierVerdict, Verdict
from sim.park import ORIGINS
from sim.record.table import Table
from sim.report.figures.balance import TierBalance, balances
from sim.report.figures.frame import (
    EDGE_MM,
    LEGEND_MM,
    SMALL_PT,
    TOP_MM,
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
from sim.report.figures.lettering import LINES, broken, fitting_pt
from sim.report.figures.sankey import without_river
from sim.report.figures.style import (
    BREACHED,
    FAINT,
    HELD,
    INK,
    ORIGIN_COLOURS,
    PAPER,
    RELIEVED,
    SOFT,
    styled,
)
from sim.report.figures.time_axis import round_step
from sim.report.figures.water_ways import flows
from sim.report.naming import tier_name
from sim.report.numbers import figure as number
from sim.result import Result
from sim.words import text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW_MM = 8.0
NAMES_MM, NUMBERS_MM = 50.0, 22.0
"""Room left of the bars for what they are, and right of them for how much."""
AXIS_MM = 9.0
BAR = 0.66
"""Height of a bar, the distance of two being 1."""
HATCH = "////"
ROOM = ("gross_m3", "dead_m3", "freeboard_m3", "occupied_m3")
DEFAULT = Look()


@dataclass(frozen=True, slots=True)
class _Row:
    """A bar from `start_m3` to the right by `parts`."""

    key: str
    tier: str
    start_m3: float
    parts: tuple[tuple[float, str], ...]
    """Lengths [m3] and colours, from the left."""
    kind: str
    """came, stays, taken, gone, elsewhere or onward."""

    @property
    def volume_m3(self) -> float:
        """Its length."""
        return sum(volume for volume, _ in self.parts)


def waterfall_table(result: Result) -> Table:
    """A row a tier: what came by origin, what stayed, was taken, left, went on, and the room behind it."""
    header = (
        "tier", "verdict", *(f"came {origin} [m3]" for origin in ORIGINS), "stays [m3]", "treated or recovered [m3]",
        "left the park [m3]", "elsewhere [m3]", "goes on [m3]", "gross [m3]", "dead [m3]", "freeboard [m3]",
        "occupied [m3]", "usable [m3]", "margin [m3]",
    )  # fmt: skip
    rows = []
    for each, tier in zip(balances(result.park, flows(result.park, result.record)), result.verdict.tiers, strict=True):
        room = [sum(getattr(m, name) for m in tier.reached) for name in ROOM]
        left = [each.stays_m3, each.taken_m3, each.gone_m3, each.elsewhere_m3, each.onward_m3]
        rows.append([each.tier, str(tier.verdict), *each.came.tolist(), *left, *room, tier.usable_m3, tier.margin_m3])
    return Table(header, rows)


def draw_waterfall(result: Result, look: Look = DEFAULT) -> Figure:
    """The figure; nothing is saved."""
    with styled():
        return _Fall(result, look).drawn()


class _Fall:
    """The figure while it is drawn."""

    def __init__(self, result: Result, look: Look) -> None:
        self.park, self.scenario, self.look = result.park, result.scenario, look
        self.tiers = {tier.tier: tier for tier in result.verdict.tiers}
        self.wide_mm, self.most_mm = look.sheet.value
        found, self.river_m3 = without_river(flows(result.park, result.record))
        self.rows = [row for each in balances(result.park, found) for row in self._rows(each)]

    def _rows(self, each: TierBalance) -> Iterator[_Row]:
        """The bars of a tier that are longer than nothing."""
        tier = self.tiers[each.tier]
        left = each.stays_m3 + each.taken_m3 + each.gone_m3 + each.elsewhere_m3 + each.onward_m3
        at = left - float(each.came.sum())
        colours = [(float(volume), ORIGIN_COLOURS[origin]) for origin, volume in zip(ORIGINS, each.came, strict=True)]
        steps = [("came", tuple(part for part in colours if part[0] > 0))]
        yield from (_Row(key, each.tier, at, parts, key) for key, parts in steps if parts)
        at = left
        falls = (
            (each.stays_m3, "stays", HELD), (each.taken_m3, "taken", HELD), (each.elsewhere_m3, "elsewhere", FAINT),
            (each.gone_m3, "gone", BREACHED),
        )  # fmt: skip
        for volume, kind, colour in falls:
            if volume > 0.5e-3:
                at -= volume
                yield _Row(kind, each.tier, at, ((volume, colour),), kind)
        if each.onward_m3 > 0.5e-3:
            colour = BREACHED if tier.verdict is Verdict.BREACHED else RELIEVED
            yield _Row("onward", each.tier, 0.0, ((each.onward_m3, colour),), "onward")

    def drawn(self) -> Figure:
        """All of it."""
        language = self.look.language
        said = text("waterfall_means", language)
        if self.river_m3:
            said += " " + text("sankey_no_river", language, volume=cubic(self.river_m3))
        lines = foot_lines(self.park, self.scenario, self.look.changes, language, self.wide_mm - 2 * EDGE_MM, said)
        below = EDGE_MM + foot_mm(lines) + LEGEND_MM + AXIS_MM
        row_mm = min(ROW_MM, (self.most_mm - below - EDGE_MM - TOP_MM) / max(len(self.rows), 1))
        height = max(row_mm * len(self.rows), 10.0)
        self.paper = Paper(self.wide_mm, below + height + TOP_MM + EDGE_MM + 2)
        write_head(self.paper, text("waterfall_title", language), subject(self.park, self.scenario, language))
        write_foot(self.paper, lines)
        if not self.rows:
            self.paper.write(text("sankey_none", language), EDGE_MM, below, SMALL_PT, color=SOFT)
            return self.paper.finished()
        self._legend(EDGE_MM + foot_mm(lines) + 1)
        box = (EDGE_MM + NAMES_MM, below, self.wide_mm - 2 * EDGE_MM - NAMES_MM - NUMBERS_MM, height)
        axes = self.paper.axes(box)
        self._bars(axes)
        for place, row in enumerate(self.rows):
            first = not place or self.rows[place - 1].tier != row.tier
            self._label(row, first, below + height - (place + 0.5) * row_mm, row_mm)
        return self.paper.finished()

    def _bars(self, axes: Axes) -> None:
        """The bars, thin lines from the end of each to the next, and the room of each tier."""
        most = max(row.start_m3 + row.volume_m3 for row in self.rows)
        for place, row in enumerate(self.rows):
            left = row.start_m3
            for volume, colour in row.parts:
                hatch = HATCH if row.kind == "taken" else ""
                axes.barh(place, volume, BAR, left=left, color=colour, hatch=hatch, edgecolor=PAPER, linewidth=0,
                          zorder=2)  # fmt: skip
                left += volume
            if place + 1 < len(self.rows):
                x = row.start_m3 if row.kind in ("stays", "taken", "gone", "elsewhere") else left
                axes.plot([x, x], [place + BAR / 2, place + 1 - BAR / 2], color=SOFT, linewidth=0.6, zorder=1)
            if place and row.tier != self.rows[place - 1].tier:
                axes.axhline(place - 0.5, color=FAINT, linewidth=0.8, zorder=0)
        axes.set_xlim(0, most * 1.02)
        axes.set_ylim(len(self.rows) - 0.5, -0.5)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        axes.axvline(0, color=INK, linewidth=0.7)
        step = round_step(most / 5)
        ticks = [step * k for k in range(int(most * 1.02 / step) + 1)]
        axes.set_xticks(ticks, [number(tick) for tick in ticks])
        axes.set_xlabel(text("waterfall_axis", self.look.language), labelpad=2)
        axes.grid(axis="x", color=FAINT, linewidth=0.5)
        axes.set_axisbelow(True)

    def _label(self, row: _Row, first: bool, middle_mm: float, row_mm: float) -> None:
        """What a bar is, and how much; of what stays in a tier also its room and what was left of it."""
        language = self.look.language
        words = text(f"waterfall_{row.kind}", language, usable=cubic(self.tiers[row.tier].usable_m3))
        if first:
            words = text("waterfall_of", language, tier=tier_name(self.park, row.tier, language), what=words)
        size = fitting_pt(broken(words, WORDS_PT - 0.5, NAMES_MM - 3), WORDS_PT - 0.5, NAMES_MM - 3, row_mm - 0.4)
        self.paper.write(broken(words, size, NAMES_MM - 3), EDGE_MM, middle_mm, size, va="center",
                         linespacing=LINES["en"])  # fmt: skip
        sign = {"came": "+", "onward": "= "}.get(row.kind, "- ")
        figure = f"{sign.strip() if row.kind == 'came' else sign}{cubic(row.volume_m3)}"
        if row.kind == "stays" and (said := self._margin(self.tiers[row.tier])):
            figure += f"\n{said}"
        size = fitting_pt(figure, SMALL_PT, NUMBERS_MM - 2, row_mm)
        colour = BREACHED if row.kind == "gone" else INK
        self.paper.write(figure, self.wide_mm - EDGE_MM, middle_mm, size, va="center", ha="right", color=colour,
                         linespacing=1.05)  # fmt: skip

    def _margin(self, tier: TierVerdict) -> str:
        """How much room was left at the worst moment."""
        if isnan(tier.margin_m3):
            return ""
        key = "waterfall_lacked" if tier.margin_m3 < 0 else "waterfall_margin"
        return text(key, self.look.language, volume=number(abs(tier.margin_m3)))

    def _legend(self, bottom_mm: float) -> None:
        """What the colours mean."""
        from matplotlib.patches import Patch

        language = self.look.language
        came = {colour for row in self.rows if row.kind == "came" for _, colour in row.parts}
        kinds = {row.kind for row in self.rows}
        patches = [Patch(facecolor=colour, label=text(f"origin_{origin}", language))
                   for origin, colour in ORIGIN_COLOURS.items() if colour in came]  # fmt: skip
        patches.append(Patch(facecolor=HELD, label=text("waterfall_key_stays", language)))
        if "taken" in kinds:
            label = text("waterfall_key_taken", language)
            patches.append(Patch(facecolor=HELD, hatch=HATCH, edgecolor=PAPER, linewidth=0, label=label))
        if any(colour == RELIEVED for row in self.rows for _, colour in row.parts):
            patches.append(Patch(facecolor=RELIEVED, label=text("waterfall_key_moved", language)))
        if any(colour == BREACHED for row in self.rows for _, colour in row.parts):
            patches.append(Patch(facecolor=BREACHED, label=text("waterfall_key_lost", language)))
        self.paper.legend(patches, EDGE_MM, bottom_mm)


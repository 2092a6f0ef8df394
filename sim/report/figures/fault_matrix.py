"""Which single fault breaks which tier (N-1), and which two do more together: a row for each, a column a tier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

from sim.called import Called
from sim.check.outcome import Outcome
from sim.check.tier_verdict import Verdict
from sim.record.table import Cell, Table
from sim.report.faults import fault_name
from sim.report.figures.frame import (
    EDGE_MM,
    LEGEND_MM,
    SMALL_PT,
    TOP_MM,
    USUAL,
    WORDS_PT,
    Look,
    Paper,
    cubic,
    foot_lines,
    foot_mm,
    on_colour,
    subject,
    write_foot,
    write_head,
)
from sim.report.figures.lettering import LINES, broken, fitted, fitting_pt, width_mm
from sim.report.figures.style import BREACHED, FAINT, HELD, INK, PAPER, RELIEVED, SOFT, styled
from sim.report.naming import tier_name
from sim.report.numbers import at_minute
from sim.report.numbers import figure as number
from sim.result import Result
from sim.study import Broken, FaultTable
from sim.words import text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

NAMES_SHARE = 0.42
"""Of the width, what the names of faults take."""
ROW_MM, LEAST_ROW_MM = 8.0, 5.6
TIERS_MM = 8.0
"""Room of the tiers' names above their columns."""
ONLY_UNCOUNTED = "#e9b44c"
COLOURS = {Verdict.UNTOUCHED: "#f4f5f6", Verdict.HELD: HELD, Verdict.RELIEVED: RELIEVED, Verdict.BREACHED: BREACHED}
GAP = 0.06
"""Between two cells, of a row."""
LEAST_M3 = 0.5
"""A volume that differs by less is as it is."""
PAIRS_SHARE = 3
"""Pairs have at least one of so many rows, where there is not room for all."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A fault or pair with its outcomes, and the tiers that are worse than without; a heading without outcomes."""

    words: str
    outcomes: tuple[Outcome, ...] = ()
    worse: frozenset[str] = frozenset()


def fault_matrix_table(result: Result, faults: FaultTable) -> Table:
    """A row for the run as it is, for every single fault that was tried, and for every pair that is worse together."""
    tiers = tuple(result.park.tiers)
    of_tiers = [head for tier in tiers for head in (tier, f"{tier} escaped [m3]", f"{tier} first escape at [s]")]
    header = ("fault", "sort", *of_tiers, "worse", "escaped more [m3]", "felt")
    as_it_is = Broken((), (), faults.base, (), 0.0, felt=False)
    rows: list[list[Cell]] = [
        [";".join(each.faults), ";".join(each.sorts), *_outcome_cells(each.outcomes), ";".join(each.worse),
         each.escaped_m3, each.felt]
        for each in (as_it_is, *faults.singles, *faults.pairs)
    ]  # fmt: skip
    return Table(header, rows)


def _outcome_cells(outcomes: Sequence[Outcome]) -> list[Cell]:
    return [cell for each in outcomes for cell in (each.word, each.escaped_m3, each.first_s)]


def draw_fault_matrix(result: Result, faults: FaultTable, look: Look = USUAL) -> Figure:
    """The figure; nothing is saved."""
    with styled():
        return _Matrix(result, faults, look).drawn()


class _Matrix:
    """The figure while it is drawn."""

    def __init__(self, result: Result, faults: FaultTable, look: Look) -> None:
        self.park, self.scenario, self.faults, self.look = result.park, result.scenario, faults, look
        self.wide_mm, self.most_mm = look.sheet.value
        self.names_mm = (self.wide_mm - 2 * EDGE_MM) * NAMES_SHARE
        self.column_mm = (self.wide_mm - 2 * EDGE_MM - self.names_mm) / len(self.park.tiers)

    def drawn(self) -> Figure:
        """All of it."""
        language = self.look.language
        lines = foot_lines(
            self.park, self.scenario, self.look.changes, language, self.wide_mm - 2 * EDGE_MM, self._harmless()
        )
        below, above = EDGE_MM + foot_mm(lines) + LEGEND_MM, TIERS_MM + EDGE_MM + TOP_MM
        room = self.most_mm - below - above
        rows, left_out = self._rows(int(room / LEAST_ROW_MM) - 1)
        row_mm = min(ROW_MM, room / (len(rows) + 1))
        harmless = not self._harmful()
        height = row_mm * (len(rows) + (1 if left_out or harmless else 0))
        self.paper = Paper(self.wide_mm, below + height + above)
        write_head(self.paper, text("matrix_title", language), subject(self.park, self.scenario, self.look))
        write_foot(self.paper, lines)
        self._legend(EDGE_MM + foot_mm(lines) + 1)
        self._tiers(below + height)
        axes = self.paper.axes((EDGE_MM + self.names_mm, below + height - row_mm * len(rows),
                                self.column_mm * len(self.park.tiers), row_mm * len(rows)))  # fmt: skip
        self._cells(axes, rows, row_mm)
        self._names(rows, row_mm, below + height)
        if left_out or harmless:
            words = text("matrix_none", language) if harmless else text("matrix_more", language, count=left_out)
            self.paper.write(words, EDGE_MM, below + 1.5, SMALL_PT, color=SOFT)
        return self.paper.finished()

    def _harmful(self) -> list[Broken]:
        """Single faults that do harm, the worst first."""
        return sorted((each for each in self.faults.singles if each.worse or each.escaped_m3 > 0), key=self._badness)

    def _badness(self, broken: Broken) -> tuple[list[bool], float, tuple[str, ...]]:
        """What a fault breaks, the outermost tier first; then what escapes more."""
        return [tier not in broken.worse for tier in reversed(list(self.park.tiers))], -broken.escaped_m3, broken.faults

    def _rows(self, most: int) -> tuple[list[_Row], int]:
        """The run as it is, what does harm alone, then pairs, below headings; and how many there is no room for."""
        language = self.look.language
        singles, pairs = self._harmful(), sorted(self.faults.pairs, key=self._badness)
        free = most - 3
        kept = min(len(pairs), max(free - len(singles), free // PAIRS_SHARE))
        rows = [_Row(text("matrix_base", language), self.faults.base)]
        for heading, found, count in (("matrix_singles", singles, free - kept), ("matrix_pairs", pairs, kept)):
            if found[:count]:
                rows.append(_Row(text(heading, language)))
                rows += [
                    _Row(fault_name(Called(self.park, language=language), each), each.outcomes, frozenset(each.worse))
                    for each in found[:count]
                ]
        return rows, len(singles) + len(pairs) - sum(bool(row.outcomes) for row in rows[1:])

    def _cells(self, axes: Axes, rows: Sequence[_Row], row_mm: float) -> None:
        """A cell for each fault and tier: its verdict, what escaped and when first."""
        from matplotlib.colors import to_rgb

        for place, row in enumerate(rows):
            if not row.outcomes:
                axes.axhline(place - 0.5, color=SOFT, linewidth=0.8)
            for column, (each, base) in enumerate(zip(row.outcomes, self.faults.base, strict=False)):
                colour = to_rgb(ONLY_UNCOUNTED if each.only_uncounted else COLOURS[each.verdict])
                frame = {"edgecolor": INK, "linewidth": 1.6} if each.tier in row.worse else {"linewidth": 0.0}
                axes.bar(column, 1 - 2 * GAP, 1 - 1.2 / self.column_mm, bottom=place - 0.5 + GAP, color=colour,
                         zorder=2, **frame)  # fmt: skip
                words = self._words(each, base)
                size = fitting_pt(words, SMALL_PT, self.column_mm - 3, row_mm - 1)
                axes.text(column, place, words, fontsize=size, ha="center", va="center", color=on_colour(colour),
                          linespacing=1.05, zorder=3)  # fmt: skip
        axes.set_xlim(-0.5, len(self.park.tiers) - 0.5)
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.set_axis_off()

    def _words(self, outcome: Outcome, base: Outcome) -> str:
        """What stands in a cell: of what escaped also how much more or less that is than as it is."""
        if not outcome.breached or isnan(outcome.first_s):
            return text(outcome.word, self.look.language)
        more = outcome.escaped_m3 - base.escaped_m3
        changed = f" ({'+' if more > 0 else ''}{number(more)})" if abs(more) >= LEAST_M3 else ""
        words = f"{cubic(outcome.escaped_m3)}{changed}", at_minute(outcome.first_s)
        line = ", ".join(words)
        return line if width_mm(line, SMALL_PT) <= self.column_mm - 3 else "\n".join(words)

    def _names(self, rows: Sequence[_Row], row_mm: float, top_mm: float) -> None:
        """What each row is of."""
        language = self.look.language
        for place, row in enumerate(rows):
            room = self.names_mm - 3 if row.outcomes else self.wide_mm - 2 * EDGE_MM
            words, size = fitted(row.words, SMALL_PT, room, row_mm - 0.6)
            colour = INK if row.outcomes else SOFT
            self.paper.write(words, EDGE_MM, top_mm - (place + 0.5) * row_mm, size, va="center", color=colour,
                             linespacing=LINES[language])  # fmt: skip

    def _tiers(self, bottom_mm: float) -> None:
        """The names of the tiers above their columns."""
        language = self.look.language
        for column, tier in enumerate(self.park.tiers):
            name = broken(tier_name(self.park, tier, language), WORDS_PT, self.column_mm - 2)
            self.paper.write(name, EDGE_MM + self.names_mm + (column + 0.5) * self.column_mm, bottom_mm + 1, WORDS_PT,
                             ha="center", va="bottom", linespacing=LINES[language])  # fmt: skip

    def _legend(self, bottom_mm: float) -> None:
        """What the colours mean."""
        from matplotlib.patches import Patch

        language = self.look.language
        patches = [
            Patch(facecolor=colour, edgecolor=FAINT, linewidth=0.6, label=text(verdict, language))
            for verdict, colour in COLOURS.items()
        ]
        patches.append(Patch(facecolor=PAPER, edgecolor=INK, linewidth=1.6, label=text("matrix_worse", language)))
        self.paper.legend(patches, EDGE_MM, bottom_mm)

    def _harmless(self) -> str:
        """How many faults of each sort were tried, and how many of them do harm."""
        language = self.look.language
        tried = Counter(each.sorts[0] for each in self.faults.singles)
        harmful = Counter(each.sorts[0] for each in self.faults.singles if each.worse)
        parts = [
            text("matrix_of_sort", language, sort=text(f"matrix_{sort}", language), harmful=harmful[sort], tried=count)
            for sort, count in tried.items()
        ]
        counts = text("matrix_counts", language, parts=text("matrix_comma", language).join(parts))
        return f"{text('matrix_means', language)} {counts}"

"""Which single fault breaks which tier (N-1): a row for each fault that does harm, a column for each tier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import isnan
from typing import TYPE_CHECKING

from sim.check.outcome import Outcome
from sim.check.tier_verdict import Verdict
from sim.record.table import Cell, Table
from sim.report.faults import fault_name
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
    on_colour,
    subject,
    write_foot,
    write_head,
)
from sim.report.figures.lettering import LINES, broken, fitting_pt
from sim.report.figures.style import BREACHED, FAINT, HELD, INK, PAPER, RELIEVED, SOFT, styled
from sim.report.naming import tier_name
from sim.report.numbers import hours
from sim.result import Result
from sim.study import Broken, FaultTable
from sim.words import text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

NAMES_SHARE = 0.42
"""Of the width, what the names of faults take."""
ROW_MM, LEAST_ROW_MM = 8.0, 5.6
TIERS_MM = 9.0
"""Room of the tiers' names above their columns."""
COLOURS = {Verdict.UNTOUCHED: "#f4f5f6", Verdict.HELD: HELD, Verdict.RELIEVED: RELIEVED, Verdict.BREACHED: BREACHED}
DEFAULT = Look()
GAP = 0.06
"""Between two cells, of a row."""
Row = tuple[str, tuple[Outcome, ...], frozenset[str]]
"""What a row is called, its outcomes, and the tiers that are worse than without."""


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
    return [cell for each in outcomes for cell in (str(each.verdict), each.escaped_m3, each.first_s)]


def draw_fault_matrix(result: Result, faults: FaultTable, look: Look = DEFAULT) -> Figure:
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
        below = EDGE_MM + foot_mm(lines) + LEGEND_MM
        room = self.most_mm - below - EDGE_MM - TOP_MM - TIERS_MM
        rows, left_out = self._rows(int(room / LEAST_ROW_MM) - 1)
        row_mm = min(ROW_MM, room / (len(rows) + 1))
        height = row_mm * (len(rows) + (1 if left_out or len(rows) == 1 else 0))
        self.paper = Paper(self.wide_mm, below + height + TIERS_MM + TOP_MM + EDGE_MM)
        write_head(self.paper, text("matrix_title", language), subject(self.park, self.scenario, language))
        write_foot(self.paper, lines)
        self._legend(EDGE_MM + foot_mm(lines) + 1)
        self._tiers(below + height)
        axes = self.paper.axes((EDGE_MM + self.names_mm, below + height - row_mm * len(rows),
                                self.column_mm * len(self.park.tiers), row_mm * len(rows)))  # fmt: skip
        self._cells(axes, rows, row_mm)
        self._names(rows, row_mm, below + height)
        if left_out or len(rows) == 1:
            words = text("matrix_more", language, count=left_out) if left_out else text("matrix_none", language)
            self.paper.write(words, EDGE_MM, below + 1.5, SMALL_PT, color=SOFT)
        return self.paper.finished()

    def _rows(self, most: int) -> tuple[list[Row], int]:
        """The run as it is, then what does harm alone, then pairs; and how many there is no room for."""
        language = self.look.language
        rows: list[Row] = [(text("matrix_base", language), self.faults.base, frozenset())]
        singles = [each for each in self.faults.singles if each.worse or each.escaped_m3 > 0]
        rows += [
            (fault_name(self.park, each, language), each.outcomes, frozenset(each.worse))
            for each in (*singles, *self.faults.pairs)
        ]
        return rows[:most], max(len(rows) - most, 0)

    def _cells(self, axes: Axes, rows: Sequence[Row], row_mm: float) -> None:
        """A cell for each fault and tier: its verdict, what escaped and when first."""
        from matplotlib.colors import to_rgb

        for place, (_, outcomes, worse) in enumerate(rows):
            for column, each in enumerate(outcomes):
                colour = to_rgb(COLOURS[each.verdict])
                edge = INK if each.tier in worse else PAPER
                axes.bar(column, 1 - 2 * GAP, 1 - 1.2 / self.column_mm, bottom=place - 0.5 + GAP, color=colour,
                         edgecolor=edge, linewidth=1.1 if each.tier in worse else 0.0, zorder=2)  # fmt: skip
                words = self._words(each)
                size = fitting_pt(words, SMALL_PT, self.column_mm - 3, row_mm - 1)
                axes.text(column, place, words, fontsize=size, ha="center", va="center", color=on_colour(colour),
                          zorder=3)  # fmt: skip
        axes.set_xlim(-0.5, len(self.park.tiers) - 0.5)
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.axhline(0.5, color=SOFT, linewidth=0.8)
        axes.set_axis_off()

    def _words(self, outcome: Outcome) -> str:
        """What stands in a cell."""
        verdict = text(outcome.verdict, self.look.language)
        if not outcome.breached or isnan(outcome.first_s):
            return verdict
        return f"{cubic(outcome.escaped_m3)}, {hours(outcome.first_s)}"

    def _names(self, rows: Sequence[Row], row_mm: float, top_mm: float) -> None:
        """What each row is of."""
        language = self.look.language
        for place, (name, _, worse) in enumerate(rows):
            size = fitting_pt(name, WORDS_PT, 10_000, row_mm - 0.8)
            words = broken(name, min(size, SMALL_PT), self.names_mm - 3)
            size = fitting_pt(words, min(size, SMALL_PT), self.names_mm - 3, row_mm - 0.6)
            self.paper.write(words, EDGE_MM, top_mm - (place + 0.5) * row_mm, size, va="center",
                             color=INK if worse or place == 0 else SOFT, linespacing=LINES[language])  # fmt: skip

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
        patches.append(Patch(facecolor=PAPER, edgecolor=INK, linewidth=1.1, label=text("matrix_worse", language)))
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
        return text("matrix_counts", language, parts=text("matrix_comma", language).join(parts))

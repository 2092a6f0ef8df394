"""Which single fault breaks which tier (N-1), and which two do more together: a row for each, a column a tier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

from sim.check.outcome import Outcome
from sim.record.column import columns
from sim.record.table import Table
from sim.report.faults import fault_name
from sim.report.figures.fills import VERDICT_COLOURS
from sim.report.figures.frame import EDGE_MM, MORE_MM, USUAL, WORDS_PT, Drawing, Look, Paper, cubic, write_cell
from sim.report.figures.legend import area
from sim.report.figures.lettering import broken, width_mm
from sim.report.figures.style import FAINT, INK, PAPER, SMALL_PT, SOFT, styled
from sim.report.numbers import at_minute
from sim.report.numbers import figure as number
from sim.result import Result
from sim.study import Broken, FaultTable

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

NAMES_SHARE = 0.42
"""Of the width, what the names of faults take."""
ROW_MM, LEAST_ROW_MM = 8.0, 5.6
TIERS_MM = 8.0
"""Room of the tiers' names above their columns."""
ONLY_UNCOUNTED = "#e9b44c"
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
    of_tiers = [
        (f"{tier}{head}", f"outcomes.{k}.{of}") for k, tier in enumerate(result.park.tiers)
        for head, of in (("", "word"), (" escaped [m3]", "escaped_m3"), (" first escape at [s]", "first_s"))
    ]  # fmt: skip
    as_it_is = Broken((), (), faults.base, (), 0.0, felt=False)
    shown = columns(Broken, ("fault", "faults"), ("sort", "sorts"), *of_tiers, "worse",
                    ("escaped more [m3]", "escaped_m3"), "felt")  # fmt: skip
    return shown.table((as_it_is, *faults.singles, *faults.pairs))


@styled()
def draw_fault_matrix(result: Result, faults: FaultTable, look: Look = USUAL) -> Figure:
    """The figure; nothing is saved."""
    return _Matrix(result, faults, look).drawn()


class _Matrix(Drawing):
    """The figure while it is drawn."""

    def __init__(self, result: Result, faults: FaultTable, look: Look) -> None:
        super().__init__(result.park, result.scenario, look)
        self.faults = faults
        room_mm = look.sheet.value[0] - 2 * EDGE_MM
        self.names_mm = room_mm * NAMES_SHARE
        self.column_mm = (room_mm - self.names_mm) / len(self.park.tiers)

    def drawn(self) -> Figure:
        """All of it."""
        signs = [
            area(self.say(verdict), facecolor=colour, edgecolor=FAINT, linewidth=0.6)
            for verdict, colour in VERDICT_COLOURS.items()
        ]
        signs.append(area(self.say("matrix_worse"), facecolor=PAPER, edgecolor=INK, linewidth=1.6))
        frame = self.frame("matrix_title", self._harmless(), [signs], over_mm=TIERS_MM)
        rows, left_out = self._rows(int((frame.most_mm - MORE_MM) / LEAST_ROW_MM))
        row_mm = min(ROW_MM, (frame.most_mm - MORE_MM) / len(rows))
        more = self.say("fig_more", count=left_out) if left_out else ""
        high_mm = row_mm * len(rows)
        paper = frame.paper(high_mm, more if self._harmful() else self.say("matrix_none"))
        top_mm = frame.low_mm + high_mm
        self._tiers(paper, top_mm)
        self._cells(paper.axes((EDGE_MM + self.names_mm, frame.low_mm, frame.room_mm - self.names_mm, high_mm)), rows,
                    row_mm)  # fmt: skip
        for place, row in enumerate(rows):
            room, colour = (self.names_mm - 3, INK) if row.outcomes else (frame.room_mm, SOFT)
            paper.fit(row.words, EDGE_MM, top_mm - (place + 0.5) * row_mm, SMALL_PT, room, row_mm - 0.6, color=colour)
        return paper.finished()

    def _harmful(self) -> list[Broken]:
        """Single faults that do harm, the worst first."""
        return sorted((each for each in self.faults.singles if each.worse or each.escaped_m3 > 0), key=self._badness)

    def _badness(self, broken: Broken) -> tuple[list[bool], float, tuple[str, ...]]:
        """What a fault breaks, the outermost tier first; then what escapes more."""
        return [tier not in broken.worse for tier in reversed(list(self.park.tiers))], -broken.escaped_m3, broken.faults

    def _rows(self, most: int) -> tuple[list[_Row], int]:
        """The run as it is, what does harm alone, then pairs, below headings; and how many there is no room for."""
        singles, pairs = self._harmful(), sorted(self.faults.pairs, key=self._badness)
        free = most - 3
        kept = min(len(pairs), max(free - len(singles), free // PAIRS_SHARE))
        rows = [_Row(self.say("matrix_base"), self.faults.base)]
        for heading, found, count in (("matrix_singles", singles, free - kept), ("matrix_pairs", pairs, kept)):
            if found[:count]:
                rows.append(_Row(self.say(heading)))
                rows += [
                    _Row(fault_name(self.called, each), each.outcomes, frozenset(each.worse)) for each in found[:count]
                ]
        return rows, len(singles) + len(pairs) - sum(bool(row.outcomes) for row in rows[1:])

    def _cells(self, axes: Axes, rows: Sequence[_Row], row_mm: float) -> None:
        """A cell for each fault and tier: its verdict, what escaped and when first."""
        size, room = (1 - 1.2 / self.column_mm, 1 - 2 * GAP), (self.column_mm - 3, row_mm - 1)
        for place, row in enumerate(rows):
            if not row.outcomes:
                axes.axhline(place - 0.5, color=SOFT, linewidth=0.8)
            for column, (each, base) in enumerate(zip(row.outcomes, self.faults.base, strict=False)):
                colour = ONLY_UNCOUNTED if each.only_uncounted else VERDICT_COLOURS[each.verdict]
                edge = {"edgecolor": INK, "linewidth": 1.6} if each.tier in row.worse else {"linewidth": 0.0}
                write_cell(axes, (column, place), size, self._words(each, base), colour, room, **edge)
        axes.set_xlim(-0.5, len(self.park.tiers) - 0.5)
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.set_axis_off()

    def _words(self, outcome: Outcome, base: Outcome) -> str:
        """What stands in a cell: of what escaped also how much more or less that is than as it is."""
        if not outcome.breached or isnan(outcome.first_s):
            return self.say(outcome.word)
        more = outcome.escaped_m3 - base.escaped_m3
        changed = f" ({'+' if more > 0 else ''}{number(more)})" if abs(more) >= LEAST_M3 else ""
        words = f"{cubic(outcome.escaped_m3)}{changed}", at_minute(outcome.first_s).in_language(self.language)
        line = ", ".join(words)
        return line if width_mm(line, SMALL_PT) <= self.column_mm - 3 else "\n".join(words)

    def _tiers(self, paper: Paper, bottom_mm: float) -> None:
        """The names of the tiers above their columns."""
        for column, tier in enumerate(self.park.tiers):
            name = broken(self.called.tier(tier), WORDS_PT, self.column_mm - 2)
            paper.write(name, EDGE_MM + self.names_mm + (column + 0.5) * self.column_mm, bottom_mm + 1, WORDS_PT,
                        ha="center", va="bottom")  # fmt: skip

    def _harmless(self) -> str:
        """How many faults of each sort were tried, and how many of them do harm."""
        tried = Counter(each.sorts[0] for each in self.faults.singles)
        harmful = Counter(each.sorts[0] for each in self.faults.singles if each.worse)
        parts = [
            self.say("matrix_of_sort", sort=self.say(f"matrix_{sort}"), harmful=harmful[sort], tried=count)
            for sort, count in tried.items()
        ]
        counts = self.say("matrix_counts", parts=self.say("matrix_comma").join(parts))
        return f"{self.say('matrix_means')} {counts}"

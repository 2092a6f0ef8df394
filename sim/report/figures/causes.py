"""By which way each tier was first breached, and with what chance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sim.ensemble import Findings, TierFindings
from sim.ensemble.findings import Way
from sim.park import Park
from sim.report.figures.frame import AXIS_MM, EDGE_MM, TIER_PT, USUAL, WORDS_PT, Look, Paper
from sim.report.figures.of_ensemble import OfEnsemble, round_ticks
from sim.report.figures.style import BREACHED, FAINT, INK, SMALL_PT, SOFT, styled
from sim.scenario import Scenario

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

NAMES_SHARE, WORDS_MM = 0.36, 36.0
"""Of the width what the names of ways take; right of the bars, how often."""
ROW_MM, LEAST_ROW_MM = 7.0, 4.6

Row = tuple[TierFindings, Way | None]
"""A way; or none, for the heading of a tier."""


@styled()
def draw_causes(park: Park, scenario: Scenario, found: Findings, look: Look = USUAL) -> Figure:
    """The figure; nothing is saved."""
    return _Bars(park, scenario, found, look).drawn()


class _Bars(OfEnsemble):
    """The figure while it is drawn."""

    def __init__(self, park: Park, scenario: Scenario, found: Findings, look: Look) -> None:
        super().__init__(park, scenario, found.played, look)
        self.rows: list[Row] = [row for tier in found.tiers
                                for row in ((tier, None), *((tier, way) for way in tier.ways))]  # fmt: skip

    def drawn(self) -> Figure:
        """All of it."""
        if not any(way for _, way in self.rows):
            return self.sentence("ens_title_causes", "ens_no_breach")
        frame = self.frame("ens_title_causes", self.say("ens_causes_means"), [], AXIS_MM)
        count, row_mm = frame.rows(len(self.rows), ROW_MM, LEAST_ROW_MM)
        more = self.say("fig_more", count=len(self.rows) - count) if count < len(self.rows) else ""
        paper = frame.paper(count * row_mm, more)
        names_mm = frame.room_mm * NAMES_SHARE
        box = (EDGE_MM + names_mm, frame.low_mm, frame.room_mm - names_mm - WORDS_MM, count * row_mm)
        axes = paper.lanes(box, -0.5, count - 0.5)
        shown = self.rows[:count]
        most = max(way.chance.high for _, way in shown if way) * 1.04
        ticks = round_ticks(0, most, 5)
        axes.set_xlim(0, most)
        axes.set_xticks(ticks, [f"{each * 100:g} %" for each in ticks])
        axes.set_xlabel(self.say("ens_chance_of"), labelpad=3)
        for place, row in enumerate(shown):
            self._row(paper, axes, place, row, (frame.low_mm + (count - place - 0.5) * row_mm, row_mm, names_mm))
        return paper.finished()

    def _row(self, paper: Paper, axes: Axes, place: int, row: Row, where: Sequence[float]) -> None:
        """A heading, or a way with its bar, the interval, and how often."""
        tier, way = row
        middle_mm, row_mm, names_mm = where
        if way is None:
            paper.fit(self.called.tier(tier.tier), EDGE_MM, middle_mm, TIER_PT, names_mm - 3, row_mm)
            share = tier.breach
        else:
            paper.fit(self.called.way(way.link), EDGE_MM + 4, middle_mm, WORDS_PT, names_mm - 7, row_mm)
            share = way.share
            axes.barh(place, way.chance.share, 0.62, color=BREACHED, zorder=2)
            axes.plot([way.chance.low, way.chance.high], [place, place], color=INK, linewidth=0.9, zorder=3,
                      marker="|", markersize=4)  # fmt: skip
        words = self.say("ens_runs_breached" if way is None else "ens_of_breaches", count=f"{share.count:,}",
                         of=f"{share.of:,}", share=f"{share.share * 100:.3g}")  # fmt: skip
        paper.fit(words, paper.width_mm - EDGE_MM - WORDS_MM + 3, middle_mm, SMALL_PT, WORDS_MM - 3, row_mm,
                  color=SOFT if way is None else INK)  # fmt: skip
        if way is None:
            axes.axhline(place - 0.5, color=FAINT, linewidth=0.6)

"""Figures for a page or a screen: functions that take what was found and return a matplotlib figure."""

from sim.report.figures.closing import draw_closing
from sim.report.figures.hydrographs import draw_hydrographs, hydrographs_table
from sim.report.figures.periods import draw_periods
from sim.report.figures.profile import draw_profile, profile_table
from sim.report.figures.sankey import draw_sankey, sankey_table
from sim.report.figures.stack import draw_stack, stack_table
from sim.report.figures.style import Sheet, as_files

__all__ = [
    "Sheet", "as_files", "draw_closing", "draw_hydrographs", "draw_periods", "draw_profile", "draw_sankey",
    "draw_stack", "hydrographs_table", "profile_table", "sankey_table", "stack_table",
]  # fmt: skip

"""Figures for a page or a screen: functions that take what was found and return a matplotlib figure."""

from sim.report.figures.closing import draw_closing
from sim.report.figures.map import draw_map, draw_park_map, map_table, park_map_table
from sim.report.figures.periods import draw_periods
from sim.report.figures.style import Sheet, as_files

__all__ = [
    "Sheet", "as_files", "draw_closing", "draw_map", "draw_park_map", "draw_periods", "map_table", "park_map_table",
]
